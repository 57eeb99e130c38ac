//! What recurs over the site and so says nothing of one page: the heads and tails of picture titles, and captions.
//!
//! Nothing is listed by name. A text is boilerplate because it recurs on pages that have nothing else in common.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{draft::Draft, words::fold};

/// What stands between a title and what a site builder puts before or behind it.
const BETWEEN: [&str; 6] = [" - ", " | ", " · ", " — ", " – ", " :: "];

/// A head or tail recurs if it is on at least this many pages…
const FEWEST_PAGES: usize = 3;
/// … and a head on one in this many of the pages that have picture titles (a series' name is on far fewer),
const HEAD_ONE_IN: usize = 4;
/// … a tail on one in this many. On the real sitemap "Make it stand out" is on 74 in 100, the commonest other tail on 2.
const TAIL_ONE_IN: usize = 8;
/// A caption recurs if it is on at least this many pages, whatever their pictures.
const CAPTION_PAGES: usize = 3;

/// What recurs.
#[derive(Clone, Debug, Default)]
pub(super) struct Boilerplate {
    heads: FxHashSet<String>,
    tails: FxHashSet<String>,
    captions: FxHashSet<String>,
}

impl Boilerplate {
    /// Counts on how many pages each head, tail and caption is.
    pub(super) fn learn(drafts: &[Draft<'_>]) -> Self {
        let mut heads: FxHashMap<String, usize> = FxHashMap::default();
        let mut tails: FxHashMap<String, usize> = FxHashMap::default();
        let mut captions: FxHashMap<String, usize> = FxHashMap::default();
        let mut own_folder: FxHashMap<String, usize> = FxHashMap::default();
        let mut titled = 0_usize;
        for draft in drafts {
            let titles = draft
                .images
                .iter()
                .filter_map(|image| image.title.as_deref());
            let mut seen_heads: Vec<String> = Vec::new();
            let mut seen_tails: Vec<String> = Vec::new();
            let mut any = false;
            for title in titles {
                any = true;
                push_new(
                    &mut seen_heads,
                    first_cut(title).map(|(head, _)| fold(head)),
                );
                push_new(&mut seen_tails, last_cut(title).map(|(_, tail)| fold(tail)));
            }
            titled += usize::from(any);
            let folder = draft.path().first().map(|first| fold(first));
            for head in seen_heads {
                if folder.as_ref() == Some(&head) {
                    *own_folder.entry(head.clone()).or_default() += 1;
                }
                *heads.entry(head).or_default() += 1;
            }
            count(&mut tails, seen_tails);
            let mut seen: Vec<String> = Vec::new();
            for caption in draft
                .images
                .iter()
                .filter_map(|image| image.caption.as_deref())
            {
                push_new(&mut seen, Some(fold(caption)));
            }
            count(&mut captions, seen);
        }
        Self {
            heads: often(heads, titled, HEAD_ONE_IN)
                .chain(often(own_folder, 0, 1))
                .collect(),
            tails: often(tails, titled, TAIL_ONE_IN)
                .filter(|tail| !tail.chars().any(char::is_numeric))
                .collect(),
            captions: often_pages(captions, CAPTION_PAGES).collect(),
        }
    }

    /// A picture's title less what recurs; nothing where nothing else is left. The flag says whether anything was taken off.
    pub(super) fn strip<'t>(&self, title: &'t str) -> (Option<&'t str>, bool) {
        let mut rest = title.trim();
        let mut stripped = false;
        while let Some((before, tail)) =
            last_cut(rest).filter(|(_, tail)| self.tails.contains(&fold(tail)))
        {
            rest = before.trim();
            stripped = true;
            debug_assert!(tail.len() < title.len());
        }
        if let Some((_, after)) =
            first_cut(rest).filter(|(head, _)| self.heads.contains(&fold(head)))
        {
            rest = after.trim();
            stripped = true;
        }
        let folded = fold(rest);
        let nothing = folded.is_empty() || self.tails.contains(&folded);
        (Some(rest).filter(|_| !nothing), stripped)
    }

    /// Whether a caption recurs over the site.
    pub(super) fn is_caption(&self, caption: &str) -> bool {
        self.captions.contains(&fold(caption))
    }
}

fn push_new(list: &mut Vec<String>, item: Option<String>) {
    if let Some(item) = item.filter(|item| !item.is_empty() && !list.contains(item)) {
        // A page with thousands of titles needs no more than this to be counted.
        if list.len() < 64 {
            list.push(item);
        }
    }
}

fn count(counts: &mut FxHashMap<String, usize>, items: Vec<String>) {
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
}

fn often(
    counts: FxHashMap<String, usize>,
    of: usize,
    one_in: usize,
) -> impl Iterator<Item = String> {
    often_pages(counts, FEWEST_PAGES.max(of.div_ceil(one_in)))
}

fn often_pages(counts: FxHashMap<String, usize>, pages: usize) -> impl Iterator<Item = String> {
    counts
        .into_iter()
        .filter(move |(_, seen)| *seen >= pages)
        .map(|(text, _)| text)
}

/// Cuts at the first separator.
pub(super) fn first_cut(title: &str) -> Option<(&str, &str)> {
    let (at, between) = BETWEEN
        .iter()
        .filter_map(|between| Some((title.find(between)?, between)))
        .min()?;
    Some((title.get(..at)?, title.get(at + between.len()..)?))
}

/// Cuts at the last separator.
pub(super) fn last_cut(title: &str) -> Option<(&str, &str)> {
    let (at, between) = BETWEEN
        .iter()
        .filter_map(|between| Some((title.rfind(between)?, between)))
        .max()?;
    Some((title.get(..at)?, title.get(at + between.len()..)?))
}
