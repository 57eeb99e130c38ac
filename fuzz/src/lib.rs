//! The room that reads bytes, compiled alone (by links to its files), and what must hold of it for any input.

#[allow(dead_code, reason = "other rooms use more of it")]
pub mod sitemap;

mod check;

pub use check::check;
