//! The blog's own topics, and which posts seem to belong to them.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::{
    draft::Draft,
    model::{Kind, PageId, Topic, TopicId, TopicMatch},
    section::Slugs,
    words::{fold, is_small, words},
};

/// How sure it is that a post whose title or slug has all words of a topic's name belongs to it: a name of several words
/// seldom comes up by chance, a single short word does.
const SEVERAL_WORDS: f32 = 0.8;
const ONE_WORD: f32 = 0.6;
const ONE_SHORT_WORD: f32 = 0.5;

/// Topics, and the matches of each page, in the drafts' order.
pub(super) struct Topics {
    pub(super) list: Vec<Topic>,
    pub(super) of_page: Vec<Vec<TopicMatch>>,
}

struct Growing {
    name: String,
    pages: Vec<PageId>,
    words: Vec<CompactString>,
}

/// Finds the topics (tag and category pages, and a feed's categories) and matches posts to them.
pub(super) fn topics(drafts: &[Draft<'_>], kinds: &[Kind], titles: &[&str]) -> Topics {
    let (growing, by_fold) = collect(drafts, kinds, titles);
    let by_word = index_by_rarest_word(&growing);
    let mut matches: Vec<Vec<TopicMatch>> = drafts
        .iter()
        .zip(kinds)
        .zip(titles)
        .map(|((draft, kind), title)| match kind {
            Kind::Post => match_post(draft, title, &growing, &by_word, &by_fold),
            _ => Vec::new(),
        })
        .collect();
    let list = rank(growing, &mut matches);
    Topics {
        list,
        of_page: matches,
    }
}

fn collect(
    drafts: &[Draft<'_>],
    kinds: &[Kind],
    titles: &[&str],
) -> (Vec<Growing>, FxHashMap<String, usize>) {
    let mut growing: Vec<Growing> = Vec::new();
    let mut by_fold: FxHashMap<String, usize> = FxHashMap::default();
    let mut add = |name: &str, page: Option<PageId>| {
        let key = topic_key(name);
        if key.is_empty() {
            return;
        }
        let at = *by_fold.entry(key).or_insert_with(|| {
            growing.push(Growing {
                name: name.to_owned(),
                pages: Vec::new(),
                words: words(name)
                    .into_iter()
                    .filter(|word| !is_small(word))
                    .collect(),
            });
            growing.len() - 1
        });
        if let (Some(topic), Some(page)) = (growing.get_mut(at), page) {
            topic.pages.push(page);
        }
    };
    for ((draft, kind), (title, id)) in drafts.iter().zip(kinds).zip(titles.iter().zip(0..)) {
        if matches!(kind, Kind::Tag | Kind::Category) {
            // `/series/…` of Hugo is a list of parts, not a topic.
            let is_series = draft.path().iter().any(|segment| segment == "series");
            if !is_series {
                add(title, Some(PageId(id)));
            }
        }
    }
    for category in drafts
        .iter()
        .filter_map(|draft| draft.item)
        .flat_map(|item| &item.categories)
    {
        add(category, None);
    }
    (growing, by_fold)
}

/// Equal for two spellings of one topic; `C`, `C++` and `C#` are three.
fn topic_key(name: &str) -> String {
    let mut key = fold(name);
    key.extend(name.chars().filter(|c| matches!(c, '+' | '#')));
    key
}

/// Each topic under the word of its name that the fewest topics have, so that a post looks at few topics.
fn index_by_rarest_word(growing: &[Growing]) -> FxHashMap<String, Vec<usize>> {
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    for word in growing.iter().flat_map(|topic| &topic.words) {
        *seen.entry(word).or_default() += 1;
    }
    let mut index: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, topic) in growing.iter().enumerate() {
        let rarest = topic
            .words
            .iter()
            .min_by_key(|word| seen.get(word.as_str()).copied());
        if let Some(word) = rarest {
            index.entry(singular(word).to_owned()).or_default().push(at);
        }
    }
    index
}

fn match_post(
    draft: &Draft<'_>,
    title: &str,
    growing: &[Growing],
    by_word: &FxHashMap<String, Vec<usize>>,
    by_fold: &FxHashMap<String, usize>,
) -> Vec<TopicMatch> {
    let mut found: Vec<TopicMatch> = Vec::new();
    let mut push = |at: usize, confidence: f32| {
        let topic = TopicId(u32::try_from(at).unwrap_or(u32::MAX));
        if !found.iter().any(|known| known.topic == topic) {
            found.push(TopicMatch { topic, confidence });
        }
    };
    for category in draft.item.iter().flat_map(|item| &item.categories) {
        if let Some(at) = by_fold.get(&topic_key(category)) {
            push(*at, 1.0);
        }
    }
    if growing.is_empty() {
        return found;
    }
    let mut own = words(title);
    own.extend(words(draft.slug()));
    let own: Vec<&str> = own.iter().map(|word| singular(word)).collect();
    for at in own.iter().filter_map(|word| by_word.get(*word)).flatten() {
        let Some(topic) = growing.get(*at) else {
            continue;
        };
        if topic.words.iter().all(|word| own.contains(&singular(word))) {
            push(*at, confidence(&topic.words));
        }
    }
    found
}

fn confidence(words: &[CompactString]) -> f32 {
    match words {
        [only] if only.chars().count() <= 3 => ONE_SHORT_WORD,
        [_] => ONE_WORD,
        _ => SEVERAL_WORDS,
    }
}

/// Good enough to let "queues" and "queue" meet.
fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(rest) if rest.len() >= 3 && !rest.ends_with(['s', 'u', 'i']) => rest,
        _ => word,
    }
}

/// Puts the topics with most posts first and renumbers the matches.
fn rank(growing: Vec<Growing>, matches: &mut [Vec<TopicMatch>]) -> Vec<Topic> {
    let mut posts = vec![0_usize; growing.len()];
    for found in matches.iter().flatten() {
        if let Some(posts) = posts.get_mut(found.topic.index()) {
            *posts += 1;
        }
    }
    let mut order: Vec<usize> = (0..growing.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(posts.get(*at).copied()));
    let mut place = vec![TopicId(0); growing.len()];
    for (new, old) in (0..).zip(&order) {
        if let Some(slot) = place.get_mut(*old) {
            *slot = TopicId(new);
        }
    }
    for found in matches.iter_mut() {
        for one in found.iter_mut() {
            one.topic = place.get(one.topic.index()).copied().unwrap_or(one.topic);
        }
        found.sort_by(|one, other| {
            other
                .confidence
                .total_cmp(&one.confidence)
                .then(one.topic.cmp(&other.topic))
        });
    }
    let mut growing: Vec<Option<Growing>> = growing.into_iter().map(Some).collect();
    // `C++` and `C#` would both be `c`; the second gets a number.
    let mut slugs = Slugs::default();
    order
        .into_iter()
        .filter_map(|at| {
            let topic = growing.get_mut(at)?.take()?;
            let slug = slugs.add(&topic.name);
            Some(Topic {
                slug,
                name: topic.name,
                pages: topic.pages,
                posts: posts.get(at).copied().unwrap_or(0),
            })
        })
        .collect()
}
