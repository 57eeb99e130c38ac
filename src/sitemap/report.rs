//! What was read, and what was repaired or left out on the way.

use serde::Serialize;

use super::place::{Place, Spot};
use super::slip::Slip;

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
    /// What was repaired or left out, in order of appearance. One of each kind, so that no file makes this list long.
    pub problems: Vec<Problem>,
}

/// The problems so far, one of each kind, so that no file makes this list long.
#[derive(Debug, Default)]
pub(super) struct Notes {
    kinds: Vec<Slip>,
    problems: Vec<Problem>,
}

impl Notes {
    /// Notes one more `slip`, which has its place worked out only if it is the first of its kind. `detail` is what the
    /// file says there, and is quoted.
    pub(super) fn note(&mut self, slip: Slip, detail: &str, spot: Spot<'_>) {
        let known = self.kinds.iter().position(|kind| *kind == slip);
        if let Some(problem) = known.and_then(|at| self.problems.get_mut(at)) {
            problem.more = problem.more.saturating_add(1);
            return;
        }
        let Place { line, column } = spot.place();
        self.kinds.push(slip);
        self.problems.push(Problem {
            line,
            column,
            what: slip.sentence(detail),
            more: 0,
        });
    }

    /// Notes so many of one `slip` at once, the first of them at `spot`.
    pub(super) fn note_many(&mut self, slip: Slip, count: u32, spot: Spot<'_>) {
        self.note(slip, "", spot);
        let known = self.kinds.iter().position(|kind| *kind == slip);
        if let Some(problem) = known.and_then(|at| self.problems.get_mut(at)) {
            problem.more = problem.more.saturating_add(count.saturating_sub(1));
        }
    }

    /// The problems, in order of their places: a piece of the file is decoded as a whole before it is read, so what is
    /// wrong with its encoding is noted early.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        self.problems
            .sort_by(|a, b| (a.line, a.column, &a.what).cmp(&(b.line, b.column, &b.what)));
        self.problems
    }
}
