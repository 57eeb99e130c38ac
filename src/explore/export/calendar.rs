//! Posts as days in a calendar.

use crate::blog::{Blog, PageId};
use crate::sitemap::Precision;

/// A line is folded after so many bytes (RFC 5545, section 3.1).
const LINE_BYTES: usize = 75;

/// A day each, for those whose day is known.
pub(super) fn calendar(blog: &Blog, posts: &[PageId]) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//Blog Explorer//EN");
    for &post in posts {
        let page = blog.page(post);
        let day = page
            .published
            .filter(|published| published.precision == Precision::Day);
        let Some(day) = day else { continue };
        let day = day.date.to_string().replace('-', "");
        line(&mut out, "BEGIN:VEVENT");
        // The same post is the same event, whenever it is saved.
        line(&mut out, &format!("UID:{}", escaped(&page.url)));
        // The specification wants a stamp; that of the post itself makes the same file every time.
        line(&mut out, &format!("DTSTAMP:{day}T000000Z"));
        line(&mut out, &format!("DTSTART;VALUE=DATE:{day}"));
        line(&mut out, &format!("SUMMARY:{}", escaped(&page.title)));
        line(&mut out, &format!("URL:{}", page.url));
        line(&mut out, "TRANSP:TRANSPARENT");
        line(&mut out, "END:VEVENT");
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// Text as the specification wants it (section 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A line, folded between characters.
fn line(out: &mut String, text: &str) {
    let mut length = 0;
    for c in text.chars() {
        if length + c.len_utf8() > LINE_BYTES {
            out.push_str("\r\n ");
            length = 1;
        }
        length += c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
}
