//! What holds of every blog and every question.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rustc_hash::FxHashSet;

use super::sample::Sample;
use super::{Block, Index, ViewState, gallery, timeline};
use crate::blog::{Page, PageId};

const WORDS: [&str; 6] = ["kafka", "log", "queue", "tla+", "été", "検索"];

fn words() -> impl Strategy<Value = String> {
    vec(select(WORDS.to_vec()), 0..4).prop_map(|words| words.join(" "))
}

fn dates() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (2019..2023, 1..13, 1..29).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        1 => (2019..2023, 1..13).prop_map(|(y, m)| format!("{y}-{m:02}")),
        1 => (2019..2023).prop_map(|y: i32| y.to_string()),
        1 => Just(String::new()),
    ]
}

prop_compose! {
    fn indexes()(
        posts in vec((dates(), words(), 0..3_u8, vec(words(), 0..16), any::<bool>()), 0..60),
    ) -> Index {
        let mut sample = Sample::new();
        let mut parts = Vec::new();
        for (number, (date, title, section, captions, in_series)) in posts.iter().enumerate() {
            let title = format!("{title} #{number}");
            sample = sample.post(date, &title);
            if *section > 0 {
                sample = sample.section(["Blog", "Notes"][usize::from(*section) - 1]);
            }
            let captions: Vec<&str> = captions.iter().map(String::as_str).collect();
            sample = sample.pictures(&captions);
            if *in_series {
                sample = sample.topic("Streams");
                parts.push(title);
            }
        }
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        // Another series that shares parts, in another order.
        let mut others: Vec<&str> = parts.iter().rev().step_by(2).copied().collect();
        others.extend(parts.first());
        sample.series("Log queue", &others).series("Queue stories", &parts).index()
    }
}

prop_compose! {
    fn states()(
        q in prop_oneof![
            Just(String::new()),
            words(),
            (words(), select(WORDS.to_vec())).prop_map(|(words, not)| format!("{words} -{not}")),
            "[a-z\":. -]{0,12}",
        ],
        rest in vec(select(vec![
            "section=blog", "section=notes", "from=2020", "to=2021-06", "has=images", "in=series", "sort=oldest",
            "sort=newest", "sort=relevance", "topic=streams",
        ]), 0..4),
    ) -> ViewState {
        ViewState { q, ..ViewState::parse(&rest.join("&")) }
    }
}

fn posts_of(block: &Block) -> &[PageId] {
    match block {
        Block::Month { posts, .. }
        | Block::Year { posts, .. }
        | Block::Undated { posts, .. }
        | Block::Flat { posts, .. } => posts,
        Block::Gap { .. } => &[],
    }
}

fn says(page: &Page, word: &str) -> bool {
    let captions = page
        .images
        .iter()
        .filter_map(|image| image.caption.as_deref());
    let mut words = captions
        .chain([page.title.as_str()])
        .flat_map(str::split_whitespace);
    words.any(|other| other == word)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_post_is_in_exactly_one_block_in_the_order_of_the_outlook(index in indexes(), state in states()) {
        let outlook = index.outlook(&state);
        let blocks = timeline(index.blog(), &outlook, &state);
        let shown: Vec<PageId> = blocks.iter().flat_map(posts_of).copied().collect();
        prop_assert_eq!(&shown, &outlook.posts);
        prop_assert!(blocks.iter().all(|block| posts_of(block).len() <= 40));
        let once: FxHashSet<PageId> = shown.iter().copied().collect();
        prop_assert_eq!(once.len(), shown.len());
    }

    #[test]
    fn months_and_years_begin_once(index in indexes(), state in states()) {
        let outlook = index.outlook(&state);
        let mut months = FxHashSet::default();
        let mut years = FxHashSet::default();
        for block in timeline(index.blog(), &outlook, &state) {
            if let Block::Month { year, month, continued, starts_year, .. } = block {
                prop_assert!(continued || months.insert((year, month)));
                prop_assert_eq!(starts_year, years.insert(year));
            }
        }
    }

    #[test]
    fn every_picture_is_in_exactly_one_block(index in indexes(), state in states()) {
        let outlook = index.outlook(&state);
        let blocks = gallery(index.blog(), &outlook);
        let shown = blocks.iter().flat_map(|block| block.images.iter().map(|&image| (block.page, image)));
        prop_assert_eq!(&shown.collect::<Vec<_>>(), &outlook.pictures);
        prop_assert!(blocks.iter().all(|block| (1..=12).contains(&block.images.len())));
    }

    #[test]
    fn the_strip_counts_what_there_is_without_the_dates(index in indexes(), state in states()) {
        let strip = index.outlook(&state).strip;
        let undated = ViewState { from: None, to: None, ..state };
        let posts = index.outlook(&undated).posts.len();
        let bars: usize = strip.months.iter().map(|month| month.total as usize).sum();
        prop_assert_eq!(bars + strip.undated, posts);
        for month in &strip.months {
            prop_assert_eq!(month.by_section.iter().sum::<u32>(), month.total);
            prop_assert!(month.total <= strip.peak);
        }
    }

    #[test]
    fn each_facet_counts_what_choosing_it_would_show(index in indexes(), state in states()) {
        let outlook = index.outlook(&state);
        let shown = |state: ViewState| index.outlook(&state).posts.len();
        prop_assert_eq!(outlook.illustrated, shown(ViewState { illustrated: true, ..state.clone() }));
        prop_assert_eq!(outlook.in_series, shown(ViewState { in_series: true, ..state.clone() }));
        prop_assert_eq!(outlook.all_sections, shown(ViewState { sections: Vec::new(), ..state.clone() }));
        for count in &outlook.sections {
            let slug = index.blog().section(count.id).slug.clone();
            prop_assert_eq!(count.posts, shown(ViewState { sections: vec![slug], ..state.clone() }));
        }
    }

    #[test]
    fn what_is_excluded_is_never_found(index in indexes(), words in words(), not in select(WORDS.to_vec())) {
        let state = ViewState { q: format!("{words} -{not}"), ..ViewState::default() };
        let outlook = index.outlook(&state);
        for &post in &outlook.posts {
            prop_assert!(!says(index.blog().page(post), not));
        }
        let everything = index.outlook(&ViewState { q: words, ..ViewState::default() });
        let without = everything.posts.iter().filter(|post| !says(index.blog().page(**post), not));
        // A name may say it as well, which is no less excluded.
        prop_assert!(outlook.posts.len() <= without.count());
    }

    #[test]
    fn a_result_has_every_word_and_a_reason(index in indexes(), words in words()) {
        let state = ViewState { q: format!("{words} "), ..ViewState::default() };
        let outlook = index.outlook(&state);
        for &post in &outlook.posts {
            let reason = outlook.matched_in.get(&post);
            prop_assert_eq!(reason.is_some(), !words.is_empty());
            if let Some(found) = reason {
                prop_assert!(found.title || found.series || found.topic || found.section || !found.captions.is_empty());
            }
        }
        for word in words.split_whitespace() {
            let all = index.blog().posts.iter().filter(|post| says(index.blog().page(**post), word));
            let narrowed = outlook.posts.len() <= all.count();
            // "queue" and "log" are in the names of series as well.
            prop_assert!(narrowed || ["queue", "log"].contains(&word));
        }
    }

    #[test]
    fn sorting_changes_the_order_only(index in indexes(), state in states()) {
        let sorted = |sort| {
            let mut posts = index.outlook(&ViewState { sort, ..state.clone() }).posts;
            posts.sort_unstable();
            posts
        };
        let all = sorted(super::Sort::Auto);
        for sort in super::Sort::ALL {
            prop_assert_eq!(&sorted(sort), &all);
        }
    }
}
