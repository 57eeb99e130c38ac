//! How right and wrong is counted: over unordered pairs of posts for series, post by post for the rest.

use std::collections::{BTreeMap, BTreeSet};

use blog_explorer::blog::{Blog, Kind};
use blog_explorer::sitemap::{Date, Precision};

use crate::labels::Labels;

type Pair = (String, String);

/// How many of how many; nothing of nothing is no share at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub of: usize,
    pub right: usize,
}

impl Share {
    fn add(&mut self, right: bool) {
        self.of += 1;
        self.right += usize::from(right);
    }

    /// Between 0 and 1.
    pub fn value(self) -> Option<f64> {
        let number = |count: usize| u32::try_from(count).map_or(f64::INFINITY, f64::from);
        (self.of > 0).then(|| number(self.right) / number(self.of))
    }
}

/// The figures of one blog.
#[derive(Clone, Debug, Default)]
pub struct Score {
    pub blog: String,
    pub precision: Share,
    pub recall: Share,
    /// Recall among pairs that show in their addresses.
    pub knowable: Share,
    pub order: Share,
    pub dates: Share,
    pub to_precision: Share,
    /// Days that are claimed and wrong by more than one.
    pub false_days: usize,
    pub titles: Share,
    pub kinds: Share,
}

impl Score {
    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> Option<f64> {
        let (precision, recall) = (self.precision.value()?, self.recall.value()?);
        (precision + recall > 0.0).then(|| 2.0 * precision * recall / (precision + recall))
    }
}

/// Compares a blog with its labels.
pub fn score(labels: &Labels, blog: &Blog) -> Score {
    let mut score = Score {
        blog: labels.name.clone(),
        ..Score::default()
    };
    count_series(labels, blog, &mut score);
    count_posts(labels, blog, &mut score);
    score
}

/// An address without scheme, host and final slash, decoded.
fn key(url: &str) -> String {
    let path = url.split_once("://").map_or(url, |(_, rest)| {
        rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/")
    });
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let path = decoded(path);
    let path = path.trim_end_matches('/');
    if path.is_empty() {
        "/".to_owned()
    } else {
        path.to_owned()
    }
}

fn decoded(path: &str) -> String {
    let mut out = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match hex
            .and_then(|two| u8::from_str_radix(two, 16).ok())
            .filter(|_| byte == b'%')
        {
            Some(value) => {
                out.push(value);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                out.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn pairs(posts: &[String]) -> BTreeSet<Pair> {
    let posts: BTreeSet<&String> = posts.iter().collect();
    let mut out = BTreeSet::new();
    for one in &posts {
        for other in posts.range::<String, _>((
            std::ops::Bound::Excluded((*one).clone()),
            std::ops::Bound::Unbounded,
        )) {
            out.insert(((*one).clone(), (*other).clone()));
        }
    }
    out
}

fn count_series(labels: &Labels, blog: &Blog, score: &mut Score) {
    let truth: Vec<Vec<String>> = labels
        .series
        .iter()
        .map(|series| series.parts.iter().map(|url| key(url)).collect())
        .collect();
    let optional: BTreeSet<String> = labels
        .series
        .iter()
        .flat_map(|series| series.optional.iter().map(|url| key(url)))
        .collect();
    let inferred: Vec<Vec<String>> = blog
        .series
        .iter()
        .map(|series| {
            series
                .parts
                .iter()
                .map(|part| key(&blog.page(part.page).url))
                .collect()
        })
        .collect();
    let excused = excused(labels, &truth);
    let counts = |(one, other): &Pair| !optional.contains(one) && !optional.contains(other);
    let real: BTreeSet<Pair> = truth
        .iter()
        .flat_map(|parts| pairs(parts))
        .filter(counts)
        .collect();
    let labelled: BTreeSet<&String> = truth.iter().flatten().collect();
    let claimed: BTreeSet<Pair> = inferred
        .iter()
        .flat_map(|parts| pairs(parts))
        .filter(|pair| counts(pair) && !excused.contains(pair))
        .filter(|(one, other)| {
            labels.complete || labelled.contains(one) || labelled.contains(other)
        })
        .collect();
    for pair in &claimed {
        score.precision.add(real.contains(pair));
    }
    for pair in &real {
        score.recall.add(claimed.contains(pair));
        if shows(&pair.0, &pair.1) {
            score.knowable.add(claimed.contains(pair));
        }
    }
    for parts in &truth {
        // Of equal ones the first, as `max` of Python has it.
        let mut best: Vec<&String> = Vec::new();
        for series in &inferred {
            let common: Vec<&String> = series.iter().filter(|url| parts.contains(url)).collect();
            if common.len() > best.len() {
                best = common;
            }
        }
        if best.len() >= 2 {
            let wanted: Vec<&String> = parts.iter().filter(|url| best.contains(url)).collect();
            score.order.add(best == wanted);
        }
    }
}

/// Pairs across series that may as well be one.
fn excused(labels: &Labels, truth: &[Vec<String>]) -> BTreeSet<Pair> {
    let group = |name: &String| {
        labels
            .maybe_merged
            .iter()
            .position(|group| group.contains(name))
    };
    let mut out = BTreeSet::new();
    for (one, parts) in labels.series.iter().zip(truth) {
        for (other, others) in labels.series.iter().zip(truth) {
            if one.name == other.name
                || group(&one.name).is_none()
                || group(&one.name) != group(&other.name)
            {
                continue;
            }
            for (a, b) in parts
                .iter()
                .flat_map(|a| others.iter().map(move |b| (a, b)))
            {
                out.insert(if a < b {
                    (a.clone(), b.clone())
                } else {
                    (b.clone(), a.clone())
                });
            }
        }
    }
    out
}

/// Whether two addresses show that they belong together: but for numbers and words that count, frame or lead to them their
/// slugs are the same, begin or end with the same two words, or are numbered in one folder.
fn shows(one: &str, other: &str) -> bool {
    let (folder, slug) = one.rsplit_once('/').unwrap_or(("", one));
    let (its_folder, its_slug) = other.rsplit_once('/').unwrap_or(("", other));
    let numbered = |slug: &str| slug.starts_with(|c: char| c.is_ascii_digit());
    if folder == its_folder && numbered(slug) && numbered(its_slug) {
        return true;
    }
    let (a, b) = (bare_words(slug), bare_words(its_slug));
    let has_number = |slug: &str| slug.contains(|c: char| c.is_ascii_digit());
    let same = !a.is_empty() && a == b && (has_number(slug) || has_number(its_slug));
    let two = a.len() >= 2 && b.len() >= 2;
    same || (two && (a.get(..2) == b.get(..2) || a.get(a.len() - 2..) == b.get(b.len() - 2..)))
}

fn bare_words(slug: &str) -> Vec<String> {
    const LEADING: [&str; 8] = [
        "part",
        "parts",
        "pt",
        "chapter",
        "episode",
        "intro",
        "introduction",
        "conclusion",
    ];
    let mut words: Vec<String> = vec![String::new()];
    let mut figures = false;
    for c in slug.to_lowercase().chars() {
        if !c.is_alphanumeric() || c.is_ascii_digit() != figures {
            words.push(String::new());
        }
        figures = c.is_ascii_digit();
        if c.is_alphanumeric()
            && !figures
            && let Some(word) = words.last_mut()
        {
            word.push(c);
        }
    }
    words.retain(|word| !word.is_empty() && !LEADING.contains(&word.as_str()));
    words
}

fn count_posts(labels: &Labels, blog: &Blog, score: &mut Score) {
    let pages: BTreeMap<String, _> = blog
        .pages
        .iter()
        .map(|page| (key(&page.url), page))
        .collect();
    for label in &labels.posts {
        let Some(page) = pages.get(&key(&label.url)) else {
            continue;
        };
        score.kinds.add(page.kind == Kind::Post);
        if let Some(title) = label.title.as_ref().filter(|title| !title.is_empty()) {
            score.titles.add(fold(&page.title) == fold(title));
        }
        let day = label
            .date
            .as_ref()
            .and_then(|date| date.get(..10)?.parse::<Date>().ok());
        let Some(day) = day else { continue };
        let Some(published) = page.published else {
            score.dates.add(false);
            continue;
        };
        let same_month =
            published.date.year() == day.year() && published.date.month() == day.month();
        score.to_precision.add(match published.precision {
            Precision::Year => published.date.year() == day.year(),
            Precision::Month => same_month,
            Precision::Day => published.date == day,
        });
        let exact = published.precision == Precision::Day && published.date == day;
        let off = published.date.days_after(day).abs();
        score.false_days += usize::from(published.precision == Precision::Day && off > 1);
        score.dates.add(exact);
    }
}

/// Letters and digits only, without case and accents.
fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkd()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .collect()
}
