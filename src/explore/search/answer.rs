//! The answer to a query: which posts have what must be found, where, and how well.

use rustc_hash::FxHashMap;

use super::corpus::{Corpus, Doc, Owner, TextId};
use super::query::{Query, Term};
use super::ranking::{Round, SAME, order_factor};
use super::spelling::{Spellings, readings, texts_with_row};
use super::terms::Terms;
use super::vocabulary::WordId;

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    /// All the bits of terms; zero where nothing must be found.
    pub(crate) all: u32,
    /// Which terms each post has, anywhere.
    anywhere: Vec<u32>,
    /// Which terms each post's title has.
    pub(crate) titles: Vec<u32>,
    /// Which terms each picture's title and caption have.
    pub(crate) pictures: Vec<u32>,
    /// Which terms each series' name has.
    pub(crate) series: Vec<u32>,
    /// Which terms each topic's name has.
    pub(crate) topics: Vec<u32>,
    /// Which terms each section's name has.
    pub(crate) sections: Vec<u32>,
    /// How well each post answers.
    scores: Vec<f32>,
    /// Which posts have something that must not be found.
    excluded: Vec<bool>,
    /// The word that a typing error was read as, where a post has it.
    pub(crate) corrected: FxHashMap<Doc, WordId>,
    /// What to highlight.
    pub(crate) terms: Terms,
}

impl Answer {
    /// Finds what a query asks for.
    pub(crate) fn new(corpus: &Corpus, query: &Query) -> Answer {
        let owners = &corpus.owners;
        let docs = owners.docs as usize;
        let mut answer = Answer::default();
        if !query.not.is_empty() {
            answer.excluded = vec![false; docs];
            for term in &query.not {
                answer.exclude(corpus, term);
            }
        }
        if query.terms.is_empty() {
            return answer;
        }
        answer.anywhere = vec![0; docs];
        answer.titles = vec![0; docs];
        answer.scores = vec![0.0; docs];
        answer.pictures = vec![0; owners.picture_doc.len()];
        answer.series = vec![0; owners.series.len()];
        answer.topics = vec![0; owners.topics.len()];
        answer.sections = vec![0; owners.sections.len()];
        let readings = readings(corpus, &query.terms, &mut answer.terms);
        let mut round = Round::new(corpus);
        for (number, spellings) in readings.iter().enumerate() {
            let bit = 1_u32 << number;
            answer.all |= bit;
            answer.find(&mut round, spellings, bit);
            round.close(&mut answer.scores);
        }
        answer.prefer_titles_in_order(corpus, &readings);
        answer
    }

    /// Whether a post has all that must be found and nothing that must not.
    pub(crate) fn has(&self, doc: Doc) -> bool {
        let doc = doc as usize;
        let found = self.all == 0 || self.anywhere.get(doc) == Some(&self.all);
        found && !self.excluded.get(doc).copied().unwrap_or(false)
    }

    /// How well a post answers.
    pub(crate) fn score(&self, doc: Doc) -> f32 {
        self.scores.get(doc as usize).copied().unwrap_or(0.0)
    }

    fn exclude(&mut self, corpus: &Corpus, term: &Term) {
        for row in &term.rows {
            for text in texts_with_row(corpus, row, term.prefix) {
                each_doc(corpus, text, |doc, _| {
                    if let Some(excluded) = self.excluded.get_mut(doc as usize) {
                        *excluded = true;
                    }
                });
            }
        }
    }

    /// Finds one term in every text.
    fn find(&mut self, round: &mut Round<'_>, spellings: &Spellings, bit: u32) {
        for (words, weight) in &spellings.words {
            for word in words.clone() {
                let weight = weight.of(round.corpus, word);
                for &text in round.corpus.texts_with(word) {
                    self.mark(round, text, bit, weight);
                    if spellings.are_corrections {
                        each_doc(round.corpus, text, |doc, _| {
                            self.corrected.entry(doc).or_insert(word);
                        });
                    }
                }
            }
        }
        for &text in &spellings.texts {
            self.mark(round, text, bit, SAME);
        }
    }

    fn mark(&mut self, round: &mut Round<'_>, text: TextId, bit: u32, weight: f32) {
        let owner = round.corpus.owners.owner(text);
        let (masks, index) = match owner {
            Owner::Title(doc) => (&mut self.titles, doc),
            Owner::Picture(picture) => (&mut self.pictures, picture),
            Owner::Series(series) => (&mut self.series, series),
            Owner::Topic(topic) => (&mut self.topics, topic),
            Owner::Section(section) => (&mut self.sections, section),
        };
        if let Some(mask) = masks.get_mut(index as usize) {
            *mask |= bit;
        }
        let field = round.field_weight(owner, text);
        each_doc(round.corpus, text, |doc, sure| {
            if let Some(mask) = self.anywhere.get_mut(doc as usize) {
                let first = *mask & bit == 0;
                *mask |= bit;
                round.add(doc, first, owner, field * sure, weight);
            }
        });
    }

    fn prefer_titles_in_order(&mut self, corpus: &Corpus, readings: &[Spellings]) {
        // Which words in a row stand for a name in several pieces is not kept.
        if readings.iter().any(|reading| !reading.texts.is_empty()) {
            return;
        }
        for (doc, (&title, score)) in (0..).zip(self.titles.iter().zip(&mut self.scores)) {
            if title == self.all {
                *score *= order_factor(corpus, corpus.words_of(doc), readings);
            }
        }
    }
}

/// Every post that a text belongs to, and how surely.
fn each_doc(corpus: &Corpus, text: TextId, mut each: impl FnMut(Doc, f32)) {
    let owners = &corpus.owners;
    let whose = match owners.owner(text) {
        Owner::Title(doc) => return each(doc, 1.0),
        Owner::Picture(picture) => {
            if let Some(&doc) = owners.picture_doc.get(picture as usize) {
                each(doc, 1.0);
            }
            return;
        }
        Owner::Topic(topic) => {
            for &(doc, sure) in owners.topics.get(topic as usize).into_iter().flatten() {
                each(doc, sure);
            }
            return;
        }
        Owner::Series(series) => owners.series.get(series as usize),
        Owner::Section(section) => owners.sections.get(section as usize),
    };
    for &doc in whose.into_iter().flatten() {
        each(doc, 1.0);
    }
}
