//! Writes down what one place of a document says: checked, and noted where it is not what it should be.

use std::borrow::Cow;

use quick_xml::events::BytesStart;

use crate::sitemap::entry::{Image, Stamp};
use crate::sitemap::gathered::Gathered;
use crate::sitemap::html;
use crate::sitemap::place::Spot;
use crate::sitemap::slip::Slip;

/// What it takes to write down what one place of a document says.
pub(super) struct Scribe<'a> {
    pub(super) gathered: &'a mut Gathered,
    /// What addresses are relative to, where it is not the file itself.
    pub(super) base: Option<&'a str>,
    pub(super) spot: Spot<'a>,
}

impl Scribe<'_> {
    pub(super) fn note(&mut self, slip: Slip, detail: &str) {
        self.gathered.notes.note(slip, detail, self.spot);
    }

    /// The absolute address that `text` means here.
    pub(super) fn address(&mut self, text: &str) -> Option<String> {
        self.gathered.address(text, self.base, self.spot)
    }

    pub(super) fn date(&mut self, text: &str) -> Option<Stamp> {
        self.gathered.date(text, self.spot)
    }

    pub(super) fn text(&mut self, text: &str) -> Option<String> {
        self.gathered.text(text, self.spot)
    }

    /// The words of a list, added to `words`.
    pub(super) fn words<'t>(
        &mut self,
        words: &mut Vec<String>,
        texts: impl IntoIterator<Item = &'t str>,
    ) {
        for text in texts {
            if let Some(word) = self.text(text) {
                let most = self.gathered.limits.words_per_entry;
                self.gathered
                    .push(words, word, most, Slip::WordsMany, self.spot);
            }
        }
    }

    /// What `read` makes of `text`; what it makes nothing of is noted.
    pub(super) fn checked<T>(
        &mut self,
        text: &str,
        slip: Slip,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let value = read(text);
        if value.is_none() {
            self.note(slip, text);
        }
        value
    }

    /// `yes` or `no`, in any case, or what programs write for them.
    pub(super) fn yes_or_no(&mut self, text: &str) -> Option<bool> {
        self.checked(text, Slip::YesOrNo, |text| {
            let is = |words: [&str; 3]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
            if is(["yes", "true", "1"]) {
                Some(true)
            } else {
                is(["no", "false", "0"]).then_some(false)
            }
        })
    }

    /// A number of at least 0 and at most `most`.
    pub(super) fn number(&mut self, text: &str, most: f32, slip: Slip) -> Option<f32> {
        self.checked(text, slip, |text| {
            text.parse()
                .ok()
                .filter(|number| (0.0..=most).contains(number))
        })
    }

    /// Adds a picture, if it has an address.
    pub(super) fn image(&mut self, images: &mut Vec<Image>, image: Image) {
        if image.loc.is_empty() {
            self.note(Slip::ImageWithoutAddress, "");
        } else {
            self.gathered.image(images, image, self.spot);
        }
    }

    /// Hands each attribute to `take`: its name without a prefix, and its value with references decoded. Values may
    /// lack quotation marks, as in HTML.
    pub(super) fn attributes(
        &mut self,
        start: &BytesStart<'_>,
        mut take: impl FnMut(&mut Self, &str, Cow<'_, str>),
    ) {
        let most = self.gathered.limits.attributes;
        let mut attributes = start.html_attributes();
        for attribute in attributes.with_checks(false).flatten().take(most) {
            let name = attribute.key.into_inner();
            let name = name.rsplit(':').next().unwrap_or(name);
            let value = html::decode(&attribute.value);
            take(self, name, value);
        }
        if start.attributes_raw().len() > most && attributes.next().is_some() {
            self.note(Slip::Attributes, "");
        }
    }
}
