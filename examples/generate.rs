//! Writes a sitemap of so many pages, to measure with: `cargo run --release --example generate -- 50000 > large.xml`
//!
//! The same each time. A page has 0 to 4 pictures, 2 on average, with titles and captions, so that 50,000 pages have
//! 100,000 pictures in some 40 MB.

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

#[path = "generate/sitemap.rs"]
mod sitemap;

use std::io::{BufWriter, Write, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(pages) = std::env::args()
        .nth(1)
        .and_then(|number| number.parse().ok())
    else {
        eprintln!("usage: generate PAGES");
        return ExitCode::FAILURE;
    };
    let mut out = BufWriter::new(stdout().lock());
    match sitemap::write(&mut out, pages).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
