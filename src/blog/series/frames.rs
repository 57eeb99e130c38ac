//! Unnumbered posts that belong to a series all the same: its introduction, its summary, and a first part that did not know
//! that others would follow.

use rustc_hash::{FxHashMap, FxHashSet};

use super::group::{Group, Member, connects};
use super::heads::{Head, Heads, view};
use super::post::{Posts, View};

/// What opens a series.
const OPENING: [&str; 12] = [
    "einführung",
    "einleitung",
    "intro",
    "introducción",
    "introduction",
    "introduzione",
    "overview",
    "preface",
    "prelude",
    "prologue",
    "введение",
    "介绍",
];

/// What closes a series.
const CLOSING: [&str; 15] = [
    "afterword",
    "closing",
    "conclusion",
    "conclusión",
    "conclusions",
    "epilogue",
    "fazit",
    "finale",
    "recap",
    "retrospective",
    "summary",
    "wrapup",
    "zusammenfassung",
    "заключение",
    "总结",
];

/// What introduces the thing that it names: "Introducing X", "An introduction to X".
const LEADING: [&[&str]; 6] = [
    &["introducing"],
    &["introducing", "the"],
    &["introduction", "to"],
    &["an", "introduction", "to"],
    &["announcing"],
    &["announcing", "the"],
];

/// A post beside a series counts as close if it is within this share of what is close: 31 days, or two places.
const BESIDE: f32 = 0.5;

/// Whether a view, from this token on, does nothing but open or close a series.
pub(super) fn frames(view: &View, from: usize) -> Option<bool> {
    let rest = view.tokens.get(from..)?;
    let mut words = rest
        .iter()
        .map(|token| token.lower.as_str())
        .filter(|word| !matches!(*word, "series" | "and" | "the" | "a" | "an" | "to"))
        .peekable();
    words.peek()?;
    let words: Vec<&str> = words.collect();
    if words.iter().all(|word| OPENING.contains(word)) {
        Some(true)
    } else if words.iter().all(|word| CLOSING.contains(word)) {
        Some(false)
    } else {
        None
    }
}

/// Adds to a group, whose members are in reading order, what frames it and is not taken.
pub(super) fn complete(
    posts: &Posts<'_>,
    heads: &Heads,
    group: &mut Group,
    taken: &FxHashSet<usize>,
) {
    if group.name.is_empty() || group.recurring {
        return;
    }
    let mut free = Free {
        taken,
        own: group.members.iter().map(|member| member.post).collect(),
    };
    let name = group.name.clone();
    add_leading(posts, heads, group, &mut free);
    add_beginning(posts, heads, &name, group, &mut free);
    // "VR Revisited: an analysis" introduces "Paper: VR Revisited".
    if let Some(shorter) = name.get(1..).filter(|_| name.len() > 2) {
        add_beginning(posts, heads, shorter, group, &mut free);
    }
}

/// Which posts may still be taken.
struct Free<'t> {
    taken: &'t FxHashSet<usize>,
    own: FxHashSet<usize>,
}

impl Free<'_> {
    fn has(&self, post: usize) -> bool {
        !self.taken.contains(&post) && !self.own.contains(&post)
    }
}

/// What a post is to a group whose name it begins with.
enum Frame {
    Introduction,
    Summary,
    First,
    Before,
    After,
}

fn add_beginning(
    posts: &Posts<'_>,
    heads: &Heads,
    name: &[u32],
    group: &mut Group,
    free: &mut Free<'_>,
) {
    let found: Vec<(usize, Frame, bool)> = heads
        .begin_with(posts, name)
        .iter()
        .filter(|head| free.has(head.post()))
        .filter_map(|head| {
            let view = view(posts, head)?;
            let sure = view.tokens.len() == name.len() || frames(view, name.len()).is_some();
            Some((
                head.post(),
                frame(posts, group, view, name, head.post())?,
                sure,
            ))
        })
        .collect();
    // A post alone is not made a series by whatever stands beside it.
    let alone = group.members.len() == 1;
    let mut unsure: FxHashMap<_, usize> = FxHashMap::default();
    for (_, frame, _) in found.iter().filter(|(_, _, sure)| !sure) {
        *unsure.entry(std::mem::discriminant(frame)).or_default() += 1;
    }
    for (post, frame, sure) in &found {
        // One such post is a first part, an introduction or an afterword; several are another matter.
        let unsure = unsure
            .get(&std::mem::discriminant(frame))
            .copied()
            .unwrap_or(0);
        if *sure || (unsure == 1 && !alone) {
            add(group, *post, frame, *sure, free);
        }
    }
}

fn frame(
    posts: &Posts<'_>,
    group: &Group,
    view: &View,
    name: &[u32],
    post: usize,
) -> Option<Frame> {
    let after = name.len();
    if !view.marks.is_empty() {
        return None;
    }
    match frames(view, after) {
        Some(true) => return Some(Frame::Introduction),
        Some(false) => return Some(Frame::Summary),
        None => {}
    }
    let tells = view.telling(0..after) >= 2;
    if view.tokens.len() == after {
        return match () {
            () if lacks_first(group) => Some(Frame::First),
            () if tells && comes_before(posts, group, post) => Some(Frame::Introduction),
            () => None,
        };
    }
    if connects(view, after) {
        return None;
    }
    match is_beside(posts, group, post)? {
        true if lacks_first(group) => Some(Frame::First),
        true if tells => Some(Frame::Before),
        false if tells => Some(Frame::After),
        _ => None,
    }
}

/// "Introducing X" and the like, before the first part of X.
fn add_leading(posts: &Posts<'_>, heads: &Heads, group: &mut Group, free: &mut Free<'_>) {
    for leading in LEADING {
        let ids: Option<Vec<u32>> = leading.iter().map(|word| posts.id(word)).collect();
        let Some(mut ids) = ids else { continue };
        ids.extend(&group.name);
        let found = heads
            .begin_with(posts, &ids)
            .iter()
            .filter(|head| is_whole(posts, head, ids.len()))
            .map(Head::post)
            .find(|post| free.has(*post) && comes_before(posts, group, *post));
        if let Some(post) = found {
            add(group, post, &Frame::Introduction, true, free);
        }
    }
}

fn add(group: &mut Group, post: usize, frame: &Frame, sure: bool, free: &mut Free<'_>) {
    if !free.has(post) {
        return;
    }
    free.own.insert(post);
    let (label, numbers) = match frame {
        Frame::Introduction => ("Introduction".to_owned(), Vec::new()),
        Frame::Summary => ("Summary".to_owned(), Vec::new()),
        // Its author did not number it, so it is not said to be.
        Frame::First if !sure => (String::new(), vec![1]),
        Frame::First => (format!("{} 1", group.word).trim().to_owned(), vec![1]),
        Frame::Before | Frame::After => (String::new(), Vec::new()),
    };
    let at = match frame {
        Frame::Introduction | Frame::Before => 0,
        Frame::Summary | Frame::After => group.members.len(),
        Frame::First => group
            .members
            .iter()
            .position(|member| !member.numbers.is_empty())
            .unwrap_or(0),
    };
    let member = Member {
        post,
        numbers,
        label,
    };
    group.members.insert(at, member);
}

fn is_whole(posts: &Posts<'_>, head: &Head, words: usize) -> bool {
    view(posts, head).is_some_and(|view| view.tokens.len() == words)
}

fn lacks_first(group: &Group) -> bool {
    group.numbered && group.numbers().first() == Some(&2)
}

/// Whether a post came before the first part, or together with it.
fn comes_before(posts: &Posts<'_>, group: &Group, post: usize) -> bool {
    group.members.first().is_some_and(|first| {
        let mut pair = [post, first.post];
        posts.chronological(&mut pair);
        let near = posts
            .distance(post, first.post)
            .is_none_or(|far| far <= 6.0);
        near && (pair.first() == Some(&post) || posts.distance(post, first.post) == Some(0.0))
    })
}

/// Whether a post stands right before the first part (or came the same day) or right after the last; nothing where it is
/// neither.
fn is_beside(posts: &Posts<'_>, group: &Group, post: usize) -> Option<bool> {
    let first = group.members.first()?.post;
    let last = group.members.last()?.post;
    if comes_before(posts, group, post) && posts.distance(post, first)? <= BESIDE {
        return Some(true);
    }
    let mut pair = [last, post];
    posts.chronological(&mut pair);
    (pair.last() == Some(&post) && posts.distance(post, last)? <= BESIDE).then_some(false)
}
