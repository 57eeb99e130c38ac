//! What kind of page an address is: by the words that blog generators put into their paths, then by the shape of the site.
//!
//! Certain signs come first (a tag folder, a date, a page number), then what the site's other pages show: a folder that holds
//! posts makes posts of its pages; a root that holds little else than posts does too. Checked by eye on every file of the
//! corpus, and by figures on the labelled blogs.

mod exceptions;
mod names;

use rustc_hash::{FxHashMap, FxHashSet};

use self::names::{
    APART, ARCHIVES, AUTHORS, CATEGORIES, CONTAINERS, PLAIN, PLAIN_AMONG_POSTS, TAGS,
};
use super::{address::Segment, date::Found, draft::Draft, model::Kind};

/// What the name of a generator's file says of every page in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    /// Posts: `post-sitemap.xml` (Yoast), `sitemap-posts.xml` (Ghost), `wp-sitemap-posts-post-1.xml` (WordPress),
    /// `blog-posts-sitemap.xml` (Wix).
    Posts,
    /// Plain pages.
    Pages,
    /// Lists of one kind.
    Lists(Kind),
}

/// What a file's name says of the pages in it, if it is named as a sitemap of one kind.
pub(super) fn hint_of_file(name: &str) -> Option<Hint> {
    let name = name.to_ascii_lowercase();
    if !name.contains("sitemap") {
        return None;
    }
    let has = |word: &str| name.split(['-', '_', '.']).any(|part| part == word);
    if has("tag") || has("tags") {
        Some(Hint::Lists(Kind::Tag))
    } else if has("category") || has("categories") {
        Some(Hint::Lists(Kind::Category))
    } else if has("author") || has("authors") || has("users") {
        Some(Hint::Lists(Kind::Author))
    } else if has("page") || has("pages") {
        Some(Hint::Pages)
    } else if has("post") || has("posts") {
        Some(Hint::Posts)
    } else {
        None
    }
}

/// Whether a folder of this name holds posts.
pub(super) fn is_container(segment: &str) -> bool {
    is_one_of(&CONTAINERS, segment)
}

/// Whether a folder of this name holds series, each in a folder of its own.
pub(super) fn is_series_folder(segment: &str) -> bool {
    is_one_of(&["serie", "serien", "series"], segment)
}

fn ends_with(segment: &str, end: &str) -> bool {
    let from = segment.len().checked_sub(end.len());
    let own = from.and_then(|from| segment.get(from..));
    own.is_some_and(|own| own.eq_ignore_ascii_case(end))
}

fn is_one_of(table: &[&str], segment: &str) -> bool {
    table.iter().any(|word| segment.eq_ignore_ascii_case(word))
}

/// The kind of each draft, in their order.
pub(super) fn kinds(drafts: &[Draft<'_>]) -> Vec<Kind> {
    let mut verdicts: Vec<Verdict> = drafts.iter().map(verdict).collect();
    find_section_pages(drafts, &mut verdicts);
    exceptions::find_pagination(drafts, &mut verdicts);
    exceptions::find_pages_of_blogger(drafts, &mut verdicts);
    let shape = Shape::of(drafts, &verdicts);
    drafts
        .iter()
        .zip(verdicts)
        .map(|(draft, verdict)| match verdict {
            Verdict::Sure(kind) => kind,
            Verdict::Open => shape.kind(draft),
        })
        .collect()
}

/// What one address says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Sure(Kind),
    /// It depends on the others.
    Open,
}

fn verdict(draft: &Draft<'_>) -> Verdict {
    let path = draft.path();
    // A feed and the news extension list posts, whatever their addresses look like.
    let fed = draft.item.is_some() || draft.news.is_some();
    if fed && (!path.is_empty() || draft.address.query.is_some()) {
        return Verdict::Sure(Kind::Post);
    }
    if draft.address.is_file || is_proof_of_ownership(draft.slug()) {
        return Verdict::Sure(Kind::Page);
    }
    if let Some(kind) = list_kind(draft) {
        return Verdict::Sure(kind);
    }
    match draft.hint {
        Some(Hint::Lists(kind)) => return Verdict::Sure(kind),
        Some(Hint::Pages) => return Verdict::Sure(Kind::Page),
        Some(Hint::Posts) if !path.is_empty() => return Verdict::Sure(Kind::Post),
        _ => {}
    }
    if is_plain(path) {
        return Verdict::Sure(Kind::Page);
    }
    let folders = path.split_last().map_or(path, |(_, folders)| folders);
    let dated = draft.dated.as_ref().is_some_and(Found::says_post);
    // WordPress' "numeric" addresses: `/archives/123`.
    let numeric = matches!(path, [archives, number] if archives == "archives" && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit()));
    let in_series = matches!(path, [first, _, _] if is_series_folder(first));
    if dated
        || numeric
        || in_series
        || super::title::has_hash(draft.slug())
        || folders
            .iter()
            .any(|folder| is_container(folder) || folder.starts_with('@'))
    {
        return Verdict::Sure(Kind::Post);
    }
    Verdict::Open
}

/// The kind of a page that is a list or a front page, by its path alone.
fn list_kind(draft: &Draft<'_>) -> Option<Kind> {
    let path = draft.path();
    let Some(last) = path.last() else {
        return Some(query_kind(draft.address.query.as_deref()));
    };
    if path.len() == 1
        && ["home", "index", "homepage"]
            .iter()
            .any(|word| last.eq_ignore_ascii_case(word))
    {
        return Some(Kind::Home);
    }
    if is_page_number(path) || draft.dated.as_ref().is_some_and(Found::is_all) {
        return Some(Kind::Archive);
    }
    // Webflow's collections: `/blog-category/news`, `/blog-tags/rust`.
    if let [collection, _] = path
        && let Some(bare) = collection
            .strip_prefix("blog-")
            .or_else(|| collection.strip_prefix("post-"))
    {
        return match () {
            () if is_one_of(&TAGS, bare) => Some(Kind::Tag),
            () if is_one_of(&CATEGORIES, bare) => Some(Kind::Category),
            () if is_one_of(&AUTHORS, bare) => Some(Kind::Author),
            () => None,
        };
    }
    // A post filed under its series: `/series/name/post`. Other taxonomies nest their own pages so deep.
    if let [first, _, _] = path
        && is_series_folder(first)
    {
        return None;
    }
    // A tag folder stands first or behind the section's name; deeper down it is part of a post's own path.
    for (at, segment) in path.iter().enumerate().take(3) {
        let kind = match () {
            () if is_one_of(&TAGS, segment) => Kind::Tag,
            () if is_one_of(&CATEGORIES, segment) => Kind::Category,
            () if is_one_of(&AUTHORS, segment) => Kind::Author,
            () => continue,
        };
        let after = path.len() - at - 1;
        return match after {
            0 => Some(Kind::Archive).filter(|_| path.len() <= 2),
            1 | 2 => Some(kind),
            _ => None,
        };
    }
    let archive = is_one_of(&ARCHIVES, last)
        || (path.len() <= 2
            && ["-archive", "-archives"]
                .iter()
                .any(|end| ends_with(last, end)));
    (archive && path.len() <= 2).then_some(Kind::Archive)
}

/// The front page, unless its query asks for something else.
fn query_kind(query: Option<&str>) -> Kind {
    let Some(query) = query else {
        return Kind::Home;
    };
    let has = |name: &str| {
        query
            .split('&')
            .any(|pair| pair.split('=').next() == Some(name))
    };
    match () {
        () if has("p") => Kind::Post,
        () if has("cat") => Kind::Category,
        () if has("tag") => Kind::Tag,
        () if has("author") => Kind::Author,
        () if has("page_id") => Kind::Page,
        () if has("paged") || has("page") || has("m") => Kind::Archive,
        () => Kind::Page,
    }
}

/// `/page/2`, `/blog/page2`.
fn is_page_number(path: &[Segment]) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match path {
        [.., word, number] if word.eq_ignore_ascii_case("page") => is_number(number),
        // `/blog/page2`; Pelican's `index2.html` and `category/news3.html` cannot all be told, its `index2` can.
        [.., last] => last
            .strip_prefix("page")
            .or_else(|| last.strip_prefix("index"))
            .is_some_and(|rest| is_number(rest.trim_start_matches('-'))),
        [] => false,
    }
}

/// A page that only proves to a search engine who owns the site: `google89436ab8910a7ce7.html`, `yandex_1a2b….html`.
fn is_proof_of_ownership(slug: &str) -> bool {
    let rest = ["google", "yandex_", "pinterest-", "wmail_", "baidu_verify_"]
        .iter()
        .find_map(|name| slug.strip_prefix(name));
    rest.is_some_and(|rest| rest.len() >= 8 && rest.bytes().all(|byte| byte.is_ascii_hexdigit()))
        || slug == "BingSiteAuth"
}

fn is_plain(path: &[Segment]) -> bool {
    let Some((last, folders)) = path.split_last() else {
        return false;
    };
    match folders {
        [] => is_one_of(&PLAIN, last),
        [first] if is_container(first) => is_one_of(&PLAIN_AMONG_POSTS, last),
        [first, ..] => is_one_of(&APART, first),
    }
}

/// A page that other pages lie under is a section's front page, unless it is a post by its date.
fn find_section_pages(drafts: &[Draft<'_>], verdicts: &mut [Verdict]) {
    let mut below: FxHashMap<&[Segment], usize> = FxHashMap::default();
    for draft in drafts.iter().filter(|draft| !draft.address.is_file) {
        let path = draft.path();
        for depth in 1..path.len() {
            if let Some(folder) = path.get(..depth) {
                *below.entry(folder).or_default() += 1;
            }
        }
    }
    for (draft, verdict) in drafts.iter().zip(verdicts) {
        let path = draft.path();
        let children = below.get(path).copied().unwrap_or(0);
        let named = path.len() == 1 && is_container(draft.slug());
        let dated = draft.dated.is_some();
        let post = matches!(verdict, Verdict::Sure(Kind::Post));
        let open = post || matches!(verdict, Verdict::Open | Verdict::Sure(Kind::Page));
        if open
            && !dated
            && draft.item.is_none()
            && (children >= 2 || (children == 1 && named) || (named && !post))
        {
            *verdict = Verdict::Sure(Kind::Section);
        }
    }
}

/// Which folders of a site hold posts.
struct Shape<'a> {
    /// Folders in which at least one page is surely a post.
    with_posts: FxHashSet<&'a [Segment]>,
    /// How many open pages each folder holds.
    open: FxHashMap<&'a [Segment], usize>,
    /// Pages that are surely posts.
    sure: usize,
}

impl<'a> Shape<'a> {
    fn of(drafts: &'a [Draft<'_>], verdicts: &[Verdict]) -> Self {
        let mut shape = Self {
            with_posts: FxHashSet::default(),
            open: FxHashMap::default(),
            sure: 0,
        };
        for (draft, verdict) in drafts.iter().zip(verdicts) {
            let folder = folder(draft);
            match verdict {
                Verdict::Sure(Kind::Post) => {
                    shape.sure += 1;
                    // Only the folder itself: a dated post's folder is its day.
                    shape.with_posts.insert(folder.get(..1).unwrap_or(folder));
                }
                Verdict::Open => *shape.open.entry(folder).or_default() += 1,
                Verdict::Sure(_) => {}
            }
        }
        shape
    }

    fn kind(&self, draft: &Draft<'_>) -> Kind {
        let folder = folder(draft);
        let siblings = self.open.get(folder).copied().unwrap_or(0);
        let post = match folder {
            // At the root: posts, unless the posts are elsewhere (in folders, or by date).
            [] => {
                siblings > self.sure
                    || (self.with_posts.contains(folder) && looks_written(draft.slug()))
            }
            [first, ..] if is_one_of(&APART, first) => false,
            [_, ..] => {
                siblings >= 3
                    || self.sure == 0
                    || self.with_posts.contains(folder.get(..1).unwrap_or(folder))
            }
        };
        if post { Kind::Post } else { Kind::Page }
    }
}

fn folder<'a>(draft: &'a Draft<'_>) -> &'a [Segment] {
    draft
        .path()
        .split_last()
        .map_or(&[], |(_, folders)| folders)
}

/// Three words or more, as titles have and names of plain pages seldom.
fn looks_written(slug: &str) -> bool {
    super::words::words(slug).len() >= 3
}

#[cfg(test)]
mod tests;
