//! What a query looks for, as far as it can be seen in a text.

/// Words to highlight. Made by the search, read by [`highlight`](fn@crate::explore::highlight).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    pub(crate) patterns: Vec<Pattern>,
}

/// Words in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    /// The words, folded.
    pub(crate) words: Vec<String>,
    /// Whether the last one is only the beginning of a word.
    pub(crate) prefix: bool,
}

impl Terms {
    /// Whether there is nothing to highlight.
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    pub(crate) fn add(&mut self, words: Vec<String>, prefix: bool) {
        let pattern = Pattern { words, prefix };
        if !pattern.words.is_empty() && !self.patterns.contains(&pattern) {
            self.patterns.push(pattern);
        }
    }
}
