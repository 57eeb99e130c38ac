//! Posts that have something to do with one another: words that are rare in the blog, pictures, topics, a series.
//!
//! What two posts share counts the more, the fewer posts have it: a word that two posts of a thousand have in their titles
//! ties them, one that a hundred have does not. Words, pictures and topics that more posts share than [`MOST_SHARED`] are
//! left out; they say little, and so no question takes longer the larger the blog is.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::model::{Blog, PageId, PictureId, SeriesId, TopicId};
use super::words::{is_content, words};

/// What more posts share than this ties none of them together.
const MOST_SHARED: usize = 120;

/// A picture on more posts than this is an ornament.
const MOST_WITH_PICTURE: usize = 8;

/// Parts of one series are related whatever else they share. (Two words that no other post has weigh about as much in a
/// blog of some hundred posts.)
const SERIES_WEIGHT: f32 = 8.0;
/// A shared picture weighs as much as a rare word.
const PICTURE_WEIGHT: f32 = 4.0;
/// A topic that the blog's own words match is surer than a word, but wider.
const TOPIC_WEIGHT: f32 = 0.6;

/// Less than this is chance: it takes more than one word of middling rarity.
const LEAST: f32 = 3.0;

/// Why two posts are related.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They are parts of one series.
    Series(SeriesId),
    /// They show the same pictures.
    Pictures(Vec<PictureId>),
    /// Both have the topic, the rarest first.
    Topics(Vec<TopicId>),
    /// Their titles share these words, the rarest first.
    Words(Vec<String>),
}

/// A post that is related to another.
#[derive(Clone, Debug, PartialEq)]
pub struct RelatedPost {
    /// Which post.
    pub page: PageId,
    /// How much they share; only good for comparing.
    pub score: f32,
    /// What they share, the strongest first. Never empty.
    pub reasons: Vec<Reason>,
}

impl RelatedPost {
    /// Why, as a clause: `both are in “RabbitMQ vs Kafka”`, `both speak of kafka and fsync`.
    pub fn because(&self, blog: &Blog) -> String {
        let list = |names: &[&str]| match names {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
        };
        match self.reasons.first() {
            Some(Reason::Series(id)) => format!("both are in “{}”", blog.series(*id).name),
            Some(Reason::Pictures(pictures)) if pictures.len() == 1 => {
                "both show the same picture".to_owned()
            }
            Some(Reason::Pictures(pictures)) => format!("both show {} pictures", pictures.len()),
            Some(Reason::Topics(topics)) => {
                let names = topics
                    .iter()
                    .take(3)
                    .map(|id| blog.topic(*id).name.as_str());
                format!("both seem to be about {}", list(&names.collect::<Vec<_>>()))
            }
            Some(Reason::Words(words)) => {
                let names = words.iter().take(3).map(String::as_str);
                format!("both speak of {}", list(&names.collect::<Vec<_>>()))
            }
            None => String::new(),
        }
    }
}

/// An index of what posts share, made once for a blog.
#[derive(Clone, Debug, Default)]
pub struct Related {
    by_word: FxHashMap<String, Vec<PageId>>,
    by_topic: FxHashMap<TopicId, Vec<PageId>>,
    posts: usize,
}

/// What a post shares with the one that is asked about.
#[derive(Default)]
struct Shared {
    words: Vec<(f32, String)>,
    topics: Vec<(f32, TopicId)>,
    pictures: Vec<PictureId>,
    series: Option<SeriesId>,
}

impl Related {
    /// Indexes a blog's posts. Linear in their words.
    pub fn new(blog: &Blog) -> Self {
        let mut related = Self {
            posts: blog.posts.len(),
            ..Self::default()
        };
        for &id in &blog.posts {
            for word in title_words(blog, id) {
                related.by_word.entry(word).or_default().push(id);
            }
            for found in &blog.page(id).topics {
                related.by_topic.entry(found.topic).or_default().push(id);
            }
        }
        related
    }

    /// The posts that have most to do with this one, best first, at most so many.
    pub fn of(&self, blog: &Blog, page: PageId, most: usize) -> Vec<RelatedPost> {
        let mut shared: FxHashMap<PageId, Shared> = FxHashMap::default();
        for word in title_words(blog, page) {
            let posts = self.by_word.get(&word).map_or(&[][..], Vec::as_slice);
            let weight = self.weight(posts.len());
            for other in few(posts, MOST_SHARED) {
                let words = &mut shared.entry(*other).or_default().words;
                words.push((weight, word.clone()));
            }
        }
        for found in &blog.page(page).topics {
            let posts = self
                .by_topic
                .get(&found.topic)
                .map_or(&[][..], Vec::as_slice);
            let weight = self.weight(posts.len()) * TOPIC_WEIGHT * found.confidence;
            for other in few(posts, MOST_SHARED) {
                shared
                    .entry(*other)
                    .or_default()
                    .topics
                    .push((weight, found.topic));
            }
        }
        let mut seen: Vec<PictureId> = Vec::new();
        for image in &blog.page(page).images {
            if seen.contains(&image.picture) {
                continue;
            }
            seen.push(image.picture);
            for other in few(&blog.picture(image.picture).pages, MOST_WITH_PICTURE) {
                shared
                    .entry(*other)
                    .or_default()
                    .pictures
                    .push(image.picture);
            }
        }
        if let Some(id) = blog.page(page).series {
            for part in &blog.series(id).parts {
                shared.entry(part.page).or_default().series = Some(id);
            }
        }
        shared.remove(&page);
        let mut out: Vec<RelatedPost> = shared
            .into_iter()
            .map(|(page, shared)| shared.told(page))
            .filter(|post| post.score >= LEAST && blog.page(post.page).kind == super::Kind::Post)
            .collect();
        out.sort_by(|one, other| {
            other
                .score
                .total_cmp(&one.score)
                .then(one.page.cmp(&other.page))
        });
        out.truncate(most);
        out
    }

    /// What sharing something is worth that so many posts have: the logarithm of how many have it not, to each that has.
    fn weight(&self, posts: usize) -> f32 {
        let number = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
        (1.0 + number(self.posts) / number(posts.max(1))).ln()
    }
}

fn few(posts: &[PageId], most: usize) -> &[PageId] {
    if posts.len() > most { &[] } else { posts }
}

impl Shared {
    fn told(mut self, page: PageId) -> RelatedPost {
        let heavier = |one: &f32, other: &f32| other.total_cmp(one);
        self.words
            .sort_by(|(one, word), (other, next)| heavier(one, other).then(word.cmp(next)));
        self.topics
            .sort_by(|(one, _), (other, _)| heavier(one, other));
        let mut reasons: Vec<(f32, Reason)> = Vec::new();
        if let Some(series) = self.series {
            reasons.push((SERIES_WEIGHT, Reason::Series(series)));
        }
        if !self.pictures.is_empty() {
            let count = u8::try_from(self.pictures.len()).unwrap_or(u8::MAX).min(4);
            reasons.push((
                PICTURE_WEIGHT * f32::from(count),
                Reason::Pictures(self.pictures),
            ));
        }
        if !self.topics.is_empty() {
            let weight = self.topics.iter().map(|(weight, _)| weight).sum();
            let topics = self.topics.into_iter().map(|(_, topic)| topic).collect();
            reasons.push((weight, Reason::Topics(topics)));
        }
        if !self.words.is_empty() {
            let weight = self.words.iter().map(|(weight, _)| weight).sum();
            let words = self.words.into_iter().map(|(_, word)| word).collect();
            reasons.push((weight, Reason::Words(words)));
        }
        reasons.sort_by(|(one, _), (other, _)| heavier(one, other));
        RelatedPost {
            page,
            score: reasons.iter().map(|(weight, _)| weight).sum(),
            reasons: reasons.into_iter().map(|(_, reason)| reason).collect(),
        }
    }
}

/// The words of a title that carry meaning, each once.
fn title_words(blog: &Blog, page: PageId) -> Vec<String> {
    let mut words: Vec<String> = words(&blog.page(page).title)
        .into_iter()
        .filter(|word| is_content(word))
        .map(CompactString::into_string)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blog::Given;
    use crate::sitemap::{Entry, Image};

    fn blog(pages: &[(&str, &str)]) -> Blog {
        let entry = |(path, picture): &(&str, &str)| Entry {
            loc: format!("https://example.com/blog/{path}"),
            images: (!picture.is_empty())
                .then(|| Image {
                    loc: format!("https://example.com/{picture}.png"),
                    ..Image::default()
                })
                .into_iter()
                .collect(),
            ..Entry::default()
        };
        Blog::from_entries(
            &pages.iter().map(entry).collect::<Vec<_>>(),
            &Given::default(),
        )
    }

    #[track_caller]
    fn assert_related(pages: &[(&str, &str)], expected: &[(&str, &str)]) {
        let mut all = pages.to_vec();
        let others: Vec<String> = (0..40)
            .map(|n| format!("{}-{}", word(n), word(n + 100)))
            .collect();
        all.extend(others.iter().map(|slug| (slug.as_str(), "")));
        let blog = blog(&all);
        let first = blog.page_by_key(&format!("blog/{}", pages[0].0)).unwrap();
        let found: Vec<(&str, String)> = Related::new(&blog)
            .of(&blog, first, 10)
            .iter()
            .map(|post| {
                let key = blog.page(post.page).key.as_str();
                (
                    key.strip_prefix("blog/").unwrap_or(key),
                    post.because(&blog),
                )
            })
            .collect();
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(key, why)| (*key, why.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    /// A word of letters that no other number has.
    fn word(number: u32) -> String {
        let letter = |at: u32| char::from_digit(10 + at % 26, 36).unwrap();
        format!("x{}{}ou", letter(number), letter(number / 26 + 3))
    }

    #[test]
    fn the_best_comes_first_and_says_why() {
        assert_related(
            &[
                ("earthworms-part-1", "spade"),
                ("earthworms-part-2", ""),
                ("of-spades", "spade"),
                ("earthworms-abroad", ""),
            ],
            &[
                ("earthworms-part-2", "both are in “Earthworms”"),
                ("of-spades", "both show the same picture"),
            ],
        );
        assert_related(
            &[
                ("grafting-quince-trees", ""),
                ("quince-grafting-tools", ""),
                ("trees", ""),
            ],
            &[
                ("quince-grafting-tools", "both speak of grafting and quince"),
                ("trees", "both speak of trees"),
            ],
        );
    }
}
