//! Posts numbered by a figure alone: `compiling-a-lisp-0` to `-12`, `swipr01`, `async-interview-3-carl`, and `elevated-world`
//! with `elevated-world-2`.
//!
//! A figure may as well be a version, a quantity or what a site appends to an address that is taken, so the numbers must be
//! a count (begin at the beginning, leave few out), and two posts alone must stand close together.

use rustc_hash::{FxHashMap, FxHashSet};

use super::group::{Group, Member, Trail, doubles, is_count};
use super::mark::letter_after;
use super::numbered::Candidate;
use super::numeral::{digits, roman};
use super::post::{Posts, View};

/// No post is looked at for more figures than this.
const MOST_FIGURES: usize = 3;

/// A figure in a post's slug, with the words before it.
struct Figure {
    post: usize,
    /// Which of the post's views it is in.
    view: usize,
    number: u32,
    letter: Option<u32>,
    /// Whether it is a single letter, which is a numeral only among others.
    weak: bool,
    /// How many tokens stand before it.
    stem: usize,
    /// How many stand behind it.
    tail: usize,
}

/// Groups of posts whose slugs or titles are alike up to a figure.
pub(super) fn groups(
    posts: &Posts<'_>,
    counted: &FxHashMap<usize, Candidate>,
    taken: &FxHashSet<usize>,
) -> Vec<Group> {
    let mut stems: FxHashMap<Trail, Vec<Figure>> = FxHashMap::default();
    for (at, place, view) in views(posts) {
        for (trail, figure) in figures(view, at, place) {
            stems.entry(trail).or_default().push(figure);
        }
    }
    // The posts that are called by a stem alone.
    let mut whole: FxHashMap<Trail, Vec<usize>> = FxHashMap::default();
    for (at, _, view) in views(posts) {
        let called = Trail::of(&view.ids);
        if stems.contains_key(&called) {
            let called = whole.entry(called).or_default();
            if called.last() != Some(&at) {
                called.push(at);
            }
        }
    }
    let mut found: Vec<(Group, usize, bool)> = stems
        .into_iter()
        .filter_map(|(trail, figures)| {
            let base: Vec<usize> = whole.get(&trail).cloned().unwrap_or_default();
            let (group, sure) = group(posts, counted, figures, &base)?;
            let stem = group.name.len();
            Some((group, stem, sure))
        })
        .collect();
    found.sort_by(|(one, stem, _), (other, length, _)| {
        let by_size = other.members.len().cmp(&one.members.len());
        by_size
            .then(length.cmp(stem))
            .then(one.name.cmp(&other.name))
    });
    let habit = !taken.is_empty() || found.iter().any(|(_, _, sure)| *sure);
    found
        .into_iter()
        .filter(|(_, _, sure)| *sure || habit)
        .map(|(group, _, _)| group)
        .collect()
}

/// What posts are called: their slugs, and their titles where those say more than the slugs.
fn views<'p>(posts: &'p Posts<'_>) -> impl Iterator<Item = (usize, usize, &'p View)> {
    (0..posts.list.len()).flat_map(move |at| {
        let known = posts.has_known_title(at);
        let views = posts.views(at).iter().zip(0..);
        views
            .filter(move |(_, place)| *place == 0 || known)
            .map(move |(view, place)| (at, place, view))
    })
}

/// The figures of a slug that may number its post. Those beside other figures are versions or dates, those behind a word
/// that counts are read as that, and long ones are years or ids.
fn figures(view: &View, post: usize, place: usize) -> Vec<(Trail, Figure)> {
    let end = view
        .marks
        .first()
        .map_or(view.tokens.len(), |mark| view.tokens_before(mark.from));
    let mut trail = Trail::default();
    let mut out = Vec::new();
    for (at, (token, id)) in view.tokens.iter().zip(&view.ids).enumerate().take(end) {
        let figure = |at: usize| view.tokens.get(at).is_some_and(|token| token.figures);
        let behind = at > 0 && figure(at - 1);
        let alone = !behind && !figure(at + 1);
        let last = at + 1 == view.tokens.len();
        let number = if token.figures && alone {
            digits(&token.lower)
        } else if last && !token.glued {
            roman(&token.lower)
        } else {
            None
        };
        let unit = at.checked_sub(1).and_then(|at| view.tokens.get(at));
        let version = unit.is_some_and(|token| matches!(token.lower.as_str(), "v" | "q" | "h"));
        if let Some(number) = number.filter(|_| at > 0 && !version && out.len() < MOST_FIGURES) {
            let letter = letter_after(&view.tokens, at);
            let tail = view.tokens.len() - at - 1 - usize::from(letter.is_some());
            out.push((
                trail,
                Figure {
                    post,
                    view: place,
                    number,
                    letter,
                    weak: !token.figures && token.lower.len() == 1,
                    stem: at,
                    tail,
                },
            ));
        }
        trail = trail.then(*id);
    }
    out
}

/// A group of what shares a stem, and whether it is sure without the site's habit.
fn group(
    posts: &Posts<'_>,
    counted: &FxHashMap<usize, Candidate>,
    mut figures: Vec<Figure>,
    base: &[usize],
) -> Option<(Group, bool)> {
    figures.sort_by_key(|figure| figure.post);
    figures.dedup_by_key(|figure| figure.post);
    if figures.iter().filter(|figure| !figure.weak).count() < 2 {
        figures.retain(|figure| !figure.weak);
    }
    let nested = is_nested(counted, &figures);
    let worded = figures
        .iter()
        .filter(|figure| counted.contains_key(&figure.post))
        .count();
    if !nested && worded * 2 > figures.len() {
        figures.retain(|figure| !counted.contains_key(&figure.post));
    }
    let none = FxHashMap::default();
    let counted = if nested { counted } else { &none };
    let first = figures.first()?;
    let view = posts.views(first.post).get(first.view)?;
    let name = view.ids.get(..first.stem)?.to_vec();
    let telling = view.telling(0..first.stem);
    let before = view.tokens.get(first.stem.checked_sub(1)?)?;
    let mut numbers: Vec<u32> = figures.iter().map(|figure| figure.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let first_number = *numbers.first()?;
    let implicit = base.len() == 1 && first_number == 2;
    let introduced = base.len() == 1 && first_number < 2;
    if implicit {
        numbers.insert(0, 1);
    }
    let glued = view.tokens.get(first.stem)?.glued;
    let enough = telling > 0 || (glued && first.stem == 1 && before.lower.chars().count() > 1);
    let tailless = figures.iter().all(|figure| figure.tail == 0);
    let lone_word = first.stem == 1 && telling > 0 && before.lower.chars().count() < 4 && !glued;
    if !enough || (lone_word && numbers.len() < 3) || numbers.len() < 2 || !is_count(&numbers, 1) {
        return None;
    }
    let mut members: Vec<Member> = figures
        .iter()
        .map(|figure| member(counted, figure))
        .collect();
    if doubles(members.iter()) * 3 > members.len() {
        return None;
    }
    if implicit || introduced {
        members.extend(base.iter().map(|post| Member {
            post: *post,
            numbers: vec![u32::from(implicit)],
            label: (if implicit { "Part 1" } else { "Introduction" }).to_owned(),
        }));
    }
    let (one, other) = (members.first()?.post, members.last()?.post);
    let pair = numbers.len() == 2;
    let close = posts.is_close(one, other);
    // Two that both carry their number behind the same words need not be close.
    let explicit = tailless && !implicit && telling > 1;
    let quantity = figures.iter().any(|figure| figure.tail > 0) && telling < 2;
    if (pair && !close && !explicit)
        || (implicit && posts.copies)
        || (quantity && numbers.len() < 4 && !glued)
    {
        return None;
    }
    let sure = !pair || (!implicit && telling > 1);
    Some((
        Group {
            members,
            name,
            called: None,
            numbered: true,
            recurring: false,
            word: "Part".to_owned(),
            total: None,
            confidence: if pair { 0.7 } else { 0.88 },
            because: "{count} posts are called “{name}” and their numbers count up: {labels}."
                .to_owned(),
        },
        sure,
    ))
}

/// Whether what words count is nested in what figures count: several parts have one and the same figure. Else those parts
/// that have a word are counted by that, if they are the greater part.
fn is_nested(counted: &FxHashMap<usize, Candidate>, figures: &[Figure]) -> bool {
    let mut posts: FxHashMap<u32, (usize, bool)> = FxHashMap::default();
    for figure in figures {
        let (all, worded) = posts.entry(figure.number).or_default();
        *all += 1;
        *worded |= counted.contains_key(&figure.post);
    }
    posts.into_values().any(|(all, worded)| all > 1 && worded)
}

/// A member with its figure; what its word counts is nested in that.
fn member(counted: &FxHashMap<usize, Candidate>, figure: &Figure) -> Member {
    let mut numbers = vec![figure.number];
    let mut label = format!("Part {}", figure.number);
    if let Some(letter) = figure.letter {
        numbers.push(letter);
        label.push(super::mark::letter_of(letter));
    }
    if let Some(inner) = counted.get(&figure.post) {
        numbers.extend(&inner.member.numbers);
        label = format!("{label} ({})", inner.member.label.to_lowercase());
    }
    Member {
        post: figure.post,
        numbers,
        label,
    }
}
