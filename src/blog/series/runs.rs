//! Unnumbered runs: posts close in time whose titles begin with the same words before a dash or colon.

use rustc_hash::{FxHashMap, FxHashSet};

use super::number::pieces;
use super::{is_telling, key};
use crate::blog::model::{Blog, PageId, Series, SeriesPart};

/// Posts of a run follow one another within so many days; what comes later is a habit of naming, not one story.
const LONGEST_PAUSE_DAYS: i32 = 62;

/// Finds the runs among posts that are not taken.
pub(super) fn find(blog: &Blog, taken: &mut FxHashSet<PageId>) -> Vec<Series> {
    let mut groups: FxHashMap<String, Vec<(PageId, String)>> = FxHashMap::default();
    let mut order: Vec<String> = Vec::new();
    for &page in blog.posts.iter().filter(|page| !taken.contains(page)) {
        let pieces = pieces(&blog.page(page).title);
        let [head, _, ..] = pieces.as_slice() else {
            continue;
        };
        let name = key(head);
        if name.split(' ').count() < 2 || !is_telling(head) {
            continue;
        }
        let members = groups.entry(name.clone()).or_default();
        if members.is_empty() {
            order.push(name);
        }
        members.push((page, (*head).to_owned()));
    }
    let mut found = Vec::new();
    for name in order {
        let mut members = groups.remove(&name).unwrap_or_default();
        members.reverse(); // posts come newest first, a run is read from its oldest
        if members.len() < 2 || !is_close(blog, &members) {
            continue;
        }
        taken.extend(members.iter().map(|(page, _)| *page));
        let spelt = members
            .first()
            .map(|(_, head)| head.clone())
            .unwrap_or_default();
        found.push(Series {
            because: format!(
                "{} posts, close in time, have titles that begin with “{spelt}”.",
                members.len()
            ),
            parts: members
                .iter()
                .map(|(page, _)| SeriesPart {
                    page: *page,
                    label: String::new(),
                })
                .collect(),
            confidence: if members.len() > 2 { 0.85 } else { 0.7 },
            name: spelt,
            slug: String::new(),
            numbered: false,
            recurring: false,
            missing: Vec::new(),
        });
    }
    found
}

/// Whether every post of a run has a date, and none came long after the one before.
fn is_close(blog: &Blog, members: &[(PageId, String)]) -> bool {
    let dates: Option<Vec<_>> = members
        .iter()
        .map(|(page, _)| blog.page(*page).published.map(|published| published.date))
        .collect();
    dates.is_some_and(|dates| {
        dates.windows(2).all(|pair| match pair {
            [one, next] => next.days_after(*one) <= LONGEST_PAUSE_DAYS,
            _ => true,
        })
    })
}
