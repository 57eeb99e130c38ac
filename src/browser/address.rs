//! Where the view state is kept: in the address bar of a page, or nowhere but in memory for an element in someone else's.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

use crate::explore::ViewState;

/// Where the view state is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// In the page's query string.
    Query,
    /// Only in memory: the address bar belongs to someone else.
    None,
}

impl Address {
    /// By the `state` attribute of the element.
    pub(super) fn from_attribute(value: &str) -> Self {
        if value == "query" {
            Self::Query
        } else {
            Self::None
        }
    }

    /// The state to begin with.
    pub(super) fn read(self) -> ViewState {
        match self {
            Self::Query => ViewState::parse(&window().location().search().unwrap_or_default()),
            Self::None => ViewState::default(),
        }
    }

    /// Writes a new state: a navigation adds to the history, typing and brushing replace. Closing what the step before opened goes back to
    /// that step, so that Back does not open it again. Returns whether the browser will tell the new state by itself.
    pub(super) fn write(self, before: &ViewState, next: &ViewState) -> bool {
        if self == Self::None {
            return false;
        }
        let Ok(history) = window().history() else {
            return false;
        };
        let query = next.to_query();
        let closes = (before.post.is_some() && next.post.is_none())
            || (before.image.is_some() && next.image.is_none());
        if closes
            && history
                .state()
                .ok()
                .and_then(|state| state.as_string())
                .as_ref()
                == Some(&query)
        {
            return history.back().is_ok();
        }
        let location = window().location();
        let path = location.pathname().unwrap_or_default();
        let url = format!("{path}{query}{}", location.hash().unwrap_or_default());
        // Browsers refuse more than some hundred entries in half a minute; the screen is right all the same.
        let _ = if next.is_step_from(before) {
            history.push_state_with_url(&JsValue::from_str(&before.to_query()), "", Some(&url))
        } else {
            let state = history.state().unwrap_or(JsValue::NULL);
            history.replace_state_with_url(&state, "", Some(&url))
        };
        false
    }
}
