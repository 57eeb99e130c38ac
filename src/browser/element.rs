//! The element's inside: attributes in, an explorer mounted into the element, and all of it gone when it is freed.

use std::sync::Arc;

use js_sys::Reflect;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use super::address::Address;
use super::fetch::Stop;
use super::intl::Formats;
use super::{session, settings};
use crate::explore::{Cause, Load, Trouble, ViewState};
use crate::ui::{App, Ask, Explorer};

/// An explorer in the document. Freed, it leaves nothing behind.
#[wasm_bindgen]
pub struct Mounted {
    _unmount: Box<dyn std::any::Any>,
}

impl std::fmt::Debug for Mounted {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Mounted")
    }
}

/// Shows an explorer inside `root`. `attributes` is an object with the element's attributes: `sitemap`, an address; and `state`, `query` for
/// the page that the explorer may write the address bar of, else `none`.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, attributes: &JsValue) -> Mounted {
    let attribute = |name: &str| {
        Reflect::get(attributes, &JsValue::from_str(name))
            .ok()
            .and_then(|value| value.as_string())
            .unwrap_or_default()
    };
    let sitemap = attribute("sitemap");
    let address = Address::from_attribute(&attribute("state"));
    let language = attribute("lang");
    let unmount = mount_to(root, move || {
        let app = start(sitemap, address, &language);
        view! { <Explorer app /> }
    });
    Mounted {
        _unmount: Box::new(unmount),
    }
}

/// The signals of one explorer, and what answers when it asks.
fn start(sitemap: String, address: Address, language: &str) -> App {
    let (load, set_load) = signal(Load::Idle);
    let (state, set_state) = signal(address.read());
    let (theme, set_theme) = signal(settings::theme());
    let reading = StoredValue::new_local(None::<Stop>);
    let source = Memo::new(move |_| {
        state
            .with(|state| state.sitemap.clone())
            .unwrap_or_else(|| sitemap.clone())
    });
    let read = move || {
        reading.set_value(None); // stops the one before
        let source = source.get_untracked();
        if source.trim().is_empty() {
            set_load.set(Load::Idle);
        } else {
            reading.set_value(session::start(&source, set_load));
        }
    };
    read_what_is_named(source, read);
    follow_history(address, set_state);
    name_the_page(address, load, state);
    let ask = UnsyncCallback::new(move |ask| match ask {
        Ask::Go(next) => {
            let before = state.get_untracked();
            if before != next && !address.write(&before, &next) {
                set_state.set(next);
            }
        }
        Ask::Retry => read(),
        Ask::Cancel => {
            reading.with_value(|reading| reading.as_ref().map(Stop::stop));
            let trouble = Trouble {
                cause: Cause::Cancelled,
                source: source.get_untracked(),
                detail: String::new(),
            };
            set_load.set(Load::Failed(trouble));
        }
        Ask::Theme(theme) => {
            settings::remember_theme(theme);
            set_theme.set(theme);
        }
    });
    App::new(
        load.into(),
        state.into(),
        theme.into(),
        address == Address::Query,
        ask,
        Arc::new(Formats::new(language)),
    )
}

/// Reads the sitemap that is named, and another when another is named.
fn read_what_is_named(source: Memo<String>, read: impl Fn() + 'static) {
    Effect::new(move || {
        source.track();
        read();
    });
}

/// Back and Forward show what was shown.
fn follow_history(address: Address, set_state: WriteSignal<ViewState>) {
    if address == Address::Query {
        let listener =
            window_event_listener(leptos::ev::popstate, move |_| set_state.set(address.read()));
        on_cleanup(move || listener.remove());
    }
}

/// The page is called after the blog, and after the post that is open.
fn name_the_page(address: Address, load: ReadSignal<Load>, state: ReadSignal<ViewState>) {
    if address != Address::Query {
        return;
    }
    Effect::new(move || {
        let title = load.with(|load| {
            let Load::Ready(reading) = load else {
                return None;
            };
            let blog = reading.index.blog();
            let post =
                state.with(|state| state.post.as_deref().and_then(|key| blog.page_by_key(key)));
            Some(post.map_or_else(
                || blog.site.title.clone(),
                |post| format!("{} · {}", blog.page(post).title, blog.site.title),
            ))
        });
        if let Some(title) = title {
            document().set_title(&title);
        }
    });
}
