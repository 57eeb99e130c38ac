//! Compressed files: told by their bytes, and decompressed as they come.
//!
//! A browser could do this too (`DecompressionStream`), but not by a file's own bytes, not with a limit on what comes
//! out, and not at all what is cut off: it gives nothing of a chunk that has a fault in it.

mod gzip;
mod inflate;

use self::gzip::{Header, crc};
use self::inflate::{Inflate, Next};
use super::slip::Slip;

/// How many bytes tell whether a file is compressed.
const HEAD: usize = 4;

/// How a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    /// gzip (RFC 1952).
    Gzip,
    /// zlib (RFC 1950), which HTTP calls "deflate".
    Zlib,
    /// Deflate alone (RFC 1951), which some servers call "deflate".
    Deflate,
}

impl Packing {
    /// Tells compression by a file's first bytes; `None` for a file that is not compressed.
    ///
    /// Deflate alone has no mark. What begins like no text, and like a block that compressors write first (one with
    /// codes of its own, or the fixed ones), is taken for it; where unpacking then fails, it was something else.
    fn of(head: &[u8]) -> Option<Self> {
        let &[first, second, ..] = head else {
            return None;
        };
        if (first, second) == (0x1f, 0x8b) {
            Some(Self::Gzip)
        } else if is_text(head) {
            None
        } else if is_zlib(first, second) {
            Some(Self::Zlib)
        } else {
            matches!(first >> 1 & 3, 1 | 2).then_some(Self::Deflate)
        }
    }
}

/// Whether it has the header of RFC 1950, section 2.2: method 8, a window that exists, and the check bits.
fn is_zlib(first: u8, second: u8) -> bool {
    first & 0x0f == 8 && first >> 4 <= 7 && u16::from_be_bytes([first, second]).is_multiple_of(31)
}

/// Whether it begins like text: with a mark, in UTF-16, or in ASCII, as all that is read here does.
fn is_text(head: &[u8]) -> bool {
    let is_ascii = |byte: &u8| byte.is_ascii_graphic() || byte.is_ascii_whitespace();
    match head {
        [0xef, 0xbb, 0xbf, ..] | [0xfe, 0xff, ..] | [0xff, 0xfe, ..] => true,
        [0, second, ..] => is_ascii(second),
        [first, 0, ..] => is_ascii(first),
        _ => head.iter().take(HEAD).all(is_ascii),
    }
}

/// Where the unpacking is.
enum State {
    /// Too little came to tell.
    Unknown(Vec<u8>),
    /// Not compressed.
    Plain,
    /// Within a gzip member's header.
    Header(Header),
    /// Within compressed data; `gzip` says that a trailer follows.
    Data { inflate: Box<Inflate>, gzip: bool },
    /// Within a gzip member's trailer.
    Trailer([u8; 8], usize),
    /// After the end; so many bytes of what may be another member's mark were seen.
    After(usize),
    /// Nothing more is read.
    Over,
}

/// Decompresses a file, whatever it is compressed with, or not.
pub(super) struct Unpack {
    state: State,
    /// How many times larger the file may become.
    ratio: u64,
    packed: u64,
    unpacked: u64,
    crc: u32,
    /// Bytes of this member, by the count in its trailer.
    size: u32,
    /// What was wrong, if something was.
    slip: Option<Slip>,
    /// Whether it ended within compressed data.
    cut: bool,
    /// Whether it was taken for compressed without a mark that says so.
    guessed: bool,
}

impl std::fmt::Debug for Unpack {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Unpack")
            .field("packed", &self.packed)
            .field("unpacked", &self.unpacked)
            .finish_non_exhaustive()
    }
}

impl Unpack {
    /// Small files may grow by any ratio to so many bytes: there the ratio says nothing, and nothing is at stake.
    const SMALL: u64 = 4 << 20;

    pub(super) fn new(ratio: u64) -> Self {
        Self {
            state: State::Unknown(Vec::new()),
            ratio,
            packed: 0,
            unpacked: 0,
            crc: !0,
            size: 0,
            slip: None,
            cut: false,
            guessed: false,
        }
    }

    /// Takes bytes of the file and hands what they hold to `plain`, until that says that it wants no more.
    pub(super) fn feed(&mut self, bytes: &[u8], plain: &mut impl FnMut(&[u8]) -> bool) {
        self.packed = self.packed.saturating_add(bytes.len() as u64);
        let mut rest = bytes;
        if let State::Unknown(head) = &mut self.state {
            let (taken, after) = rest.split_at((HEAD - head.len().min(HEAD)).min(rest.len()));
            head.extend_from_slice(taken);
            if head.len() < HEAD {
                return;
            }
            let head = std::mem::take(head);
            self.recognise(&head);
            self.advance(&head, plain);
            rest = after;
        }
        self.advance(rest, plain);
    }

    /// Says that nothing follows.
    pub(super) fn finish(&mut self, plain: &mut impl FnMut(&[u8]) -> bool) {
        if let State::Unknown(head) = &mut self.state {
            let head = std::mem::take(head);
            self.recognise(&head);
            self.advance(&head, plain);
        }
        if matches!(
            self.state,
            State::Header(_) | State::Data { .. } | State::Trailer(..)
        ) {
            self.cut = true;
        }
    }

    /// What was wrong with the compressed file.
    pub(super) const fn slip(&self) -> Option<Slip> {
        self.slip
    }

    /// Whether the file ended before it was whole, or was left because of a fault.
    pub(super) const fn is_cut(&self) -> bool {
        self.cut
    }

    /// Whether nothing came out of what only looked as if it was compressed.
    pub(super) const fn is_mistaken(&self) -> bool {
        self.guessed && self.unpacked == 0 && self.cut
    }

    fn recognise(&mut self, head: &[u8]) {
        let packing = Packing::of(head);
        self.guessed = packing == Some(Packing::Deflate);
        let data = |zlib| State::Data {
            inflate: Box::new(Inflate::new(zlib)),
            gzip: false,
        };
        self.state = match packing {
            None => State::Plain,
            Some(Packing::Gzip) => State::Header(Header::default()),
            Some(Packing::Zlib) => data(true),
            Some(Packing::Deflate) => data(false),
        };
    }

    fn advance(&mut self, bytes: &[u8], plain: &mut impl FnMut(&[u8]) -> bool) {
        let mut rest = bytes;
        while !rest.is_empty() {
            let taken = match &mut self.state {
                State::Unknown(_) | State::Over => return,
                State::Plain => {
                    if !plain(rest) {
                        self.state = State::Over;
                    }
                    return;
                }
                State::Header(header) => match header.feed(rest) {
                    (taken, false) => taken,
                    (taken, true) => {
                        self.state = State::Data {
                            inflate: Box::new(Inflate::new(false)),
                            gzip: true,
                        };
                        (self.crc, self.size) = (!0, 0);
                        taken
                    }
                },
                State::Data { .. } => self.inflate(rest, plain),
                State::Trailer(trailer, length) => {
                    let taken = rest.len().min(trailer.len() - *length);
                    for (place, byte) in trailer.iter_mut().skip(*length).zip(rest) {
                        *place = *byte;
                    }
                    *length += taken;
                    if *length == trailer.len() {
                        self.check_trailer();
                    }
                    taken
                }
                State::After(_) => self.after(rest),
            };
            rest = rest.get(taken..).unwrap_or_default();
        }
    }

    /// Decompresses, and says how many bytes it took for that.
    fn inflate(&mut self, bytes: &[u8], plain: &mut impl FnMut(&[u8]) -> bool) -> usize {
        let State::Data { inflate, gzip } = &mut self.state else {
            return bytes.len();
        };
        let gzip = *gzip;
        let mut taken = 0;
        loop {
            let (more, out, next) = inflate.step(bytes.get(taken..).unwrap_or_default());
            taken += more;
            self.unpacked = self.unpacked.saturating_add(out.len() as u64);
            if gzip {
                self.crc = crc(self.crc, out);
                self.size = self
                    .size
                    .wrapping_add(u32::try_from(out.len()).unwrap_or_default());
            }
            let wanted = out.is_empty() || plain(out);
            let grown = self.unpacked > Self::SMALL
                && self.unpacked > self.packed.saturating_mul(self.ratio);
            self.state = match next {
                _ if grown => return self.leave(Slip::Decompressed, bytes),
                _ if !wanted => State::Over,
                Next::Output => continue,
                Next::Input => return bytes.len(),
                Next::Broken => return self.leave(Slip::Unpacking, bytes),
                Next::End if gzip => State::Trailer([0; 8], 0),
                Next::End => State::After(0),
                Next::Checksum => {
                    self.slip = Some(Slip::Checksum);
                    State::After(0)
                }
            };
            return taken;
        }
    }

    /// Reads no more, because of `slip`.
    fn leave(&mut self, slip: Slip, bytes: &[u8]) -> usize {
        self.slip = Some(slip);
        self.cut = true;
        self.state = State::Over;
        bytes.len()
    }

    fn check_trailer(&mut self) {
        let State::Trailer(trailer, _) = self.state else {
            return;
        };
        let whole = (u64::from(self.size) << 32) | u64::from(!self.crc);
        if u64::from_le_bytes(trailer) != whole {
            self.slip = Some(Slip::Checksum);
        }
        self.state = State::After(0);
    }

    /// After a file's end, another may follow (RFC 1952, section 2.2), or zeros that fill a block.
    fn after(&mut self, bytes: &[u8]) -> usize {
        let State::After(seen) = &mut self.state else {
            return bytes.len();
        };
        match (*seen, bytes.first()) {
            (0, Some(0)) => {}
            (0, Some(0x1f)) => *seen = 1,
            (1, Some(0x8b)) => self.state = State::Header(Header::after_mark()),
            _ => {
                self.slip = self.slip.or(Some(Slip::AfterPacked));
                self.state = State::Over;
            }
        }
        1
    }
}

#[cfg(test)]
#[path = "unpack_tests.rs"]
mod tests;
