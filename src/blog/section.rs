//! Sections: the folders at the top of the blog that hold posts.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    address::Segment,
    draft::Draft,
    model::{Kind, PageId, Section, SectionId},
    spelling::Spelling,
};

/// The sections, and which of them each page is in, in the drafts' order.
pub(super) struct Sections {
    /// The one with most posts first.
    pub(super) list: Vec<Section>,
    /// The section of each page.
    pub(super) of_page: Vec<Option<SectionId>>,
}

/// Finds the sections: every top folder with posts in it. Where all posts of a folder share the next folder too
/// (`/babysteps/blog/…`), the section is the deepest folder they share.
pub(super) fn sections(
    drafts: &[Draft<'_>],
    kinds: &[Kind],
    spelling: &Spelling,
    host: &str,
) -> Sections {
    let mut folders: FxHashMap<&str, (Vec<&Segment>, usize)> = FxHashMap::default();
    let mut order: Vec<&str> = Vec::new();
    // A link blog's feed names pages of other sites; their folders are no sections of this one.
    let here = |draft: &Draft<'_>| draft.address.host == host;
    for (draft, _) in drafts
        .iter()
        .zip(kinds)
        .filter(|(draft, kind)| **kind == Kind::Post && here(draft))
    {
        let own = draft.folders();
        let Some(top) = own.first() else { continue };
        let (shared, posts) = folders.entry(top.as_str()).or_insert_with(|| {
            order.push(top.as_str());
            (own.iter().collect(), 0)
        });
        let same = shared
            .iter()
            .zip(own)
            .take_while(|(one, other)| **one == *other)
            .count();
        shared.truncate(same);
        *posts += 1;
    }
    order.sort_by_key(|top| std::cmp::Reverse(folders.get(top).map_or(0, |(_, posts)| *posts)));
    let mut slugs = Slugs::default();
    let mut list: Vec<Section> = Vec::new();
    let own_pages = own_pages(drafts, kinds);
    for top in &order {
        let Some((shared, posts)) = folders.get(top) else {
            continue;
        };
        // A folder of one post that is a folder of its own is that post's, not a section's.
        let depth = if *posts == 1 { 1 } else { shared.len() };
        let shared = shared.get(..depth).unwrap_or(shared);
        let path: Vec<Segment> = shared.iter().map(|folder| (*folder).clone()).collect();
        let slug = slugs.add(shared.last().map_or("", |last| last.as_str()));
        list.push(Section {
            name: spelling.name(shared.last().map_or("", |last| last.as_str())),
            page: own_pages.get(path.as_slice()).copied(),
            slug,
            posts: *posts,
        });
    }
    let place: FxHashMap<&str, u32> = order.iter().zip(0..).map(|(top, at)| (*top, at)).collect();
    let of_page = drafts
        .iter()
        .map(|draft| {
            let top = draft.path().first().filter(|_| here(draft))?;
            place.get(top.as_str()).map(|at| SectionId(*at))
        })
        .collect();
    Sections { list, of_page }
}

/// The sections' own pages, by their paths.
fn own_pages<'a>(drafts: &'a [Draft<'_>], kinds: &[Kind]) -> FxHashMap<&'a [Segment], PageId> {
    let mut pages = FxHashMap::default();
    for ((draft, kind), id) in drafts.iter().zip(kinds).zip(0..) {
        if *kind == Kind::Section {
            pages.entry(draft.path()).or_insert(PageId(id));
        }
    }
    pages
}

/// Short names fit for a query string, each given once.
#[derive(Default)]
pub(super) struct Slugs {
    taken: FxHashSet<String>,
    /// The last number put behind each.
    last: FxHashMap<String, u32>,
}

impl Slugs {
    /// The slug of a name, with a number behind it where another has it already.
    pub(super) fn add(&mut self, name: &str) -> String {
        let plain = slug(name);
        let mut free = plain.clone();
        while !self.taken.insert(free.clone()) {
            let number = self.last.entry(plain.clone()).or_insert(1);
            *number = number.saturating_add(1);
            free = format!("{plain}-{number}");
        }
        free
    }
}

/// Letters and digits in lower case, everything else a hyphen.
pub(super) fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') && !matches!(c, '\'' | '’') {
            out.push('-');
        }
    }
    let out = out.trim_end_matches('-');
    if out.is_empty() {
        "-".to_owned()
    } else {
        out.to_owned()
    }
}
