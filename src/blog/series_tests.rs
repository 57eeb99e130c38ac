use crate::blog::{Blog, Given};
use crate::sitemap::Entry;

fn blog(paths: &[&str]) -> Blog {
    let entry = |path: &&str| Entry {
        loc: format!("https://example.com/{path}"),
        ..Entry::default()
    };
    Blog::from_entries(
        &paths.iter().map(entry).collect::<Vec<_>>(),
        &Given::default(),
    )
}

#[track_caller]
fn assert_series(paths: &[&str], expected: &[(&str, &[&str])]) {
    let blog = blog(paths);
    let found: Vec<(&str, Vec<&str>)> = blog
        .series
        .iter()
        .map(|series| {
            (
                series.name.as_str(),
                series
                    .parts
                    .iter()
                    .map(|part| part.label.as_str())
                    .collect(),
            )
        })
        .collect();
    let expected: Vec<(&str, Vec<&str>)> = expected
        .iter()
        .map(|(name, labels)| (*name, labels.to_vec()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn numbered_posts_are_one_series_in_reading_order() {
    assert_series(
        &[
            "2024/01/03/garden-notes-part-2-roots",
            "2024/01/05/garden-notes-part-10-rain",
            "2024/01/01/garden-notes-part-1",
            "2023/05/17/a-bench",
        ],
        &[("Garden Notes", &["Part 1", "Part 2", "Part 10"])],
    );
}

#[test]
fn an_introduction_comes_first_and_missing_parts_are_named() {
    let paths = [
        "2024/01/01/garden-notes-introduction",
        "2024/01/02/garden-notes-part-1",
        "2024/01/03/garden-notes-part-3",
    ];
    assert_series(
        &paths,
        &[("Garden Notes", &["Introduction", "Part 1", "Part 3"])],
    );
    assert_eq!(blog(&paths).series[0].missing, ["Part 2"]);
}

#[test]
fn posts_that_merely_share_words_are_no_series() {
    assert_series(
        &[
            "2024/01/01/my-garden-in-spring",
            "2024/01/02/my-garden-in-summer",
            "2024/02/01/windows-11-part-1",
        ],
        &[],
    );
}
