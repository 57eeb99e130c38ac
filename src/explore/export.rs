//! What is shown, as a file for another program: a table, data, a text, an outline, a calendar.

mod calendar;
mod outline;
mod table;

use crate::blog::{Blog, Page, PageId};
use crate::sitemap::Precision;

/// A format that posts can be saved in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// Comma-separated values, for a spreadsheet (RFC 4180).
    Csv,
    /// JSON (RFC 8259).
    Json,
    /// A Markdown list, for notes.
    Markdown,
    /// An outline of links (OPML 2.0).
    Opml,
    /// Days in a calendar (iCalendar, RFC 5545).
    Calendar,
}

impl FileFormat {
    /// Every format, in the order in which they are offered.
    pub const ALL: [FileFormat; 5] = [
        FileFormat::Csv,
        FileFormat::Json,
        FileFormat::Markdown,
        FileFormat::Opml,
        FileFormat::Calendar,
    ];

    /// The ending of such a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            FileFormat::Csv => "csv",
            FileFormat::Json => "json",
            FileFormat::Markdown => "md",
            FileFormat::Opml => "opml",
            FileFormat::Calendar => "ics",
        }
    }

    /// Its media type.
    pub fn kind(self) -> &'static str {
        match self {
            FileFormat::Csv => "text/csv",
            FileFormat::Json => "application/json",
            FileFormat::Markdown => "text/markdown",
            FileFormat::Opml => "text/x-opml",
            FileFormat::Calendar => "text/calendar",
        }
    }
}

/// Posts in a format, in the order given. Nothing that is not known of a post is made up: in a calendar there are only those whose day is known.
pub fn export(blog: &Blog, posts: &[PageId], format: FileFormat) -> String {
    match format {
        FileFormat::Csv => table::csv(blog, posts),
        FileFormat::Json => table::json(blog, posts),
        FileFormat::Markdown => outline::markdown(blog, posts),
        FileFormat::Opml => outline::opml(blog, posts),
        FileFormat::Calendar => calendar::calendar(blog, posts),
    }
}

/// When a post appeared, as exactly as it is known: `2025-12-10`, `2025-12`, `2025`; empty where it is not.
fn date(page: &Page) -> String {
    page.published.map_or_else(String::new, |published| {
        let mut text = published.date.to_string();
        text.truncate(match published.precision {
            Precision::Day => text.len(),
            Precision::Month => text.len() - "-01".len(),
            Precision::Year => text.len() - "-01-01".len(),
        });
        text
    })
}

/// The name of a post's section; empty where it is in none.
fn section<'a>(blog: &'a Blog, page: &Page) -> &'a str {
    page.section
        .map_or("", |section| &blog.section(section).name)
}

/// The name of a post's series and its label there; empty where it is in none.
fn series(blog: &Blog, post: PageId) -> (&str, &str) {
    let Some(id) = blog.page(post).series else {
        return ("", "");
    };
    let series = blog.series(id);
    let part = series.parts.iter().find(|part| part.page == post);
    (&series.name, part.map_or("", |part| &part.label))
}

#[cfg(test)]
mod tests;
