//! Posts as a text: a Markdown list by year, and an outline of links.

use super::date;
use crate::blog::{Blog, PageId};

/// A list by year, in the order given: a heading stands wherever the year changes.
pub(super) fn markdown(blog: &Blog, posts: &[PageId]) -> String {
    let mut out = format!("# {}\n", in_markdown(&blog.site.title));
    let mut last = None;
    for &post in posts {
        let page = blog.page(post);
        let year = page.published.map(|published| published.date.year());
        if last != Some(year) {
            last = Some(year);
            out.push('\n');
            if let Some(year) = year {
                out.push_str(&format!("## {year}\n\n"));
            }
        }
        // Brackets around an address keep one with parentheses whole (CommonMark, section 6.3).
        let url = page.url.replace('<', "%3C").replace('>', "%3E");
        out.push_str(&format!("- [{}](<{url}>)", in_markdown(&page.title)));
        let date = date(page);
        if !date.is_empty() {
            out.push_str(&format!(", {date}"));
        }
        out.push('\n');
    }
    out
}

/// What means something to Markdown is escaped: a title is only text.
fn in_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&'
        ) {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

/// An outline of type `link` (OPML 2.0, "What is an outline").
pub(super) fn opml(blog: &Blog, posts: &[PageId]) -> String {
    let title = in_xml(&blog.site.title);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head><title>{title}</title></head>\n  <body>\n"
    );
    for &post in posts {
        let page = blog.page(post);
        let (text, url) = (in_xml(&page.title), in_xml(&page.url));
        out.push_str(&format!(
            "    <outline type=\"link\" text=\"{text}\" url=\"{url}\"/>\n"
        ));
    }
    out.push_str("  </body>\n</opml>\n");
    out
}

/// Fit for an attribute in quotation marks. What XML cannot hold at all is left out.
fn in_xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
