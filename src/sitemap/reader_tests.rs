use super::*;

const SMALL: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url>
    <loc>https://example.com/a?x=1&amp;y=2</loc>
    <lastmod>2025-12-10</lastmod>
    <changefreq>daily</changefreq>
    <priority>0.5</priority>
    <image:image><image:loc>https://example.com/é.png</image:loc><image:title><![CDATA[A < B]]></image:title>
      <image:caption>Fig 1. a -&gt; b &nbsp;&copy; &amp; more</image:caption></image:image>
  </url>
  <url><loc>/b</loc></url>
  <url><lastmod>2025</lastmod></url>
</urlset>"#;

#[test]
fn a_sitemap_is_read_whole() {
    let outcome = read("https://example.com/sitemap.xml", SMALL.as_bytes());
    assert_eq!(outcome.report.format, Format::Urlset);
    assert_eq!(outcome.entries.len(), 2);
    assert_eq!(outcome.entries[0].loc, "https://example.com/a?x=1&y=2");
    assert_eq!(outcome.entries[0].changefreq, Some("daily"));
    assert_eq!(outcome.entries[1].loc, "https://example.com/b");
    let image = &outcome.entries[0].images[0];
    assert_eq!(image.title.as_deref(), Some("A < B"));
    assert_eq!(
        image.caption.as_deref(),
        Some("Fig 1. a -> b \u{a0}© & more")
    );
    assert!(!outcome.report.truncated);
    let problem = &outcome.report.problems[0];
    assert_eq!(
        (problem.line, problem.what.as_str()),
        (
            9,
            "The entity “nbsp” belongs to HTML, not to XML; it was read all the same"
        )
    );
    let problem = &outcome.report.problems[1];
    assert_eq!(
        (problem.line, problem.column, problem.what.as_str()),
        (12, 31, "An entry without an address was left out")
    );
}

#[test]
fn no_chunk_boundary_changes_the_result() {
    let whole = read("https://example.com/", SMALL.as_bytes());
    for size in [1, 2, 3, 7, 64] {
        let mut reader = Reader::new("https://example.com/", Limits::default());
        let mut entries = Vec::new();
        for chunk in SMALL.as_bytes().chunks(size) {
            reader.feed(chunk);
            entries.extend(reader.take());
        }
        let mut outcome = reader.finish();
        entries.append(&mut outcome.entries);
        outcome.entries = entries;
        assert_eq!(outcome, whole, "in chunks of {size}");
    }
}

#[test]
fn every_beginning_of_a_file_gives_what_is_there() {
    let whole = read("https://example.com/", SMALL.as_bytes());
    for end in 0..SMALL.len() {
        let outcome = read("https://example.com/", &SMALL.as_bytes()[..end]);
        // The last may lack what had not come yet, but not its address.
        let locs = |outcome: &Outcome| -> Vec<String> {
            outcome
                .entries
                .iter()
                .map(|entry| entry.loc.clone())
                .collect()
        };
        assert!(locs(&whole).starts_with(&locs(&outcome)), "{end}");
        if let Some((_, before)) = outcome.entries.split_last() {
            assert!(outcome.report.truncated, "{end}");
            assert!(whole.entries.starts_with(before), "{end}");
        }
    }
}

#[test]
fn an_index_names_its_children() {
    let index = b"<sitemapindex><sitemap><loc>https://example.com/1.xml</loc><lastmod>2025-01-02</lastmod></sitemap></sitemapindex>";
    let outcome = read("", index);
    assert_eq!(outcome.report.format, Format::Index);
    assert_eq!(outcome.children.len(), 1);
    assert_eq!(outcome.children[0].loc, "https://example.com/1.xml");
}

#[test]
fn a_feed_gives_titles_and_dates() {
    let rss = b"<rss><channel><title>My blog</title><item><title>One</title><link>https://example.com/1</link>\
        <pubDate>Wed, 10 Dec 2025 08:00:00 GMT</pubDate><category>Rust</category></item></channel></rss>";
    let outcome = read("", rss);
    let item = outcome.entries[0].item.as_deref().expect("an item");
    assert_eq!(item.title.as_deref(), Some("One"));
    assert_eq!(
        item.published
            .map(|stamp| stamp.date.to_string())
            .as_deref(),
        Some("2025-12-10")
    );
    assert_eq!(
        outcome.channel.and_then(|channel| channel.title).as_deref(),
        Some("My blog")
    );
}

#[test]
fn what_is_no_sitemap_is_told_apart() {
    for (bytes, format) in [
        ("", Format::Empty),
        (" \n", Format::Empty),
        ("<!DOCTYPE html><html><body>404</body></html>", Format::Html),
        ("<html></html>", Format::Html),
        (
            "<?xml version=\"1.0\"?><html><p>404</p></html>",
            Format::Html,
        ),
        ("<svg></svg>", Format::Unknown),
        ("Not found", Format::Unknown),
        ("{\"a\":1}", Format::Unknown),
        ("https://example.com/1\nhttps://example.com/2", Format::Text),
    ] {
        assert_eq!(read("", bytes.as_bytes()).report.format, format, "{bytes}");
    }
}

#[test]
fn broken_markup_costs_no_more_than_itself() {
    let outcome = read("", b"<urlset><url><loc>https://example.com/1 & 2</loc></url><url><loc>https://example.com/2</loc></url><url><loc>https://exa");
    assert_eq!(outcome.entries.len(), 2);
    assert!(outcome.report.truncated);
}

#[test]
fn entities_that_a_document_defines_are_refused() {
    let bomb = b"<!DOCTYPE urlset [<!ENTITY a \"x\">]><urlset><url><loc>https://example.com/&a;</loc></url></urlset>";
    let outcome = read("", bomb);
    assert!(
        outcome
            .report
            .problems
            .iter()
            .any(|problem| problem.what.contains("entity definitions are refused"))
    );
    assert_eq!(outcome.entries[0].loc, "https://example.com/");
}

#[test]
fn a_byte_order_mark_within_a_file_changes_nothing() {
    let xml =
        "\u{feff}<urlset>\u{feff}<url><loc>https://e.org/a\u{feff}b</loc></url>\u{feff}</urlset>";
    for size in [1, 2, 7, xml.len()] {
        let mut reader = Reader::new("", Limits::default());
        xml.as_bytes()
            .chunks(size)
            .for_each(|chunk| reader.feed(chunk));
        let outcome = reader.finish();
        assert_eq!(outcome.entries[0].loc, "https://e.org/ab");
        assert!(outcome.report.problems.is_empty());
    }
}

#[test]
fn problems_are_in_the_files_order_however_it_arrives() {
    let xml = b"<urlset>\xef\xbb\xbf\xe9\n& <loc>\n<url><loc>https://e.org/\xe9</loc></url></stray></urlset>";
    let outcomes = [1, 5, xml.len()].map(|size| {
        let mut reader = Reader::new("", Limits::default());
        xml.chunks(size).for_each(|chunk| reader.feed(chunk));
        reader.finish()
    });
    let lines: Vec<u32> = outcomes[0]
        .report
        .problems
        .iter()
        .map(|one| one.line)
        .collect();
    assert!(
        lines.len() > 1 && lines.is_sorted(),
        "{:?}",
        outcomes[0].report
    );
    assert!(outcomes.iter().all(|outcome| *outcome == outcomes[0]));
}

#[test]
fn more_bytes_than_are_read_are_left_out_at_the_same_place_however_they_arrive() {
    let xml = format!(
        "<urlset>{}",
        "<url><loc>https://e.org/</loc></url>".repeat(50)
    );
    let limits = Limits {
        bytes: 500,
        ..Limits::default()
    };
    let outcomes = [1, 499, 500, 501, xml.len()].map(|size| {
        let mut reader = Reader::new("", limits);
        xml.as_bytes()
            .chunks(size)
            .for_each(|chunk| reader.feed(chunk));
        assert!(reader.is_full());
        reader.finish()
    });
    assert_eq!(outcomes[0].report.problems[0].column, 501);
    assert_eq!(
        (outcomes[0].report.bytes, outcomes[0].entries.len()),
        (500, 13)
    );
    assert!(outcomes.iter().all(|outcome| *outcome == outcomes[0]));
}
