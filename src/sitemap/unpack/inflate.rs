//! Deflate (RFC 1951), within zlib's wrapping (RFC 1950) or alone.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_COMPUTE_ADLER32, TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_PARSE_ZLIB_HEADER,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// What was written may be repeated from so far back (RFC 1951, section 2).
const WINDOW: usize = 32 << 10;

/// Decompresses what it is given, whatever the pieces. (miniz_oxide has a simpler interface too; where data is damaged, that
/// one keeps back what came out before, more or less of it by the pieces.)
pub(super) struct Inflate {
    state: DecompressorOxide,
    window: Box<[u8]>,
    /// Where in the window the next byte is written.
    at: usize,
    flags: u32,
}

/// How it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// With more bytes.
    Input,
    /// With the same bytes: more comes out of them.
    Output,
    /// The data is over.
    End,
    /// The data is over, and does not fit its checksum.
    Checksum,
    /// The data is damaged.
    Broken,
}

impl Inflate {
    pub(super) fn new(zlib: bool) -> Self {
        let wrapping = if zlib {
            TINFL_FLAG_PARSE_ZLIB_HEADER | TINFL_FLAG_COMPUTE_ADLER32
        } else {
            0
        };
        Self {
            state: DecompressorOxide::new(),
            window: vec![0; WINDOW].into(),
            at: 0,
            flags: wrapping | TINFL_FLAG_HAS_MORE_INPUT,
        }
    }

    /// Takes bytes, and gives how many it took, what came out, and how it goes on.
    pub(super) fn step(&mut self, bytes: &[u8]) -> (usize, &[u8], Next) {
        let (status, taken, written) = decompress(
            &mut self.state,
            bytes,
            &mut self.window,
            self.at,
            self.flags,
        );
        let end = self.at.saturating_add(written);
        let out = self.window.get(self.at..end).unwrap_or_default();
        self.at = end % WINDOW;
        let next = match status {
            TINFLStatus::Done => Next::End,
            TINFLStatus::NeedsMoreInput => Next::Input,
            TINFLStatus::HasMoreOutput => Next::Output,
            TINFLStatus::Adler32Mismatch => Next::Checksum,
            _ => Next::Broken,
        };
        (taken.min(bytes.len()), out, next)
    }
}
