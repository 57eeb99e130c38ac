//! Compressed files.
#![no_main]

mod check;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    check::check(bytes);
    check::check(&[&[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3], bytes].concat());
    check::check(&[&[0x78, 0x9c], bytes].concat());
});
