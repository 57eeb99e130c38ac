//! Making an index in slices, so that a page stays alive meanwhile.

use std::cmp::Reverse;
use std::sync::Arc;

use super::index::Index;
use super::search::Reader;
use super::timeline::{When, when};
use crate::blog::{Blog, PageId};

/// An index being made.
///
/// ```
/// # use blog_explorer::explore::Indexing;
/// # let blog = std::sync::Arc::default();
/// let mut indexing = Indexing::new(blog);
/// while !indexing.step(5_000) {
///     // Let the browser draw.
/// }
/// let index = indexing.finish();
/// ```
#[derive(Debug)]
pub struct Indexing {
    blog: Arc<Blog>,
    docs: Vec<PageId>,
    reader: Reader,
}

impl Indexing {
    /// Begins to make a blog ready.
    pub fn new(blog: Arc<Blog>) -> Indexing {
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
        Indexing {
            reader: Reader::new(&blog, &docs),
            docs,
            blog,
        }
    }

    /// Reads up to that many more texts (a title, or the words beside a picture); tells whether that was all. Some 5,000
    /// at a time take a few milliseconds.
    pub fn step(&mut self, texts: usize) -> bool {
        self.reader.read_texts(&self.blog, &self.docs, texts)
    }

    /// How many texts have been read, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        self.reader.progress()
    }

    /// The index, of what has been read so far.
    pub fn finish(self) -> Index {
        Index::with(self.blog, self.docs, self.reader.finish())
    }
}
