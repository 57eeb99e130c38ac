use super::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

#[test]
fn the_default_state_has_an_empty_query() {
    assert_eq!(ViewState::default().to_query(), "");
    assert_eq!(ViewState::parse(""), ViewState::default());
    assert_eq!(ViewState::parse("?&&"), ViewState::default());
}

#[test]
fn a_state_reads_as_a_person_would_write_it() {
    let query = "?view=series&q=kafka+vs&section=analyses,blog&from=2023&to=2024-06&has=images&in=series\
                 &is=unread&sort=oldest&post=blog/2023/5/1,x&image=blog/2023/5/1/3";
    let state = ViewState::parse(query);
    assert_eq!(state.view, View::Series);
    assert_eq!(state.q, "kafka vs");
    assert_eq!(state.sections, ["analyses", "blog"]);
    assert_eq!(state.from, Some("2023-01".parse().unwrap()));
    assert_eq!(state.to, Some("2024-06".parse().unwrap()));
    assert!(state.illustrated && state.in_series);
    assert_eq!(state.marked, Some(Marked::Unread));
    assert_eq!(state.sort, Sort::Oldest);
    assert_eq!(state.to_query(), query);
}

#[test]
fn a_year_alone_is_the_whole_year() {
    let state = ViewState::parse("from=2023&to=2023");
    assert_eq!(state.from, Some("2023-01".parse().unwrap()));
    assert_eq!(state.to, Some("2023-12".parse().unwrap()));
    assert_eq!(state.to_query(), "?from=2023&to=2023");
}

#[test]
fn bad_values_fall_back_and_unknown_keys_are_kept() {
    let state =
        ViewState::parse("?utm_source=x&view=spiral&from=May&sort=&has=sound&debug&section=,");
    let kept = [("utm_source", "x"), ("debug", "")];
    let kept = kept.map(|(key, value)| (key.to_owned(), value.to_owned()));
    assert_eq!(state.unknown, kept);
    assert_eq!(state.to_query(), "?utm_source=x&debug");
    assert!(!state.is_filtered());
}

#[test]
fn clearing_keeps_the_view_and_what_belongs_to_others() {
    let state = ViewState::parse(
        "?view=gallery&q=x&section=a&topic=t&from=2020&to=2021&has=images&in=series&is=starred&lang=de",
    );
    assert!(state.is_filtered());
    assert_eq!(state.cleared().to_query(), "?view=gallery&lang=de");
    assert!(!state.cleared().is_filtered());
}

#[test]
fn typing_brushing_and_leafing_are_not_steps() {
    let step =
        |before: &str, after: &str| ViewState::parse(after).is_step_from(&ViewState::parse(before));
    assert!(!step("q=ka", "q=kaf"));
    assert!(!step("from=2020", "from=2021&to=2022"));
    assert!(!step("image=a/1", "image=a/2"));
    assert!(!step("", ""));
    assert!(step("", "view=series"));
    assert!(step("q=ka", "q=kaf&post=a"));
    assert!(step("", "image=a/1"));
    assert!(step("section=a", "section=a,b"));
}

#[test]
fn a_state_survives_json_and_old_json_still_loads() {
    let state = ViewState::parse("?view=gallery&q=x&from=2020-02&zoom=3");
    let json = serde_json::to_string(&state).unwrap();
    assert_eq!(serde_json::from_str::<ViewState>(&json).unwrap(), state);
    assert_eq!(
        serde_json::from_str::<ViewState>("{}").unwrap(),
        ViewState::default()
    );
}

const KEYS: [&str; 12] = [
    "sitemap", "view", "q", "section", "topic", "series", "from", "to", "has", "in", "sort", "post",
];

fn months() -> impl Strategy<Value = Month> {
    (0..=9999i16, 1..=12i8).prop_map(|(year, month)| Month { year, month })
}

prop_compose! {
    fn filters()(
        sections in vec(".{1,12}", 0..4),
        topic in of(".{1,12}"),
        series in of(".{1,12}"),
        from in of(months()),
        to in of(months()),
        illustrated: bool,
        in_series: bool,
    ) -> ViewState {
        let mut state = ViewState { topic, series, from, to, illustrated, in_series, ..ViewState::default() };
        for slug in sections {
            if !state.sections.contains(&slug) {
                state.sections.push(slug);
            }
        }
        state
    }
}

prop_compose! {
    fn states()(
        filters in filters(),
        sitemap in of(".{1,30}"),
        view in proptest::sample::select(View::ALL.to_vec()),
        marked in of(proptest::sample::select(vec![Marked::Unread, Marked::Starred])),
        sort in proptest::sample::select(Sort::ALL.to_vec()),
        q in ".{0,30}",
        post in of(".{1,30}"),
        image in of(".{1,30}"),
        unknown in vec((".{0,8}", ".{0,8}"), 0..3),
    ) -> ViewState {
        let mut unknown = unknown;
        unknown.retain(|(key, value)| {
            !KEYS.contains(&key.as_str()) && key != "image" && !(key.is_empty() && value.is_empty())
        });
        ViewState { sitemap, view, q, marked, sort, post, image, unknown, ..filters }
    }
}

proptest! {
    #[test]
    fn every_state_survives_its_query_string(state in states()) {
        let query = state.to_query();
        prop_assert_eq!(ViewState::parse(&query), state);
    }

    #[test]
    fn hostile_query_strings_are_read_and_then_stable(query in any::<String>()) {
        let state = ViewState::parse(&query);
        prop_assert_eq!(ViewState::parse(&state.to_query()), state);
    }

    #[test]
    fn hostile_values_of_known_keys_are_read_and_then_stable(
        pairs in vec((proptest::sample::select(KEYS.to_vec()), "[a-z0-9%&=,+-]{0,12}"), 0..6),
    ) {
        let query: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let state = ViewState::parse(&query.join("&"));
        prop_assert_eq!(ViewState::parse(&state.to_query()), state);
    }
}

#[test]
fn a_base_is_changed_and_lifted_by_what_is_named() {
    let base = ViewState::parse(
        "?view=series&q=kafka&section=blog,notes&from=2023&has=images&sort=oldest",
    );
    assert_eq!(base.clone().with(""), base);
    let changed = base
        .clone()
        .with("?view=timeline&q=&section=talks&from=&has=&sort=auto&topic=x");
    assert_eq!(changed, ViewState::parse("?section=talks&topic=x"));
    assert_eq!(
        changed.to_query_from(&base),
        "?view=timeline&q&section=talks&topic=x&from&has&sort=auto"
    );
    assert_eq!(base.clone().with(&changed.to_query_from(&base)), changed);
    assert_eq!(base.to_query_from(&base), "");
    let lifted = base.clone().with("section");
    assert!(lifted.sections.is_empty());
}

#[test]
fn every_key_that_is_read_is_listed() {
    let all = ViewState::parse(
        "?sitemap=/s.xml&view=series&q=a&section=b&topic=c&series=d&from=2020&to=2021&has=images&in=series&is=unread&sort=oldest&post=e&image=f/1",
    );
    assert!(all.unknown.is_empty());
    let written = all.to_query();
    for key in ViewState::KEYS {
        assert!(written.contains(&format!("{key}=")), "{key}");
    }
}
