//! What must hold for any input at all.

use blog_explorer::blog::{Blog, Given, Related};
use blog_explorer::sitemap::{Entry, Image, Item, Limits, Reader, read};
use proptest::prelude::*;

/// Pieces that sitemaps are made of, whole and broken.
fn markup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<urlset>",
        "</urlset>",
        "<url>",
        "</url>",
        "<loc>",
        "</loc>",
        "https://example.com/2024/01/02/a-part-1",
        "/relative",
        "<image:image>",
        "</image:image>",
        "<image:loc>",
        "</image:loc>",
        "<image:caption>",
        "</image:caption>",
        "<![CDATA[",
        "]]>",
        "&amp;",
        "&",
        "<",
        ">",
        "é",
        "<lastmod>2024-13-01</lastmod>",
        "<!--",
        "-->",
        "<?xml version=\"1.0\"?>",
        "\n",
        "\u{feff}",
        "part 2",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_chunk_boundary_changes_the_result(text in markup(), size in 1_usize..40) {
        let whole = read("https://example.com/", text.as_bytes());
        let mut reader = Reader::new("https://example.com/", Limits::default());
        let mut entries = Vec::new();
        for chunk in text.as_bytes().chunks(size) {
            reader.feed(chunk);
            entries.extend(reader.take());
        }
        let mut outcome = reader.finish();
        entries.append(&mut outcome.entries);
        prop_assert_eq!(entries, whole.entries);
        prop_assert_eq!(outcome.report.format, whole.report.format);
    }

    #[test]
    fn a_blog_is_made_of_any_addresses(paths in prop::collection::vec("[a-z0-9/%.-]{0,30}", 0..40)) {
        let entries: Vec<Entry> =
            paths.iter().map(|path| Entry { loc: format!("https://example.com/{path}"), ..Entry::default() }).collect();
        let blog = Blog::from_entries(&entries, &Given::default());
        let again = Blog::from_entries(&entries, &Given::default());
        prop_assert_eq!(&blog, &again);
        let mut parts: Vec<_> = blog.series.iter().flat_map(|series| series.parts.iter().map(|part| part.page)).collect();
        let count = parts.len();
        parts.sort_unstable();
        parts.dedup();
        prop_assert_eq!(parts.len(), count, "a post is in one series at most");
        prop_assert!(parts.iter().all(|part| blog.posts.contains(part)));
    }
}

/// Pieces that slugs are made of: words, numbers, words that count, garbage.
fn slug() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "garden",
        "notes",
        "on",
        "the",
        "kafka",
        "part",
        "chapter",
        "teil",
        "1",
        "2",
        "3",
        "10",
        "2023",
        "intro",
        "summary",
        "part1",
        "ii",
        "v",
        "copy",
        "redux",
        "jan",
        "of",
        "4",
        "day",
        "2b",
        "%E7%AC%AC%E4%B8%89%E5%9B%9E",
        "%E0%A4%AD",
        "%zz",
        "%",
        "é",
        "#",
        "episode",
        "00",
    ]);
    prop::collection::vec(piece, 1..7).prop_map(|pieces| pieces.join("-"))
}

/// Addresses as blogs have them, and addresses as nobody has them.
fn address() -> impl Strategy<Value = String> {
    let folder = prop::sample::select(vec![
        "",
        "blog/",
        "posts/",
        "tag/",
        "2023/01/",
        "2023/13/45/",
        "2022/12/12/22/",
        "series/x/",
        "de/",
        "@ada/",
        "lisp/",
        "p/",
        "page/",
        "%2F/",
        "//",
    ]);
    prop_oneof![
        8 => (folder, slug()).prop_map(|(folder, slug)| format!("https://example.com/{folder}{slug}")),
        1 => "\\PC{0,40}",
        1 => "https?://[^ ]{0,40}",
    ]
}

fn entry(address: String, title: Option<String>, caption: Option<String>) -> Entry {
    let image = |caption| Image {
        loc: "https://example.com/x-1024x768.png".to_owned(),
        title: title.clone(),
        caption: Some(caption),
        ..Image::default()
    };
    Entry {
        loc: address,
        images: caption.map(image).into_iter().collect(),
        item: title.clone().map(|title| {
            Box::new(Item {
                title: Some(title),
                ..Item::default()
            })
        }),
        ..Entry::default()
    }
}

/// What a series is, whatever the order of the file: its name and its parts.
fn series_of(blog: &Blog) -> Vec<(String, Vec<String>)> {
    let mut series: Vec<(String, Vec<String>)> = blog
        .series
        .iter()
        .map(|series| {
            let parts = series
                .parts
                .iter()
                .map(|part| blog.page(part.page).url.clone());
            (series.name.clone(), parts.collect())
        })
        .collect();
    series.sort();
    series
}

proptest! {
    #[test]
    fn nothing_that_pages_are_called_is_too_odd(
        pages in prop::collection::vec(
            (address(), prop::option::of("\\PC{0,30}"), prop::option::of("(Fig )?\\PC{0,20}")),
            0..25,
        ),
    ) {
        let entries: Vec<Entry> = pages
            .into_iter()
            .map(|(address, title, caption)| entry(address, title, caption))
            .collect();
        let blog = Blog::from_entries(&entries, &Given::default());
        prop_assert_eq!(&blog, &Blog::from_entries(&entries, &Given::default()));
        let related = Related::new(&blog);
        for post in &blog.posts {
            let found = related.of(&blog, *post, 5);
            prop_assert!(found.iter().all(|other| other.page != *post && !other.reasons.is_empty()));
            prop_assert!(found.is_sorted_by(|one, next| one.score >= next.score));
        }
    }

    #[test]
    fn series_are_in_order_and_share_no_post(addresses in prop::collection::vec(address(), 0..60)) {
        let entries: Vec<Entry> =
            addresses.into_iter().map(|address| entry(address, None, None)).collect();
        let blog = Blog::from_entries(&entries, &Given::default());
        let mut parts: Vec<_> =
            blog.series.iter().flat_map(|series| series.parts.iter().map(|part| part.page)).collect();
        let count = parts.len();
        parts.sort_unstable();
        parts.dedup();
        prop_assert_eq!(parts.len(), count, "a post is in one series at most");
        prop_assert!(parts.iter().all(|part| blog.posts.contains(part)));
        for series in &blog.series {
            prop_assert!(series.parts.len() > 1, "{:?}", series);
            prop_assert!(!series.name.trim().is_empty(), "{:?}", series);
            prop_assert!((0.0..=1.0).contains(&series.confidence));
            let numbers: Vec<u32> = series
                .parts
                .iter()
                .filter_map(|part| part.label.strip_prefix("Part ")?.parse().ok())
                .collect();
            prop_assert!(numbers.is_sorted(), "{:?}", series);
            prop_assert!(
                series.missing.iter().all(|label| series.parts.iter().all(|part| part.label != *label)),
                "{:?}", series
            );
        }
        for (id, page) in (0..).zip(&blog.pages) {
            let listed = blog.series.iter().position(|series| series.parts.iter().any(|part| part.page.0 == id));
            prop_assert_eq!(page.series.map(blog_explorer::blog::SeriesId::index), listed);
        }
    }

    #[test]
    fn the_order_of_a_file_does_not_matter_where_addresses_have_dates(
        slugs in prop::collection::vec(slug(), 1..30),
        seed in any::<u64>(),
    ) {
        let mut entries: Vec<Entry> = slugs
            .iter()
            .zip(0..)
            .map(|(slug, day): (_, i32)| {
                let address = format!("https://example.com/2023/{:02}/{:02}/{slug}", 1 + day / 28, 1 + day % 28);
                entry(address, None, None)
            })
            .collect();
        let blog = Blog::from_entries(&entries, &Given::default());
        let mut dice = seed;
        for last in (1..entries.len()).rev() {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            entries.swap(last, usize::try_from(dice >> 33).unwrap_or(0) % (last + 1));
        }
        let again = Blog::from_entries(&entries, &Given::default());
        prop_assert_eq!(series_of(&blog), series_of(&again));
        let facts = |blog: &Blog| {
            let mut facts: Vec<_> = blog.pages.iter().map(|page| (page.url.clone(), page.kind as u8, page.title.clone(), page.published)).collect();
            facts.sort_by(|one, other| one.0.cmp(&other.0));
            facts
        };
        prop_assert_eq!(facts(&blog), facts(&again));
    }
}
