//! How the blog was written: how much in each month, how long without a break, how long the pauses were, and which posts stand out.
//!
//! All of it is about the posts that are shown, so that a filter tells of a part of the blog what no filter tells of the whole.

mod lanes;

pub use lanes::{Lane, lanes};

use super::facts::months_of;
use super::month::Month;
use super::outlook::Outlook;
use crate::blog::{Blog, PageId};
use crate::sitemap::Precision;

/// How many posts stand out at most, and how many pauses are told.
const MOST: usize = 5;
/// A pause is told from so many months without a post.
const PAUSE_MONTHS: usize = 3;

/// What there is to tell of the posts shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Insights {
    /// The years from the first post shown to the last, newest first.
    pub years: Vec<Year>,
    /// The most posts of any month.
    pub peak: u32,
    /// The longest run of months with a post in each, and the latest of several; none where no post is dated to the month.
    pub streak: Option<Run>,
    /// The longest runs of months without a post, the longest first.
    pub pauses: Vec<Run>,
    /// The posts with most pictures, and how many.
    pub illustrated: Vec<(PageId, usize)>,
    /// The posts that changed longest after they appeared, and how many days.
    pub revised: Vec<(PageId, u32)>,
}

/// The posts of a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Year {
    /// Which.
    pub year: i16,
    /// Posts in each of its months.
    pub months: [u32; 12],
    /// All its posts, also those of no known month.
    pub total: u32,
}

/// Months on end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The first month.
    pub from: Month,
    /// The last month, inclusive.
    pub to: Month,
    /// How many there are.
    pub months: usize,
}

/// Tells how the posts shown were written.
pub fn insights(blog: &Blog, outlook: &Outlook) -> Insights {
    let years = years(blog, outlook);
    let months = by_month(&years);
    let counts = years.iter().flat_map(|year| year.months);
    Insights {
        peak: counts.max().unwrap_or(0),
        streak: runs(&months, Writing::Some).max_by_key(|run| run.months),
        pauses: pauses(&months),
        illustrated: most(
            outlook,
            |post| blog.page(post).images.len(),
            |&images| images > 1,
        ),
        revised: most(outlook, |post| revised_after(blog, post), |&days| days > 0),
        years,
    }
}

/// Posts by year and month, newest year first, without a year left out.
fn years(blog: &Blog, outlook: &Outlook) -> Vec<Year> {
    // A post of the year 1 must not cost two thousand rows: the strip has bounded the years already.
    let oldest = outlook.strip.first.year;
    let dates = || {
        let pages = outlook.posts.iter().map(|&post| blog.page(post));
        pages.filter_map(|page| Some((page.published?, months_of(page)?.0)))
    };
    let year = |month: Month| month.year.max(oldest);
    let Some(last) = dates().map(|(_, month)| year(month)).max() else {
        return Vec::new();
    };
    let first = dates()
        .map(|(_, month)| year(month))
        .min()
        .unwrap_or(last)
        .max(oldest);
    let mut years: Vec<Year> = (first..=last)
        .rev()
        .map(|year| Year {
            year,
            ..Year::default()
        })
        .collect();
    for (published, month) in dates() {
        let row = usize::try_from(last.saturating_sub(year(month))).unwrap_or(0);
        let Some(row) = years.get_mut(row) else {
            continue;
        };
        row.total += 1;
        if published.precision != Precision::Year && month.year >= oldest {
            let column = usize::try_from(month.month - 1).unwrap_or(0);
            if let Some(count) = row.months.get_mut(column) {
                *count += 1;
            }
        }
    }
    years
}

/// Whether a month has posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writing {
    Some,
    None,
    /// A post of its year may have been of this month.
    Perhaps,
}

/// The months in order, from the first with a post to the last.
fn by_month(years: &[Year]) -> Vec<(Month, Writing)> {
    let all = years.iter().rev().flat_map(|year| {
        let vague = year.total > year.months.iter().sum();
        (1..).zip(year.months).map(move |(month, posts)| {
            let writing = match posts {
                0 if vague => Writing::Perhaps,
                0 => Writing::None,
                _ => Writing::Some,
            };
            let year = year.year;
            (Month { year, month }, writing)
        })
    });
    let has_posts = |&(_, writing): &(Month, Writing)| writing == Writing::Some;
    let mut months: Vec<_> = all.skip_while(|month| !has_posts(month)).collect();
    months.truncate(
        months
            .iter()
            .rposition(has_posts)
            .map_or(0, |last| last + 1),
    );
    months
}

/// The longest possible runs of months that are all `like` that, in order.
fn runs(months: &[(Month, Writing)], like: Writing) -> impl Iterator<Item = Run> {
    let runs = months.chunk_by(|(_, a), (_, b)| a == b);
    runs.filter_map(move |run| {
        let (&(from, writing), &(to, _)) = (run.first()?, run.last()?);
        let months = run.len();
        (writing == like).then_some(Run { from, to, months })
    })
}

fn pauses(months: &[(Month, Writing)]) -> Vec<Run> {
    let mut pauses: Vec<Run> = runs(months, Writing::None)
        .filter(|run| run.months >= PAUSE_MONTHS)
        .collect();
    pauses.sort_by_key(|pause| std::cmp::Reverse((pause.months, pause.from)));
    pauses.truncate(MOST);
    pauses
}

/// How many days after it appeared a post changed; 0 where it did not, or it is not known.
fn revised_after(blog: &Blog, post: PageId) -> u32 {
    let days = blog
        .revised(post)
        .zip(blog.page(post).published)
        .map(|(revised, published)| revised.days_after(published.date));
    days.and_then(|days| u32::try_from(days).ok()).unwrap_or(0)
}

/// The posts shown of which there is most of something, if it is `worth` telling; of equals, the one that comes first.
fn most<T: Ord + Copy>(
    outlook: &Outlook,
    of: impl Fn(PageId) -> T,
    worth: impl Fn(&T) -> bool,
) -> Vec<(PageId, T)> {
    let measured = outlook.posts.iter().map(|&post| (post, of(post)));
    let mut posts: Vec<(PageId, T)> = measured.filter(|(_, much)| worth(much)).collect();
    posts.sort_by_key(|&(_, much)| std::cmp::Reverse(much));
    posts.truncate(MOST);
    posts
}

#[cfg(test)]
mod tests;
