//! An index of how slugs and titles begin, so that no post need be compared with every other.

use super::group::Trail;
use super::post::{Posts, View};

/// Names of series are at most so many words.
pub(super) const LONGEST: usize = 9;

/// A post whose view begins with some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Head {
    trail: u64,
    /// How many words.
    pub(super) words: u8,
    pub(super) post: u32,
    /// Which of the post's views.
    pub(super) view: u8,
}

impl Head {
    pub(super) fn post(&self) -> usize {
        self.post as usize
    }
}

/// Every beginning of every view, sorted, so that those that are alike stand together.
pub(super) struct Heads {
    sorted: Vec<Head>,
}

impl Heads {
    /// Indexes how views begin.
    pub(super) fn new(posts: &Posts<'_>) -> Self {
        Self::of(posts, false)
    }

    /// Indexes how views end.
    pub(super) fn of_ends(posts: &Posts<'_>) -> Self {
        Self::of(posts, true)
    }

    fn of(posts: &Posts<'_>, ends: bool) -> Self {
        let mut sorted = Vec::with_capacity(posts.list.len() * 8);
        for (post, at) in posts.list.iter().zip(0_u32..) {
            // The title comes first: it shows where the name ends.
            for (view, place) in post.views.iter().zip(0_u8..) {
                let mut trail = Trail::default();
                let mut push = |id: &u32, words: u8| {
                    trail = trail.then(*id);
                    sorted.push(Head {
                        trail: trail.value(),
                        words,
                        post: at,
                        view: u8::MAX - place,
                    });
                };
                if ends {
                    view.ids
                        .iter()
                        .rev()
                        .take(LONGEST)
                        .zip(1..)
                        .for_each(|(id, n)| push(id, n));
                } else {
                    view.ids
                        .iter()
                        .take(LONGEST)
                        .zip(1..)
                        .for_each(|(id, n)| push(id, n));
                }
            }
        }
        sorted.sort_unstable();
        // A post whose slug and title begin alike is one post; the title stays.
        sorted.dedup_by(|next, kept| {
            (next.trail, next.words, next.post) == (kept.trail, kept.words, kept.post)
        });
        for head in &mut sorted {
            head.view = u8::MAX - head.view;
        }
        Self { sorted }
    }

    /// Every set of two posts or more that begin with the same words.
    pub(super) fn alike(&self) -> impl Iterator<Item = &[Head]> {
        self.sorted
            .chunk_by(|one, next| (one.trail, one.words) == (next.trail, next.words))
            .filter(|heads| heads.len() > 1)
    }

    /// The posts that begin with this name.
    pub(super) fn begin_with(&self, name: &[u32]) -> &[Head] {
        let trail = Trail::of(name).value();
        let from = self.sorted.partition_point(|head| head.trail < trail);
        let to = self.sorted.partition_point(|head| head.trail <= trail);
        let found = self.sorted.get(from..to).unwrap_or_default();
        match u8::try_from(name.len()) {
            Ok(words) if found.first().is_some_and(|head| head.words == words) => found,
            _ => &[],
        }
    }
}

/// The view a head is of.
pub(super) fn view<'p>(posts: &'p Posts<'_>, head: &Head) -> Option<&'p View> {
    posts.views(head.post()).get(head.view as usize)
}
