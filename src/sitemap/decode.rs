//! Bytes to characters.
//!
//! UTF-8, UTF-16 and Windows-1252 (which the web means when it says Latin 1 or ASCII) are decoded here. Every other
//! encoding is asked of [`Decoders`], whose tables this room does not carry: a browser has them, and so has a crate.

/// Decodes one encoding, fed piece by piece.
pub trait Decoder {
    /// Appends to `into` what `bytes` mean. A character may be split between two calls; `last` says that nothing
    /// follows. What is no character becomes U+FFFD or whatever the encoding's standard says; nothing fails.
    fn decode(&mut self, bytes: &[u8], last: bool, into: &mut String);
}

/// Knows encodings by their labels.
pub trait Decoders {
    /// A decoder for the encoding that has this label (`koi8-r`, `Shift_JIS`, in any case), `None` if it is not known.
    fn decoder(&self, label: &str) -> Option<Box<dyn Decoder>>;
}

/// Knows no encoding but those that are built in.
#[derive(Clone, Copy, Debug, Default)]
pub struct BuiltIn;

impl Decoders for BuiltIn {
    fn decoder(&self, _label: &str) -> Option<Box<dyn Decoder>> {
        None
    }
}

/// An encoding as the file's first bytes tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16 {
        big_endian: bool,
    },
    Windows1252,
    /// By the label in the XML declaration.
    Other(String),
}

/// So much is looked at for the XML declaration; it stands at the very beginning.
const DECLARATION: usize = 1024;

/// The encoding, and how many bytes of byte order mark to pass over. `None` where more bytes are needed to tell.
pub(super) fn encoding(head: &[u8], last: bool) -> Option<(Encoding, usize)> {
    let utf16 = |big_endian| Encoding::Utf16 { big_endian };
    match *head {
        [0xef, 0xbb, 0xbf, ..] => return Some((Encoding::Utf8, 3)),
        [0xfe, 0xff, ..] => return Some((utf16(true), 2)),
        [0xff, 0xfe, ..] => return Some((utf16(false), 2)),
        // Without a mark, as XML 1.0 appendix F tells it: by the first character, which is `<` or white space.
        [0, b'<' | b' ' | b'\n' | b'\r' | b'\t', ..] => return Some((utf16(true), 0)),
        [b'<' | b' ' | b'\n' | b'\r' | b'\t', 0, ..] => return Some((utf16(false), 0)),
        [_, _, _, ..] => {}
        _ if !last => return None,
        _ => {}
    }
    let head = head.get(..DECLARATION).unwrap_or(head);
    let enough = last || head.len() == DECLARATION;
    let text = head.trim_ascii_start();
    let start = text.get(..5).unwrap_or(text);
    if start != b"<?xml" {
        let may_begin = b"<?xml".starts_with(start);
        return (enough || !may_begin).then_some((Encoding::Utf8, 0));
    }
    match text.iter().position(|byte| *byte == b'>') {
        Some(end) => Some((declared(text.get(..end).unwrap_or_default()), 0)),
        None => enough.then_some((Encoding::Utf8, 0)),
    }
}

/// The encoding that an XML declaration names.
fn declared(declaration: &[u8]) -> Encoding {
    let text = String::from_utf8_lossy(declaration);
    let value = text
        .split_once("encoding")
        .map(|(_, rest)| rest.trim_start_matches(|c: char| c.is_whitespace() || c == '='))
        .and_then(|rest| {
            let quote = rest.chars().next().filter(|c| *c == '"' || *c == '\'')?;
            rest.get(1..)?.split(quote).next()
        });
    let label = value.unwrap_or_default().trim().to_ascii_lowercase();
    match label.as_str() {
        // What declares itself as UTF-16 in single bytes was converted on its way, and the declaration left as it was.
        "" | "utf-8" | "utf8" | "unicode" | "utf-16" | "utf-16le" | "utf-16be" | "utf16"
        | "ucs-2" => Encoding::Utf8,
        "iso-8859-1" | "iso8859-1" | "iso_8859-1" | "latin1" | "latin-1" | "l1" | "us-ascii"
        | "ascii" | "windows-1252" | "cp1252" | "x-cp1252" => Encoding::Windows1252,
        _ => Encoding::Other(label),
    }
}

/// Decodes a file, whatever its encoding.
pub(super) enum Decoding {
    Utf8(Utf8),
    Utf16(Utf16),
    Windows1252,
    Other(Box<dyn Decoder>),
}

impl Decoding {
    /// Appends what `bytes` mean to `into`. Gives where in `into` what its encoding does not allow was read as
    /// Windows-1252: the first such place, and how many there are.
    pub(super) fn decode(
        &mut self,
        bytes: &[u8],
        last: bool,
        into: &mut String,
    ) -> Option<(usize, u32)> {
        match self {
            Self::Utf8(decoder) => return decoder.decode(bytes, last, into),
            Self::Utf16(decoder) => decoder.decode(bytes, last, into),
            Self::Windows1252 => into.extend(bytes.iter().map(|byte| windows_1252(*byte))),
            Self::Other(decoder) => decoder.decode(bytes, last, into),
        }
        None
    }
}

/// UTF-8, in which a byte that is out of place is read as Windows-1252: that is where such bytes come from.
#[derive(Debug, Default)]
pub(super) struct Utf8 {
    /// The first bytes of a character whose rest has not come yet: three at most.
    held: Vec<u8>,
}

impl Utf8 {
    fn decode(&mut self, bytes: &[u8], last: bool, into: &mut String) -> Option<(usize, u32)> {
        let mut repairs = None;
        let mut rest = bytes;
        while !self.held.is_empty() {
            let Some((&next, after)) = rest.split_first() else {
                break;
            };
            self.held.push(next);
            rest = after;
            let held = std::mem::take(&mut self.held);
            self.append(&held, &mut repairs, into);
        }
        self.append(rest, &mut repairs, into);
        if last {
            let held = std::mem::take(&mut self.held);
            if !held.is_empty() {
                repair(&held, &mut repairs, into);
            }
        }
        repairs
    }

    fn append(&mut self, mut bytes: &[u8], repairs: &mut Option<(usize, u32)>, into: &mut String) {
        loop {
            let (valid, error) = match std::str::from_utf8(bytes) {
                Ok(text) => return into.push_str(text),
                Err(error) => (error.valid_up_to(), error.error_len()),
            };
            let (good, bad) = bytes.split_at(valid.min(bytes.len()));
            into.push_str(std::str::from_utf8(good).unwrap_or_default());
            let Some(length) = error else {
                self.held.extend_from_slice(bad);
                return;
            };
            let (bad, rest) = bad.split_at(length.min(bad.len()));
            repair(bad, repairs, into);
            bytes = rest;
        }
    }
}

/// Reads bytes that are no character as Windows-1252.
fn repair(bad: &[u8], repairs: &mut Option<(usize, u32)>, into: &mut String) {
    let (_, count) = repairs.get_or_insert((into.len(), 0));
    *count = count.saturating_add(1);
    into.extend(bad.iter().map(|byte| windows_1252(*byte)));
}

/// UTF-16, in either order of bytes.
#[derive(Debug, Default)]
pub(super) struct Utf16 {
    pub(super) big_endian: bool,
    half: Option<u8>,
    high: Option<u16>,
}

impl Utf16 {
    pub(super) fn new(big_endian: bool) -> Self {
        Self {
            big_endian,
            ..Self::default()
        }
    }

    fn decode(&mut self, bytes: &[u8], last: bool, into: &mut String) {
        for &byte in bytes {
            match self.half.take() {
                None => self.half = Some(byte),
                Some(first) => {
                    let pair = [first, byte];
                    self.unit(
                        if self.big_endian {
                            u16::from_be_bytes(pair)
                        } else {
                            u16::from_le_bytes(pair)
                        },
                        into,
                    );
                }
            }
        }
        if last && (self.half.take().is_some() | self.high.take().is_some()) {
            into.push(char::REPLACEMENT_CHARACTER);
        }
    }

    fn unit(&mut self, unit: u16, into: &mut String) {
        let high = self.high.take();
        let units = [high.unwrap_or(unit), unit];
        let units = units.get(usize::from(high.is_none())..).unwrap_or_default();
        match (high, unit) {
            (None, 0xd800..=0xdbff) => self.high = Some(unit),
            (Some(_), 0xd800..=0xdbff) => {
                into.push(char::REPLACEMENT_CHARACTER);
                self.high = Some(unit);
            }
            _ => into.extend(
                char::decode_utf16(units.iter().copied())
                    .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)),
            ),
        }
    }
}

/// A character of Windows-1252, as the Encoding Standard has it.
pub(super) fn windows_1252(byte: u8) -> char {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match byte {
        0x80..=0x9f => HIGH
            .chars()
            .nth(usize::from(byte - 0x80))
            .unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::{Decoding, Encoding, Utf8, Utf16, encoding, windows_1252};

    /// Decodes in one piece and byte by byte; both must agree.
    fn decode(make: impl Fn() -> Decoding, bytes: &[u8]) -> String {
        let (mut whole, mut pieces) = (String::new(), String::new());
        make().decode(bytes, true, &mut whole);
        let mut decoder = make();
        for byte in bytes {
            decoder.decode(&[*byte], false, &mut pieces);
        }
        decoder.decode(&[], true, &mut pieces);
        assert_eq!(whole, pieces);
        whole
    }

    fn utf8(bytes: &[u8]) -> String {
        decode(|| Decoding::Utf8(Utf8::default()), bytes)
    }

    #[test]
    fn utf_8_is_repaired_byte_by_byte() {
        assert_eq!(utf8("aé日𝄞".as_bytes()), "aé日𝄞");
        assert_eq!(utf8(b"caf\xe9 \x93x\x94"), "café “x”");
        assert_eq!(utf8(b"\xe6\x97"), "æ—");
        assert_eq!(utf8(b"\xf0\x9d\xff\xe6\x97\xa5"), "ð\u{9d}ÿ日");
    }

    #[test]
    fn utf_16_is_read_both_ways() {
        let text = "a日𝄞";
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(|| Decoding::Utf16(Utf16::new(true)), &big), text);
        assert_eq!(decode(|| Decoding::Utf16(Utf16::new(false)), &little), text);
        let lone = [0xd8, 0x34, 0xd8, 0x34, 0xdd, 0x1e, 0xdd, 0x1e, 0];
        assert_eq!(
            decode(|| Decoding::Utf16(Utf16::new(true)), &lone),
            "\u{fffd}𝄞\u{fffd}\u{fffd}"
        );
    }

    #[test]
    fn the_encoding_is_told_by_the_first_bytes() {
        let told = |bytes: &[u8]| encoding(bytes, true).map(|(encoding, _)| encoding);
        assert_eq!(
            told(b"\xef\xbb\xbf<?xml encoding='koi8-r'?>"),
            Some(Encoding::Utf8)
        );
        assert_eq!(told(b"<\0?\0"), Some(Encoding::Utf16 { big_endian: false }));
        assert_eq!(
            told(b"<?xml version='1.0' encoding = 'KOI8-R' ?>"),
            Some(Encoding::Other("koi8-r".into()))
        );
        assert_eq!(
            told(b" \n<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"),
            Some(Encoding::Windows1252)
        );
        assert_eq!(told(b"<urlset encoding='koi8-r'>"), Some(Encoding::Utf8));
        assert_eq!(told(b""), Some(Encoding::Utf8));
    }

    #[test]
    fn the_encoding_waits_for_the_declaration() {
        let text = b"<?xml version='1.0' encoding='koi8-r'?>";
        for length in 0..text.len() {
            assert_eq!(encoding(&text[..length], false), None);
        }
        assert!(encoding(text, false).is_some());
    }

    #[test]
    fn windows_1252_is_latin_1_with_quotation_marks() {
        assert_eq!(windows_1252(0x41), 'A');
        assert_eq!(windows_1252(0x80), '€');
        assert_eq!(windows_1252(0x92), '’');
        assert_eq!(windows_1252(0xe9), 'é');
        assert_eq!(windows_1252(0x9f), 'Ÿ');
    }
}
