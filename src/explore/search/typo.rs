//! Typing errors: the words of a vocabulary that are a few letters away from one that is not in it.
//!
//! The vocabulary is walked in order. Words that follow each other share their beginning, and with it the rows of the
//! table of edit distances; where no word with the beginning at hand can be near enough, all of them are jumped over.

use std::ops::Range;

use super::vocabulary::{Vocabulary, WordId};

/// Words of a vocabulary, and how many letters away they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Near {
    pub(crate) words: Range<WordId>,
    pub(crate) edits: u8,
}

/// How many letters of a word may be wrong: none in short ones, where nearly every word is near another, one from four
/// letters and two from eight on. A number is never a typing error for another.
pub(crate) fn tolerance(word: &str, prefix: bool) -> u8 {
    let letters = word.chars().count();
    // The beginning of a word is near the beginnings of many: it takes a letter more to tell.
    let least = if prefix { 5 } else { 4 };
    if word.bytes().any(|byte| byte.is_ascii_digit()) || letters < least {
        0
    } else if letters < 8 {
        1
    } else {
        2
    }
}

/// The words at most `max` edits away from `word`, nearest only: an edit is a letter too many, missing, wrong, or
/// changed places with the next. With `prefix`, words whose beginning is that near.
pub(crate) fn near(vocabulary: &Vocabulary, word: &str, max: u8, prefix: bool) -> Vec<Near> {
    let mut walk = Walk::new(vocabulary, word, max, prefix);
    let mut id = 0;
    while id < vocabulary.len() {
        id = walk.step(id);
    }
    let least = walk.found.iter().map(|near| near.edits).min();
    walk.found.retain(|near| Some(near.edits) == least);
    walk.found
}

struct Walk<'a> {
    vocabulary: &'a Vocabulary,
    word: Vec<char>,
    max: u8,
    prefix: bool,
    /// The letters that the rows stand for: the beginning that is shared with the last word.
    path: Vec<char>,
    /// One row of distances for each letter of `path` and one before them.
    rows: Vec<Vec<u8>>,
    found: Vec<Near>,
}

impl<'a> Walk<'a> {
    fn new(vocabulary: &'a Vocabulary, word: &str, max: u8, prefix: bool) -> Walk<'a> {
        let word: Vec<char> = word.chars().collect();
        let first = (0..=word.len()).map(|n| u8::try_from(n).unwrap_or(u8::MAX));
        Walk {
            vocabulary,
            rows: vec![first.collect()],
            word,
            max,
            prefix,
            path: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Looks at one word; gives the next that is worth a look.
    fn step(&mut self, id: WordId) -> WordId {
        let word = self.vocabulary.word(id);
        let shared = self
            .path
            .iter()
            .zip(word.chars())
            .take_while(|&(&one, other)| one == other);
        let shared = shared.count();
        self.path.truncate(shared);
        self.rows.truncate(shared + 1);
        for (offset, letter) in word.char_indices().skip(shared) {
            self.push(letter);
            let beginning = word.get(..offset + letter.len_utf8()).unwrap_or(word);
            let row = self.rows.last().map(Vec::as_slice).unwrap_or_default();
            let distance = row.last().copied().unwrap_or(u8::MAX);
            if self.prefix && distance <= self.max {
                return self.take_all(id, beginning, distance);
            }
            if row.iter().all(|&cell| cell > self.max) {
                return self.vocabulary.first_after_prefix(id, beginning);
            }
        }
        let distance = self.rows.last().and_then(|row| row.last()).copied();
        if let Some(edits) = distance.filter(|&distance| distance <= self.max) {
            self.found.push(Near {
                words: id..id + 1,
                edits,
            });
        }
        id + 1
    }

    fn take_all(&mut self, id: WordId, beginning: &str, edits: u8) -> WordId {
        let after = self.vocabulary.first_after_prefix(id, beginning);
        self.found.push(Near {
            words: id..after,
            edits,
        });
        after
    }

    /// Adds the row for one more letter (optimal string alignment).
    fn push(&mut self, letter: char) {
        let above = self.rows.last().map(Vec::as_slice).unwrap_or_default();
        let two_above = self
            .rows
            .len()
            .checked_sub(2)
            .and_then(|row| self.rows.get(row));
        let at = |row: &[u8], column: usize| row.get(column).copied().unwrap_or(u8::MAX);
        let mut row = Vec::with_capacity(above.len());
        row.push(at(above, 0).saturating_add(1));
        for (column, &wanted) in self.word.iter().enumerate() {
            let wrong = u8::from(wanted != letter);
            let mut best = at(above, column)
                .saturating_add(wrong)
                .min(at(above, column + 1).saturating_add(1))
                .min(at(&row, column).saturating_add(1));
            let swapped = column > 0
                && self.word.get(column - 1) == Some(&letter)
                && self.path.last() == Some(&wanted);
            if let (true, Some(two_above)) = (swapped, two_above) {
                best = best.min(at(two_above, column - 1).saturating_add(1));
            }
            row.push(best);
        }
        self.rows.push(row);
        self.path.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::btree_set;
    use proptest::prelude::*;

    fn found(words: &[&str], word: &str, max: u8, prefix: bool) -> Vec<(String, u8)> {
        let vocabulary = Vocabulary::from_sorted(words.iter().copied());
        let near = near(&vocabulary, word, max, prefix);
        let each = |near: Near| {
            near.words
                .map(move |id| (id, near.edits))
                .collect::<Vec<_>>()
        };
        near.into_iter()
            .flat_map(each)
            .map(|(id, edits)| (vocabulary.word(id).to_owned(), edits))
            .collect()
    }

    fn only(words: &[&str], word: &str, max: u8, prefix: bool) -> Vec<String> {
        let found = found(words, word, max, prefix);
        found.into_iter().map(|(word, _)| word).collect()
    }

    const WORDS: [&str; 8] = [
        "kafka",
        "kappa",
        "latency",
        "queue",
        "queues",
        "rabbitmq",
        "raft",
        "replication",
    ];

    #[test]
    fn a_letter_wrong_missing_too_many_or_swapped_is_one_edit() {
        for typo in ["kafca", "kaka", "kafkka", "kafak", "akfka", "afka"] {
            assert_eq!(only(&WORDS, typo, 1, false), ["kafka"], "{typo}");
        }
        assert_eq!(only(&WORDS, "replicashun", 2, false), Vec::<String>::new());
        assert_eq!(only(&WORDS, "replcatoin", 2, false), ["replication"]);
    }

    #[test]
    fn only_the_nearest_are_given() {
        assert_eq!(found(&WORDS, "queu", 2, false), [("queue".to_owned(), 1)]);
    }

    #[test]
    fn the_beginning_of_a_word_may_be_wrong_as_well() {
        assert_eq!(only(&WORDS, "rabitm", 1, true), ["rabbitmq"]);
        assert_eq!(only(&WORDS, "quuee", 1, true), ["queue", "queues"]);
    }

    #[test]
    fn short_words_and_numbers_are_taken_at_their_word() {
        assert_eq!(tolerance("raf", false), 0);
        assert_eq!(tolerance("raft", false), 1);
        assert_eq!(tolerance("raft", true), 0);
        assert_eq!(tolerance("rabbitmq", false), 2);
        assert_eq!(tolerance("2023", false), 0);
    }

    /// The distance by the textbook's table.
    fn distance(one: &str, other: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let cost = usize::from(a[i - 1] != b[j - 1]);
                    let mut best = (table[i - 1][j - 1] + cost)
                        .min(table[i - 1][j] + 1)
                        .min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(table[i - 2][j - 2] + 1);
                    }
                    best
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn the_walk_finds_what_the_table_finds(
            words in btree_set("[abé]{1,6}", 0..40),
            word in "[abé]{1,6}",
            max in 1..3u8,
        ) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let near: Vec<(&str, usize)> = words.iter().map(|&other| (other, distance(other, &word))).collect();
            let least = near.iter().map(|near| near.1).min().unwrap_or(0);
            let expected: Vec<&str> = near.into_iter()
                .filter(|&(_, edits)| edits == least && edits <= usize::from(max))
                .map(|near| near.0)
                .collect();
            prop_assert_eq!(only(&words, &word, max, false), expected);
        }

        #[test]
        fn the_walk_finds_every_beginning(
            words in btree_set("[ab]{1,6}", 0..40),
            word in "[ab]{1,5}",
        ) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let least = |other: &&str| (0..=other.len()).map(|end| distance(&other[..end], &word)).min().unwrap();
            let near: Vec<&str> = words.iter().copied().filter(|other| least(other) <= 1).collect();
            let found = only(&words, &word, 1, true);
            prop_assert!(found.iter().all(|word| near.contains(&word.as_str())));
            prop_assert_eq!(found.is_empty(), near.is_empty());
        }
    }
}
