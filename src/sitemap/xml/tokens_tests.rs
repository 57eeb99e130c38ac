use super::*;
use crate::sitemap::entry::Entry;
use crate::sitemap::gathered::Gathered;
use crate::sitemap::limits::Limits;
use crate::sitemap::report::Problem;

/// What a document gives, fed in pieces of so many characters.
fn read_with(xml: &str, size: usize, limits: Limits) -> (Vec<Entry>, Vec<Problem>, bool) {
    let mut tokens = Tokens::new(Place::START);
    let mut document = Document::new(Gathered::new("https://example.com/", limits));
    let characters: Vec<char> = xml.chars().collect();
    for piece in characters.chunks(size.max(1)) {
        let piece: String = piece.iter().collect();
        tokens.feed(&piece, false, &mut document);
    }
    tokens.feed("", true, &mut document);
    document.finish(Spot::new("", tokens.end(), 0));
    let gathered = document.gathered;
    (
        gathered.entries,
        gathered.notes.into_problems(),
        gathered.truncated,
    )
}

/// The title of the one picture of a sitemap that has this markup in its title, and what was noted; whatever the pieces.
#[track_caller]
fn title(markup: &str) -> (Option<String>, Vec<String>) {
    let xml = format!(
        "<urlset><url><loc>/a</loc><image:image xmlns:image='sitemap-image'><image:loc>/b</image:loc>\
         <image:title>{markup}</image:title></image:image></url><url><loc>/c</loc></url></urlset>"
    );
    let whole = read_with(&xml, xml.len(), Limits::default());
    for size in [1, 2, 3, 7] {
        assert_eq!(
            read_with(&xml, size, Limits::default()),
            whole,
            "in pieces of {size}"
        );
    }
    let (entries, problems, truncated) = whole;
    assert!(!truncated);
    assert_eq!(entries.len(), 2, "{entries:?}");
    let what = problems.into_iter().map(|problem| problem.what).collect();
    (entries[0].images[0].title.clone(), what)
}

#[track_caller]
fn assert_title(markup: &str, expected: &str, noted: &[&str]) {
    let (title, problems) = title(markup);
    assert_eq!(title.as_deref(), Some(expected));
    assert_eq!(problems.len(), noted.len(), "{problems:?}");
    for (problem, noted) in problems.iter().zip(noted) {
        assert!(problem.contains(noted), "{problem}");
    }
}

#[test]
fn text_is_read_however_it_is_written() {
    assert_title("a &lt; b &amp;amp; c", "a < b &amp; c", &[]);
    assert_title("<![CDATA[a < b ]] > c]]> d", "a < b ]] > c d", &[]);
    assert_title("<!-- <x> & > -->a<?b > ?>c", "ac", &[]);
    assert_title("&#8217;&#x2019;&#146;", "’’’", &[]);
    assert_title("<b class='x>y'>a</b> c", "a c", &[]);
}

#[test]
fn ampersands_are_read_as_a_person_would() {
    assert_title(
        "AT&T & Co &copy; &; &nosuch; &amp",
        "AT&T & Co © &; &nosuch; &amp",
        &["not written as &amp;", "belongs to HTML", "not known"],
    );
    assert_title(
        "Q&A: a long explanation; and more",
        "Q&A: a long explanation; and more",
        &["not written as &amp;"],
    );
    let long = "x".repeat(100);
    assert_title(
        &format!("a &{long}; b"),
        &format!("a &{long}; b"),
        &["not written as &amp;"],
    );
}

#[test]
fn a_lone_less_than_is_text() {
    assert_title("1 < 2", "1 < 2", &["begins no element"]);
    assert_title("always<", "always<", &["begins no element"]);
    assert_title("<3 it's <", "<3 it's <", &["begins no element"]);
    assert_title("a <!oops> b", "a <!oops> b", &["begins no element"]);
}

#[test]
fn an_end_tag_that_is_not_closed_ends_at_the_next() {
    let xml =
        "<urlset><url><loc>/a</loc<lastmod>2025</lastmod></url><url><loc>/b</loc</url</urlset>";
    for size in [1, 2, 5, xml.len()] {
        let (entries, _, truncated) = read_with(xml, size, Limits::default());
        assert_eq!(entries.len(), 2, "in pieces of {size}: {entries:?}");
        assert!(entries[0].lastmod.is_some() && !truncated);
    }
}

#[test]
fn what_is_too_long_is_left_out_and_nothing_else() {
    let limits = Limits {
        token_bytes: 1_000,
        ..Limits::default()
    };
    let long = "<p> x > y ]] -- ?".repeat(200);
    for (open, close) in [
        ("<![CDATA[", "]]>"),
        ("<!--", "-->"),
        ("<?php ", "?>"),
        ("<b c='", "'>"),
    ] {
        // A tag cannot hold a `<`.
        let long = long.replace("<p>", if open.starts_with("<b") { "" } else { "<p>" });
        let xml = format!(
            "<urlset><url><loc>/a</loc></url>{open}{long}{close}<url><loc>/b</loc></url></urlset>"
        );
        let whole = read_with(&xml, xml.len(), limits);
        assert_eq!(whole.0.len(), 2, "{open}: {whole:?}");
        for size in [1, 100] {
            assert_eq!(read_with(&xml, size, limits), whole, "{open}");
        }
    }
}

#[test]
fn a_quotation_that_is_not_closed_ends_its_tag_at_the_next_one_however_it_arrives() {
    let limits = Limits {
        token_bytes: 500,
        ..Limits::default()
    };
    let pages = "<url><loc>/a</loc></url>".repeat(50);
    for before in [0, 450, 495, 500, 505, 1_000] {
        let xml = format!(
            "<urlset><b c=\"{}{pages}<d e=\"\"/></urlset>",
            "x".repeat(before)
        );
        let whole = read_with(&xml, xml.len(), limits);
        assert_eq!(whole.0.len(), 50, "{before}");
        for size in [1, 7, 100, 600] {
            assert_eq!(read_with(&xml, size, limits), whole, "{before}");
        }
    }
}

#[test]
fn a_second_document_type_is_text_however_it_arrives() {
    let xml = "<<rss><!DOCTYPE t> <!DOCTYPE t><channel/></rss>";
    let whole = read_with(xml, xml.len(), Limits::default());
    for size in 1..9 {
        assert_eq!(read_with(xml, size, Limits::default()), whole, "{size}");
    }
}

#[test]
fn the_file_may_end_anywhere() {
    for (xml, urls) in [
        ("<urlset><url><loc>/a</loc></url><!-- ", 1),
        ("<urlset><url><loc>/a</loc></url><url><loc>/b</", 2),
        ("<urlset><url><loc>/a</loc></url><url><loc>/b</l", 2),
        ("<urlset><url><loc>/a</loc></url><url><loc>/b", 1),
        (
            "<urlset><url><loc><![CDATA[/a]]></loc></url><url><loc><![CDATA[/b]]",
            1,
        ),
        ("<urlset><url><loc>/a</loc></url><!DOCTYPE x [ <!ENTITY ", 1),
        ("<urlset><url><loc>/a</loc></url><url x='", 1),
        ("<urlset><url><loc>/a</loc></url><", 1),
    ] {
        for size in [1, xml.len()] {
            let (entries, _, truncated) = read_with(xml, size, Limits::default());
            assert_eq!(entries.len(), urls, "{xml}");
            assert!(truncated, "{xml}");
        }
    }
}

/// Each would take minutes if what waits was looked through again and again.
#[test]
fn hostile_files_cost_no_more_than_their_length() {
    const MANY: usize = 30_000;
    for (start, again, size) in [
        ("", "<'", 1_000),
        ("", "<a b=\"", 1_000),
        ("", "<!DOCTYPE a [", 1_000),
        ("", "<!-a", 1_000),
        ("", "<![a", 1_000),
        ("<'a>", "<!-a", 1_000),
        ("<'a>", "<!DOCTYPE a [", 1_000),
        ("", "&a", 1_000),
        ("", "</a", 1_000),
        ("<![CDATA[", ">", 1),
        ("<a b='", ">", 1),
        ("<a b='", ";", 1),
        ("", "<a>", 1_000),
        ("", "<a xmlns:b='c'>", 1_000),
        ("<url><loc>", "<loc>", 1_000),
        ("<url>", "<url>", 1_000),
    ] {
        let xml = format!("<urlset>{start}{}", again.repeat(MANY));
        let begin = std::time::Instant::now();
        read_with(&xml, size, Limits::default());
        let took = begin.elapsed();
        assert!(took.as_secs() < 5, "{start}{again}: {took:?}");
    }
}
