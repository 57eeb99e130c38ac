//! Encodings as the browser knows them: some forty, whose tables would weigh more than this app.

use std::rc::Rc;

use web_sys::{TextDecodeOptions, TextDecoder};

use crate::sitemap::{Decoder, Decoders};

/// Every encoding that the browser knows.
struct Browser;

/// Decodes what the sitemap room does not decode itself.
pub fn encodings() -> Rc<dyn Decoders> {
    Rc::new(Browser)
}

impl Decoders for Browser {
    fn decoder(&self, label: &str) -> Option<Box<dyn Decoder>> {
        // A label that the browser does not know is an exception.
        let decoder = TextDecoder::new_with_label(label).ok()?;
        Some(Box::new(Stream(decoder)))
    }
}

struct Stream(TextDecoder);

impl Decoder for Stream {
    fn decode(&mut self, bytes: &[u8], last: bool, into: &mut String) {
        let options = TextDecodeOptions::new();
        options.set_stream(!last);
        // It fails for none of its input: what is no character is replaced, as it was not asked to fail.
        if let Ok(text) = self.0.decode_with_u8_array_and_options(bytes, &options) {
            into.push_str(&text);
        }
    }
}
