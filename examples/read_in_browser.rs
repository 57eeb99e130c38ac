//! The reader alone, as WebAssembly, for the benchmark in the browser: `make bench` builds it as the app is built.

use blog_explorer::sitemap::{Entry, Limits, Outcome, Reader};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads one file, fed chunk by chunk as the app feeds it.
#[wasm_bindgen]
pub struct Reading {
    reader: Reader,
    entries: Vec<Entry>,
}

#[wasm_bindgen]
impl Reading {
    /// Begins to read.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript has no defaults")]
    pub fn new() -> Self {
        Self {
            reader: Reader::new("", Limits::default()),
            entries: Vec::new(),
        }
    }

    /// Takes the next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.reader.feed(bytes);
        self.entries.append(&mut self.reader.take());
    }

    /// What was read: pages, pictures, pages with a date, letters of the pages' addresses (which are ASCII where this is
    /// measured), pictures with a title and with a caption.
    pub fn finish(mut self) -> Vec<u32> {
        let Outcome { mut entries, .. } = self.reader.finish();
        self.entries.append(&mut entries);
        let mut sums = [0; 6];
        for entry in &self.entries {
            let images = entry.images.iter();
            let of_entry = [
                1,
                entry.images.len(),
                usize::from(entry.lastmod.is_some()),
                entry.loc.len(),
                images.clone().filter(|image| image.title.is_some()).count(),
                images.filter(|image| image.caption.is_some()).count(),
            ];
            for (sum, number) in sums.iter_mut().zip(of_entry) {
                *sum += u32::try_from(number).unwrap_or(u32::MAX);
            }
        }
        sums.into()
    }
}
