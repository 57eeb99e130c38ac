//! Words: how slugs and titles are cut into them, and which of them carry no meaning.

use std::ops::Range;

use compact_str::CompactString;

/// English words that are small in a title and say nothing of what it is about. Kept short on purpose: other languages'
/// small words are found by how often a site uses them.
const SMALL: [&str; 46] = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "de", "der", "die", "do", "el", "en",
    "for", "from", "how", "in", "into", "is", "it", "its", "la", "le", "my", "no", "not", "of",
    "on", "or", "our", "so", "that", "the", "this", "to", "up", "via", "vs", "we", "what", "why",
    "with", "you", "your",
];

/// Whether the word says nothing of what a title is about.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.binary_search(&word).is_ok()
}

/// Whether a word carries meaning: neither small nor a mere number nor a single ASCII letter.
pub(super) fn is_content(word: &str) -> bool {
    !is_small(word) && (word.len() > 1) && !word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Cuts text into lower-case words. A word is a run of letters or a run of digits: `part1` is two, `C++` is one (`c`).
/// Apostrophes vanish, so that a title's `Kafka’s` and a slug's `kafkas` are one word.
///
/// Nearly all words fit in place: a `String` each would take a tenth of the time in which a blog is understood.
pub(super) fn words(text: &str) -> Vec<CompactString> {
    let mut out: Vec<CompactString> = Vec::with_capacity(10);
    if text.is_ascii() {
        out.extend(ascii_words(text).filter_map(|at| Some(lower(text.get(at)?))));
        return out;
    }
    let mut word = CompactString::default();
    let mut digits = false;
    for c in text.chars() {
        if is_apostrophe(c) {
            continue;
        }
        let is_digit = c.is_ascii_digit();
        if !word.is_empty() && (!c.is_alphanumeric() || is_digit != digits) {
            out.push(std::mem::take(&mut word));
        }
        if c.is_alphanumeric() {
            digits = is_digit;
            push_lower(&mut word, c);
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

/// Where the words of an ASCII text are: runs of letters or of digits, with the apostrophes within. Most texts are ASCII,
/// and bytes take a third of the time of characters.
pub(super) fn ascii_words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut next = 0_usize;
    std::iter::from_fn(move || {
        let rest = bytes.get(next..)?;
        let from = next + rest.iter().position(u8::is_ascii_alphanumeric)?;
        let digits = bytes.get(from)?.is_ascii_digit();
        let mut to = from;
        let of_word = |byte: u8| byte.is_ascii_alphanumeric() && byte.is_ascii_digit() == digits;
        for (&byte, at) in bytes.get(from..)?.iter().zip(from..) {
            if of_word(byte) {
                to = at + 1;
            } else if !is_apostrophe(char::from(byte)) {
                break;
            }
        }
        next = to;
        Some(from..to)
    })
}

/// One of [`ascii_words`], in lower case and without apostrophes.
pub(super) fn lower(word: &str) -> CompactString {
    if word.bytes().any(|byte| is_apostrophe(char::from(byte))) {
        let letters = word.chars().filter(|c| !is_apostrophe(*c));
        return letters.map(|c| c.to_ascii_lowercase()).collect();
    }
    let mut out = CompactString::new(word);
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        out.make_ascii_lowercase();
    }
    out
}

/// Signs within a word that are no part of it.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '´')
}

/// Adds a character in lower case. Nearly all are ASCII, which needs no table.
pub(super) fn push_lower(out: &mut impl Extend<char>, c: char) {
    if c.is_ascii() {
        out.extend([c.to_ascii_lowercase()]);
    } else {
        out.extend(c.to_lowercase());
    }
}

/// Text with everything but letters and digits dropped, in lower case: equal for two ways of writing one title.
pub(super) fn fold(text: &str) -> String {
    folded(text).collect()
}

/// The characters of [`fold`], one by one.
fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(|c| Lower(lower_of(c)))
}

/// A character in lower case. Nearly all are ASCII, which needs no table.
fn lower_of(c: char) -> Result<Option<char>, std::char::ToLowercase> {
    if c.is_ascii() {
        Ok(Some(c.to_ascii_lowercase()))
    } else {
        Err(c.to_lowercase())
    }
}

struct Lower(Result<Option<char>, std::char::ToLowercase>);

impl Iterator for Lower {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match &mut self.0 {
            Ok(c) => c.take(),
            Err(more) => more.next(),
        }
    }
}

/// Whether two texts are one but for case and punctuation.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        let mut letters = other.bytes().filter(u8::is_ascii_alphanumeric);
        let mut own = one.bytes().filter(u8::is_ascii_alphanumeric);
        return own.all(|byte| {
            letters
                .next()
                .is_some_and(|it| it.eq_ignore_ascii_case(&byte))
        }) && letters.next().is_none();
    }
    folded(one).eq(folded(other))
}

/// ASCII letters and digits in lower case, everything else nothing: one look-up a byte, where captions are read by the million.
const FOLDED: [u8; 128] = {
    let mut folded = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            folded[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
};

/// A number that is the same for two texts that are one but for case and punctuation; nothing for a text without letters
/// and digits. (64 bits, so that among all titles and captions of the largest blog no two are taken for one by chance.)
pub(super) fn fingerprint(text: &str) -> Option<u64> {
    let mut hash = 0_u64;
    let mut any = false;
    let mut add = |c: u32| {
        any = true;
        hash = (hash.rotate_left(5) ^ u64::from(c)).wrapping_mul(0x517c_c1b7_2722_0a95);
    };
    if text.is_ascii() {
        for byte in text.bytes() {
            let letter = FOLDED.get(usize::from(byte)).copied().unwrap_or(0);
            if letter != 0 {
                add(u32::from(letter));
            }
        }
    } else {
        folded(text).for_each(|c| add(u32::from(c)));
    }
    any.then_some(hash ^ (hash >> 32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_tables_are_sorted_for_searching() {
        assert!(SMALL.is_sorted());
    }

    #[test]
    fn words_are_runs_of_letters_or_of_digits() {
        assert_eq!(
            words("liveness-properties-part1"),
            ["liveness", "properties", "part", "1"]
        );
        assert_eq!(
            words("Kafka’s Diskless_Future"),
            ["kafkas", "diskless", "future"]
        );
        assert_eq!(
            words("SpringCloud学习5路由"),
            ["springcloud学习", "5", "路由"]
        );
        assert_eq!(words("---"), Vec::<CompactString>::new());
    }

    proptest! {
        #[test]
        fn ascii_is_read_as_any_other_text(text in "[ -~]{0,40}") {
            let mut expected = words(&text);
            expected.push("é".into());
            assert_eq!(words(&format!("{text} é")), expected);
        }

        #[test]
        fn ascii_is_compared_as_any_other_text(one in "[ -~]{0,4}", other in "[ -~]{0,4}") {
            assert_eq!(is_same(&one, &other), is_same(&format!("{one}é"), &format!("{other}é")));
        }
    }

    #[test]
    fn folding_forgets_case_and_punctuation() {
        assert_eq!(fold("RabbitMQ: vs. Kafka!"), fold("rabbitmq vs kafka"));
        assert!(is_same("Été — 3", "été3") && !is_same("Kafka", "Kafka 2"));
        assert_eq!(fingerprint("A-B"), fingerprint("a b"));
        assert_ne!(fingerprint("A-B"), fingerprint("b a"));
        assert_eq!(fingerprint("— !"), None);
    }
}
