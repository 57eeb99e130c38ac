//! The questions: a [`Blog`](crate::blog::Blog) and a [`ViewState`] in, what to show out. Knows nothing of Leptos or
//! the DOM.
//!
//! ```text
//! Blog ──▶ Index ──outlook(ViewState)──▶ Outlook ──▶ timeline, gallery, highlight …
//! ```

// In a test, a panic is how it fails.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod export;
mod facets;
mod facts;
mod gallery;
mod highlight;
mod image_ref;
mod index;
mod indexing;
mod insights;
mod load;
mod marks;
mod month;
mod neighbours;
mod outlook;
#[cfg(test)]
mod properties;
mod query_string;
mod reasons;
#[cfg(test)]
mod sample;
mod search;
mod strip;
mod thumbnail;
mod timeline;
mod topics;
mod view_state;

pub use export::{FileFormat, export};
pub use gallery::{PictureBlock, Row, gallery, rows};
pub use highlight::{Span, highlight};
pub use image_ref::{find_image, image_ref};
pub use index::Index;
pub use indexing::Indexing;
pub use insights::{Insights, Lane, Run, Year, insights, lanes};
pub use load::{Cause, Load, Progress, Reading, Trouble};
pub use marks::Marks;
pub use month::{Month, NotAMonth};
pub use neighbours::{Place, SeriesPlace, place};
pub use outlook::{Mark, Outlook, SectionCount, SeriesMatch};
pub use query_string::{own_pairs, with_own_pairs};
pub use reasons::{MatchedIn, Reasons};
pub use search::Terms;
pub use strip::{Strip, StripMonth};
pub use thumbnail::thumbnail;
pub use timeline::{Block, timeline};
pub use topics::{TopicShown, Topics, topics};
pub use view_state::{Marked, Sort, View, ViewState};
