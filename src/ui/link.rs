//! Links between view states, with the manners of links: a plain click stays here, anything else is the browser's.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::{App, Ask};
use crate::explore::ViewState;

/// Whether a click asks for what links do by themselves: a new tab, a new window, a download.
pub fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key())
        && !event.default_prevented()
}

/// A link to a view state.
///
/// Where states have addresses it is a real link. An element that keeps its state to itself has no address to give, so there the link
/// leads to `elsewhere` (a post's own page, say), or is a button where there is nothing to lead to.
#[component]
pub fn StateLink(
    /// The state to show.
    #[prop(into)]
    to: Signal<ViewState>,
    /// The class of the link.
    #[prop(into, optional)]
    class: String,
    /// Whether this is what is shown now: `page` or `true` for `aria-current`.
    #[prop(into, optional)]
    current: Signal<Option<&'static str>>,
    /// What a screen reader says instead of the content.
    #[prop(into, optional)]
    label: Option<String>,
    /// Where the link leads if states have no addresses.
    #[prop(into, optional)]
    elsewhere: Option<String>,
    children: Children,
) -> impl IntoView {
    let app = App::get();
    let go = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            app.ask(Ask::Go(to.get_untracked()));
        }
    };
    let aria_current = move || current.get();
    if app.addressed {
        let href = move || match to.with(ViewState::to_query) {
            query if query.is_empty() => "?".to_owned(),
            query => query,
        };
        view! { <a class=class href=href aria-current=aria_current aria-label=label on:click=go>{children()}</a> }.into_any()
    } else if let Some(elsewhere) = elsewhere {
        view! { <a class=class href=elsewhere aria-current=aria_current aria-label=label on:click=go>{children()}</a> }.into_any()
    } else {
        view! { <button type="button" class=class aria-current=aria_current aria-label=label on:click=go>{children()}</button> }.into_any()
    }
}
