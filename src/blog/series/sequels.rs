//! Posts that say that they go on with another: "… revisited", "… redux", "more on …", "follow-up to …".

use rustc_hash::{FxHashMap, FxHashSet};

use super::group::{Group, Member, Trail};
use super::post::{Posts, View};

/// Endings of a sequel.
const ENDINGS: [&[&str]; 9] = [
    &["continued"],
    &["follow", "up"],
    &["followup"],
    &["part", "deux"],
    &["redux"],
    &["reloaded"],
    &["revisited"],
    &["sequel"],
    &["the", "sequel"],
];

/// Beginnings of a sequel.
const BEGINNINGS: [&[&str]; 4] = [
    &["follow", "up", "to"],
    &["followup", "to"],
    &["more", "on"],
    &["more"],
];

/// Groups of a post and its sequels, where the post's whole slug is in the sequel's.
pub(super) fn groups(posts: &Posts<'_>, taken: &mut FxHashSet<usize>) -> Vec<Group> {
    let mut whole: FxHashMap<Trail, usize> = FxHashMap::default();
    let mut sequels: Vec<(usize, &[u32])> = Vec::new();
    for at in (0..posts.list.len()).filter(|at| !taken.contains(at)) {
        let Some(view) = posts.get(at).and_then(|post| post.slug()) else {
            continue;
        };
        whole.entry(Trail::of(&view.ids)).or_insert(at);
        sequels.extend(stem(view).map(|stem| (at, stem)));
    }
    let mut found: Vec<Group> = Vec::new();
    let mut place: FxHashMap<usize, usize> = FxHashMap::default();
    for (sequel, stem) in sequels {
        let Some(&base) = whole.get(&Trail::of(stem)).filter(|base| **base != sequel) else {
            continue;
        };
        let at = *place.entry(base).or_insert_with(|| {
            found.push(Group {
                members: vec![member(base, "")],
                name: stem.to_vec(),
                called: None,
                numbered: false,
                recurring: false,
                word: String::new(),
                total: None,
                confidence: 0.65,
                because: "One of {count} posts is called “{name}”, and what follows says that it goes on with it.".to_owned(),
            });
            found.len() - 1
        });
        if let Some(group) = found.get_mut(at) {
            group.members.push(member(sequel, "Sequel"));
        }
    }
    for group in &found {
        taken.extend(group.members.iter().map(|member| member.post));
    }
    found
}

fn member(post: usize, label: &str) -> Member {
    Member {
        post,
        numbers: Vec::new(),
        label: label.to_owned(),
    }
}

/// What a sequel goes on with: its words without those that say so.
fn stem(view: &View) -> Option<&[u32]> {
    let is = |words: &[&str], from: usize| {
        words.iter().zip(from..).all(|(word, at)| {
            view.tokens
                .get(at)
                .is_some_and(|token| token.lower == *word)
        })
    };
    let all = view.tokens.len();
    let ending = ENDINGS
        .iter()
        .filter(|words| words.len() < all && is(words, all - words.len()))
        .map(|words| 0..all - words.len());
    let beginning = BEGINNINGS
        .iter()
        .filter(|words| words.len() < all && is(words, 0))
        .map(|words| words.len()..all);
    let range = ending.chain(beginning).next()?;
    (view.telling(range.clone()) > 0).then(|| view.ids.get(range))?
}
