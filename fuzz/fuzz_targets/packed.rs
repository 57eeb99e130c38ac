//! Compressed files.
#![no_main]

use blog_explorer_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    check(bytes);
    check(&[&[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3], bytes].concat());
    check(&[&[0x78, 0x9c], bytes].concat());
});
