//! What is made of whole, real sitemaps.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed; one that is skipped says so"
)]

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

#[test]
fn every_file_of_the_corpus_is_read_without_losing_the_way() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/real");
    let Ok(files) = std::fs::read_dir(folder) else {
        println!("skipped: {folder} is not there");
        return;
    };
    for file in files.flatten() {
        let bytes = std::fs::read(file.path()).expect("a file");
        let outcome = read("https://example.com/", &bytes);
        let blog = Blog::from_entries(&outcome.entries, &Given::default());
        assert!(blog.posts.len() <= blog.pages.len(), "{:?}", file.path());
    }
}
