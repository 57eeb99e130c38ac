//! Words: a text cut into what can be searched for.
//!
//! A word runs through letters and digits and through what people write inside names: `node.js`, `end-to-end`, `don't`,
//! `AT&T`, `0.8.23`, `.NET`, `C#`, `TLA+`. Scripts that put no space between words are cut into pairs of characters.

use std::ops::Range;

use super::fold::{fold_into, is_mark};

/// One word found in a text, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found<'a> {
    /// The word, folded.
    pub(crate) folded: &'a str,
    /// Where it stands in the text, in bytes.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) role: Role,
}

/// What a word found is within the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// One of the text's words in their order, and whether it goes on the token that the word before it began:
    /// `js` of `node.js`.
    Next {
        /// Whether it belongs to the same token as the word before it.
        joined: bool,
    },
    /// A pair of characters of a script without spaces, or the last character of such a run.
    Pair {
        /// Whether it belongs to the same run as the one before it.
        joined: bool,
        /// Whether it is the last character alone.
        last: bool,
    },
    /// Another way of writing the words that were just given: `nodejs` for `node.js`, `tla` for `tla+`. Not one of the
    /// words in their order.
    Aside,
}

/// Finds every word of `text`, in order.
pub(crate) fn each_word(text: &str, mut found: impl FnMut(Found<'_>)) {
    let mut buffer = Buffer::default();
    let mut at = 0;
    loop {
        while let Some(range) = plain_word(text.as_bytes(), at) {
            at = range.end;
            let word = &mut buffer.word;
            word.clear();
            word.push_str(text.get(range.clone()).unwrap_or_default());
            word.make_ascii_lowercase();
            found(Found {
                folded: word,
                range,
                role: Role::Next { joined: false },
            });
        }
        let Some(token) = next_token(text, at) else {
            return;
        };
        at = token.range.end;
        if token.dense {
            each_pair(text, token.range, &mut buffer.word, &mut found);
        } else {
            each_piece(text, token.range, &mut buffer, &mut found);
        }
    }
}

/// The next word from `from` on, where it is letters and digits of ASCII with a space on either side or nothing that could
/// belong to it: nine words in ten of most blogs, found in a fifth of the time.
fn plain_word(bytes: &[u8], from: usize) -> Option<Range<usize>> {
    let rest = bytes.get(from..)?;
    let gap = rest.iter().take_while(|byte| byte.is_ascii_whitespace());
    let start = from + gap.count();
    let letters = bytes
        .get(start..)?
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric());
    let end = start + letters.count();
    let bare_start = start == 0 || bytes.get(start - 1).is_some_and(u8::is_ascii_whitespace);
    let closed = match (bytes.get(end), bytes.get(end + 1)) {
        (None, _) => true,
        (Some(b'.' | b',' | b'-' | b'\''), after) => after.is_none_or(u8::is_ascii_whitespace),
        (Some(b'+' | b'#' | b'&' | b'_'), _) => false,
        (Some(byte), _) => byte.is_ascii(),
    };
    (end > start && bare_start && closed).then_some(start..end)
}

/// Room that is used again for every token.
#[derive(Default)]
struct Buffer {
    word: String,
    compact: String,
}

struct Token {
    range: Range<usize>,
    dense: bool,
}

/// Whether `c` belongs to a script that puts no space between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
/// Korean does put spaces, but writes particles onto nouns, so that pairs serve it better as well.
fn is_dense(c: char) -> bool {
    matches!(
        c,
        '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3040}'..='\u{30fa}'
            | '\u{30fc}'..='\u{30ff}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// Whether `c` makes a word by itself. The viramas of the Indic scripts are not alphabetic, but no word ends at one.
fn is_word(c: char) -> bool {
    let is_virama = || (0x900..0xd80).contains(&u32::from(c)) && u32::from(c) & 0x7f == 0x4d;
    c.is_ascii_alphanumeric()
        || (!c.is_ascii() && !is_dense(c) && (c.is_alphanumeric() || is_virama()))
}

/// Whether `c` holds two words together where both sides are one.
fn is_joint(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | 'ʼ' | '-' | '‐' | '‑' | '.' | '_' | '&' | '·'
    )
}

fn next_token(text: &str, from: usize) -> Option<Token> {
    let mut before = text.get(..from)?.chars().next_back();
    let mut before_that = None;
    for (offset, c) in text.get(from..)?.char_indices() {
        let at = from + offset;
        if is_dense(c) {
            return Some(Token {
                range: at..dense_end(text, at),
                dense: true,
            });
        }
        if is_word(c) {
            let leading_dot =
                before == Some('.') && c.is_alphabetic() && !before_that.is_some_and(continues);
            let start = if leading_dot && at > from { at - 1 } else { at };
            return Some(Token {
                range: start..word_end(text, at),
                dense: false,
            });
        }
        before_that = before.replace(c);
    }
    None
}

/// Whether a dot after `c` is not a leading one.
fn continues(c: char) -> bool {
    is_word(c) || is_dense(c) || c == '.' || is_mark(c) || matches!(c, '+' | '#' | ')' | '/')
}

fn dense_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let outside = |c: char| !is_dense(c) && !is_mark(c);
    rest.find(outside)
        .map_or(text.len(), |length| from + length)
}

fn word_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let mut chars = rest.char_indices().peekable();
    let mut before = ' ';
    while let Some((offset, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let between_digits = c == ',' && before.is_numeric() && next.is_some_and(char::is_numeric);
        let joins = (is_joint(c) || between_digits) && next.is_some_and(is_word);
        if is_word(c) || is_mark(c) || joins {
            before = c;
        } else {
            return from + offset + symbols(rest.get(offset..).unwrap_or_default());
        }
    }
    text.len()
}

/// The length of the `#` or `++` that ends a name.
fn symbols(rest: &str) -> usize {
    let length = rest.bytes().take_while(|byte| b"+#".contains(byte)).count();
    let next = rest.get(length..).and_then(|rest| rest.chars().next());
    if length <= 2 && !next.is_some_and(|c| is_word(c) || is_dense(c)) {
        length
    } else {
        0
    }
}

fn each_pair(
    text: &str,
    range: Range<usize>,
    word: &mut String,
    found: &mut impl FnMut(Found<'_>),
) {
    let run = text.get(range.clone()).unwrap_or_default();
    let mut chars = run
        .char_indices()
        .filter(|&(_, c)| !is_mark(c))
        .map(|(offset, c)| (range.start + offset, c));
    let mut joined = false;
    while let Some((start, first)) = chars.next() {
        word.clear();
        fold_into(word, first);
        let mut ahead = chars.clone();
        let second = ahead.next();
        if let Some((_, second)) = second {
            fold_into(word, second);
        }
        // With the marks that follow.
        let end = ahead.next().map_or(range.end, |(at, _)| at);
        found(Found {
            folded: word,
            range: start..end,
            role: Role::Pair {
                joined,
                last: second.is_none(),
            },
        });
        joined = true;
    }
}

fn each_piece(
    text: &str,
    range: Range<usize>,
    buffer: &mut Buffer,
    found: &mut impl FnMut(Found<'_>),
) {
    let Buffer { word, compact } = buffer;
    compact.clear();
    let mut pieces = 0_u32;
    let mut give = |word: &mut String, span: Range<usize>| {
        if word.is_empty() {
            return;
        }
        pieces += 1;
        compact.push_str(word);
        found(Found {
            folded: word,
            range: span,
            role: Role::Next { joined: pieces > 1 },
        });
        word.clear();
    };
    word.clear();
    let token = text.get(range.clone()).unwrap_or_default();
    let (mut start, mut before) = (range.start, ' ');
    let mut chars = token.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        let in_number = before.is_numeric() && next.is_numeric();
        let leading = c == '.' && offset == 0;
        if c == ',' || (is_joint(c) && !leading && !(c == '.' && in_number)) {
            if c != ',' {
                give(word, start..range.start + offset);
                start = range.start + offset + c.len_utf8();
            }
        } else {
            fold_into(word, c);
        }
        before = c;
    }
    give(word, start..range.end);
    if pieces > 1 {
        aside(compact, range, found);
    } else {
        bare(compact, range, found);
    }
}

fn aside(folded: &str, range: Range<usize>, found: &mut impl FnMut(Found<'_>)) {
    found(Found {
        folded,
        range,
        role: Role::Aside,
    });
}

/// The word without its leading dot or trailing symbols, where enough is left to be a word: `net`, `tla`, but no `c`.
fn bare(word: &str, range: Range<usize>, found: &mut impl FnMut(Found<'_>)) {
    let bare = word.trim_start_matches('.');
    let start = range.start + (word.len() - bare.len());
    let stem = bare.trim_end_matches(['+', '#']);
    let end = range.end - (bare.len() - stem.len());
    if stem.len() < word.len() && stem.chars().nth(1).is_some() {
        aside(stem, start..end, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The words of a text; those aside in brackets.
    fn words(text: &str) -> String {
        let mut all = Vec::new();
        each_word(text, |found| {
            assert!(text.get(found.range.clone()).is_some());
            all.push(match found.role {
                Role::Aside => format!("[{}]", found.folded),
                _ => found.folded.to_owned(),
            });
        });
        all.join(" ")
    }

    #[test]
    fn a_text_is_cut_where_a_reader_would() {
        for (text, expected) in [
            ("RabbitMQ vs Kafka: Part 1", "rabbitmq vs kafka part 1"),
            (
                "Node.js, end-to-end",
                "node js [nodejs] end to end [endtoend]",
            ),
            ("Don’t Kafka's", "don t [dont] kafka s [kafkas]"),
            ("C# C++ F# TLA+ is", "c# c++ f# tla+ [tla] is"),
            ("on .NET. (.NET) done.", "on .net [net] .net [net] done"),
            ("S3 k8s v1.2 0.8.23 1,000", "s3 k8s v1.2 0.8.23 1000"),
            ("a+b #tag 50%", "a b tag 50"),
            ("AT&T's snake_case", "at t s [atts] snake case [snakecase]"),
            ("Crème—brûlée", "creme brulee"),
            ("  ... -- ' ", ""),
            ("नमस्ते दुनिया", "नमस्ते दुनिया"),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn scripts_without_spaces_are_cut_into_pairs() {
        assert_eq!(words("Kafka入門"), "kafka 入門 門");
        assert_eq!(words("全文検索"), "全文 文検 検索 索");
        assert_eq!(words("猫"), "猫");
        assert_eq!(words("サーバー 2台"), "サー ーバ バー ー 2 台");
    }

    proptest! {
        #[test]
        fn plain_words_are_found_as_all_others(text in "[ab1éA漢\u{301}.,'+#&_ -]{0,20}") {
            let mut all = Vec::new();
            each_word(&text, |found| all.push((found.folded.to_owned(), found.range, found.role)));
            let mut others = Vec::new();
            let (mut buffer, mut at) = (Buffer::default(), 0);
            let mut found = |found: Found<'_>| others.push((found.folded.to_owned(), found.range, found.role));
            while let Some(token) = next_token(&text, at) {
                at = token.range.end;
                if token.dense {
                    each_pair(&text, token.range, &mut buffer.word, &mut found);
                } else {
                    each_piece(&text, token.range, &mut buffer, &mut found);
                }
            }
            prop_assert_eq!(all, others);
        }

        #[test]
        fn ranges_are_of_the_text_and_go_forward(text in any::<String>()) {
            let mut last = 0;
            each_word(&text, |found| {
                assert!(text.get(found.range.clone()).is_some());
                assert!(!found.folded.is_empty());
                if found.role != Role::Aside {
                    assert!(found.range.start >= last);
                    last = found.range.start;
                }
            });
        }
    }
}
