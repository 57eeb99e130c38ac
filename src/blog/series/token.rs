//! Texts cut into tokens that remember where they stood.

use std::ops::Range;

use compact_str::CompactString;

use crate::blog::words::{ascii_words, is_apostrophe, is_small, lower, push_lower};

/// A run of letters or a run of figures. `part1` is two tokens, the second glued to the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it begins in its text, in bytes.
    pub(super) from: usize,
    /// Where it ends.
    pub(super) to: usize,
    /// In lower case, without apostrophes. Nearly all words fit in place: a String each would take a fourth of the time in
    /// which series are found.
    pub(super) lower: CompactString,
    /// Whether nothing stands between it and the token before.
    pub(super) glued: bool,
    /// Whether it is of figures.
    pub(super) figures: bool,
}

impl Token {
    /// Whether it may name a series: neither small, nor one of the words that open any title, nor a number.
    pub(super) fn tells(&self) -> bool {
        !self.figures
            && self.lower.chars().nth(1).is_some()
            && !is_small(&self.lower)
            && GENERIC.binary_search(&self.lower.as_str()).is_err()
    }

    /// The year it is, 1990 to 2099.
    pub(super) fn year(&self) -> Option<u32> {
        let year = self.lower.parse().ok().filter(|_| self.lower.len() == 4)?;
        (1990..2100).contains(&year).then_some(year)
    }
}

/// Words that open or close titles of posts that have nothing else in common.
const GENERIC: [&str; 90] = [
    "about",
    "all",
    "announce",
    "announcing",
    "another",
    "back",
    "basic",
    "basics",
    "beginner",
    "beginners",
    "best",
    "better",
    "beyond",
    "blog",
    "build",
    "building",
    "can",
    "case",
    "code",
    "create",
    "creating",
    "day",
    "deep",
    "dive",
    "does",
    "easy",
    "every",
    "example",
    "fast",
    "few",
    "first",
    "getting",
    "good",
    "great",
    "guide",
    "has",
    "have",
    "here",
    "implementing",
    "intro",
    "introducing",
    "introduction",
    "last",
    "learn",
    "learned",
    "learning",
    "look",
    "looking",
    "make",
    "making",
    "more",
    "much",
    "need",
    "new",
    "news",
    "next",
    "note",
    "notes",
    "now",
    "one",
    "post",
    "practical",
    "quick",
    "release",
    "released",
    "review",
    "run",
    "running",
    "set",
    "setting",
    "setup",
    "should",
    "simple",
    "some",
    "start",
    "started",
    "state",
    "talk",
    "test",
    "thing",
    "things",
    "thoughts",
    "top",
    "tutorial",
    "understanding",
    "update",
    "use",
    "using",
    "when",
    "writing",
];

/// Cuts a text into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(10);
    if text.is_ascii() {
        for Range { start, end } in ascii_words(text) {
            let word = text.get(start..end).unwrap_or_default();
            out.push(Token {
                from: start,
                to: end,
                lower: lower(word),
                glued: out.last().is_some_and(|last| last.to == start),
                figures: word.starts_with(|c: char| c.is_ascii_digit()),
            });
        }
        return out;
    }
    let mut open: Option<Token> = None;
    for (at, c) in text.char_indices() {
        if is_apostrophe(c) && open.is_some() {
            continue;
        }
        let figure = c.is_numeric();
        let word = c.is_alphanumeric() || is_mark(c);
        let continues = open
            .as_ref()
            .is_some_and(|token| word && token.figures == figure);
        if !continues {
            out.extend(open.take());
        }
        if !word {
            continue;
        }
        let glued = out.last().is_some_and(|last| last.to == at);
        let token = open.get_or_insert_with(|| Token {
            from: at,
            to: at,
            lower: CompactString::default(),
            glued,
            figures: figure,
        });
        push_lower(&mut token.lower, c);
        token.to = at + c.len_utf8();
    }
    out.extend(open);
    out
}

/// Cuts the token that a place in the text is inside of: where words are not written apart, "我的花园第一篇".
pub(super) fn cut_at(tokens: &mut Vec<Token>, text: &str, at: usize) {
    let Some(index) = tokens
        .iter()
        .position(|token| token.from < at && at < token.to)
    else {
        return;
    };
    let Some(token) = tokens.get_mut(index) else {
        return;
    };
    let to = std::mem::replace(&mut token.to, at);
    let lower = |from: usize, to: usize| text.get(from..to).map(|word| word.to_lowercase().into());
    let (Some(before), Some(behind)) = (lower(token.from, at), lower(at, to)) else {
        token.to = to;
        return;
    };
    token.lower = before;
    let figures = token.figures;
    tokens.insert(
        index + 1,
        Token {
            from: at,
            to,
            lower: behind,
            glued: true,
            figures,
        },
    );
}

/// Combining marks belong to the letter before them (Arabic, Devanagari, decomposed accents).
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{93e}'..='\u{94d}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_tables_are_sorted_for_searching() {
        assert!(GENERIC.is_sorted());
    }

    proptest! {
        #[test]
        fn ascii_is_cut_as_any_other_text(text in "[ -~]{0,40}") {
            let mut longer = tokens(&format!("{text} é"));
            longer.pop();
            assert_eq!(tokens(&text), longer);
        }
    }

    #[test]
    fn tokens_know_where_they_stood() {
        let text = "Kafka’s part2b";
        let tokens = tokens(text);
        let lower: Vec<&str> = tokens.iter().map(|token| token.lower.as_str()).collect();
        assert_eq!(lower, ["kafkas", "part", "2", "b"]);
        assert_eq!(
            tokens.first().map(|token| &text[token.from..token.to]),
            Some("Kafka’s")
        );
        let glued: Vec<bool> = tokens.iter().map(|token| token.glued).collect();
        assert_eq!(glued, [false, false, true, true]);
    }
}
