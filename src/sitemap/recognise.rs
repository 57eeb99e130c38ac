//! What a file is, by how it begins; never by its name or by what a server says of it.

use super::lines::{Hint, hint};
use super::report::Format;

/// A file that says nothing of itself in so many bytes is none that is read.
const ENOUGH: usize = 64 << 10;
/// Nor is one with so many lines that mean nothing.
const MOST_OTHER_LINES: usize = 50;
/// An XML declaration is shorter.
const LONGEST_DECLARATION: usize = 1_024;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// XML that begins after so many bytes; whether something stands before it.
    Xml { from: usize, after_other: bool },
    /// A JSON object.
    Json,
    /// Addresses, or the fields of `robots.txt`.
    Lines(Format),
    /// Nothing that is read.
    Other(Format),
}

/// The beginning of a file, until it is known what it is.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) text: String,
    /// So much was looked through for lines.
    looked: usize,
    /// Lines that mean nothing.
    others: usize,
}

impl Head {
    /// What the file is, given more of it; `None` while too little came to tell. What is told depends on the file
    /// alone, not on how it was cut into pieces. `last` says that nothing follows.
    pub(super) fn recognise(&mut self, more: &str, last: bool) -> Option<Kind> {
        self.text.push_str(more);
        let start = self.text.trim_start();
        if start.is_empty() {
            let endless = self.text.len() > ENOUGH;
            return (last || endless).then_some(Kind::Other(if endless {
                Format::Unknown
            } else {
                Format::Empty
            }));
        }
        let from = self.text.len() - start.len();
        match start.as_bytes().first() {
            Some(b'<') => self.xml(from, last),
            Some(b'{') => Some(Kind::Json),
            _ => self.lines(last),
        }
    }

    /// The XML declaration is passed over here. It ends at the first `>`: some forget the `?` before it, and would have
    /// the whole file taken for a part of it.
    fn xml(&self, from: usize, last: bool) -> Option<Kind> {
        const BEGIN: &str = "<?xml";
        let xml = |from| {
            Some(Kind::Xml {
                from,
                after_other: false,
            })
        };
        let start = self.text.get(from..).unwrap_or_default();
        if start.len() <= BEGIN.len() && BEGIN.starts_with(start) && !last {
            return None;
        }
        let is_declaration = start
            .strip_prefix(BEGIN)
            .is_some_and(|rest| rest.starts_with(char::is_whitespace));
        if !is_declaration {
            return xml(from);
        }
        let window = start.as_bytes().get(..LONGEST_DECLARATION);
        match memchr::memchr(b'>', window.unwrap_or(start.as_bytes())) {
            Some(end) => xml(from + end + 1),
            None if last || window.is_some() => xml(from),
            None => None,
        }
    }

    fn lines(&mut self, last: bool) -> Option<Kind> {
        while let Some(rest) = self.text.get(self.looked..).filter(|rest| !rest.is_empty()) {
            let end = memchr::memchr2(b'\n', b'\r', rest.as_bytes());
            if end.is_none() && !last {
                break;
            }
            let length = end.map_or(rest.len(), |end| end + 1);
            let line = rest.get(..length).unwrap_or_default();
            match hint(line) {
                Hint::Nothing => {}
                Hint::Format(format) => return Some(Kind::Lines(format)),
                Hint::Xml => {
                    return Some(Kind::Xml {
                        from: self.looked + line.find('<').unwrap_or_default(),
                        after_other: true,
                    });
                }
                Hint::Other => self.others += 1,
            }
            self.looked += length;
            if self.others > MOST_OTHER_LINES || self.looked > ENOUGH {
                return Some(Kind::Other(Format::Unknown));
            }
        }
        (last || self.text.len() - self.looked > ENOUGH).then_some(Kind::Other(Format::Unknown))
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, Head, Kind};

    /// In one piece and byte by byte; both must agree.
    #[track_caller]
    fn assert_kind(text: &str, expected: Kind) {
        assert_eq!(
            Head::default().recognise(text, true),
            Some(expected),
            "{text}"
        );
        let mut head = Head::default();
        let told = text
            .chars()
            .find_map(|c| head.recognise(c.encode_utf8(&mut [0; 4]), false))
            .or_else(|| head.recognise("", true));
        assert_eq!(told, Some(expected), "{text}, byte by byte");
    }

    #[test]
    fn a_file_is_told_by_how_it_begins() {
        let xml = |from| Kind::Xml {
            from,
            after_other: false,
        };
        assert_kind("\n <urlset>", xml(2));
        assert_kind("<?xml version='1.0'?><urlset>", xml(21));
        assert_kind("<?xml version='1.0'><urlset>", xml(20));
        assert_kind("<?xml-stylesheet href='a'?><urlset>", xml(0));
        assert_kind(" {\"version\": 1}", Kind::Json);
        assert_kind("# a list\n\nhttp://a.example/", Kind::Lines(Format::Text));
        assert_kind(
            "# for robots\r\nUser-agent: *\r\n",
            Kind::Lines(Format::Robots),
        );
        assert_kind("sitemap : http://a.example/", Kind::Lines(Format::Robots));
        assert_kind("Not found", Kind::Other(Format::Unknown));
        assert_kind(" \n", Kind::Other(Format::Empty));
        assert_kind("", Kind::Other(Format::Empty));
    }

    #[test]
    fn xml_after_other_lines_is_xml() {
        let text = "---\nlayout: none\n---\n  <?xml version='1.0'?>";
        assert_kind(
            text,
            Kind::Xml {
                from: text.find('<').unwrap(),
                after_other: true,
            },
        );
    }
}
