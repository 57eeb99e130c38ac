//! Series: posts that belong together and are read in order.
//!
//! Found in this order, so that the surer sign wins; a post is in one series at most:
//!
//! 1. **Nested counts** ([`bare`]): interviews numbered 1 to 8, of which the second has parts.
//! 2. **Words that count** ([`numbered`], read by [`mark`], [`counted`] and [`numeral`]): "Part 2", "Folge 3", "第三回".
//! 3. **Bare figures** ([`bare`]) that make a count, and posts numbered within a **folder** of their own ([`folder`]).
//! 4. **Columns** ([`columns`]): posts that differ in a date only. They are marked as recurring.
//! 5. **Sequels** ([`sequels`]): "… revisited", "more on …".
//! 6. **Runs** ([`runs`]): unnumbered posts close in time with the same beginning or end.
//!
//! What frames a series ([`frames`]) joins it: an introduction, a summary, a first part without a number. A series that
//! begins with another's name and has parts around it takes the other in (nested numbering).
//!
//! An invented series is worse than a missed one. So every rule without a counting word asks for more the fewer posts there
//! are, and its confidence says how much it saw.

mod bare;
mod columns;
mod counted;
mod folder;
mod frames;
mod group;
mod heads;
mod mark;
mod name;
mod nested;
mod numbered;
mod numeral;
mod post;
mod runs;
mod sequels;
mod token;
mod told;

use rustc_hash::{FxHashMap, FxHashSet};

use self::group::{Group, is_count};
use self::heads::Heads;
use self::numbered::Candidate;
use self::post::Posts;
use super::draft::Draft;
use super::model::{Blog, PageId, Series};
use super::spelling::Spelling;

/// What posts say of their own place without another part being known: "Part 1".
pub(super) type Alone = Vec<(PageId, String)>;

/// All series of the blog, and the posts that number themselves alone.
pub(super) fn find(blog: &Blog, drafts: &[Draft<'_>], spelling: &Spelling) -> (Vec<Series>, Alone) {
    let posts = Posts::new(blog, drafts);
    let heads = Heads::new(&posts);
    let mut taken: FxHashSet<usize> = FxHashSet::default();
    let candidates: Vec<Candidate> = (0..posts.list.len())
        .filter_map(|post| numbered::candidate(&posts, post))
        .collect();
    let counted: FxHashMap<usize, Candidate> = candidates
        .iter()
        .map(|candidate| (candidate.member.post, candidate.clone()))
        .collect();
    let mut found: Vec<Group> = Vec::new();
    let mut keep = |groups: Vec<Group>, taken: &mut FxHashSet<usize>| {
        for mut group in groups {
            if settle(&posts, &heads, spelling, &mut group, taken) {
                found.push(group);
            }
        }
    };
    let bare = bare::groups(&posts, &counted, &taken);
    let (nested, plain): (Vec<Group>, Vec<Group>) = bare.into_iter().partition(|group| {
        group
            .members
            .iter()
            .any(|member| counted.contains_key(&member.post))
    });
    keep(nested, &mut taken);
    let free: Vec<Candidate> = candidates
        .into_iter()
        .filter(|candidate| !taken.contains(&candidate.member.post))
        .collect();
    keep(numbered::groups(&posts, &free), &mut taken);
    keep(plain, &mut taken);
    keep(folder::groups(&posts, &taken, spelling), &mut taken);
    let alone: Alone = free
        .iter()
        .filter(|candidate| !taken.contains(&candidate.member.post))
        .filter_map(|candidate| {
            let post = posts.get(candidate.member.post)?;
            Some((post.page, candidate.member.label.clone()))
        })
        .collect();
    keep(columns::groups(&posts, &taken), &mut taken);
    found.extend(sequels::groups(&posts, &mut taken));
    let mut runs = runs::groups(&posts, &heads, &Heads::of_ends(&posts), &mut taken);
    for run in &mut runs {
        frames::complete(&posts, &heads, run, &taken);
        taken.extend(run.members.iter().map(|member| member.post));
    }
    nested::absorb(&posts, &mut runs, &mut found);
    found.extend(runs);
    let series = found.iter().map(|group| told::series(&posts, group));
    let mut series: Vec<Series> = series.collect();
    // Of equal ones the order must not depend on how they were found.
    series.sort_by(|one, other| {
        let first = |series: &Series| series.parts.first().map(|part| part.page);
        first(one).cmp(&first(other))
    });
    let listed: FxHashSet<PageId> = series
        .iter()
        .flat_map(|series| series.parts.iter().map(|part| part.page))
        .collect();
    let alone = alone
        .into_iter()
        .filter(|(page, _)| !listed.contains(page))
        .collect();
    (series, alone)
}

/// Takes a group's posts that are free, completes it by what frames it, and says whether a series is left.
fn settle(
    posts: &Posts<'_>,
    heads: &Heads,
    spelling: &Spelling,
    group: &mut Group,
    taken: &mut FxHashSet<usize>,
) -> bool {
    group.members.retain(|member| !taken.contains(&member.post));
    if group.members.is_empty() || !has_name(posts, spelling, group) {
        return false;
    }
    if group.numbered {
        group.sort_by_number(posts);
    }
    frames::complete(posts, heads, group, taken);
    let is_series = group.members.len() > 1 && (!group.numbered || differ(group));
    if is_series {
        taken.extend(group.members.iter().map(|member| member.post));
    }
    is_series
}

/// Whether a group has a name. One that counts without naming what ("Day 12: …") has its folder's; without a folder of its
/// own it must be a whole count, and is named by that: "Day 1–25".
fn has_name(posts: &Posts<'_>, spelling: &Spelling, group: &mut Group) -> bool {
    if !group.name.is_empty() || group.called.is_some() {
        return true;
    }
    let folder = group
        .members
        .first()
        .and_then(|member| posts.get(member.post)?.folders.last());
    if let Some(folder) = folder.filter(|folder| !super::kind::is_container(folder)) {
        group.called = Some(spelling.name(folder));
        return true;
    }
    let numbers = group.numbers();
    let mut order: Vec<usize> = group.members.iter().map(|member| member.post).collect();
    posts.chronological(&mut order);
    let close = order.windows(2).all(|pair| match pair {
        [one, next] => posts.is_close(*one, *next),
        _ => true,
    });
    if numbers.len() < 3 || group.doubles() > 0 || !is_count(&numbers, 1) || !close {
        return false;
    }
    let (first, last) = (numbers.first().copied(), numbers.last().copied());
    group.called = first
        .zip(last)
        .map(|(first, last)| format!("{} {first}–{last}", group.word).trim().to_owned());
    true
}

/// Whether the parts are told apart by their numbers: posts of one number are copies of one post.
fn differ(group: &Group) -> bool {
    let numbered = group
        .members
        .iter()
        .filter(|member| !member.numbers.is_empty())
        .count();
    numbered < group.members.len() || numbered > group.doubles() + 1
}

#[cfg(test)]
#[path = "series_tests.rs"]
mod tests;
