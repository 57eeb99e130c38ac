//! The element's inside: attributes in, an explorer mounted into the element, and all of it gone when it is freed.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use super::address::Address;
use super::attributes::Attributes;
use super::events::{Events, tell_loading, tell_what_is_shown};
use super::fetch::Stop;
use super::intl::Formats;
use super::marks::{KeptMarks, export, import};
use super::{save, session, settings};
use crate::explore::{Cause, Load, Trouble, View, ViewState};
use crate::ui::{App, Ask, Brought, Explorer, File, Outside, Theme};

/// An explorer in the document. Freed, it leaves nothing behind.
#[wasm_bindgen]
pub struct Mounted {
    /// There from the moment of mounting, which draws at once.
    remote: Option<Remote>,
    _unmount: Box<dyn std::any::Any>,
}

impl std::fmt::Debug for Mounted {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Mounted")
    }
}

#[wasm_bindgen]
impl Mounted {
    /// Takes a new value of an attribute; an empty one where it was taken away.
    pub fn set(&self, name: &str, value: String) {
        if let Some(remote) = &self.remote {
            remote.set(name, value);
        }
    }

    /// Reads the sitemap again.
    pub fn refresh(&self) {
        if let Some(remote) = &self.remote {
            remote.ask.run(Ask::Retry);
        }
    }
}

/// Shows an explorer inside `root`. `attributes` is an object with the element's attributes by name; `send` makes an event of a name, an
/// object of details and whether it can be cancelled, and returns whether nobody did.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, attributes: &JsValue, send: Function) -> Mounted {
    let attributes = Attributes::from_js(attributes);
    let remote = Rc::new(RefCell::new(None));
    let started = Rc::clone(&remote);
    let unmount = mount_to(root, move || {
        let (app, remote) = start(attributes, Events::new(send));
        started.replace(Some(remote));
        view! { <Explorer app /> }
    });
    Mounted {
        remote: remote.take(),
        _unmount: Box::new(unmount),
    }
}

/// What the element's own methods and attributes reach.
struct Remote {
    attributes: RwSignal<Attributes>,
    state: Signal<ViewState>,
    ask: UnsyncCallback<Ask, bool>,
}

impl Remote {
    /// A view, a query and filters are gone to at once; the rest follows from the attributes.
    fn set(&self, name: &str, value: String) {
        let Some(mut next) = self.state.try_get_untracked() else {
            return;
        };
        match name {
            "view" => next.view = View::parse(&value).unwrap_or_default(),
            "q" => next.q.clone_from(&value),
            "filters" => {
                let filters = ViewState::parse(&value);
                next = ViewState {
                    sitemap: next.sitemap,
                    view: next.view,
                    q: next.q,
                    post: next.post,
                    image: next.image,
                    ..filters
                };
            }
            _ => {}
        }
        self.attributes
            .update(|attributes| attributes.set(name, value));
        self.ask.run(Ask::Go(next));
    }
}

/// The signals of one explorer, and what answers when it asks.
fn start(given: Attributes, events: Events) -> (App, Remote) {
    let address = Address::from_attribute(given.get("state"), given.base());
    let is_page = given.is_page();
    let (load, set_load) = signal(Load::Idle);
    let (state, set_state) = signal(address.read());
    let attributes = RwSignal::new(given);
    let (chosen, set_chosen) = signal(settings::theme());
    let manner = Memo::new(move |_| attributes.with(Attributes::manner));
    let theme = Signal::derive(move || manner.with(|manner| manner.theme).unwrap_or(chosen.get()));
    let reading = StoredValue::new_local(None::<Stop>);
    let source = Memo::new(move |_| {
        state
            .with(|state| state.sitemap.clone())
            .unwrap_or_else(|| attributes.with(|attributes| attributes.get("sitemap").to_owned()))
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
    let marks = KeptMarks::follow(load);
    let (brought, set_brought) = signal(Brought::Nothing);
    read_what_is_named(source, read);
    follow_history(&address, set_state);
    let (asked, outside_address) = (events.clone(), address.clone());
    let answer = move |ask| match ask {
        Ask::Go(next) => {
            let before = state.get_untracked();
            if before == next {
                return true;
            }
            if next.post.is_some() && next.post != before.post && !may_open(&asked, load, &next) {
                return false;
            }
            if !address.write(&before, &next) {
                set_state.set(next);
            }
            true
        }
        Ask::Leave { url, title } => asked.opens(&url, &title),
        Ask::Retry => {
            read();
            true
        }
        Ask::Cancel => {
            reading.with_value(|reading| reading.as_ref().map(Stop::stop));
            let trouble = Trouble {
                cause: Cause::Cancelled,
                source: source.get_untracked(),
                detail: String::new(),
            };
            set_load.set(Load::Failed(trouble));
            true
        }
        Ask::Theme(theme) => {
            settings::remember_theme(theme);
            set_chosen.set(theme);
            true
        }
        Ask::Mark { mark, keys, on } => marks.set(mark, &keys, on),
        Ask::Save(file) => save::save(&file),
        Ask::SaveMarks => save_marks(),
        Ask::BringMarks(file) => {
            bring_marks(file, marks, set_brought);
            true
        }
    };
    let ask = UnsyncCallback::new(answer);
    let language = Memo::new(move |_| attributes.with(|given| given.get("lang").to_owned())).into();
    let outside = Outside {
        ask,
        href: outside_address
            .is_kept()
            .then(|| UnsyncCallback::new(move |state: ViewState| outside_address.href(&state))),
        marks: marks.marks(),
        marks_came: marks.came(),
        brought: brought.into(),
        locale: Rc::new(Formats::new(language)),
        language,
    };
    let app = App::new(load.into(), state.into(), theme, manner.into(), outside);
    tell_loading(events.clone(), load);
    tell_what_is_shown(events, app);
    if is_page {
        name_the_page(load, state);
        colour_the_page(theme);
    }
    let remote = Remote {
        attributes,
        state: state.into(),
        ask,
    };
    (app, remote)
}

/// Gives the reader every mark as a file, if there are any.
fn save_marks() -> bool {
    export().is_some_and(|text| {
        save::save(&File {
            name: "blog-explorer-marks.json".to_owned(),
            kind: "application/json",
            text,
        })
    })
}

/// Adds the marks of a file that the reader chose, and says what came of it.
fn bring_marks(file: web_sys::File, marks: KeptMarks, set_brought: WriteSignal<Brought>) {
    leptos::task::spawn_local(async move {
        let text = save::text(&file).await.unwrap_or_default();
        set_brought.set(import(&text, marks).map_or(Brought::Unreadable, Brought::Marks));
    });
}

/// Asks the page whether a post's panel may open.
fn may_open(events: &Events, load: ReadSignal<Load>, next: &ViewState) -> bool {
    load.with_untracked(|load| {
        let Load::Ready(reading) = load else {
            return true;
        };
        let blog = reading.index.blog();
        let post = next.post.as_deref().and_then(|key| blog.page_by_key(key));
        post.is_none_or(|post| {
            let page = blog.page(post);
            events.opens(&page.url, &page.title)
        })
    })
}

/// Reads the sitemap that is named, and another when another is named.
fn read_what_is_named(source: Memo<String>, read: impl Fn() + 'static) {
    Effect::new(move || {
        source.track();
        read();
    });
}

/// Back and Forward show what was shown.
fn follow_history(address: &Address, set_state: WriteSignal<ViewState>) {
    if address.is_kept() {
        let address = address.clone();
        let listener =
            window_event_listener(leptos::ev::popstate, move |_| set_state.set(address.read()));
        on_cleanup(move || listener.remove());
    }
}

/// The page is called after the blog, and after the post that is open.
fn name_the_page(load: ReadSignal<Load>, state: ReadSignal<ViewState>) {
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

/// The page around the element has the element's colours: its style sheet goes by an attribute.
fn colour_the_page(theme: Signal<Theme>) {
    Effect::new(move || {
        let Some(root) = document().document_element() else {
            return;
        };
        // Fails only for a name that is none.
        let _ = match theme.get() {
            Theme::Auto => root.remove_attribute("data-theme"),
            Theme::Light => root.set_attribute("data-theme", "light"),
            Theme::Dark => root.set_attribute("data-theme", "dark"),
        };
    });
}
