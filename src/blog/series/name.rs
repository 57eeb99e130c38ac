//! What to call a series: the words its posts share, as a person would write them.

use super::group::Group;
use super::post::{Posts, View};

/// The name of a group: its words as one of its posts has them, a post with a known title before one with a slug only.
pub(super) fn name(posts: &Posts<'_>, group: &Group) -> String {
    if let Some(called) = &group.called {
        return called.clone();
    }
    let spelt = |slug: bool| {
        group.members.iter().find_map(|member| {
            let views = posts.views(member.post);
            let views = if slug {
                views
            } else {
                views.get(views.len().min(1)..)?
            };
            views
                .iter()
                .rev()
                .find_map(|view| written(view, &group.name))
        })
    };
    let known = group.members.iter().find_map(|member| {
        let view = posts.views(member.post).last()?;
        posts
            .has_known_title(member.post)
            .then(|| written(view, &group.name))
            .flatten()
    });
    known
        .or_else(|| spelt(false))
        .or_else(|| spelt(true))
        .unwrap_or_default()
}

/// A name's words as they stand in a text, at its beginning or else at its first place.
fn written(view: &View, name: &[u32]) -> Option<String> {
    let at = view
        .ids
        .windows(name.len().max(1))
        .position(|window| window == name)?;
    let first = view.tokens.get(at)?;
    let last = view.tokens.get((at + name.len()).checked_sub(1)?)?;
    // What belongs to the last word without being of letters: C++, F#, "Cloud!".
    let tail = view.text.get(last.to..)?;
    let more: usize = tail
        .chars()
        .take_while(|c| matches!(c, '+' | '#' | '!' | '?' | '"' | '”' | '»' | ')'))
        .map(char::len_utf8)
        .sum();
    let before = view.text.get(..first.from)?;
    let open = before.ends_with(['"', '“', '«', '(']);
    let from = if open {
        before
            .char_indices()
            .next_back()
            .map_or(first.from, |(at, _)| at)
    } else {
        first.from
    };
    let text = tidy(view.text.get(from..last.to + more)?);
    (!text.is_empty()).then_some(text)
}

/// A name without the words and signs that only led on to the part's own title.
pub(super) fn tidy(name: &str) -> String {
    let mut name = balanced(name.trim());
    loop {
        let shorter = name.trim_matches([' ', '-', '–', '—', ':', ',', '|', ';', '/', '·']);
        let shorter = match shorter.rsplit_once(' ') {
            Some((rest, last)) if LEADING_ON.contains(&last.to_lowercase().as_str()) => rest,
            _ => shorter,
        };
        if shorter == name {
            break;
        }
        name = shorter;
    }
    name.to_owned()
}

/// Words that end no name.
const LEADING_ON: [&str; 20] = [
    "a", "an", "and", "as", "at", "by", "de", "for", "from", "in", "is", "of", "on", "or", "the",
    "to", "vs", "und", "y", "with",
];

/// The text up to a bracket that it opens and does not close, and without quotation marks that have no partner.
fn balanced(name: &str) -> &str {
    let mut name = name;
    for (open, close) in [('(', ')'), ('[', ']'), ('（', '）')] {
        if let Some(at) = name.rfind(open)
            && !name.get(at..).is_some_and(|rest| rest.contains(close))
        {
            name = name.get(..at).unwrap_or(name).trim_end();
        }
        if !name.contains(open) {
            name = name.trim_end_matches(close);
        }
    }
    if name.matches('"').count() == 1 {
        name = name.trim_matches('"');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn names_are_whole() {
        assert_eq!(
            tidy("The importance of it (with TLA+"),
            "The importance of it"
        );
        assert_eq!(tidy("Change query support in"), "Change query support");
        assert_eq!(tidy("A tale:"), "A tale");
        assert_eq!(
            tidy("Building a \"Simple\" System"),
            "Building a \"Simple\" System"
        );
        assert_eq!(tidy("Rust (the language)"), "Rust (the language)");
    }
}
