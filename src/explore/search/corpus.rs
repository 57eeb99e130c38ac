//! The corpus: every text of the blog that can be searched, as words, and who each text belongs to.
//!
//! Texts are numbered by what they are: first the posts' titles, then the pictures' titles and captions, then the names
//! of series, topics and sections. A name is stored once, however many posts it belongs to.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::vocabulary::{Vocabulary, WordId};
use crate::blog::{Blog, PageId, PictureId, SectionId, Series};

/// A post, as its rank by date.
pub(crate) type Doc = u32;

/// A text, by its number.
pub(crate) type TextId = u32;

/// Stands between two texts that are numbered as one, so that no phrase runs over from the one into the other.
pub(super) const BREAK: WordId = WordId::MAX;

/// Every text, and where each word stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Corpus {
    /// Every word in use.
    pub(crate) vocabulary: Vocabulary,
    /// Which texts use a word: `postings[posting_ends[word - 1]..posting_ends[word]]`, in order, each once.
    pub(super) postings: Vec<TextId>,
    pub(super) posting_ends: Vec<u32>,
    /// The words of each text in their order, one text after the other.
    pub(super) sequence: Vec<WordId>,
    pub(super) sequence_ends: Vec<u32>,
    /// How many words all titles have.
    pub(crate) title_words: usize,
    /// Who the texts belong to.
    pub(crate) owners: Owners,
}

/// Who a text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// It is the title of this post.
    Title(Doc),
    /// It is the title and caption of a picture, by its number among all pictures of all posts.
    Picture(u32),
    /// It is the name of this series.
    Series(u32),
    /// It is the name of this topic.
    Topic(u32),
    /// It is the name of this section.
    Section(u32),
}

/// The posts that texts belong to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Owners {
    /// How many posts there are.
    pub(crate) docs: u32,
    /// The number of each post's first picture, and one past the last.
    pub(crate) first_picture: Vec<u32>,
    /// The post of each picture.
    pub(crate) picture_doc: Vec<Doc>,
    /// Which picture each is.
    pub(crate) picture_id: Vec<PictureId>,
    /// The posts of each series.
    pub(crate) series: Vec<Vec<Doc>>,
    /// The posts of each topic, and how surely.
    pub(crate) topics: Vec<Vec<(Doc, f32)>>,
    /// The posts of each section.
    pub(crate) sections: Vec<Vec<Doc>>,
}

impl Owners {
    pub(super) fn of(blog: &Blog, docs: &[PageId]) -> Owners {
        let rank: FxHashMap<PageId, Doc> = docs.iter().copied().zip(0..).collect();
        let mut owners = Owners {
            docs: count(docs.len()),
            topics: vec![Vec::new(); blog.topics.len()],
            sections: vec![Vec::new(); blog.sections.len()],
            ..Owners::default()
        };
        for (&post, doc) in docs.iter().zip(0..) {
            let page = blog.page(post);
            owners.first_picture.push(count(owners.picture_doc.len()));
            owners.picture_doc.extend(page.images.iter().map(|_| doc));
            let ids = page.images.iter().map(|image| image.picture);
            owners.picture_id.extend(ids);
            for found in &page.topics {
                if let Some(posts) = owners.topics.get_mut(found.topic.index()) {
                    posts.push((doc, found.confidence));
                }
            }
            let section = page.section.map(SectionId::index);
            if let Some(posts) = section.and_then(|index| owners.sections.get_mut(index)) {
                posts.push(doc);
            }
        }
        owners.first_picture.push(count(owners.picture_doc.len()));
        let part_docs = |series: &Series| {
            let mut docs: Vec<Doc> = Vec::with_capacity(series.parts.len());
            for part in &series.parts {
                let doc = rank.get(&part.page);
                docs.extend(doc.filter(|&doc| !docs.contains(doc)));
            }
            docs
        };
        owners.series = blog.series.iter().map(part_docs).collect();
        owners
    }

    /// Who the text of that number belongs to.
    pub(crate) fn owner(&self, text: TextId) -> Owner {
        let mut number = text;
        for (owner, many) in [
            (Owner::Title as fn(u32) -> Owner, self.docs),
            (Owner::Picture, count(self.picture_doc.len())),
            (Owner::Series, count(self.series.len())),
            (Owner::Topic, count(self.topics.len())),
        ] {
            if number < many {
                return owner(number);
            }
            number -= many;
        }
        Owner::Section(number)
    }

    /// How many texts there are.
    pub(super) fn texts(&self) -> usize {
        let posts = self.docs as usize + self.picture_doc.len();
        posts + self.series.len() + self.topics.len() + self.sections.len()
    }

    /// The numbers of a post's pictures.
    pub(crate) fn pictures(&self, doc: Doc) -> Range<u32> {
        let first = |doc: usize| self.first_picture.get(doc).copied().unwrap_or(0);
        first(doc as usize)..first(doc as usize + 1)
    }
}

impl Corpus {
    /// The texts that use a word, in order.
    pub(crate) fn texts_with(&self, word: WordId) -> &[TextId] {
        slice(&self.postings, &self.posting_ends, word)
    }

    /// The words of a text, in their order.
    pub(crate) fn words_of(&self, text: TextId) -> &[WordId] {
        slice(&self.sequence, &self.sequence_ends, text)
    }

    /// The texts in which words that fit stand one after the other.
    pub(crate) fn texts_with_row(&self, row: &[Range<WordId>]) -> Vec<TextId> {
        let rare = |range: &&Range<WordId>| -> usize {
            let texts = |word| self.texts_with(word).len();
            (*range).clone().map(texts).sum()
        };
        let Some(rarest) = row.iter().min_by_key(rare) else {
            return Vec::new();
        };
        let mut texts: Vec<TextId> = rarest
            .clone()
            .flat_map(|word| self.texts_with(word))
            .copied()
            .collect();
        if rarest.len() > 1 {
            texts.sort_unstable();
            texts.dedup();
        }
        if row.len() == 1 {
            return texts;
        }
        texts.retain(|&text| {
            let mut windows = self.words_of(text).windows(row.len());
            windows.any(|words| {
                words
                    .iter()
                    .zip(row)
                    .all(|(word, fits)| fits.contains(word))
            })
        });
        texts
    }
}

/// What belongs to `index` where `ends` tells where each one's part of `all` ends.
fn slice<'a>(all: &'a [u32], ends: &[u32], index: u32) -> &'a [u32] {
    let end = |index: Option<usize>| {
        let end = index.and_then(|index| ends.get(index));
        end.map_or(0, |&end| end as usize)
    };
    let start = end((index as usize).checked_sub(1));
    all.get(start..end(Some(index as usize)))
        .unwrap_or_default()
}

pub(crate) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
