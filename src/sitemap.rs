//! The protocol: bytes in, entries and a report out. Knows nothing of browsers, and does not guess what an entry means.

mod entry;
mod report;

pub use entry::{Alternate, Entry, Image, Item, News, Precision, Stamp, Video};
pub use report::{Format, Problem, Report};
