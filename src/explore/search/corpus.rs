//! The corpus: every text of the blog that can be searched, as words, and who each text belongs to.
//!
//! Texts are numbered by what they are: first the posts' titles, then the pictures' titles and captions, then the names
//! of series, topics and sections. A name is stored once, however many posts it belongs to.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::vocabulary::{Vocabulary, WordId};
use super::words::{Role, each_word};
use crate::blog::{Blog, PageId, PictureId, SectionId, Series};

/// A post, as its rank by date.
pub(crate) type Doc = u32;

/// A text, by its number.
pub(crate) type TextId = u32;

/// Stands between two texts that are numbered as one, so that no phrase runs over from the one into the other.
const BREAK: WordId = WordId::MAX;

/// Every text, and where each word stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Corpus {
    /// Every word in use.
    pub(crate) vocabulary: Vocabulary,
    /// Which texts use a word: `postings[posting_ends[word - 1]..posting_ends[word]]`, in order, each once.
    postings: Vec<TextId>,
    posting_ends: Vec<u32>,
    /// The words of each text in their order, one text after the other.
    sequence: Vec<WordId>,
    sequence_ends: Vec<u32>,
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
    fn of(blog: &Blog, docs: &[PageId], rank: &FxHashMap<PageId, Doc>) -> Owners {
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
            let parts = series.parts.iter();
            parts
                .filter_map(|part| rank.get(&part.page).copied())
                .collect()
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

    /// The numbers of a post's pictures.
    pub(crate) fn pictures(&self, doc: Doc) -> Range<u32> {
        let first = |doc: usize| self.first_picture.get(doc).copied().unwrap_or(0);
        first(doc as usize)..first(doc as usize + 1)
    }
}

impl Corpus {
    /// Reads every text of a blog whose posts are `docs`.
    pub(crate) fn new(blog: &Blog, docs: &[PageId], rank: &FxHashMap<PageId, Doc>) -> Corpus {
        let mut reader = Reader::default();
        for &post in docs {
            reader.read(&blog.page(post).title);
            reader.end();
        }
        for &post in docs {
            for image in &blog.page(post).images {
                reader.read(image.title.as_deref().unwrap_or_default());
                if image.title.is_some() && image.caption.is_some() {
                    reader.sequence.push(BREAK);
                }
                reader.read(image.caption.as_deref().unwrap_or_default());
                reader.end();
            }
        }
        let series = blog.series.iter().map(|series| &series.name);
        let topics = blog.topics.iter().map(|topic| &topic.name);
        let sections = blog.sections.iter().map(|section| &section.name);
        for name in series.chain(topics).chain(sections) {
            reader.read(name);
            reader.end();
        }
        reader.finish(Owners::of(blog, docs, rank))
    }

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
        texts.sort_unstable();
        texts.dedup();
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

/// Reads texts, giving each new word the next number; `finish` puts the numbers into the order of the words.
#[derive(Default)]
struct Reader {
    numbers: FxHashMap<Box<str>, WordId>,
    sequence: Vec<WordId>,
    sequence_ends: Vec<u32>,
    /// Words and the texts that use them, in the order read.
    uses: Vec<(WordId, TextId)>,
}

impl Reader {
    fn read(&mut self, text: &str) {
        let id = count(self.sequence_ends.len());
        each_word(text, |found| {
            let next = count(self.numbers.len());
            let word = self.numbers.get(found.folded).copied().unwrap_or_else(|| {
                self.numbers.insert(found.folded.into(), next);
                next
            });
            self.uses.push((word, id));
            if found.role != Role::Aside {
                self.sequence.push(word);
            }
        });
    }

    fn end(&mut self) {
        self.sequence_ends.push(count(self.sequence.len()));
    }

    fn finish(mut self, owners: Owners) -> Corpus {
        let mut words: Vec<(&str, WordId)> = self
            .numbers
            .iter()
            .map(|(word, &number)| (&**word, number))
            .collect();
        words.sort_unstable();
        let vocabulary = Vocabulary::from_sorted(words.iter().map(|&(word, _)| word));
        let mut ranks = vec![0; words.len()];
        for (&(_, number), rank) in words.iter().zip(0..) {
            ranks[number as usize] = rank;
        }
        let ranked = |number: WordId| ranks.get(number as usize).copied().unwrap_or(BREAK);
        for word in &mut self.sequence {
            *word = ranked(*word);
        }
        for (word, _) in &mut self.uses {
            *word = ranked(*word);
        }
        let (postings, posting_ends) = postings(&self.uses, ranks.len());
        let title_words = match owners.docs.checked_sub(1) {
            Some(last) => self.sequence_ends.get(last as usize).copied(),
            None => None,
        };
        Corpus {
            title_words: title_words.unwrap_or(0) as usize,
            vocabulary,
            postings,
            posting_ends,
            sequence: self.sequence,
            sequence_ends: self.sequence_ends,
            owners,
        }
    }
}

/// Sorts uses by word, by counting; they are in the order of the texts already.
fn postings(uses: &[(WordId, TextId)], words: usize) -> (Vec<TextId>, Vec<u32>) {
    let mut last = vec![TextId::MAX; words];
    let mut counts = vec![0_u32; words];
    for &(word, text) in uses {
        if std::mem::replace(&mut last[word as usize], text) != text {
            counts[word as usize] += 1;
        }
    }
    let mut at = 0;
    let mut cursors: Vec<u32> = Vec::with_capacity(words);
    for count in counts {
        cursors.push(at);
        at += count;
    }
    let mut postings = vec![0; at as usize];
    last.fill(TextId::MAX);
    for &(word, text) in uses {
        if std::mem::replace(&mut last[word as usize], text) != text {
            let cursor = &mut cursors[word as usize];
            postings[*cursor as usize] = text;
            *cursor += 1;
        }
    }
    (postings, cursors)
}
