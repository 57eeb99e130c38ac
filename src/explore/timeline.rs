//! The timeline: posts cut into blocks small enough to be drawn one by one.

use super::month::Month;
use super::outlook::Outlook;
use super::view_state::ViewState;
use crate::blog::{Blog, PageId};
use crate::sitemap::Precision;

/// How many posts a block holds at most: a few screens of rows, so that a handful of blocks is in the document at a time.
const MAX_POSTS: usize = 40;

/// How many months without a post are a pause worth telling. Most blogs skip a month or two now and then.
const PAUSE_MONTHS: u32 = 3;

/// One block of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Posts of one month.
    Month {
        /// The year.
        year: i16,
        /// The month, 1 to 12.
        month: i8,
        /// The posts.
        posts: Vec<PageId>,
        /// Whether it is the first block of months in its year, in the order shown.
        starts_year: bool,
        /// Whether it goes on where the block before it was full.
        continued: bool,
        /// How many posts the month has in all its blocks.
        count: usize,
    },
    /// Posts dated only to the year: below its months newest first, above them oldest first.
    Year {
        /// The year.
        year: i16,
        /// The posts.
        posts: Vec<PageId>,
        /// Whether it goes on where the block before it was full.
        continued: bool,
        /// How many such posts the year has in all its blocks.
        count: usize,
    },
    /// A pause of three months or more.
    Gap {
        /// How many whole months are without a post.
        months: u32,
        /// The last month before the pause.
        after: Month,
        /// The first month after it.
        before: Month,
    },
    /// Posts without a date, last in every order of dates.
    Undated {
        /// The posts.
        posts: Vec<PageId>,
        /// Whether it goes on where the block before it was full.
        continued: bool,
        /// How many posts are undated in all such blocks.
        count: usize,
    },
    /// Posts by relevance.
    Flat {
        /// The posts.
        posts: Vec<PageId>,
        /// Whether it goes on where the block before it was full.
        continued: bool,
    },
}

/// Cuts the posts of an outlook into blocks. Every post is in exactly one, and their order is that of the outlook.
pub fn timeline(blog: &Blog, outlook: &Outlook, state: &ViewState) -> Vec<Block> {
    let mut blocks = Vec::new();
    if outlook.by_relevance {
        for (number, posts) in outlook.posts.chunks(MAX_POSTS).enumerate() {
            blocks.push(Block::Flat {
                posts: posts.to_vec(),
                continued: number > 0,
            });
        }
        return blocks;
    }
    let mut months = Months {
        with_gaps: !state.is_filtered_but_by_date(),
        // Of all posts: one that the range of dates leaves out may be what fills a pause.
        vague_years: vague_years(blog, &blog.posts),
        last: None,
    };
    for group in outlook
        .posts
        .chunk_by(|&one, &other| when(blog, one) == when(blog, other))
    {
        let Some(&first) = group.first() else {
            continue;
        };
        let when = when(blog, first);
        let starts_year = match when {
            When::Month(month) => months.enter(month, &mut blocks),
            When::Year(_) | When::Unknown => false,
        };
        for (number, posts) in group.chunks(MAX_POSTS).enumerate() {
            let starts_year = starts_year && number == 0;
            blocks.push(when.block(posts.to_vec(), starts_year, number > 0, group.len()));
        }
    }
    blocks
}

/// The group that a post is shown in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    Month(Month),
    Year(i16),
    Unknown,
}

/// When a post appeared, as finely as it is shown.
pub(crate) fn when(blog: &Blog, post: PageId) -> When {
    match blog.page(post).published {
        None => When::Unknown,
        Some(published) if published.precision == Precision::Year => {
            When::Year(published.date.year())
        }
        Some(published) => When::Month(Month::of(published.date)),
    }
}

impl When {
    fn block(self, posts: Vec<PageId>, starts_year: bool, continued: bool, count: usize) -> Block {
        match self {
            When::Month(Month { year, month }) => Block::Month {
                year,
                month,
                posts,
                starts_year,
                continued,
                count,
            },
            When::Year(year) => Block::Year {
                year,
                posts,
                continued,
                count,
            },
            When::Unknown => Block::Undated {
                posts,
                continued,
                count,
            },
        }
    }
}

/// Years with posts of which only the year is known, sorted.
fn vague_years(blog: &Blog, posts: &[PageId]) -> Vec<i16> {
    let mut years: Vec<i16> = posts
        .iter()
        .filter_map(|&post| match when(blog, post) {
            When::Year(year) => Some(year),
            When::Month(_) | When::Unknown => None,
        })
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The months as they are gone through, in either direction.
struct Months {
    with_gaps: bool,
    vague_years: Vec<i16>,
    last: Option<Month>,
}

impl Months {
    /// Goes on to `month`; tells of the pause before it, and whether a year begins with it.
    fn enter(&mut self, month: Month, blocks: &mut Vec<Block>) -> bool {
        let last = self.last.replace(month);
        let Some(last) = last else {
            return true;
        };
        let (after, before) = (last.min(month), last.max(month));
        let empty = u32::try_from(before.months_since(after) - 1).unwrap_or(0);
        if self.with_gaps && empty >= PAUSE_MONTHS && !self.may_be_filled(after, before) {
            blocks.push(Block::Gap {
                months: empty,
                after,
                before,
            });
        }
        last.year != month.year
    }

    /// Whether a post dated only to the year may lie between the two months.
    fn may_be_filled(&self, after: Month, before: Month) -> bool {
        let (first, last) = (after.next().year, before.plus(-1).year);
        self.vague_years
            .iter()
            .any(|year| (first..=last).contains(year))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::sample::Sample;

    /// The timeline of a blog as text, one block a line.
    fn shown(sample: Sample, query: &str) -> Vec<String> {
        let index = sample.index();
        let state = ViewState::parse(query);
        let blog = index.blog();
        let titles = |posts: &[PageId]| {
            let titles = posts.iter().map(|&post| blog.page(post).title.as_str());
            titles.collect::<Vec<_>>().join(" ")
        };
        let blocks = timeline(blog, &index.outlook(&state), &state);
        blocks.iter().map(|block| line(block, titles)).collect()
    }

    fn line(block: &Block, titles: impl Fn(&[PageId]) -> String) -> String {
        let flag = |is: bool, mark: &'static str| if is { mark } else { "" };
        match block {
            Block::Month {
                year,
                month,
                posts,
                starts_year,
                continued,
                count,
            } => format!(
                "{}{year}-{month} ({count}){} {}",
                flag(*starts_year, "# "),
                flag(*continued, "…"),
                titles(posts)
            ),
            Block::Year {
                year, posts, count, ..
            } => format!("{year} ({count}) {}", titles(posts)),
            Block::Gap {
                months,
                after,
                before,
            } => format!("{months} months between {after} and {before}"),
            Block::Undated { posts, count, .. } => format!("undated ({count}) {}", titles(posts)),
            Block::Flat { posts, .. } => format!("flat {}", titles(posts)),
        }
    }

    fn sample() -> Sample {
        Sample::new()
            .post("2021", "vague")
            .post("2021-02-03", "a")
            .post("2021-02-01", "b")
            .post("2022-11-05", "c")
            .post("2022-12", "d")
            .post("2023-04-01", "e")
            .post("", "never")
    }

    #[test]
    fn newest_first_goes_back_through_months_years_and_pauses() {
        let expected = [
            "# 2023-4 (1) e",
            "3 months between 2022-12 and 2023-04",
            "# 2022-12 (1) d",
            "2022-11 (1) c",
            "# 2021-2 (2) a b",
            "2021 (1) vague",
            "undated (1) never",
        ];
        assert_eq!(shown(sample(), ""), expected);
    }

    #[test]
    fn oldest_first_is_the_same_the_other_way_round_with_the_undated_last() {
        let expected = [
            "2021 (1) vague",
            "# 2021-2 (2) b a",
            "# 2022-11 (1) c",
            "2022-12 (1) d",
            "3 months between 2022-12 and 2023-04",
            "# 2023-4 (1) e",
            "undated (1) never",
        ];
        assert_eq!(shown(sample(), "sort=oldest"), expected);
    }

    #[test]
    fn a_pause_that_a_vaguely_dated_post_may_fill_is_not_told() {
        let gaps = |sample: Sample| {
            let lines = shown(sample, "");
            lines.iter().filter(|line| line.contains("between")).count()
        };
        let pause = Sample::new()
            .post("2020-01-05", "a")
            .post("2020-12-05", "b");
        assert_eq!(gaps(pause.clone()), 1);
        assert_eq!(gaps(pause.clone().post("2020", "c")), 0);
        assert_eq!(gaps(pause.post("2021", "c")), 1);
    }

    #[test]
    fn a_filter_makes_gaps_that_are_no_pauses() {
        assert!(
            !shown(sample(), "q=e+&sort=newest")
                .join("\n")
                .contains("between")
        );
    }

    #[test]
    fn a_range_of_dates_tells_its_pauses() {
        let expected = [
            "# 2023-4 (1) e",
            "3 months between 2022-12 and 2023-04",
            "# 2022-12 (1) d",
        ];
        assert_eq!(shown(sample(), "from=2022-12"), expected);
    }

    #[test]
    fn by_relevance_there_are_no_months() {
        assert_eq!(shown(sample(), "q=vague"), ["flat vague"]);
    }

    #[test]
    fn a_long_month_is_cut() {
        let mut sample = Sample::new();
        for number in 0..85 {
            sample = sample.post("2023-05-01", &format!("p{number}"));
        }
        let lines = shown(sample.clone(), "");
        let heads: Vec<&str> = lines
            .iter()
            .filter_map(|line| line.split(" p").next())
            .collect();
        assert_eq!(heads, ["# 2023-5 (85)", "2023-5 (85)…", "2023-5 (85)…"]);
        assert_eq!(lines[2].split(' ').count(), 2 + 5);
    }
}
