//! The only room that names the browser: fetch, the address bar, the element, storage. Interprets, decides and lays out nothing.

mod address;
mod attributes;
mod element;
mod encodings;
mod events;
mod fetch;
mod intl;
mod marks;
mod save;
mod session;
mod settings;

pub use element::{Mounted, mount};
pub use encodings::encodings;
