//! Blog Explorer turns a blog's sitemap into a timeline, its series in reading order and a gallery of every picture, in the browser alone.
//!
//! # The map of the house
//!
//! Data flows one way, and each room knows only the rooms before it:
//!
//! ```text
//! browser ──bytes──▶ sitemap ──▶ blog ──▶ explore ──▶ ui ──▶ browser
//! fetches            what the    what it   what is     what is  mounts it in the
//!                    file says   means     asked for   seen     element; the address
//! ```
//!
//! | room | what lives there |
//! |---|---|
//! | [`sitemap`] | the protocol: bytes in, [`sitemap::Entry`] values and a [`sitemap::Report`] out |
//! | [`blog`] | the meaning: entries in, one immutable [`blog::Blog`] out |
//! | [`explore`] | the questions: a blog and a view state in, what to show out |
//! | [`ui`] | components: one view a file, and the few pieces they share |
//! | [`browser`] | the only room that names the browser: fetch, address bar, element, storage |
//!
//! `sitemap`, `blog` and `explore` are plain Rust: they compile, test and run natively with no browser in sight.
//! `tests/house.rs` reads the tree and fails where a room names what it must not.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        reason = "a test that cannot go on has failed"
    )
)]

pub mod blog;
pub mod browser;
pub mod explore;
pub mod sitemap;
pub mod ui;
