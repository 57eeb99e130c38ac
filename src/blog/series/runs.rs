//! Unnumbered runs: posts close in time whose slugs or titles begin, or end, with the same words.
//!
//! What tells a run from posts that merely share words: the shared words name something (small and commonplace words do
//! not), they are rare in the rest of the blog, what follows them could be a heading of its own, and the posts follow one
//! another within two months, or stand together where there are no dates. The fewer posts, the more of this they must show.

use rustc_hash::FxHashSet;

use super::frames::frames;
use super::group::{Group, Member, connects};
use super::heads::{Head, Heads, view};
use super::post::{Posts, View};

const BEGIN: &str = "{count} posts, close in time, begin with “{name}”.";
const END: &str = "{count} posts, close in time, end with “{name}”.";

/// A run that may be one.
struct Run {
    heads: Vec<Head>,
    group: Group,
    separated: usize,
    words: usize,
}

/// Finds the runs among posts that are not taken, and takes them.
pub(super) fn groups(
    posts: &Posts<'_>,
    heads: &Heads,
    ends: &Heads,
    taken: &mut FxHashSet<usize>,
) -> Vec<Group> {
    let mut runs = candidates(posts, heads, taken, at_beginning);
    runs.extend(candidates(posts, ends, taken, at_end));
    runs.sort_by(|one, other| {
        // The surer one first, then the larger.
        let sure = other.group.confidence.total_cmp(&one.group.confidence);
        sure.then(other.heads.len().cmp(&one.heads.len()))
            .then(other.separated.cmp(&one.separated))
            .then(other.words.cmp(&one.words))
            .then_with(|| first_url(posts, one).cmp(&first_url(posts, other)))
    });
    let mut found = Vec::new();
    for run in runs {
        if run.heads.iter().any(|head| taken.contains(&head.post())) {
            continue;
        }
        taken.extend(run.heads.iter().map(Head::post));
        found.push(run.group);
    }
    found
}

fn first_url<'b>(posts: &Posts<'b>, run: &Run) -> Option<&'b str> {
    let post = posts.get(run.heads.first()?.post())?;
    Some(posts.blog.page(post.page).url.as_str())
}

/// Looks at posts that are close and begin or end alike. The number is how many more do so and are in a series of their own.
type Judge = fn(&Posts<'_>, &[Head], usize) -> Option<(Group, usize)>;

fn candidates(
    posts: &Posts<'_>,
    heads: &Heads,
    taken: &FxHashSet<usize>,
    judge: Judge,
) -> Vec<Run> {
    let mut runs = Vec::new();
    for alike in heads.alike() {
        let free: Vec<Head> = alike
            .iter()
            .filter(|head| !taken.contains(&head.post()))
            .copied()
            .collect();
        let elsewhere = alike.len() - free.len();
        let Some(first) = free.first() else { continue };
        let words = first.words as usize;
        let names = view(posts, first).is_some_and(|view| {
            let at = view.tokens.len().saturating_sub(words);
            view.telling(0..words) > 0 || view.telling(at..view.tokens.len()) > 0
        });
        if free.len() < 2 || !names {
            continue;
        }
        for heads in close_ones(posts, free) {
            if let Some((group, separated)) = judge(posts, &heads, elsewhere) {
                runs.push(Run {
                    heads,
                    group,
                    separated,
                    words,
                });
            }
        }
    }
    runs
}

/// Cuts posts, in the order in which they appeared, wherever one came long after the one before.
fn close_ones(posts: &Posts<'_>, heads: Vec<Head>) -> Vec<Vec<Head>> {
    let mut order: Vec<usize> = heads.iter().map(Head::post).collect();
    posts.chronological(&mut order);
    let mut by_post: Vec<Head> = heads;
    by_post.sort_unstable_by_key(|head| head.post);
    let head_of = |post: usize| {
        let at = by_post.binary_search_by_key(&post, Head::post).ok()?;
        by_post.get(at).copied()
    };
    let mut out: Vec<Vec<Head>> = Vec::new();
    let mut last: Option<usize> = None;
    for post in order {
        let Some(head) = head_of(post) else { continue };
        let goes_on =
            last.is_some_and(|last| posts.distance(last, post).is_none_or(|far| far <= 1.0));
        last = Some(post);
        match out.last_mut().filter(|_| goes_on) {
            Some(run) => run.push(head),
            None => out.push(vec![head]),
        }
    }
    out.retain(|run| run.len() > 1);
    out
}

/// What the posts of a run show.
struct Signs {
    posts: usize,
    /// Words of the shared ones that tell something.
    telling: usize,
    /// Posts whose title has a dash or colon between the shared words and the rest.
    separated: usize,
    /// Whether one opens or closes the run and does nothing else.
    framed: bool,
    /// How many are called by the shared words alone: two such are copies.
    base: usize,
    /// Whether the rest of some cannot be a heading of its own.
    connected: bool,
    /// Whether the shared words are rare elsewhere.
    rare: bool,
    /// Whether so many posts are in it that it is how the blog begins its titles.
    most: bool,
    /// The longest pause.
    pause: f32,
    /// Whether hardly any other post came between: on a blog of several posts a day, some begin alike within any fortnight.
    together: bool,
    /// Whether nobody can tell who came when.
    timeless: bool,
}

fn at_beginning(posts: &Posts<'_>, heads: &[Head], elsewhere: usize) -> Option<(Group, usize)> {
    let first = heads.first()?;
    let words = first.words as usize;
    let shown = view(posts, first)?;
    // A name does not end with a figure alone: that would be a year or a version.
    let last = shown.tokens.get(words - 1)?;
    let views: Vec<&View> = heads.iter().filter_map(|head| view(posts, head)).collect();
    let signs = Signs {
        posts: heads.len(),
        telling: shown.telling(0..words),
        separated: views
            .iter()
            .filter(|view| is_separated(view, words))
            .count(),
        framed: views.iter().any(|view| frames(view, words).is_some()),
        base: views
            .iter()
            .filter(|view| view.tokens.len() == words)
            .count(),
        connected: views
            .iter()
            .any(|view| connects(view, words) || only_figures(view, words)),
        rare: posts.rarest(shown, 0..words) <= heads.len() * 2 + elsewhere,
        most: is_most(posts, heads.len()),
        pause: pause(posts, heads),
        together: pause(posts, heads) <= 0.21
            && posts.among(heads.iter().map(Head::post)) <= heads.len() * 2,
        timeless: is_timeless(posts, heads),
    };
    let long_word = words == 1 && last.lower.chars().count() >= 5;
    let confidence = judge(&signs, words, long_word)?;
    let name = shown.ids.get(..words)?.to_vec();
    Some((
        group(posts, heads, name, confidence, words, BEGIN),
        signs.separated,
    ))
}

/// How sure a run is, if it is one.
fn judge(signs: &Signs, words: usize, long_word: bool) -> Option<f32> {
    if signs.base > 1 || signs.most {
        return None;
    }
    let many = signs.posts > 2;
    let named = signs.telling >= 2;
    if signs.timeless {
        // Without any order in time the words alone must do.
        let framed = signs.framed && named && many;
        let wordy = signs.posts > 3 && signs.telling > 2 && !signs.connected;
        return Some(0.6).filter(|_| signs.rare && (framed || wordy));
    }
    let sure = |many_so: f32, two_so: f32| Some(if many { many_so } else { two_so });
    if signs.separated >= 2 && (named || (signs.telling == 1 && words > 1 && many)) {
        return sure(0.85, 0.7);
    }
    if !signs.rare {
        return None;
    }
    if signs.framed && (named || (signs.telling == 1 && (many || signs.pause <= 0.5))) {
        return sure(0.8, 0.65);
    }
    if signs.connected {
        return None;
    }
    match () {
        () if many && named => Some(0.75),
        () if signs.separated == 1 && named => Some(0.65),
        () if signs.telling >= 3 && signs.pause <= 0.25 => Some(0.6),
        () if signs.base == 1 && named && signs.pause <= 0.5 => Some(0.6),
        () if long_word && signs.posts >= 4 && signs.together && signs.telling == 1 => Some(0.6),
        () => None,
    }
}

/// Whether a third of a blog of some size begins, or ends, alike.
fn is_most(posts: &Posts<'_>, run: usize) -> bool {
    posts.list.len() >= 12 && run * 3 > posts.list.len()
}

fn pause(posts: &Posts<'_>, heads: &[Head]) -> f32 {
    let pauses = heads.windows(2).filter_map(|pair| match pair {
        [one, next] => posts.distance(one.post(), next.post()),
        _ => None,
    });
    pauses.fold(0.0, f32::max)
}

/// Whether nothing but figures follows: such posts are a count, or copies, and no run.
fn only_figures(view: &View, words: usize) -> bool {
    let rest = view.tokens.get(words..).unwrap_or_default();
    !rest.is_empty() && rest.iter().all(|token| token.figures)
}

fn is_timeless(posts: &Posts<'_>, heads: &[Head]) -> bool {
    heads.windows(2).any(|pair| match pair {
        [one, next] => posts.distance(one.post(), next.post()).is_none(),
        _ => false,
    })
}

/// Whether a dash, a colon or a bar stands between the words of the name and the next.
fn is_separated(view: &View, words: usize) -> bool {
    let between = words.checked_sub(1).and_then(|last| {
        let (last, next) = (view.tokens.get(last)?, view.tokens.get(words)?);
        view.text.get(last.to..next.from)
    });
    between.is_some_and(|between| {
        between.contains([':', '|', '–', '—', '·', '：'])
            || between.contains(" - ")
            || between.contains('!')
    })
}

fn at_end(posts: &Posts<'_>, heads: &[Head], elsewhere: usize) -> Option<(Group, usize)> {
    let first = heads.first()?;
    let words = first.words as usize;
    let shown = view(posts, first)?;
    let from = shown.tokens.len().checked_sub(words)?;
    let telling = shown.telling(from..shown.tokens.len());
    if words < 2
        || telling < 2
        || is_most(posts, heads.len())
        || connects(shown, from)
        || shown.tokens.get(from)?.figures
    {
        return None;
    }
    let views: Vec<&View> = heads.iter().filter_map(|head| view(posts, head)).collect();
    let apart = |view: &&View| {
        let from = view.tokens.len().saturating_sub(words);
        from > 0 && is_separated(view, from)
    };
    let separated = views.iter().filter(|view| apart(view)).count();
    let own = views.iter().all(|view| {
        let from = view.tokens.len().saturating_sub(words);
        let before = from.checked_sub(1).and_then(|at| view.tokens.get(at));
        before.is_some_and(|token| !crate::blog::words::is_small(&token.lower))
    });
    let rare = posts.rarest(shown, from..shown.tokens.len()) <= heads.len() * 2 + elsewhere;
    let confidence = match heads.len() {
        _ if pause(posts, heads) > 1.0 || is_timeless(posts, heads) => return None,
        2 if separated == 2 && rare => 0.6,
        2 => return None,
        _ if separated >= 2 => 0.8,
        _ if own && rare && words > 2 => 0.65,
        _ => return None,
    };
    let name = shown.ids.get(from..)?.to_vec();
    Some((group(posts, heads, name, confidence, words, END), separated))
}

fn group(
    posts: &Posts<'_>,
    heads: &[Head],
    name: Vec<u32>,
    confidence: f32,
    words: usize,
    because: &str,
) -> Group {
    let mut members: Vec<Member> = Vec::with_capacity(heads.len());
    let (mut opening, mut closing) = (Vec::new(), Vec::new());
    for head in heads {
        let frame = view(posts, head).and_then(|view| frames(view, words));
        let member = |label: &str| Member {
            post: head.post(),
            numbers: Vec::new(),
            label: label.to_owned(),
        };
        match frame {
            Some(true) => opening.push(member("Introduction")),
            Some(false) => closing.push(member("Summary")),
            None => members.push(member("")),
        }
    }
    opening.append(&mut members);
    opening.append(&mut closing);
    Group {
        members: opening,
        name,
        called: None,
        numbered: false,
        recurring: false,
        word: String::new(),
        total: None,
        confidence,
        because: because.to_owned(),
    }
}
