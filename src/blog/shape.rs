//! The shape of a site's addresses: where the blog begins, and which folders are languages.

use rustc_hash::FxHashMap;

use super::{address::Segment, draft::Draft, kind::is_container, variants::is_language};

/// Sets each draft's lead: the segments that all pages share (a blog under a path), and a language where the site has any.
pub(super) fn find_leads(drafts: &mut [Draft<'_>]) {
    let base = base(drafts);
    let languages = languages(drafts, base);
    for draft in drafts {
        draft.lead = base.min(draft.address.segments.len());
        let first = draft.address.segments.get(base);
        if let Some(language) = first.filter(|segment| languages.contains_key(segment.as_str())) {
            draft.language = Some(language.to_ascii_lowercase().into());
            draft.lead += 1;
        }
        draft.read_date();
    }
}

/// How many leading segments all pages share. A folder that is a blog's own (`/blog/`) counts only if the file has the
/// page itself: then that page is the front page.
fn base(drafts: &[Draft<'_>]) -> usize {
    let Some(first) = drafts.first() else {
        return 0;
    };
    let mut shared = first.address.segments.clone();
    let mut shortest = usize::MAX;
    for draft in drafts {
        let own = &draft.address.segments;
        let same = shared
            .iter()
            .zip(own)
            .take_while(|(one, other)| one == other)
            .count();
        shared.truncate(same);
        shortest = shortest.min(own.len());
    }
    if shortest == shared.len() && drafts.len() > 1 {
        return shared.len();
    }
    let dull = |segment: &&Segment| {
        !is_container(segment)
            && !is_language(segment)
            && !segment.bytes().all(|byte| byte.is_ascii_digit())
    };
    // The last shared segment may be a section of its own (`/recipes/…`); only what lies above it is surely base.
    match drafts.len() {
        0 | 1 => 0,
        _ => shared.iter().take_while(dull).count().min(shared.len()),
    }
}

/// The leading segments that are languages: two or more of them, or one that holds at least half of the pages.
fn languages(drafts: &[Draft<'_>], base: usize) -> FxHashMap<Segment, usize> {
    let mut found: FxHashMap<Segment, usize> = FxHashMap::default();
    for draft in drafts {
        if let Some(first) = draft
            .address
            .segments
            .get(base)
            .filter(|segment| is_language(segment))
        {
            *found.entry(first.clone()).or_default() += 1;
        }
    }
    let pages: usize = found.values().sum();
    if found.len() < 2 && pages.saturating_mul(2) < drafts.len() {
        found.clear();
    }
    found
}
