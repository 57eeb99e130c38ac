//! Whatever it is: recognised, unpacked, decoded and read.
#![no_main]

use blog_explorer_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| check(bytes));
