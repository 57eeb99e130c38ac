//! The index: a blog made ready to be asked.

use std::sync::{Arc, OnceLock};

use super::facets::Facets;
use super::facts::Facts;
use super::marks::Marks;
use super::outlook::{Outlook, SeriesMatch};
use super::reasons::Reasons;
use super::search::{Answer, Corpus, Doc, parse};
use super::strip::Strip;
use super::view_state::{Sort, ViewState};
use crate::blog::{Blog, PageId, Related, RelatedPost, SeriesId};

/// A blog made ready to be asked. Made once per blog; asking does not change it, and a clone is the same index.
#[derive(Clone, Debug)]
pub struct Index {
    inner: Arc<Inner>,
}

/// What an index knows.
#[derive(Debug)]
pub(crate) struct Inner {
    blog: Arc<Blog>,
    /// The posts, newest first, as the timeline shows them: those dated only to the year after its months, those without
    /// a date last.
    docs: Vec<PageId>,
    /// The place of each page in `docs`, if it is a post.
    ranks: Vec<Option<Doc>>,
    /// What is looked at of each post.
    pub(crate) facts: Vec<Facts>,
    /// The strip without a post.
    strip: Strip,
    pub(crate) corpus: Corpus,
    /// Made when first asked for.
    related: OnceLock<Related>,
}

impl Index {
    /// Makes a blog ready to be asked, all at once. For a blog that may be large there is [`Indexing`](super::Indexing).
    pub fn new(blog: Arc<Blog>) -> Index {
        let mut indexing = super::Indexing::new(blog);
        while !indexing.step(usize::MAX) {}
        indexing.finish()
    }

    pub(crate) fn with(blog: Arc<Blog>, docs: Vec<PageId>, corpus: Corpus) -> Index {
        let strip = Strip::empty(&blog);
        let facts = docs.iter().map(|&post| Facts::of(&blog, post, &strip));
        let facts = facts.collect();
        let mut ranks = vec![None; blog.pages.len()];
        for (doc, post) in (0..).zip(&docs) {
            if let Some(rank) = ranks.get_mut(post.index()) {
                *rank = Some(doc);
            }
        }
        let inner = Inner {
            blog,
            docs,
            ranks,
            facts,
            strip,
            corpus,
            related: OnceLock::new(),
        };
        Index {
            inner: Arc::new(inner),
        }
    }

    /// The blog it was made of.
    pub fn blog(&self) -> &Arc<Blog> {
        &self.inner.blog
    }

    /// The posts that have most to do with this one and are no other part of its series, best first, at most so many.
    pub fn related(&self, post: PageId, most: usize) -> Vec<RelatedPost> {
        let blog = &self.inner.blog;
        let related = self.inner.related.get_or_init(|| Related::new(blog));
        let series = blog.page(post).series;
        let parts = series.map_or(0, |series| blog.series(series).parts.len());
        let is_part =
            |found: &RelatedPost| series.is_some() && blog.page(found.page).series == series;
        let mut found = related.of(blog, post, most + parts);
        found.retain(|found| !is_part(found));
        found.truncate(most);
        found
    }

    /// What is to be shown for `state` to someone who has marked nothing.
    pub fn outlook(&self, state: &ViewState) -> Outlook {
        self.outlook_for(state, &Marks::default())
    }

    /// What is to be shown for `state` to a reader with these marks.
    pub fn outlook_for(&self, state: &ViewState, marks: &Marks) -> Outlook {
        let index = &self.inner;
        let (query, fields) = parse(&state.q, &index.blog);
        let mut answer = Answer::new(&index.corpus, &query);
        let mut outlook = Outlook {
            total: index.docs.len(),
            strip: index.strip.clone(),
            terms: std::mem::take(&mut answer.terms),
            ..Outlook::default()
        };
        let facets = Facets::new(&index.blog, state, &fields, marks);
        let mut docs = facets.count(&index.docs, &index.facts, &answer, &mut outlook);
        outlook.by_relevance =
            answer.all != 0 && matches!(state.sort, Sort::Auto | Sort::Relevance);
        index.sort(&mut docs, state.sort, &answer, outlook.by_relevance);
        outlook.posts = docs.iter().filter_map(|&doc| index.post(doc)).collect();
        index.show_pictures(&docs, &answer, &mut outlook);
        if !state.is_filtered() {
            index.show_pictures_of_other_pages(&mut outlook);
        }
        index.show_series(&docs, &answer, &mut outlook);
        outlook.matched_in = Reasons::new(index, answer);
        outlook
    }
}

impl Inner {
    fn post(&self, doc: Doc) -> Option<PageId> {
        self.docs.get(doc as usize).copied()
    }

    /// The place of a post among the posts.
    pub(crate) fn doc(&self, post: PageId) -> Option<Doc> {
        self.ranks.get(post.index()).copied().flatten()
    }

    /// Puts posts, which are newest first, into the order asked for.
    fn sort(&self, docs: &mut [Doc], sort: Sort, answer: &Answer, by_relevance: bool) {
        if by_relevance {
            // Scores are not negative, so that their bits are in their order; and whole numbers sort faster. Of equals
            // the newest comes first.
            let key = |&doc: &Doc| u64::from(!answer.score(doc).to_bits()) << 32 | u64::from(doc);
            let mut keys: Vec<u64> = docs.iter().map(key).collect();
            keys.sort_unstable();
            for (doc, key) in docs.iter_mut().zip(keys) {
                *doc = Doc::try_from(key & u64::from(Doc::MAX)).unwrap_or(*doc);
            }
            self.read_in_order(docs, answer);
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

    /// Puts the parts of a series whose name alone answers into reading order, in the places that they have together: they
    /// answer alike, and what then tells them apart is the length of their titles.
    fn read_in_order(&self, docs: &mut [Doc], answer: &Answer) {
        let series = answer.series.iter().zip(&self.corpus.owners.series);
        let named: Vec<&Vec<Doc>> = series
            .filter(|&(&name, _)| name == answer.all)
            .map(|(_, parts)| parts)
            .collect();
        if named.is_empty() {
            return;
        }
        let mut places = self.places(docs);
        for parts in named {
            let place = |doc: &Doc| Some((places.get(*doc as usize).copied().flatten()?, *doc));
            let shown: Vec<(u32, Doc)> = parts.iter().filter_map(place).collect();
            let mut slots: Vec<u32> = shown.iter().map(|&(slot, _)| slot).collect();
            slots.sort_unstable();
            for ((_, doc), slot) in shown.into_iter().zip(slots) {
                let found = (docs.get_mut(slot as usize), places.get_mut(doc as usize));
                if let (Some(at), Some(place)) = found {
                    *at = doc;
                    // A post may be a part of another series as well.
                    *place = Some(slot);
                }
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

    /// Where everything is shown, the pictures of pages that are not posts come last.
    fn show_pictures_of_other_pages(&self, outlook: &mut Outlook) {
        for (id, page) in (0..).map(PageId).zip(&self.blog.pages) {
            if self.doc(id).is_none() {
                let images = 0..page.images.len();
                outlook.pictures.extend(images.map(|index| (id, index)));
            }
        }
        outlook.distinct_pictures = self.blog.pictures.len();
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
}

#[cfg(test)]
mod tests;
