//! Bytes in, in chunks of any size; entries out as soon as they are whole.
//!
//! ```text
//! bytes ──▶ unpack ──▶ decode ──▶ recognise ──▶ XML, lines or JSON ──▶ gathered
//! ```

use std::rc::Rc;

use super::decode::{BuiltIn, Decoders, Decoding, Encoding, Utf8, Utf16, encoding};
use super::entry::Entry;
use super::gathered::Gathered;
use super::json::Json;
use super::limits::Limits;
use super::lines::Lines;
use super::outcome::Outcome;
use super::place::{Place, Spot};
use super::recognise::{Head, Kind};
use super::report::{Format, Notes, Report};
use super::slip::Slip;
use super::unpack::Unpack;
use super::xml::{Document, Tokens};

/// What is fed is worked through in pieces of so many bytes, so that memory does not grow with the size of chunks.
const PIECE: usize = 64 << 10;
/// A byte order mark.
const MARK: &str = "\u{feff}";
/// The protocol's largest file, in bytes.
const PROTOCOL_BYTES: u64 = 50 << 20;

/// Reads one file, fed chunk by chunk. No chunk boundary changes the result.
pub struct Reader {
    unpack: Unpack,
    text: Text,
}

/// What comes after unpacking.
struct Text {
    decoders: Rc<dyn Decoders>,
    /// Bytes that come before the encoding is known.
    head: Vec<u8>,
    decoding: Option<Decoding>,
    body: Body,
    limits: Limits,
    /// Bytes after decompression.
    bytes: u64,
    /// Whether more came than is read.
    full: bool,
}

/// What the file turned out to be.
enum Body {
    /// Too little was read to tell.
    Head(Head, Gathered),
    Xml(Box<(Tokens, Document)>),
    Lines(Box<Lines>),
    Json(Box<Json>),
    /// Nothing that is read: what follows does not matter.
    Other(Gathered),
}

/// Reads a whole file. `source` is its address, for relative addresses in it; it may be empty.
pub fn read(source: &str, bytes: &[u8]) -> Outcome {
    let mut reader = Reader::new(source, Limits::default());
    reader.feed(bytes);
    reader.finish()
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Reader")
            .field("bytes", &self.text.bytes)
            .finish_non_exhaustive()
    }
}

impl Reader {
    /// For the file at `source`, which relative addresses in it are relative to; it may be empty.
    pub fn new(source: &str, limits: Limits) -> Self {
        let gathered = Gathered::new(source, limits);
        Self {
            unpack: Unpack::new(limits.ratio),
            text: Text {
                decoders: Rc::new(BuiltIn),
                head: Vec::new(),
                decoding: None,
                body: Body::Head(Head::default(), gathered),
                limits,
                bytes: 0,
                full: false,
            },
        }
    }

    /// Has encodings that are not built in decoded by others. To be said before anything is fed.
    #[must_use]
    pub fn with_decoders(mut self, decoders: Rc<dyn Decoders>) -> Self {
        self.text.decoders = decoders;
        self
    }

    /// Takes the next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        let text = &mut self.text;
        for piece in bytes.chunks(PIECE) {
            self.unpack.feed(piece, &mut |plain| text.feed(plain));
        }
    }

    /// Whether more came than is read, or nothing of it is of use: feeding more changes nothing.
    pub fn is_full(&self) -> bool {
        self.text.full || matches!(self.text.body, Body::Other(_))
    }

    /// The entries that have become whole since the last time.
    pub fn take(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.text.body.gathered().entries)
    }

    /// Says that this was all, and gives what is left.
    pub fn finish(mut self) -> Outcome {
        let text = &mut self.text;
        self.unpack.finish(&mut |plain| text.feed(plain));
        text.finish();
        let end = text.body.end();
        let gathered = text.body.gathered();
        if matches!(gathered.format, Format::Html | Format::Unknown) {
            // Of what is not read, nothing was repaired or left out.
            gathered.notes = Notes::default();
        }
        if let Some(slip) = self.unpack.slip() {
            gathered.notes.note(slip, "", Spot::new("", end, 0));
        }
        gathered.truncated |= self.unpack.is_cut();
        if self.unpack.is_mistaken() {
            *gathered = Gathered {
                format: Format::Unknown,
                ..Gathered::default()
            };
        } else if gathered.truncated && self.unpack.slip().is_none() && !text.full {
            gathered
                .notes
                .note(Slip::TruncatedContent, "", Spot::new("", end, 0));
        }
        gathered.truncated |= text.full;
        let gathered = std::mem::take(text.body.gathered());
        Outcome {
            entries: gathered.entries,
            children: gathered.children,
            channel: gathered.channel,
            report: Report {
                format: gathered.format,
                urls: gathered.count,
                bytes: text.bytes,
                truncated: gathered.truncated,
                problems: gathered.notes.into_problems(),
            },
        }
    }
}

impl Text {
    /// Takes bytes, and says whether more are wanted.
    fn feed(&mut self, bytes: &[u8]) -> bool {
        let mut rest = bytes;
        while !rest.is_empty() && !self.full {
            let most = self.limits.bytes;
            if self.bytes >= most {
                self.full = true;
                self.note(Slip::Bytes, "");
                break;
            }
            if self.bytes == PROTOCOL_BYTES {
                self.note(Slip::BytesOfProtocol, "");
            }
            // A piece ends where something is noted, so that the place of the note does not depend on how bytes arrive.
            let edge = if self.bytes < PROTOCOL_BYTES {
                most.min(PROTOCOL_BYTES)
            } else {
                most
            };
            let room = usize::try_from(edge - self.bytes).unwrap_or(PIECE);
            let (piece, after) = rest.split_at(rest.len().min(PIECE).min(room));
            self.bytes += piece.len() as u64;
            self.decode(piece, false);
            rest = after;
        }
        !self.full
    }

    fn finish(&mut self) {
        self.decode(&[], true);
    }

    fn decode(&mut self, bytes: &[u8], last: bool) {
        let Some(decoding) = &mut self.decoding else {
            self.head.extend_from_slice(bytes);
            let Some((encoding, mark)) = encoding(&self.head, last) else {
                return;
            };
            self.decoding = Some(self.decoding(encoding));
            let head = std::mem::take(&mut self.head);
            return self.decode(head.get(mark..).unwrap_or_default(), last);
        };
        let mut text = String::with_capacity(bytes.len());
        let mut repaired = decoding.decode(bytes, last, &mut text);
        // Files are put together from files that begin with a byte order mark, and within a text it means nothing any
        // more (Unicode 16, section 23.8).
        if memchr::memmem::find(text.as_bytes(), MARK.as_bytes()).is_some() {
            if let Some((at, _)) = &mut repaired {
                *at -= MARK.len() * text.get(..*at).map_or(0, |text| text.matches(MARK).count());
            }
            text = text.replace(MARK, "");
        }
        if let Some((at, count)) = repaired {
            let spot = Spot::new(&text, self.body.end(), at);
            let notes = &mut self.body.gathered().notes;
            notes.note_many(Slip::EncodingWrong, count, spot);
        }
        self.body.feed(&text, last);
    }

    fn decoding(&mut self, encoding: Encoding) -> Decoding {
        match encoding {
            Encoding::Utf8 => Decoding::Utf8(Utf8::default()),
            Encoding::Utf16 { big_endian } => Decoding::Utf16(Utf16::new(big_endian)),
            Encoding::Windows1252 => Decoding::Windows1252,
            Encoding::Other(label) => match self.decoders.decoder(&label) {
                Some(decoder) => Decoding::Other(decoder),
                None => {
                    self.note(Slip::EncodingUnknown, &label);
                    Decoding::Utf8(Utf8::default())
                }
            },
        }
    }

    fn note(&mut self, slip: Slip, detail: &str) {
        let spot = Spot::new("", self.body.end(), 0);
        self.body.gathered().notes.note(slip, detail, spot);
    }
}

impl Body {
    fn gathered(&mut self) -> &mut Gathered {
        match self {
            Self::Head(_, gathered) | Self::Other(gathered) => gathered,
            Self::Xml(xml) => &mut xml.1.gathered,
            Self::Lines(lines) => &mut lines.gathered,
            Self::Json(json) => &mut json.gathered,
        }
    }

    /// Where the text that comes next begins.
    fn end(&self) -> Place {
        match self {
            Self::Head(head, _) => Place::START.after(&head.text),
            Self::Xml(xml) => xml.0.end(),
            Self::Lines(lines) => lines.end(),
            Self::Json(json) => json.place(),
            Self::Other(_) => Place::START,
        }
    }

    fn feed(&mut self, text: &str, last: bool) {
        match self {
            Self::Head(head, gathered) => {
                let Some(kind) = head.recognise(text, last) else {
                    return;
                };
                let head = std::mem::take(&mut head.text);
                let gathered = std::mem::take(gathered);
                *self = Self::of(kind, &head, gathered);
                let from = if let Kind::Xml { from, .. } = kind {
                    from
                } else {
                    0
                };
                self.feed(head.get(from..).unwrap_or_default(), last);
            }
            Self::Xml(xml) => {
                let (tokens, document) = &mut **xml;
                tokens.feed(text, last, document);
                if last {
                    document.finish(Spot::new("", tokens.end(), 0));
                }
            }
            Self::Lines(lines) => lines.feed(text, last),
            Self::Json(json) => json.feed(text, last),
            Self::Other(_) => {}
        }
    }

    fn of(kind: Kind, head: &str, mut gathered: Gathered) -> Self {
        match kind {
            Kind::Xml { from, after_other } => {
                let spot = Spot::new(head, Place::START, from);
                if after_other {
                    gathered.notes.note(Slip::BeforeRoot, "", spot);
                }
                let tokens = Tokens::new(spot.place());
                Self::Xml(Box::new((tokens, Document::new(gathered))))
            }
            Kind::Json => Self::Json(Box::new(Json::new(Place::START, gathered))),
            Kind::Lines(format) => {
                gathered.format = format;
                Self::Lines(Box::new(Lines::new(Place::START, gathered)))
            }
            Kind::Other(format) => {
                gathered.format = format;
                Self::Other(gathered)
            }
        }
    }
}

#[cfg(test)]
#[path = "reader_tests.rs"]
mod tests;
