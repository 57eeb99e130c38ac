//! The bar that stays: which view, the search, the colour scheme.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

use super::icon::{AUTO, CLOSE, DARK, Draw, LIGHT, SEARCH};
use super::keys::{are_meant_here, is_typing};
use super::link::StateLink;
use super::menu::Menu;
use super::{App, Ask, Theme, text};
use crate::explore::View;

/// Views, search and colour scheme.
#[component]
pub fn Toolbar() -> impl IntoView {
    let app = App::get();
    let fixed = Memo::new(move |_| app.manner.with(|manner| manner.theme.is_some()));
    let nav = NodeRef::<html::Nav>::new();
    let view = Memo::new(move |_| app.view());
    Effect::new(move |_| {
        view.track();
        request_animation_frame(move || {
            // By then the explorer may be gone.
            nav.try_get_untracked()
                .flatten()
                .and_then(|nav| bring_current(&nav));
        });
    });
    view! {
        <div class="toolbar" part="toolbar">
            <nav class="views" aria-label=text::VIEWS node_ref=nav>
                {move || offered(app).into_iter().map(|view| view! { <Tab view name=text::view(view) /> }).collect_view()}
            </nav>
            <SearchBox />
            {move || (!fixed.get()).then(|| view! { <ThemeButton /> })}
            <Menu />
        </div>
    }
}

/// Where the tabs are wider than their place, brings the current one to its middle. Not by `scrollIntoView`, which would
/// move the page around an embedded element too.
fn bring_current(nav: &HtmlElement) -> Option<()> {
    let tab = nav.query_selector("[aria-current]").ok()??;
    let (place, tab) = (
        nav.get_bounding_client_rect(),
        tab.get_bounding_client_rect(),
    );
    let off = (tab.left() + tab.right() - place.left() - place.right()) / 2.0;
    nav.scroll_by_with_x_and_y(off, 0.0);
    Some(())
}

/// The views that the owner offers, in the owner's order.
fn offered(app: App) -> Vec<View> {
    app.manner.with(|manner| match manner.views.as_slice() {
        [] => View::ALL.to_vec(),
        views => views.to_vec(),
    })
}

/// One view, with how much of it matches.
#[component]
fn Tab(
    /// Which.
    view: View,
    /// Its name.
    name: &'static str,
) -> impl IntoView {
    let app = App::get();
    let to = Signal::derive(move || {
        app.to(|state| (state.view, state.post, state.image) = (view, None, None))
    });
    let current = Signal::derive(move || (app.view() == view).then_some("page"));
    let count = move || {
        app.shown.with(|shown| {
            let outlook = &shown.as_ref()?.outlook;
            let count = match view {
                View::Timeline => outlook.posts.len(),
                View::Series => outlook.series.len(),
                View::Gallery => outlook.distinct_pictures,
                View::Topics | View::Insights => return None,
            };
            Some(app.say(|locale| locale.number(count)))
        })
    };
    view! {
        <StateLink to=to current=current class="tab">
            <span class="name">{name}</span>
            <span class="count">{count}</span>
        </StateLink>
    }
}

/// The search box. `/` and Ctrl-K lead to it from anywhere, Escape clears it and then leaves it.
#[component]
fn SearchBox() -> impl IntoView {
    let app = App::get();
    let input = NodeRef::<html::Input>::new();
    let query = Memo::new(move |_| app.state.with(|state| state.q.clone()));
    let search = move |query: String| app.go(|state| state.q = query);
    let clear = move || {
        search(String::new());
        if let Some(input) = input.get_untracked() {
            let _ = input.focus(); // fails only where the element has left the document
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            // It was meant for the search: a dialog that the element stands in stays open.
            event.stop_propagation();
            event.prevent_default();
            if query.with_untracked(String::is_empty) {
                input.get_untracked().map(|input| input.blur());
            } else {
                clear();
            }
        }
    };
    focus_on_shortcut(app, input);
    view! {
        <div class="search" role="search" part="search">
            <Draw icon=SEARCH />
            <input
                node_ref=input
                type="text"
                inputmode="search"
                enterkeyhint="search"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-label=text::SEARCH_LABEL
                placeholder=text::SEARCH_LABEL
                aria-keyshortcuts="/ Control+K"
                prop:value=move || query.get()
                on:input=move |event| search(event_target_value(&event))
                on:keydown=on_key
            />
            <Show when=move || query.with(|query| !query.is_empty()) fallback=|| view! { <kbd aria-hidden="true">{"/"}</kbd> }>
                <button type="button" class="bare" aria-label=text::SEARCH_CLEAR on:click=move |_| clear()>
                    <Draw icon=CLOSE />
                </button>
            </Show>
        </div>
    }
}

/// `/` and Ctrl-K (on a Mac ⌘K) put the cursor into the search, unless the reader is typing somewhere. In someone else's page only while the
/// focus is within the element: the host's keys are the host's.
fn focus_on_shortcut(app: App, input: NodeRef<html::Input>) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let slash =
            event.key() == "/" && !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        let palette =
            event.key().eq_ignore_ascii_case("k") && (event.ctrl_key() || event.meta_key());
        if !(palette || slash && !is_typing(&event)) || event.default_prevented() {
            return;
        }
        if let Some(input) = input.get_untracked() {
            if !are_meant_here(app, &event, &input) {
                return;
            }
            event.prevent_default();
            let _ = input.focus();
            input.select();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Goes round the colour schemes.
#[component]
fn ThemeButton() -> impl IntoView {
    let app = App::get();
    let icon = Signal::derive(move || match app.theme.get() {
        Theme::Auto => AUTO,
        Theme::Light => LIGHT,
        Theme::Dark => DARK,
    });
    let name = move || text::theme(app.theme.get());
    let turn = move |_| {
        let next = match app.theme.get_untracked() {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Auto,
        };
        app.ask(Ask::Theme(next));
    };
    view! {
        <button type="button" class="bare theme" aria-label=name title=name on:click=turn>
            <Draw icon=icon />
        </button>
    }
}
