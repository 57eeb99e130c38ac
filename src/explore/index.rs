//! The index: a blog made ready to be asked.

use std::cmp::Reverse;
use std::sync::Arc;

use super::facets::Facets;
use super::facts::Facts;
use super::outlook::{MatchedIn, Outlook, SeriesMatch};
use super::search::{Answer, Corpus, Doc, parse};
use super::strip::Strip;
use super::timeline::{When, when};
use super::view_state::{Sort, ViewState};
use crate::blog::{Blog, PageId, SeriesId};

/// A blog made ready to be asked. Made once per blog; asking does not change it.
#[derive(Debug)]
pub struct Index {
    blog: Arc<Blog>,
    /// The posts, newest first, as the timeline shows them: those dated only to the year after its months, those without
    /// a date last.
    docs: Vec<PageId>,
    /// What is looked at of each of them.
    facts: Vec<Facts>,
    /// The strip without a post.
    strip: Strip,
    corpus: Corpus,
}

impl Index {
    /// Makes a blog ready to be asked.
    pub fn new(blog: Arc<Blog>) -> Index {
        let mut docs = blog.posts.clone();
        docs.sort_by_key(|&post| {
            let date = blog.page(post).published.map(|published| published.date);
            let (year, month) = match when(&blog, post) {
                When::Month(month) => (month.year, month.month),
                When::Year(year) => (year, 0),
                When::Unknown => (i16::MIN, 0),
            };
            Reverse((date.is_some(), year, month, date))
        });
        let rank = docs.iter().copied().zip(0..).collect();
        let corpus = Corpus::new(&blog, &docs, &rank);
        let strip = Strip::empty(&blog);
        let facts = docs.iter().map(|&post| Facts::of(&blog, post, &strip));
        Index {
            facts: facts.collect(),
            strip,
            docs,
            corpus,
            blog,
        }
    }

    /// The blog it was made of.
    pub fn blog(&self) -> &Arc<Blog> {
        &self.blog
    }

    /// What is to be shown for `state`.
    pub fn outlook(&self, state: &ViewState) -> Outlook {
        let (query, fields) = parse(&state.q, &self.blog);
        let answer = Answer::new(&self.corpus, &query);
        let mut outlook = Outlook {
            total: self.docs.len(),
            marks: fields.marks.clone(),
            strip: self.strip.clone(),
            ..Outlook::default()
        };
        let facets = Facets::new(&self.blog, state, &fields);
        let mut docs = facets.count(&self.docs, &self.facts, &answer, &mut outlook);
        outlook.by_relevance =
            answer.all != 0 && matches!(state.sort, Sort::Auto | Sort::Relevance);
        self.sort(&mut docs, state.sort, &answer, outlook.by_relevance);
        outlook.posts = docs.iter().filter_map(|&doc| self.post(doc)).collect();
        self.show_pictures(&docs, &answer, &mut outlook);
        self.show_series(&docs, &answer, &mut outlook);
        if answer.all != 0 {
            self.show_reasons(&docs, &answer, &mut outlook);
        }
        outlook.terms = answer.terms;
        outlook
    }

    fn post(&self, doc: Doc) -> Option<PageId> {
        self.docs.get(doc as usize).copied()
    }

    /// Puts posts, which are newest first, into the order asked for.
    fn sort(&self, docs: &mut [Doc], sort: Sort, answer: &Answer, by_relevance: bool) {
        if by_relevance {
            // Scores are not negative, so that their bits are in their order; and numbers sort faster than floats.
            docs.sort_by_cached_key(|&doc| (Reverse(answer.score(doc).to_bits()), doc));
        } else if sort == Sort::Oldest {
            let dated = |&doc: &Doc| {
                let facts = self.facts.get(doc as usize);
                facts.is_some_and(|facts| facts.months.is_some())
            };
            let dated = docs.partition_point(dated);
            if let Some(dated) = docs.get_mut(..dated) {
                dated.reverse();
            }
        }
    }

    fn show_pictures(&self, docs: &[Doc], answer: &Answer, outlook: &mut Outlook) {
        let owners = &self.corpus.owners;
        let mut seen = vec![false; self.blog.pictures.len()];
        for (&doc, &post) in docs.iter().zip(&outlook.posts) {
            let title = answer.titles.get(doc as usize).copied().unwrap_or(0);
            for (index, picture) in owners.pictures(doc).enumerate() {
                let picture = picture as usize;
                let own = answer.pictures.get(picture).copied().unwrap_or(0);
                if own | title == answer.all {
                    outlook.pictures.push((post, index));
                    let id = owners.picture_id.get(picture);
                    if let Some(seen) = id.and_then(|id| seen.get_mut(id.index())) {
                        *seen = true;
                    }
                }
            }
        }
        outlook.distinct_pictures = seen.into_iter().filter(|&seen| seen).count();
    }

    fn show_series(&self, docs: &[Doc], answer: &Answer, outlook: &mut Outlook) {
        let places = self.places(docs);
        let mut ranked = Vec::new();
        for (id, parts) in (0..).zip(&self.corpus.owners.series) {
            let place = |doc: &Doc| places.get(*doc as usize).copied().flatten();
            let Some(best) = parts.iter().filter_map(place).min() else {
                continue;
            };
            let shown = parts.iter().filter(|doc| place(doc).is_some());
            let name = answer.series.get(id as usize).copied().unwrap_or(0);
            let name_matches = answer.all != 0 && name == answer.all;
            let rank = if outlook.by_relevance { best } else { 0 };
            let series = SeriesMatch {
                id: SeriesId(id),
                matched: shown.filter_map(|&doc| self.post(doc)).collect(),
                name_matches,
            };
            ranked.push(((!name_matches, rank), series));
        }
        ranked.sort_by_key(|&(rank, _)| rank);
        outlook.series = ranked.into_iter().map(|(_, series)| series).collect();
    }

    /// At which place each post is shown; nothing where no series asks.
    fn places(&self, docs: &[Doc]) -> Vec<Option<u32>> {
        if self.corpus.owners.series.is_empty() {
            return Vec::new();
        }
        let mut places = vec![None; self.docs.len()];
        for (place, &doc) in (0..).zip(docs) {
            if let Some(slot) = places.get_mut(doc as usize) {
                *slot = Some(place);
            }
        }
        places
    }

    fn show_reasons(&self, docs: &[Doc], answer: &Answer, outlook: &mut Outlook) {
        let found = |masks: &[u32], index: usize| masks.get(index).is_some_and(|&mask| mask != 0);
        let owners = &self.corpus.owners;
        let in_series = self.named(&answer.series, &owners.series, |&doc| doc);
        let on_topic = self.named(&answer.topics, &owners.topics, |&(doc, _)| doc);
        let is_in = |named: &[bool], doc: Doc| named.get(doc as usize).copied().unwrap_or(false);
        outlook.matched_in.reserve(docs.len());
        for (&doc, &post) in docs.iter().zip(&outlook.posts) {
            let section = self.facts.get(doc as usize).and_then(|facts| facts.section);
            let pictures = owners.pictures(doc).zip(0..);
            let corrected = answer.corrected.get(&doc);
            let reasons = MatchedIn {
                title: found(&answer.titles, doc as usize),
                series: is_in(&in_series, doc),
                topic: is_in(&on_topic, doc),
                section: section.is_some_and(|id| found(&answer.sections, id.index())),
                captions: pictures
                    .filter(|&(picture, _)| found(&answer.pictures, picture as usize))
                    .map(|(_, index)| index)
                    .collect(),
                corrected: corrected.map(|&word| self.corpus.vocabulary.word(word).to_owned()),
            };
            outlook.matched_in.insert(post, reasons);
        }
    }

    /// Which posts belong to something whose name has a word that is looked for; empty where none does.
    fn named<T>(&self, found: &[u32], posts: &[Vec<T>], doc: impl Fn(&T) -> Doc) -> Vec<bool> {
        let mut named = Vec::new();
        for (_, posts) in found.iter().zip(posts).filter(|&(&found, _)| found != 0) {
            named.resize(self.docs.len(), false);
            for post in posts {
                if let Some(named) = named.get_mut(doc(post) as usize) {
                    *named = true;
                }
            }
        }
        named
    }
}

#[cfg(test)]
mod tests;
