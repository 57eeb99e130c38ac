use super::*;
use crate::blog::PageId;
use crate::explore::sample::Sample;
use proptest::prelude::*;

fn blog() -> Blog {
    let mut blog = Sample::new()
        .post("2023-05-02", "Rain, \"hail\" & <snow>")
        .section("Notes")
        .pictures(&["a", "b"])
        .post("2023-03", "=1+1")
        .post("2021", "A [link](x) *and* so on")
        .post("", "Undated")
        .series("Weather", &["Rain, \"hail\" & <snow>", "Undated"])
        .blog();
    blog.site.title = "A & B".to_owned();
    blog.series[0].parts[0].label = "Part 1".to_owned();
    blog
}

fn saved(format: FileFormat) -> String {
    let blog = blog();
    export(&blog, &blog.posts, format)
}

#[test]
fn a_spreadsheet_gets_rows_and_no_formulas() {
    insta::assert_snapshot!(saved(FileFormat::Csv).replace('\r', ""));
}

#[test]
fn a_program_gets_json_that_reads_back() {
    let text = saved(FileFormat::Json);
    let posts: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(posts[0]["title"], "Rain, \"hail\" & <snow>");
    assert_eq!(posts[0]["pictures"], 2);
    assert_eq!(posts[0]["part"], "Part 1");
    assert_eq!(posts[1]["published"], "2023-03");
    assert_eq!(posts[3]["published"], serde_json::Value::Null);
    insta::assert_snapshot!(text);
}

#[test]
fn notes_get_a_list_by_year_in_which_titles_are_only_text() {
    insta::assert_snapshot!(saved(FileFormat::Markdown));
}

#[test]
fn an_outline_is_well_formed() {
    insta::assert_snapshot!(saved(FileFormat::Opml));
}

#[test]
fn a_calendar_has_only_the_days_that_are_known() {
    let text = saved(FileFormat::Calendar);
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
    insta::assert_snapshot!(text.replace('\r', ""));
}

proptest! {
    #[test]
    fn any_title_survives_json_and_keeps_calendar_lines_short(title in any::<String>()) {
        let mut blog = Sample::new().post("2023-05-02", "x").blog();
        blog.pages[0].title = title.clone();
        let posts: [PageId; 1] = [blog.posts[0]];
        let json: serde_json::Value = serde_json::from_str(&export(&blog, &posts, FileFormat::Json)).unwrap();
        if !title.is_empty() {
            prop_assert_eq!(json[0]["title"].as_str(), Some(title.as_str()));
        }
        let calendar = export(&blog, &posts, FileFormat::Calendar);
        prop_assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
        prop_assert!(!calendar.replace("\r\n", "").contains(['\r', '\n']));
    }

    #[test]
    fn any_title_is_one_row(title in any::<String>()) {
        let mut blog = Sample::new().post("2023-05-02", "x").blog();
        blog.pages[0].title = title;
        let csv = export(&blog, &blog.posts, FileFormat::Csv);
        // Outside quotation marks there are two line ends: the heading's and the row's.
        let outside: String = csv.split('"').step_by(2).collect();
        prop_assert_eq!(outside.matches("\r\n").count(), 2);
    }
}
