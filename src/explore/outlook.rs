//! What is to be shown: the answer of the [`Index`](super::Index) to one [`ViewState`](super::ViewState), which every
//! view reads.

use super::reasons::Reasons;
use super::search::Terms;
use super::strip::Strip;
use crate::blog::{PageId, SectionId, SeriesId};

/// What is to be shown.
#[derive(Clone, Debug, Default)]
pub struct Outlook {
    /// The posts, in the order asked for.
    pub posts: Vec<PageId>,
    /// Whether that order is by relevance.
    pub by_relevance: bool,
    /// The pictures, each as a page and an index into its images, in the order of `posts`: all those of the posts
    /// without a query, and, where nothing is asked for, those of the other pages after them; with a query, those that answer it by their own title and caption and their post's title together.
    pub pictures: Vec<(PageId, usize)>,
    /// The series with a part among the posts: those whose name answers the query first, then, by relevance, the one
    /// with the best part first; without a query in the blog's order.
    pub series: Vec<SeriesMatch>,
    /// Every section, with how many posts it would give.
    pub sections: Vec<SectionCount>,
    /// How many posts there would be without the section filter.
    pub all_sections: usize,
    /// How many posts there would be if only those with pictures were asked for.
    pub illustrated: usize,
    /// How many posts there would be if only parts of series were asked for.
    pub in_series: usize,
    /// How many posts that the reader has not read there would be if only those were asked for.
    pub unread: usize,
    /// How many posts that the reader has starred there would be if only those were asked for.
    pub starred: usize,
    /// How many posts the blog has.
    pub total: usize,
    /// How many distinct pictures `pictures` shows.
    pub distinct_pictures: usize,
    /// The posts by month, with every filter but the date range.
    pub strip: Strip,
    /// What to highlight.
    pub terms: Terms,
    /// Where the words were found in each of `posts`; empty where no words are searched for.
    pub matched_in: Reasons,
}

/// A series with a part among the posts shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesMatch {
    /// Which series.
    pub id: SeriesId,
    /// Its parts that are shown, in reading order.
    pub matched: Vec<PageId>,
    /// Whether its name alone answers the query.
    pub name_matches: bool,
}

/// A section and how many posts it would give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SectionCount {
    /// Which section.
    pub id: SectionId,
    /// Its posts, with every filter but the section one.
    pub posts: usize,
    /// Whether it is among those asked for.
    pub selected: bool,
}

/// A mark that a reader has put on a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// It was read.
    Read,
    /// It was starred.
    Starred,
}

/// That only posts with, or without, a mark are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MarkFilter {
    /// Which mark.
    pub mark: Mark,
    /// Whether posts that have it are wanted, or those that do not.
    pub wanted: bool,
}
