use crate::sitemap::{Format, Limits, Outcome, Reader, read};

fn problems(outcome: &Outcome) -> Vec<&str> {
    let problems = outcome.report.problems.iter();
    problems.map(|problem| problem.what.as_str()).collect()
}

const FEED: &str = r#"{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Notes &amp; Queries", "home_page_url": "/", "next_url": "/feed.json?page=2", "language": "en",
  "items": [
    {"id": "1", "url": "/one", "title": "One \"quoted\" } ]", "date_published": "2025-03-04T05:06:07Z",
     "date_modified": "2025-04-01", "tags": ["rust", "wasm"], "authors": [{"name": "Ada"}],
     "image": "/a.png", "content_html": "<p>x</p><img src=\"/b.jpg\" alt=\"B\"><img src='data:image/png,x'>",
     "attachments": [{"url": "/c.webp", "mime_type": "image/webp", "title": "C"}, {"url": "/d.mp3", "mime_type": "audio/mpeg"}]},
    {"id": "https://example.com/two", "external_url": "https://elsewhere.example/", "author": {"name": "Bob"}},
    {"id": "3", "title": "Nowhere"},
    {"id": "4", "url": "/four", "title": }
  ]
}"#;

#[test]
fn a_json_feed_says_of_its_items_what_other_feeds_say() {
    let outcome = read("https://example.com/feed.json", FEED.as_bytes());
    assert_eq!(outcome.report.format, Format::Json);
    let channel = outcome.channel.as_ref().expect("a feed has one");
    assert_eq!(channel.title.as_deref(), Some("Notes & Queries"));
    assert_eq!(
        channel.next.as_deref(),
        Some("https://example.com/feed.json?page=2")
    );
    let [one, two] = outcome.entries.as_slice() else {
        panic!("two items can be opened: {:?}", outcome.entries);
    };
    assert_eq!(one.loc, "https://example.com/one");
    assert_eq!(
        one.lastmod.map(|stamp| stamp.date.to_string()).as_deref(),
        Some("2025-04-01")
    );
    let item = one.item.as_ref().expect("a feed's");
    assert_eq!(item.title.as_deref(), Some("One \"quoted\" } ]"));
    assert_eq!(
        item.published.and_then(|stamp| stamp.seconds),
        Some(1_741_064_767)
    );
    assert_eq!(item.categories, ["rust", "wasm"]);
    assert_eq!(item.authors, ["Ada"]);
    let pictures: Vec<&str> = one.images.iter().map(|image| image.loc.as_str()).collect();
    assert_eq!(
        pictures,
        [
            "https://example.com/a.png",
            "https://example.com/c.webp",
            "https://example.com/b.jpg"
        ]
    );
    assert_eq!(one.images[1].title.as_deref(), Some("C"));
    assert_eq!(one.images[2].caption.as_deref(), Some("B"));
    // An identifier that is an address is the item's own; what it is about comes after.
    assert_eq!(two.loc, "https://example.com/two");
    assert_eq!(two.item.as_ref().expect("a feed's").authors, ["Bob"]);
}

#[test]
fn items_without_an_address_or_that_are_broken_cost_only_themselves() {
    let outcome = read("https://example.com/feed.json", FEED.as_bytes());
    assert_eq!(
        problems(&outcome),
        [
            "An entry without an address was left out",
            "An item that is not JSON was left out"
        ]
    );
}

#[test]
fn a_feed_that_is_cut_off_gives_its_whole_items() {
    let cut = FEED.find("\"id\": \"3\"").expect("the third item");
    let outcome = read("https://example.com/feed.json", &FEED.as_bytes()[..cut]);
    assert_eq!((outcome.entries.len(), outcome.report.truncated), (2, true));
    assert_eq!(
        outcome.channel.and_then(|channel| channel.title).as_deref(),
        Some("Notes & Queries")
    );
}

#[test]
fn what_is_known_of_the_feed_may_stand_after_its_items() {
    let feed = r#"{"items":[{"url":"https://e.org/1"}],"title":"After","version":"https://jsonfeed.org/version/1"}"#;
    let outcome = read("", feed.as_bytes());
    assert_eq!(outcome.entries.len(), 1);
    assert_eq!(
        outcome.channel.and_then(|channel| channel.title).as_deref(),
        Some("After")
    );
}

#[test]
fn an_item_of_absurd_length_is_left_out_and_the_next_is_read() {
    let long = "x".repeat(5_000);
    let feed = format!(
        r#"{{"version":"https://jsonfeed.org/version/1","items":[{{"url":"https://e.org/1","content_html":"{long}"}},{{"url":"https://e.org/2"}}]}}"#
    );
    let limits = Limits {
        token_bytes: 1_000,
        ..Limits::default()
    };
    let mut reader = Reader::new("", limits);
    reader.feed(feed.as_bytes());
    let outcome = reader.finish();
    assert_eq!(outcome.entries.len(), 1);
    assert_eq!(outcome.entries[0].loc, "https://e.org/2");
    assert_eq!(
        problems(&outcome),
        ["An item of absurd length was left out"]
    );
}

#[test]
fn depth_without_end_is_no_harm() {
    let deep = format!(r#"{{"items":[{{"url":{}"#, "[".repeat(1 << 20));
    let outcome = read("", deep.as_bytes());
    assert!(outcome.entries.is_empty());
}
