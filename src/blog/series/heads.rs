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

/// The beginnings of views, sorted, so that those that are alike stand together.
///
/// A beginning that only one post has is there too, but nothing longer of that post: no other can be like it. On a blog of
/// 50,000 posts that leaves one in three to be sorted.
pub(super) struct Heads {
    sorted: Vec<Head>,
}

/// Which trails came up once, and which more often; in doubt, more often.
struct Seen {
    once: Vec<u64>,
    twice: Vec<u64>,
}

impl Seen {
    fn for_about(trails: usize) -> Self {
        // Four bits each leave few in doubt.
        let words = (trails / 16).next_power_of_two();
        Self {
            once: vec![0; words],
            twice: vec![0; words],
        }
    }

    /// The word of the bits, and the bit.
    fn place(&self, trail: Trail) -> (usize, u64) {
        let value = trail.value();
        let word = usize::try_from(value >> 40).unwrap_or(0) & (self.once.len() - 1);
        (word, 1 << (value & 63))
    }

    fn add(&mut self, trail: Trail) {
        let (word, bit) = self.place(trail);
        if let (Some(once), Some(twice)) = (self.once.get_mut(word), self.twice.get_mut(word)) {
            *twice |= *once & bit;
            *once |= bit;
        }
    }

    fn is_twice(&self, trail: Trail) -> bool {
        let (word, bit) = self.place(trail);
        self.twice.get(word).is_none_or(|twice| twice & bit != 0)
    }
}

/// Which end of a view is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    First,
    Last,
}

impl End {
    /// The trails of a view's words from this end, one word longer each time.
    fn trails(self, ids: &[u32]) -> impl Iterator<Item = Trail> {
        let trail = Trail::default();
        (0..ids.len().min(LONGEST)).scan(trail, move |trail, at| {
            let at = match self {
                End::First => at,
                End::Last => ids.len() - 1 - at,
            };
            *trail = trail.then(*ids.get(at)?);
            Some(*trail)
        })
    }
}

impl Heads {
    /// Indexes how views begin.
    pub(super) fn new(posts: &Posts<'_>) -> Self {
        Self::of(posts, End::First)
    }

    /// Indexes how views end.
    pub(super) fn of_ends(posts: &Posts<'_>) -> Self {
        Self::of(posts, End::Last)
    }

    fn of(posts: &Posts<'_>, from: End) -> Self {
        let mut seen = Seen::for_about(posts.list.len() * 8);
        for view in posts.list.iter().flat_map(|post| &post.views) {
            from.trails(&view.ids).for_each(|trail| seen.add(trail));
        }
        let mut sorted = Vec::with_capacity(posts.list.len() * 3);
        for (post, at) in posts.list.iter().zip(0_u32..) {
            // The title comes first: it shows where the name ends.
            for (view, place) in post.views.iter().zip(0_u8..) {
                for (trail, words) in from.trails(&view.ids).zip(1_u8..) {
                    sorted.push(Head {
                        trail: trail.value(),
                        words,
                        post: at,
                        view: u8::MAX - place,
                    });
                    if !seen.is_twice(trail) {
                        break;
                    }
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
    pub(super) fn begin_with(&self, posts: &Posts<'_>, name: &[u32]) -> Vec<Head> {
        let Some(words) = u8::try_from(name.len())
            .ok()
            .filter(|_| name.len() <= LONGEST)
        else {
            return Vec::new();
        };
        let shorter = (1..=words).rev();
        let found = shorter
            .map(|words| self.exactly(name.get(..usize::from(words)).unwrap_or_default(), words))
            .find(|heads| !heads.is_empty());
        match found.unwrap_or_default() {
            heads if heads.first().is_some_and(|head| head.words == words) => heads.to_vec(),
            // Nothing longer is kept of a post that alone begins so.
            [only] if view(posts, only).is_some_and(|view| view.ids.starts_with(name)) => {
                vec![Head { words, ..*only }]
            }
            _ => Vec::new(),
        }
    }

    fn exactly(&self, name: &[u32], words: u8) -> &[Head] {
        let trail = Trail::of(name).value();
        let from = self.sorted.partition_point(|head| head.trail < trail);
        let to = self.sorted.partition_point(|head| head.trail <= trail);
        let found = self.sorted.get(from..to).unwrap_or_default();
        if found.first().is_some_and(|head| head.words == words) {
            found
        } else {
            &[]
        }
    }
}

/// The view a head is of.
pub(super) fn view<'p>(posts: &'p Posts<'_>, head: &Head) -> Option<&'p View> {
    posts.views(head.post()).get(head.view as usize)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::blog::draft::drafts;
    use crate::blog::{Blog, Given};
    use crate::sitemap::Entry;

    proptest! {
        #[test]
        fn what_is_left_out_of_the_index_is_found_all_the_same(
            slugs in prop::collection::vec("[a-c](-[a-c]){0,9}", 1..12),
        ) {
            let entries: Vec<Entry> = (0..)
                .zip(&slugs)
                .map(|(number, slug)| Entry {
                    loc: format!("https://example.com/2024/05/{number}/{slug}"),
                    ..Entry::default()
                })
                .collect();
            let given = Given::default();
            let blog = Blog::from_entries(&entries, &given);
            let drafts = drafts(&entries, &given);
            let posts = Posts::new(&blog, &drafts);
            let heads = Heads::new(&posts);
            for post in &posts.list {
                for view in &post.views {
                    for words in 1..=view.ids.len() {
                        let name = &view.ids[..words];
                        let mut found: Vec<usize> =
                            heads.begin_with(&posts, name).iter().map(Head::post).collect();
                        found.sort_unstable();
                        let begins = |at: &usize| {
                            posts.views(*at).iter().any(|view| view.ids.starts_with(name))
                        };
                        let expected: Vec<usize> =
                            (0..posts.list.len()).filter(begins).collect();
                        let expected = if words > LONGEST { Vec::new() } else { expected };
                        assert_eq!(found, expected, "{name:?}");
                    }
                }
            }
        }
    }
}
