//! The meaning: entries in, one immutable [`Blog`] out. Does no I/O and knows nothing of what is on screen.
//!
//! Each rule is a file: what kind of page an address is (`kind`), what recurs and says nothing (`boilerplate`), titles (`title`,
//! `spelling`), dates (`date`, `publish`), pictures (`picture`, `caption`), sections, topics and series.

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
