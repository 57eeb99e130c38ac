//! The protocol: bytes in, entries and a report out. Knows nothing of browsers, and does not guess what an entry means.
//!
//! | format | what is read |
//! |---|---|
//! | sitemap (`urlset`) | `loc`, `lastmod`, `changefreq`, `priority`; the image extension's `loc`, `title`, `caption`, `geo_location`, `license`; the news extension's `publication_date` and `title`; `xhtml:link` alternates |
//! | index (`sitemapindex`) | `loc`, `lastmod` of each child |
//! | RSS, Atom | `link`, `title`, `pubDate`/`published`, `updated`, `category` of each item; the channel's title |
//! | text | one address a line |

mod address;
mod date;
mod day;
mod entry;
mod reader;
mod report;
mod tokens;
mod xml;

pub use address::resolve;
pub use day::{Date, NoSuchDay};
pub use entry::{Alternate, Entry, Image, Item, News, Precision, Stamp, Video};
pub use reader::{Channel, Child, Limits, Outcome, Reader, read};
pub use report::{Format, Problem, Report};
