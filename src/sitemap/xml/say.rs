//! Text within a document, and the references in it.

use super::document::Document;
use super::element::Field;
use crate::sitemap::entity::{self, Meaning};
use crate::sitemap::place::Spot;
use crate::sitemap::slip::Slip;

impl Document {
    /// Text, or a part of it.
    pub(super) fn say(&mut self, text: &str) {
        let Some(collecting) = &mut self.collecting else {
            if self.is_in_page() {
                self.draft.say_bare(text);
            }
            return;
        };
        if collecting.full {
            return;
        }
        let is_content = collecting.field == Field::Content;
        let most = if is_content {
            self.gathered.limits.content_bytes
        } else {
            // Four bytes a character at most, and one more so that it shows that something was cut.
            self.gathered
                .limits
                .text_chars
                .saturating_add(1)
                .saturating_mul(4)
        };
        let room = most.saturating_sub(self.text.len());
        if text.len() <= room {
            self.text.push_str(text);
            return;
        }
        collecting.full = true;
        let cut = (0..=room).rev().find(|cut| text.is_char_boundary(*cut));
        self.text
            .push_str(cut.and_then(|cut| text.get(..cut)).unwrap_or_default());
    }

    /// `&name;`
    pub(super) fn reference(&mut self, name: &str, spot: Spot<'_>) {
        if !self.is_heard() {
            return;
        }
        let character = match entity::resolve(name) {
            Some(Meaning::Character(c)) => c,
            Some(Meaning::OfHtml(c)) => {
                self.note(Slip::EntityOfHtml, name, spot);
                c
            }
            None if self.typed => return self.note(Slip::EntityRefused, name, spot),
            None => {
                let is_name = name
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"#_-.".contains(&b));
                let slip = if is_name {
                    Slip::EntityUnknown
                } else {
                    Slip::AmpersandAlone
                };
                self.note(slip, name, spot);
                self.say("&");
                self.say(name);
                return self.say(";");
            }
        };
        self.say(character.encode_utf8(&mut [0; 4]));
    }

    /// An `&` that begins nothing.
    pub(super) fn ampersand(&mut self, spot: Spot<'_>) {
        if self.is_heard() {
            self.note(Slip::AmpersandAlone, "", spot);
            self.say("&");
        }
    }

    /// A `<` that begins nothing.
    pub(super) fn less_than(&mut self, spot: Spot<'_>) {
        self.note(Slip::LessThanAlone, "", spot);
        self.say("<");
    }
}
