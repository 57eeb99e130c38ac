//! Series side by side in time.

use leptos::prelude::*;

use crate::explore::{Lane, View, lanes as explore_lanes};
use crate::ui::context::Shown;
use crate::ui::link::StateLink;
use crate::ui::{App, text};

/// A lane a series, with a mark for each part, under one another on one axis.
pub(super) fn lanes(app: App, shown: &Shown) -> Option<AnyView> {
    let (lanes, left_out) = explore_lanes(shown.blog(), &shown.outlook);
    if lanes.is_empty() {
        return None;
    }
    let months = shown.outlook.strip.months.len();
    let each = lanes.iter().map(|lane| one(app, shown, lane, months));
    let each = each.collect_view();
    let more = (left_out > 0).then(|| {
        let to = Signal::derive(move || app.to(|state| state.view = View::Series));
        let said = app.say(|locale| text::more_series(locale, left_out));
        view! { <p class="figures"><StateLink to=to class="lift">{said}</StateLink></p> }
    });
    Some(
        view! {
            <section class="lanes">
                <h2>{text::LANES}</h2>
                <ol>{each}</ol>
                {more}
            </section>
        }
        .into_any(),
    )
}

fn one(app: App, shown: &Shown, lane: &Lane, months: usize) -> AnyView {
    let series = shown.blog().series(lane.id);
    let slug = series.slug.clone();
    let to = Signal::derive(move || {
        app.to(|state| {
            state.view = View::Series;
            state.series = Some(slug.clone());
        })
    });
    let when = app.say(|locale| {
        let from = locale.month_of_year_short(lane.from.year, lane.from.month);
        let to = locale.month_of_year_short(lane.to.year, lane.to.month);
        let parts = text::parts(locale, series.parts.len());
        if from == to {
            format!("{parts}, {from}")
        } else {
            format!("{parts}, {from} – {to}")
        }
    });
    let line = lane.parts.first().zip(lane.parts.last());
    let line = line.map(|(&from, &to)| format!("M{from}.5 5H{to}.5"));
    let mut marks = lane.parts.clone();
    marks.dedup();
    let marks = marks.iter().fold(String::new(), |mut path, at| {
        path.push_str(&format!("M{at}.5 5h0"));
        path
    });
    let name = series.name.clone();
    let label = format!("{name}, {when}");
    let view_box = format!("0 0 {} 10", months.max(1));
    view! {
        <li>
            <StateLink to=to label=label>
                <span class="title">{name}</span>
                <svg viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
                    <path class="line" d=line />
                    <path class="marks" d=marks />
                </svg>
                <span class="figures">{when}</span>
            </StateLink>
        </li>
    }
    .into_any()
}
