//! Numbers as people write them: in digits of several scripts, in words, in roman and in Chinese numerals.

/// Cardinals from one on, then ordinals, a row for each language. What two languages share is named once.
const SPELT: [&[&str]; 27] = [
    &[
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
    ],
    &[
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ],
    &[
        "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
    ],
    &[
        "erster", "zweiter", "dritter", "vierter", "fünfter", "sechster",
    ],
    &["erste", "zweite", "dritte", "vierte", "fünfte", "sechste"],
    &[
        "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    ],
    &[
        "première",
        "deuxième",
        "troisième",
        "quatrième",
        "cinquième",
        "sixième",
    ],
    &[
        "premiere",
        "deuxieme",
        "troisieme",
        "quatrieme",
        "cinquieme",
        "sixieme",
    ],
    &["premier", "second"],
    &[
        "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
    ],
    &["primera", "segunda", "tercera", "cuarta", "quinta", "sexta"],
    &["primer", "segundo", "tercer", "cuarto", "quinto", "sexto"],
    &[
        "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez",
    ],
    &["primeira", "segunda", "terceira", "quarta"],
    &[
        "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci",
    ],
    &["prima", "seconda", "terza", "quarta"],
    &[
        "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    ],
    &["eerste", "tweede", "derde", "vierde", "vijfde"],
    &[
        "jeden", "dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem",
    ],
    &[
        "pierwsza", "druga", "trzecia", "czwarta", "piąta", "szósta", "siódma", "ósma",
    ],
    &[
        "pierwszy", "drugi", "trzeci", "czwarty", "piąty", "szósty", "siódmy", "ósmy",
    ],
    &[
        "первая",
        "вторая",
        "третья",
        "четвёртая",
        "пятая",
        "шестая",
        "седьмая",
        "восьмая",
    ],
    &["первый", "второй", "третий", "четвертая", "пятый", "шестой"],
    &["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta"],
    &[
        "الأول",
        "الثاني",
        "الثالث",
        "الرابع",
        "الخامس",
        "السادس",
        "السابع",
        "الثامن",
        "التاسع",
        "العاشر",
    ],
    &[
        "الأولى",
        "الثانية",
        "الثالثة",
        "الرابعة",
        "الخامسة",
        "السادسة",
    ],
    &["الاول", "الثانى"],
];

/// A number below 1,000 in lower-case text: digits, a word, or a roman numeral.
pub(super) fn number(lower: &str) -> Option<u32> {
    digits(lower)
        .or_else(|| spelt(lower))
        .or_else(|| roman(lower))
        .or_else(|| chinese(lower))
}

/// Up to three digits: ASCII, full-width, or Arabic-Indic.
pub(super) fn digits(text: &str) -> Option<u32> {
    let mut value = None;
    for (place, c) in text.chars().enumerate() {
        if place > 2 {
            return None;
        }
        value = Some(value.unwrap_or(0) * 10 + digit(c)?);
    }
    value
}

/// The value of a digit of the scripts that number posts.
fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

fn spelt(lower: &str) -> Option<u32> {
    SPELT.iter().find_map(|row| {
        row.iter()
            .zip(1..)
            .find(|(word, _)| **word == lower)
            .map(|(_, number)| number)
    })
}

/// An ordinal in figures: `2nd`, `3rd`, `2e`, `1re`, `2ª`, as a number and its ending, in lower case.
pub(super) fn is_ordinal_ending(lower: &str) -> bool {
    matches!(
        lower,
        "st" | "nd" | "rd" | "th" | "er" | "re" | "e" | "eme" | "ème" | "ª" | "º" | "a" | "o"
    )
}

/// A roman numeral up to XXXIX.
pub(super) fn roman(lower: &str) -> Option<u32> {
    if lower.is_empty() || lower.len() > 7 {
        return None;
    }
    let tens = lower.bytes().take_while(|byte| *byte == b'x').count();
    // The X of IX is not a ten: it comes after an I, so it is never among the leading ones.
    let ones = match lower.get(tens..)? {
        "" => 0,
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        "v" => 5,
        "vi" => 6,
        "vii" => 7,
        "viii" => 8,
        "ix" => 9,
        _ => return None,
    };
    let tens = u32::try_from(tens).ok().filter(|tens| *tens < 4)?;
    Some(tens * 10 + ones)
}

/// A Chinese numeral up to ninety-nine: 三, 十, 十二, 二十, 二十一.
pub(super) fn chinese(text: &str) -> Option<u32> {
    let unit = |c: char| {
        "一二三四五六七八九"
            .chars()
            .zip(1..)
            .find(|(known, _)| *known == c)
            .map(|(_, value)| value)
    };
    let mut chars = text.chars();
    let first = chars.next()?;
    let (tens, rest) = match (first, chars.next()) {
        ('十', next) => (1, next),
        (c, Some('十')) => (unit(c)?, chars.next()),
        (c, None) => return unit(c),
        _ => return None,
    };
    let ones = match rest {
        None => 0,
        Some(c) => unit(c)?,
    };
    chars.next().is_none().then_some(tens * 10 + ones)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_digits_words_and_numerals() {
        for (text, expected) in [
            ("7", Some(7)),
            ("07", Some(7)),
            ("2024", None),
            ("３", Some(3)),
            ("٤", Some(4)),
            ("twelve", Some(12)),
            ("zweiter", Some(2)),
            ("troisième", Some(3)),
            ("segunda", Some(2)),
            ("due", Some(2)),
            ("trzecia", Some(3)),
            ("вторая", Some(2)),
            ("الثالث", Some(3)),
            ("xiv", Some(14)),
            ("ix", Some(9)),
            ("xxxx", None),
            ("mix", None),
            ("三", Some(3)),
            ("二十一", Some(21)),
            ("十", Some(10)),
            ("", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }
}
