//! The vocabulary: every word the blog uses, folded, each once and in order.

use std::ops::Range;

/// A word, as its rank in the vocabulary.
pub(crate) type WordId = u32;

/// Words in the order of their bytes, written one after the other in one string.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    text: String,
    /// Where each word ends in `text`.
    ends: Vec<u32>,
}

impl Vocabulary {
    /// Takes words that are in order, each once.
    pub(crate) fn from_sorted<'a>(words: impl Iterator<Item = &'a str>) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for word in words {
            vocabulary.text.push_str(word);
            let end = u32::try_from(vocabulary.text.len()).unwrap_or(u32::MAX);
            vocabulary.ends.push(end);
        }
        vocabulary
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> WordId {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// The word of that rank; nothing beyond the last.
    pub(crate) fn word(&self, id: WordId) -> &str {
        let end = |index: Option<usize>| {
            let end = index.and_then(|index| self.ends.get(index));
            end.map_or(0, |&end| end as usize)
        };
        let start = end((id as usize).checked_sub(1));
        self.text
            .get(start..end(Some(id as usize)))
            .unwrap_or_default()
    }

    /// The word's rank.
    pub(crate) fn find(&self, word: &str) -> Option<WordId> {
        let id = self.first_where(0, |other| other >= word);
        (id < self.len() && self.word(id) == word).then_some(id)
    }

    /// The words that begin with `prefix`.
    pub(crate) fn beginning_with(&self, prefix: &str) -> Range<WordId> {
        let start = self.first_where(0, |word| word >= prefix);
        start..self.first_after_prefix(start, prefix)
    }

    /// The first word from `from` on that does not begin with `prefix`, where that of `from` does or sorts after it.
    pub(crate) fn first_after_prefix(&self, from: WordId, prefix: &str) -> WordId {
        self.first_where(from, |word| word > prefix && !word.starts_with(prefix))
    }

    /// The first word from `from` on of which `holds` is true, it being true of all after that too.
    fn first_where(&self, from: WordId, holds: impl Fn(&str) -> bool) -> WordId {
        let (mut low, mut high) = (from, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.word(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        Vocabulary::from_sorted(words.iter().copied())
    }

    #[test]
    fn words_are_found_whole_and_by_their_beginning() {
        let words = vocabulary(&["kafka", "kafkas", "kappa", "log", "été"]);
        assert_eq!(words.find("kappa"), Some(2));
        assert_eq!(words.find("kap"), None);
        assert_eq!(words.find("zzz"), None);
        assert_eq!(words.word(4), "été");
        assert_eq!(words.word(9), "");
        assert_eq!(words.beginning_with("kaf"), 0..2);
        assert_eq!(words.beginning_with("ka"), 0..3);
        assert_eq!(words.beginning_with("kb"), 3..3);
        assert_eq!(words.beginning_with(""), 0..5);
        assert_eq!(words.beginning_with("é"), 4..5);
    }

    #[test]
    fn an_empty_vocabulary_has_nothing() {
        let words = vocabulary(&[]);
        assert_eq!(words.find(""), None);
        assert_eq!(words.beginning_with("a"), 0..0);
    }
}
