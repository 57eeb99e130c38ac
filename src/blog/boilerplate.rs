//! What recurs over the site and so says nothing of one page: the heads and tails of picture titles, and captions.
//!
//! Nothing is listed by name. A text is boilerplate because it recurs on pages that have nothing else in common.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{draft::Draft, words::fingerprint};

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
    heads: FxHashSet<u64>,
    tails: FxHashSet<u64>,
    captions: FxHashSet<u64>,
}

impl Boilerplate {
    /// Counts on how many pages each head, tail and caption is.
    pub(super) fn learn(drafts: &[Draft<'_>]) -> Self {
        let mut heads: FxHashMap<u64, usize> = FxHashMap::default();
        let mut tails: FxHashMap<u64, usize> = FxHashMap::default();
        let mut captions: FxHashMap<u64, usize> = FxHashMap::default();
        let mut own_folder: FxHashMap<u64, usize> = FxHashMap::default();
        let mut titled = 0_usize;
        for draft in drafts {
            let titles = draft
                .images
                .iter()
                .filter_map(|image| image.title.as_deref());
            let mut seen_heads: Vec<u64> = Vec::new();
            let mut seen_tails: Vec<u64> = Vec::new();
            let mut any = false;
            for title in titles {
                any = true;
                push_new(
                    &mut seen_heads,
                    first_cut(title).and_then(|(head, _)| fingerprint(head)),
                );
                push_new(
                    &mut seen_tails,
                    last_cut(title).and_then(|(_, tail)| last_words(tail)),
                );
            }
            titled += usize::from(any);
            let folder = draft.path().first().and_then(|first| fingerprint(first));
            for head in seen_heads {
                if folder.as_ref() == Some(&head) {
                    *own_folder.entry(head).or_default() += 1;
                }
                *heads.entry(head).or_default() += 1;
            }
            count(&mut tails, seen_tails);
            let mut seen: Vec<u64> = Vec::new();
            for caption in draft
                .images
                .iter()
                .filter_map(|image| image.caption.as_deref())
            {
                push_new(&mut seen, fingerprint(caption));
            }
            count(&mut captions, seen);
        }
        Self {
            heads: often(heads, titled, HEAD_ONE_IN)
                .chain(often(own_folder, 0, 1))
                .collect(),
            tails: often(tails, titled, TAIL_ONE_IN).collect(),
            captions: often_pages(captions, CAPTION_PAGES).collect(),
        }
    }

    /// A picture's title less what recurs; nothing where nothing else is left. The flag says whether anything was taken off.
    pub(super) fn strip<'t>(&self, title: &'t str) -> (Option<&'t str>, bool) {
        let mut rest = title.trim();
        let mut stripped = false;
        while let Some((before, tail)) = last_cut(rest)
            .filter(|(_, tail)| last_words(tail).is_some_and(|tail| self.tails.contains(&tail)))
        {
            rest = before.trim();
            stripped = true;
            debug_assert!(tail.len() < title.len());
        }
        if let Some((_, after)) = first_cut(rest)
            .filter(|(head, _)| fingerprint(head).is_some_and(|head| self.heads.contains(&head)))
        {
            rest = after.trim();
            stripped = true;
        }
        let nothing = fingerprint(rest).is_none_or(|rest| self.tails.contains(&rest));
        (Some(rest).filter(|_| !nothing), stripped)
    }

    /// Whether a caption recurs over the site.
    pub(super) fn is_caption(&self, caption: &str) -> bool {
        fingerprint(caption).is_some_and(|caption| self.captions.contains(&caption))
    }
}

fn push_new(list: &mut Vec<u64>, item: Option<u64>) {
    if let Some(item) = item.filter(|item| !list.contains(item)) {
        // A page with thousands of titles needs no more than this to be counted.
        if list.len() < 64 {
            list.push(item);
        }
    }
}

fn count(counts: &mut FxHashMap<u64, usize>, items: Vec<u64>) {
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
}

fn often(counts: FxHashMap<u64, usize>, of: usize, one_in: usize) -> impl Iterator<Item = u64> {
    often_pages(counts, FEWEST_PAGES.max(of.div_ceil(one_in)))
}

fn often_pages(counts: FxHashMap<u64, usize>, pages: usize) -> impl Iterator<Item = u64> {
    counts
        .into_iter()
        .filter(move |(_, seen)| *seen >= pages)
        .map(|(text, _)| text)
}

/// A tail that can recur: one with a figure in it is a part's number, or a year.
fn last_words(tail: &str) -> Option<u64> {
    fingerprint(tail).filter(|_| !tail.contains(char::is_numeric))
}

/// How long the separator is that begins with the space here: what stands between a title and what a site builder puts
/// before or behind it.
fn separator(text: &str, space: usize) -> Option<usize> {
    let mut chars = text.get(space + 1..)?.chars();
    let sign = chars.next()?;
    let length = match sign {
        '-' | '|' | '·' | '—' | '–' => sign.len_utf8(),
        ':' if chars.next() == Some(':') => 2,
        _ => return None,
    };
    (chars.next() == Some(' ')).then_some(length + 2)
}

/// Cuts at the first separator.
pub(super) fn first_cut(title: &str) -> Option<(&str, &str)> {
    let spaces = title.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
    cut(title, spaces.map(|(at, _)| at))
}

/// Cuts at the last separator.
pub(super) fn last_cut(title: &str) -> Option<(&str, &str)> {
    let spaces = title
        .bytes()
        .enumerate()
        .rev()
        .filter(|(_, byte)| *byte == b' ');
    cut(title, spaces.map(|(at, _)| at))
}

fn cut(title: &str, mut spaces: impl Iterator<Item = usize>) -> Option<(&str, &str)> {
    let (at, length) = spaces.find_map(|at| Some((at, separator(title, at)?)))?;
    Some((title.get(..at)?, title.get(at + length..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_cut_at_separators() {
        assert_eq!(
            first_cut("Blog - Rain - Soil"),
            Some(("Blog", "Rain - Soil"))
        );
        assert_eq!(
            last_cut("Blog - Rain — Soil"),
            Some(("Blog - Rain", "Soil"))
        );
        assert_eq!(last_cut("Rain :: Soil"), Some(("Rain", "Soil")));
        assert_eq!(first_cut("Rain-Soil: - "), Some(("Rain-Soil:", "")));
        assert_eq!(first_cut("Rain -"), None);
    }
}
