//! A document as far as it was read: which elements are open, and what their text says.

use quick_xml::events::BytesStart;

use super::draft::Draft;
use super::element::{Field, Role};
use super::scribe::Scribe;
use super::space::{Space, Spaces};

use crate::sitemap::gathered::Gathered;
use crate::sitemap::html;
use crate::sitemap::limits::Limits;
use crate::sitemap::place::Spot;
use crate::sitemap::report::Format;
use crate::sitemap::slip::Slip;

/// A document whose own element is none of those known after so many others is none that is read.
const MOST_BEFORE_ROOT: usize = 1_000;
/// The longest name of an element that is read is shorter.
const LONGEST_NAME: usize = 24;

/// A document as far as it was read.
#[derive(Debug)]
pub(in crate::sitemap) struct Document {
    pub(in crate::sitemap) gathered: Gathered,
    pub(super) draft: Draft,
    /// The elements that are open, the document's own first.
    pub(super) open: Vec<Open>,
    /// Their names, one after the other.
    pub(super) names: String,
    /// How many more are open, deeper than is read.
    pub(super) beyond: usize,
    pub(super) spaces: Spaces,
    /// What addresses are relative to, by `xml:base`.
    pub(super) bases: Vec<String>,
    pub(super) text: String,
    /// Which of the elements that are open has its text collected.
    pub(super) collecting: Option<Collecting>,
    /// The vocabulary of the document's own element.
    pub(super) root_space: Space,
    /// How many elements there were before the document's own.
    pub(super) before_root: usize,
    pub(super) root_closed: bool,
    /// Whether there was a document type, which may define entities.
    pub(super) typed: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    pub(super) role: Role,
    /// Where its name begins among the names.
    name: usize,
    /// How many namespaces and bases were in force before it.
    pub(super) spaces: usize,
    pub(super) bases: usize,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Collecting {
    pub(super) field: Field,
    /// Whether there was more than is collected.
    pub(super) full: bool,
}

impl Document {
    pub(in crate::sitemap) fn new(gathered: Gathered) -> Self {
        Self {
            gathered,
            draft: Draft::default(),
            open: Vec::new(),
            names: String::new(),
            beyond: 0,
            spaces: Spaces::default(),
            bases: Vec::new(),
            text: String::new(),
            collecting: None,
            root_space: Space::None,
            before_root: 0,
            root_closed: false,
            typed: false,
        }
    }

    /// Whether it is something else altogether, and not worth reading on.
    pub(in crate::sitemap) fn is_foreign(&self) -> bool {
        self.gathered.format == Format::Html
            || (!self.has_root() && self.before_root > MOST_BEFORE_ROOT)
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.gathered.limits
    }

    pub(super) fn note(&mut self, slip: Slip, detail: &str, spot: Spot<'_>) {
        self.gathered.notes.note(slip, detail, spot);
    }

    /// A document type. That of a web page says that this is one; all else that one may define is refused.
    pub(super) fn doctype(&mut self, content: &str, spot: Spot<'_>) {
        let name = content
            .split(|c: char| c.is_whitespace() || c == '[')
            .next();
        if !self.has_root() && name.is_some_and(|name| name.eq_ignore_ascii_case("html")) {
            self.gathered.format = Format::Html;
        } else {
            self.note(Slip::Doctype, "", spot);
            self.typed = true;
        }
    }

    /// A start tag, or the tag of an element that is empty.
    pub(super) fn open(&mut self, start: &BytesStart<'_>, empty: bool, spot: Spot<'_>) {
        if self.beyond > 0 || self.open.len() >= self.gathered.limits.nesting {
            self.note(Slip::Nesting, "", spot);
            self.beyond += usize::from(!empty);
            return;
        }
        let (mut spaces, mut bases) = (self.spaces.len(), self.bases.len());
        self.declare(start, spot);
        let qualified = start.name().into_inner();
        let (prefix, local) = qualified.split_once(':').unwrap_or(("", qualified));
        let space = self.space(prefix, spot);
        let mut lower = [0; LONGEST_NAME];
        let local = lower_case(local, &mut lower);
        let depth = self.open.len();
        let role = self.role(space, local, spot);
        if self.open.len() < depth {
            // What was ended took with it what was declared here.
            (spaces, bases) = (self.spaces.len(), self.bases.len());
            self.declare(start, spot);
        }
        self.open.push(Open {
            role,
            name: self.names.len(),
            spaces,
            bases,
        });
        self.names.push_str(qualified);
        self.begin(role, start, spot);
        if empty {
            self.pop(spot);
        }
    }

    /// An end tag. What is still open within ends too; what closes nothing is passed over.
    pub(super) fn close(&mut self, name: &str, spot: Spot<'_>) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        if name.is_empty() {
            return self.pop(spot);
        }
        let same = |open: &Open, end: usize| self.names.get(open.name..end) == Some(name);
        let mut end = self.names.len();
        let mut within = None;
        for (above, open) in self.open.iter().rev().enumerate() {
            if same(open, end) {
                within = Some(above);
                break;
            }
            end = open.name;
        }
        match within {
            None => self.note(Slip::StrayEnd, name, spot),
            Some(above) => {
                self.end_all_beyond(self.open.len() - above, spot);
                self.pop(spot);
            }
        }
    }

    /// An end tag that the file ends within.
    pub(super) fn close_any(&mut self, spot: Spot<'_>) {
        self.gathered.truncated |= self.has_root();
        self.close("", spot);
    }

    /// The file ends here: what is open is taken for what it is, but for a text that may have gone on.
    pub(in crate::sitemap) fn finish(&mut self, spot: Spot<'_>) {
        let foreign = matches!(self.gathered.format, Format::Html);
        self.gathered.truncated |= self.has_root() && !self.root_closed && !foreign;
        self.collecting = None;
        while !self.open.is_empty() {
            if self
                .open
                .last()
                .is_some_and(|open| matches!(open.role, Role::Text(_)))
            {
                self.forget();
            } else {
                self.pop(spot);
            }
        }
        if !self.has_root() {
            self.gathered.format = Format::Unknown;
        }
    }

    /// Whether text between elements is a page's own.
    pub(super) fn is_in_page(&self) -> bool {
        let role = self.parent();
        self.beyond == 0 && matches!(role, Role::Entry | Role::Child)
    }

    /// Whether text says something here.
    pub(super) fn is_heard(&self) -> bool {
        self.collecting.is_some() || self.is_in_page()
    }

    pub(super) fn has_root(&self) -> bool {
        self.gathered.format != Format::Empty
    }

    pub(super) fn parent(&self) -> Role {
        self.open.last().map_or(Role::Other, |open| open.role)
    }

    fn scribe<'a>(&'a mut self, spot: Spot<'a>) -> (Scribe<'a>, &'a mut Draft) {
        let scribe = Scribe {
            gathered: &mut self.gathered,
            base: self.bases.last().map(String::as_str),
            spot,
        };
        (scribe, &mut self.draft)
    }

    /// Takes in what a tag declares: namespaces, and what addresses in it are relative to.
    fn declare(&mut self, start: &BytesStart<'_>, spot: Spot<'_>) {
        let raw = start.attributes_raw();
        if raw.is_empty() || !(raw.contains("xmlns") || raw.contains("xml:base")) {
            return;
        }
        let most = self.gathered.limits.attributes;
        for attribute in start
            .html_attributes()
            .with_checks(false)
            .flatten()
            .take(most)
        {
            let value = html::decode(&attribute.value);
            match attribute.key.into_inner() {
                "xmlns" => self.spaces.bind("", &value),
                "xml:base" => {
                    let (mut scribe, _) = self.scribe(spot);
                    if let Some(base) = scribe.address(&value) {
                        self.bases.push(base);
                    }
                }
                key => {
                    if let Some(prefix) = key.strip_prefix("xmlns:") {
                        self.spaces.bind(prefix, &value);
                    }
                }
            }
        }
    }

    /// The vocabulary that a prefix stands for here, or usually.
    fn space(&mut self, prefix: &str, spot: Spot<'_>) -> Space {
        if prefix.is_empty() {
            return self.spaces.unprefixed();
        }
        if let Some(space) = self.spaces.find(prefix) {
            return space;
        }
        let usual = Space::of_prefix(prefix);
        if usual != Space::Unknown {
            self.note(Slip::Prefix, prefix, spot);
        }
        usual
    }

    /// What a tag itself says, before anything that stands in it.
    fn begin(&mut self, role: Role, start: &BytesStart<'_>, spot: Spot<'_>) {
        if let Role::Text(field) = role {
            self.text.clear();
            self.collecting = Some(Collecting { field, full: false });
        }
        if role == Role::Root
            && self.root_space == Space::Unknown
            && !start.name().into_inner().contains(':')
        {
            self.note(Slip::NamespaceOther, "", spot);
        }
        let attributes = !start
            .attributes_raw()
            .trim_end_matches('/')
            .trim()
            .is_empty();
        let (mut scribe, draft) = self.scribe(spot);
        draft.begin(role, attributes.then_some(start), &mut scribe);
    }

    /// Ends the innermost element that is open, and takes in what it says.
    pub(super) fn pop(&mut self, spot: Spot<'_>) {
        let Some(open) = self.forget() else { return };
        match open.role {
            Role::Text(field) => {
                // Noted where the element ends, since how its text arrived is chance.
                if self.collecting.take().is_some_and(|said| said.full) && field == Field::Content {
                    self.note(Slip::ContentLong, "", spot);
                }
                let text = std::mem::take(&mut self.text);
                let (mut scribe, draft) = self.scribe(spot);
                draft.text(field, &text, &mut scribe);
                self.text = text;
            }
            Role::Root => self.root_closed = true,
            role => {
                let (mut scribe, draft) = self.scribe(spot);
                draft.end(role, &mut scribe);
            }
        }
        if self.open.is_empty() && self.has_root() {
            self.root_closed = true;
        }
    }

    /// Takes the innermost element off those that are open.
    fn forget(&mut self) -> Option<Open> {
        let open = self.open.pop()?;
        self.names.truncate(open.name);
        self.spaces.truncate(open.spaces);
        self.bases.truncate(open.bases);
        Some(open)
    }

    pub(super) fn note_unclosed(&mut self, spot: Spot<'_>) {
        if let Some(open) = self.open.last() {
            let name = self.names.get(open.name..).unwrap_or_default();
            self.gathered.notes.note(Slip::Unclosed, name, spot);
        }
    }
}

/// The name in lower case; nothing for a name longer than any that is read.
fn lower_case<'a>(name: &str, into: &'a mut [u8; LONGEST_NAME]) -> &'a str {
    let Some(into) = into.get_mut(..name.len()) else {
        return "";
    };
    into.copy_from_slice(name.as_bytes());
    into.make_ascii_lowercase();
    std::str::from_utf8(into).unwrap_or_default()
}

#[cfg(test)]
#[path = "document_tests.rs"]
mod tests;
