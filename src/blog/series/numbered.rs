//! Posts that number themselves with a word: "Part 2", "Chapter 5 (part 2)", "Folge 3".
//!
//! Posts whose names before the number are the same are one group. Then groups that are incomplete (a single post, or none
//! that is the first) are joined where their names begin or end alike and their numbers make one count together: "Apache
//! Iceberg's Consistency Model" has parts 2 and 3 of "Understanding Apache Iceberg's Consistency Model".

use rustc_hash::{FxHashMap, FxHashSet};

use super::group::{Group, Member, Name, Trail, doubles, is_count};
use super::mark::Mark;
use super::post::{Posts, View};
use crate::blog::address::Segment;

/// Posts whose names only begin or end alike are not joined over a longer pause, in units of what is close (62 days).
const LONGEST_PAUSE: f32 = 4.0;

/// A post that numbers itself.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) member: Member,
    /// What is counted, of the outermost number.
    pub(super) word: String,
    pub(super) total: Option<u32>,
    /// What stands before the number, in the slug and in the title.
    heads: Vec<Name>,
    /// What stands behind it, where nothing stands before.
    tails: Vec<Name>,
}

/// Reads the numbers of a post, from its title if that has any, else from its slug.
pub(super) fn candidate(posts: &Posts<'_>, post: usize) -> Option<Candidate> {
    let views = posts.views(post);
    let view = views.iter().rev().find(|view| !view.marks.is_empty())?;
    let first = view.marks.first()?;
    let second = view.marks.get(1).filter(|mark| mark.word != first.word);
    let mut numbers = vec![first.number];
    numbers.extend(first.letter);
    numbers.extend(second.map(|mark| mark.number));
    let label = match second {
        Some(second) => format!("{} ({})", first.label(), second.label().to_lowercase()),
        None => first.label(),
    };
    let around = |pick: fn(&View, &Mark) -> Name| -> Vec<Name> {
        let mut names: Vec<Name> = views
            .iter()
            .filter_map(|view| Some(pick(view, view.marks.first()?)))
            .filter(|name| !name.is_empty())
            .collect();
        names.dedup();
        names
    };
    let heads = around(|view, mark| {
        let end = view.tokens_before(mark.from);
        view.ids.get(..end).unwrap_or_default().to_vec()
    });
    let tails = if heads.is_empty() {
        around(|view, mark| {
            let start = view.tokens_before(mark.to);
            view.ids.get(start..).unwrap_or_default().to_vec()
        })
    } else {
        Vec::new()
    };
    Some(Candidate {
        member: Member {
            post,
            numbers,
            label,
        },
        word: first.word.clone(),
        total: first.total,
        heads,
        tails,
    })
}

/// Groups the candidates; some groups have one member.
pub(super) fn groups(posts: &Posts<'_>, candidates: &[Candidate]) -> Vec<Group> {
    let mut clusters = by_head(posts, candidates);
    join_alike(posts, candidates, &mut clusters);
    clusters
        .into_iter()
        .filter(|cluster| !cluster.members.is_empty())
        .flat_map(|cluster| without_restarts(posts, candidates, cluster))
        .map(|cluster| group(candidates, &cluster))
        .collect()
}

/// Candidates that belong together so far.
#[derive(Clone, Debug)]
struct Cluster {
    members: Vec<usize>,
    name: Name,
}

/// One cluster for each name before the number; the posts of a folder of their own that have no name use the folder's.
fn by_head(posts: &Posts<'_>, candidates: &[Candidate]) -> Vec<Cluster> {
    let mut place: FxHashMap<(Trail, &[Segment], &str), usize> = FxHashMap::default();
    let mut clusters: Vec<Cluster> = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let folders = posts
            .get(candidate.member.post)
            .map_or(&[][..], |post| post.folders);
        let nameless = candidate.heads.is_empty();
        let keys: Vec<_> = if nameless {
            vec![(Trail::default(), folders, candidate.word.as_str())]
        } else {
            let heads = candidate.heads.iter();
            heads.map(|head| (Trail::of(head), &[][..], "")).collect()
        };
        let known = keys.iter().find_map(|key| place.get(key)).copied();
        let cluster = known.unwrap_or_else(|| {
            clusters.push(Cluster {
                members: Vec::new(),
                name: candidate.heads.last().cloned().unwrap_or_default(),
            });
            clusters.len() - 1
        });
        for key in keys {
            place.entry(key).or_insert(cluster);
        }
        if let Some(cluster) = clusters.get_mut(cluster) {
            cluster.members.push(at);
        }
    }
    clusters
}

/// Joins incomplete clusters with others whose names begin or end alike, the longest likeness first.
fn join_alike(posts: &Posts<'_>, candidates: &[Candidate], clusters: &mut [Cluster]) {
    let mut alike: FxHashMap<(bool, Name), Vec<usize>> = FxHashMap::default();
    for (at, cluster) in clusters.iter().enumerate() {
        let mut names: Vec<&Name> = Vec::new();
        for member in cluster.members.iter().filter_map(|at| candidates.get(*at)) {
            for name in member.heads.iter().chain(&member.tails) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        for name in names.into_iter().take(4) {
            for length in 1..=name.len().min(12) {
                let ends = [
                    (true, name.get(..length)),
                    (false, name.get(name.len() - length..)),
                ];
                for (begins, part) in ends {
                    let key = (begins, part.unwrap_or_default().to_vec());
                    let list = alike.entry(key).or_default();
                    if list.last() != Some(&at) {
                        list.push(at);
                    }
                }
            }
        }
    }
    let mut alike: Vec<((bool, Name), Vec<usize>)> = alike
        .into_iter()
        .filter(|(_, list)| list.len() > 1)
        .collect();
    alike.sort_by(|((_, one), ones), ((_, other), others)| {
        let by_length = other.len().cmp(&one.len());
        by_length
            .then(others.len().cmp(&ones.len()))
            .then(ones.cmp(others))
    });
    for ((_, name), list) in alike {
        let list: Vec<usize> = list
            .into_iter()
            .filter(|at| {
                clusters
                    .get(*at)
                    .is_some_and(|cluster| !cluster.members.is_empty())
            })
            .collect();
        let joined: Vec<usize> = list
            .iter()
            .filter_map(|at| clusters.get(*at))
            .flat_map(|cluster| cluster.members.iter().copied())
            .collect();
        // A group that has every number already gains nothing but doubles.
        let largest = list
            .iter()
            .map(|at| distinct(candidates, clusters.get(*at)))
            .max();
        let all = Cluster {
            members: joined.clone(),
            name: Vec::new(),
        };
        if largest >= Some(distinct(candidates, Some(&all))) {
            continue;
        }
        if list.len() < 2 || !fit(posts, candidates, &name, &joined, list.len()) {
            continue;
        }
        let complete = list.iter().all(|at| {
            let members = clusters
                .get(*at)
                .map_or(&[][..], |cluster| cluster.members.as_slice());
            members.len() > 1
                && members
                    .iter()
                    .any(|at| first_number(candidates, *at) == Some(1))
        });
        if complete {
            continue;
        }
        for at in &list {
            if let Some(cluster) = clusters.get_mut(*at) {
                cluster.members.clear();
            }
        }
        if let Some(first) = list.first().and_then(|at| clusters.get_mut(*at)) {
            *first = Cluster {
                members: joined,
                name,
            };
        }
    }
}

/// How many different outermost numbers a cluster has.
fn distinct(candidates: &[Candidate], cluster: Option<&Cluster>) -> usize {
    let members = cluster.iter().flat_map(|cluster| &cluster.members);
    let numbers: FxHashSet<u32> = members
        .filter_map(|at| first_number(candidates, *at))
        .collect();
    numbers.len()
}

fn first_number(candidates: &[Candidate], at: usize) -> Option<u32> {
    candidates.get(at)?.member.numbers.first().copied()
}

/// Whether posts of several names make one series: they count the same thing, make one count, and follow one another.
fn fit(
    posts: &Posts<'_>,
    candidates: &[Candidate],
    name: &[u32],
    joined: &[usize],
    clusters: usize,
) -> bool {
    let members: Vec<&Candidate> = joined.iter().filter_map(|at| candidates.get(*at)).collect();
    let Some(first) = members.first() else {
        return false;
    };
    if members.iter().any(|member| member.word != first.word) {
        return false;
    }
    let telling = telling(posts, first, name);
    if telling == 0 || (telling == 1 && clusters < 3) {
        return false;
    }
    let mut numbers: Vec<u32> = members
        .iter()
        .filter_map(|member| member.member.numbers.first().copied())
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.len() < 2
        || doubles(members.iter().map(|member| &member.member)) * 3 > members.len()
        || !is_count(&numbers, 3)
    {
        return false;
    }
    let mut order: Vec<usize> = members.iter().map(|member| member.member.post).collect();
    posts.chronological(&mut order);
    order.windows(2).all(|pair| match pair {
        [one, next] => posts
            .distance(*one, *next)
            .is_none_or(|far| far <= LONGEST_PAUSE),
        _ => true,
    })
}

/// How many words of a name tell something.
fn telling(posts: &Posts<'_>, candidate: &Candidate, name: &[u32]) -> usize {
    let views = posts.views(candidate.member.post);
    let found = views.iter().find_map(|view| {
        let at = view
            .ids
            .windows(name.len())
            .position(|window| window == name)?;
        Some(view.telling(at..at + name.len()))
    });
    found.unwrap_or(0)
}

/// A name that comes round again with the same numbers (an advent calendar each year) is a series each time: whenever the
/// count begins anew after a pause.
fn without_restarts(posts: &Posts<'_>, candidates: &[Candidate], cluster: Cluster) -> Vec<Cluster> {
    let member = |at: &usize| candidates.get(*at).map(|candidate| &candidate.member);
    if doubles(cluster.members.iter().filter_map(member)) * 3 <= cluster.members.len() {
        return vec![cluster];
    }
    let mut by_post: FxHashMap<usize, usize> = FxHashMap::default();
    let mut order: Vec<usize> = Vec::new();
    for at in &cluster.members {
        if let Some(member) = member(at) {
            by_post.insert(member.post, *at);
            order.push(member.post);
        }
    }
    posts.chronological(&mut order);
    let mut out: Vec<Cluster> = Vec::new();
    let mut last: Option<usize> = None;
    for post in order {
        let Some(at) = by_post.get(&post) else {
            continue;
        };
        let anew = last.is_none_or(|last| {
            let restarts = first_number(candidates, *at) <= Some(1);
            restarts && !posts.is_close(last, post)
        });
        last = Some(post);
        if anew {
            out.push(Cluster {
                members: Vec::new(),
                name: cluster.name.clone(),
            });
        }
        if let Some(cluster) = out.last_mut() {
            cluster.members.push(*at);
        }
    }
    out
}

fn group(candidates: &[Candidate], cluster: &Cluster) -> Group {
    let members: Vec<&Candidate> = cluster
        .members
        .iter()
        .filter_map(|at| candidates.get(*at))
        .collect();
    Group {
        name: cluster.name.clone(),
        called: None,
        numbered: true,
        recurring: false,
        word: members
            .first()
            .map_or(String::new(), |member| member.word.clone()),
        total: members.iter().filter_map(|member| member.total).max(),
        confidence: 0.95,
        because: "{count} posts are called “{name}” and number themselves: {labels}.".to_owned(),
        members: members.iter().map(|member| member.member.clone()).collect(),
    }
}
