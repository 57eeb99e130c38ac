//! What a file gave so far, whichever format it is in: the one place where entries are counted and limits met.

use super::address::{self, resolve};
use super::date;
use super::entry::{Entry, Image, Stamp};
use super::limits::Limits;
use super::outcome::{Channel, Child};
use super::place::Spot;
use super::report::{Format, Notes};
use super::slip::Slip;

/// The protocol's most entries in one file.
const PROTOCOL_ENTRIES: usize = 50_000;
/// The protocol's longest address, in characters.
const PROTOCOL_ADDRESS: usize = 2_048;

/// The image extension's most pictures of one page.
const GOOGLE_IMAGES: usize = 1_000;

/// What a file gave so far.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) format: Format,
    /// Whole entries that nobody has taken yet.
    pub(super) entries: Vec<Entry>,
    pub(super) children: Vec<Child>,
    pub(super) channel: Option<Channel>,
    /// How many entries and children there were.
    pub(super) count: usize,
    pub(super) truncated: bool,
    pub(super) notes: Notes,
    pub(super) limits: Limits,
    /// What relative addresses are relative to.
    pub(super) base: String,
}

impl Gathered {
    pub(super) fn new(source: &str, limits: Limits) -> Self {
        Self {
            format: Format::Empty,
            entries: Vec::new(),
            children: Vec::new(),
            channel: None,
            count: 0,
            truncated: false,
            notes: Notes::default(),
            limits,
            base: source.to_owned(),
        }
    }

    /// Takes a whole entry.
    pub(super) fn entry(&mut self, entry: Entry, spot: Spot<'_>) {
        if self.counts(spot) {
            self.entries.push(entry);
        }
    }

    /// Takes a whole child.
    pub(super) fn child(&mut self, child: Child, spot: Spot<'_>) {
        if self.counts(spot) {
            self.children.push(child);
        }
    }

    fn counts(&mut self, spot: Spot<'_>) -> bool {
        if self.count >= self.limits.entries {
            self.notes.note(Slip::Entries, "", spot);
            return false;
        }
        self.count += 1;
        if self.count == PROTOCOL_ENTRIES + 1 {
            self.notes.note(Slip::EntriesOfProtocol, "", spot);
        }
        true
    }

    /// The absolute address that `text` means in a file at `base`, or here; what is none, or too long, is noted and `None`.
    pub(super) fn address(
        &mut self,
        text: &str,
        base: Option<&str>,
        spot: Spot<'_>,
    ) -> Option<String> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        // Four bytes a character at most: a shorter text needs no counting.
        if text.len() > self.limits.text_chars && text.chars().count() >= self.limits.text_chars {
            self.notes.note(Slip::AddressOverlong, "", spot);
            return None;
        }
        let Some(address) = resolve(base.unwrap_or(&self.base), text) else {
            self.notes.note(Slip::AddressBad, text, spot);
            return None;
        };
        if address.len() > PROTOCOL_ADDRESS && address.chars().count() > PROTOCOL_ADDRESS {
            self.notes.note(Slip::AddressLong, "", spot);
        }
        Some(address)
    }

    /// The date that `text` means; what is none is noted and `None`.
    pub(super) fn date(&mut self, text: &str, spot: Spot<'_>) -> Option<Stamp> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let stamp = date::stamp(text);
        if stamp.is_none() {
            self.notes.note(Slip::Date, text, spot);
        }
        stamp
    }

    /// Adds a picture, if there is room.
    pub(super) fn image(&mut self, images: &mut Vec<Image>, image: Image, spot: Spot<'_>) {
        if images.len() == GOOGLE_IMAGES {
            self.notes.note(Slip::ImagesOfGoogle, "", spot);
        }
        self.push(
            images,
            image,
            self.limits.images_per_entry,
            Slip::ImagesMany,
            spot,
        );
    }

    /// Adds one of a feed's own pictures: once, however often the item shows it.
    pub(super) fn image_once(&mut self, images: &mut Vec<Image>, image: Image, spot: Spot<'_>) {
        /// An item with more pictures than this lists repeats, rather than costing time.
        const COMPARED: usize = 200;
        let known = images
            .iter_mut()
            .rev()
            .take(COMPARED)
            .find(|known| known.loc == image.loc);
        match known {
            Some(known) => {
                known.title = known.title.take().or(image.title);
                known.caption = known.caption.take().or(image.caption);
            }
            None => self.image(images, image, spot),
        }
    }

    /// Adds to a list, up to `most`.
    pub(super) fn push<T>(
        &mut self,
        list: &mut Vec<T>,
        item: T,
        most: usize,
        slip: Slip,
        spot: Spot<'_>,
    ) {
        if list.len() < most {
            list.push(item);
        } else {
            self.notes.note(slip, "", spot);
        }
    }

    /// A text of at most the allowed length, without white space around it; `None` if nothing is left.
    pub(super) fn text(&mut self, text: &str, spot: Spot<'_>) -> Option<String> {
        let text = text.trim();
        let most = self.limits.text_chars;
        let cut = (text.len() > most)
            .then(|| text.char_indices().nth(most))
            .flatten();
        let text = match cut {
            Some((at, _)) => {
                self.notes.note(Slip::TextLong, "", spot);
                text.get(..at).unwrap_or(text).trim_end()
            }
            None => text,
        };
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Whether relative addresses mean anything here.
    pub(super) fn has_base(&self) -> bool {
        address::Address::parse(&self.base).is_some()
    }
}
