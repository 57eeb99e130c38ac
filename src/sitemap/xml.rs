//! XML: cut into tokens by quick-xml, and read by where each element stands.

mod document;
mod draft;
mod element;
mod item;
mod page;
mod recover;
mod say;
mod scribe;
mod space;
mod tokens;
mod video;

pub(super) use document::Document;
pub(super) use tokens::Tokens;
