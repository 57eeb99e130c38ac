//! JSON Feed.
#![no_main]

mod check;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| check::check(&[b"{", bytes].concat()));
