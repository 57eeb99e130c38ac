//! What stands in a sitemap or an index.
#![no_main]

use blog_explorer_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let root: &[u8] = if bytes.first().is_some_and(|byte| byte & 1 == 1) {
        b"<sitemapindex"
    } else {
        b"<urlset"
    };
    check(
        &[
            root,
            b" xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>",
            bytes,
        ]
        .concat(),
    );
    check(bytes);
});
