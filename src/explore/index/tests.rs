use super::*;
use crate::explore::sample::Sample;

fn sample() -> Sample {
    Sample::new()
        .post("2023-03-01", "RabbitMQ vs Kafka Part 1 - Messaging")
        .section("Blog")
        .topic("Kafka")
        .pictures(&["Fig 1. A fanout exchange", "Fig 2. A partition"])
        .post("2023-04-01", "RabbitMQ vs Kafka Part 2 - Patterns")
        .section("Blog")
        .post("2022-01-01", "Log compaction")
        .section("Analyses")
        .topic("Kafka")
        .pictures(&["The partition before compaction"])
        .post("2021-01-01", "Modelling in TLA+")
        .section("Analyses")
        .post("", "Sketch of a queue")
        .series(
            "RabbitMQ vs Kafka",
            &[
                "RabbitMQ vs Kafka Part 1 - Messaging",
                "RabbitMQ vs Kafka Part 2 - Patterns",
            ],
        )
}

fn outlook(query: &str) -> (Arc<Blog>, Outlook) {
    let index = sample().index();
    let outlook = index.outlook(&ViewState::parse(query));
    (index.blog().clone(), outlook)
}

/// The first words of the titles shown, in their order.
fn titles(query: &str) -> Vec<String> {
    let (blog, outlook) = outlook(query);
    let title = |&post: &PageId| blog.page(post).title.clone();
    outlook.posts.iter().map(title).collect()
}

#[test]
fn without_a_question_everything_is_shown_newest_first() {
    let (_, all) = outlook("");
    assert_eq!((all.posts.len(), all.total), (5, 5));
    assert_eq!(titles("")[0], "RabbitMQ vs Kafka Part 2 - Patterns");
    assert_eq!(titles("")[4], "Sketch of a queue");
    assert_eq!(titles("sort=oldest")[0], "Modelling in TLA+");
    assert_eq!(titles("sort=oldest")[4], "Sketch of a queue");
    assert_eq!(all.pictures.len(), 3);
    assert_eq!(all.distinct_pictures, 3);
    assert!(!all.by_relevance && all.terms.is_empty() && all.matched_in.is_empty());
}

#[test]
fn the_pictures_of_other_pages_come_last_and_answer_nothing() {
    use crate::sitemap::{Entry, Image};
    let page = |loc: &str, picture: &str| Entry {
        loc: loc.to_owned(),
        images: vec![Image {
            loc: picture.to_owned(),
            title: Some("A drawing".to_owned()),
            ..Image::default()
        }],
        ..Entry::default()
    };
    let entries = [
        page("https://e.org/", "https://e.org/i/banner.png"),
        page(
            "https://e.org/2024/01/02/first-post/",
            "https://e.org/i/one.png",
        ),
        page(
            "https://e.org/2024/02/03/second-post/",
            "https://e.org/i/two.png",
        ),
    ];
    let blog = Blog::from_entries(&entries, &crate::blog::Given::default());
    let index = Index::new(std::sync::Arc::new(blog));
    let all = index.outlook(&ViewState::default());
    assert_eq!(all.posts.len(), 2);
    assert_eq!((all.pictures.len(), all.distinct_pictures), (3, 3));
    assert!(!index.blog().posts.contains(&all.pictures[2].0));
    let asked = index.outlook(&ViewState::parse("q=drawing"));
    assert_eq!((asked.pictures.len(), asked.distinct_pictures), (2, 2));
}

#[test]
fn each_facet_counts_with_every_filter_but_itself() {
    let (_, all) = outlook("section=analyses&has=images");
    assert_eq!(titles("section=analyses&has=images"), ["Log compaction"]);
    let counts: Vec<_> = all.sections.iter().map(|s| (s.posts, s.selected)).collect();
    assert_eq!(counts, [(1, false), (1, true)]);
    assert_eq!(all.all_sections, 2);
    assert_eq!(all.illustrated, 1);
    assert_eq!(all.in_series, 0);
    let (_, blog) = outlook("section=blog");
    assert_eq!(
        (blog.illustrated, blog.in_series, blog.all_sections),
        (1, 2, 5)
    );
}

#[test]
fn a_filter_that_the_blog_does_not_know_is_not_there() {
    assert_eq!(titles("section=nowhere&topic=nothing").len(), 5);
    assert_eq!(titles("section=nowhere,analyses").len(), 2);
}

#[test]
fn dates_are_inclusive_and_leave_out_what_has_none() {
    assert_eq!(titles("from=2022&to=2023-03").len(), 2);
    assert_eq!(titles("to=2021"), ["Modelling in TLA+"]);
    assert_eq!(titles("from=2024").len(), 0);
}

#[test]
fn every_result_has_a_visible_reason() {
    let (blog, found) = outlook("q=partition");
    let first = Sample::id(&blog, "RabbitMQ vs Kafka Part 1 - Messaging");
    assert_eq!(found.matched_in.get(&first).unwrap().captions, [1]);
    assert!(!found.matched_in.get(&first).unwrap().title);
    let (blog, found) = outlook("q=kafka");
    let log = Sample::id(&blog, "Log compaction");
    assert!(
        found.matched_in.get(&log).unwrap().topic && !found.matched_in.get(&log).unwrap().title
    );
    let (blog, found) = outlook("q=analyses");
    let log = Sample::id(&blog, "Log compaction");
    assert!(found.matched_in.get(&log).unwrap().section);
    let (blog, found) = outlook("q=compation");
    let log = Sample::id(&blog, "Log compaction");
    let reason = found.matched_in.get(&log).unwrap();
    assert_eq!(reason.corrected.as_deref(), Some("compaction"));
    assert!(reason.title);
    let other = Sample::id(&blog, "Modelling in TLA+");
    assert_eq!(found.matched_in.get(&other), None);
}

#[test]
fn pictures_answer_by_themselves_and_their_title_together() {
    let shown = |query| outlook(query).1.pictures.len();
    assert_eq!(shown("q=partition"), 2);
    assert_eq!(shown("q=fanout"), 1);
    // "messaging" is in the title, "partition" in the caption.
    assert_eq!(shown("q=messaging+partition"), 1);
    // The title alone answers: all of its pictures.
    assert_eq!(shown("q=messaging"), 2);
    // The topic alone answers for the post, and says nothing of its pictures.
    assert_eq!(titles("q=kafka+compaction"), ["Log compaction"]);
    assert_eq!(shown("q=kafka+compaction"), 0);
}

#[test]
fn series_are_those_with_a_part_among_the_posts() {
    let (_, all) = outlook("");
    assert_eq!(all.series.len(), 1);
    assert_eq!(all.series[0].matched.len(), 2);
    assert!(!all.series[0].name_matches);
    let (_, found) = outlook("q=rabbitmq");
    assert!(found.series[0].name_matches);
    let (_, found) = outlook("q=messaging");
    assert_eq!(found.series[0].matched.len(), 1);
    assert!(!found.series[0].name_matches);
    assert!(outlook("section=analyses").1.series.is_empty());
}

#[test]
fn a_focused_series_filters_nothing() {
    assert_eq!(titles("series=rabbitmq-vs-kafka").len(), 5);
    assert!(!ViewState::parse("series=rabbitmq-vs-kafka").is_filtered());
    assert_eq!(titles("q=series:rabbit").len(), 2);
    assert_eq!(titles("in=series").len(), 2);
}

#[test]
fn a_query_can_order_and_exclude_without_words() {
    let (_, found) = outlook("q=-kafka");
    assert_eq!(found.posts.len(), 2);
    assert!(!found.by_relevance && found.matched_in.is_empty());
    assert!(outlook("q=kafka").1.by_relevance);
    assert!(!outlook("q=kafka&sort=newest").1.by_relevance);
    assert!(!outlook("sort=relevance").1.by_relevance);
}

#[test]
fn a_reader_asks_for_what_is_unread_or_starred() {
    let index = sample().index();
    let blog = index.blog();
    let newest = blog.page(blog.posts[0]).key.clone();
    let marks = Marks::new([newest.clone()], [newest.clone()]);
    let asked = |query: &str| index.outlook_for(&ViewState::parse(query), &marks);
    let all = blog.posts.len();
    for (query, posts) in [
        ("", all),
        ("is=unread", all - 1),
        ("q=is:unread", all - 1),
        ("is=starred", 1),
        ("q=is:starred", 1),
        ("q=-is:read", all - 1),
        ("q=is:read", 1),
        ("is=unread&q=is:starred", 0),
    ] {
        assert_eq!(asked(query).posts.len(), posts, "{query}");
    }
    let found = asked("is=starred");
    assert_eq!((found.unread, found.starred), (all - 1, 1));
    assert!(!asked("is=unread").posts.contains(&blog.posts[0]));
}

#[test]
fn who_has_marked_nothing_has_everything_to_read() {
    assert_eq!(
        outlook("q=is:unread+kafka").1.posts,
        outlook("q=kafka").1.posts
    );
    assert_eq!(outlook("is=starred").1.posts, []);
}

#[test]
fn an_index_made_in_slices_is_the_same() {
    let blog = sample().index().blog().clone();
    let mut indexing = crate::explore::Indexing::new(blog);
    let mut steps = 1;
    while !indexing.step(3) {
        steps += 1;
        let (read, all) = indexing.progress();
        assert!(read < all);
    }
    // Five titles, three pictures, a series, a topic and two sections.
    assert_eq!((steps, indexing.progress()), (4, (12, 12)));
    let index = indexing.finish();
    for query in ["kafka", "partition", "blog messaging", "rabbitmq"] {
        let state = ViewState::parse(&format!("q={query}"));
        let expected = sample().index().outlook(&state);
        assert_eq!(index.outlook(&state).posts, expected.posts, "{query}");
    }
}

#[test]
fn an_index_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&sample().index());
}
