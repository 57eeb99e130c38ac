//! Entries on their way to becoming pages: merged by address, their addresses taken apart once.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{
    Given,
    address::{Address, Segment},
    date::{self, Found},
    kind,
};
use crate::sitemap::{Alternate, Entry, Image, Item, News, Stamp};

/// Everything that the files say of one page.
#[derive(Clone, Debug)]
pub(super) struct Draft<'a> {
    /// The address as first given.
    pub(super) url: &'a str,
    /// The same, taken apart.
    pub(super) address: Address,
    /// How many leading segments are the site's base or a language, and no part of the blog's own order.
    pub(super) lead: usize,
    /// The language its address names, in lower case.
    pub(super) language: Option<String>,
    /// The date that its path carries.
    pub(super) dated: Option<Found>,
    /// `lastmod`, the latest where several files give one.
    pub(super) lastmod: Option<Stamp>,
    /// Pictures, in order, each address once.
    pub(super) images: Vec<&'a Image>,
    /// The news extension.
    pub(super) news: Option<&'a News>,
    /// What a feed says.
    pub(super) item: Option<&'a Item>,
    /// `hreflang` alternates.
    pub(super) alternates: Vec<&'a Alternate>,
    /// The same post in other languages: `hreflang` and address.
    pub(super) variants: Vec<(String, String)>,
    /// What the name of its file says it is.
    pub(super) hint: Option<kind::Hint>,
}

impl<'a> Draft<'a> {
    fn new(entry: &'a Entry, address: Address, hint: Option<kind::Hint>) -> Self {
        Self {
            url: &entry.loc,
            address,
            lead: 0,
            language: None,
            dated: None,
            lastmod: entry.lastmod,
            images: entry.images.iter().collect(),
            news: entry.news.as_deref(),
            item: entry.item.as_deref(),
            alternates: entry.alternates.iter().collect(),
            variants: Vec::new(),
            hint,
        }
    }

    /// The path within the blog: without base and language.
    pub(super) fn path(&self) -> &[Segment] {
        self.address.segments.get(self.lead..).unwrap_or_default()
    }

    /// Looks for the date in the path, once it is known where that begins.
    pub(super) fn read_date(&mut self) {
        self.dated = date::in_path(self.path());
    }

    /// The folders it is in, but for its date's.
    pub(super) fn folders(&self) -> &[Segment] {
        let path = self.path();
        let folders = path.split_last().map_or(path, |(_, folders)| folders);
        let end = self.dated.as_ref().map(|found| found.segments.start);
        end.and_then(|end| folders.get(..end)).unwrap_or(folders)
    }

    /// The last segment of the path.
    pub(super) fn slug(&self) -> &str {
        self.path().last().map_or("", Segment::as_str)
    }

    /// Adds what another file, or another entry of the same, says of the same page. What was said first stands.
    pub(super) fn absorb(&mut self, other: Draft<'a>) {
        self.lastmod = match (self.lastmod, other.lastmod) {
            (Some(own), Some(its)) if its.date > own.date => Some(its),
            (own, its) => own.or(its),
        };
        for image in other.images {
            if !self.images.iter().any(|known| known.loc == image.loc) {
                self.images.push(image);
            }
        }
        self.news = self.news.or(other.news);
        self.item = self.item.or(other.item);
        self.alternates.extend(other.alternates);
        self.hint = self.hint.or(other.hint);
    }
}

/// One draft a page, in the order in which the entries first name it.
pub(super) fn drafts<'a>(entries: &'a [Entry], given: &Given) -> Vec<Draft<'a>> {
    let mut out: Vec<Draft<'a>> = Vec::with_capacity(entries.len());
    let mut known: FxHashMap<String, usize> =
        FxHashMap::with_capacity_and_hasher(entries.len(), FxBuildHasher);
    for (position, entry) in entries.iter().enumerate() {
        let address = Address::parse(&entry.loc);
        let identity = address.identity();
        let hint = given.file_name_at(position).and_then(kind::hint_of_file);
        let draft = Draft::new(entry, address, hint);
        match known.get(&identity).and_then(|index| out.get_mut(*index)) {
            Some(first) => first.absorb(draft),
            None => {
                known.insert(identity, out.len());
                out.push(draft);
            }
        }
    }
    out
}
