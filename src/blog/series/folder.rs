//! Posts numbered within a folder of their own: `/lisp/00_fundamentals`, `/oauthserver/07`, and posts filed under `/series/name/`.

use rustc_hash::{FxHashMap, FxHashSet};

use super::group::{Group, Member, is_count};
use super::numeral::digits;
use super::post::Posts;
use crate::blog::address::Segment;
use crate::blog::kind::{is_container, is_series_folder};
use crate::blog::spelling::Spelling;

/// Fewest posts that make a folder of numbered posts a series.
const FEWEST: usize = 3;

/// Groups of posts whose slugs begin with a figure, one for each folder that holds mostly such posts.
///
/// A blog whose every post has a number before its slug numbers its posts, not the parts of a series; so the folder must not
/// be the one that holds most of the blog, nor one of the folders that blogs keep their posts in.
pub(super) fn groups(
    posts: &Posts<'_>,
    taken: &FxHashSet<usize>,
    spelling: &Spelling,
) -> Vec<Group> {
    let mut folders: FxHashMap<&[Segment], Vec<usize>> = FxHashMap::default();
    for (at, post) in posts.list.iter().enumerate() {
        folders.entry(post.folders).or_default().push(at);
    }
    let mut folders: Vec<(&[Segment], Vec<usize>)> = folders
        .into_iter()
        .filter(|(folder, members)| {
            let own = folder.last().is_some_and(|last| !is_container(last));
            own && members.len() > 1 && members.len() * 10 <= posts.list.len() * 9
        })
        .collect();
    folders.sort();
    folders
        .into_iter()
        .filter_map(|(folder, members)| {
            let called = folder.last().map(|last| spelling.name(last));
            let filed = folder.len() > 1
                && folder
                    .get(folder.len() - 2)
                    .is_some_and(|parent| is_series_folder(parent));
            let mut group = if filed {
                filed_together(posts, &members)
            } else {
                by_figure(posts, &members, taken)
            }?;
            group.called = called;
            Some(group)
        })
        .collect()
}

fn by_figure(posts: &Posts<'_>, members: &[usize], taken: &FxHashSet<usize>) -> Option<Group> {
    let numbered: Vec<Member> = members
        .iter()
        .filter(|at| !taken.contains(at))
        .filter_map(|&at| leading_figure(posts, at))
        .collect();
    let mut numbers: Vec<u32> = numbered
        .iter()
        .filter_map(|member| member.numbers.first().copied())
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    let whole = numbered.len() == members.len() && numbers.len() == numbered.len();
    let enough = numbers.len() >= FEWEST || (whole && numbers.len() == 2);
    let most = numbered.len() * 10 >= members.len() * 6;
    (enough && most && is_count(&numbers, 1)).then(|| new(numbered, true, 0.9, COUNTED))
}

/// The figure that a slug begins with, but for a date's.
fn leading_figure(posts: &Posts<'_>, at: usize) -> Option<Member> {
    let view = posts.get(at)?.slug()?;
    let slug = posts
        .blog
        .page(posts.get(at)?.page)
        .key
        .rsplit('/')
        .next()?
        .trim_start_matches('_');
    let figures = slug
        .find(|c: char| !c.is_ascii_digit())
        .map_or(slug, |end| slug.get(..end).unwrap_or_default());
    let number = digits(figures)?;
    let next = slug.get(figures.len()..)?;
    // `3d-printing` and `10th-birthday` begin with a word, `1-2-release` with a version.
    let apart = next.is_empty() || next.starts_with(['-', '_', '.', ' ']);
    let version = next
        .get(1..)
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    (apart && !version && view.marks.is_empty()).then(|| Member {
        post: at,
        numbers: vec![number],
        label: format!("Part {number}"),
    })
}

/// Posts in a folder under `/series/`: the site says that they are one.
fn filed_together(posts: &Posts<'_>, members: &[usize]) -> Option<Group> {
    let numbered: Vec<Member> = members
        .iter()
        .filter_map(|&at| leading_figure(posts, at))
        .collect();
    if numbered.len() == members.len() {
        return Some(new(numbered, true, 0.97, FILED));
    }
    let mut order = members.to_vec();
    posts.chronological(&mut order);
    let members: Vec<Member> = order
        .into_iter()
        .map(|post| Member {
            post,
            numbers: Vec::new(),
            label: String::new(),
        })
        .collect();
    (members.len() > 1).then(|| new(members, false, 0.95, FILED))
}

const FILED: &str =
    "The blog files {count} posts together, in a folder of its series named “{name}”.";
const COUNTED: &str =
    "{count} posts are in the folder “{name}”, and their numbers count up: {labels}.";

fn new(members: Vec<Member>, numbered: bool, confidence: f32, because: &str) -> Group {
    Group {
        members,
        name: Vec::new(),
        called: None,
        numbered,
        recurring: false,
        word: "Part".to_owned(),
        total: None,
        confidence,
        because: because.to_owned(),
    }
}
