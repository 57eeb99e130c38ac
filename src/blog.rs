//! The meaning: entries in, one immutable [`Blog`] out. Does no I/O and knows nothing of what is on screen.

mod model;

pub use model::{
    Blog, DateFrom, Kind, Page, PageId, PageImage, Picture, PictureId, Published, Section,
    SectionId, Series, SeriesId, SeriesPart, Site, TitleFrom, Topic, TopicId, TopicMatch,
};
