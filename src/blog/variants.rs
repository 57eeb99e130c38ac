//! Translations: one post in several languages is one page with variants.

use rustc_hash::FxHashMap;

use super::{address::Address, draft::Draft};

/// Languages that blogs put first in a path, by ISO 639-1. Two-letter folders that are more often something else
/// (`go`, `io`, `is`, `tv`, `my`) are left out.
const LANGUAGES: [&str; 34] = [
    "ar", "bg", "bn", "ca", "cn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he",
    "hi", "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt", "ro", "ru", "sv", "tr", "uk",
    "vi", "zh",
];

/// Whether a path's segment names a language: `en`, `pt-br`, `zh-CN`, `zh_Hans`.
pub(super) fn is_language(segment: &str) -> bool {
    // `zh_hans` is as long as such a name gets.
    if !(2..=7).contains(&segment.len()) {
        return false;
    }
    let lower = segment.to_ascii_lowercase();
    let (language, region) = lower.split_once(['-', '_']).unwrap_or((&lower, "us"));
    LANGUAGES.binary_search(&language).is_ok()
        && matches!(region.len(), 2 | 4)
        && region.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Makes one draft of each post's translations: those that `hreflang` ties together, and those whose addresses differ in
/// nothing but a leading language. The one named first stays; the others become its variants.
pub(super) fn fold_translations(drafts: Vec<Draft<'_>>) -> Vec<Draft<'_>> {
    let tied = drafts.iter().any(|draft| !draft.alternates.is_empty());
    // Without a language of its own an address is the default's: `/post` beside `/de/post`.
    let named = drafts.iter().any(|draft| draft.language.is_some());
    if !tied && !named {
        return drafts;
    }
    let mut leader: Vec<usize> = (0..drafts.len()).collect();
    if tied {
        join_alternates(&drafts, &mut leader);
    }
    if named {
        join_languages(&drafts, &mut leader);
    }
    gather(drafts, &mut leader)
}

/// Those that `hreflang` ties together.
fn join_alternates(drafts: &[Draft<'_>], leader: &mut [usize]) {
    let identities = drafts.iter().map(|draft| draft.address.identity());
    let by_identity: FxHashMap<String, usize> = identities.zip(0..).collect();
    for (index, draft) in drafts.iter().enumerate() {
        for alternate in &draft.alternates {
            let identity = Address::parse(&alternate.href).identity();
            if let Some(other) = by_identity.get(&identity) {
                join(leader, index, *other);
            }
        }
    }
}

/// Those whose addresses differ in nothing but a leading language.
fn join_languages(drafts: &[Draft<'_>], leader: &mut [usize]) {
    let mut by_path: FxHashMap<String, usize> = FxHashMap::default();
    for (index, draft) in drafts.iter().enumerate() {
        if draft.path().is_empty() {
            continue;
        }
        let path = format!("{}/{}", draft.address.host, draft.path().join("/"));
        let first = *by_path.entry(path).or_insert(index);
        if drafts
            .get(first)
            .is_some_and(|other| other.language != draft.language)
        {
            join(leader, index, first);
        }
    }
}

fn gather<'a>(drafts: Vec<Draft<'a>>, leader: &mut [usize]) -> Vec<Draft<'a>> {
    let mut place: FxHashMap<usize, usize> = FxHashMap::default();
    let mut out: Vec<Draft<'a>> = Vec::with_capacity(drafts.len());
    for (index, mut draft) in drafts.into_iter().enumerate() {
        let root = find(leader, index);
        add_alternates(&mut draft);
        match place.get(&root).and_then(|at| out.get_mut(*at)) {
            Some(first) => {
                let language = draft.language.clone().unwrap_or_default();
                let url = draft.url.to_owned();
                if !first.variants.iter().any(|(_, known)| *known == url) {
                    first.variants.push((language, url));
                }
                for variant in std::mem::take(&mut draft.variants) {
                    if variant.1 != first.url
                        && !first.variants.iter().any(|(_, known)| *known == variant.1)
                    {
                        first.variants.push(variant);
                    }
                }
                first.absorb(draft);
            }
            None => {
                place.insert(root, out.len());
                out.push(draft);
            }
        }
    }
    out
}

/// The alternates that the entry itself names, as variants, but for the page's own address.
fn add_alternates(draft: &mut Draft<'_>) {
    for alternate in &draft.alternates {
        let language = alternate.hreflang.clone().unwrap_or_default();
        let known = draft.variants.iter().any(|(_, url)| *url == alternate.href);
        if alternate.href != draft.url && !known && language != "x-default" {
            draft.variants.push((language, alternate.href.clone()));
        }
    }
}

fn find(leader: &mut [usize], mut index: usize) -> usize {
    loop {
        let Some(&above) = leader.get(index) else {
            return index;
        };
        if above == index {
            return index;
        }
        let top = leader.get(above).copied().unwrap_or(above);
        if let Some(own) = leader.get_mut(index) {
            *own = top;
        }
        index = top;
    }
}

fn join(leader: &mut [usize], one: usize, other: usize) {
    let (one, other) = (find(leader, one), find(leader, other));
    // The one named first leads.
    if let Some(later) = leader.get_mut(one.max(other)) {
        *later = one.min(other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_with_and_without_region() {
        assert!(LANGUAGES.is_sorted());
        for segment in ["en", "pt-br", "zh-CN", "zh_Hans", "DE"] {
            assert!(is_language(segment), "{segment}");
        }
        for segment in ["go", "blog", "en-route-to", "c", "id-1234"] {
            assert!(!is_language(segment), "{segment}");
        }
    }
}
