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

#[test]
fn a_part_alone_is_no_series_but_says_what_it_is() {
    let paths = ["2024/01/01/a-hash-tree-part-1", "2024/02/01/rain"];
    let blog = blog(&paths);
    assert!(blog.series.is_empty());
    assert_eq!(blog.pages[0].part.as_deref(), Some("Part 1"));
    assert_eq!(blog.pages[1].part, None);
}

#[test]
fn names_that_differ_a_little_are_one_series() {
    assert_series(
        &[
            "2024/07/30/understanding-the-iceberg-consistency-model-part1",
            "2024/08/05/the-iceberg-consistency-model-part-2",
            "2024/08/06/iceberg-consistency-model-part-3",
            "2024/07/03/understanding-the-hudi-consistency-model-part-1",
            "2024/07/04/understanding-the-hudi-consistency-model-part-2",
        ],
        &[
            ("Iceberg Consistency Model", &["Part 1", "Part 2", "Part 3"]),
            (
                "Understanding the Hudi Consistency Model",
                &["Part 1", "Part 2"],
            ),
        ],
    );
}

#[test]
fn the_name_may_stand_before_the_number_behind_titles_of_their_own() {
    assert_series(
        &[
            "2023/02/01/shovels-and-spades-garden-tools-part-1",
            "2023/02/13/rakes-garden-tools-part-2",
            "2023/03/03/hoses-and-cans-garden-tools-part-3",
        ],
        &[("Garden Tools", &["Part 1", "Part 2", "Part 3"])],
    );
}

#[test]
fn two_posts_may_have_one_number() {
    assert_series(
        &[
            "2017/03/16/garden-tools-part-1",
            "2017/03/17/garden-tools-part-2-spades",
            "2017/03/18/garden-tools-part-2-rakes",
            "2017/03/19/garden-tools-part-3",
        ],
        &[("Garden Tools", &["Part 1", "Part 2", "Part 2", "Part 3"])],
    );
}

#[test]
fn parts_may_stand_in_several_sections() {
    assert_series(
        &[
            "blog/2022/11/26/brain-fail-part-1",
            "sketches/2022/11/27/brain-fail-part-2",
        ],
        &[("Brain Fail", &["Part 1", "Part 2"])],
    );
}

#[test]
fn numbering_may_be_nested() {
    assert_series(
        &[
            "2023/11/14/queues-databases-chapter-1",
            "2023/11/21/logs-databases-chapter-2-part-1",
            "2023/11/22/logs-databases-chapter-2-part-2",
            "2023/12/02/trees-databases-chapter-3",
        ],
        &[(
            "Databases",
            &[
                "Chapter 1",
                "Chapter 2 (part 1)",
                "Chapter 2 (part 2)",
                "Chapter 3",
            ],
        )],
    );
    assert_series(
        &[
            "2019/11/28/garden-interview-1-alex",
            "2019/12/09/garden-interview-2-kim",
            "2019/12/10/garden-interview-2-kim-part-2",
            "2019/12/23/garden-interview-3-lee",
        ],
        &[(
            "Garden Interview",
            &["Part 1", "Part 2", "Part 2 (part 2)", "Part 3"],
        )],
    );
}

#[test]
fn a_first_part_need_not_have_known_of_the_others() {
    assert_series(
        &[
            "2013/03/20/a-tour-of-the-garden",
            "2013/04/04/a-tour-of-the-garden-part-2",
        ],
        &[("A Tour of the Garden", &["Part 1", "Part 2"])],
    );
}

#[test]
fn a_bare_figure_counts_if_it_makes_a_count() {
    assert_series(
        &[
            "blog/compiling-beans-0",
            "blog/compiling-beans-1",
            "blog/compiling-beans-2",
            "blog/rain",
        ],
        &[("Compiling Beans", &["Part 0", "Part 1", "Part 2"])],
    );
    for versions in [
        ["blog/windows-7", "blog/windows-10", "blog/windows-11"],
        ["blog/python-2", "blog/python-3", "blog/rain"],
        [
            "blog/rayon-0-7-released",
            "blog/rayon-0-8-released",
            "blog/rain",
        ],
        ["blog/5-tricks", "blog/6-tricks", "blog/7-tricks"],
        ["blog/hello-world", "blog/hello-world-2", "blog/rain"],
    ] {
        assert_series(&versions, &[]);
    }
}

#[test]
fn a_folder_of_its_own_with_numbers_is_a_series() {
    assert_series(
        &[
            "blog/lisp/00_fundamentals",
            "blog/lisp/01_booleans",
            "blog/lisp/02_symbols",
            "blog/rain",
        ],
        &[("Lisp", &["Part 0", "Part 1", "Part 2"])],
    );
    assert_series(&["posts/1", "posts/2", "posts/3", "posts/4"], &[]);
}

#[test]
fn unnumbered_runs_share_their_beginning_and_come_close_together() {
    assert_series(
        &[
            "2023/07/31/bring-your-own-cloud-confidentiality",
            "2023/08/01/bring-your-own-cloud-billing",
            "2023/08/03/bring-your-own-cloud-security",
            "2021/02/03/rain",
        ],
        &[("Bring Your Own Cloud", &["", "", ""])],
    );
    // Two years apart they are a habit of naming.
    assert_series(
        &[
            "2019/07/31/bring-your-own-cloud-confidentiality",
            "2021/08/01/bring-your-own-cloud-billing",
            "2023/08/03/bring-your-own-cloud-security",
        ],
        &[],
    );
    // What goes on with a small word is no heading.
    assert_series(
        &[
            "2016/01/03/code-analysis-rules-and-the-culture-of-clicks",
            "2016/01/04/code-analysis-rules-versus-training",
        ],
        &[],
    );
}

#[test]
fn a_name_that_opens_titles_is_a_run_only_where_hardly_anything_comes_between() {
    let others = [
        "rain", "frost", "sun", "wind", "hail", "fog", "dew", "ice", "mist", "snow",
    ];
    let names = [
        "acorns-fall",
        "acorns-sprout-late",
        "acorns-feed-jays",
        "acorns-fill-drawers",
    ];
    let paths = |gap: usize| -> Vec<String> {
        let mut day = 0;
        let mut path = |slug: String| {
            day += 1;
            format!("2024/03/{:02}/{slug}", 1 + day / 2)
        };
        let mut paths = Vec::new();
        for (at, name) in names.iter().enumerate() {
            paths.push(path((*name).to_owned()));
            for other in others.iter().cycle().skip(at * gap).take(gap) {
                paths.push(path(format!("{other}-{at}-again")));
            }
        }
        let rest = others.iter().map(|other| path(format!("late-{other}")));
        paths.extend(rest.collect::<Vec<_>>());
        paths
    };
    let series = |gap| {
        let paths = paths(gap);
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        blog(&paths)
            .series
            .iter()
            .filter(|series| series.name.contains("Acorns"))
            .count()
    };
    assert_eq!((series(0), series(4)), (1, 0));
}

#[test]
fn an_introduction_makes_a_run_of_few_posts() {
    assert_series(
        &[
            "2012/08/01/porting-beans-intro",
            "2012/08/02/porting-beans-getting-started",
            "2012/08/09/porting-beans-conclusion",
        ],
        &[("Porting Beans", &["Introduction", "", "Summary"])],
    );
}

#[test]
fn yearly_posts_are_a_column() {
    let paths = [
        "2022/12/30/my-2022-in-books",
        "2023/12/29/my-2023-in-books",
        "2024/12/30/my-2024-in-books",
    ];
    assert_series(&paths, &[("My … in Books", &["2022", "2023", "2024"])]);
    let blog = blog(&paths);
    assert!(blog.series[0].recurring);
    assert!(!blog.series[0].numbered);
}

#[test]
fn a_sequel_says_what_it_goes_on_with() {
    assert_series(
        &[
            "2021/11/05/view-types",
            "2025/02/25/view-types-redux",
            "2025/03/25/rain",
        ],
        &[("View Types", &["", "Sequel"])],
    );
}

#[test]
fn copies_are_no_series() {
    assert_series(
        &[
            "2016/04/05/a-study-of-frames",
            "2016/04/05/a-study-of-frames-copy",
            "2016/04/05/a-study-of-frames-copy-copy",
            "2016/04/05/a-study-of-frames-copy-2",
        ],
        &[],
    );
}

#[test]
fn a_count_that_begins_again_is_another_series() {
    let days =
        |year: i32| (1..=3).map(move |day| format!("{year}/12/{day:02}/advent-of-beans-day-{day}"));
    let paths: Vec<String> = days(2022).chain(days(2023)).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let labels: &[&str] = &["Day 1", "Day 2", "Day 3"];
    assert_series(
        &paths,
        &[("Advent of Beans", labels), ("Advent of Beans", labels)],
    );
}

#[test]
fn other_languages_count_too() {
    assert_series(
        &[
            "2020/01/01/mein-garten-teil-1",
            "2020/01/02/mein-garten-teil-2",
            "2020/02/01/mi-jardin-primera-parte",
            "2020/02/02/mi-jardin-segunda-parte",
            "2020/03/01/%E6%88%91%E7%9A%84%E8%8A%B1%E5%9B%AD%E7%AC%AC%E4%B8%80%E7%AF%87",
            "2020/03/02/%E6%88%91%E7%9A%84%E8%8A%B1%E5%9B%AD%E7%AC%AC%E4%BA%8C%E7%AF%87",
        ],
        &[
            ("我的花园", &["第一篇", "第二篇"]),
            ("Mi Jardin", &["Parte 1", "Parte 2"]),
            ("Mein Garten", &["Teil 1", "Teil 2"]),
        ],
    );
}

#[test]
fn every_series_says_why_it_is_one() {
    let blog = blog(&[
        "2024/01/01/garden-notes-part-1",
        "2024/01/02/garden-notes-part-2",
    ]);
    let series = &blog.series[0];
    assert_eq!(
        series.because,
        "2 posts are called “Garden Notes” and number themselves: Part 1, Part 2."
    );
    assert!(series.confidence > 0.9);
}
