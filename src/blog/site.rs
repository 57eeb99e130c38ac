//! The site: its host, its name, its front page.

use rustc_hash::FxHashMap;

use super::{
    Given,
    boilerplate::{first_cut, last_cut},
    draft::Draft,
    model::{Kind, Site},
    words::{fold, is_same},
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
        .or_else(|| spelt_host(drafts, &host))
        .map(|title| title.trim().to_owned())
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| host.clone());
    Site { host, title, home }
}

/// The site's name as picture titles spell it ("… - Jack Vanlightly"), recognised by being the host's without its signs.
fn spelt_host(drafts: &[Draft<'_>], host: &str) -> Option<String> {
    let label = fold(host.split('.').next()?);
    let titles = drafts
        .iter()
        .flat_map(|draft| &draft.images)
        .filter_map(|image| image.title.as_deref());
    let mut ends = titles
        .flat_map(|title| {
            [
                last_cut(title).map(|(_, tail)| tail),
                first_cut(title).map(|(head, _)| head),
            ]
        })
        .flatten();
    let likely = label.len()..=label.len() * 2;
    let name = ends.find(|end| likely.contains(&end.len()) && is_same(end, &label))?;
    Some(name.trim().to_owned())
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
    let folders =
        |draft: &Draft<'_>| base(draft).min(draft.address.segments.len().saturating_sub(1));
    // A feed has a few posts only, and what folders these share may be their own.
    let fed = here().all(|draft| draft.item.is_some());
    let mut shared = if fed {
        0
    } else {
        here().map(folders).min().unwrap_or(0)
    };
    let handle = |draft: &Draft<'_>| {
        draft
            .address
            .segments
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
    let path = rest.find(['?', '#']).unwrap_or(rest.len());
    let end = rest
        .match_indices('/')
        .nth(shared)
        .map_or(path, |(at, _)| at.min(path))
        + after_scheme;
    let mut home = draft.url.get(..end).unwrap_or(draft.url).to_owned();
    home.push('/');
    home
}
