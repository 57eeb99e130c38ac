//! Prints what is made of a sitemap or feed, as JSON: `cargo run --example inspect -- FILE…`
//!
//! Several files are read as one blog. A gzip file is recognised by its bytes.

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::io::Read;
use std::process::ExitCode;

use blog_explorer::blog::{Blog, Given, GivenFile, inspect::inspect};
use blog_explorer::sitemap::{Report, read};

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
        let mut bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
        if bytes.starts_with(&[0x1f, 0x8b]) {
            let mut whole = Vec::new();
            flate2::read::MultiGzDecoder::new(bytes.as_slice())
                .read_to_end(&mut whole)
                .map_err(|error| format!("{path}: {error}"))?;
            bytes = whole;
        }
        let mut outcome = read("", &bytes);
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
