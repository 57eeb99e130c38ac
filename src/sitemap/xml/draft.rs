//! The page that is being read: what its elements say so far.

use quick_xml::events::BytesStart;

use super::element::{Field, Role};
use super::scribe::Scribe;
use crate::sitemap::entry::{Entry, Image, Segment, Video};
use crate::sitemap::outcome::Child;
use crate::sitemap::report::Format;
use crate::sitemap::slip::Slip;

/// More text than this between a page's elements is no address.
const MOST_BARE: usize = 4_096;

/// The page that is being read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) entry: Entry,
    pub(super) image: Image,
    pub(super) video: Video,
    /// The part of the video that is being read.
    pub(super) segment: Segment,
    /// Whether it is a page or a file.
    pub(super) role: Role,
    /// The text between the page's elements.
    bare: String,
    bare_is_long: bool,
    pub(super) feed: FeedDraft,
}

/// What is to be known of a feed's item to read the rest of it.
#[derive(Debug, Default)]
pub(super) struct FeedDraft {
    /// What identifies the item, if it is an address that can be opened.
    pub(super) id: Option<String>,
    /// Whether the text that is being read is said to be no HTML: by Atom's `type`.
    pub(super) is_text: bool,
    /// Where the item's content is, if not in the feed.
    pub(super) source: Option<String>,
    /// Whether the last of the pictures is the one that is being described.
    pub(super) in_picture: bool,
}

impl Draft {
    /// What a tag says before anything that stands in it. `start` is there if it has attributes.
    pub(super) fn begin(
        &mut self,
        role: Role,
        start: Option<&BytesStart<'_>>,
        scribe: &mut Scribe<'_>,
    ) {
        match role {
            Role::Entry | Role::Child => {
                *self = Self {
                    role,
                    ..Self::default()
                };
                if let Some(start) = start {
                    self.begin_item(start, scribe);
                }
            }
            Role::Image => self.image = Image::default(),
            Role::Video => self.video = Video::default(),
            Role::News => drop(self.entry.news.get_or_insert_default()),
            Role::Text(Field::Video(field)) => self.begin_video_field(field, start, scribe),
            Role::Alternate => self.alternate(start, scribe),
            Role::Root if scribe.gathered.channel.is_some() => {
                if let Some(start) = start {
                    begin_feed(start, scribe);
                }
            }
            Role::Link => self.link(start, scribe),
            Role::Enclosure | Role::Picture | Role::Img => {
                if let Some(start) = start {
                    self.picture(role, start, scribe);
                }
            }
            Role::Text(field) => self.begin_text(field, start, scribe),
            _ => {}
        }
    }

    /// What the text of an element says.
    pub(super) fn text(&mut self, field: Field, text: &str, scribe: &mut Scribe<'_>) {
        match field {
            Field::Video(field) => self.video_field(field, text, scribe),
            Field::Image(field) => self.image_field(field, text, scribe),
            Field::News(field) => self.news_field(field, text, scribe),
            Field::Loc | Field::Lastmod | Field::Frequency | Field::Priority | Field::BareImage => {
                self.page_field(field, text, scribe);
            }
            Field::ChannelTitle | Field::ChannelLink | Field::ChannelLanguage => {
                channel_field(field, text, scribe);
            }
            _ => self.item_field(field, text, scribe),
        }
    }

    /// What the end of an element says.
    pub(super) fn end(&mut self, role: Role, scribe: &mut Scribe<'_>) {
        match role {
            Role::Entry if scribe.gathered.channel.is_some() => self.end_item(scribe),
            Role::Entry | Role::Child => self.end_page(role, scribe),
            Role::Image => {
                let image = std::mem::take(&mut self.image);
                scribe.image(&mut self.entry.images, image);
            }
            Role::Video => self.end_video(scribe),
            Role::Picture => self.feed.in_picture = false,
            _ => {}
        }
    }

    /// Text between a page's elements, or a part of it: some write the address so.
    pub(super) fn say_bare(&mut self, text: &str) {
        let begins = !self.bare.is_empty() || !text.trim().is_empty();
        if begins && !self.bare_is_long {
            self.bare_is_long = self.bare.len() + text.len() > MOST_BARE;
            if self.bare_is_long {
                self.bare.clear();
            } else {
                self.bare.push_str(text);
            }
        }
    }

    /// Takes the page as whole.
    pub(super) fn end_page(&mut self, role: Role, scribe: &mut Scribe<'_>) {
        let mut entry = std::mem::take(&mut self.entry);
        if entry.loc.is_empty() {
            let bare = self.bare.trim();
            if bare.contains("://") || bare.starts_with('/') {
                scribe.note(Slip::AddressBare, "");
                entry.loc = scribe.address(bare).unwrap_or_default();
            }
        }
        if entry.loc.is_empty() {
            return scribe.note(Slip::AddressMissing, "");
        }
        let in_feed = matches!(scribe.gathered.format, Format::Rss | Format::Atom);
        if role == Role::Child && !in_feed {
            let child = Child {
                loc: entry.loc,
                lastmod: entry.lastmod,
            };
            scribe.gathered.child(child, scribe.spot);
        } else {
            scribe.gathered.entry(entry, scribe.spot);
        }
    }
}

/// What a feed's channel says of itself.
fn channel_field(field: Field, text: &str, scribe: &mut Scribe<'_>) {
    let value = match field {
        Field::ChannelTitle => scribe.text(&crate::sitemap::html::plain(text)),
        Field::ChannelLink => scribe.address(text),
        _ => scribe.text(text),
    };
    // A feed that was opened, not fetched, is where its site is.
    if field == Field::ChannelLink && !scribe.gathered.has_base() {
        scribe.gathered.base = value.clone().unwrap_or_default();
    }
    let channel = scribe.gathered.channel.get_or_insert_default();
    let place = match field {
        Field::ChannelTitle => &mut channel.title,
        Field::ChannelLink => &mut channel.home,
        _ => &mut channel.language,
    };
    *place = place.take().or(value);
}

/// The language of an Atom feed.
fn begin_feed(start: &BytesStart<'_>, scribe: &mut Scribe<'_>) {
    scribe.attributes(start, |scribe, name, value| {
        if name == "lang" {
            let language = scribe.text(&value);
            let channel = scribe.gathered.channel.get_or_insert_default();
            channel.language = channel.language.take().or(language);
        }
    });
}
