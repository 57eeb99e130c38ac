//! The timeline: posts by month, with pauses shown, and a rail of years to jump by.

use std::sync::Arc;

use leptos::prelude::*;

use super::facets::SectionMark;
use super::link::{PostLink, StateLink};
use super::locale;
use super::mark::MarkButton;
use super::marked::marked;
use super::notice::NothingFound;
use super::picture::Picture;
use super::virtual_list::{DrawBlock, Estimate, Feed, Scroller, VirtualList};
use super::{App, text};
use crate::blog::{Blog, Page, PageId};
use crate::explore::{Block, Mark, timeline};
use crate::sitemap::Precision;

/// Height of a row and of a heading, in px, about: only what was never shown counts with it.
const ROW_PX: f64 = 45.0;
/// On a narrow screen titles wrap.
const NARROW_ROW_PX: f64 = 68.0;
const HEADING_PX: f64 = 58.0;
/// The width at which the style sheet lets titles wrap, in px.
const NARROW_PX: f64 = 640.0;

/// Blocks, with a number that changes whenever they do.
#[derive(Clone, Default)]
struct Blocks {
    generation: u64,
    blocks: Arc<Vec<Block>>,
}

impl PartialEq for Blocks {
    fn eq(&self, other: &Self) -> bool {
        self.generation == other.generation
    }
}

/// The timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    let app = App::get();
    let blocks = Memo::new(move |before: Option<&Blocks>| Blocks {
        generation: before.map_or(0, |before| before.generation + 1),
        blocks: Arc::new(app.shown.with(|shown| {
            shown
                .as_ref()
                .map(|shown| timeline(shown.blog(), &shown.outlook, &shown.state))
                .unwrap_or_default()
        })),
    });
    let feed = Signal::derive(move || {
        blocks.with(|blocks| Feed {
            generation: blocks.generation,
            count: blocks.blocks.len(),
        })
    });
    let estimate: Estimate = Arc::new(move |block, width| {
        blocks.with_untracked(|blocks| {
            blocks
                .blocks
                .get(block)
                .map_or(0.0, |block| height(block, width))
        })
    });
    let draw: DrawBlock = Arc::new(move |block| {
        blocks
            .with_untracked(|blocks| blocks.blocks.get(block).cloned())
            .map(|block| view! { <BlockView block /> })
            .into_any()
    });
    let scroller = Scroller::new();
    let at = RwSignal::new(0);
    let empty = Memo::new(move |_| blocks.with(|blocks| blocks.blocks.is_empty()));
    view! {
        <Show when=move || !empty.get() fallback=NothingFound>
            <div class="timeline">
                <Rail blocks at scroller />
                <VirtualList feed=feed estimate=Arc::clone(&estimate) draw=Arc::clone(&draw) scroller=scroller at=at />
            </div>
        </Show>
    }
}

/// How tall a block will be, about.
#[allow(
    clippy::cast_precision_loss,
    reason = "a block has at most some dozens of posts"
)]
fn height(block: &Block, width: f64) -> f64 {
    let row = if width < NARROW_PX {
        NARROW_ROW_PX
    } else {
        ROW_PX
    };
    let rows = match block {
        Block::Month { posts, .. }
        | Block::Year { posts, .. }
        | Block::Undated { posts, .. }
        | Block::Flat { posts, .. } => posts.len(),
        Block::Gap { .. } => 0,
    };
    HEADING_PX + rows as f64 * row
}

/// One block: a heading and its posts, or a pause.
#[component]
fn BlockView(block: Block) -> impl IntoView {
    let app = App::get();
    match block {
        Block::Gap { months, .. } => view! { <p class="gap">{text::gap(months)}</p> }.into_any(),
        Block::Month {
            year,
            month,
            posts,
            count,
            ..
        } => {
            let heading = app.say(|locale| locale.month(year, month));
            view! { <Posts heading count posts by_day=true /> }.into_any()
        }
        Block::Year {
            year, posts, count, ..
        } => view! { <Posts heading=year.to_string() count posts by_day=false /> }.into_any(),
        Block::Undated { posts, count, .. } => {
            view! { <Posts heading=text::UNDATED.to_owned() count posts by_day=false /> }.into_any()
        }
        Block::Flat { posts, .. } => {
            let count = posts.len();
            view! { <Posts heading=text::BEST_MATCHES.to_owned() count posts by_day=false /> }
                .into_any()
        }
    }
}

/// A heading that sticks while its posts are in sight.
#[component]
fn Posts(heading: String, count: usize, posts: Vec<PageId>, by_day: bool) -> impl IntoView {
    let app = App::get();
    view! {
        <section class="month">
            <h2 part="heading">
                {heading} <span class="count">{app.say(|locale| locale.number(count))}</span>
            </h2>
            <ol class="posts">
                {posts.into_iter().map(|post| view! { <Row post by_day /> }).collect_view()}
            </ol>
        </section>
    }
}

/// One post: its day, its section, its title, its place in a series, its pictures.
#[component]
fn Row(post: PageId, by_day: bool) -> impl IntoView {
    let app = App::get();
    app.shown.with_untracked(|shown| {
        let shown = shown.as_ref()?;
        let blog = shown.blog();
        let page = blog.page(post);
        let section = page.section.filter(|_| blog.sections.len() > 1);
        let title = marked(&page.title, &shown.outlook.terms);
        let of = page.key.clone();
        let (key, read_key, star_key) = (of.clone(), of.clone(), of.clone());
        let read = Memo::new(move |_| app.marks.with(|marks| marks.has(Mark::Read, &of)));
        Some(view! {
            <li class="row" part="row" class:undivided=section.is_none() class:read=move || read.get() data-post=key>
                {day(app, page, by_day)} {section.map(|section| view! { <SectionMark section /> })}
                <span class="what">
                    <PostLink post class="title">{title}</PostLink>
                    <Show when=move || read.get()><span class="unseen">{text::READ_MARK}</span></Show>
                    {reason(shown, post)}
                </span>
                {place_in_series(app, blog, post)}
                <span class="marks">
                    <MarkButton mark=Mark::Read key=read_key />
                    <MarkButton mark=Mark::Starred key=star_key />
                </span>
                {pictures(app, blog, page)}
            </li>
        })
    })
}

/// When it appeared: the day of the month where the heading says the month, else as much as is known.
fn day(app: App, page: &Page, by_day: bool) -> AnyView {
    let Some(published) = page.published else {
        return view! { <span class="day"></span> }.into_any();
    };
    let full = app.say(|locale| locale::published(locale, &published));
    let said = match (by_day, published.precision) {
        (true, Precision::Day) => published.date.day().to_string(),
        (true, _) => String::new(),
        (false, _) => app.say(|locale| {
            locale.month_of_year_short(published.date.year(), published.date.month())
        }),
    };
    view! { <time class="day" datetime=locale::datetime(&published) title=full>{said}</time> }
        .into_any()
}

/// Why a post was found, where its title does not show it.
fn reason(shown: &super::context::Shown, post: PageId) -> Option<AnyView> {
    let matched = shown.outlook.matched_in.get(&post)?;
    if matched.title {
        return None;
    }
    let blog = shown.blog();
    let page = blog.page(post);
    let caption = matched.captions.iter().find_map(|&index| {
        page.images
            .get(index)?
            .caption
            .as_deref()
            .or(page.images.get(index)?.title.as_deref())
    });
    let (field, found) = if let Some(caption) = caption {
        (text::FOUND_IN_CAPTION, caption.to_owned())
    } else if matched.series {
        (
            text::FOUND_IN_SERIES,
            page.series.map(|series| blog.series(series).name.clone())?,
        )
    } else if matched.topic {
        (
            text::FOUND_IN_TOPIC,
            page.topics
                .iter()
                .map(|found| blog.topic(found.topic).name.as_str())
                .collect::<Vec<_>>()
                .join(", "),
        )
    } else {
        return None;
    };
    let found = marked(&found, &shown.outlook.terms);
    Some(
        view! { <span class="reason"><span class="field">{field}</span> {found}</span> }.into_any(),
    )
}

/// `Part 2 of 7`, leading to the series.
fn place_in_series(app: App, blog: &Blog, post: PageId) -> AnyView {
    let place = blog.page(post).series.and_then(|id| {
        let series = blog.series(id);
        let index = series.parts.iter().position(|part| part.page == post)?;
        let said = text::place_in_series(&series.parts.get(index)?.label, index, series.parts.len());
        let (slug, name) = (series.slug.clone(), series.name.clone());
        let to = Signal::derive(move || {
            app.to(|state| {
                *state = state.cleared();
                state.view = crate::explore::View::Series;
                state.series = Some(slug.clone());
            })
        });
        Some(view! { <StateLink to=to class="place" label=format!("{said}: {name}")>{said.clone()}</StateLink> })
    });
    place.into_any()
}

/// The first picture, and how many there are.
fn pictures(app: App, blog: &Blog, page: &Page) -> AnyView {
    let first = page.images.first().map(|image| {
        let url = blog.picture(image.picture).url.clone();
        let count = page.images.len();
        let said = app.say(|locale| text::pictures(locale, count));
        view! {
            <span class="thumbs" title=said>
                <Picture url=url alt=String::new() width=64 />
                <span class="count" aria-hidden="true">{count.to_string()}</span>
            </span>
        }
    });
    view! { <span class="shown">{first}</span> }.into_any()
}

/// The years, as long as they are full: each leads to its first post.
#[component]
fn Rail(blocks: Memo<Blocks>, at: RwSignal<usize>, scroller: Scroller) -> impl IntoView {
    let years = Memo::new(move |_| blocks.with(|blocks| years(&blocks.blocks)));
    let current = Memo::new(move |_| {
        years.with(|years| {
            years
                .iter()
                .rev()
                .find(|(_, block)| *block <= at.get())
                .map(|(year, _)| *year)
        })
    });
    view! {
        <nav class="rail" aria-label=text::YEARS>
            {move || {
                years
                    .get()
                    .into_iter()
                    .map(|(year, block)| {
                        let is_current = move || (current.get() == Some(year)).then_some("true");
                        view! {
                            <button type="button" aria-current=is_current on:click=move |_| scroller.to(block)>
                                {year.to_string()}
                            </button>
                        }
                    })
                    .collect_view()
            }}
        </nav>
    }
}

/// Each year with its first block.
fn years(blocks: &[Block]) -> Vec<(i16, usize)> {
    let mut years: Vec<(i16, usize)> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if let Block::Month { year, .. } | Block::Year { year, .. } = block
            && years.last().is_none_or(|(last, _)| last != year)
        {
            years.push((*year, index));
        }
    }
    years
}
