//! Components: one view a file, and the few pieces they share. Computes nothing that `explore` could, and fetches nothing.
//!
//! Text is written as `{text::…}`, never as a literal between tags: a view's fixed parts would otherwise be compiled to an HTML string
//! that the framework hands to the browser's parser, which a Trusted Types policy rightly forbids.

mod context;
mod dialog;
mod explorer;
mod facets;
mod gallery;
mod icon;
mod insights;
mod keys;
mod lightbox;
mod link;
mod locale;
mod mark;
mod marked;
mod masthead;
mod menu;
mod notice;
mod picture;
mod post_panel;
mod series;
mod strip;
mod text;
mod timeline;
mod toolbar;
mod topics;
mod virtual_list;

pub use context::{App, Ask, Brought, File, Manner, Open, Outside, Theme};
pub use explorer::Explorer;
pub use locale::Locale;
pub use text::explain;
