//! What the elements of a feed's item say: RSS, Atom, and the content, Dublin Core and media modules.

use quick_xml::events::BytesStart;

use super::draft::Draft;
use super::element::{Field, Role};
use super::page::has_word;
use super::scribe::Scribe;
use crate::sitemap::entry::{Image, Item};
use crate::sitemap::html;
use crate::sitemap::report::Format;

impl Draft {
    fn item(&mut self) -> &mut Item {
        self.entry.item.get_or_insert_default()
    }

    /// RSS 1.0's item has its address as an attribute too.
    pub(super) fn begin_item(&mut self, start: &BytesStart<'_>, scribe: &mut Scribe<'_>) {
        if scribe.gathered.channel.is_some() {
            let id = &mut self.feed.id;
            scribe.attributes(start, |_, name, value| {
                if name == "about" {
                    *id = Some(value.into_owned());
                }
            });
        }
    }

    /// What the attributes of an element with text say.
    pub(super) fn begin_text(
        &mut self,
        field: Field,
        start: Option<&BytesStart<'_>>,
        scribe: &mut Scribe<'_>,
    ) {
        // Atom's text is plain unless it says otherwise (RFC 4287, section 3.1.1); RSS's may be either.
        self.feed.is_text = scribe.gathered.format == Format::Atom;
        let Some(start) = start else { return };
        let (mut term, mut label, mut source) = (None, None, None);
        let feed = &mut self.feed;
        scribe.attributes(start, |scribe, name, value| match (field, name) {
            (Field::Title, "type") => feed.is_text = !value.contains("html"),
            (Field::Category, "term") => term = Some(value.into_owned()),
            (Field::Category, "label") => label = Some(value.into_owned()),
            (Field::Content, "src") => source = scribe.address(&value),
            _ => {}
        });
        // The label is meant for people, the term for programs (RFC 4287, section 4.2.2).
        if let Some(category) = label.or(term) {
            scribe.words(&mut self.item().categories, [category.as_str()]);
        }
        // Content that is elsewhere is the page itself, if nothing else names one (RFC 4287, section 4.1.3.2).
        self.feed.source = self.feed.source.take().or(source);
    }

    pub(super) fn item_field(&mut self, field: Field, text: &str, scribe: &mut Scribe<'_>) {
        match field {
            Field::Title => {
                let title = if self.feed.is_text {
                    html::line(&html::decode(text))
                } else {
                    html::plain(text)
                };
                let title = scribe.text(&title);
                let item = self.item();
                item.title = item.title.take().or(title);
            }
            Field::Link if self.entry.loc.is_empty() => {
                self.entry.loc = scribe.address(text).unwrap_or_default();
            }
            Field::Id => self.feed.id = Some(text.trim().to_owned()),
            Field::Published => {
                let published = scribe.date(text);
                let item = self.item();
                item.published = item.published.or(published);
            }
            Field::Updated => self.entry.lastmod = scribe.date(text).or(self.entry.lastmod),
            Field::Category => scribe.words(&mut self.item().categories, [text]),
            Field::Author => scribe.words(&mut self.item().authors, [text]),
            Field::Content => self.pictures_of(text, scribe),
            Field::PictureTitle | Field::PictureText => self.describe(field, text, scribe),
            _ => {}
        }
    }

    /// Atom's link, in an item or in the feed.
    pub(super) fn link(&mut self, start: Option<&BytesStart<'_>>, scribe: &mut Scribe<'_>) {
        let Some(start) = start else { return };
        let (mut rel, mut href, mut kind) = (String::new(), None, String::new());
        scribe.attributes(start, |scribe, name, value| match name {
            "rel" => rel = value.into_owned(),
            "href" => href = scribe.address(&value),
            "type" => kind = value.into_owned(),
            _ => {}
        });
        let Some(href) = href else { return };
        let is_page = rel.is_empty() || has_word(&rel, "alternate");
        if self.role != Role::Entry {
            channel_link(&rel, is_page, href, scribe);
        } else if is_page && self.entry.loc.is_empty() {
            self.entry.loc = href;
        } else if has_word(&rel, "enclosure") && kind.starts_with("image/") {
            let image = Image {
                loc: href,
                ..Image::default()
            };
            scribe
                .gathered
                .image_once(&mut self.entry.images, image, scribe.spot);
        }
    }

    /// RSS's enclosure, `media:content`, `media:thumbnail` and `img`, as far as they are pictures.
    pub(super) fn picture(&mut self, role: Role, start: &BytesStart<'_>, scribe: &mut Scribe<'_>) {
        if role == Role::Img {
            return self.pictures_of(&["<", start, ">"].concat(), scribe);
        }
        let (mut url, mut kind, mut medium) = (String::new(), String::new(), String::new());
        scribe.attributes(start, |_, name, value| match name {
            "url" => url = value.into_owned(),
            "type" => kind = value.into_owned(),
            "medium" => medium = value.into_owned(),
            _ => {}
        });
        let is_thumbnail = start
            .local_name()
            .into_inner()
            .eq_ignore_ascii_case("thumbnail");
        let is_image = kind.starts_with("image/")
            || medium == "image"
            || is_thumbnail
            || (kind.is_empty() && medium.is_empty() && looks_like_picture(&url));
        if !is_image || url.is_empty() {
            return;
        }
        if let Some(loc) = scribe.address(&url) {
            let image = Image {
                loc,
                ..Image::default()
            };
            // A thumbnail of a picture that is there itself would show it twice.
            let within = is_thumbnail && self.feed.in_picture;
            if !within {
                scribe
                    .gathered
                    .image_once(&mut self.entry.images, image, scribe.spot);
                self.feed.in_picture = role == Role::Picture && !is_thumbnail;
            }
        }
    }

    /// A title or description within a picture's element.
    fn describe(&mut self, field: Field, text: &str, scribe: &mut Scribe<'_>) {
        if !self.feed.in_picture {
            return;
        }
        let value = scribe.text(&html::plain(text));
        if let Some(image) = self.entry.images.last_mut() {
            let place = if field == Field::PictureTitle {
                &mut image.title
            } else {
                &mut image.caption
            };
            *place = place.take().or(value);
        }
    }

    /// The pictures that HTML shows.
    fn pictures_of(&mut self, html: &str, scribe: &mut Scribe<'_>) {
        for mut image in html::pictures(html) {
            // Pictures in the page itself are data, not addresses.
            if image.loc.starts_with("data:") {
                continue;
            }
            let Some(loc) = scribe.address(&image.loc) else {
                continue;
            };
            image.loc = loc;
            image.title = image.title.and_then(|title| scribe.text(&title));
            image.caption = image.caption.and_then(|caption| scribe.text(&caption));
            scribe
                .gathered
                .image_once(&mut self.entry.images, image, scribe.spot);
        }
    }

    /// Takes the item as whole.
    pub(super) fn end_item(&mut self, scribe: &mut Scribe<'_>) {
        if self.entry.loc.is_empty() {
            // An identifier is the item's address where nothing else is (RSS 2.0, "guid"). Some say that theirs is not
            // (`isPermaLink="false"`) though it can be opened; it is all there is.
            let is_address = |id: &String| id.starts_with("http://") || id.starts_with("https://");
            let id = self.feed.id.take().filter(is_address);
            let loc = id.and_then(|id| scribe.address(&id));
            self.entry.loc = loc.or(self.feed.source.take()).unwrap_or_default();
        }
        self.item();
        self.end_page(Role::Entry, scribe);
        self.role = Role::Other;
    }
}

/// The links of a feed itself: to its site, and to older items (RFC 5005, sections 3 and 4).
fn channel_link(rel: &str, is_page: bool, href: String, scribe: &mut Scribe<'_>) {
    let channel = scribe.gathered.channel.get_or_insert_default();
    let place = if is_page {
        &mut channel.home
    } else if has_word(rel, "next") || has_word(rel, "prev-archive") {
        &mut channel.next
    } else if has_word(rel, "current") {
        &mut channel.current
    } else {
        return;
    };
    *place = place.take().or(Some(href));
}

/// Whether an address ends as those of pictures do.
fn looks_like_picture(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let (_, extension) = path.rsplit_once('.').unwrap_or_default();
    ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(extension))
}
