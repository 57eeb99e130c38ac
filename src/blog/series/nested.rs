//! A series within a series: a run that begins with some words takes in a numbered series whose name goes on from them.

use rustc_hash::FxHashMap;

use super::group::Group;
use super::post::Posts;

/// Lets each run take in the numbered series that stand among its parts. "Computation expressions: bind", "… : intro" take in
/// "Computation expressions: builder, part 1 to 6".
pub(super) fn absorb(posts: &Posts<'_>, runs: &mut [Group], found: &mut Vec<Group>) {
    for run in runs.iter_mut() {
        let framed = run.members.iter().any(|member| !member.label.is_empty());
        if run.name.is_empty() || (run.members.len() < 3 && !framed) {
            continue;
        }
        if !found.iter().any(|group| goes_on(posts, run, group)) {
            continue;
        }
        let (inner, rest): (Vec<Group>, Vec<Group>) = std::mem::take(found)
            .into_iter()
            .partition(|group| goes_on(posts, run, group));
        *found = rest;
        take_in(posts, run, inner);
    }
}

/// Whether a group's name goes on from the run's, and it is close to one of the run's posts.
fn goes_on(posts: &Posts<'_>, run: &Group, group: &Group) -> bool {
    let longer = group.name.len() > run.name.len() && group.name.starts_with(&run.name);
    longer
        && group.numbered
        && group.members.first().is_some_and(|first| {
            run.members
                .iter()
                .any(|member| posts.is_close(member.post, first.post))
        })
}

fn take_in(posts: &Posts<'_>, run: &mut Group, inner: Vec<Group>) {
    let closing = run
        .members
        .iter()
        .rposition(|member| member.label == "Summary")
        .map(|at| run.members.remove(at));
    for group in inner {
        let name = super::name::name(posts, &group);
        let own = super::name::name(posts, run);
        let topic = name
            .get(own.len()..)
            .filter(|_| name.to_lowercase().starts_with(&own.to_lowercase()))
            .unwrap_or(&name)
            .trim_matches([' ', '-', ':', ',']);
        for mut member in group.members.iter().cloned() {
            let label = format!("{topic}, {}", member.label.to_lowercase());
            label
                .trim_end_matches([',', ' '])
                .clone_into(&mut member.label);
            run.members.push(member);
        }
    }
    let opening = run.members.first().map(|member| member.post);
    let mut order: Vec<usize> = run.members.iter().map(|member| member.post).collect();
    posts.chronological(&mut order);
    let place: FxHashMap<usize, usize> = order
        .iter()
        .enumerate()
        .map(|(place, post)| (*post, place))
        .collect();
    run.members.sort_by_key(|member| {
        (
            Some(member.post) != opening,
            place.get(&member.post).copied(),
        )
    });
    run.members.extend(closing);
    run.numbered = true;
}
