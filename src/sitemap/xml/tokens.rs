//! Has quick-xml cut XML into tokens as text arrives. A token that may go on in the next piece of text waits for it.

use memchr::{memchr, memmem};
use quick_xml::errors::Error;
use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::document::Document;
use crate::sitemap::place::{Place, Spot};
use crate::sitemap::slip::Slip;

/// A reference that does not end within so many bytes is an `&` alone: `&#x0010FFFF;` and all names are shorter.
const LONGEST_REFERENCE: usize = 64;
/// How much of the text that waits may be looked through again for each byte that comes, so that a token fed byte by
/// byte does not cost the square of its length.
const LOOKS_PER_BYTE: usize = 16;

/// The text that has not become whole tokens yet, and where it begins.
#[derive(Debug)]
pub(in crate::sitemap) struct Tokens {
    unread: String,
    place: Place,
    /// So much was there when nothing whole was found.
    stuck: usize,
    /// So much may be looked through again.
    credit: usize,
    /// What ends the token that is passed over because it is too long.
    skipping: Option<&'static str>,
    /// Whether to look for a tag's end no further than the next `<`. Set by the first tag that has none, since looking
    /// further for the end of each would cost the square of the file's length.
    careful: bool,
    /// Whether there was a document type: there can be one only.
    typed: bool,
    done: bool,
}

/// How far it went, and what is to be done next.
enum Step {
    /// Go on there.
    On(usize),
    /// What begins there is not whole.
    Wait(usize),
}

impl Tokens {
    /// Cuts text that begins at `place`.
    pub(in crate::sitemap) fn new(place: Place) -> Self {
        Self {
            unread: String::new(),
            place,
            stuck: 0,
            credit: 0,
            skipping: None,
            careful: false,
            typed: false,
            done: false,
        }
    }

    /// Takes more text and hands each whole token to `document`. `last` says that nothing follows.
    pub(in crate::sitemap) fn feed(&mut self, text: &str, last: bool, document: &mut Document) {
        if self.done {
            return;
        }
        self.unread.push_str(text);
        if !last && !self.is_worth_a_look(text) {
            return;
        }
        let mut unread = std::mem::take(&mut self.unread);
        let read = self.read(&unread, last, document);
        self.place = self.place.after(unread.get(..read).unwrap_or_default());
        unread.drain(..read.min(unread.len()));
        self.stuck = unread.len();
        self.unread = unread;
        if document.is_foreign() {
            self.done = true;
            self.unread = String::new();
        }
    }

    /// Where the text that comes next begins.
    pub(in crate::sitemap) fn end(&self) -> Place {
        self.place.after(&self.unread)
    }

    /// Whether what waits may have become whole: something came that ends tokens and there is credit to look, or so
    /// much came that looking costs no more than what came.
    fn is_worth_a_look(&mut self, text: &str) -> bool {
        self.credit = self
            .credit
            .saturating_add(text.len().saturating_mul(LOOKS_PER_BYTE));
        let may_end = text.contains(['>', '<', ';', '&']);
        let look = (may_end && self.credit >= self.unread.len())
            || self.unread.len() >= self.stuck.saturating_mul(2);
        if look {
            self.credit = self.credit.saturating_sub(self.unread.len());
        }
        look
    }

    /// Reads what is whole and gives how many bytes that was.
    fn read(&mut self, text: &str, last: bool, document: &mut Document) -> usize {
        let mut at = 0;
        while at < text.len() && !document.is_foreign() {
            let step = match self.skipping {
                Some(end) => self.skip(text, at, end, last),
                None => self.run(text, at, last, document),
            };
            match step {
                Step::On(next) => at = next,
                Step::Wait(next) => return next,
            }
        }
        at.min(text.len())
    }

    /// Passes over a token that is too long, up to what ends it.
    fn skip(&mut self, text: &str, at: usize, end: &'static str, last: bool) -> Step {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        match memmem::find(rest, end.as_bytes()) {
            Some(found) => {
                self.skipping = None;
                Step::On(at + found + end.len())
            }
            None if last => Step::On(text.len()),
            // What ends the text may begin what is looked for; it is never more than two bytes, `]]` or `--`.
            None => Step::Wait(at.max(floor(text, text.len().saturating_sub(end.len() - 1)))),
        }
    }

    /// Has quick-xml read on from `at` until something needs care.
    fn run(&mut self, text: &str, at: usize, last: bool, document: &mut Document) -> Step {
        let (end, single) = if self.careful {
            self.fence(text, at)
        } else {
            (text.len(), false)
        };
        let mut reader = Reader::from_str(text.get(at..end).unwrap_or_default());
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        let mut start = at;
        while !document.is_foreign() {
            let event = reader.read_event();
            let stop = usize::try_from(reader.buffer_position())
                .map_or(end, |read| at.saturating_add(read).min(end));
            let spot = Spot::new(text, self.place, start);
            let token = text.get(start..stop).unwrap_or_default();
            match event {
                Ok(Event::Eof) => return Step::On(end),
                Ok(Event::Text(_)) if token.starts_with('&') => {
                    // A `&` that nothing ends yet, or that something else ends.
                    if stop == text.len() && !last && token.len() <= LONGEST_REFERENCE {
                        return Step::Wait(start);
                    }
                    document.ampersand(spot);
                    return Step::On(start + 1);
                }
                Ok(Event::Text(said)) => document.say(&said),
                Ok(Event::GeneralRef(name)) if name.len() > LONGEST_REFERENCE => {
                    document.ampersand(spot);
                    return Step::On(start + 1);
                }
                Ok(Event::GeneralRef(name)) => document.reference(&name, spot),
                Ok(event) if token.len() > document.limits().token_bytes => {
                    let is_tag = matches!(event, Event::Start(_) | Event::Empty(_) | Event::End(_));
                    return match next_tag(token, document).filter(|_| is_tag) {
                        Some(next) => self.cut_short(text, start, next, document),
                        None => self.leave_out(text, start, document),
                    };
                }
                Ok(Event::Start(_) | Event::Empty(_)) if !is_tag(token) => {
                    return self.not_a_tag(start, document, spot);
                }
                Ok(Event::Start(tag)) => document.open(&tag, false, spot),
                Ok(Event::Empty(tag)) => document.open(&tag, true, spot),
                Ok(Event::End(_)) => {
                    if let Some(next) = next_tag(token, document) {
                        return self.cut_short(text, start, next, document);
                    }
                    document.close(first_word(token.get(2..).unwrap_or_default()), spot);
                }
                Ok(Event::CData(said)) => document.say(&said),
                Ok(Event::DocType(_)) if self.typed => {
                    return self.not_a_tag(start, document, spot);
                }
                Ok(Event::DocType(content)) => {
                    self.typed = true;
                    document.doctype(&content, spot);
                }
                Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_)) => {}
                Err(error) => {
                    let hopeless = matches!(error, Error::IllFormed(_));
                    return self.broken(text, start, hopeless, last, document);
                }
            }
            start = stop;
            if single && stop > at {
                return Step::On(stop);
            }
        }
        Step::On(text.len())
    }

    /// How far to let quick-xml look from `at` for one token: a tag ends before the next `<` (XML 1.0, section 3.1),
    /// what begins with `<!` or `<?` may hold any. Whether to come back after one token.
    fn fence(&self, text: &str, at: usize) -> (usize, bool) {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let next = |from: usize| {
            let found = memchr(b'<', rest.get(from..).unwrap_or_default());
            found.map_or(text.len(), |found| at + from + found)
        };
        // What cannot become one of these is fenced in like a tag, or each would be looked through to the file's end.
        let declares = text
            .get(at..)
            .is_some_and(|rest| may_be_declaration(rest) && !(self.typed && is_doctype(rest)));
        match (rest.first(), rest.get(1)) {
            (Some(b'<'), Some(b'!' | b'?')) if declares => (text.len(), true),
            (Some(b'<'), _) => (next(1), false),
            _ => (next(0), false),
        }
    }

    /// quick-xml reads nothing whole at `start`: either the rest is not here yet, or it is no XML.
    fn broken(
        &mut self,
        text: &str,
        start: usize,
        hopeless: bool,
        last: bool,
        document: &mut Document,
    ) -> Step {
        let rest = text.get(start..).unwrap_or_default();
        let spot = Spot::new(text, self.place, start);
        let is_tag = !rest.starts_with("<!") && !rest.starts_with("<?");
        if let Some(next) = next_tag(rest, document).filter(|_| is_tag) {
            // However it goes on, it holds a `<`, and no tag does.
            return self.cut_short(text, start, next, document);
        }
        if hopeless || !may_be_declaration(rest) || (self.typed && is_doctype(rest)) {
            return self.not_a_tag(start, document, spot);
        }
        if rest.len() > document.limits().token_bytes {
            return self.leave_out(text, start, document);
        }
        if !last {
            return Step::Wait(start);
        }
        // The file ends within it.
        if let Some(said) = rest.strip_prefix("<![CDATA[") {
            document.say(said);
        } else if rest.starts_with("</") {
            document.close_any(spot);
        } else if is_doctype(rest) {
            self.typed = true;
            return self.not_a_tag(start, document, spot);
        }
        Step::On(text.len())
    }

    /// The next tag begins, `next` bytes on, before this one ends. An end tag ends there; another never was one.
    fn cut_short(
        &mut self,
        text: &str,
        start: usize,
        next: usize,
        document: &mut Document,
    ) -> Step {
        let spot = Spot::new(text, self.place, start);
        let tag = text.get(start..start + next).unwrap_or_default();
        let Some(name) = tag.strip_prefix("</") else {
            return self.not_a_tag(start, document, spot);
        };
        self.careful = true;
        document.close(first_word(name), spot);
        Step::On(start + next)
    }

    /// A `<` that begins nothing is text.
    fn not_a_tag(&mut self, start: usize, document: &mut Document, spot: Spot<'_>) -> Step {
        self.careful = true;
        document.less_than(spot);
        Step::On(start + 1)
    }

    /// A token that is too long is passed over. Comments and instructions say nothing, however long.
    fn leave_out(&mut self, text: &str, start: usize, document: &mut Document) -> Step {
        let rest = text.get(start..).unwrap_or_default();
        let spot = Spot::new(text, self.place, start);
        self.skipping = if rest.starts_with("<!--") {
            Some("-->")
        } else if rest.starts_with("<?") {
            Some("?>")
        } else {
            document.note(Slip::TokenLong, "", spot);
            if !rest.starts_with("<![CDATA[") {
                self.typed |= is_doctype(rest);
                return self.not_a_tag(start, document, spot);
            }
            Some("]]>")
        };
        Step::On(start + 2)
    }
}

/// Whether a token that quick-xml takes for a tag is one: it has a name, and no `<` within.
fn is_tag(token: &str) -> bool {
    let inner = token.as_bytes().get(1..).unwrap_or_default();
    let named = inner
        .first()
        .is_some_and(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80 || b"_:".contains(byte));
    named && memchr(b'<', inner).is_none()
}

/// Where, after its first byte, a tag holds a `<`; `None` too where that is further than a tag may be long, so that it does
/// not matter whether it is there yet.
fn next_tag(token: &str, document: &Document) -> Option<usize> {
    let most = token
        .len()
        .min(document.limits().token_bytes.saturating_add(1));
    memchr(b'<', token.as_bytes().get(1..most)?).map(|at| at + 1)
}

/// Whether what begins with `<!` can become a comment, a CDATA section or a document type.
fn may_be_declaration(rest: &str) -> bool {
    !rest.starts_with("<!")
        || ["<!--", "<![CDATA["]
            .iter()
            .any(|known| rest.starts_with(known) || known.starts_with(rest))
        || is_doctype(rest)
}

fn is_doctype(rest: &str) -> bool {
    const DOCTYPE: &[u8] = b"<!DOCTYPE";
    let length = rest.len().min(DOCTYPE.len());
    length > 2
        && rest
            .as_bytes()
            .iter()
            .zip(DOCTYPE)
            .all(|(a, b)| a.eq_ignore_ascii_case(b))
}

/// The name in an end tag, without what careless hands put after it.
fn first_word(name: &str) -> &str {
    let end = name
        .bytes()
        .position(|byte| byte.is_ascii_whitespace() || byte == b'>' || byte == b'<');
    end.and_then(|end| name.get(..end)).unwrap_or(name)
}

/// The boundary between characters at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

#[cfg(test)]
#[path = "tokens_tests.rs"]
mod tests;
