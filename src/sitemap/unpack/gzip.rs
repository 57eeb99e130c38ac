//! What gzip puts around compressed data (RFC 1952): a header before, and a checksum after.

/// A gzip member's header (RFC 1952, section 2.3), passed over byte by byte.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Header {
    /// Bytes of the fixed part that came.
    fixed: u8,
    flags: u8,
    /// Bytes of the extra field that are still to come; its length comes first.
    extra: u16,
    extra_length: u8,
    check: u8,
    /// The parts that are done, as their flags.
    done: u8,
}

impl Header {
    const EXTRA: u8 = 4;
    const NAME: u8 = 8;
    const COMMENT: u8 = 16;
    const CHECK: u8 = 2;

    /// After the two bytes that begin a member.
    pub(super) fn after_mark() -> Self {
        Self {
            fixed: 2,
            ..Self::default()
        }
    }

    /// Takes bytes, and says how many it took, and whether the header is over.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> (usize, bool) {
        for (at, byte) in bytes.iter().enumerate() {
            self.take(*byte);
            if self.fixed == 10 && self.next_part().is_none() {
                return (at + 1, true);
            }
        }
        (bytes.len(), false)
    }

    fn take(&mut self, byte: u8) {
        if self.fixed < 10 {
            if self.fixed == 3 {
                self.flags = byte;
            }
            self.fixed += 1;
            return;
        }
        match self.next_part() {
            Some(Self::EXTRA) if self.extra_length < 2 => {
                self.extra |= u16::from(byte) << (8 * self.extra_length);
                self.extra_length += 1;
                if self.extra_length == 2 && self.extra == 0 {
                    self.done |= Self::EXTRA;
                }
            }
            Some(Self::EXTRA) => {
                self.extra -= 1;
                if self.extra == 0 {
                    self.done |= Self::EXTRA;
                }
            }
            Some(part @ (Self::NAME | Self::COMMENT)) if byte == 0 => self.done |= part,
            Some(Self::CHECK) => {
                self.check += 1;
                if self.check == 2 {
                    self.done |= Self::CHECK;
                }
            }
            _ => {}
        }
    }

    fn next_part(&self) -> Option<u8> {
        [Self::EXTRA, Self::NAME, Self::COMMENT, Self::CHECK]
            .into_iter()
            .find(|part| self.flags & part != 0 && self.done & part == 0)
    }
}

/// The checksum of RFC 1952, section 8, half a byte at a time: the table of whole bytes is 1 kB that does not compress.
pub(super) fn crc(crc: u32, bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = {
        let mut table = [0; 16];
        let mut at = 0;
        let mut number: u32 = 0;
        while at < table.len() {
            let mut value = number;
            let mut bit = 0;
            while bit < 4 {
                value = if value & 1 == 0 {
                    value >> 1
                } else {
                    value >> 1 ^ 0xedb8_8320
                };
                bit += 1;
            }
            table[at] = value;
            at += 1;
            number += 1;
        }
        table
    };
    let step = |crc: u32| crc >> 4 ^ TABLE[(crc & 15) as usize];
    bytes
        .iter()
        .fold(crc, |crc, byte| step(step(crc ^ u32::from(*byte))))
}
