//! What must hold of any input, for every target.

use crate::sitemap::{Limits, Outcome, Reader};

/// Small enough that inputs of a few kilobytes meet them.
pub fn limits() -> Limits {
    Limits {
        bytes: 1 << 20,
        nesting: 16,
        attributes: 8,
        text_chars: 200,
        content_bytes: 2_000,
        token_bytes: 4_000,
        entries: 500,
        images_per_entry: 20,
        videos_per_entry: 5,
        alternates_per_entry: 5,
        words_per_entry: 5,
        ..Limits::default()
    }
}

/// Reads `bytes` cut into pieces, whose lengths come from `seed`.
fn read(bytes: &[u8], seed: u64) -> Outcome {
    let mut reader = Reader::new("https://example.com/sitemap.xml", limits());
    let (mut rest, mut entries, mut state) = (bytes, Vec::new(), seed | 1);
    while !rest.is_empty() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let length = if seed == 0 {
            rest.len()
        } else {
            1 + (state >> 40) as usize % 40
        };
        let (piece, after) = rest.split_at(length.min(rest.len()));
        reader.feed(piece);
        entries.extend(reader.take());
        rest = after;
    }
    let mut outcome = reader.finish();
    entries.append(&mut outcome.entries);
    outcome.entries = entries;
    outcome
}

/// However the input arrives, it is read alike, within the limits, and only addresses of the web come out.
pub fn check(bytes: &[u8]) {
    let outcome = read(bytes, 0);
    let seed = bytes.iter().fold(7_u64, |seed, byte| {
        seed.wrapping_mul(31).wrapping_add((*byte).into())
    });
    assert_eq!(read(bytes, seed | 2), outcome);
    let limits = limits();
    let report = &outcome.report;
    assert_eq!(report.urls, outcome.entries.len() + outcome.children.len());
    assert!(report.urls <= limits.entries && report.problems.len() < 60);
    let is_web = |loc: &str| loc.starts_with("http://") || loc.starts_with("https://");
    for child in &outcome.children {
        assert!(is_web(&child.loc));
    }
    for entry in &outcome.entries {
        assert!(is_web(&entry.loc));
        assert!(entry.images.len() <= limits.images_per_entry);
        for image in &entry.images {
            assert!(is_web(&image.loc));
            for text in [&image.title, &image.caption].into_iter().flatten() {
                assert!(!text.is_empty() && text.chars().count() <= limits.text_chars);
            }
        }
        assert!(
            entry
                .alternates
                .iter()
                .all(|alternate| is_web(&alternate.href))
        );
        assert!(entry.videos.len() <= limits.videos_per_entry);
    }
}
