//! What a reader has marked: posts read, and posts starred.

use std::collections::BTreeSet;

use super::outlook::{Mark, MarkFilter};

/// The marks on one blog's posts, by [`Page::key`](crate::blog::Page::key). A mark on a post that the sitemap no longer names is kept: it may
/// come back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    read: BTreeSet<String>,
    starred: BTreeSet<String>,
}

impl Marks {
    /// Marks of posts by their keys.
    pub fn new(
        read: impl IntoIterator<Item = String>,
        starred: impl IntoIterator<Item = String>,
    ) -> Marks {
        Marks {
            read: read.into_iter().collect(),
            starred: starred.into_iter().collect(),
        }
    }

    /// The keys of the posts that have a mark, in order.
    pub fn keys(&self, mark: Mark) -> impl ExactSizeIterator<Item = &str> {
        self.of(mark).iter().map(String::as_str)
    }

    /// Whether a post has a mark.
    pub fn has(&self, mark: Mark, key: &str) -> bool {
        self.of(mark).contains(key)
    }

    /// Whether nothing is marked.
    pub fn is_empty(&self) -> bool {
        self.read.is_empty() && self.starred.is_empty()
    }

    /// Puts a mark on a post, or takes it away.
    pub fn set(&mut self, mark: Mark, key: &str, on: bool) {
        let keys = match mark {
            Mark::Read => &mut self.read,
            Mark::Starred => &mut self.starred,
        };
        if on {
            keys.insert(key.to_owned());
        } else {
            keys.remove(key);
        }
    }

    /// Adds the marks of others; takes none away.
    pub fn add(&mut self, others: Marks) {
        self.read.extend(others.read);
        self.starred.extend(others.starred);
    }

    /// Whether a post is as the filters want it.
    pub(super) fn pass(&self, filters: &[MarkFilter], key: &str) -> bool {
        let passes = |filter: &MarkFilter| self.has(filter.mark, key) == filter.wanted;
        filters.iter().all(passes)
    }

    fn of(&self, mark: Mark) -> &BTreeSet<String> {
        match mark {
            Mark::Read => &self.read,
            Mark::Starred => &self.starred,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(marks: &Marks, mark: Mark) -> Vec<&str> {
        marks.keys(mark).collect()
    }

    #[test]
    fn a_mark_is_put_on_and_taken_away() {
        let mut marks = Marks::default();
        marks.set(Mark::Read, "a", true);
        marks.set(Mark::Starred, "a", true);
        marks.set(Mark::Read, "a", true);
        assert!(marks.has(Mark::Read, "a") && marks.has(Mark::Starred, "a"));
        marks.set(Mark::Read, "a", false);
        assert!(!marks.has(Mark::Read, "a") && marks.has(Mark::Starred, "a"));
        assert!(!marks.is_empty());
    }

    #[test]
    fn what_others_marked_is_added_and_nothing_is_lost() {
        let mut marks = Marks::new(["a".to_owned()], ["b".to_owned()]);
        marks.add(Marks::new(["c".to_owned()], []));
        assert_eq!(keys(&marks, Mark::Read), ["a", "c"]);
        assert_eq!(keys(&marks, Mark::Starred), ["b"]);
    }
}
