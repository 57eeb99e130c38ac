//! Files of lines: plain lists of addresses, and `robots.txt`.

use super::entry::Entry;
use super::gathered::Gathered;
use super::outcome::Child;
use super::place::{Place, Spot};
use super::report::Format;
use super::slip::Slip;

/// A line that does not end within so many bytes is none; the protocol's longest address has 2,048 characters.
const LONGEST: usize = 64 << 10;

/// Reads a file line by line.
#[derive(Debug)]
pub(super) struct Lines {
    unread: String,
    place: Place,
    /// Within a line that is too long.
    skipping: bool,
    pub(super) gathered: Gathered,
}

impl Lines {
    pub(super) fn new(place: Place, gathered: Gathered) -> Self {
        Self {
            unread: String::new(),
            place,
            skipping: false,
            gathered,
        }
    }

    /// Takes more text, and reads the lines that are whole. `last` says that nothing follows.
    pub(super) fn feed(&mut self, text: &str, last: bool) {
        self.unread.push_str(text);
        if !last && !text.contains(['\n', '\r']) && self.unread.len() <= LONGEST {
            return;
        }
        let unread = std::mem::take(&mut self.unread);
        let mut at = 0;
        while let Some(rest) = unread.get(at..).filter(|rest| !rest.is_empty()) {
            let window = rest.as_bytes().get(..LONGEST).unwrap_or(rest.as_bytes());
            let end = memchr::memchr2(b'\n', b'\r', window);
            let spot = Spot::new(&unread, self.place, at);
            match end {
                Some(end) => {
                    self.line(rest.get(..end).unwrap_or_default(), spot);
                    at += end + 1;
                }
                None if window.len() == LONGEST => {
                    if !self.skipping {
                        self.gathered.notes.note(Slip::TokenLong, "", spot);
                    }
                    self.skipping = true;
                    at = next_boundary(&unread, at + LONGEST);
                }
                None if last => {
                    self.line(rest, spot);
                    at = unread.len();
                }
                None => break,
            }
        }
        self.place = self.place.after(unread.get(..at).unwrap_or_default());
        self.unread.push_str(unread.get(at..).unwrap_or_default());
    }

    /// Where the text that comes next begins.
    pub(super) fn end(&self) -> Place {
        self.place.after(&self.unread)
    }

    fn line(&mut self, line: &str, spot: Spot<'_>) {
        if std::mem::take(&mut self.skipping) {
            return;
        }
        let line = line.trim();
        if self.gathered.format == Format::Robots {
            self.field(line, spot);
        } else if !line.is_empty() {
            self.address(line, spot);
        }
    }

    /// A line of a list. Some write dates or words beside the address; some begin a comment with `#`.
    fn address(&mut self, line: &str, spot: Spot<'_>) {
        if line.starts_with('#') {
            return;
        }
        let loc = is_address(line)
            .then(|| self.gathered.address(line, None, spot))
            .flatten();
        match loc {
            Some(loc) => {
                let entry = Entry {
                    loc,
                    ..Entry::default()
                };
                self.gathered.entry(entry, spot);
            }
            None => self
                .gathered
                .notes
                .note(Slip::LineWithoutAddress, line, spot),
        }
    }

    /// A line of `robots.txt`. Only `Sitemap` says something here; a comment ends a line (RFC 9309, section 2.2).
    fn field(&mut self, line: &str, spot: Spot<'_>) {
        let Some((name, value)) = line.split_once(':') else {
            return;
        };
        let value = value.split('#').next().unwrap_or_default();
        if name.trim().eq_ignore_ascii_case("sitemap")
            && let Some(loc) = self.gathered.address(value, None, spot)
        {
            let child = Child {
                loc,
                ..Child::default()
            };
            self.gathered.child(child, spot);
        }
    }
}

/// What a line says of the file that it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    /// Empty, or a comment.
    Nothing,
    /// It begins XML.
    Xml,
    Format(Format),
    /// It is neither an address nor a field.
    Other,
}

/// What a line says of the file that it is in.
pub(super) fn hint(line: &str) -> Hint {
    /// The fields of RFC 9309, section 2.2, and those that are in use beside them.
    const FIELDS: [&str; 7] = [
        "user-agent",
        "disallow",
        "allow",
        "sitemap",
        "crawl-delay",
        "host",
        "noindex",
    ];
    let line = line.trim();
    let name = line.split_once(':').map(|(name, _)| name.trim());
    if line.is_empty() || line.starts_with('#') {
        Hint::Nothing
    } else if is_address(line) {
        Hint::Format(Format::Text)
    } else if name.is_some_and(|name| FIELDS.iter().any(|field| field.eq_ignore_ascii_case(name))) {
        Hint::Format(Format::Robots)
    } else if line.contains("<?xml") || line.contains("<urlset") || line.contains("<sitemapindex") {
        Hint::Xml
    } else {
        Hint::Other
    }
}

/// Whether a line is an absolute address, perhaps without its scheme.
fn is_address(line: &str) -> bool {
    let start = line.get(..8).unwrap_or(line).to_ascii_lowercase();
    start.starts_with("http://") || start.starts_with("https://") || start.starts_with("www.")
}

/// The first boundary between characters from `at` on.
fn next_boundary(text: &str, at: usize) -> usize {
    (at..text.len())
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use crate::sitemap::{Format, read};

    #[test]
    fn a_list_may_have_comments_and_lines_that_are_no_address() {
        let outcome = read(
            "",
            b"# All of it\nhttps://e.org/1\r\n\r\nsee also\nHTTPS://e.org/2\rhttps://e.org/3",
        );
        assert_eq!(outcome.report.format, Format::Text);
        let locs: Vec<&str> = outcome.entries.iter().map(|entry| &entry.loc[..]).collect();
        assert_eq!(
            locs,
            ["https://e.org/1", "https://e.org/2", "https://e.org/3"]
        );
        let problem = &outcome.report.problems[0];
        assert_eq!(
            (problem.line, problem.what.as_str()),
            (4, "“see also” is not an address; the line was left out")
        );
    }

    #[test]
    fn robots_txt_names_sitemaps_for_whoever_it_speaks_to() {
        let robots = b"User-agent: *\nDisallow: /private\nSITEMAP : /a.xml # the old one\n\nSitemap: https://e.org/b.xml\nSitemap:\n";
        let outcome = read("https://example.com/robots.txt", robots);
        assert_eq!(outcome.report.format, Format::Robots);
        let locs: Vec<&str> = outcome
            .children
            .iter()
            .map(|child| &child.loc[..])
            .collect();
        assert_eq!(locs, ["https://example.com/a.xml", "https://e.org/b.xml"]);
    }
}
