//! Series in reading order: each with its parts, what is missing, and why it is thought a series.

use std::sync::Arc;

use leptos::prelude::*;

use super::icon::{Draw, READ};
use super::link::PostLink;
use super::locale;
use super::marked::marked;
use super::notice::{NothingFound, Notice};
use super::virtual_list::{DrawBlock, Estimate, Feed, Scroller, VirtualList};
use super::{App, text};
use crate::blog::{Blog, PageId, Series, SeriesPart};
use crate::explore::{Mark, SeriesMatch};

/// Heights in px, about, of what was never shown.
const PART_PX: f64 = 36.0;
const AROUND_PX: f64 = 96.0;

/// What is listed, with a number that changes whenever it does.
#[derive(Clone, Default)]
struct Listed {
    generation: u64,
    series: Arc<Vec<SeriesMatch>>,
}

impl PartialEq for Listed {
    fn eq(&self, other: &Self) -> bool {
        self.generation == other.generation
    }
}

/// All series that match.
#[component]
pub fn SeriesList() -> impl IntoView {
    let app = App::get();
    let listed = Memo::new(move |before: Option<&Listed>| Listed {
        generation: before.map_or(0, |before| before.generation + 1),
        series: Arc::new(app.shown.with(|shown| {
            shown
                .as_ref()
                .map(|shown| shown.outlook.series.clone())
                .unwrap_or_default()
        })),
    });
    let feed = Signal::derive(move || {
        listed.with(|listed| Feed {
            generation: listed.generation,
            count: listed.series.len(),
        })
    });
    #[allow(
        clippy::cast_precision_loss,
        reason = "a series has far fewer parts than 2^52"
    )]
    let estimate: Estimate = Arc::new(move |block, _| {
        let id = listed.with_untracked(|listed| listed.series.get(block).map(|found| found.id));
        let parts = id.and_then(|id| {
            app.shown
                .with_untracked(|shown| Some(shown.as_ref()?.blog().series(id).parts.len()))
        });
        AROUND_PX + parts.unwrap_or_default() as f64 * PART_PX
    });
    let draw: DrawBlock = Arc::new(move |block| {
        listed
            .with_untracked(|listed| listed.series.get(block).cloned())
            .map(|found| view! { <SeriesView found /> })
            .into_any()
    });
    let scroller = Scroller::new();
    go_to_asked(app, listed, scroller);
    let empty = Memo::new(move |_| listed.with(|listed| listed.series.is_empty()));
    let none_at_all =
        Memo::new(move |_| app.with_blog(|blog| blog.series.is_empty()).unwrap_or(true));
    let nothing = move || {
        if none_at_all.get() {
            view! { <Notice what=text::NO_SERIES why=text::NO_SERIES_HINT /> }.into_any()
        } else {
            view! { <NothingFound /> }.into_any()
        }
    };
    view! {
        <Show when=move || !empty.get() fallback=nothing>
            <div class="series-list">
                <VirtualList feed=feed estimate=Arc::clone(&estimate) draw=Arc::clone(&draw) scroller=scroller />
            </div>
        </Show>
    }
}

/// Brings the series that the address names into sight.
fn go_to_asked(app: App, listed: Memo<Listed>, scroller: Scroller) {
    Effect::new(move || {
        let Some(slug) = app.state.with(|state| state.series.clone()) else {
            return;
        };
        let asked = app.shown.with_untracked(|shown| {
            let blog = shown.as_ref()?.blog();
            listed.with_untracked(|listed| {
                listed
                    .series
                    .iter()
                    .position(|found| blog.series(found.id).slug == slug)
            })
        });
        if let Some(block) = asked {
            scroller.to(block);
        }
    });
}

/// One series: its name and figures at one side, its parts at the other.
#[component]
fn SeriesView(found: SeriesMatch) -> impl IntoView {
    let app = App::get();
    app.shown.with_untracked(|shown| {
        let shown = shown.as_ref()?;
        let blog = shown.blog();
        let series = blog.series(found.id);
        let asked = {
            let slug = series.slug.clone();
            move || app.state.with(|state| state.series.as_ref() == Some(&slug))
        };
        let parts = series.parts.iter().map(|part| view! { <Part part=part.clone() dim=!found.matched.contains(&part.page) /> }).collect_view();
        let missing = (!series.missing.is_empty()).then(|| view! { <p class="missing">{format!("{}: {}", text::MISSING, series.missing.join(", "))}</p> });
        Some(view! {
            <article class="series" class:asked=asked>
                <header>
                    <h2>{marked(&series.name, &shown.outlook.terms)}</h2>
                    <p class="figures">{figures(app, blog, series)}</p>
                    {progress(app, blog, series)}
                    <details class="why">
                        <summary>{text::WHY_SERIES}</summary>
                        <p>{series.because.clone()}</p>
                    </details>
                </header>
                <div class="parts">
                    <ol>{parts}</ol>
                    {missing}
                </div>
            </article>
        })
    })
}

/// `7 parts · Dec 2017 – Sep 2018 · 119 pictures`.
fn figures(app: App, blog: &Blog, series: &Series) -> String {
    let pages = || series.parts.iter().map(|part| blog.page(part.page));
    let dates = pages()
        .filter_map(|page| page.published)
        .map(|published| published.date);
    let span = dates.clone().min().zip(dates.max());
    let pictures: usize = pages().map(|page| page.images.len()).sum();
    app.say(|locale| {
        let mut said = vec![text::parts(locale, series.parts.len())];
        if let Some((first, last)) = span {
            let from = locale.month_of_year_short(first.year(), first.month());
            let to = locale.month_of_year_short(last.year(), last.month());
            said.push(if from == to {
                from
            } else {
                format!("{from} – {to}")
            });
        }
        if pictures > 0 {
            said.push(text::pictures(locale, pictures));
        }
        if series.recurring {
            said.push(text::COLUMN.to_owned());
        }
        said.join(" · ")
    })
}

/// How much of it was read, and where to go on; nothing before the first part is read.
fn progress(app: App, blog: &Blog, series: &Series) -> impl IntoView + use<> {
    let parts: Vec<(PageId, String, String)> = series
        .parts
        .iter()
        .map(|part| {
            let page = blog.page(part.page);
            let called = if part.label.is_empty() {
                page.title.clone()
            } else {
                part.label.clone()
            };
            (part.page, page.key.clone(), called)
        })
        .collect();
    let all = parts.len();
    // The number read, and the first that is not.
    let read = Memo::new(move |_| {
        app.marks.with(|marks| {
            let is_read = |(_, key, _): &&(PageId, String, String)| marks.has(Mark::Read, key);
            let next = parts.iter().find(|part| !is_read(part));
            let next = next.map(|(post, _, called)| (*post, called.clone()));
            (parts.iter().filter(is_read).count(), next)
        })
    });
    move || {
        let (read, next) = read.get();
        if read == 0 {
            return None;
        }
        let so_far = app.say(|locale| text::read_of(locale, read, all));
        Some(match next {
            Some((post, called)) => view! {
                <p class="progress">
                    <progress max=all.to_string() value=read.to_string() aria-label=so_far.clone()></progress>
                    <span class="figures">{so_far}</span>
                    <span>{text::CONTINUE} " " <PostLink post class="lift">{called}</PostLink></span>
                </p>
            }
            .into_any(),
            None => view! { <p class="progress figures"><Draw icon=READ /> {text::ALL_READ}</p> }.into_any(),
        })
    }
}

/// One part: its label, its title, when it appeared.
#[component]
fn Part(
    part: SeriesPart,
    /// Whether it does not match what was asked for.
    dim: bool,
) -> impl IntoView {
    let app = App::get();
    app.shown.with_untracked(|shown| {
        let shown = shown.as_ref()?;
        let page = shown.blog().page(part.page);
        let date = page.published.map(|published| {
            let said = app.say(|locale| locale::published(locale, &published));
            view! { <time datetime=locale::datetime(&published)>{said}</time> }
        });
        let title = marked(&page.title, &shown.outlook.terms);
        let (key, of) = (page.key.clone(), page.key.clone());
        let read = Memo::new(move |_| app.marks.with(|marks| marks.has(Mark::Read, &of)));
        Some(view! {
            <li class="part" class:dim=dim class:read=move || read.get() data-post=key>
                <span class="label">{part.label.clone()}</span>
                <span>
                    <PostLink post=part.page class="title">{title}</PostLink>
                    <Show when=move || read.get()><span class="tick" title=text::READ_MARK><Draw icon=READ /><span class="unseen">{text::READ_MARK}</span></span></Show>
                </span>
                {date}
            </li>
        })
    })
}
