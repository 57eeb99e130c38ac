//! What must hold for any input at all.

use blog_explorer::blog::{Blog, Given};
use blog_explorer::sitemap::{Entry, Limits, Reader, read};
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
