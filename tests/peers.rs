//! What other projects' own tests say of their cases, against what is read here.
//!
//! Each case is a folder with an input and `expected.json`. Where what is read differs from what is expected, the
//! difference is listed in `peers/differences.rs` with the reason; a difference that is no more fails too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed; one that is skipped says so"
)]

#[path = "peers/checks.rs"]
mod checks;
#[path = "peers/differences.rs"]
mod differences;
#[path = "support/encodings.rs"]
mod encodings;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use blog_explorer::sitemap::{Limits, Outcome, Reader, read, resolve};
use differences::DIFFERENCES;
use encodings::Encodings;
use serde_json::Value;

/// One case.
struct Case {
    name: String,
    expected: Value,
    input: Vec<u8>,
}

impl Case {
    /// The address that the case's file is at.
    fn url(&self) -> &str {
        let named = |name| self.expected.get(name).and_then(Value::as_str);
        named("url")
            .or_else(|| named("base_url"))
            .unwrap_or("http://example.com/sitemap.xml")
    }

    fn read(&self) -> Outcome {
        let mut reader =
            Reader::new(self.url(), Limits::default()).with_decoders(Rc::new(Encodings));
        reader.feed(&self.input);
        reader.finish()
    }
}

#[test]
fn every_case_is_read_as_its_project_expects_or_with_a_reason() {
    let Some(cases) = cases() else { return };
    assert!(cases.len() > 250, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let found = checks::differences(&case.expected, &case.read());
        let keys: BTreeSet<&str> = found.iter().map(|(key, _)| *key).collect();
        let argued: BTreeSet<&str> = argued(&case.name).collect();
        for (key, how) in &found {
            if !argued.contains(key) {
                wrong.push(format!("{}: {key}: {how}", case.name));
            }
        }
        for key in argued.difference(&keys) {
            wrong.push(format!("{}: {key}: no difference any more", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_reason_is_of_a_case_that_is_there() {
    let Some(cases) = cases() else { return };
    for (names, _, why) in DIFFERENCES {
        assert!(why.ends_with('.'), "{why}");
        for name in *names {
            assert!(cases.iter().any(|case| case.name == *name), "{name}");
        }
    }
}

/// What is argued to differ in a case.
fn argued(name: &str) -> impl Iterator<Item = &'static str> {
    DIFFERENCES
        .iter()
        .filter(move |(names, ..)| names.contains(&name))
        .flat_map(|(_, keys, _)| keys.iter().copied())
}

/// crawler-commons' and go-sitemap-parser's dates: each alone in a sitemap.
#[test]
fn dates_are_read_as_peers_read_them() {
    let Some(dates) = table("crawler-commons/dates/input.json") else {
        return;
    };
    for row in &dates {
        let text = row[0].as_str().unwrap();
        let xml = format!(
            "<urlset><url><loc>http://a.example/</loc><lastmod>{text}</lastmod></url></urlset>"
        );
        let outcome = read("", xml.as_bytes());
        let lastmod = outcome.entries[0].lastmod;
        match row[1].as_str() {
            Some(expected) => assert!(checks::same_date(lastmod, expected), "{text}: {lastmod:?}"),
            None => assert_eq!(lastmod, None, "{text}"),
        }
    }
    let dates = table("go-sitemap-parser/lastmod-formats/input.json").unwrap();
    for row in &dates {
        let (xml, time, fails) = (
            row[0].as_str().unwrap(),
            row[1].as_str().unwrap(),
            row[2].as_bool().unwrap(),
        );
        let xml = format!("<urlset><url><loc>http://a.example/</loc>{xml}</url></urlset>");
        let lastmod = read("", xml.as_bytes()).entries[0].lastmod;
        if fails || time == "time.Time{}" {
            assert_eq!(lastmod, None, "{xml}");
            continue;
        }
        let numbers: Vec<i64> = time
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        let day = lastmod.unwrap().date;
        let read: [i64; 3] = [day.year().into(), day.month().into(), day.day().into()];
        assert_eq!(read, numbers[..3], "{xml}");
    }
}

/// crawler-commons puts the default, 0.5, in place of what is no priority; here it is left out, and noted, since what
/// nobody said is nothing to sort by.
#[test]
fn what_is_no_priority_is_left_out() {
    let Some(priorities) = table("crawler-commons/priorities/input.json") else {
        return;
    };
    for row in &priorities {
        let text = row[0].as_str().unwrap();
        let xml = format!(
            "<urlset><url><loc>http://a.example/</loc><priority>{text}</priority></url></urlset>"
        );
        let outcome = read("", xml.as_bytes());
        let is_default = row[1].as_f64() == Some(0.5);
        let read = outcome.entries[0].priority.map(f64::from);
        let expected = row[1].as_f64().filter(|_| !is_default);
        assert!(
            read.zip(expected).is_none_or(|(a, b)| (a - b).abs() < 1e-6),
            "{text}: {read:?}"
        );
        assert_eq!(read.is_none(), expected.is_none(), "{text}");
        assert_eq!(outcome.report.problems.is_empty(), !is_default, "{text}");
    }
}

/// crawler-commons can leave out pages beyond a sitemap's folder, as the protocol says. Nobody is harmed by a page of
/// another folder or host here, and most sitemaps that name one have moved: all are read, inside or out.
#[test]
fn pages_outside_of_the_sitemaps_folder_are_read() {
    let Some(locations) = table("crawler-commons/location-validity/input.json") else {
        return;
    };
    for row in &locations {
        let (sitemap, page) = (row[0].as_str().unwrap(), row[1].as_str().unwrap());
        let page = page.replace('&', "&amp;");
        let outcome = read(
            sitemap,
            format!("<urlset><url><loc>{page}</loc></url></urlset>").as_bytes(),
        );
        assert_eq!(outcome.report.urls, 1, "{page}");
    }
}

/// go-sitemap-parser's addresses. Its strict mode rejects what is relative or of another host; its tolerant one is
/// compared. It rejects addresses of more than 2,048 characters in both; here they are read and reported, since a
/// browser opens them all the same.
#[test]
fn addresses_are_resolved_as_a_peer_does() {
    let Some(addresses) = table("go-sitemap-parser/resolve-loc/input.json") else {
        return;
    };
    let literal = |text: &Value| serde_json::from_str::<String>(text.as_str().unwrap()).ok();
    let mut compared = 0;
    for row in &addresses {
        let (strict, fails) = (row[1].as_bool().unwrap(), row[4].as_bool().unwrap());
        let Some(loc) = literal(&row[2]).filter(|_| !strict) else {
            continue;
        };
        let base = row[3].as_str().unwrap();
        let resolved = resolve(base, &loc);
        let expected = row[5].as_str().filter(|_| !fails);
        assert_eq!(resolved.as_deref(), expected, "{}", row[0]);
        compared += 1;
    }
    assert!(compared >= 5);
    let long = format!("https://example.com/{}", "a".repeat(2_029));
    assert_eq!(resolve("", &long), Some(long));
}

/// The rows of a table, or nothing where the corpus is not beside this repository.
fn table(path: &str) -> Option<Vec<Value>> {
    let bytes = fs::read(folder()?.join(path)).expect("a table");
    serde_json::from_slice(&bytes).expect("rows")
}

/// Every case, or nothing where the corpus is not beside this repository.
fn cases() -> Option<Vec<Case>> {
    let root = folder()?;
    let mut cases = Vec::new();
    collect(&root, &root, &mut cases);
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    Some(cases)
}

fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/corpus/peers"
    ));
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: {} is not there", folder.display());
    None
}

fn collect(folder: &Path, root: &Path, cases: &mut Vec<Case>) {
    let paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    for folder in paths.iter().filter(|path| path.is_dir()) {
        collect(folder, root, cases);
    }
    let Ok(expected) = fs::read(folder.join("expected.json")) else {
        return;
    };
    // Beside the input there may be a file that it must not lead to.
    let input = paths.iter().find(|path| {
        let name = path.file_name().unwrap_or_default();
        path.is_file() && name != "expected.json" && name != "do-not-visit.txt"
    });
    let input = input.expect("an input");
    if input.file_name().is_some_and(|name| name == "input.json") {
        // A table of values; each has a test of its own.
        return;
    }
    cases.push(Case {
        name: folder
            .strip_prefix(root)
            .expect("a folder of the corpus")
            .to_string_lossy()
            .into_owned(),
        expected: serde_json::from_slice(&expected).expect("what is expected"),
        input: fs::read(input).expect("an input"),
    });
}
