//! The posts as series are found among: their slugs and titles as tokens, and who came before whom.

use std::cell::OnceCell;
use std::cmp::Ordering;

use crate::sitemap::Date;
use rustc_hash::FxHashMap;

use super::counted::counts;
use super::mark::{Mark, marks};
use super::token::{Token, cut_at, tokens};
use crate::blog::model::{Blog, Page, PageId, TitleFrom};
use crate::blog::{
    address::Segment,
    draft::Draft,
    title::bare_slug,
    words::{is_same, is_small},
};

/// Parts of one story follow one another within so many days, unless they number themselves.
const CLOSE_DAYS: f32 = 62.0;

/// Where posts have no dates but stand in order, close ones have at most so many others between them.
const CLOSE_PLACES: f32 = 4.0;

/// One way of writing what a post is called.
pub(super) struct View {
    pub(super) text: String,
    pub(super) tokens: Vec<Token>,
    /// For each token the number of its word in [`Posts::seen`].
    pub(super) ids: Vec<u32>,
    pub(super) marks: Vec<Mark>,
}

impl View {
    /// How many tokens stand before this byte.
    pub(super) fn tokens_before(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.to <= byte)
    }

    /// How many words of these tokens may name a series.
    pub(super) fn telling(&self, range: std::ops::Range<usize>) -> usize {
        let tokens = self.tokens.get(range).unwrap_or_default();
        tokens.iter().filter(|token| token.tells()).count()
    }
}

/// A post.
pub(super) struct Post<'b> {
    pub(super) page: PageId,
    /// The slug's view first, then the title's if its words are others.
    pub(super) views: Vec<View>,
    /// The folders it is in, without those of its date.
    pub(super) folders: &'b [Segment],
    pub(super) date: Option<Date>,
    lastmod: Option<Date>,
    /// Its place among the posts of the file, the earliest first as far as the file's order tells.
    place: usize,
}

impl Post<'_> {
    /// The slug's view.
    pub(super) fn slug(&self) -> Option<&View> {
        self.views.first()
    }
}

/// All posts.
pub(super) struct Posts<'b> {
    pub(super) blog: &'b Blog,
    pub(super) list: Vec<Post<'b>>,
    /// The number of each word, in lower case.
    known: FxHashMap<String, u32>,
    /// In how many posts each word is.
    seen: Vec<u32>,
    /// Whether the file's order says who came first.
    ordered: bool,
    /// The posts by the initials of their titles' words, made when first asked for.
    initials: OnceCell<FxHashMap<String, Vec<usize>>>,
    /// Whether the site has copies of posts, as WordPress makes them: then a `-2` may be one too.
    pub(super) copies: bool,
}

impl<'b> Posts<'b> {
    pub(super) fn new(blog: &'b Blog, drafts: &'b [Draft<'b>]) -> Self {
        let mut pages: Vec<PageId> = blog.posts.clone();
        pages.sort_unstable();
        let direction = direction(blog, &pages);
        if direction == Some(Ordering::Greater) || direction.is_none() {
            pages.reverse();
        }
        let all = pages.len();
        pages.retain(|page| !drafts.get(page.index()).is_some_and(is_copy));
        // Where every day is known, the file's order only settles which of one day came first.
        let day = |page: &PageId| blog.page(*page).published.map(|published| published.date);
        if pages.iter().all(|page| day(page).is_some()) {
            pages.sort_by_cached_key(day);
        }
        let mut words = Words::default();
        let list: Vec<Post<'b>> = pages
            .iter()
            .enumerate()
            .filter_map(|(place, &page)| {
                let draft = drafts.get(page.index())?;
                Some(Post {
                    page,
                    views: views(blog.page(page), draft, &mut words, place),
                    folders: draft.folders(),
                    date: blog.page(page).published.map(|published| published.date),
                    lastmod: blog.page(page).modified.filter(|_| blog.modified_is_news),
                    place,
                })
            })
            .collect();
        Self {
            blog,
            list,
            known: words.known,
            seen: words.seen,
            ordered: direction.is_some(),
            initials: OnceCell::new(),
            copies: pages.len() < all,
        }
    }

    pub(super) fn get(&self, at: usize) -> Option<&Post<'b>> {
        self.list.get(at)
    }

    pub(super) fn views(&self, at: usize) -> &[View] {
        self.get(at).map_or(&[], |post| post.views.as_slice())
    }

    /// The posts whose titles' words, but for small ones, have these initials.
    pub(super) fn with_initials(&self, initials: &str) -> &[usize] {
        let index = self.initials.get_or_init(|| {
            let mut index: FxHashMap<String, Vec<usize>> = FxHashMap::default();
            for (post, at) in self.list.iter().zip(0..) {
                let tokens = post.views.last().map_or(&[][..], |view| &view.tokens);
                let initials: String = tokens
                    .iter()
                    .filter(|token| !is_small(&token.lower))
                    .filter_map(|token| token.lower.chars().next())
                    .take(7)
                    .collect();
                index.entry(initials).or_default().push(at);
            }
            index
        });
        index.get(initials).map_or(&[], Vec::as_slice)
    }

    /// Whether a post's title is known from elsewhere than its slug.
    pub(super) fn has_known_title(&self, at: usize) -> bool {
        let page = self.get(at).map(|post| self.blog.page(post.page));
        page.is_some_and(|page| page.title_from != TitleFrom::Slug)
    }

    /// The number of a word, if any post has it.
    pub(super) fn id(&self, word: &str) -> Option<u32> {
        self.known.get(word).copied()
    }

    /// In how many posts the rarest word that tells anything is.
    pub(super) fn rarest(&self, view: &View, range: std::ops::Range<usize>) -> usize {
        let tokens = view.tokens.get(range.clone()).unwrap_or_default();
        let ids = view.ids.get(range).unwrap_or_default();
        let seen = tokens
            .iter()
            .zip(ids)
            .filter(|(token, _)| token.tells())
            .filter_map(|(_, id)| self.seen.get(*id as usize));
        seen.copied().min().map_or(usize::MAX, |seen| seen as usize)
    }

    /// Puts posts in the order in which they appeared: by date where all have one, else as the file has them.
    pub(super) fn chronological(&self, members: &mut [usize]) {
        let date = |at: &usize| self.get(*at).and_then(|post| post.date);
        let dated = members.iter().all(|at| date(at).is_some());
        let url = |at: &usize| self.get(*at).map(|post| &self.blog.page(post.page).url);
        members.sort_by(|one, other| {
            let by_date = if dated {
                date(one).cmp(&date(other))
            } else {
                Ordering::Equal
            };
            let by_place = if self.ordered {
                self.place(*one).cmp(&self.place(*other))
            } else {
                Ordering::Equal
            };
            by_date
                .then(by_place)
                .then_with(|| url(one).cmp(&url(other)))
        });
    }

    /// How many posts there are from the earliest to the latest of these.
    pub(super) fn among(&self, members: impl Iterator<Item = usize> + Clone) -> usize {
        let places = members.map(|at| self.place(at));
        let (first, last) = (places.clone().min(), places.max());
        first.zip(last).map_or(0, |(first, last)| {
            last.saturating_sub(first).saturating_add(1)
        })
    }

    fn place(&self, at: usize) -> usize {
        self.get(at).map_or(usize::MAX, |post| post.place)
    }

    /// How far apart two posts are, as a share of what is close: at most 1 is close. Nothing where nobody can tell.
    pub(super) fn distance(&self, one: usize, other: usize) -> Option<f32> {
        let (a, b) = (self.get(one)?, self.get(other)?);
        let days = |one: Date, other: Date| {
            let days = u16::try_from(other.days_after(one).unsigned_abs()).unwrap_or(u16::MAX);
            f32::from(days) / CLOSE_DAYS
        };
        if let (Some(one), Some(other)) = (a.date, b.date) {
            return Some(days(one, other));
        }
        if self.ordered {
            let places = a.place.abs_diff(b.place);
            let places = u16::try_from(places).unwrap_or(u16::MAX);
            return Some(f32::from(places) / (CLOSE_PLACES + 1.0));
        }
        // When a page last changed is no date of publication, but two that last changed years apart are not close.
        Some(days(a.lastmod?, b.lastmod?))
    }

    /// Whether two posts are close in time, as far as anyone can tell.
    pub(super) fn is_close(&self, one: usize, other: usize) -> bool {
        self.distance(one, other).is_some_and(|far| far <= 1.0)
    }
}

/// Numbers for words.
#[derive(Default)]
struct Words {
    known: FxHashMap<String, u32>,
    /// In how many posts each is.
    seen: Vec<u32>,
    /// The last post each was in.
    last: Vec<usize>,
    /// Whether each may stand before or behind a number that counts.
    counts: Vec<bool>,
}

impl Words {
    fn counts(&self, id: u32) -> bool {
        self.counts.get(id as usize).copied().unwrap_or(true)
    }

    fn id(&mut self, word: &str, post: usize) -> u32 {
        let id = match self.known.get(word) {
            Some(id) => *id,
            None => {
                let id = u32::try_from(self.seen.len()).unwrap_or(u32::MAX);
                self.known.insert(word.to_owned(), id);
                self.seen.push(0);
                self.last.push(usize::MAX);
                self.counts.push(counts(word));
                id
            }
        };
        let at = id as usize;
        if let (Some(seen), Some(last)) = (self.seen.get_mut(at), self.last.get_mut(at))
            && *last != post
        {
            *seen += 1;
            *last = post;
        }
        id
    }
}

fn views(page: &Page, draft: &Draft<'_>, words: &mut Words, post: usize) -> Vec<View> {
    let mut view = |text: String| {
        let mut tokens = tokens(&text);
        let mut ids_of = |tokens: &[Token]| -> Vec<u32> {
            let ids = tokens.iter().map(|token| words.id(&token.lower, post));
            ids.collect()
        };
        let (ids, marks) = if text.is_ascii() {
            let ids = ids_of(&tokens);
            // Most texts have neither a figure nor a word that counts, and each word need be looked at once only.
            let mut both = tokens.iter().zip(&ids);
            let marks = if both.any(|(token, id)| token.figures || words.counts(*id)) {
                marks(&text, &tokens)
            } else {
                Vec::new()
            };
            (ids, marks)
        } else {
            let marks = marks(&text, &tokens);
            for mark in &marks {
                cut_at(&mut tokens, &text, mark.from);
                cut_at(&mut tokens, &text, mark.to);
            }
            (ids_of(&tokens), marks)
        };
        View {
            text,
            tokens,
            ids,
            marks,
        }
    };
    let slug = bare_slug(draft);
    let title = view(page.title.clone());
    if is_same(slug, &page.title) {
        return vec![title];
    }
    let slug = view(slug.to_owned());
    if slug.ids == title.ids {
        // The title has the better spelling.
        vec![title]
    } else {
        vec![slug, title]
    }
}

/// Whether a slug ends with `-copy`, `-copy-2`: a copy that someone forgot, and no part of anything.
fn is_copy(draft: &Draft<'_>) -> bool {
    let bare = draft.slug().trim_end_matches(|c: char| c.is_ascii_digit());
    bare.trim_end_matches('-').ends_with("-copy")
}

/// Whether the file has the earliest post first (`Less`) or last (`Greater`): by dates, by `lastmod`, or by posts side by
/// side that differ in a number only. Nothing where it is in order of addresses, or of nothing.
fn direction(blog: &Blog, pages: &[PageId]) -> Option<Ordering> {
    let page = |id: &PageId| blog.pages.get(id.index());
    let published = |id: &PageId| page(id)?.published.map(|published| published.date);
    let modified = |id: &PageId| page(id)?.modified;
    if let Some(direction) = trend(pages.iter().filter_map(published)) {
        return Some(direction);
    }
    if blog.modified_is_news
        && let Some(direction) = trend(pages.iter().filter_map(modified))
    {
        return Some(direction);
    }
    if trend(pages.iter().filter_map(|id| Some(page(id)?.url.as_str()))).is_some() {
        return None;
    }
    let numbers = pages.windows(2).filter_map(|pair| match pair {
        [one, next] => {
            let (stem, number) = split_number(&page(one)?.url)?;
            let (other, after) = split_number(&page(next)?.url)?;
            (stem == other && number != after).then(|| number.cmp(&after))
        }
        _ => None,
    });
    let balance: i32 = numbers.map(|order| order as i32).sum();
    Some(if balance < 0 {
        Ordering::Less
    } else {
        Ordering::Greater
    })
}

/// Which way a list runs, if nine of ten steps go that way.
fn trend<T: Ord>(items: impl Iterator<Item = T>) -> Option<Ordering> {
    let (mut rising, mut falling, mut last) = (0_usize, 0_usize, None);
    for item in items {
        match last.as_ref().map(|last| item.cmp(last)) {
            Some(Ordering::Greater) => rising += 1,
            Some(Ordering::Less) => falling += 1,
            _ => {}
        }
        last = Some(item);
    }
    let steps = rising + falling;
    match () {
        () if steps < 3 => None,
        () if rising * 10 >= steps * 9 => Some(Ordering::Less),
        () if falling * 10 >= steps * 9 => Some(Ordering::Greater),
        () => None,
    }
}

/// An address and the number it ends with.
fn split_number(url: &str) -> Option<(&str, u32)> {
    let url = url.trim_end_matches('/');
    let stem = url.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = url.get(stem.len()..)?.parse().ok()?;
    Some((stem, number))
}
