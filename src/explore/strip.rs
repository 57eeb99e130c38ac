//! The strip: posts by month, coloured by section.

use super::facts::months_of;
use super::month::Month;
use crate::blog::{Blog, SectionId};

/// How many months a strip covers at most: a century. A sitemap with a post of the year 1 would else cost ten thousand
/// bars of which none is wide enough to be seen; what is older is counted in the first bar.
const MAX_MONTHS: i32 = 1_200;

/// Posts by month, from the blog's first to its last, whatever the filters leave of them: the axis stands still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// The month of the first bar; of no meaning where there are no months.
    pub first: Month,
    /// One bar a month without a gap; none where no post has a date.
    pub months: Vec<StripMonth>,
    /// The highest `total`.
    pub peak: u32,
    /// How many of the posts have no date.
    pub undated: usize,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StripMonth {
    /// Posts by section, as an index into the blog's sections, and one last slot for those in none.
    pub by_section: Vec<u32>,
    /// All of them.
    pub total: u32,
}

impl Default for Strip {
    fn default() -> Strip {
        Strip {
            first: Month {
                year: 1970,
                month: 1,
            },
            months: Vec::new(),
            peak: 0,
            undated: 0,
        }
    }
}

impl Strip {
    /// The month of the bar at this position.
    pub fn month(&self, position: usize) -> Month {
        self.first.plus(i32::try_from(position).unwrap_or(i32::MAX))
    }

    /// A strip without posts, as long as the blog's dates.
    pub(crate) fn empty(blog: &Blog) -> Strip {
        let months = || {
            let posts = blog.posts.iter();
            posts.filter_map(|&post| Some(months_of(blog.page(post))?.0))
        };
        let (Some(first), Some(last)) = (months().min(), months().max()) else {
            return Strip::default();
        };
        let first = first.max(last.plus(1 - MAX_MONTHS));
        let bar = StripMonth {
            by_section: vec![0; blog.sections.len() + 1],
            total: 0,
        };
        let bars = usize::try_from(last.months_since(first)).unwrap_or(0) + 1;
        Strip {
            first,
            months: vec![bar; bars],
            ..Strip::default()
        }
    }

    /// The bar of a month, as an index; the first for what is before it, none where there are no bars.
    pub(crate) fn bar_of(&self, month: Month) -> Option<u32> {
        let bar = u32::try_from(month.months_since(self.first)).unwrap_or(0);
        ((bar as usize) < self.months.len()).then_some(bar)
    }

    /// Counts one post in a bar. One dated only to the year is counted in its January.
    pub(crate) fn add(&mut self, bar: Option<u32>, section: Option<SectionId>) {
        let Some(bar) = bar.and_then(|bar| self.months.get_mut(bar as usize)) else {
            self.undated += 1;
            return;
        };
        let last = bar.by_section.len().saturating_sub(1);
        let slot = section.map_or(last, |section| section.index().min(last));
        if let Some(count) = bar.by_section.get_mut(slot) {
            *count += 1;
        }
        bar.total += 1;
        self.peak = self.peak.max(bar.total);
    }
}

#[cfg(test)]
mod tests {
    use crate::explore::ViewState;
    use crate::explore::sample::Sample;

    #[test]
    fn months_run_without_a_gap_from_the_first_post_to_the_last() {
        let index = Sample::new()
            .post("2023-01-05", "A")
            .section("blog")
            .post("2023-01-20", "B")
            .section("notes")
            .post("2023-04-01", "C")
            .index();
        let strip = index.outlook(&ViewState::default()).strip;
        assert_eq!(strip.first.to_string(), "2023-01");
        let totals: Vec<u32> = strip.months.iter().map(|month| month.total).collect();
        assert_eq!(totals, [2, 0, 0, 1]);
        assert_eq!(strip.peak, 2);
        assert_eq!(strip.months[0].by_section, [1, 1, 0]);
        assert_eq!(strip.months[3].by_section, [0, 0, 1]);
    }

    #[test]
    fn the_axis_stands_still_while_filters_change() {
        let index = Sample::new()
            .post("2020-01-05", "Alpha")
            .post("2023-04-01", "Beta")
            .post("", "Beta undated")
            .index();
        let all = index.outlook(&ViewState::default()).strip;
        let some = index.outlook(&ViewState::parse("q=beta&from=2021")).strip;
        assert_eq!(some.months.len(), all.months.len());
        assert_eq!((all.undated, some.undated), (1, 1));
        assert_eq!(some.months[0].total, 0);
        let ranged = index.outlook(&ViewState::parse("from=2021")).strip;
        assert_eq!(ranged.months[0].total, 1);
    }

    #[test]
    fn a_blog_without_dates_has_no_bars() {
        let index = Sample::new().post("", "A").index();
        let strip = index.outlook(&ViewState::default()).strip;
        assert!(strip.months.is_empty());
        assert_eq!(strip.undated, 1);
        assert!(
            Sample::new()
                .index()
                .outlook(&ViewState::default())
                .strip
                .months
                .is_empty()
        );
    }

    #[test]
    fn an_absurd_date_does_not_make_an_absurd_strip() {
        let index = Sample::new()
            .post("0001-01-01", "A")
            .post("2024-01-01", "B")
            .index();
        let strip = index.outlook(&ViewState::default()).strip;
        assert_eq!(strip.months.len(), 1_200);
        assert_eq!(strip.months[0].total, 1);
    }
}
