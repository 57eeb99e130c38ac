//! What the owner wrote on the element.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::explore::{View, ViewState};
use crate::ui::{Manner, Open, Theme};

/// The attributes that are read here, apart from what the loader and the style sheet make of them.
const NAMES: [&str; 10] = [
    "sitemap", "view", "views", "q", "filters", "theme", "lang", "state", "title", "open",
];

/// The attributes as they stand now. An attribute that is not there is as an empty one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attributes([String; NAMES.len()]);

impl Attributes {
    /// From an object with a text for each name.
    pub(super) fn from_js(object: &JsValue) -> Self {
        Self(NAMES.map(|name| {
            Reflect::get(object, &JsValue::from_str(name))
                .ok()
                .and_then(|value| value.as_string())
                .unwrap_or_default()
        }))
    }

    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> &str {
        let at = NAMES.iter().position(|known| *known == name);
        at.and_then(|at| self.0.get(at)).map_or("", String::as_str)
    }

    /// Takes a new value. A name that is not read here changes nothing.
    pub(super) fn set(&mut self, name: &str, value: String) {
        let at = NAMES.iter().position(|known| *known == name);
        if let Some(slot) = at.and_then(|at| self.0.get_mut(at)) {
            *slot = value;
        }
    }

    /// The state to begin with, where the address says nothing else.
    pub(super) fn base(&self) -> ViewState {
        let mut base = ViewState::parse(self.get("filters"));
        base.unknown.clear();
        base.sitemap = None;
        base.view = View::parse(self.get("view")).unwrap_or(base.view);
        if !self.get("q").is_empty() {
            self.get("q").clone_into(&mut base.q);
        }
        base
    }

    /// How the explorer is to behave.
    pub(super) fn manner(&self) -> Manner {
        Manner {
            views: self
                .get("views")
                .split_ascii_whitespace()
                .filter_map(View::parse)
                .collect(),
            open: match self.get("open") {
                "panel" => Open::Panel,
                "new-tab" => Open::NewTab,
                _ => Open::SameTab,
            },
            title: Some(self.get("title").trim())
                .filter(|title| !title.is_empty())
                .map(str::to_owned),
            theme: match self.get("theme") {
                "light" => Some(Theme::Light),
                "dark" => Some(Theme::Dark),
                _ => None,
            },
            page: self.is_page(),
        }
    }

    /// Whether the element is the page: then it names the page, and its keys work wherever the focus is.
    pub(super) fn is_page(&self) -> bool {
        self.get("state") == "page"
    }
}
