//! Cuts XML into tokens as text arrives. A token that may go on in the next chunk waits for it.

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::xml::Document;

/// A token that does not end within so many bytes is no part of any sitemap; it is skipped up to the next `<`.
const LONGEST_TOKEN: usize = 1 << 20;

/// The text that has not become whole tokens yet, and where it begins.
#[derive(Debug)]
pub(super) struct Tokens {
    unread: String,
    line: u32,
    column: u32,
    done: bool,
}

impl Default for Tokens {
    fn default() -> Self {
        Self {
            unread: String::new(),
            line: 1,
            column: 1,
            done: false,
        }
    }
}

impl Tokens {
    /// Takes more text and hands each whole token to `document`.
    pub(super) fn feed(&mut self, text: &str, last: bool, document: &mut Document) {
        if self.done {
            return;
        }
        self.unread.push_str(text);
        loop {
            let read = self.read_whole(last, document);
            self.advance(read);
            let stuck = !self.unread.is_empty() && (last || self.unread.len() > LONGEST_TOKEN);
            if self.done || !stuck {
                break;
            }
            // Nothing reads it: leave out this `<` and what follows up to the next.
            let next = self
                .unread
                .char_indices()
                .skip(1)
                .find(|(_, c)| *c == '<')
                .map_or(self.unread.len(), |(at, _)| at);
            document.problem(
                self.line,
                self.column,
                "something that is not XML was left out",
            );
            document.broken = true;
            self.advance(next);
        }
    }

    /// Reads what is whole and returns how many bytes that was.
    fn read_whole(&mut self, last: bool, document: &mut Document) -> usize {
        let mut reader = Reader::from_str(&self.unread);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        let mut read = 0;
        let (mut line, mut column, mut counted) = (self.line, self.column, 0);
        loop {
            let event = reader.read_event();
            let end = usize::try_from(reader.buffer_position())
                .unwrap_or(usize::MAX)
                .min(self.unread.len());
            match event {
                Ok(Event::Eof) => return read,
                // Text that touches the end may go on.
                Ok(Event::Text(_) | Event::GeneralRef(_)) if end == self.unread.len() && !last => {
                    return read;
                }
                Ok(event) => {
                    (line, column) = position(
                        line,
                        column,
                        self.unread.get(counted..read).unwrap_or_default(),
                    );
                    counted = read;
                    document.at(line, column);
                    document.token(&event);
                    read = end;
                    if document.is_foreign() {
                        self.done = true;
                        return read;
                    }
                }
                Err(_) => return read,
            }
        }
    }

    /// Drops what was read.
    fn advance(&mut self, bytes: usize) {
        (self.line, self.column) = position(
            self.line,
            self.column,
            self.unread.get(..bytes).unwrap_or_default(),
        );
        self.unread.drain(..bytes.min(self.unread.len()));
    }
}

/// Where one is after reading `text`.
fn position(line: u32, column: u32, text: &str) -> (u32, u32) {
    let lines =
        u32::try_from(text.bytes().filter(|&byte| byte == b'\n').count()).unwrap_or(u32::MAX);
    let after = text.rsplit('\n').next().unwrap_or_default();
    let characters = u32::try_from(after.chars().count()).unwrap_or(u32::MAX);
    if lines == 0 {
        (line, column.saturating_add(characters))
    } else {
        (line.saturating_add(lines), characters.saturating_add(1))
    }
}
