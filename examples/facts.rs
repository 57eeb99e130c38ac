//! Reduces a sitemap to facts, for the demo: addresses, dates, pictures and titles; no captions.
//!
//! `cargo run --example facts -- FILE > assets/demo/sitemap.xml`

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::process::ExitCode;

use blog_explorer::sitemap::{Entry, Precision, Stamp, read};
use quick_xml::escape::escape;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: facts FILE");
        return ExitCode::FAILURE;
    };
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };
    println!(r#"<?xml version="1.0" encoding="UTF-8"?>"#);
    println!(
        r#"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">"#
    );
    for entry in read("", &bytes).entries {
        print_entry(&entry);
    }
    println!("</urlset>");
    ExitCode::SUCCESS
}

fn print_entry(entry: &Entry) {
    print!("<url><loc>{}</loc>", escape(&entry.loc));
    if let Some(lastmod) = entry.lastmod {
        print!("<lastmod>{}</lastmod>", w3c(lastmod));
    }
    for image in &entry.images {
        print!("<image:image><image:loc>{}</image:loc>", escape(&image.loc));
        if let Some(title) = &image.title {
            print!("<image:title>{}</image:title>", escape(title));
        }
        print!("</image:image>");
    }
    println!("</url>");
}

fn w3c(stamp: Stamp) -> String {
    let day = stamp.date.to_string();
    let length = match stamp.precision {
        Precision::Year => 4,
        Precision::Month => 7,
        Precision::Day => 10,
    };
    day.chars().take(length).collect()
}
