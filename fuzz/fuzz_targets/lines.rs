//! Lists of addresses and robots.txt.
#![no_main]

use blog_explorer_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let first: &[u8] = if bytes.len() % 2 == 0 {
        b"http://a.example/\n"
    } else {
        b"User-agent: *\n"
    };
    check(&[first, bytes].concat());
});
