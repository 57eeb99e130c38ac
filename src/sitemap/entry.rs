//! What one entry of a sitemap or feed says, as it says it.

use super::day::Date;

/// How much of a date was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// Only the year.
    Year,
    /// Year and month.
    Month,
    /// The day, or a moment within it.
    Day,
}

/// A point in time as a sitemap or feed gives it: the day as its author wrote it, and the moment if there was one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// The calendar day in the writer's own offset; the first of the month or year where less was given.
    pub date: Date,
    /// How much of `date` was given.
    pub precision: Precision,
    /// Seconds since 1970-01-01T00:00:00Z, where a time of day was given.
    pub seconds: Option<i64>,
}

/// One page that a sitemap or feed names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The absolute `http` or `https` address.
    pub loc: String,
    /// When the page last changed (`lastmod`, Atom's `updated`). Never a publication date.
    pub lastmod: Option<Stamp>,
    /// `changefreq`, one of the protocol's seven words.
    pub changefreq: Option<&'static str>,
    /// `priority`, 0 to 1.
    pub priority: Option<f32>,
    /// The image extension's pictures, and a feed item's.
    pub images: Vec<Image>,
    /// The video extension's videos.
    pub videos: Vec<Video>,
    /// The news extension.
    pub news: Option<Box<News>>,
    /// `xhtml:link` alternates: the same page in other languages.
    pub alternates: Vec<Alternate>,
    /// What a feed says of the page beyond its address.
    pub item: Option<Box<Item>>,
}

/// A picture, by Google's image extension or a feed's media elements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// The absolute `http` or `https` address.
    pub loc: String,
    /// `image:title`, as it stands.
    pub title: Option<String>,
    /// `image:caption`, as it stands.
    pub caption: Option<String>,
    /// `image:geo_location`.
    pub geo_location: Option<String>,
    /// `image:license`, an address.
    pub license: Option<String>,
}

/// A video, by Google's video extension.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Video {
    /// `video:thumbnail_loc`.
    pub thumbnail: Option<String>,
    /// `video:title`.
    pub title: Option<String>,
    /// `video:description`.
    pub description: Option<String>,
    /// `video:content_loc`, the file.
    pub content: Option<String>,
    /// `video:player_loc`.
    pub player: Option<String>,
    /// `video:duration`, in seconds.
    pub duration_seconds: Option<u32>,
    /// `video:publication_date`.
    pub published: Option<Stamp>,
    /// `video:tag`.
    pub tags: Vec<String>,
}

/// Google's news extension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// `news:publication` / `news:name`.
    pub publication: Option<String>,
    /// `news:publication` / `news:language`.
    pub language: Option<String>,
    /// `news:publication_date`: when the article first appeared.
    pub published: Option<Stamp>,
    /// `news:title`.
    pub title: Option<String>,
    /// `news:keywords`, split at commas.
    pub keywords: Vec<String>,
}

/// The same page elsewhere, by `xhtml:link rel="alternate"`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alternate {
    /// The absolute address.
    pub href: String,
    /// `hreflang`: a language tag, or `x-default`.
    pub hreflang: Option<String>,
}

/// What a feed (RSS, Atom, JSON Feed) says of one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The item's title, as plain text.
    pub title: Option<String>,
    /// When it first appeared.
    pub published: Option<Stamp>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The item's categories or tags.
    pub categories: Vec<String>,
}
