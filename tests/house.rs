//! The house's walls: each room names only what it may. Reads the tree, so that a wall cannot be forgotten.

#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms in the order of the flow, each with the words it must not name.
const ROOMS: [(&str, &[&str]); 4] = [
    (
        "sitemap",
        &[
            "crate::blog",
            "crate::explore",
            "crate::ui",
            "crate::browser",
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo",
        ],
    ),
    (
        "blog",
        &[
            "crate::explore",
            "crate::ui",
            "crate::browser",
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo",
        ],
    ),
    (
        "explore",
        &[
            "crate::ui",
            "crate::browser",
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo",
        ],
    ),
    (
        "ui",
        &[
            "crate::browser",
            "js_sys",
            "gloo",
            "wasm_bindgen_futures",
            "spawn_local",
            "inner_html",
        ],
    ),
];
/// The longest file that is still held in the head, tests not counted.
const MOST_LINES: usize = 400;

#[test]
fn no_room_names_what_it_must_not() {
    let mut wrong = Vec::new();
    for (room, forbidden) in ROOMS {
        for path in room_files(room) {
            let code = code_of(&read(&path));
            wrong.extend(
                trespasses(&code, forbidden).map(|word| format!("{} names {word}", path.display())),
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_file_is_too_long_to_be_held_in_the_head() {
    let long: Vec<_> = rust_files(&root().join("src"))
        .into_iter()
        .filter(|path| !path.to_string_lossy().ends_with("_tests.rs"))
        .map(|path| {
            (
                read(&path)
                    .split("#[cfg(test)]\nmod tests")
                    .next()
                    .unwrap_or_default()
                    .lines()
                    .count(),
                path,
            )
        })
        .filter(|(lines, _)| *lines > MOST_LINES)
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn pages_hold_no_script_and_no_style_of_their_own() {
    for page in ["index.html", "tests/e2e/pages/embed.html"] {
        let html = read(&root().join(page));
        assert!(
            !html.contains("<style") && !html.contains("style=\"") && !html.contains("onclick"),
            "{page}"
        );
        for script in html.split("<script").skip(1) {
            let (attributes, rest) = script.split_once('>').unwrap_or((script, ""));
            assert!(
                attributes.contains("src=") && rest.trim_start().starts_with("</script>"),
                "{page}: {attributes}"
            );
        }
    }
}

#[test]
fn the_walls_would_be_seen_through() {
    let code = code_of("use web_sys::Window; // leptos\nlet x = \"gloo\";");
    assert_eq!(
        trespasses(&code, &["web_sys", "leptos", "gloo"]).collect::<Vec<_>>(),
        ["web_sys"]
    );
    assert_eq!(trespasses("leptos_use::x", &["leptos"]).count(), 1);
    assert_eq!(trespasses("my_leptos()", &["leptos"]).count(), 0);
}

/// The forbidden words that code names, as the beginning of a word.
fn trespasses<'a>(code: &'a str, forbidden: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    forbidden.iter().copied().filter(move |word| {
        code.match_indices(word).any(|(at, _)| {
            !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
        })
    })
}

/// Code without comments and without what stands in quotes.
fn code_of(source: &str) -> String {
    let mut code = String::new();
    for line in source.lines() {
        let line = line.split("//").next().unwrap_or_default();
        for (index, piece) in line.split('"').enumerate() {
            if index % 2 == 0 {
                code.push_str(piece);
            }
        }
        code.push('\n');
    }
    code
}

fn room_files(room: &str) -> Vec<PathBuf> {
    let mut files = rust_files(&root().join("src").join(room));
    files.push(root().join(format!("src/{room}.rs")));
    files
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
