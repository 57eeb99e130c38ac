use super::*;
use crate::explore::sample::Sample;
use crate::explore::{Index, ViewState};

fn asked(sample: Sample, query: &str) -> (Index, Insights) {
    let index = sample.index();
    let outlook = index.outlook(&ViewState::parse(query));
    let insights = insights(index.blog(), &outlook);
    (index, insights)
}

fn garden() -> Sample {
    Sample::new()
        .post("2020-11-02", "Frost")
        .pictures(&["a", "b", "c"])
        .post("2020-12-24", "Snow")
        .pictures(&["d"])
        .post("2021-01-05", "Ice")
        .post("2021-07-01", "Drought")
        .post("2021-07-09", "Dust")
        .post("2022", "Some day")
        .post("2023-02-01", "Thaw")
        .pictures(&["e", "f"])
        .post("", "Never")
}

fn run(run: &Run) -> String {
    format!("{}..{} {}", run.from, run.to, run.months)
}

#[test]
fn posts_are_counted_by_year_and_month_and_no_year_is_left_out() {
    let (_, told) = asked(garden(), "");
    let years: Vec<(i16, u32)> = told
        .years
        .iter()
        .map(|year| (year.year, year.total))
        .collect();
    assert_eq!(years, [(2023, 1), (2022, 1), (2021, 3), (2020, 2)]);
    assert_eq!(told.years[2].months, [1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0]);
    assert_eq!(told.years[1].months, [0; 12], "no month is made up");
    assert_eq!(told.peak, 2);
}

#[test]
fn the_longest_streak_and_the_pauses_are_told() {
    let (_, told) = asked(garden(), "");
    assert_eq!(told.streak.as_ref().map(run).unwrap(), "2020-11..2021-01 3");
    let pauses: Vec<String> = told.pauses.iter().map(run).collect();
    assert_eq!(
        pauses,
        ["2021-08..2021-12 5", "2021-02..2021-06 5"],
        "2022 has a post of no known month"
    );
}

#[test]
fn what_a_filter_leaves_is_what_is_told_of() {
    let (_, told) = asked(garden(), "?to=2021-06");
    assert_eq!(told.years.len(), 2);
    assert_eq!(told.pauses, []);
    assert_eq!(told.peak, 1);
}

#[test]
fn the_most_illustrated_come_first_and_one_picture_is_nothing_special() {
    let (index, told) = asked(garden(), "");
    let titles = told.illustrated.iter().map(|&(post, pictures)| {
        let title = index.blog().page(post).title.as_str();
        (title, pictures)
    });
    assert_eq!(titles.collect::<Vec<_>>(), [("Frost", 3), ("Thaw", 2)]);
}

#[test]
fn nothing_to_tell_is_nothing_told() {
    let (_, told) = asked(Sample::new().post("", "Never"), "");
    assert_eq!(told, Insights::default());
    let (_, told) = asked(garden(), "?q=zebra");
    assert_eq!(told, Insights::default());
}

#[test]
fn a_post_of_the_year_one_costs_no_thousand_rows() {
    let sample = Sample::new()
        .post("0001-01-01", "Typo")
        .post("2023-05-01", "May");
    let (_, told) = asked(sample, "");
    assert!(told.years.len() <= 101, "{} rows", told.years.len());
    let posts: u32 = told.years.iter().map(|year| year.total).sum();
    assert_eq!(posts, 2);
}

#[test]
fn series_stand_in_lanes_the_latest_first() {
    let index = garden()
        .series("Cold", &["Frost", "Snow", "Ice"])
        .series("Dry", &["Drought", "Dust"])
        .series("Timeless", &["Never"])
        .index();
    let outlook = index.outlook(&ViewState::default());
    let (lanes, left_out) = lanes(index.blog(), &outlook);
    let said: Vec<_> = lanes
        .iter()
        .map(|lane| {
            (
                index.blog().series(lane.id).name.as_str(),
                lane.parts.clone(),
            )
        })
        .collect();
    assert_eq!(said, [("Dry", vec![8, 8]), ("Cold", vec![0, 1, 2])]);
    assert_eq!(left_out, 0);
}
