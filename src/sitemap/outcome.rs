//! What one file gave.

use super::entry::{Entry, Stamp};
use super::report::Report;

/// A file that an index, or a `robots.txt`, names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Child {
    /// Its absolute address.
    pub loc: String,
    /// When it last changed, by the index.
    pub lastmod: Option<Stamp>,
}

/// What a feed says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Channel {
    /// Its title, as plain text.
    pub title: Option<String>,
    /// The site it belongs to: RSS's `link`, Atom's `alternate`, JSON Feed's `home_page_url`.
    pub home: Option<String>,
    /// Where older items are: `next` of a paged feed or `prev-archive` of an archived one (RFC 5005), JSON Feed's `next_url`.
    pub next: Option<String>,
    /// The newest part of a paged or archived feed (RFC 5005's `current`).
    pub current: Option<String>,
    /// Its language, as a tag.
    pub language: Option<String>,
}

/// What one file gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Pages that were not [taken](super::Reader::take) before, in the file's order.
    pub entries: Vec<Entry>,
    /// Sitemaps, of an index or a `robots.txt`.
    pub children: Vec<Child>,
    /// What a feed says of itself; `None` for what is not a feed.
    pub channel: Option<Channel>,
    /// What was read, repaired and left out.
    pub report: Report,
}
