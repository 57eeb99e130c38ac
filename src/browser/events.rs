//! What the element tells its page.

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::explore::{Load, ViewState};
use crate::ui::App;

/// Sends events from the element. The loader makes them; here is what they say.
#[derive(Clone)]
pub(super) struct Events(Rc<Function>);

impl Events {
    /// `send` is called with a name, an object of details, and whether the event can be cancelled. It returns whether nobody did.
    pub(super) fn new(send: Function) -> Self {
        Self(Rc::new(send))
    }

    /// Sends one. False if a listener cancelled it.
    pub(super) fn send(&self, name: &str, details: &[(&str, JsValue)], cancelable: bool) -> bool {
        let detail = Object::new();
        for (key, value) in details {
            // Setting a field of a plain object cannot fail.
            let _ = Reflect::set(&detail, &JsValue::from_str(key), value);
        }
        let arguments = (JsValue::from_str(name), JsValue::from_bool(cancelable));
        self.0
            .call3(&JsValue::UNDEFINED, &arguments.0, &detail, &arguments.1)
            .is_ok_and(|kept| kept != JsValue::FALSE)
    }

    /// Asks whether a post may be opened.
    pub(super) fn opens(&self, url: &str, title: &str) -> bool {
        let details = [("url", url.into()), ("title", title.into())];
        self.send("open", &details, true)
    }
}

/// Tells when a blog is there, or why it is not.
pub(super) fn tell_loading(events: Events, load: ReadSignal<Load>) {
    Effect::new(move || {
        load.with(|load| match load {
            Load::Ready(reading) => {
                let blog = reading.index.blog();
                let details = [
                    ("title", blog.site.title.as_str().into()),
                    ("posts", blog.posts.len().into()),
                    ("series", blog.series.len().into()),
                    ("pictures", blog.pictures.len().into()),
                ];
                events.send("ready", &details, false);
            }
            Load::Failed(trouble) => {
                let details = [
                    ("cause", trouble.cause.as_str().into()),
                    ("source", trouble.source.as_str().into()),
                    ("message", crate::ui::explain(trouble).what.into()),
                ];
                events.send("error", &details, false);
            }
            Load::Idle | Load::Busy(_) => {}
        });
    });
}

/// Tells when another view is shown, and when other posts are.
pub(super) fn tell_what_is_shown(events: Events, app: App) {
    let view = Memo::new(move |_| app.view());
    let shown = Memo::new(move |_| {
        app.shown.with(|shown| {
            let shown = shown.as_ref()?;
            let state = ViewState {
                series: None,
                ..(*shown.state).clone()
            };
            Some((state.to_query(), shown.outlook.posts.len()))
        })
    });
    let told = events.clone();
    Effect::watch(
        move || view.get(),
        move |view, _, _| {
            let query = app.state.with_untracked(ViewState::to_query);
            let details = [("view", view.as_str().into()), ("query", query.into())];
            told.send("view", &details, false);
        },
        false,
    );
    Effect::watch(
        move || shown.get(),
        move |shown, before, _| {
            // The first time there is something is `ready`, not a choice.
            if let (Some((query, posts)), Some(Some(_))) = (shown, before) {
                let details = [("query", query.as_str().into()), ("posts", (*posts).into())];
                events.send("select", &details, false);
            }
        },
        false,
    );
}
