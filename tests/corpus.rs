//! Every file of the corpus: what is read of it, and that it does not matter how it arrives.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed; one that is skipped says so"
)]

#[path = "support/encodings.rs"]
mod encodings;

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use blog_explorer::sitemap::{Entry, Limits, Outcome, Reader};
use encodings::Encodings;
use serde_json::{Value, json};

/// Reads a file in pieces of the lengths that `lengths` gives, taking entries after each.
fn read(bytes: &[u8], mut lengths: impl FnMut() -> usize) -> Outcome {
    let limits = Limits::default();
    let mut reader = Reader::new("https://example.com/", limits).with_decoders(Rc::new(Encodings));
    let (mut rest, mut entries) = (bytes, Vec::new());
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(lengths().clamp(1, rest.len()));
        reader.feed(piece);
        entries.extend(reader.take());
        rest = after;
    }
    let mut outcome = reader.finish();
    entries.append(&mut outcome.entries);
    outcome.entries = entries;
    outcome
}

fn whole(bytes: &[u8]) -> Outcome {
    read(bytes, || bytes.len())
}

/// Numbers that look random and are the same each time (xorshift).
fn random(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap_or_default() % below.max(1)
    }
}

#[test]
fn it_does_not_matter_how_a_file_is_cut_into_chunks() {
    for (path, bytes) in files("") {
        let expected = whole(&bytes);
        // Large files are cut into fewer, larger pieces, or this would take minutes.
        let most = if bytes.len() > 200_000 { 4_096 } else { 64 };
        for seed in 1..4 {
            let mut random = random(seed);
            let outcome = read(&bytes, || random(most));
            assert_same(
                &outcome,
                &expected,
                &format!("{}, seed {seed}", path.display()),
            );
        }
        if bytes.len() < 20_000 {
            let outcome = read(&bytes, || 1);
            assert_same(
                &outcome,
                &expected,
                &format!("{}, byte by byte", path.display()),
            );
        }
    }
}

/// With what differs first, since whole outcomes are long.
#[track_caller]
fn assert_same(outcome: &Outcome, expected: &Outcome, of: &str) {
    assert_eq!(outcome.report, expected.report, "{of}");
    for (entry, expected) in outcome.entries.iter().zip(&expected.entries) {
        assert_eq!(entry, expected, "{of}");
    }
    assert!(outcome == expected, "{of}");
}

#[test]
fn a_file_that_is_cut_off_gives_what_is_there() {
    for (path, bytes) in files("real") {
        let expected = whole(&bytes);
        let locs = |outcome: &Outcome| -> Vec<String> {
            outcome
                .entries
                .iter()
                .map(|entry| entry.loc.clone())
                .collect()
        };
        let mut random = random(7);
        for _ in 0..20 {
            let cut = whole(&bytes[..random(bytes.len())]);
            let (cut, expected) = (locs(&cut), locs(&expected));
            // The last address may be of an identifier, where the link had not come yet.
            let sure = cut.len().saturating_sub(1);
            assert!(expected.starts_with(&cut[..sure]), "{}", path.display());
        }
    }
}

#[test]
fn damage_costs_no_more_than_itself() {
    for (path, bytes) in files("real") {
        let expected = whole(&bytes).report.urls;
        let mut random = random(11);
        for _ in 0..10 {
            let mut damaged = bytes.clone();
            let at = random(bytes.len());
            damaged[at] = [b'<', b'>', b'&', b'"', 0, 0xff][random(6)];
            // The beginning says what a file is, and JSON has to be JSON.
            let early = at < 400 || bytes.starts_with(b"{");
            let read = whole(&damaged).report.urls;
            assert!(
                early || read + 2 >= expected,
                "{}: byte {at}, {read} of {expected}: {}",
                path.display(),
                String::from_utf8_lossy(damaged.get(at - 60..at + 60).unwrap_or_default())
            );
        }
    }
}

#[test]
fn every_real_file_is_read_as_before() {
    for (path, bytes) in files("real") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        insta::assert_json_snapshot!(name.as_str(), summary(&whole(&bytes)));
    }
}

/// What there is to say of a file in a screenful.
fn summary(outcome: &Outcome) -> Value {
    let count = |of: fn(&Entry) -> usize| outcome.entries.iter().map(of).sum::<usize>();
    let channel = outcome.channel.as_ref();
    json!({
        "format": outcome.report.format,
        "urls": outcome.report.urls,
        "truncated": outcome.report.truncated,
        "images": count(|entry| entry.images.len()),
        "videos": count(|entry| entry.videos.len()),
        "alternates": count(|entry| entry.alternates.len()),
        "dated": count(|entry| usize::from(entry.lastmod.is_some())),
        "items_dated": count(|entry| entry.item.as_ref().map_or(0, |item| usize::from(item.published.is_some()))),
        "channel": channel.map(|channel| [&channel.title, &channel.home, &channel.next, &channel.language]),
        "children": outcome.children.iter().map(|child| &child.loc).collect::<Vec<_>>(),
        "first": outcome.entries.iter().take(2).map(entry).collect::<Vec<_>>(),
        "problems": outcome.report.problems.iter().map(|problem| {
            format!("{}:{} {} (+{})", problem.line, problem.column, problem.what, problem.more)
        }).collect::<Vec<_>>(),
    })
}

fn entry(entry: &Entry) -> Value {
    let images = entry.images.iter().take(2);
    let mut value = json!({
        "loc": entry.loc,
        "lastmod": entry.lastmod.map(|stamp| stamp.date.to_string()),
        "images": images.map(|image| [Some(&image.loc), image.title.as_ref(), image.caption.as_ref()]).collect::<Vec<_>>(),
    });
    if let Some(item) = &entry.item {
        value["item"] = json!({
            "title": item.title,
            "published": item.published.map(|stamp| stamp.date.to_string()),
            "authors": item.authors,
            "categories": item.categories,
        });
    }
    value
}

/// The files of a folder of the corpus, in order; none where the corpus is not beside this repository.
fn files(folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/corpus")
        .join(folder);
    if !root.is_dir() {
        println!("skipped: {} is not there", root.display());
        return Vec::new();
    }
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| (path.clone(), fs::read(path).expect("a file")))
        .collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            collect(&path, paths);
        } else if !["expected.json", "MANIFEST.tsv", "README.md"].contains(&name.as_str()) {
            paths.push(path);
        }
    }
}
