//! Recurring columns: posts that differ in nothing but a year, a month or a day ("My 2023 in books").

use rustc_hash::{FxHashMap, FxHashSet};

use super::group::{Group, Member, Trail};
use super::post::{Posts, View};

/// Months as addresses and titles spell them, in English, German, French, Spanish, Portuguese, Italian and Dutch.
const MONTHS: [&[&str]; 12] = [
    &[
        "jan", "january", "januar", "janvier", "enero", "janeiro", "gennaio", "januari",
    ],
    &[
        "feb",
        "february",
        "februar",
        "février",
        "fevrier",
        "febrero",
        "fevereiro",
        "febbraio",
        "februari",
    ],
    &[
        "mar", "march", "märz", "maerz", "mars", "marzo", "março", "marco", "maart",
    ],
    &["apr", "april", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maio", "maggio", "mei"],
    &["jun", "june", "juni", "juin", "junio", "junho", "giugno"],
    &["jul", "july", "juli", "juillet", "julio", "julho", "luglio"],
    &["aug", "august", "août", "aout", "agosto", "augustus"],
    &[
        "sep",
        "sept",
        "september",
        "septembre",
        "septiembre",
        "setembro",
        "settembre",
    ],
    &[
        "oct", "october", "oktober", "octobre", "octubre", "outubro", "ottobre",
    ],
    &["nov", "november", "novembre", "noviembre", "novembro"],
    &[
        "dec",
        "december",
        "dezember",
        "décembre",
        "decembre",
        "diciembre",
        "dezembro",
        "dicembre",
    ],
];

/// Stands for the date in a column's name.
const DATE: u32 = u32::MAX;

/// A date within a slug.
struct Dated {
    post: usize,
    /// Year, month, day as far as they are given, for the order of parts.
    when: Vec<u32>,
    tokens: std::ops::Range<usize>,
}

/// Groups of posts that differ in a date only. They are marked as recurring.
pub(super) fn groups(posts: &Posts<'_>, taken: &FxHashSet<usize>) -> Vec<Group> {
    let mut stems: FxHashMap<Trail, Vec<Dated>> = FxHashMap::default();
    for at in (0..posts.list.len()).filter(|at| !taken.contains(at)) {
        let Some(view) = posts.get(at).and_then(|post| post.slug()) else {
            continue;
        };
        let Some((tokens, when)) = date_in(view) else {
            continue;
        };
        let mut trail = Trail::default();
        for (place, id) in view.ids.iter().enumerate() {
            if place == tokens.start {
                trail = trail.then(DATE);
            }
            if !tokens.contains(&place) {
                trail = trail.then(*id);
            }
        }
        let dated = Dated {
            post: at,
            when,
            tokens,
        };
        stems.entry(trail).or_default().push(dated);
    }
    let mut found: Vec<Group> = stems
        .into_values()
        .filter_map(|members| group(posts, members))
        .collect();
    found.sort_by(|one, other| {
        let first = |group: &Group| group.members.first().map(|member| member.post);
        first(one).cmp(&first(other))
    });
    found
}

/// The first run of tokens that is a date: a year, or a month's name, with what figures stand beside it.
fn date_in(view: &View) -> Option<(std::ops::Range<usize>, Vec<u32>)> {
    let is_part = |at: usize| {
        let token = view.tokens.get(at)?;
        let small = token.figures && token.lower.len() <= 2;
        (small || token.year().is_some() || month(&token.lower).is_some()).then_some(())
    };
    let anchor = (0..view.tokens.len()).find(|at| {
        let token = view.tokens.get(*at);
        let beside = is_part(at + 1).is_some() || at.checked_sub(1).and_then(is_part).is_some();
        token.is_some_and(|token| {
            token.year().is_some() || (month(&token.lower).is_some() && beside)
        })
    })?;
    let mut start = anchor;
    while start > 0 && is_part(start - 1).is_some() {
        start -= 1;
    }
    let mut end = anchor + 1;
    while is_part(end).is_some() {
        end += 1;
    }
    let tokens = view.tokens.get(start..end)?;
    let mut when: Vec<u32> = tokens
        .iter()
        .filter_map(super::token::Token::year)
        .collect();
    let named: Vec<u32> = tokens
        .iter()
        .filter_map(|token| month(&token.lower))
        .collect();
    let figures: Vec<u32> = tokens
        .iter()
        .filter(|token| token.figures && token.lower.len() <= 2)
        .filter_map(|token| token.lower.parse().ok())
        .collect();
    if when.is_empty() {
        // "Nov 18", "Dec 18 Jan 19": a month's name, and behind it the year in two figures.
        let named_at = tokens
            .iter()
            .position(|token| month(&token.lower).is_some());
        let behind = tokens.get(named_at.unwrap_or(0)..).unwrap_or_default();
        let year = behind.iter().find(|token| token.figures);
        when.extend(year.and_then(|token| token.lower.parse::<u32>().ok()));
        when.extend(named.first());
    } else {
        when.extend(named);
        when.extend(figures);
    }
    Some((start..end, when))
}

fn month(lower: &str) -> Option<u32> {
    // All of them begin with one of these, and most words do not.
    if lower.len() < 3
        || !lower.starts_with(['a', 'd', 'e', 'f', 'g', 'j', 'l', 'm', 'n', 'o', 's'])
    {
        return None;
    }
    MONTHS
        .iter()
        .zip(1..)
        .find(|(names, _)| names.contains(&lower))
        .map(|(_, month)| month)
}

fn group(posts: &Posts<'_>, mut members: Vec<Dated>) -> Option<Group> {
    members.sort_by(|one, other| one.when.cmp(&other.when).then(one.post.cmp(&other.post)));
    let mut whens: Vec<&Vec<u32>> = members.iter().map(|member| &member.when).collect();
    whens.dedup();
    if whens.len() < 2 || whens.len() != members.len() {
        return None;
    }
    let first = members.first()?;
    let view = posts.get(first.post)?.slug()?;
    let outside = view
        .tokens
        .iter()
        .enumerate()
        .filter(|(at, token)| {
            !first.tokens.contains(at) && token.lower.chars().count() > 2 && !token.figures
        })
        .count();
    if outside == 0 {
        return None;
    }
    // A figure that all have in common belongs to the name: "Fabric 2: Nov 18".
    let common = |member: &Dated| {
        let view = posts.get(member.post)?.slug()?;
        let token = view.tokens.get(member.tokens.start)?;
        (token.figures && member.tokens.len() > 1).then(|| token.lower.clone())
    };
    let shared = common(first).is_some() && members.iter().all(|it| common(it) == common(first));
    let skipped = usize::from(shared);
    let label = |member: &Dated| {
        let view = posts.get(member.post)?.views.last()?;
        let (tokens, _) = date_in(view)?;
        let first = view.tokens.get(tokens.start + skipped)?;
        let last = view.tokens.get(tokens.end.checked_sub(1)?)?;
        Some(view.text.get(first.from..last.to)?.to_owned())
    };
    let many = members.len() > 2;
    Some(Group {
        name: Vec::new(),
        called: called(posts, first.post, skipped),
        numbered: false,
        recurring: true,
        word: String::new(),
        total: None,
        confidence: if many { 0.85 } else { 0.7 },
        because:
            "{count} posts differ in their date only: {labels}. A column that comes round again."
                .to_owned(),
        members: members
            .iter()
            .map(|member| Member {
                post: member.post,
                numbers: Vec::new(),
                label: label(member).unwrap_or_default(),
            })
            .collect(),
    })
}

/// The title with its date left out: "My … in books", "Year in Review".
fn called(posts: &Posts<'_>, post: usize, skipped: usize) -> Option<String> {
    let view = posts.get(post)?.views.last()?;
    let (tokens, _) = date_in(view)?;
    let from = view.tokens.get(tokens.start + skipped)?.from;
    let to = view.tokens.get(tokens.end.checked_sub(1)?)?.to;
    let before = view
        .text
        .get(..from)?
        .trim_end_matches([' ', '(', '[', '-']);
    let behind = view
        .text
        .get(to..)?
        .trim_start_matches([' ', ')', ']', '-', ':']);
    let text = match (before.is_empty(), behind.is_empty()) {
        (true, _) => {
            let mut chars = behind.chars();
            chars.next().map_or(String::new(), |first| {
                first.to_uppercase().chain(chars).collect()
            })
        }
        (false, true) => super::name::tidy(before),
        (false, false) => format!("{before} … {behind}"),
    };
    Some(text).filter(|text| !text.is_empty())
}
