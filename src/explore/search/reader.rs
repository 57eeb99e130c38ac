//! Reading: from the texts of a blog to its corpus.

use rustc_hash::FxHashMap;

use super::corpus::{BREAK, Corpus, Doc, Owner, Owners, TextId, count};
use super::vocabulary::{Vocabulary, WordId};
use super::words::{Role, each_word};
use crate::blog::{Blog, Page, PageId};

/// Reads texts, giving each new word the next number; `finish` puts the numbers into the order of the words.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    owners: Owners,
    numbers: FxHashMap<Box<str>, WordId>,
    sequence: Vec<WordId>,
    sequence_ends: Vec<u32>,
    /// Words and the texts that use them, in the order read.
    uses: Vec<(WordId, TextId)>,
}

impl Reader {
    /// Will read the texts of a blog whose posts are `docs`.
    pub(crate) fn new(blog: &Blog, docs: &[PageId]) -> Reader {
        Reader {
            owners: Owners::of(blog, docs),
            ..Reader::default()
        }
    }

    /// How many texts have been read, and of how many.
    pub(crate) fn progress(&self) -> (usize, usize) {
        (self.sequence_ends.len(), self.owners.texts())
    }

    /// Reads up to that many more texts of the same blog; tells whether that was all.
    pub(crate) fn read_texts(&mut self, blog: &Blog, docs: &[PageId], texts: usize) -> bool {
        let (read, all) = self.progress();
        let end = read.saturating_add(texts).min(all);
        for text in read..end {
            self.read_text(blog, docs, self.owners.owner(count(text)));
            self.sequence_ends.push(count(self.sequence.len()));
        }
        end == all
    }

    fn read_text(&mut self, blog: &Blog, docs: &[PageId], owner: Owner) {
        let page = |doc: Doc| docs.get(doc as usize).map(|&post| blog.page(post));
        let name = match owner {
            Owner::Picture(picture) => return self.read_picture(picture, page),
            Owner::Title(doc) => page(doc).map(|page| &page.title),
            Owner::Series(id) => blog.series.get(id as usize).map(|series| &series.name),
            Owner::Topic(id) => blog.topics.get(id as usize).map(|topic| &topic.name),
            Owner::Section(id) => blog.sections.get(id as usize).map(|section| &section.name),
        };
        self.read(name.map_or("", String::as_str));
    }

    fn read_picture<'a>(&mut self, picture: u32, page: impl Fn(Doc) -> Option<&'a Page>) {
        let doc = self.owners.picture_doc.get(picture as usize).copied();
        let index = doc.map(|doc| picture.saturating_sub(self.owners.pictures(doc).start));
        let page = doc.and_then(page);
        let Some(image) = page
            .zip(index)
            .and_then(|(page, index)| page.images.get(index as usize))
        else {
            return;
        };
        self.read(image.title.as_deref().unwrap_or_default());
        if image.title.is_some() && image.caption.is_some() {
            self.sequence.push(BREAK);
        }
        self.read(image.caption.as_deref().unwrap_or_default());
    }

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

    /// The corpus, of what has been read.
    pub(crate) fn finish(mut self) -> Corpus {
        let mut words: Vec<(&str, WordId)> = self
            .numbers
            .iter()
            .map(|(word, &number)| (&**word, number))
            .collect();
        words.sort_unstable();
        let vocabulary = Vocabulary::from_sorted(words.iter().map(|&(word, _)| word));
        let mut ranks = vec![BREAK; words.len()];
        for (&(_, number), rank) in words.iter().zip(0..) {
            if let Some(slot) = ranks.get_mut(number as usize) {
                *slot = rank;
            }
        }
        let ranked = |number: WordId| ranks.get(number as usize).copied().unwrap_or(BREAK);
        for word in &mut self.sequence {
            *word = ranked(*word);
        }
        for (word, _) in &mut self.uses {
            *word = ranked(*word);
        }
        let (postings, posting_ends) = postings(&self.uses, ranks.len());
        let last_title = (self.owners.docs as usize).checked_sub(1);
        let title_words = last_title.and_then(|last| self.sequence_ends.get(last));
        Corpus {
            title_words: title_words.copied().unwrap_or(0) as usize,
            vocabulary,
            postings,
            posting_ends,
            sequence: self.sequence,
            sequence_ends: self.sequence_ends,
            owners: self.owners,
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
