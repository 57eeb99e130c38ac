//! JSON Feed (versions 1 and 1.1), item by item.
//!
//! The items are cut out as they come and read one by one, so that one that is broken costs no more than itself and a
//! feed that is cut off gives what is there. What stands around them is kept, and read at the end.

use serde_json::Value;

use super::entry::{Entry, Image, Item};
use super::gathered::Gathered;
use super::html;
use super::outcome::Channel;
use super::place::{Place, Spot};
use super::report::Format;
use super::slip::Slip;

/// What stands around the items is shorter.
const LONGEST_FRAME: usize = 64 << 10;
/// The most of one item's texts that are looked through for pictures.
const TEXTS: [&str; 3] = ["content_html", "summary", "content_text"];

/// Reads a JSON feed.
#[derive(Debug)]
pub(super) struct Json {
    pub(super) gathered: Gathered,
    place: Place,
    /// What stands around the items.
    frame: String,
    /// The item that is being cut out.
    item: String,
    /// How deep in braces and brackets.
    depth: usize,
    /// Within a string, and after a `\` in it.
    string: bool,
    escaped: bool,
    /// Within the list of items.
    in_items: bool,
    /// Whether the item is longer than is read.
    overlong: bool,
    done: bool,
}

impl Json {
    pub(super) fn new(place: Place, gathered: Gathered) -> Self {
        Self {
            gathered,
            place,
            frame: String::new(),
            item: String::new(),
            depth: 0,
            string: false,
            escaped: false,
            in_items: false,
            overlong: false,
            done: false,
        }
    }

    /// Takes more text. `last` says that nothing follows.
    pub(super) fn feed(&mut self, text: &str, last: bool) {
        let mut kept = 0;
        for (at, byte) in text.bytes().enumerate() {
            if self.done {
                break;
            }
            let within_item = self.in_items && self.depth > 2;
            let spot = Spot::new(text, self.place, at);
            let keep_from = |kept: usize| text.get(kept..at).unwrap_or_default();
            if self.string {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => self.string = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.string = true,
                b'{' | b'[' => {
                    if self.in_items && self.depth == 2 {
                        // An item begins.
                        kept = at;
                        self.item.clear();
                        self.overlong = false;
                    }
                    self.depth += 1;
                    if byte == b'[' && self.depth == 2 && !self.in_items {
                        self.keep(text.get(kept..=at).unwrap_or_default());
                        kept = at + 1;
                        self.in_items = self.names_items();
                    }
                }
                b'}' | b']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if within_item && self.depth == 2 {
                        self.keep(keep_from(kept));
                        self.keep(text.get(at..=at).unwrap_or_default());
                        kept = at + 1;
                        self.end_item(spot);
                    } else if self.in_items && self.depth < 2 {
                        self.in_items = false;
                        kept = at;
                    } else if self.depth == 0 {
                        self.keep(text.get(kept..=at).unwrap_or_default());
                        kept = at + 1;
                        self.done = true;
                    }
                }
                _ => {}
            }
        }
        if !(self.done || self.in_items && self.depth == 2) {
            self.keep(text.get(kept..).unwrap_or_default());
        }
        self.place = self.place.after(text);
        if last {
            self.finish();
        }
    }

    /// Where the next text begins.
    pub(super) const fn place(&self) -> Place {
        self.place
    }

    /// Keeps text of the item, or of what stands around the items.
    fn keep(&mut self, text: &str) {
        if self.in_items {
            self.overlong |= self.item.len() + text.len() > self.gathered.limits.token_bytes;
            if !self.overlong {
                self.item.push_str(text);
            }
        } else if self.frame.len() + text.len() <= LONGEST_FRAME {
            self.frame.push_str(text);
        }
    }

    /// Whether the list that just began is that of the items.
    fn names_items(&self) -> bool {
        let before = self.frame.strip_suffix('[').map(str::trim_end);
        let before = before.and_then(|before| before.strip_suffix(':'));
        before.is_some_and(|before| before.trim_end().ends_with("\"items\""))
    }

    fn end_item(&mut self, spot: Spot<'_>) {
        if self.overlong {
            return self.gathered.notes.note(Slip::ItemLong, "", spot);
        }
        let item = std::mem::take(&mut self.item);
        match serde_json::from_str::<Value>(&item) {
            Ok(value) => self.read_item(&value, spot),
            Err(_) => self.gathered.notes.note(Slip::ItemBroken, "", spot),
        }
    }

    fn read_item(&mut self, item: &Value, spot: Spot<'_>) {
        // An item may be about another page (`external_url`); its own comes first. The identifier is an address more
        // often than not (JSON Feed 1.1, "Items").
        let loc = ["url", "id", "external_url"].iter().find_map(|name| {
            let text = string(item, name)?;
            let is_address = *name != "id" || text.contains("://");
            is_address.then(|| self.gathered.address(text, None, spot))?
        });
        let Some(loc) = loc else {
            return self.gathered.notes.note(Slip::AddressMissing, "", spot);
        };
        let mut date = |name| string(item, name).and_then(|text| self.gathered.date(text, spot));
        let (published, lastmod) = (date("date_published"), date("date_modified"));
        let title = string(item, "title").map(html::plain);
        let feed_item = Item {
            title: title.and_then(|title| self.gathered.text(&title, spot)),
            published,
            authors: self.words(authors(item), spot),
            categories: self.words(list(item, "tags").filter_map(Value::as_str), spot),
        };
        let entry = Entry {
            loc,
            lastmod,
            images: self.images(item, spot),
            item: Some(Box::new(feed_item)),
            ..Entry::default()
        };
        self.gathered.entry(entry, spot);
    }

    fn words<'t>(&mut self, texts: impl Iterator<Item = &'t str>, spot: Spot<'_>) -> Vec<String> {
        let mut words = Vec::new();
        for text in texts {
            if let Some(word) = self.gathered.text(text, spot) {
                let most = self.gathered.limits.words_per_entry;
                self.gathered
                    .push(&mut words, word, most, Slip::WordsMany, spot);
            }
        }
        words
    }

    fn images(&mut self, item: &Value, spot: Spot<'_>) -> Vec<Image> {
        let attached = list(item, "attachments")
            .filter(|file| string(file, "mime_type").is_some_and(|kind| kind.starts_with("image/")))
            .filter_map(|file| Some((string(file, "url")?, string(file, "title"))));
        let named = ["image", "banner_image"]
            .iter()
            .filter_map(|name| Some((string(item, name)?, None)));
        let mut found: Vec<Image> = named
            .chain(attached)
            .map(|(loc, title)| Image {
                loc: loc.to_owned(),
                title: title.map(str::to_owned),
                ..Image::default()
            })
            .collect();
        for name in TEXTS {
            found.extend(string(item, name).into_iter().flat_map(html::pictures));
        }
        let mut images = Vec::new();
        for mut image in found {
            if image.loc.starts_with("data:") {
                continue;
            }
            let Some(loc) = self.gathered.address(&image.loc, None, spot) else {
                continue;
            };
            image.loc = loc;
            image.title = image.title.and_then(|text| self.gathered.text(&text, spot));
            image.caption = image
                .caption
                .and_then(|text| self.gathered.text(&text, spot));
            self.gathered.image_once(&mut images, image, spot);
        }
        images
    }

    /// Reads what stands around the items.
    fn finish(&mut self) {
        let spot = Spot::new("", self.place, 0);
        self.gathered.truncated |= !self.done;
        if !self.done && self.in_items {
            self.frame.push_str("]}");
        }
        let frame = serde_json::from_str::<Value>(&self.frame).ok();
        let version = frame.as_ref().and_then(|frame| string(frame, "version"));
        let is_feed = version.is_some_and(|version| version.contains("jsonfeed"));
        if !is_feed && self.gathered.count == 0 {
            self.gathered.format = Format::Unknown;
            self.gathered.truncated = false;
            return;
        }
        if frame.is_none() {
            self.gathered.notes.note(Slip::Json, "", spot);
        }
        self.gathered.format = Format::Json;
        let frame = frame.unwrap_or_default();
        let mut address =
            |name| string(&frame, name).and_then(|text| self.gathered.address(text, None, spot));
        let (home, next) = (address("home_page_url"), address("next_url"));
        let mut text = |name| {
            string(&frame, name).and_then(|text| self.gathered.text(&html::plain(text), spot))
        };
        let (title, language) = (text("title"), text("language"));
        self.gathered.channel = Some(Channel {
            title,
            home,
            next,
            current: None,
            language,
        });
    }
}

fn string<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name)?.as_str()
}

fn list<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    value
        .get(name)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

/// The names of `authors`, or of version 1's `author`.
fn authors(item: &Value) -> impl Iterator<Item = &str> {
    list(item, "authors")
        .chain(item.get("author"))
        .filter_map(|author| string(author, "name"))
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod tests;
