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

/// A picture, by Google's image extension, a feed's media elements, or the `img` elements of an item's content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// The absolute `http` or `https` address.
    pub loc: String,
    /// `image:title`, `media:title`, or an `img` element's `title`, as it stands.
    pub title: Option<String>,
    /// `image:caption`, `media:description`, or an `img` element's `alt`, as it stands.
    pub caption: Option<String>,
    /// `image:geo_location`.
    pub geo_location: Option<String>,
    /// `image:license`, an address.
    pub license: Option<String>,
}

/// A video, by Google's video extension. Every element of it is here, the withdrawn ones too.
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
    /// `video:player_loc`'s `allow_embed`.
    pub embeddable: Option<bool>,
    /// `video:player_loc`'s `autoplay`: what makes the player start, as it stands.
    pub autoplay: Option<String>,
    /// `video:duration`, in seconds, 1 to 28,800.
    pub duration_seconds: Option<u32>,
    /// `video:publication_date`.
    pub published: Option<Stamp>,
    /// `video:expiration_date`: after it, there is nothing to see.
    pub expires: Option<Stamp>,
    /// `video:rating`, 0 to 5.
    pub rating: Option<f32>,
    /// `video:view_count`.
    pub views: Option<u64>,
    /// `video:tag`.
    pub tags: Vec<String>,
    /// `video:category`.
    pub category: Option<String>,
    /// `video:family_friendly`.
    pub family_friendly: Option<bool>,
    /// `video:requires_subscription`.
    pub requires_subscription: Option<bool>,
    /// `video:live`.
    pub live: Option<bool>,
    /// `video:restriction`: countries, by their codes.
    pub countries: Option<Restriction>,
    /// `video:platform`: `web`, `mobile`, `tv`.
    pub platforms: Option<Restriction>,
    /// `video:price`.
    pub prices: Vec<Price>,
    /// `video:uploader`.
    pub uploader: Option<String>,
    /// `video:uploader`'s `info`, an address.
    pub uploader_page: Option<String>,
    /// `video:gallery_loc`.
    pub gallery: Option<String>,
    /// `video:gallery_loc`'s `title`.
    pub gallery_title: Option<String>,
    /// `video:content_segment_loc`: the parts that it comes in.
    pub segments: Vec<Segment>,
    /// `video:id`, in whatever scheme.
    pub id: Option<String>,
    /// `video:tvshow`.
    pub show: Option<Box<Show>>,
}

/// Where a video may, or may not, be seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restriction {
    /// Whether it may be seen only there (`allow`), or everywhere but there (`deny`).
    pub allowed: bool,
    /// The countries or platforms.
    pub places: Vec<String>,
}

/// What a video costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Price {
    /// The amount as it stands: `1.99`.
    pub amount: Option<String>,
    /// `currency`, a code of ISO 4217.
    pub currency: Option<String>,
    /// `type`: `rent` or `own`.
    pub kind: Option<String>,
    /// `resolution`: `HD` or `SD`.
    pub resolution: Option<String>,
}

/// A part of a video.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The absolute address.
    pub loc: String,
    /// Its length in seconds.
    pub duration_seconds: Option<u32>,
}

/// The television show that a video is from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Show {
    /// `video:show_title`.
    pub title: Option<String>,
    /// `video:video_type`: `full`, `preview`, `clip`, …
    pub kind: Option<String>,
    /// `video:episode_title`.
    pub episode_title: Option<String>,
    /// `video:season_number`.
    pub season: Option<u32>,
    /// `video:episode_number`.
    pub episode: Option<u32>,
    /// `video:premier_date`.
    pub premiered: Option<Stamp>,
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
    /// `news:genres`, split at commas.
    pub genres: Vec<String>,
    /// `news:stock_tickers`, split at commas.
    pub stock_tickers: Vec<String>,
    /// `news:access`, one of its two words: `Subscription` or `Registration`.
    pub access: Option<&'static str>,
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
