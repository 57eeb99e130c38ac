//! Bytes in, in chunks of any size; entries out as soon as they are whole.

use super::entry::Entry;
use super::report::{Format, Report};
use super::tokens::Tokens;
use super::xml::Document;
use super::{Stamp, resolve};

/// How much is read at most. What is beyond is left out, and the report says so.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes, after decompression.
    pub bytes: u64,
    /// Characters of one text: an address, a title, a caption.
    pub text_chars: usize,
    /// Pictures of one page. Google reads 1,000.
    pub images_per_entry: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            text_chars: 4096,
            images_per_entry: 10_000,
        }
    }
}

/// A sitemap that an index names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Child {
    /// Its absolute address.
    pub loc: String,
    /// When it last changed.
    pub lastmod: Option<Stamp>,
}

/// What a feed says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Channel {
    /// Its title.
    pub title: Option<String>,
}

/// What a file gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Pages.
    pub entries: Vec<Entry>,
    /// Sitemaps, of an index.
    pub children: Vec<Child>,
    /// What a feed says of itself.
    pub channel: Option<Channel>,
    /// What was read, repaired and left out.
    pub report: Report,
}

/// Reads one file, fed chunk by chunk. No chunk boundary changes the result.
#[derive(Debug)]
pub struct Reader {
    source: String,
    limits: Limits,
    /// Bytes that are not yet whole characters.
    undecoded: Vec<u8>,
    body: Body,
    report: Report,
    full: bool,
}

/// What the file turned out to be.
#[derive(Debug)]
enum Body {
    /// Too little was read to tell.
    Unknown(String),
    Xml(Box<(Tokens, Document)>),
    Text {
        unread: String,
        entries: Vec<Entry>,
    },
    /// Neither: what follows does not matter.
    Other,
}

/// Reads a whole file. `source` is its address, for relative addresses in it; it may be empty.
pub fn read(source: &str, bytes: &[u8]) -> Outcome {
    let mut reader = Reader::new(source, Limits::default());
    reader.feed(bytes);
    reader.finish()
}

impl Reader {
    /// For the file at `source`, which relative addresses in it are relative to; it may be empty.
    pub fn new(source: &str, limits: Limits) -> Self {
        let body = Body::Unknown(String::new());
        Self {
            source: source.to_owned(),
            limits,
            undecoded: Vec::new(),
            body,
            report: Report::default(),
            full: false,
        }
    }

    /// Takes the next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        if self.full {
            return;
        }
        self.report.bytes = self.report.bytes.saturating_add(bytes.len() as u64);
        if self.report.bytes > self.limits.bytes {
            self.full = true;
            self.report.truncated = true;
            self.report.note(
                1,
                1,
                "the file is larger than is read; the rest was left out",
            );
            return;
        }
        self.undecoded.extend_from_slice(bytes);
        let whole = whole_characters(&self.undecoded);
        let text = decode(self.undecoded.get(..whole).unwrap_or_default());
        self.undecoded.drain(..whole);
        self.digest(&text, false);
    }

    /// The entries that have become whole since the last time.
    pub fn take(&mut self) -> Vec<Entry> {
        match &mut self.body {
            Body::Xml(xml) => std::mem::take(&mut xml.1.entries),
            Body::Text { entries, .. } => std::mem::take(entries),
            Body::Unknown(_) | Body::Other => Vec::new(),
        }
    }

    /// Says that this was all, and gives what is left.
    pub fn finish(mut self) -> Outcome {
        let rest = decode(&self.undecoded);
        self.digest(&rest, true);
        let entries = self.take();
        let mut outcome = Outcome {
            entries,
            report: self.report,
            ..Outcome::default()
        };
        if let Body::Xml(xml) = self.body {
            let document = xml.1;
            outcome.report.format = document.format;
            outcome.report.urls = document.count;
            outcome.report.truncated |= document.is_open();
            outcome.children = document.children;
            outcome.channel = document.channel;
            let mut problems = document.problems;
            outcome.report.problems.append(&mut problems);
        }
        outcome
    }

    fn digest(&mut self, text: &str, last: bool) {
        if let Body::Unknown(head) = &mut self.body {
            head.push_str(text);
            let head = std::mem::take(head);
            match recognise(&head, last) {
                None => self.body = Body::Unknown(head),
                Some(format) => {
                    self.report.format = format;
                    self.body = match format {
                        Format::Unknown | Format::Empty | Format::Html => Body::Other,
                        Format::Text => Body::Text {
                            unread: String::new(),
                            entries: Vec::new(),
                        },
                        _ => Body::Xml(Box::new((
                            Tokens::default(),
                            Document::new(&self.source, self.limits),
                        ))),
                    };
                    self.read_on(&head, last);
                }
            }
        } else {
            self.read_on(text, last);
        }
    }

    fn read_on(&mut self, text: &str, last: bool) {
        match &mut self.body {
            Body::Xml(xml) => {
                let (tokens, document) = &mut **xml;
                tokens.feed(text, last, document);
            }
            Body::Text { unread, entries } => {
                unread.push_str(text);
                let end = if last {
                    unread.len()
                } else {
                    unread.rfind('\n').map_or(0, |end| end + 1)
                };
                for line in unread
                    .get(..end)
                    .unwrap_or_default()
                    .lines()
                    .map(str::trim)
                    .filter(|line| !line.is_empty())
                {
                    if let Some(loc) = resolve(&self.source, line).filter(|_| line.contains("://"))
                    {
                        self.report.urls += 1;
                        entries.push(Entry {
                            loc,
                            ..Entry::default()
                        });
                    } else {
                        self.report
                            .note(1, 1, "a line that is no address was left out");
                    }
                }
                unread.drain(..end);
            }
            Body::Unknown(_) | Body::Other => {}
        }
    }
}

/// What `bytes` mean, without byte order marks: files are put together from files that begin with one, and within a
/// text it means nothing any more (Unicode 16, section 23.8).
fn decode(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('\u{feff}', "")
}

/// How many of `bytes` are whole characters: all but a character that is cut off at the end.
fn whole_characters(bytes: &[u8]) -> usize {
    let cut = bytes
        .iter()
        .rev()
        .take(3)
        .position(|&byte| byte >= 0xC0)
        .map_or(0, |back| {
            let lead = bytes
                .get(bytes.len() - 1 - back)
                .copied()
                .unwrap_or_default();
            let length = if lead >= 0xF0 {
                4
            } else if lead >= 0xE0 {
                3
            } else {
                2
            };
            if back + 1 < length { back + 1 } else { 0 }
        });
    bytes.len() - cut
}

/// What a file is, by how it begins; `None` where too little is known.
fn recognise(head: &str, last: bool) -> Option<Format> {
    /// No sitemap has so much before its first element.
    const ENOUGH: usize = 4096;
    let start = head.trim_start();
    if start.is_empty() {
        return last.then_some(Format::Empty);
    }
    if start.starts_with('<') {
        let lower = start
            .get(..start.len().min(512))
            .unwrap_or(start)
            .to_ascii_lowercase();
        if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
            return Some(Format::Html);
        }
        // Enough to tell a web page from the rest; the root element tells the rest apart.
        return (last || start.len() >= "<!doctype html".len()).then_some(Format::Urlset);
    }
    // The same beginning decides however the file is cut into chunks.
    let cut = start.char_indices().nth(ENOUGH).map(|(end, _)| end);
    let end = cut.or(last.then_some(start.len()))?;
    let is_list = start
        .get(..end)
        .unwrap_or(start)
        .lines()
        .take(20)
        .any(|line| line.trim().starts_with("http://") || line.trim().starts_with("https://"));
    Some(if is_list {
        Format::Text
    } else {
        Format::Unknown
    })
}

#[cfg(test)]
#[path = "reader_tests.rs"]
mod tests;
