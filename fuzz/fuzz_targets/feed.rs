//! What stands in a feed.
#![no_main]

use blog_explorer_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let root: &[u8] = match bytes.first() {
        Some(0..=79) => b"<rss><channel>",
        Some(80..=159) => b"<feed xmlns='http://www.w3.org/2005/Atom'>",
        _ => b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>",
    };
    check(&[root, bytes].concat());
    check(bytes);
});
