//! Encodings natively, where no browser knows them.

use blog_explorer::sitemap::{Decoder, Decoders};
use encoding_rs::{CoderResult, Encoding};

/// Every encoding of the web.
pub struct Encodings;

impl Decoders for Encodings {
    fn decoder(&self, label: &str) -> Option<Box<dyn Decoder>> {
        let encoding = Encoding::for_label(label.as_bytes())?;
        Some(Box::new(Native(
            encoding.new_decoder_without_bom_handling(),
        )))
    }
}

struct Native(encoding_rs::Decoder);

impl Decoder for Native {
    fn decode(&mut self, bytes: &[u8], last: bool, into: &mut String) {
        let mut rest = bytes;
        loop {
            into.reserve(rest.len().max(16));
            let (result, read, _) = self.0.decode_to_string(rest, into, last);
            rest = rest.get(read..).unwrap_or_default();
            if result == CoderResult::InputEmpty {
                return;
            }
        }
    }
}
