//! Keys that work anywhere in the explorer: from post to post, from view to view, marks.
//!
//! In someone else's page they work only while the focus is within the element: the host's keys are the host's.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement, Node};

use super::{App, mark};
use crate::explore::{Mark, View};

/// What a post's row calls itself, so that a key knows which it is about.
const KEY_OF_POST: &str = "data-post";
/// What is gone through from post to post.
const POSTS: &str = ".view [data-post] .title";

/// Listens until the calling component is gone.
pub fn listen(app: App, explorer: NodeRef<html::Div>) {
    let listener = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        if !plain || event.default_prevented() || is_typing(&event) {
            return;
        }
        let explorer = explorer.get_untracked();
        let Some(explorer) = explorer.filter(|here| are_meant_here(app, &event, here)) else {
            return;
        };
        let done = match event.key().as_str() {
            "j" => step(&explorer, &event, 1),
            "k" => step(&explorer, &event, -1),
            "m" => toggle(app, &event, Mark::Read),
            "s" => toggle(app, &event, Mark::Starred),
            digit => go_to_view(app, digit),
        };
        if done {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Puts the focus on the next or previous post; on the first in sight where none has it.
fn step(explorer: &Element, event: &KeyboardEvent, by: i32) -> bool {
    let Ok(titles) = explorer.query_selector_all(POSTS) else {
        return false;
    };
    let titles: Vec<HtmlElement> = (0..titles.length())
        .filter_map(|index| titles.item(index)?.dyn_into().ok())
        .collect();
    let focused = target(event).and_then(|target| {
        let row = target.closest("[data-post]").ok()??;
        titles
            .iter()
            .position(|title| row.contains(Some(title.as_ref())))
    });
    let next = match focused {
        Some(at) if by > 0 => at + 1,
        Some(at) => match at.checked_sub(1) {
            Some(before) => before,
            None => return false,
        },
        None => titles
            .iter()
            .position(|title| title.get_bounding_client_rect().top() >= 0.0)
            .unwrap_or(0),
    };
    titles.get(next).is_some_and(|title| title.focus().is_ok())
}

/// Marks the post whose row has the focus, or whose panel is open.
fn toggle(app: App, event: &KeyboardEvent, of: Mark) -> bool {
    let focused = || {
        let row = target(event)?.closest("[data-post]").ok()??;
        row.get_attribute(KEY_OF_POST)
    };
    let open = app.state.with_untracked(|state| state.post.clone());
    let Some(key) = open.or_else(focused) else {
        return false;
    };
    let on = app.marks.with_untracked(|marks| marks.has(of, &key));
    mark::set(app, of, key, !on);
    true
}

/// `1` is the first view that is offered.
fn go_to_view(app: App, key: &str) -> bool {
    let number = key.parse::<usize>().ok().and_then(|one| one.checked_sub(1));
    let offered = app.manner.with_untracked(|manner| manner.views.clone());
    let offered = if offered.is_empty() {
        View::ALL.to_vec()
    } else {
        offered
    };
    let Some(&view) = number.and_then(|number| offered.get(number)) else {
        return false;
    };
    app.go(|state| (state.view, state.post, state.image) = (view, None, None));
    true
}

/// What really has the focus, looking through shadow roots.
fn target(event: &KeyboardEvent) -> Option<Element> {
    event.composed_path().get(0).dyn_into().ok()
}

/// Whether a key goes into a field.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element.has_attribute("contenteditable")
    })
}

/// Whether a key is for the explorer that `node` is in: it is the page, or has the focus.
pub fn are_meant_here(app: App, event: &KeyboardEvent, node: &Node) -> bool {
    let is_page = app.manner.with_untracked(|manner| manner.page);
    is_page || target(event).is_some_and(|target| target.get_root_node() == node.get_root_node())
}
