//! What is made of whole, real sitemaps.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed; one that is skipped says so"
)]

use std::collections::BTreeMap;

use blog_explorer::blog::{Blog, Given, Kind};
use blog_explorer::sitemap::{Outcome, read};

/// The sitemap, or nothing where the corpus is not beside this repository.
fn real() -> Option<(Outcome, Blog)> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/corpus/jack-vanlightly.sitemap.xml"
    );
    let Ok(bytes) = std::fs::read(path) else {
        println!("skipped: {path} is not there");
        return None;
    };
    let outcome = read("", &bytes);
    let blog = Blog::from_entries(&outcome.entries, &Given::default());
    Some((outcome, blog))
}

#[test]
fn the_real_sitemap_is_understood_as_people_understand_it() {
    let Some((outcome, blog)) = real() else {
        return;
    };
    assert_eq!(outcome.report.urls, 303);
    assert!(outcome.report.problems.is_empty());
    assert_eq!(blog.posts.len(), 219);
    let sections: Vec<_> = blog
        .sections
        .iter()
        .map(|section| (section.slug.as_str(), section.posts))
        .collect();
    assert_eq!(
        sections,
        [("blog", 153), ("analyses", 41), ("sketches", 25)]
    );
    assert_eq!(
        outcome
            .entries
            .iter()
            .map(|entry| entry.images.len())
            .sum::<usize>(),
        933
    );
    assert_eq!(blog.pictures.len(), 922);
    for post in &blog.posts {
        let page = blog.page(*post);
        assert_eq!(page.kind, Kind::Post);
        assert!(
            !page.title.starts_with("Blog - ") && !page.title.contains("Make it stand out"),
            "{}",
            page.title
        );
        for caption in page
            .images
            .iter()
            .filter_map(|image| image.caption.as_deref())
        {
            assert!(
                !caption.contains("the way you tell your story online"),
                "{caption}"
            );
        }
    }
}

#[test]
fn the_real_series_are_found_in_reading_order() {
    let Some((_, blog)) = real() else { return };
    let series = blog
        .series
        .iter()
        .find(|series| series.name == "RabbitMQ vs Kafka")
        .expect("the series");
    let labels: Vec<_> = series
        .parts
        .iter()
        .map(|part| part.label.as_str())
        .collect();
    assert_eq!(
        labels,
        [
            "Introduction",
            "Part 1",
            "Part 2",
            "Part 3",
            "Part 4",
            "Part 5",
            "Part 6"
        ]
    );
    insta::assert_json_snapshot!(
        blog.series
            .iter()
            .map(|series| (
                &series.name,
                series
                    .parts
                    .iter()
                    .map(|part| &blog.page(part.page).key)
                    .collect::<Vec<_>>()
            ))
            .collect::<Vec<_>>()
    );
}

/// What a reader of a blog would check first, in a few lines.
fn summary(blog: &Blog) -> String {
    let mut out = format!(
        "{} | {} | {}\n",
        blog.site.title, blog.site.host, blog.site.home
    );
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for page in &blog.pages {
        *kinds
            .entry(format!("{:?}", page.kind).to_lowercase())
            .or_default() += 1;
    }
    let list = |items: Vec<String>| items.join(", ");
    let counted = kinds.iter().map(|(kind, count)| format!("{kind} {count}"));
    out += &format!("pages: {}\n", list(counted.collect()));
    let sections = blog
        .sections
        .iter()
        .map(|section| format!("{} {}", section.name, section.posts));
    out += &format!("sections: {}\n", list(sections.collect()));
    let topics = blog
        .topics
        .iter()
        .take(8)
        .map(|topic| format!("{} {}", topic.name, topic.posts));
    out += &format!("topics: {}\n", list(topics.collect()));
    out += &format!("revisions told: {}\n", blog.modified_is_news);
    for series in &blog.series {
        let labels = series.parts.iter().map(|part| match part.label.as_str() {
            "" => "·".to_owned(),
            label => label.to_owned(),
        });
        let column = if series.recurring { " (a column)" } else { "" };
        out += &format!(
            "series: {}{column}: {}\n",
            series.name,
            list(labels.collect())
        );
    }
    for id in blog.posts.iter().take(25) {
        let page = blog.page(*id);
        let date = page.published.map_or("undated".to_owned(), |published| {
            format!(
                "{} {:?} {:?}",
                published.date, published.precision, published.from
            )
            .to_lowercase()
        });
        let part = page
            .part
            .as_ref()
            .map_or(String::new(), |part| format!(" [{part}]"));
        out += &format!("- {}{part} | {date}\n", page.title);
    }
    out
}

#[test]
fn every_file_of_the_corpus_is_understood_as_it_was() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/real");
    let Ok(files) = std::fs::read_dir(folder) else {
        println!("skipped: {folder} is not there");
        return;
    };
    let mut files: Vec<_> = files.flatten().map(|file| file.path()).collect();
    files.sort();
    for file in files {
        let bytes = std::fs::read(&file).expect("a file");
        let outcome = read("https://example.com/", &bytes);
        let given = Given {
            source: file
                .file_name()
                .map(|name| name.to_string_lossy().into_owned()),
            channel: outcome.channel.and_then(|channel| channel.title),
            ..Given::default()
        };
        let blog = Blog::from_entries(&outcome.entries, &given);
        // Encodings other than UTF-8 are for who fetched the bytes to undo; their snapshots would say nothing.
        if blog.pages.is_empty() || std::str::from_utf8(&bytes).is_err() {
            continue;
        }
        let name = file
            .file_name()
            .map_or(String::new(), |name| name.to_string_lossy().into_owned());
        insta::assert_snapshot!(name, summary(&blog));
    }
}
