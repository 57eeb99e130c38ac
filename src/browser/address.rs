//! Where the view state is kept: in the address bar of a page, or nowhere but in memory for an element in someone else's.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

use crate::explore::{ViewState, own_pairs, with_own_pairs};

/// Where the view state is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// In the page's query string.
    Query,
    /// In the page's fragment, which no host ever sees.
    Hash,
    /// Only in memory: the address bar belongs to someone else.
    Memory,
}

/// One element's share of the address bar.
#[derive(Clone, Debug)]
pub(super) struct Address {
    place: Place,
    /// Stands before each key, with a dot, where several elements share an address.
    prefix: String,
    /// What an address without a word of this element means.
    base: ViewState,
}

impl Address {
    /// By the `state` attribute of the element: `none`, `query`, `hash`, with a prefix as in `query:a`, or `page`,
    /// which is `query` of the element that is the page.
    pub(super) fn from_attribute(value: &str, base: ViewState) -> Self {
        let (place, prefix) = value.split_once(':').unwrap_or((value, ""));
        let place = match place {
            "query" | "page" => Place::Query,
            "hash" => Place::Hash,
            _ => Place::Memory,
        };
        Self {
            place,
            prefix: prefix.to_owned(),
            base,
        }
    }

    /// Whether view states have addresses at all.
    pub(super) fn is_kept(&self) -> bool {
        self.place != Place::Memory
    }

    /// The state that the address bar says now.
    pub(super) fn read(&self) -> ViewState {
        let own = own_pairs(&self.current(), &self.prefix, &ViewState::KEYS);
        self.base.clone().with(&own)
    }

    /// The address of a state, relative to this page.
    pub(super) fn href(&self, state: &ViewState) -> String {
        let own = state.to_query_from(&self.base);
        let all = with_own_pairs(&self.current(), &own, &self.prefix, &ViewState::KEYS);
        let location = window().location();
        let path = location.pathname().unwrap_or_default();
        let (search, hash) = match self.place {
            Place::Query => (all, location.hash().unwrap_or_default()),
            _ => (location.search().unwrap_or_default(), all),
        };
        let mark = |mark: char, text: &str| {
            if text.is_empty() {
                String::new()
            } else {
                format!("{mark}{}", text.trim_start_matches(mark))
            }
        };
        format!("{path}{}{}", mark('?', &search), mark('#', &hash))
    }

    /// Writes a new state: a navigation adds to the history, typing and brushing replace. Closing what the step before opened goes back to
    /// that step, so that Back does not open it again. Returns whether the browser will tell the new state by itself.
    pub(super) fn write(&self, before: &ViewState, next: &ViewState) -> bool {
        if !self.is_kept() {
            return false;
        }
        let Ok(history) = window().history() else {
            return false;
        };
        let url = self.href(next);
        let closes = (before.post.is_some() && next.post.is_none())
            || (before.image.is_some() && next.image.is_none());
        let came_from = history.state().ok().and_then(|state| state.as_string());
        if closes && came_from.as_ref() == Some(&url) {
            return history.back().is_ok();
        }
        // Browsers refuse more than some hundred entries in half a minute; the screen is right all the same.
        let _ = if next.is_step_from(before) {
            let here = JsValue::from_str(&self.href(before));
            history.push_state_with_url(&here, "", Some(&url))
        } else {
            let state = history.state().unwrap_or(JsValue::NULL);
            history.replace_state_with_url(&state, "", Some(&url))
        };
        false
    }

    /// The part of the address bar that is used, without its `?` or `#`.
    fn current(&self) -> String {
        let location = window().location();
        let text = match self.place {
            Place::Query => location.search(),
            Place::Hash => location.hash(),
            Place::Memory => return String::new(),
        };
        text.unwrap_or_default()
            .trim_start_matches(['?', '#'])
            .to_owned()
    }
}
