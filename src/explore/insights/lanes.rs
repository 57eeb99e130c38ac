//! Series beside one another in time, each in a lane of its own.

use crate::blog::{Blog, SeriesId};
use crate::explore::month::Month;
use crate::explore::{Outlook, facts::months_of};

/// So many lanes are drawn at most: more could not be told apart. The others are in the series view.
const MOST: usize = 40;

/// One series in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Which series.
    pub id: SeriesId,
    /// The month of its first part.
    pub from: Month,
    /// The month of its last part.
    pub to: Month,
    /// Where each part with a date stands, in months since the first of the strip, in order.
    pub parts: Vec<u32>,
}

/// The series shown that have dates, the one that began last first; of too many, those with most parts. Beside them how many were left out.
pub fn lanes(blog: &Blog, outlook: &Outlook) -> (Vec<Lane>, usize) {
    let lane = |id: SeriesId| {
        let parts = blog.series(id).parts.iter();
        let months = parts.filter_map(|part| Some(months_of(blog.page(part.page))?.0));
        let mut months: Vec<Month> = months.map(|month| month.max(outlook.strip.first)).collect();
        months.sort_unstable();
        let place = |month: &Month| u32::try_from(month.months_since(outlook.strip.first)).ok();
        Some(Lane {
            id,
            from: *months.first()?,
            to: *months.last()?,
            parts: months.iter().filter_map(place).collect(),
        })
    };
    let mut lanes: Vec<Lane> = outlook
        .series
        .iter()
        .filter_map(|found| lane(found.id))
        .collect();
    let all = lanes.len();
    lanes.sort_by_key(|lane| std::cmp::Reverse(lane.parts.len()));
    lanes.truncate(MOST);
    lanes.sort_by_key(|lane| std::cmp::Reverse((lane.from, lane.to)));
    let left_out = all - lanes.len();
    (lanes, left_out)
}
