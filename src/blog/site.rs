//! The site: its host, its name, its front page.

use rustc_hash::FxHashMap;

use super::{
    Given,
    draft::Draft,
    model::{Kind, Site},
};

/// What site the pages are on. Its name is a feed channel's, a publication's, or the host.
pub(super) fn site(drafts: &[Draft<'_>], kinds: &[Kind], given: &Given) -> Site {
    let host = main_host(drafts);
    let home = drafts
        .iter()
        .zip(kinds)
        .find(|(draft, kind)| {
            **kind == Kind::Home && draft.address.host == host && draft.path().is_empty()
        })
        .map_or_else(|| origin(drafts, &host), |(draft, _)| draft.url.to_owned());
    let publication = drafts
        .iter()
        .find_map(|draft| draft.news?.publication.clone());
    let title = given
        .channel
        .clone()
        .or(publication)
        .map(|title| title.trim().to_owned())
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| host.clone());
    Site { host, title, home }
}

fn main_host(drafts: &[Draft<'_>]) -> String {
    let mut count: FxHashMap<&str, usize> = FxHashMap::default();
    let mut best: (&str, usize) = ("", 0);
    for draft in drafts {
        let pages = count.entry(draft.address.host.as_str()).or_default();
        *pages += 1;
        if *pages > best.1 {
            best = (draft.address.host.as_str(), *pages);
        }
    }
    best.0.to_owned()
}

/// The front page where the file does not name it: the root of the blog, with the folders that all its pages share
/// (`/blog/`, `/@someone/`).
fn origin(drafts: &[Draft<'_>], host: &str) -> String {
    let here = || drafts.iter().filter(|draft| draft.address.host == host);
    let Some(draft) = here().next() else {
        return String::new();
    };
    let base =
        |draft: &Draft<'_>| draft.lead - usize::from(draft.language.is_some()).min(draft.lead);
    let mut shared = here().map(base).min().unwrap_or(0);
    let handle = |draft: &Draft<'_>| {
        draft
            .path()
            .first()
            .filter(|first| first.starts_with('@'))
            .cloned()
    };
    if shared == 0 && handle(draft).is_some() && here().all(|other| handle(other) == handle(draft))
    {
        shared = 1;
    }
    let after_scheme = draft.url.find("://").map_or(0, |at| at + 3);
    let rest = draft.url.get(after_scheme..).unwrap_or("");
    let end = rest
        .match_indices('/')
        .nth(shared)
        .map_or(draft.url.len(), |(at, _)| after_scheme + at);
    let mut home = draft.url.get(..end).unwrap_or(draft.url).to_owned();
    home.push('/');
    home
}
