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
mod decode;
mod entity;
mod entry;
mod gathered;
mod html;
mod json;
mod limits;
mod lines;
mod outcome;
mod place;
mod reader;
mod recognise;
mod report;
mod slip;
mod unpack;
mod xml;

pub use address::resolve;
pub use day::{Date, NoSuchDay};
pub use decode::{BuiltIn, Decoder, Decoders};
pub use entry::{
    Alternate, Entry, Image, Item, News, Precision, Price, Restriction, Segment, Show, Stamp, Video,
};
pub use limits::Limits;
pub use outcome::{Channel, Child, Outcome};
pub use reader::{Reader, read};
pub use report::{Format, Problem, Report};
