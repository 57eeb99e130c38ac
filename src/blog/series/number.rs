//! The number that a title gives its post: in digits, words or roman numerals, after a word that says what is counted.

/// Words for what is counted, in lower case, with how the label says them.
const COUNTED: [(&str, &str); 26] = [
    ("part", "Part"),
    ("pt", "Part"),
    ("parts", "Part"),
    ("chapter", "Chapter"),
    ("ch", "Chapter"),
    ("episode", "Episode"),
    ("ep", "Episode"),
    ("volume", "Volume"),
    ("vol", "Volume"),
    ("lesson", "Lesson"),
    ("entry", "Entry"),
    ("day", "Day"),
    ("week", "Week"),
    ("step", "Step"),
    ("act", "Act"),
    ("installment", "Installment"),
    ("teil", "Teil"),
    ("parte", "Parte"),
    ("partie", "Partie"),
    ("deel", "Deel"),
    ("del", "Del"),
    ("część", "Część"),
    ("часть", "Часть"),
    ("bölüm", "Bölüm"),
    ("capítulo", "Capítulo"),
    ("kapitel", "Kapitel"),
];

const SPELT: [&str; 20] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// What stands between the parts of a title.
const BETWEEN: [&str; 6] = [" - ", " – ", " — ", ": ", " | ", ", "];

/// A post that numbers itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numbered {
    /// The numbers, the outermost first: chapter 5, part 2.
    pub(super) numbers: Vec<u32>,
    /// As the author says it: `Part 1`, `Chapter 5 (part 2)`.
    pub(super) label: String,
    /// The word for what is counted, of the outermost number.
    pub(super) word: String,
    /// What the whole may be called, most likely first.
    pub(super) names: Vec<String>,
}

/// A counted number in a text: where it begins, in bytes.
struct Mark {
    from: usize,
    word: &'static str,
    number: u32,
}

/// Reads the number a title gives its post. A number alone is none: it may be a year, a version or a quantity.
pub(super) fn numbered(title: &str) -> Option<Numbered> {
    let marks = marks(title);
    let first = marks.first()?;
    let before = title
        .get(..first.from)?
        .trim_end_matches([' ', '-', '–', '—', ':', ',', '(', '[', '|', '#']);
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        let name = name
            .trim()
            .trim_matches(['-', '–', '—', ':', ',', '(', '|'])
            .trim();
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    };
    let pieces = pieces(before);
    add(before);
    pieces.last().copied().into_iter().for_each(&mut add);
    pieces.first().copied().into_iter().for_each(&mut add);
    let label = match marks.as_slice() {
        [one] => format!("{} {}", one.word, one.number),
        [one, two, ..] => format!(
            "{} {} ({} {})",
            one.word,
            one.number,
            two.word.to_lowercase(),
            two.number
        ),
        [] => return None,
    };
    let numbers = marks.iter().map(|mark| mark.number).collect();
    (!names.is_empty()).then(|| Numbered {
        numbers,
        label,
        word: first.word.to_owned(),
        names,
    })
}

/// A title's parts between its dashes, colons and bars.
pub(super) fn pieces(title: &str) -> Vec<&str> {
    let mut pieces = vec![title];
    for between in BETWEEN {
        pieces = pieces
            .into_iter()
            .flat_map(|piece| piece.split(between))
            .collect();
    }
    pieces
        .into_iter()
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// Every counted number, in order.
fn marks(title: &str) -> Vec<Mark> {
    let tokens = tokens(title);
    let mut marks = Vec::new();
    for (at, (from, token)) in tokens.iter().enumerate() {
        let lower = token.to_lowercase();
        let letters = lower.trim_end_matches(|c: char| c.is_ascii_digit());
        let Some((_, word)) = COUNTED.iter().find(|(counted, _)| *counted == letters) else {
            continue;
        };
        let number = match lower
            .get(letters.len()..)
            .filter(|digits| !digits.is_empty())
        {
            Some(digits) => digits.parse().ok(),
            None => tokens.get(at + 1).and_then(|(_, next)| number(next)),
        };
        if let Some(number) = number.filter(|number| *number < 1000) {
            marks.push(Mark {
                from: *from,
                word,
                number,
            });
        }
    }
    marks
}

/// Words and numbers with where they begin.
fn tokens(text: &str) -> Vec<(usize, &str)> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                tokens.push((from, text.get(from..at).unwrap_or_default()));
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

/// A number in digits, in words or in roman numerals.
fn number(token: &str) -> Option<u32> {
    let lower = token.to_lowercase();
    let spelt = || {
        SPELT
            .iter()
            .zip(1..)
            .find(|(word, _)| **word == lower)
            .map(|(_, number)| number)
    };
    lower.parse().ok().or_else(spelt).or_else(|| roman(&lower))
}

/// A roman numeral up to XXXIX.
fn roman(lower: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    (1..40).find(|&number: &u32| {
        let ones = ONES.get(number as usize % 10).copied().unwrap_or_default();
        lower == format!("{}{ones}", "x".repeat(number as usize / 10))
    })
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[track_caller]
    fn assert_label(title: &str, label: Option<&str>) {
        assert_eq!(
            numbered(title).map(|numbered| numbered.label).as_deref(),
            label,
            "{title}"
        );
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        assert_label("RabbitMQ vs Kafka Part 1 - Topologies", Some("Part 1"));
        assert_label("The importance of liveness part2", Some("Part 2"));
        assert_label("Brain fail, Pt. III", Some("Part 3"));
        assert_label("Garden notes: Episode Four", Some("Episode 4"));
        assert_label(
            "Serverless - ASDS Chapter 5 (part 2)",
            Some("Chapter 5 (part 2)"),
        );
        assert_label("Mein Garten, Teil 3", Some("Teil 3"));
    }

    #[test]
    fn a_number_alone_counts_nothing() {
        for title in [
            "My 2023 in books",
            "Windows 11",
            "Part of the problem",
            "10 reasons",
            "Part 1",
        ] {
            assert_label(title, None);
        }
    }
}
