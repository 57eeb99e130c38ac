//! The whole explorer: what is always there, and the view that was asked for.

use leptos::prelude::*;

use super::facets::Facets;
use super::gallery::Gallery;
use super::insights::InsightsView;
use super::lightbox::Lightbox;
use super::masthead::Masthead;
use super::notice::{Failure, Notice, Reading};
use super::post_panel::PostPanel;
use super::series::SeriesList;
use super::strip::StripChart;
use super::text;
use super::timeline::Timeline;
use super::toolbar::Toolbar;
use super::topics::TopicList;
use super::{App, Theme, keys};
use crate::explore::{Load, View};

/// Everything inside the element. `app` is what its parts read and how they answer.
#[component]
pub fn Explorer(
    /// What is known, and the way out.
    app: App,
) -> impl IntoView {
    provide_context(app);
    let theme = move || match app.theme.get() {
        Theme::Auto => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    };
    let explorer = NodeRef::new();
    keys::listen(app, explorer);
    print_all(app);
    // Only the kind of state, so that progress does not build the views anew.
    let there = Memo::new(move |_| app.shown.with(Option::is_some));
    view! {
        <div class="explorer" data-theme=theme node_ref=explorer>
            {move || {
                app.track_language();
                if there.get() { view! { <Blog /> }.into_any() } else { view! { <Waiting /> }.into_any() }
            }}
        </div>
    }
}

/// While the page is printed, lists are drawn whole.
fn print_all(app: App) {
    let before = window_event_listener(leptos::ev::beforeprint, move |_| app.printing.set(true));
    let after = window_event_listener(leptos::ev::afterprint, move |_| app.printing.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// A blog, explored.
#[component]
fn Blog() -> impl IntoView {
    let app = App::get();
    let view = Memo::new(move |_| app.view());
    view! {
        <Masthead />
        <Toolbar />
        <Partial />
        <StripChart />
        <Facets />
        <Forgetful />
        <div class="view" part="view">
            {move || match view.get() {
                View::Timeline => view! { <Timeline /> }.into_any(),
                View::Series => view! { <SeriesList /> }.into_any(),
                View::Gallery => view! { <Gallery /> }.into_any(),
                View::Topics => view! { <TopicList /> }.into_any(),
                View::Insights => view! { <InsightsView /> }.into_any(),
            }}
        </div>
        <PostPanel />
        <Lightbox />
    }
}

/// What stands in place of the views while there is no blog.
#[component]
fn Waiting() -> impl IntoView {
    let app = App::get();
    view! {
        <div class="waiting">
            {move || match app.load.get() {
                Load::Busy(progress) => view! { <Reading progress /> }.into_any(),
                Load::Failed(trouble) => view! { <Failure trouble /> }.into_any(),
                Load::Idle | Load::Ready(_) => view! { <Notice what=text::NO_SITEMAP why=text::NO_SITEMAP_HINT /> }.into_any(),
            }}
        </div>
    }
}

/// Says so where a mark will not last.
#[component]
fn Forgetful() -> impl IntoView {
    let app = App::get();
    move || {
        let said = app.forgetful.get().then_some(text::NOT_KEPT)?;
        Some(view! { <p class="partial" role="status">{said}</p> })
    }
}

/// Says so where not everything could be read.
#[component]
fn Partial() -> impl IntoView {
    let app = App::get();
    let said = move || {
        app.load.with(|load| match load {
            Load::Ready(reading) if reading.cut_off() => Some(text::CUT_OFF.to_owned()),
            Load::Ready(reading) => reading
                .troubles
                .first()
                .map(|trouble| text::explain(trouble).what),
            _ => None,
        })
    };
    move || said().map(|said| view! { <p class="partial" role="status">{said}</p> })
}
