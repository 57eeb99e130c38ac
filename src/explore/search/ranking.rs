//! Ranking: how well a post answers.
//!
//! BM25F with one round a term: what a post says of the term in all its fields is added up, weighted by field and by how
//! near the spelling is, and saturates; rare terms count for more. What a reader recognises at once, a title that has the
//! words in their order, is then preferred.

use super::corpus::{Corpus, Doc, Owner};
use super::spelling::Spellings;
use super::vocabulary::WordId;

/// What one occurrence in a field weighs. A title says what a post is about; a caption may mention anything; a section's
/// name says it of half the blog. Nearer to each other, captions would bury titles; further apart, they would not count.
const TITLE: f32 = 5.0;
const SERIES: f32 = 3.0;
const TOPIC: f32 = 2.0;
const CAPTION: f32 = 1.0;
const SECTION: f32 = 0.3;

/// What all captions of a post weigh together at most: less than one title, so that a post with forty diagrams of a
/// broker does not come before the post about brokers.
const ALL_CAPTIONS: f32 = 2.5;

/// How soon repetition stops to count (BM25's k1, whose usual range is 1.2 to 2; texts here are short).
const SATURATION: f32 = 1.2;

/// How much the length of a title counts (BM25's b): 0 not at all, 1 in full; 0.75 is usual for whole articles. Titles
/// are all short, and a long one is not much worse.
const LENGTH: f32 = 0.3;

/// What a word of a text weighs that is the query's.
pub(super) const SAME: f32 = 1.0;
/// What its plural or singular weighs.
pub(super) const INFLECTED: f32 = 0.9;
/// What a word weighs that is one letter away from the query's: less than any word that begins with it.
pub(super) const ONE_EDIT: f32 = 0.3;
/// What a word weighs that is two letters away.
pub(super) const TWO_EDITS: f32 = 0.2;
/// What a word weighs that begins with the query's, and what it gains at most, the less is missing the more.
/// Lower, and a letter typed towards a title's word would find captions that have it as a word first; higher, and
/// `Logs` comes before `The log`.
const COMPLETED: f32 = 0.55;
const COMPLETION: f32 = 0.3;

/// How much better a title is that has the query's words one after the other; that begins with them; that is them.
const IN_ORDER: f32 = 1.3;
const AT_START: f32 = 1.15;
const WHOLE: f32 = 1.5;

/// What a word of the text weighs.
#[derive(Clone, Copy)]
pub(super) enum Weight {
    /// As much as this.
    Fixed(f32),
    /// By how much of it was typed: the length of that in bytes.
    Completion(usize),
}

impl Weight {
    /// What this word weighs.
    pub(super) fn of(self, corpus: &Corpus, word: WordId) -> f32 {
        match self {
            Weight::Fixed(weight) => weight,
            Weight::Completion(typed) => {
                let whole = corpus.vocabulary.word(word).len();
                if whole == typed {
                    return SAME;
                }
                COMPLETED + COMPLETION * real(typed) / real(whole.max(1))
            }
        }
    }
}

/// What one post has of one term.
#[derive(Clone, Copy, Default)]
struct Sum {
    /// In its title and the names of what it belongs to.
    fields: f32,
    captions: f32,
    /// The nearest spelling.
    spelling: f32,
}

/// The adding up for one term at a time.
pub(super) struct Round<'a> {
    pub(super) corpus: &'a Corpus,
    /// What each post has of the term so far.
    sums: Vec<Sum>,
    /// The posts that have something of it.
    touched: Vec<Doc>,
    title_length: f32,
}

impl<'a> Round<'a> {
    pub(super) fn new(corpus: &'a Corpus) -> Round<'a> {
        let docs = corpus.owners.docs as usize;
        Round {
            corpus,
            sums: vec![Sum::default(); docs],
            touched: Vec::new(),
            title_length: (real(corpus.title_words) / real(docs.max(1))).max(1.0),
        }
    }

    /// Adds an occurrence in a title, the post's first of this term or not, by what its spelling weighs.
    pub(super) fn add_title(&mut self, doc: Doc, first: bool, spelling: f32) {
        let length = real(self.corpus.words_of(doc).len()) / self.title_length;
        let field = TITLE / (1.0 - LENGTH + LENGTH * length);
        self.add(doc, first, spelling, field, 0.0);
    }

    /// Adds an occurrence in a caption.
    pub(super) fn add_caption(&mut self, doc: Doc, first: bool, spelling: f32) {
        self.add(doc, first, spelling, 0.0, CAPTION);
    }

    /// Adds an occurrence in the name of something that the post belongs to, by how sure that is.
    pub(super) fn add_name(
        &mut self,
        doc: Doc,
        first: bool,
        owner: Owner,
        sure: f32,
        spelling: f32,
    ) {
        let field = match owner {
            Owner::Title(_) => TITLE,
            Owner::Picture(_) => CAPTION,
            Owner::Series(_) => SERIES,
            Owner::Topic(_) => TOPIC,
            Owner::Section(_) => SECTION,
        };
        self.add(doc, first, spelling, field * sure, 0.0);
    }

    fn add(&mut self, doc: Doc, first: bool, spelling: f32, field: f32, caption: f32) {
        if first {
            self.touched.push(doc);
        }
        if let Some(sum) = self.sums.get_mut(doc as usize) {
            sum.fields += field;
            sum.captions += caption;
            sum.spelling = sum.spelling.max(spelling);
        }
    }

    /// Adds the term to the scores, and makes ready for the next.
    pub(super) fn close(&mut self, scores: &mut [f32]) {
        let all = real(self.corpus.owners.docs as usize);
        let having = real(self.touched.len());
        let rarity = ((all - having + 0.5) / (having + 0.5)).ln_1p();
        for doc in self.touched.drain(..) {
            let index = doc as usize;
            let Some(sum) = self.sums.get_mut(index).map(std::mem::take) else {
                continue;
            };
            let said = sum.fields + sum.captions.min(ALL_CAPTIONS);
            // Outside of what saturates: a name repeated in the wrong spelling is still not the name.
            if let Some(score) = scores.get_mut(index) {
                *score += rarity * sum.spelling * said / (said + SATURATION);
            }
        }
    }
}

/// How much better a title is for having the query's words in their order.
pub(super) fn order_factor(corpus: &Corpus, title: &[WordId], query: &[Spellings]) -> f32 {
    let weigh = |words: &[WordId]| {
        let pairs = words.iter().zip(query);
        pairs
            .map(|(&word, spellings)| spellings.weight(corpus, word))
            .try_fold(SAME, |least, weight| Some(least.min(weight?)))
    };
    let mut rows = title.windows(query.len().max(1)).map(weigh).enumerate();
    let Some((at, least)) = rows.find_map(|(at, weight)| Some((at, weight?))) else {
        return 1.0;
    };
    let mut factor = if query.len() > 1 { IN_ORDER } else { 1.0 };
    if at == 0 {
        factor *= AT_START;
        if title.len() == query.len() && least >= INFLECTED {
            factor *= WHOLE;
        }
    }
    factor
}

/// A count as a real number.
#[expect(
    clippy::cast_precision_loss,
    reason = "exact up to 2^24, and a ranking needs no more"
)]
fn real(count: usize) -> f32 {
    count as f32
}
