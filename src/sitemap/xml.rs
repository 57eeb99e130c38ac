//! What the elements of sitemaps and feeds mean: tokens in, entries out.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use super::date::stamp;
use super::entry::{Alternate, Entry, Image, Item, News};
use super::reader::{Channel, Child, Limits};
use super::report::{Format, Problem, note};
use super::resolve;

const FREQUENCIES: [&str; 7] = [
    "always", "hourly", "daily", "weekly", "monthly", "yearly", "never",
];

/// A document as far as it was read.
#[derive(Debug)]
pub(super) struct Document {
    /// Whole entries that nobody has taken yet.
    pub(super) entries: Vec<Entry>,
    pub(super) children: Vec<Child>,
    pub(super) channel: Option<Channel>,
    pub(super) format: Format,
    /// How many entries or children there were.
    pub(super) count: usize,
    pub(super) problems: Vec<Problem>,
    /// Whether something could not be read as XML.
    pub(super) broken: bool,
    source: String,
    limits: Limits,
    root_seen: bool,
    root_closed: bool,
    entry: Option<Entry>,
    image: Option<Image>,
    text: String,
    line: u32,
    column: u32,
}

impl Document {
    pub(super) fn new(source: &str, limits: Limits) -> Self {
        Self {
            entries: Vec::new(),
            children: Vec::new(),
            channel: None,
            format: Format::Unknown,
            count: 0,
            problems: Vec::new(),
            broken: false,
            source: source.to_owned(),
            limits,
            root_seen: false,
            root_closed: false,
            entry: None,
            image: None,
            text: String::new(),
            line: 1,
            column: 1,
        }
    }

    /// Whether the document began and did not end.
    pub(super) fn is_open(&self) -> bool {
        self.root_seen
            && !self.root_closed
            && !matches!(self.format, Format::Html | Format::Unknown)
    }

    /// Whether it is something else altogether, and not worth reading on.
    pub(super) fn is_foreign(&self) -> bool {
        self.root_seen && matches!(self.format, Format::Html | Format::Unknown)
    }

    /// Where the next token begins.
    pub(super) fn at(&mut self, line: u32, column: u32) {
        (self.line, self.column) = (line, column);
    }

    pub(super) fn problem(&mut self, line: u32, column: u32, what: &str) {
        note(&mut self.problems, line, column, what);
    }

    fn note(&mut self, what: &str) {
        note(&mut self.problems, self.line, self.column, what);
    }

    /// Takes the next token.
    pub(super) fn token(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(start) => self.open(start),
            Event::Empty(start) => {
                self.open(start);
                self.close(start.local_name().as_ref());
            }
            Event::End(end) => self.close(end.local_name().as_ref()),
            Event::Text(text) => self.say(text),
            Event::CData(text) => self.say(text),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(character)) => self.say(character.encode_utf8(&mut [0; 4])),
                _ => match resolve_xml_entity(reference).or_else(|| html_entity(reference)) {
                    Some(text) => self.say(text),
                    None => {
                        self.note("an entity that is not known was kept as it is written");
                        self.say(&format!("&{};", &**reference));
                    }
                },
            },
            Event::DocType(_) => {
                self.note("a document type was refused: nothing it defines is used");
            }
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Eof => {}
        }
    }

    fn say(&mut self, text: &str) {
        if self.text.len() > self.limits.text_chars {
            return;
        }
        let room = self.limits.text_chars - self.text.len();
        match text.char_indices().nth(room) {
            Some((cut, _)) => {
                self.text.push_str(text.get(..cut).unwrap_or_default());
                self.note("a text of absurd length was cut");
            }
            None => self.text.push_str(text),
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) {
        let local = start.local_name();
        let name: &str = local.as_ref();
        self.text.clear();
        if !self.root_seen {
            self.root_seen = true;
            self.format = match name.to_ascii_lowercase().as_str() {
                "urlset" => Format::Urlset,
                "sitemapindex" => Format::Index,
                "rss" | "rdf" => Format::Rss,
                "feed" => Format::Atom,
                "html" => Format::Html,
                _ => Format::Unknown,
            };
            return;
        }
        match (name, self.entry.is_some()) {
            ("url" | "sitemap" | "item" | "entry", false) => self.entry = Some(Entry::default()),
            ("image", true) if self.image.is_none() => self.image = Some(Image::default()),
            ("link", true) => self.link(start),
            ("channel", _) => {
                self.channel.get_or_insert_default();
            }
            _ => {}
        }
    }

    /// `xhtml:link` alternates, and Atom's links.
    fn link(&mut self, start: &BytesStart<'_>) {
        let attribute = |name: &str| {
            let value = start.try_get_attribute(name).ok().flatten()?;
            Some(
                value
                    .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                    .ok()?
                    .into_owned(),
            )
        };
        let Some(href) = attribute("href").and_then(|href| resolve(&self.source, &href)) else {
            return;
        };
        let (rel, hreflang) = (attribute("rel"), attribute("hreflang"));
        let Some(entry) = &mut self.entry else { return };
        match rel.as_deref() {
            Some("alternate") if self.format == Format::Urlset => {
                entry.alternates.push(Alternate { href, hreflang });
            }
            None | Some("alternate") if entry.loc.is_empty() => entry.loc = href,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        if matches!(
            name.to_ascii_lowercase().as_str(),
            "urlset" | "sitemapindex" | "rss" | "rdf" | "feed"
        ) {
            self.root_closed = true;
        } else if self.image.is_some() {
            self.close_in_image(name, text);
        } else if self.entry.is_some() {
            self.close_in_entry(name, text);
        } else if name == "title"
            && matches!(self.format, Format::Rss | Format::Atom)
            && !text.is_empty()
        {
            self.channel
                .get_or_insert_default()
                .title
                .get_or_insert_with(|| text.to_owned());
        }
    }

    fn close_in_image(&mut self, name: &str, text: &str) {
        if name == "image" {
            let Some(image) = self.image.take().filter(|image| !image.loc.is_empty()) else {
                self.note("a picture without an address was left out");
                return;
            };
            let full = self
                .entry
                .as_ref()
                .is_some_and(|entry| entry.images.len() >= self.limits.images_per_entry);
            if full {
                self.note("a page names more pictures than are read");
            } else if let Some(entry) = &mut self.entry {
                entry.images.push(image);
            }
            return;
        }
        let Some(image) = &mut self.image else { return };
        let said = || (!text.is_empty()).then(|| text.to_owned());
        match name {
            "loc" => image.loc = resolve(&self.source, text).unwrap_or_default(),
            "title" => image.title = said(),
            "caption" => image.caption = said(),
            "geo_location" => image.geo_location = said(),
            "license" => image.license = said(),
            _ => {}
        }
    }

    fn close_in_entry(&mut self, name: &str, text: &str) {
        if matches!(name, "url" | "sitemap" | "item" | "entry") {
            self.finish_entry();
            return;
        }
        let source = self.source.clone();
        let Some(entry) = &mut self.entry else { return };
        let feed = matches!(self.format, Format::Rss | Format::Atom);
        let mut bad = None;
        match name {
            "loc" if entry.loc.is_empty() => entry.loc = resolve(&source, text).unwrap_or_default(),
            "link" if feed && entry.loc.is_empty() => {
                entry.loc = resolve(&source, text).unwrap_or_default();
            }
            "lastmod" | "updated" | "modified" if !text.is_empty() => {
                entry.lastmod = stamp(text);
                bad = entry
                    .lastmod
                    .is_none()
                    .then_some("a date that is none was left out");
            }
            "changefreq" if !text.is_empty() => {
                entry.changefreq = FREQUENCIES
                    .into_iter()
                    .find(|word| word.eq_ignore_ascii_case(text));
                bad = entry
                    .changefreq
                    .is_none()
                    .then_some("a change frequency that is none was left out");
            }
            "priority" if !text.is_empty() => {
                entry.priority = text
                    .parse::<f32>()
                    .ok()
                    .filter(|priority| (0.0..=1.0).contains(priority));
                bad = entry
                    .priority
                    .is_none()
                    .then_some("a priority that is none was left out");
            }
            "publication_date" => entry.news.get_or_insert_default().published = stamp(text),
            "title" if feed => entry.item.get_or_insert_default().title = Some(text.to_owned()),
            "title" => News::title(entry, text),
            "pubDate" | "published" | "issued" | "date" if feed => Item::date(entry, text),
            "category" | "subject" if feed && !text.is_empty() => entry
                .item
                .get_or_insert_default()
                .categories
                .push(text.to_owned()),
            _ => {}
        }
        if let Some(bad) = bad {
            self.note(bad);
        }
    }

    fn finish_entry(&mut self) {
        let Some(entry) = self.entry.take() else {
            return;
        };
        if entry.loc.is_empty() {
            self.note("an entry without an address that can be opened was left out");
            return;
        }
        self.count += 1;
        if self.format == Format::Index {
            self.children.push(Child {
                loc: entry.loc,
                lastmod: entry.lastmod,
            });
        } else {
            self.entries.push(entry);
        }
    }
}

impl News {
    fn title(entry: &mut Entry, text: &str) {
        entry.news.get_or_insert_default().title = Some(text.to_owned());
    }
}

impl Item {
    fn date(entry: &mut Entry, text: &str) {
        let item = entry.item.get_or_insert_default();
        item.published = item.published.or_else(|| stamp(text));
    }
}

/// The entities of HTML that authors write into XML, where only five are defined. All two thousand would weigh more than this room.
fn html_entity(name: &str) -> Option<&'static str> {
    Some(match name {
        "nbsp" => "\u{a0}",
        "copy" => "©",
        "reg" => "®",
        "trade" => "™",
        "hellip" => "…",
        "ndash" => "–",
        "mdash" => "—",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        "laquo" => "«",
        "raquo" => "»",
        "bull" => "•",
        "middot" => "·",
        "times" => "×",
        "deg" => "°",
        "euro" => "€",
        "pound" => "£",
        "auml" => "ä",
        "ouml" => "ö",
        "uuml" => "ü",
        "Auml" => "Ä",
        "Ouml" => "Ö",
        "Uuml" => "Ü",
        "szlig" => "ß",
        "aacute" => "á",
        "eacute" => "é",
        "iacute" => "í",
        "oacute" => "ó",
        "uacute" => "ú",
        "ntilde" => "ñ",
        "agrave" => "à",
        "egrave" => "è",
        "ecirc" => "ê",
        "ccedil" => "ç",
        "rarr" => "→",
        "larr" => "←",
        _ => return None,
    })
}
