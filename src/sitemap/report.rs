//! What was read, and what was repaired or left out on the way.

use serde::Serialize;

/// What kind of file it was, by its content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A sitemap of pages.
    Urlset,
    /// A sitemap of sitemaps.
    Index,
    /// RSS 2.0, 0.9x or 1.0.
    Rss,
    /// Atom 1.0 or 0.3.
    Atom,
    /// JSON Feed.
    Json,
    /// A plain list of addresses.
    Text,
    /// A `robots.txt`.
    Robots,
    /// A web page: no sitemap at all.
    Html,
    /// Nothing, or nothing but white space.
    #[default]
    Empty,
    /// Something else.
    Unknown,
}

/// One thing that was repaired or left out. The same kind is listed once, with the number of times it happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Line of the first occurrence, from 1.
    pub line: u32,
    /// Column of the first occurrence, in characters, from 1.
    pub column: u32,
    /// What it was and what was done about it, as a sentence.
    pub what: String,
    /// How many more of the same kind followed.
    pub more: u32,
}

/// What one file gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What kind of file it was.
    pub format: Format,
    /// How many pages (or, of an index, children) it named.
    pub urls: usize,
    /// How many bytes were read, after decompression.
    pub bytes: u64,
    /// Whether the file ended before it was whole.
    pub truncated: bool,
    /// What was repaired or left out, in order of appearance.
    pub problems: Vec<Problem>,
}

impl Report {
    /// Notes a repair or an omission; the same kind once, with how often.
    pub(super) fn note(&mut self, line: u32, column: u32, what: &str) {
        note(&mut self.problems, line, column, what);
    }
}

/// Notes a repair or an omission; the same kind once, with how often.
pub(super) fn note(problems: &mut Vec<Problem>, line: u32, column: u32, what: &str) {
    match problems.iter_mut().find(|problem| problem.what == what) {
        Some(problem) => problem.more = problem.more.saturating_add(1),
        None => problems.push(Problem {
            line,
            column,
            what: what.to_owned(),
            more: 0,
        }),
    }
}
