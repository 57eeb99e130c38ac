//! The meaning: entries in, one immutable [`Blog`] out. Does no I/O and knows nothing of what is on screen.
//!
//! A sitemap says addresses, dates of change and pictures; a feed, titles and dates of the last few posts. What is made of
//! that, each rule in a file of its own:
//!
//! | what | how | file |
//! |---|---|---|
//! | one page under several addresses, and what several files say of it | the same host, path and telling parameters | `draft`, `address` |
//! | where the blog begins, its languages | the folders that all pages share; a first folder that names a language | `shape`, `variants` |
//! | kind of page | the words platforms put into paths, the name of the file, then what the site's other pages show | `kind` |
//! | title | a feed's, the pictures' less what recurs, else the slug put into words with the blog's own spelling | `title`, `boilerplate`, `spelling` |
//! | publication | the date in the address, the news extension, a feed; else bounded by the posts before and after it | `publish`, `date` |
//! | revision | `lastmod`, unless it is the whole site's or that of a rebuild | `revision` |
//! | picture, caption, figure | sizes taken off addresses; recurring captions left out; "Fig 7." read | `picture`, `caption` |
//! | section, topic | the folders that hold posts; the blog's tag and category pages, matched by words | `section`, `topic` |
//! | series | counts, folders, columns, sequels, runs | `series` |
//! | related posts | shared rare words, pictures, topics, series | `related` |
//!
//! No rule names a site, and none decides by a single word where a word may mean two things: the site's other pages are
//! asked. Everything is deterministic, and nearly linear in the number of entries (`benches/understand.rs`).
//!
//! # How right it is
//!
//! `make score` compares with what people say of five blogs and fails when a figure falls below `examples/score/floors.tsv`.
//! Series are counted over pairs of posts; "visible" is recall among pairs whose addresses show them (the same slug but for a
//! number, the same first or last two words, or numbers in one folder). `-` is where there is nothing to compare with.
//!
//! | blog | precision | recall | F1 | visible | order | dates | titles | kinds |
//! |---|---|---|---|---|---|---|---|---|
//! | jack-vanlightly (by hand, complete) | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |
//! | babysteps | 1.000 | 0.295 | 0.456 | 0.932 | 1.000 | 1.000 | 0.820 | 1.000 |
//! | fsharpforfunandprofit | 1.000 | 0.274 | 0.430 | 0.984 | 1.000 | - | 0.181 | 1.000 |
//! | 0xnf | 1.000 | 0.991 | 0.996 | 1.000 | 1.000 | - | 0.125 | 1.000 |
//! | tekknolagi | 1.000 | 0.965 | 0.982 | 1.000 | 1.000 | - | 0.231 | 1.000 |
//!
//! What is still wrong, and why:
//!
//! - **babysteps** declares series in its front matter whose addresses share nothing ("Ergonomic RC": `the-handle-trait`,
//!   `maybe-alias`, `just-call-clone`; half of "Dyn async traits"). The three visible pairs that are missed are of `view-types`,
//!   `view-types-redux` and `view-types-max-min`, over five years: posts so far apart that share two words are more often a
//!   habit than a series.
//! - **fsharpforfunandprofit**: the same with its long courses ("Thinking functionally": `currying`, `partial-application`),
//!   which are 600 of its 830 pairs. "Why use F#?" is found as its five chapters, since nothing in the addresses joins them.
//! - **0xnf**, **tekknolagi**: one post or two of a series have names of their own (`machinelevine` beside `mk1`).
//! - Titles of the last four blogs are known from slugs alone, which often say less (`swipr03`) or other than the title does.

mod address;
mod boilerplate;
mod caption;
mod date;
mod draft;
mod given;
pub mod inspect;
mod kind;
mod model;
mod picture;
mod publish;
mod related;
mod revision;
mod section;
mod series;
mod shape;
mod site;
mod spelling;
mod title;
mod topic;
mod understand;
mod variants;
mod words;

pub use given::{Given, GivenFile};
pub use model::{
    Blog, DateFrom, Kind, Page, PageId, PageImage, Picture, PictureId, Published, Section,
    SectionId, Series, SeriesId, SeriesPart, Site, TitleFrom, Topic, TopicId, TopicMatch,
};
pub use related::{Reason, Related, RelatedPost};
