//! How far the reading of a blog has come: one explicit state, so that partial results and every failure can be shown.

use std::sync::Arc;

use super::Index;
use crate::sitemap::Report;

/// The state of loading. What is on screen in place of the views follows from it alone.
#[derive(Clone, Default)]
pub enum Load {
    /// Nothing was asked for.
    #[default]
    Idle,
    /// Reading, this far.
    Busy(Progress),
    /// Read, wholly or in part.
    Ready(Arc<Reading>),
    /// Nothing could be read.
    Failed(Trouble),
}

/// How far a reading has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The address that was asked for.
    pub source: String,
    /// Bytes read so far, before decompression where the browser decompresses.
    pub bytes: u64,
    /// Pages found so far.
    pub urls: usize,
    /// Files read whole.
    pub files_read: usize,
    /// Files known of, those read among them.
    pub files_known: usize,
}

/// A blog that was read, and what is to be said about the reading.
pub struct Reading {
    /// The blog, ready for questions.
    pub index: Arc<Index>,
    /// The address it was read from.
    pub source: String,
    /// What each file gave: its address, and its report.
    pub files: Vec<(String, Report)>,
    /// Files that could not be read, where others could.
    pub troubles: Vec<Trouble>,
}

impl Reading {
    /// Whether a file ended before it was whole, so that posts may be missing.
    pub fn cut_off(&self) -> bool {
        self.files.iter().any(|(_, report)| report.truncated)
    }
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What went wrong.
    pub cause: Cause,
    /// The address it went wrong at.
    pub source: String,
    /// What the browser or the reader said, for those who want to know.
    pub detail: String,
}

/// What can go wrong, each with words and a next step of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The device has no network.
    Offline,
    /// No answer that may be read: the host does not allow other sites to read it (CORS), or it is not there at all.
    Unreachable,
    /// The host answered that there is no such file (404 or 410).
    NotFound,
    /// The host answered with another status.
    Status(u16),
    /// No answer in time.
    Timeout,
    /// The address is not one that can be fetched.
    BadAddress,
    /// The answer was empty.
    Empty,
    /// The answer was a web page.
    Html,
    /// The answer was neither a sitemap nor a feed nor a list of addresses.
    NotASitemap,
    /// The answer was a sitemap, but a sitemap of nothing.
    NoPages,
    /// The answer was larger than is read.
    TooLarge,
    /// The reader stopped it.
    Cancelled,
}

impl Cause {
    /// Its name, for pages that are told of it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::Unreachable => "unreachable",
            Self::NotFound => "not-found",
            Self::Status(_) => "status",
            Self::Timeout => "timeout",
            Self::BadAddress => "bad-address",
            Self::Empty => "empty",
            Self::Html => "html",
            Self::NotASitemap => "not-a-sitemap",
            Self::NoPages => "no-pages",
            Self::TooLarge => "too-large",
            Self::Cancelled => "cancelled",
        }
    }
}
