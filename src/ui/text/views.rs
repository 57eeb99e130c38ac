//! What topics, insights, marks and the menu say.

use crate::explore::{FileFormat, Mark};
use crate::ui::{Brought, Locale};

use super::counted;

pub const NO_TOPICS: &str = "The sitemap names no topics";
pub const NO_TOPICS_HINT: &str = "Topics are the blog's own tag and category pages. Where the sitemap lists none, there are none here.";
pub const TOPICS_MATCHED: &str = "The blog's own tags and categories. Which posts belong to them is matched by words, not stated by the blog.";
pub const UNMATCHED_TOPICS: &str = "Topics that no post's title speaks of";
pub const POSTS_BY_MONTH: &str = "Posts by month";
pub const YEAR: &str = "Year";
pub const IN_ALL: &str = "All";
pub const STREAK: &str = "Longest streak";
pub const STREAK_WHY: &str = "a post in each of these months";
pub const PAUSES: &str = "Longest pauses";
pub const MOST_ILLUSTRATED: &str = "Most illustrated";
pub const LATEST_REVISED: &str = "Revised longest after";
pub const LANES: &str = "Series side by side";
pub const NOTHING_DATED: &str = "Nothing to tell yet";
pub const NOTHING_DATED_HINT: &str = "No post shown has a date that is known, so there is nothing to say of when the blog was written.";
pub const RELATED: &str = "Related";
pub const MENU: &str = "More";
pub const KEYS: &str = "Keys";
pub const SAVE_LIST: &str = "Save what is shown";
pub const MARKS: &str = "What you marked";
pub const SAVE_MARKS: &str = "Save marks to a file";
pub const BRING_MARKS: &str = "Add marks from a file";
pub const MARKS_HERE: &str =
    "Read and starred posts are kept in this browser only. A file takes them to another.";
pub const NO_MARKS: &str = "Nothing is marked yet.";
pub const NOT_KEPT: &str =
    "This browser lets the page keep nothing, so marks last until the page is closed.";
pub const PRINT: &str = "Print";
pub const UNREAD: &str = "Unread";
pub const STARRED: &str = "Starred";
pub const CONTINUE: &str = "Continue with";
pub const ALL_READ: &str = "All read";
pub const READ_MARK: &str = "read";

/// What a button does that puts a mark on a post, or takes it away.
pub fn mark(mark: Mark, on: bool) -> &'static str {
    match (mark, on) {
        (Mark::Read, false) => "Mark as read",
        (Mark::Read, true) => "Mark as unread",
        (Mark::Starred, false) => "Star",
        (Mark::Starred, true) => "Take the star away",
    }
}

/// What a mark is called where it is on.
pub fn marked(mark: Mark, on: bool) -> &'static str {
    match (mark, on) {
        (Mark::Read, false) => "Mark as read",
        (Mark::Read, true) => "Read",
        (Mark::Starred, false) => "Star",
        (Mark::Starred, true) => "Starred",
    }
}

/// `2 of 7 read`.
pub fn read_of(locale: &dyn Locale, read: usize, all: usize) -> String {
    format!("{} of {} read", locale.number(read), locale.number(all))
}

/// `14 months`.
pub fn months(locale: &dyn Locale, count: usize) -> String {
    counted(locale, count, "month", "months")
}

/// `3 years later`, in the largest unit that says enough.
pub fn later(locale: &dyn Locale, days: u32) -> String {
    let days = days as usize;
    let said = match days {
        0..60 => counted(locale, days, "day", "days"),
        60..730 => counted(locale, days / 30, "month", "months"),
        _ => counted(locale, days / 365, "year", "years"),
    };
    format!("{said} later")
}

/// `and 12 more in the series view`.
pub fn more_series(locale: &dyn Locale, count: usize) -> String {
    format!("and {} more in the series view", locale.number(count))
}

/// `Kafka, 32 posts, 2017 to 2025`.
pub fn topic_over(locale: &dyn Locale, posts: usize, years: Option<(i16, i16)>) -> String {
    let posts = super::posts(locale, posts);
    match years {
        None => posts,
        Some((from, to)) if from == to => format!("{posts}, {from}"),
        Some((from, to)) => format!("{posts}, {from} to {to}"),
    }
}

/// A file format, as a choice.
pub fn file_format(format: FileFormat) -> &'static str {
    match format {
        FileFormat::Csv => "Table (CSV)",
        FileFormat::Json => "Data (JSON)",
        FileFormat::Markdown => "Text (Markdown)",
        FileFormat::Opml => "Outline (OPML)",
        FileFormat::Calendar => "Calendar (iCalendar)",
    }
}

/// What came of a file of marks.
pub fn brought(locale: &dyn Locale, brought: Brought) -> Option<String> {
    match brought {
        Brought::Nothing => None,
        Brought::Marks(blogs) => {
            let blogs = counted(locale, blogs, "blog", "blogs");
            Some(format!("The marks on {blogs} were added."))
        }
        Brought::Unreadable => Some(
            "Nothing was added: this is not a file of marks saved here, or the browser lets nothing be kept."
                .to_owned(),
        ),
    }
}

/// Every key and what it does, in groups.
pub const KEYS_AND_WHAT: [(&str, &[(&str, &str)]); 4] = [
    (
        "Everywhere",
        &[
            ("/", "search"),
            ("Ctrl K", "search"),
            ("1 … 5", "go to a view"),
            ("?", "show these keys"),
            ("Esc", "close what is open, clear the search"),
        ],
    ),
    (
        "In a list",
        &[
            ("j", "next post"),
            ("k", "previous post"),
            ("Enter", "open the post"),
            ("m", "read or unread"),
            ("s", "star"),
        ],
    ),
    (
        "Dates",
        &[
            ("← →", "move a handle of the strip by a month"),
            ("Page Up, Page Down", "by a year"),
            ("Home, End", "to the first or last month"),
        ],
    ),
    (
        "Pictures",
        &[("← →", "previous and next picture"), ("Esc", "back")],
    ),
];
