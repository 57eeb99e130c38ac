//! The strip: a bar a month, coloured by section, over all the years. Dragging over it, or moving its two handles, chooses dates for every view.

use std::fmt::Write;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use super::facets::hue;
use super::link::StateLink;
use super::{App, text};
use crate::blog::SectionId;
use crate::explore::{Month, Strip, ViewState};

/// Height of the plot in its own units; the style sheet gives it its size.
const PLOT_HEIGHT: f64 = 100.0;
/// The smallest height a month with a post is drawn with, so that it is seen beside a month with many.
const LEAST_HEIGHT: f64 = 7.0;
/// At most so many years are written under the plot, or they would run into one another.
const YEARS_WRITTEN: usize = 12;

/// The strip. It is there only where there is a choice of months.
#[component]
pub fn StripChart() -> impl IntoView {
    let app = App::get();
    let strip = Memo::new(move |_| {
        app.shown
            .with(|shown| shown.as_ref().map(|shown| shown.outlook.strip.clone()))
    });
    let there = Memo::new(move |_| {
        strip.with(|strip| strip.as_ref().is_some_and(|strip| strip.months.len() > 1))
    });
    let strip = Memo::new(move |_| strip.get().unwrap_or_default());
    view! {
        <Show when=move || there.get()>
            <div class="strip" part="strip" role="group" aria-label=text::STRIP>
                <Plot strip />
                <Handles strip />
                <Years strip />
            </div>
        </Show>
    }
}

/// The months that are chosen, as positions in the strip; the last one is included.
fn chosen(strip: &Strip, state: &ViewState) -> (usize, usize) {
    let last = strip.months.len().saturating_sub(1);
    let position = |month: Month| {
        usize::try_from(month.months_since(strip.first))
            .unwrap_or(0)
            .min(last)
    };
    (
        state.from.map_or(0, position),
        state.to.map_or(last, position),
    )
}

/// Chooses the months from one position to another; the whole strip is no choice.
fn choose(state: &mut ViewState, strip: &Strip, from: usize, to: usize) {
    let last = strip.months.len().saturating_sub(1);
    let (from, to) = (from.min(to), from.max(to).min(last));
    let all = from == 0 && to == last;
    state.from = (!all).then(|| strip.month(from));
    state.to = (!all).then(|| strip.month(to));
}

/// The bars, and the drag over them.
#[component]
fn Plot(strip: Memo<Strip>) -> impl IntoView {
    let app = App::get();
    let plot = NodeRef::<html::Div>::new();
    let dragged_from = StoredValue::new(None::<usize>);
    let position = move |event: &PointerEvent| {
        let bounds = plot.get_untracked()?.get_bounding_client_rect();
        let share = (f64::from(event.client_x()) - bounds.left()) / bounds.width();
        let months = strip.with_untracked(|strip| strip.months.len());
        share.is_finite().then(|| position_at(share, months))
    };
    let select = move |from: usize, to: usize| {
        app.go(|state| strip.with_untracked(|strip| choose(state, strip, from, to)));
    };
    let on_down = move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        if let Some(at) = position(&event) {
            dragged_from.set_value(Some(at));
            if let Some(plot) = plot.get_untracked() {
                let _ = plot.set_pointer_capture(event.pointer_id()); // without it the drag only ends at the edge
            }
        }
    };
    let on_move = move |event: PointerEvent| {
        if let (Some(from), Some(to)) = (dragged_from.get_value(), position(&event)) {
            select(from, to);
        }
    };
    let on_up = move |event: PointerEvent| {
        if let (Some(from), Some(to)) = (dragged_from.get_value(), position(&event)) {
            select(from, to);
        }
        dragged_from.set_value(None);
    };
    let all = move || app.go(|state| (state.from, state.to) = (None, None));
    let view_box = move || strip.with(|strip| format!("0 0 {} {PLOT_HEIGHT}", strip.months.len()));
    view! {
        <div
            class="plot"
            node_ref=plot
            title=text::STRIP_HINT
            on:pointerdown=on_down
            on:pointermove=on_move
            on:pointerup=on_up
            on:pointercancel=move |_| dragged_from.set_value(None)
            on:dblclick=move |_| all()
        >
            <svg viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
                {move || strip.with(bars)}
            </svg>
            <Veil strip />
        </div>
    }
}

/// The month at a share of the width.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a float cast saturates"
)]
fn position_at(share: f64, months: usize) -> usize {
    ((share * months as f64).max(0.0) as usize).min(months.saturating_sub(1))
}

/// One path a section: few elements however long the blog is.
#[allow(
    clippy::cast_precision_loss,
    reason = "months and posts are far fewer than 2^52"
)]
fn bars(strip: &Strip) -> AnyView {
    let sections = strip
        .months
        .first()
        .map_or(0, |month| month.by_section.len());
    let mut paths = vec![String::new(); sections];
    let scale = (PLOT_HEIGHT - LEAST_HEIGHT) / f64::from(strip.peak.max(1));
    for (at, month) in strip.months.iter().enumerate() {
        let mut bottom = PLOT_HEIGHT;
        for (path, &posts) in paths.iter_mut().zip(&month.by_section) {
            if posts == 0 {
                continue;
            }
            let share = f64::from(posts) / f64::from(month.total.max(1));
            let height = f64::from(posts) * scale + LEAST_HEIGHT * share;
            let top = bottom - height;
            // Writing to a String cannot fail.
            let _ = write!(
                path,
                "M{:.1} {bottom:.1}V{top:.1}h.8V{bottom:.1}z",
                at as f64 + 0.1
            );
            bottom = top;
        }
    }
    let none = sections.saturating_sub(1);
    paths
        .into_iter()
        .enumerate()
        .filter(|(_, path)| !path.is_empty())
        .map(|(section, path)| {
            let hue = if section == none {
                "none".to_owned()
            } else {
                hue(SectionId(u32::try_from(section).unwrap_or(0)))
            };
            view! { <path d=path data-hue=hue /> }
        })
        .collect_view()
        .into_any()
}

/// Fades what is not chosen.
#[component]
#[allow(clippy::cast_precision_loss, reason = "months are far fewer than 2^52")]
fn Veil(strip: Memo<Strip>) -> impl IntoView {
    let app = App::get();
    let ends = Memo::new(move |_| {
        strip.with(|strip| {
            let months = strip.months.len().max(1) as f64;
            let (from, to) = app.state.with(|state| chosen(strip, state));
            (
                from as f64 / months * 100.0,
                100.0 - (to + 1) as f64 / months * 100.0,
            )
        })
    });
    view! {
        <span class="veil before" style:width=move || format!("{:.3}%", ends.get().0)></span>
        <span class="veil after" style:width=move || format!("{:.3}%", ends.get().1)></span>
    }
}

/// The two handles: the browser's own sliders, so that keys, touch and screen readers work as anywhere.
#[component]
fn Handles(strip: Memo<Strip>) -> impl IntoView {
    let app = App::get();
    let ends = Memo::new(move |_| strip.with(|strip| app.state.with(|state| chosen(strip, state))));
    let last = move || strip.with(|strip| strip.months.len().saturating_sub(1));
    let spoken = move |at: usize| {
        strip.with(|strip| {
            let month = strip.month(at);
            app.say(|locale| locale.month(month.year, month.month))
        })
    };
    let moved = move |event: leptos::ev::Event, is_from: bool| {
        let Ok(at) = event_target_value(&event).parse::<usize>() else {
            return;
        };
        let (from, to) = ends.get_untracked();
        let (from, to) = if is_from {
            (at.min(to), to)
        } else {
            (from, at.max(from))
        };
        app.go(|state| strip.with_untracked(|strip| choose(state, strip, from, to)));
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            app.go(|state| (state.from, state.to) = (None, None));
        }
    };
    let handle = move |is_from: bool, label: &'static str| {
        let at = move || if is_from { ends.get().0 } else { ends.get().1 };
        view! {
            <input
                type="range"
                min="0"
                max=move || last().to_string()
                prop:value=move || at().to_string()
                aria-label=label
                aria-valuetext=move || spoken(at())
                on:input=move |event| moved(event, is_from)
                on:keydown=on_key
            />
        }
    };
    view! { <div class="handles">{handle(true, text::SLIDER_FROM)} {handle(false, text::SLIDER_TO)}</div> }
}

/// The years under the plot; each chooses itself.
#[component]
#[allow(clippy::cast_precision_loss, reason = "months are far fewer than 2^52")]
fn Years(strip: Memo<Strip>) -> impl IntoView {
    let app = App::get();
    let years = move || {
        strip.with(|strip| {
            let months = strip.months.len();
            let first = strip.first.year;
            let last = strip.month(months.saturating_sub(1)).year;
            let count = usize::try_from(last - first).unwrap_or(0) + 1;
            let step = count.div_ceil(YEARS_WRITTEN).max(1);
            (first..=last)
                .step_by(step)
                .map(|year| {
                    let starts = Month { year, month: 1 }.months_since(strip.first).max(0);
                    let at = f64::from(starts) / months.max(1) as f64 * 100.0;
                    view! { <Year year at /> }
                })
                .collect_view()
        })
    };
    let narrowed = Memo::new(move |_| {
        app.state
            .with(|state| state.from.is_some() || state.to.is_some())
    });
    view! {
        <div class="years">{years}</div>
        <Show when=move || narrowed.get()>
            <p class="span">
                {move || spoken_span(app)}
                <StateLink to=Signal::derive(move || app.to(|state| (state.from, state.to) = (None, None))) class="lift">
                    {text::LIFT_DATES}
                </StateLink>
            </p>
        </Show>
    }
}

/// The chosen months in words.
fn spoken_span(app: App) -> String {
    let (from, to) = app.state.with(|state| (state.from, state.to));
    let say = |month: Month| app.say(|locale| locale.month_of_year_short(month.year, month.month));
    match (from, to) {
        (Some(from), Some(to)) if from == to => say(from),
        (from, to) => format!(
            "{} – {}",
            from.map(say).unwrap_or_default(),
            to.map(say).unwrap_or_default()
        ),
    }
}

/// One year: chooses itself, and chosen alone, lifts the choice.
#[component]
fn Year(year: i16, at: f64) -> impl IntoView {
    let app = App::get();
    let whole = (
        Some(Month { year, month: 1 }),
        Some(Month { year, month: 12 }),
    );
    let is_chosen = Memo::new(move |_| app.state.with(|state| (state.from, state.to) == whole));
    let to = Signal::derive(move || {
        let next = if is_chosen.get() { (None, None) } else { whole };
        app.to(|state| (state.from, state.to) = next)
    });
    let current = Signal::derive(move || is_chosen.get().then_some("true"));
    view! {
        <span class="year" style=("--at", format!("{at:.3}%"))>
            <StateLink to=to current=current>{year.to_string()}</StateLink>
        </span>
    }
}
