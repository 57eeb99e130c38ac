//! Series: posts that number themselves as parts of one thing, and runs of posts that share the head of their titles.

mod number;
mod runs;

use rustc_hash::{FxHashMap, FxHashSet};

use self::number::{Numbered, numbered};
use super::model::{Blog, PageId, Series, SeriesPart};
use super::words::{fold, is_content, words};

/// Names are compared without case, accents and punctuation.
fn key(name: &str) -> String {
    words(name)
        .iter()
        .map(|word| fold(word))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a name says enough to tie posts together: two words that carry meaning, or one long one.
fn is_telling(name: &str) -> bool {
    let words = words(name);
    let content = words.iter().filter(|word| is_content(word)).count();
    content >= 2
        || (words.len() == 1 && words.iter().any(|word| word.chars().count() >= 4))
        || words.len() >= 3
}

/// All series of the blog; no post is in two.
pub(super) fn find(blog: &Blog) -> Vec<Series> {
    let mut taken = FxHashSet::default();
    let mut found = by_number(blog, &mut taken);
    found.extend(runs::find(blog, &mut taken));
    found
}

/// A numbered post with everything it could be a part of.
struct Candidate {
    page: PageId,
    numbered: Numbered,
}

/// Series whose parts carry numbers. The name that ties most posts together wins; each post is in one series.
fn by_number(blog: &Blog, taken: &mut FxHashSet<PageId>) -> Vec<Series> {
    let candidates: Vec<Candidate> = blog
        .posts
        .iter()
        .filter_map(|&page| {
            numbered(&blog.page(page).title)
                .or_else(|| numbered(&slug_words(blog, page)))
                .map(|numbered| Candidate { page, numbered })
        })
        .collect();
    let mut groups: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, candidate) in candidates.iter().enumerate() {
        for name in &candidate.numbered.names {
            let members = groups.entry(key(name)).or_default();
            if is_telling(name) && !members.contains(&at) {
                members.push(at);
            }
        }
    }
    let mut groups: Vec<(String, Vec<usize>)> = groups
        .into_iter()
        .filter(|(_, members)| members.len() > 1)
        .collect();
    groups.sort_by(|(one, ones), (other, others)| {
        others
            .len()
            .cmp(&ones.len())
            .then(other.len().cmp(&one.len()))
            .then(one.cmp(other))
    });
    let mut found = Vec::new();
    for (name, members) in groups {
        let members: Vec<&Candidate> = members
            .iter()
            .filter_map(|&at| candidates.get(at))
            .filter(|candidate| !taken.contains(&candidate.page))
            .collect();
        let numbers: FxHashSet<_> = members
            .iter()
            .map(|member| member.numbered.numbers.clone())
            .collect();
        // Posts of one number are copies of one post, and no series.
        if members.len() < 2 || numbers.len() < 2 {
            continue;
        }
        taken.extend(members.iter().map(|member| member.page));
        found.push(numbered_series(blog, &name, members, taken));
    }
    found
}

/// The last part of the address, as words.
fn slug_words(blog: &Blog, page: PageId) -> String {
    let key = &blog.page(page).key;
    key.rsplit('/')
        .find(|segment| !segment.is_empty())
        .unwrap_or(key)
        .replace(['-', '_'], " ")
}

fn numbered_series(
    blog: &Blog,
    name: &str,
    mut members: Vec<&Candidate>,
    taken: &mut FxHashSet<PageId>,
) -> Series {
    let date = |page: PageId| blog.page(page).published.map(|published| published.date);
    members.sort_by(|one, other| {
        let of = |member: &Candidate| (member.numbered.numbers.clone(), date(member.page));
        of(one)
            .cmp(&of(other))
            .then_with(|| blog.page(one.page).url.cmp(&blog.page(other.page).url))
    });
    let spelt = members
        .iter()
        .flat_map(|member| &member.numbered.names)
        .find(|spelt| key(spelt) == name)
        .map_or_else(
            || name.to_owned(),
            |spelt| {
                spelt
                    .trim_matches([' ', '-', ':', ',', '–', '—', '('])
                    .to_owned()
            },
        );
    let mut parts: Vec<SeriesPart> = members
        .iter()
        .map(|member| SeriesPart {
            page: member.page,
            label: member.numbered.label.clone(),
        })
        .collect();
    let frames = frames(blog, name, taken);
    for (page, label) in frames {
        taken.insert(page);
        let part = SeriesPart {
            page,
            label: label.to_owned(),
        };
        if label == "Introduction" {
            parts.insert(0, part);
        } else {
            parts.push(part);
        }
    }
    let missing = missing(&members);
    let word = members
        .first()
        .map_or("Part", |member| member.numbered.word.as_str());
    let because = format!(
        "{} posts are called “{spelt}” and number themselves: {}.",
        members.len(),
        sample(&members)
    );
    let confidence = if missing.len() > members.len() {
        0.7
    } else {
        0.95
    };
    let missing = missing
        .into_iter()
        .map(|number| format!("{word} {number}"))
        .collect();
    Series {
        slug: String::new(),
        name: spelt,
        numbered: true,
        recurring: false,
        confidence,
        because,
        parts,
        missing,
    }
}

/// The first labels, for the sentence that says why.
fn sample(members: &[&Candidate]) -> String {
    let labels: Vec<&str> = members
        .iter()
        .take(3)
        .map(|member| member.numbered.label.as_str())
        .collect();
    let more = if members.len() > 3 { ", …" } else { "" };
    format!("{}{more}", labels.join(", "))
}

/// Unnumbered posts that introduce or sum up: the series' name and nothing else but words that say so.
fn frames(blog: &Blog, name: &str, taken: &FxHashSet<PageId>) -> Vec<(PageId, &'static str)> {
    const OPENING: [&str; 5] = ["introduction", "intro", "prologue", "overview", "preface"];
    const CLOSING: [&str; 6] = [
        "summary",
        "conclusion",
        "conclusions",
        "epilogue",
        "recap",
        "retrospective",
    ];
    let mut frames = Vec::new();
    for &page in blog.posts.iter().filter(|page| !taken.contains(page)) {
        let title = key(&blog.page(page).title);
        let Some(rest) = title.strip_prefix(name) else {
            continue;
        };
        let rest: Vec<&str> = rest
            .split(' ')
            .filter(|word| !word.is_empty() && *word != "series")
            .collect();
        if rest.first().is_some_and(|word| OPENING.contains(word)) {
            frames.push((page, "Introduction"));
        } else if rest.first().is_some_and(|word| CLOSING.contains(word)) {
            frames.push((page, "Summary"));
        }
    }
    frames
}

/// The numbers from one to the last that no part has.
fn missing(members: &[&Candidate]) -> Vec<u32> {
    /// More than so many missing parts are no list but a sign of another way of numbering.
    const MOST: usize = 12;
    let first: FxHashSet<u32> = members
        .iter()
        .filter_map(|member| member.numbered.numbers.first().copied())
        .collect();
    let last = first.iter().copied().max().unwrap_or(0);
    if last > 500 {
        return Vec::new();
    }
    let missing: Vec<u32> = (1..last).filter(|number| !first.contains(number)).collect();
    if missing.len() > MOST {
        Vec::new()
    } else {
        missing
    }
}

#[cfg(test)]
#[path = "series_tests.rs"]
mod tests;
