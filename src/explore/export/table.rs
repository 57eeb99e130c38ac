//! Posts as rows: comma-separated values, and JSON.

use std::fmt::Write;

use super::{date, section, series};
use crate::blog::{Blog, PageId};

/// The columns, which are the fields of the JSON too.
const COLUMNS: [&str; 7] = [
    "title",
    "published",
    "url",
    "section",
    "series",
    "part",
    "pictures",
];

fn row(blog: &Blog, post: PageId) -> [String; 7] {
    let page = blog.page(post);
    let (series, part) = series(blog, post);
    [
        page.title.clone(),
        date(page),
        page.url.clone(),
        section(blog, page).to_owned(),
        series.to_owned(),
        part.to_owned(),
        page.images.len().to_string(),
    ]
}

/// With a byte order mark, by which spreadsheets know that it is UTF-8.
pub(super) fn csv(blog: &Blog, posts: &[PageId]) -> String {
    let mut out = String::from("\u{feff}");
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        for (index, cell) in cells.enumerate() {
            if index > 0 {
                out.push(',');
            }
            write_cell(&mut out, cell);
        }
        out.push_str("\r\n");
    };
    line(&mut COLUMNS.into_iter());
    for &post in posts {
        line(&mut row(blog, post).iter().map(String::as_str));
    }
    out
}

/// A cell, quoted where it must be. One that a spreadsheet would take for a formula is given a quotation mark in front, as OWASP advises against
/// what is called CSV injection: titles come from strangers.
fn write_cell(out: &mut String, text: &str) {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains(['"', ',', '\n', '\r']) || formula {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(&text);
    }
}

/// A list of objects; what is not known is left out.
pub(super) fn json(blog: &Blog, posts: &[PageId]) -> String {
    let mut out = String::from("[");
    for (index, &post) in posts.iter().enumerate() {
        out.push_str(if index == 0 { "\n  {" } else { ",\n  {" });
        let mut first = true;
        for (name, value) in COLUMNS.iter().zip(row(blog, post)) {
            if value.is_empty() {
                continue;
            }
            out.push_str(if std::mem::take(&mut first) {
                "\""
            } else {
                ", \""
            });
            out.push_str(name);
            out.push_str("\": ");
            if *name == "pictures" {
                out.push_str(&value);
            } else {
                write_string(&mut out, &value);
            }
        }
        out.push('}');
    }
    out.push_str("\n]\n");
    out
}

/// A JSON string (RFC 8259, section 7).
fn write_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            // Writing into a string cannot fail.
            '\0'..='\u{1f}' => drop(write!(out, "\\u{:04x}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out.push('"');
}
