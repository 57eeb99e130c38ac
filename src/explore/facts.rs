//! Facts: the little of each post that every question looks at, side by side in memory. Pages are large and far apart; to
//! walk over fifty thousand of them at every keystroke took longer than the search itself.

use super::month::Month;
use super::strip::Strip;
use crate::blog::{Blog, Page, PageId, SectionId};
use crate::sitemap::Precision;

/// The facts of one post.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts {
    /// The section it is in.
    pub(crate) section: Option<SectionId>,
    /// The months between which it appeared, both inclusive.
    pub(crate) months: Option<(Month, Month)>,
    /// The bar of the strip that it is counted in.
    pub(crate) bar: Option<u32>,
    /// Whether it has pictures.
    pub(crate) illustrated: bool,
    /// Whether it is a part of a series.
    pub(crate) in_series: bool,
}

impl Facts {
    /// The facts of one post of a blog with that strip.
    pub(crate) fn of(blog: &Blog, post: PageId, strip: &Strip) -> Facts {
        let page = blog.page(post);
        let months = months_of(page);
        Facts {
            section: page.section,
            months,
            bar: months.and_then(|(first, _)| strip.bar_of(first)),
            illustrated: !page.images.is_empty(),
            in_series: page.series.is_some(),
        }
    }
}

/// The months between which a post appeared, both inclusive: one, or the whole year where no more is known.
pub(crate) fn months_of(page: &Page) -> Option<(Month, Month)> {
    page.published.map(|published| {
        let first = Month::of(published.date);
        if published.precision == Precision::Year {
            let january = Month { month: 1, ..first };
            (january, january.plus(11))
        } else {
            (first, first)
        }
    })
}

/// Whether a post may have appeared between two months, both inclusive. One without a date is only where no dates are
/// asked for.
pub(crate) fn in_range(
    months: Option<(Month, Month)>,
    from: Option<Month>,
    to: Option<Month>,
) -> bool {
    match months {
        None => from.is_none() && to.is_none(),
        Some((first, last)) => {
            from.is_none_or(|from| last >= from) && to.is_none_or(|to| first <= to)
        }
    }
}
