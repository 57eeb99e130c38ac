//! What recurs over the site and so says nothing of one page: the heads and tails of picture titles, and captions.
//!
//! Nothing is listed by name. A text is boilerplate because it recurs on pages that have nothing else in common.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    draft::Draft,
    words::{fingerprint, is_same},
};

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
    heads: Recurring,
    tails: Recurring,
    captions: Recurring,
}

/// Texts that recur, by their fingerprints.
#[derive(Clone, Debug, Default)]
struct Recurring {
    prints: FxHashSet<u64>,
    /// How long the longest is, in bytes: longer texts need not be looked at.
    longest: usize,
}

impl Recurring {
    fn has(&self, text: &str) -> bool {
        // A text may have a few more signs than another that is the same but for punctuation.
        text.len() <= self.longest.saturating_mul(2)
            && fingerprint(text).is_some_and(|print| self.prints.contains(&print))
    }

    fn keep(&mut self, counts: Counts, fewest: usize) {
        for (print, (pages, length)) in counts.seen {
            if pages >= fewest {
                self.prints.insert(print);
                self.longest = self.longest.max(length);
            }
        }
    }
}

/// On how many pages texts are, and how long they are.
#[derive(Default)]
struct Counts {
    seen: FxHashMap<u64, (usize, usize)>,
    /// What the present page has, each once.
    page: Vec<(u64, usize)>,
}

impl Counts {
    fn add(&mut self, text: &str) {
        // A page with thousands of texts needs no more than this to be counted.
        if let Some(print) = fingerprint(text)
            && self.page.len() < 64
            && !self.page.iter().any(|(known, _)| *known == print)
        {
            self.page.push((print, text.len()));
        }
    }

    /// Counts what the page has, and goes on to the next.
    fn turn_page(&mut self) {
        for (print, length) in self.page.drain(..) {
            let (pages, longest) = self.seen.entry(print).or_default();
            *pages += 1;
            *longest = length.max(*longest);
        }
    }
}

impl Boilerplate {
    /// Counts on how many pages each head, tail and caption is.
    pub(super) fn learn(drafts: &[Draft<'_>]) -> Self {
        let (mut heads, mut tails) = (Counts::default(), Counts::default());
        let (mut captions, mut own_folder) = (Counts::default(), Counts::default());
        let mut titled = 0_usize;
        for draft in drafts {
            let folder = draft.path().first();
            let mut last = None;
            for title in draft
                .images
                .iter()
                .filter_map(|image| image.title.as_deref())
            {
                // Most sites give all pictures of a page one title.
                if last == Some(title) {
                    continue;
                }
                last = Some(title);
                if let Some((head, _)) = first_cut(title) {
                    heads.add(head);
                    if folder.is_some_and(|folder| is_same(folder, head)) {
                        own_folder.add(head);
                    }
                }
                if let Some((_, tail)) = last_cut(title).filter(|(_, tail)| !has_figure(tail)) {
                    tails.add(tail);
                }
            }
            titled += usize::from(last.is_some());
            for caption in draft
                .images
                .iter()
                .filter_map(|image| image.caption.as_deref())
            {
                captions.add(caption);
            }
            for counts in [&mut heads, &mut tails, &mut captions, &mut own_folder] {
                counts.turn_page();
            }
        }
        let mut learnt = Self::default();
        let of = |one_in: usize| FEWEST_PAGES.max(titled.div_ceil(one_in));
        learnt.heads.keep(heads, of(HEAD_ONE_IN));
        // A section's name before the titles of its own posts recurs by design, however small the section is.
        learnt.heads.keep(own_folder, FEWEST_PAGES);
        learnt.tails.keep(tails, of(TAIL_ONE_IN));
        learnt.captions.keep(captions, CAPTION_PAGES);
        learnt
    }

    /// A picture's title less what recurs; nothing where nothing else is left. The flag says whether anything was taken off.
    pub(super) fn strip<'t>(&self, title: &'t str) -> (Option<&'t str>, bool) {
        let mut rest = title.trim();
        let mut stripped = false;
        while let Some((before, _)) =
            last_cut(rest).filter(|(_, tail)| !has_figure(tail) && self.tails.has(tail))
        {
            rest = before.trim();
            stripped = true;
        }
        if let Some((_, after)) = first_cut(rest).filter(|(head, _)| self.heads.has(head)) {
            rest = after.trim();
            stripped = true;
        }
        let nothing = !rest.contains(char::is_alphanumeric) || self.tails.has(rest);
        (Some(rest).filter(|_| !nothing), stripped)
    }

    /// Whether a caption recurs over the site.
    pub(super) fn is_caption(&self, caption: &str) -> bool {
        self.captions.has(caption)
    }
}

/// A tail with a figure in it does not recur: it is a part's number, or a year.
fn has_figure(tail: &str) -> bool {
    tail.contains(char::is_numeric)
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
