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
        let corpus = round.corpus;
        for (words, weight) in &spellings.words {
            for word in words.clone() {
                let texts = corpus.texts_with(word);
                self.mark_all(round, texts, bit, weight.of(corpus, word));
                if spellings.are_corrections {
                    for &text in texts {
                        each_doc(corpus, text, |doc, _| {
                            self.corrected.entry(doc).or_insert(word);
                        });
                    }
                }
            }
        }
        self.mark_all(round, &spellings.texts, bit, SAME);
    }

    /// Takes note of the texts that have the term. Titles and pictures, which are nearly all of them, go without asking
    /// each whose it is.
    fn mark_all(&mut self, round: &mut Round<'_>, texts: &[TextId], bit: u32, weight: f32) {
        let owners = &round.corpus.owners;
        for &text in texts {
            if let Some(mask) = self.titles.get_mut(text as usize) {
                *mask |= bit;
                let first = self.has_first(text, bit);
                round.add_title(text, first, weight);
                continue;
            }
            let picture = (text - owners.docs) as usize;
            let doc = owners.picture_doc.get(picture).copied();
            if let (Some(doc), Some(mask)) = (doc, self.pictures.get_mut(picture)) {
                *mask |= bit;
                let first = self.has_first(doc, bit);
                round.add_caption(doc, first, weight);
                continue;
            }
            self.mark_name(round, text, bit, weight);
        }
    }

    fn mark_name(&mut self, round: &mut Round<'_>, text: TextId, bit: u32, weight: f32) {
        let owner = round.corpus.owners.owner(text);
        let named = match owner {
            Owner::Series(series) => self.series.get_mut(series as usize),
            Owner::Topic(topic) => self.topics.get_mut(topic as usize),
            Owner::Section(section) => self.sections.get_mut(section as usize),
            Owner::Title(_) | Owner::Picture(_) => None,
        };
        if let Some(mask) = named {
            *mask |= bit;
        }
        each_doc(round.corpus, text, |doc, sure| {
            let first = self.has_first(doc, bit);
            round.add_name(doc, first, owner, sure, weight);
        });
    }

    /// Takes note that a post has the term somewhere; tells whether that is new.
    fn has_first(&mut self, doc: Doc, bit: u32) -> bool {
        let Some(mask) = self.anywhere.get_mut(doc as usize) else {
            return false;
        };
        let first = *mask & bit == 0;
        *mask |= bit;
        first
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
