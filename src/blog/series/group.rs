//! What a series grows from: its members with their numbers, and the words that name it.

use rustc_hash::FxHashMap;

use super::post::{Posts, View};

/// Words in a row, as the numbers that [`super::post::View::ids`] gives them.
pub(super) type Name = Vec<u32>;

/// A post in a series that is being put together.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) post: usize,
    /// Its numbers, the outermost first; empty where it has none.
    pub(super) numbers: Vec<u32>,
    /// As its author labels it; empty where it has none.
    pub(super) label: String,
}

/// A series that is being put together.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) members: Vec<Member>,
    /// The words that tie it together.
    pub(super) name: Name,
    /// Its name in full, where it is not those words as a post has them.
    pub(super) called: Option<String>,
    pub(super) numbered: bool,
    pub(super) recurring: bool,
    /// What is counted: `Part`.
    pub(super) word: String,
    /// How many parts there are, where a post says so.
    pub(super) total: Option<u32>,
    pub(super) confidence: f32,
    /// Why it is one: a sentence in which `{count}`, `{name}` and `{labels}` stand for those.
    pub(super) because: String,
}

impl Group {
    /// The first numbers, in order, each once.
    pub(super) fn numbers(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = self
            .members
            .iter()
            .filter_map(|member| member.numbers.first().copied())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// How many members share all their numbers with an earlier one.
    pub(super) fn doubles(&self) -> usize {
        doubles(self.members.iter())
    }

    /// Puts the numbered members in the order of their numbers; of equal ones the earlier first.
    pub(super) fn sort_by_number(&mut self, posts: &Posts<'_>) {
        let mut order: Vec<usize> = self.members.iter().map(|member| member.post).collect();
        posts.chronological(&mut order);
        let place: FxHashMap<usize, usize> = order
            .iter()
            .enumerate()
            .map(|(place, post)| (*post, place))
            .collect();
        let mut members: Vec<(Option<usize>, Member)> = std::mem::take(&mut self.members)
            .into_iter()
            .map(|member| (place.get(&member.post).copied(), member))
            .collect();
        members.sort_by(|(at, one), (place, other)| {
            one.numbers.cmp(&other.numbers).then(at.cmp(place))
        });
        self.members = members.into_iter().map(|(_, member)| member).collect();
    }
}

/// How many members share all their numbers with an earlier one.
pub(super) fn doubles<'m>(members: impl Iterator<Item = &'m Member>) -> usize {
    let mut numbers: Vec<&[u32]> = members.map(|member| member.numbers.as_slice()).collect();
    numbers.sort_unstable();
    let all = numbers.len();
    numbers.dedup();
    all - numbers.len()
}

/// Whether these numbers, sorted, look like a count and not like versions or quantities: they begin at the beginning and
/// leave few out.
pub(super) fn is_count(numbers: &[u32], latest_start: u32) -> bool {
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else {
        return false;
    };
    let range = (last - first + 1) as usize;
    let dense = numbers.len() * 10 >= range * 6;
    let long = numbers.len() >= 4 && numbers.len() * 10 >= range * 8;
    dense && (*first <= latest_start || long)
}

/// A hash of words in a row, made one word at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Trail(u64);

impl Trail {
    /// The words so far and one more.
    pub(super) fn then(self, id: u32) -> Self {
        let mixed =
            (self.0.rotate_left(23) ^ (u64::from(id) + 1)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Self(mixed ^ (mixed >> 29))
    }

    /// All words of a name.
    pub(super) fn of(name: &[u32]) -> Self {
        name.iter()
            .fold(Self::default(), |trail, id| trail.then(*id))
    }
}

/// Words with which a heading cannot begin, so that what comes before them is no name of its own ("Code reviews" in "Code
/// reviews and trust").
pub(super) fn connects(view: &View, at: usize) -> bool {
    view.tokens.get(at).is_some_and(|token| {
        matches!(
            token.lower.as_str(),
            "and"
                | "or"
                | "vs"
                | "versus"
                | "in"
                | "of"
                | "for"
                | "with"
                | "to"
                | "is"
                | "are"
                | "as"
                | "from"
                | "on"
                | "at"
                | "by"
                | "but"
                | "via"
                | "than"
                | "und"
                | "y"
                | "et"
                | "e"
                | "i"
                | "im"
                | "en"
                | "de"
                | "der"
                | "des"
                | "du"
                | "für"
                | "mit"
                | "para"
                | "con"
                | "com"
                | "do"
                | "da"
                | "del"
                | "van"
                | "voor"
                | "met"
                | "в"
                | "и"
                | "на"
        )
    })
}

impl Trail {
    /// As a number, for sorting.
    pub(super) fn value(self) -> u64 {
        self.0
    }
}
