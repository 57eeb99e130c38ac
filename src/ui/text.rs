//! Every sentence that the interface says, in one place. What the blog says is not here.

use crate::explore::{Cause, Progress, Trouble, View};
use crate::ui::{Locale, Theme};

mod views;

pub use views::*;

pub const SEARCH_LABEL: &str = "Search posts, series and captions";
pub const SEARCH_CLEAR: &str = "Clear the search";
pub const TIMELINE: &str = "Timeline";
pub const SERIES: &str = "Series";
pub const GALLERY: &str = "Gallery";
pub const TOPICS_VIEW: &str = "Topics";
pub const INSIGHTS: &str = "Insights";
pub const VIEWS: &str = "Views";
pub const YEARS: &str = "Years";
pub const ALL: &str = "All";
pub const SECTIONS: &str = "Sections";
pub const IN_SERIES: &str = "In a series";
pub const ILLUSTRATED: &str = "Illustrated";
pub const LIFT: &str = "Show everything";
pub const LIFT_DATES: &str = "All dates";
pub const ORDER: &str = "Order";
pub const NEWEST: &str = "Newest first";
pub const OLDEST: &str = "Oldest first";
pub const RELEVANT: &str = "Best match first";
pub const UNDATED: &str = "Without a date";
pub const BEST_MATCHES: &str = "Best matches";
pub const WHY_SERIES: &str = "Why this is a series";
pub const COLUMN: &str = "Comes round again";
pub const MISSING: &str = "not in the sitemap";
pub const CLOSE: &str = "Close";
pub const PREVIOUS_PICTURE: &str = "Previous picture";
pub const NEXT_PICTURE: &str = "Next picture";
pub const ACTUAL_SIZE: &str = "Actual size";
pub const FIT: &str = "Fit to the window";
pub const OPEN_ON_BLOG: &str = "Read on the blog";
pub const PICTURES: &str = "Pictures";
pub const POST_TOPICS: &str = "Topics, matched by words";
pub const REVISED: &str = "Changed";
pub const NEWER: &str = "Newer";
pub const OLDER: &str = "Older";
pub const HOW_DATED_BY_ORDER: &str = "dated by its neighbours in the sitemap";
pub const FOUND_IN_CAPTION: &str = "in a caption:";
pub const FOUND_IN_SERIES: &str = "in the series:";
pub const FOUND_IN_TOPIC: &str = "in the topics:";
pub const CANNOT_LOAD: &str = "This picture could not be loaded.";
pub const SEE_PICTURE: &str = "The picture alone";
pub const READING: &str = "Reading the sitemap";
pub const CANCEL: &str = "Stop";
pub const RETRY: &str = "Try again";
pub const SEE_FILE: &str = "Open the file itself";
pub const DETAILS: &str = "Details";
pub const NOTHING_FOUND: &str = "Nothing matches";
pub const NOTHING_FOUND_HINT: &str = "Check the spelling, use fewer words, or lift a filter.";
pub const NO_SERIES: &str = "No series were found";
pub const NO_SERIES_HINT: &str =
    "Series are recognised by numbered titles and by names that posts share.";
pub const NO_PICTURES: &str = "The sitemap names no pictures";
pub const NO_PICTURES_HINT: &str = "Some blogs list their pictures in the sitemap, this one does not. Its posts are in the timeline.";
pub const NO_SITEMAP: &str = "No blog to show yet";
pub const NO_SITEMAP_HINT: &str =
    "The page names no sitemap. Its owner can add one: <blog-explorer sitemap=\"/sitemap.xml\">.";
pub const CUT_OFF: &str =
    "The sitemap was cut off before its end: this is what could be read, and there may be more.";
pub const STRIP: &str = "Posts by month";
pub const STRIP_HINT: &str = "Drag to choose dates";
pub const SLIDER_FROM: &str = "From";
pub const SLIDER_TO: &str = "To";

/// What a view is called.
pub fn view(view: View) -> &'static str {
    match view {
        View::Timeline => TIMELINE,
        View::Series => SERIES,
        View::Gallery => GALLERY,
        View::Topics => TOPICS_VIEW,
        View::Insights => INSIGHTS,
    }
}

/// `219 posts`.
pub fn posts(locale: &dyn Locale, count: usize) -> String {
    counted(locale, count, "post", "posts")
}

/// `922 pictures`.
pub fn pictures(locale: &dyn Locale, count: usize) -> String {
    counted(locale, count, "picture", "pictures")
}

/// `7 parts`.
pub fn parts(locale: &dyn Locale, count: usize) -> String {
    counted(locale, count, "part", "parts")
}

/// `37 of 219 posts`.
pub fn posts_of(locale: &dyn Locale, shown: usize, all: usize) -> String {
    if shown == all {
        posts(locale, all)
    } else {
        format!("{} of {}", locale.number(shown), posts(locale, all))
    }
}

fn counted(locale: &dyn Locale, count: usize, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        locale.number(count),
        if count == 1 { one } else { many }
    )
}

/// `no posts for 14 months`.
pub fn gap(months: u32) -> String {
    match (months / 12, months % 12) {
        (0, months) => format!("no posts for {months} months"),
        (1, 0) => "no posts for a year".to_owned(),
        (years, 0) => format!("no posts for {years} years"),
        (1, 1) => "no posts for a year and a month".to_owned(),
        (1, months) => format!("no posts for a year and {months} months"),
        (years, 1) => format!("no posts for {years} years and a month"),
        (years, months) => format!("no posts for {years} years and {months} months"),
    }
}

/// `Part 2 of 7`, or `2 of 7` where parts have no labels.
pub fn place_in_series(label: &str, index: usize, count: usize) -> String {
    if label.is_empty() {
        format!("{} of {count}", index + 1)
    } else {
        format!("{label} of {count}")
    }
}

/// `Picture 3 of The Durable Function Tree`.
pub fn picture_of(index: usize, title: &str) -> String {
    format!("Picture {} of {title}", index + 1)
}

/// `3 of 11`.
pub fn ordinal(index: usize, count: usize) -> String {
    format!("{} of {count}", index + 1)
}

/// `Also in` before the names of other posts.
pub fn also_in(count: usize) -> &'static str {
    if count == 1 {
        "Also in"
    } else {
        "Also in these posts:"
    }
}

/// What the colour scheme is.
pub fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "Colours: as the system",
        Theme::Light => "Colours: light",
        Theme::Dark => "Colours: dark",
    }
}

/// How far the reading is: `212 kB, 140 pages`.
pub fn progress(locale: &dyn Locale, progress: &Progress) -> String {
    let kilobytes = usize::try_from(progress.bytes / 1000).unwrap_or(usize::MAX);
    let mut said = format!(
        "{} kB, {}",
        locale.number(kilobytes),
        counted(locale, progress.urls, "page", "pages")
    );
    if progress.files_known > 1 {
        said.push_str(&format!(
            ", {} of {} files",
            locale.number(progress.files_read),
            locale.number(progress.files_known)
        ));
    }
    said
}

/// What happened, why, and what to do next.
pub struct Explained {
    /// What happened.
    pub what: String,
    /// Why, and what to do.
    pub why: String,
}

/// Explains a trouble in a reader's words.
pub fn explain(trouble: &Trouble) -> Explained {
    let host = trouble.source.split('/').nth(2).unwrap_or(&trouble.source);
    let (what, why) = match trouble.cause {
        Cause::Offline => ("You are offline".to_owned(), "The sitemap is fetched from the blog itself. Connect to a network and try again.".to_owned()),
        Cause::Unreachable => (
            format!("{host} did not let this page read its sitemap"),
            "Either the address is wrong, or the host does not allow other sites to read the file. Its owner can allow it by sending \
             the header “Access-Control-Allow-Origin: *” with the sitemap, or put this page on the same host as the blog."
                .to_owned(),
        ),
        Cause::NotFound => (
            "There is no sitemap at this address".to_owned(),
            format!("{host} answered that the file does not exist. Check the address; many blogs name theirs in /robots.txt."),
        ),
        Cause::Status(429) => ("Asked too often".to_owned(), format!("{host} wants a pause between requests. Wait a minute, then try again.")),
        Cause::Status(status @ (401 | 403)) => (
            "The host does not hand out this file".to_owned(),
            format!("{host} answered with status {status}: it wants a login or blocks the request. Try opening the file itself."),
        ),
        Cause::Status(status) => (
            "The host could not answer".to_owned(),
            format!("{host} answered with status {status}. That is usually over in a while: try again later."),
        ),
        Cause::Timeout => ("No answer in time".to_owned(), format!("{host} takes too long to answer. Try again.")),
        Cause::BadAddress => (
            "This is not an address that can be opened".to_owned(),
            "An address starts with https:// and names a host, or is a path on this site such as /sitemap.xml.".to_owned(),
        ),
        Cause::Empty => ("The file is empty".to_owned(), format!("{host} answered, but with nothing in it. The blog may be building it anew: try again later.")),
        Cause::Html => (
            "This is a web page, not a sitemap".to_owned(),
            "Some hosts answer with a page where there is no file. Look for the sitemap's real address in /robots.txt.".to_owned(),
        ),
        Cause::NotASitemap => (
            "This file is not a sitemap".to_owned(),
            "It is neither a sitemap nor a feed nor a list of addresses. Check that the address is the right one.".to_owned(),
        ),
        Cause::NoPages => ("The sitemap names no pages".to_owned(), "The file is a sitemap, but there is nothing in it yet.".to_owned()),
        Cause::TooLarge => ("The file is too large to read".to_owned(), "Ask the owner to split it into several, as the sitemap protocol demands.".to_owned()),
        Cause::Cancelled => ("Stopped".to_owned(), "You stopped the reading. Nothing is lost: try again whenever you like.".to_owned()),
    };
    Explained { what, why }
}
