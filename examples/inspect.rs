//! Prints what is made of a sitemap or feed, as JSON: `cargo run --example inspect -- FILE…`
//!
//! Several files are read as one blog. Compression is recognised by its bytes, and every encoding of the web is read.

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

#[path = "../tests/support/encodings.rs"]
mod encodings;

use std::process::ExitCode;
use std::rc::Rc;

use blog_explorer::blog::{Blog, Given, GivenFile, inspect::inspect};
use blog_explorer::sitemap::{Limits, Reader, Report};
use encodings::Encodings;

fn main() -> ExitCode {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    if paths.is_empty() {
        eprintln!("usage: inspect FILE…");
        return ExitCode::FAILURE;
    }
    match run(&paths) {
        Ok(json) => {
            println!("{json}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(paths: &[String]) -> Result<String, String> {
    let mut entries = Vec::new();
    let mut given = Given::default();
    let mut report = None::<Report>;
    for path in paths {
        let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
        let mut reader = Reader::new("", Limits::default()).with_decoders(Rc::new(Encodings));
        reader.feed(&bytes);
        let mut outcome = reader.finish();
        given.files.push(GivenFile {
            address: path.clone(),
            entries: outcome.entries.len(),
        });
        given.channel = given
            .channel
            .take()
            .or_else(|| outcome.channel.and_then(|channel| channel.title));
        entries.append(&mut outcome.entries);
        report.get_or_insert(outcome.report);
    }
    let blog = Blog::from_entries(&entries, &given);
    serde_json::to_string_pretty(&inspect(&report.unwrap_or_default(), &blog))
        .map_err(|error| error.to_string())
}
