//! What an address says only beside others of its site.

use rustc_hash::FxHashMap;

use super::{Verdict, is_container};
use crate::blog::{address::Segment, date::Found, draft::Draft, model::Kind};

/// Numbers alone beside posts with names are page numbers if they count on from 2 without a gap: `/blog/2`, `/blog/3` (Astro).
pub(super) fn find_pagination(drafts: &[Draft<'_>], verdicts: &mut [Verdict]) {
    /// Pages whose names are numbers, with these, and how many pages have other names.
    type Folder = (Vec<(u32, usize)>, usize);
    let mut folders: FxHashMap<&[Segment], Folder> = FxHashMap::default();
    for (at, draft) in drafts.iter().enumerate() {
        let Some((last, folder)) = draft.path().split_last() else {
            continue;
        };
        let (numbers, named) = folders.entry(folder).or_default();
        match last.parse::<u32>() {
            Ok(number) if last.len() <= 4 => numbers.push((number, at)),
            _ => *named += 1,
        }
    }
    for (mut numbers, named) in folders.into_values() {
        numbers.sort_unstable();
        let counts_on = numbers
            .iter()
            .zip(2..)
            .all(|((number, _), page)| *number == page);
        if named == 0 || !counts_on {
            continue;
        }
        for (_, at) in numbers {
            if let Some(verdict) = verdicts.get_mut(at) {
                *verdict = Verdict::Sure(Kind::Archive);
            }
        }
    }
}

/// Blogger keeps pages in `/p/` and posts in `/2024/05/`; Substack keeps posts in `/p/` and has no dates.
pub(super) fn find_pages_of_blogger(drafts: &[Draft<'_>], verdicts: &mut [Verdict]) {
    let dated = drafts
        .iter()
        .filter(|draft| {
            let in_folders = draft.path().first().is_some_and(|first| first.len() == 4);
            in_folders && draft.dated.as_ref().is_some_and(Found::says_post)
        })
        .count();
    let in_p = |draft: &Draft<'_>| matches!(draft.path(), [p, _] if p == "p" && is_container(p));
    let pages = drafts.iter().filter(|draft| in_p(draft)).count();
    if dated <= pages {
        return;
    }
    for (draft, verdict) in drafts.iter().zip(verdicts) {
        if in_p(draft) {
            *verdict = Verdict::Sure(Kind::Page);
        }
    }
}
