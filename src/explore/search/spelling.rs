//! Spelling: which words of the blog a word of the query may mean.

use std::ops::Range;

use super::corpus::{Corpus, TextId};
use super::query::{MAX_TERMS, Term};
use super::ranking::{INFLECTED, ONE_EDIT, SAME, TWO_EDITS, Weight};
use super::terms::Terms;
use super::typo::{near, tolerance};
use super::vocabulary::WordId;

/// How many words a typing error is read as at most, those first that more texts use.
const MAX_CORRECTIONS: usize = 12;

/// What of the blog a term may mean.
#[derive(Default)]
pub(super) struct Spellings {
    /// Words, and what they weigh.
    pub(super) words: Vec<(Range<WordId>, Weight)>,
    /// Texts that have the term's words in a row.
    pub(super) texts: Vec<TextId>,
    /// Whether `words` are what a typing error was read as.
    pub(super) are_corrections: bool,
}

/// What each term may mean; `seen` learns what to highlight. A name in several pieces that the blog has neither in a row
/// nor in one word is taken for its pieces, as if it had been written with spaces.
pub(super) fn readings(corpus: &Corpus, terms: &[Term], seen: &mut Terms) -> Vec<Spellings> {
    let mut readings = Vec::with_capacity(terms.len());
    for term in terms {
        let spellings = Spellings::of(corpus, term, seen);
        let pieces = term.pieces();
        if spellings.is_empty() && !pieces.is_empty() {
            let each = pieces
                .iter()
                .map(|piece| Spellings::of(corpus, piece, seen));
            readings.extend(each);
        } else {
            readings.push(spellings);
        }
    }
    readings.truncate(MAX_TERMS);
    readings
}

/// The texts that have these words in a row; any word that begins with the last, if that may go on.
pub(super) fn texts_with_row(corpus: &Corpus, row: &[String], prefix: bool) -> Vec<TextId> {
    let last = row.len().saturating_sub(1);
    let words = row.iter().enumerate().map(|(index, word)| {
        if prefix && index == last {
            corpus.vocabulary.beginning_with(word)
        } else {
            let id = corpus.vocabulary.find(word);
            id.map_or(0..0, |id| id..id + 1)
        }
    });
    corpus.texts_with_row(&words.collect::<Vec<_>>())
}

impl Spellings {
    fn of(corpus: &Corpus, term: &Term, seen: &mut Terms) -> Spellings {
        let mut spellings = Spellings::default();
        for row in &term.rows {
            match row.as_slice() {
                [word] if !term.exact => spellings.add_word(corpus, word, term.prefix, seen),
                [word] => spellings.add_exact(corpus, word, term.prefix),
                _ => {
                    let texts = texts_with_row(corpus, row, term.prefix);
                    spellings.texts.extend(texts);
                }
            }
            seen.add(row.clone(), term.prefix);
        }
        if spellings.is_empty() {
            spellings.find_instead(corpus, term, seen);
        }
        spellings
    }

    /// Whether the blog has nothing of it.
    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.texts.is_empty()
    }

    /// What a word weighs as the term; `None` where it does not mean it.
    pub(super) fn weight(&self, corpus: &Corpus, word: WordId) -> Option<f32> {
        let mut words = self.words.iter();
        let (_, weight) = words.find(|(words, _)| words.contains(&word))?;
        Some(weight.of(corpus, word))
    }

    fn add_exact(&mut self, corpus: &Corpus, word: &str, prefix: bool) {
        if prefix {
            let words = corpus.vocabulary.beginning_with(word);
            self.push(words, Weight::Completion(word.len()));
        } else if let Some(id) = corpus.vocabulary.find(word) {
            self.push(id..id + 1, Weight::Fixed(SAME));
        }
    }

    fn push(&mut self, words: Range<WordId>, weight: Weight) {
        if !words.is_empty() {
            self.words.push((words, weight));
        }
    }

    /// The word itself, its plural and its singular: no more than an `s`, which serves English and the Romance languages
    /// without a table.
    fn add_word(&mut self, corpus: &Corpus, word: &str, prefix: bool, seen: &mut Terms) {
        self.add_exact(corpus, word, prefix);
        let mut also = |other: &str| {
            if let Some(id) = corpus.vocabulary.find(other) {
                self.push(id..id + 1, Weight::Fixed(INFLECTED));
                seen.add(vec![other.to_owned()], false);
            }
        };
        if word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            match word.strip_suffix('s') {
                Some(singular) if singular.len() > 2 && !singular.ends_with('s') => also(singular),
                None if !prefix => also(&[word, "s"].concat()),
                _ => {}
            }
        }
    }

    /// What may be meant by a word that the blog does not use: one without the symbols, one that goes on, one that is
    /// spelled differently.
    fn find_instead(&mut self, corpus: &Corpus, term: &Term, seen: &mut Terms) {
        if let Some(bare) = &term.bare {
            self.add_exact(corpus, bare, term.prefix);
            seen.add(vec![bare.clone()], term.prefix);
        }
        let Some([word]) = term.rows.last().map(Vec::as_slice) else {
            return;
        };
        if !self.is_empty() || term.exact {
            return;
        }
        if !term.prefix && word.chars().nth(2).is_some() {
            self.add_exact(corpus, word, true);
            seen.add(vec![word.clone()], true);
        }
        if self.is_empty() {
            self.correct(corpus, word, term.prefix, seen);
        }
    }

    fn correct(&mut self, corpus: &Corpus, word: &str, prefix: bool, seen: &mut Terms) {
        let mut found = near(&corpus.vocabulary, word, tolerance(word, false), false);
        if found.is_empty() && prefix {
            found = near(&corpus.vocabulary, word, tolerance(word, true), true);
        }
        let weight = Weight::Fixed(match found.first() {
            Some(near) if near.edits > 1 => TWO_EDITS,
            _ => ONE_EDIT,
        });
        let mut words: Vec<WordId> = found.into_iter().flat_map(|near| near.words).collect();
        words.sort_by_key(|&word| std::cmp::Reverse(corpus.texts_with(word).len()));
        words.truncate(MAX_CORRECTIONS);
        for id in words {
            self.are_corrections = true;
            self.push(id..id + 1, weight);
            seen.add(vec![corpus.vocabulary.word(id).to_owned()], false);
        }
    }
}
