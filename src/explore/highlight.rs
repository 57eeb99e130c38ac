//! Highlighting: where in a text the words looked for stand.

use std::ops::Range;

use super::search::{Found, Pattern, Role, Terms, each_word, fold_into, is_mark};

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<'a> {
    /// The piece.
    pub text: &'a str,
    /// Whether it is what was looked for.
    pub marked: bool,
}

/// Cuts `text` into pieces that together are the text, marking what the terms look for. Folding is seen through (`e`
/// marks `é`), and an accent written on its own stays with its letter.
pub fn highlight<'a>(text: &'a str, terms: &Terms) -> Vec<Span<'a>> {
    let mut marks = Marks::default();
    if !terms.is_empty() {
        marks.find(text, terms);
    }
    spans(text, marks.merged())
}

fn spans(text: &str, marks: Vec<Range<usize>>) -> Vec<Span<'_>> {
    let mut spans = Vec::with_capacity(marks.len() * 2 + 1);
    let mut push = |range: Range<usize>, marked: bool| {
        if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
            spans.push(Span { text, marked });
        }
    };
    let mut at = 0;
    for mark in marks {
        push(at..mark.start, false);
        at = mark.end;
        push(mark, true);
    }
    push(at..text.len(), false);
    if spans.is_empty() {
        spans.push(Span {
            text,
            marked: false,
        });
    }
    spans
}

#[derive(Default)]
struct Marks {
    /// The text's words in their order.
    words: Vec<(String, Range<usize>)>,
    ranges: Vec<Range<usize>>,
}

impl Marks {
    fn find(&mut self, text: &str, terms: &Terms) {
        each_word(text, |found| {
            if found.role == Role::Aside {
                self.aside(text, &found, terms);
            } else {
                self.words.push((found.folded.to_owned(), found.range));
            }
        });
        for pattern in &terms.patterns {
            for words in self.words.windows(pattern.words.len().max(1)) {
                self.ranges.extend(matched(text, words, pattern));
            }
        }
    }

    fn aside(&mut self, text: &str, found: &Found<'_>, terms: &Terms) {
        let word = [(found.folded.to_owned(), found.range.clone())];
        for pattern in &terms.patterns {
            if pattern.words.len() == 1 {
                self.ranges.extend(matched(text, &word, pattern));
            }
        }
    }

    /// The ranges in order, those that overlap or touch as one.
    fn merged(mut self) -> Vec<Range<usize>> {
        self.ranges.sort_unstable_by_key(|range| range.start);
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(self.ranges.len());
        for range in self.ranges {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        merged
    }
}

/// Where the pattern stands, if `words` are it.
fn matched(
    text: &str,
    words: &[(String, Range<usize>)],
    pattern: &Pattern,
) -> Option<Range<usize>> {
    let (last, firsts) = pattern.words.split_last()?;
    let ((word, range), before) = words.split_last()?;
    let same = before.iter().map(|(word, _)| word).eq(firsts.iter());
    let fits = if pattern.prefix {
        word.starts_with(last)
    } else {
        word == last
    };
    if !same || !fits {
        return None;
    }
    let end = if word.len() == last.len() {
        range.end
    } else {
        prefix_end(text, range, last.len())
    };
    let start = before.first().map_or(range.start, |(_, first)| first.start);
    Some(start..end)
}

/// Where the first `folded_len` bytes of the folded word end in the text itself, with the marks that follow.
fn prefix_end(text: &str, range: &Range<usize>, folded_len: usize) -> usize {
    let mut folded = String::new();
    let word = text.get(range.clone()).unwrap_or_default();
    for (offset, c) in word.char_indices() {
        if folded.len() >= folded_len && !is_mark(c) {
            return range.start + offset;
        }
        // What holds the pieces of a compact word together is not in its folded form.
        if c.is_alphanumeric() || folded.is_empty() {
            fold_into(&mut folded, c);
        }
    }
    range.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::sample::Sample;
    use crate::explore::{Outlook, ViewState};
    use proptest::prelude::*;

    /// The text with what is marked in brackets, for a query to a blog with a post of that title.
    fn marked(text: &str, query: &str) -> String {
        let state = ViewState {
            q: query.to_owned(),
            ..ViewState::default()
        };
        let outlook = Sample::new()
            .post("2023-01-01", text)
            .index()
            .outlook(&state);
        show(text, &outlook)
    }

    fn show(text: &str, outlook: &Outlook) -> String {
        let spans = highlight(text, &outlook.terms);
        let shown = spans.iter().map(|span| {
            if span.marked {
                format!("[{}]", span.text)
            } else {
                span.text.to_owned()
            }
        });
        shown.collect()
    }

    #[test]
    fn words_are_marked_where_they_stand() {
        for (text, query, expected) in [
            (
                "Kafka vs RabbitMQ",
                "rabbitmq kafka ",
                "[Kafka] vs [RabbitMQ]",
            ),
            ("Kafka Streams", "kafka stre", "[Kafka] [Stre]ams"),
            ("Kafkas Kafka", "kafka ", "[Kafkas] [Kafka]"),
            ("Crème Brûlée", "brulee creme", "[Crème] [Brûlée]"),
            ("Cre\u{301}me", "cre", "[Cre\u{301}]me"),
            ("Groß und groß", "gros", "[Groß] und [groß]"),
            (
                "log compaction of a log",
                "\"log compaction\"",
                "[log compaction] of a log",
            ),
            ("Node.js or nodejs", "node.js ", "[Node.js] or [nodejs]"),
            ("Nodejs 20", "node.js ", "[Nodejs] 20"),
            ("The TLA+ spec", "tla ", "The [TLA]+ spec"),
            ("C# and C", "c# ", "[C#] and C"),
            ("全文検索エンジン", "検索 ", "全文[検索]エンジン"),
            ("全文検索", "検", "全文[検]索"),
            ("検索\u{301}", "検索 ", "[検索\u{301}]"),
            ("Kafka", "", "Kafka"),
            ("Don't", "dont ", "[Don't]"),
            ("The Kafka", "kakfa ", "The [Kafka]"),
        ] {
            assert_eq!(marked(text, query), expected, "{query:?}");
        }
    }

    #[test]
    fn nothing_is_marked_in_an_empty_text() {
        let span = Span {
            text: "",
            marked: false,
        };
        assert_eq!(highlight("", &Terms::default()), [span]);
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(
            text in "[abéß\u{301}'. 検索漢👩🏽-]{0,30}|\\PC{0,30}",
            query in "[abés'. 検索\"-]{0,12}|\\PC{0,12}",
        ) {
            let state = ViewState { q: query, ..ViewState::default() };
            let outlook = Sample::new().post("2023-01-01", &text).index().outlook(&state);
            let spans = highlight(&text, &outlook.terms);
            let whole: String = spans.iter().map(|span| span.text).collect();
            prop_assert_eq!(&whole, &text);
            prop_assert!(spans.windows(2).all(|two| two[0].marked != two[1].marked));
            // An accent of its own is never parted from its letter.
            let parted = |span: &Span<'_>| span.text.starts_with(is_mark);
            prop_assert!(!spans.iter().skip(1).any(parted), "an accent was parted");
        }
    }
}
