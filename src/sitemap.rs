//! The protocol: bytes in, entries and a report out. Knows nothing of browsers, and does not guess what an entry means.
//!
//! ```text
//! bytes ─▶ unpack ─▶ decode ─▶ recognise ─┬▶ XML ──┬▶ gathered: entries, children, channel, report
//!          gzip,     UTF-8,    by what    ├▶ lines ┤
//!          deflate   UTF-16 …  it holds   └▶ JSON ─┘
//! ```
//!
//! A [`Reader`] is fed chunks of any size and gives [entries](Entry) as soon as they are whole. It keeps the one entry
//! that it is in, and nothing else of the file.
//!
//! # What is read
//!
//! What a file is, is told from its content, never from its name or its content type. Names are compared without regard to
//! case, and by their namespace; where a prefix is not declared, by what it usually stands for.
//!
//! ## Sitemaps and indexes
//!
//! The [protocol](https://www.sitemaps.org/protocol.html) 0.9, Google's 0.84 before it, and files without a namespace.
//!
//! | element | what becomes of it |
//! |---|---|
//! | `urlset` / `url` | an [`Entry`] |
//! | `sitemapindex` / `sitemap` | a [`Child`] |
//! | `loc` | [`Entry::loc`]; a second one in the same `url` begins another entry |
//! | `lastmod` | [`Entry::lastmod`], in every form of [W3C's note on dates](https://www.w3.org/TR/NOTE-datetime), and in the forms that careless programs write |
//! | `changefreq`, `priority` | [`Entry::changefreq`], [`Entry::priority`] |
//! | `image:image` / `image:loc`, `title`, `caption`, `geo_location`, `license` | an [`Image`]; all but `loc` were [withdrawn](https://developers.google.com/search/blog/2022/05/spring-cleaning-sitemap-extensions) in 2022 and are still written, and are all that is known of a picture |
//! | `video:video` / `thumbnail_loc`, `title`, `description`, `content_loc`, `player_loc` (`allow_embed`, `autoplay`), `duration`, `expiration_date`, `rating`, `view_count`, `publication_date`, `tag`, `category`, `family_friendly`, `restriction`, `platform` (`relationship`), `price` (`currency`, `type`, `resolution`), `requires_subscription`, `uploader` (`info`), `live`, `gallery_loc` (`title`), `content_segment_loc` (`duration`), `id`, `tvshow` / `show_title`, `video_type`, `episode_title`, `season_number`, `episode_number`, `premier_date` | a [`Video`] |
//! | `news:news` / `publication` / `name`, `language`; `publication_date`, `title`, `keywords`, `genres`, `stock_tickers`, `access` | a [`News`] |
//! | `xhtml:link` (`rel="alternate"`, `hreflang`, `href`) | an [`Alternate`]; those that lead into an app are passed over |
//!
//! Extensions are read wherever they stand within a page, in any order.
//!
//! ## Feeds
//!
//! RSS [2.0](https://www.rssboard.org/rss-specification) and its predecessors, RSS
//! [1.0](https://web.resource.org/rss/1.0/spec), Atom [1.0](https://www.rfc-editor.org/rfc/rfc4287) and 0.3,
//! [JSON Feed](https://www.jsonfeed.org/version/1.1/) 1 and 1.1.
//!
//! | what | RSS | Atom | JSON Feed |
//! |---|---|---|---|
//! | [`Entry::loc`] | `link`, else `guid` or `rdf:about` that is an address | `link rel="alternate"`, else `id` that is an address, else `content src` | `url`, else `id` that is an address, else `external_url` |
//! | [`Entry::lastmod`] | `dcterms:modified`, `atom:updated` | `updated`, `modified` | `date_modified` |
//! | [`Item::title`] | `title`, `dc:title` | `title` | `title` |
//! | [`Item::published`] | `pubDate`, `dc:date`, `dcterms:created`, `issued`, `available` | `published`, `issued`, `created` | `date_published` |
//! | [`Item::authors`] | `author`, `dc:creator` | `author` / `name` | `authors`, `author` |
//! | [`Item::categories`] | `category`, `dc:subject` | `category` (`label`, else `term`) | `tags` |
//! | [`Entry::images`] | `enclosure`, `media:content`, `media:thumbnail` (with `media:title`, `media:description`), `img` in `description` and `content:encoded` | `link rel="enclosure"`, media elements, `img` in `summary` and `content` | `image`, `banner_image`, `attachments`, `img` in `content_html` |
//! | [`Channel::title`] | `title` | `title` | `title` |
//! | [`Channel::home`] | `link` | `link rel="alternate"` | `home_page_url` |
//! | [`Channel::next`] | `atom:link rel="next"` or `"prev-archive"` ([RFC 5005](https://www.rfc-editor.org/rfc/rfc5005)) | the same | `next_url` |
//! | [`Channel::language`] | `language`, `dc:language` | `xml:lang` | `language` |
//!
//! Addresses are relative to `xml:base` where there is one.
//!
//! ## Lists
//!
//! | file | what becomes of it |
//! |---|---|
//! | one address a line | an [`Entry`] each; lines that begin with `#` are comments |
//! | `robots.txt` | a [`Child`] for each `Sitemap:` line ([RFC 9309](https://www.rfc-editor.org/rfc/rfc9309)) |
//!
//! ## Bytes
//!
//! gzip (several in a row too), zlib and bare deflate are unpacked, told by their bytes. UTF-8, UTF-16 in both orders and
//! Windows-1252 are decoded here; other encodings that a file declares by [`Decoders`] that the caller has: a browser's
//! `TextDecoder` knows them all.
//!
//! # What is repaired, and what is refused
//!
//! What is wrong costs no more than itself: a broken element its entry, a bad date the date. Each kind of repair and
//! omission is a [`Problem`] with the line and column of the first and the number of the others. A file that ends early
//! gives what is there.
//!
//! Document types are passed over, and the entities that they define are not read, so that no file can grow by them. The
//! rest of what a hostile file may do is held by [`Limits`], each with a problem of its own.
//!
//! # Speed
//!
//! `make bench` reads the same bytes in Chromium, in turns, with this reader as WebAssembly, with `DOMParser` and the
//! JavaScript that takes the same fields out of it, and with two readers of npm. Medians in milliseconds, on a machine of
//! two cores with other work to do; the ratio to ours is what says something:
//!
//! | file | ours | `DOMParser` | fast-xml-parser | sax |
//! |---|---|---|---|---|
//! | a real sitemap of 303 pages and 933 pictures, 0.47 MB | 17 | 138 (8.1) | 71 (4.1) | 42 (2.5) |
//! | 50,000 pages and 100,000 pictures, 47 MB | 2,022 | 17,881 (8.8) | 8,197 (4.1) | 3,143 (1.6) |
//!
//! All is compiled for size. Compiling quick-xml and memchr for speed gained nothing, since what is generic of them is
//! compiled with this crate; compiling this crate for speed halved the time, at 66 kB (`opt-level` "s") or 129 kB (2) more
//! of compressed WebAssembly. A real sitemap is read before it has arrived, so size it is.

mod address;
mod date;
mod day;
mod decode;
mod entity;
mod entry;
mod follow;
mod gathered;
mod html;
mod json;
mod limits;
mod lines;
mod outcome;
mod place;
mod reader;
mod recognise;
mod report;
mod slip;
mod unpack;
mod xml;

pub use address::resolve;
pub use day::{Date, NoSuchDay};
pub use decode::{BuiltIn, Decoder, Decoders};
pub use entry::{
    Alternate, Entry, Image, Item, News, Precision, Price, Restriction, Segment, Show, Stamp, Video,
};
pub use follow::Follow;
pub use limits::Limits;
pub use outcome::{Channel, Child, Outcome};
pub use reader::{Reader, read};
pub use report::{Format, Problem, Report};
