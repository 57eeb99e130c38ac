//! What `lastmod` says: that a post was revised, or only that its site was built anew.
//!
//! `lastmod` is never a publication date. Where nearly all pages have one and the same, it says nothing at all; where many
//! posts changed on one day, it says nothing of these. (On the real sitemap 50 of 219 posts have one day in September 2018,
//! when the site moved.)

use crate::sitemap::Date;
use rustc_hash::FxHashMap;

use super::model::{Blog, Page, PageId};
use crate::sitemap::Precision;

/// If so many of a hundred pages changed on one and the same day, that day was a rebuild of the site and no news.
const REBUILT_PERCENT: usize = 80;

/// Fewest posts, and one in how many, that change on one day when a part of a site is rebuilt. An author who revises a long
/// series in a day stays below.
const FEWEST_REBUILT: usize = 8;
const REBUILT_ONE_IN: usize = 20;

/// A change within so many days of publication is no revision: time zones, and the corrections of the first day.
const FRESH_DAYS: i32 = 1;

impl Blog {
    /// The day on which a page was revised, where its `lastmod` says so: it is later than its publication, and neither the
    /// whole site's nor that of a rebuild. Nothing where the day of publication is not known.
    pub fn revised(&self, page: PageId) -> Option<Date> {
        let page = self.pages.get(page.index())?;
        let news = |date: &Date| self.rebuilds.binary_search(date).is_err();
        let later = |date: &Date| changed_later(page, *date) == Some(true);
        page.modified
            .filter(|_| self.modified_is_news)
            .filter(news)
            .filter(later)
    }
}

/// Whether a page changed after it appeared; nothing where the day it appeared is not known.
fn changed_later(page: &Page, modified: Date) -> Option<bool> {
    let published = page
        .published
        .filter(|published| published.precision == Precision::Day)?;
    Some(modified.days_after(published.date) > FRESH_DAYS)
}

/// Whether `lastmod` says when pages changed, and not when the site was last built.
pub(super) fn modified_is_news(pages: &[Page]) -> bool {
    let mut days: FxHashMap<_, usize> = FxHashMap::default();
    let mut dated = 0;
    for date in pages.iter().filter_map(|page| page.modified) {
        *days.entry(date).or_default() += 1;
        dated += 1;
    }
    let most = days.values().copied().max().unwrap_or(0);
    dated > 0 && (dated < 3 || most * 100 < dated * REBUILT_PERCENT)
}

/// The days on which many posts changed that had appeared before.
pub(super) fn rebuilds(pages: &[Page], posts: &[PageId]) -> Vec<Date> {
    let mut days: FxHashMap<Date, usize> = FxHashMap::default();
    for page in posts.iter().filter_map(|id| pages.get(id.index())) {
        if let Some(date) = page.modified
            && changed_later(page, date) != Some(false)
        {
            *days.entry(date).or_default() += 1;
        }
    }
    let fewest = FEWEST_REBUILT.max(posts.len().div_ceil(REBUILT_ONE_IN));
    let mut out: Vec<Date> = days
        .into_iter()
        .filter(|(_, changed)| *changed >= fewest)
        .map(|(date, _)| date)
        .collect();
    out.sort_unstable();
    out
}

#[cfg(test)]
mod tests {
    use crate::blog::{Blog, Given};
    use crate::sitemap::{Entry, Precision, Stamp};

    fn blog(posts: &[(&str, &str)]) -> Blog {
        let entry = |(path, lastmod): &(&str, &str)| Entry {
            loc: format!("https://example.com/{path}"),
            lastmod: lastmod.parse().ok().map(|date| Stamp {
                date,
                precision: Precision::Day,
                seconds: None,
            }),
            ..Entry::default()
        };
        Blog::from_entries(
            &posts.iter().map(entry).collect::<Vec<_>>(),
            &Given::default(),
        )
    }

    fn revised(posts: &[(&str, &str)]) -> Vec<Option<String>> {
        let blog = blog(posts);
        blog.pages
            .iter()
            .zip(0..)
            .map(|(_, id)| {
                blog.revised(crate::blog::PageId(id))
                    .map(|date| date.to_string())
            })
            .collect()
    }

    #[test]
    fn a_change_after_publication_is_a_revision() {
        let posts = [
            ("2024/01/02/rain", "2024-01-02"),
            ("2024/02/02/soil", "2024-02-03"),
            ("2024/03/02/wind", "2024-09-17"),
        ];
        assert_eq!(revised(&posts), [None, None, Some("2024-09-17".to_owned())]);
    }

    #[test]
    fn a_rebuild_is_no_revision() {
        let all = [
            ("2024/01/02/rain", "2024-09-17"),
            ("2024/02/02/soil", "2024-09-17"),
            ("2024/03/02/wind", "2024-09-17"),
        ];
        assert!(!blog(&all).modified_is_news);
        assert_eq!(revised(&all), [None, None, None]);
        let paths: Vec<String> = (1..=28)
            .map(|day| format!("2024/01/{day:02}/post"))
            .collect();
        let some: Vec<(&str, &str)> = paths
            .iter()
            .enumerate()
            .map(|(at, path)| {
                (
                    path.as_str(),
                    if at < 14 { "2024-09-17" } else { "2024-09-18" },
                )
            })
            .collect();
        let mut some = some;
        some[27].1 = "2024-10-01";
        let blog = blog(&some);
        assert!(blog.modified_is_news);
        assert_eq!(blog.rebuilds.len(), 2);
        let revised: Vec<_> = (0..28)
            .filter_map(|id| blog.revised(crate::blog::PageId(id)))
            .collect();
        assert_eq!(revised.len(), 1);
    }
}
