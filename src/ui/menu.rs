//! What is needed now and then: files to keep, marks to take along, paper, and the list of keys.

use leptos::ev::{Event, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use super::dialog::Dialog;
use super::icon::{CLOSE, Draw, MORE};
use super::keys::{are_meant_here, is_typing};
use super::{App, Ask, Brought, File, text};
use crate::explore::{FileFormat, Marks, export};

/// The button, and the sheet that it opens. `?` opens it too.
#[component]
pub fn Menu() -> impl IntoView {
    let app = App::get();
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let listener = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        let here = button.get_untracked();
        let is_meant = here.is_some_and(|here| are_meant_here(app, &event, &here));
        if event.key() == "?" && !is_typing(&event) && is_meant {
            event.prevent_default();
            open.set(true);
        }
    });
    on_cleanup(move || listener.remove());
    let close = move || open.set(false);
    view! {
        <button
            type="button"
            node_ref=button
            class="bare more"
            aria-label=text::MENU
            title=text::MENU
            aria-haspopup="dialog"
            aria-keyshortcuts="?"
            on:click=move |_| open.set(true)
        >
            <Draw icon=MORE />
        </button>
        <Dialog open=open label=Signal::derive(|| text::MENU.to_owned()) class="menu" close=UnsyncCallback::new(move |()| close())>
            <button type="button" class="bare close" aria-label=text::CLOSE on:click=move |_| close()>
                <Draw icon=CLOSE />
            </button>
            {move || open.get().then(|| view! { <div class="post">{files(app)} {marks(app)} {paper(open)} {keys()}</div> })}
        </Dialog>
    }
}

/// What is shown, as a file.
fn files(app: App) -> AnyView {
    let each = FileFormat::ALL.map(|format| {
        let save = move |_| save(app, format);
        view! { <li><button type="button" class="facet" on:click=save>{text::file_format(format)}</button></li> }
    });
    let count = app.shown.with_untracked(|shown| {
        let posts = shown.as_ref()?.outlook.posts.len();
        Some(app.say(|locale| text::posts(locale, posts)))
    });
    view! {
        <section>
            <h2>{text::SAVE_LIST} " " <span class="count">{count}</span></h2>
            <ul class="topics">{each.into_iter().collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn save(app: App, format: FileFormat) {
    let file = app.shown.with_untracked(|shown| {
        let shown = shown.as_ref()?;
        let blog = shown.blog();
        Some(File {
            name: format!("{}.{}", blog.site.host, format.ending()),
            kind: format.kind(),
            text: export(blog, &shown.outlook.posts, format),
        })
    });
    if let Some(file) = file {
        app.ask(Ask::Save(file));
    }
}

/// What the reader marked: out to a file, and in again.
fn marks(app: App) -> AnyView {
    let none = RwSignal::new(app.marks.with_untracked(Marks::is_empty));
    let save = move |_| none.set(!app.is_granted(Ask::SaveMarks));
    let bring = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<leptos::web_sys::HtmlInputElement>().ok());
        let file = input
            .as_ref()
            .and_then(leptos::web_sys::HtmlInputElement::files)
            .and_then(|files| files.get(0));
        if let (Some(input), Some(file)) = (input, file) {
            app.ask(Ask::BringMarks(file));
            // The same file may be chosen again.
            input.set_value("");
        }
    };
    let brought = move || match app.brought.get() {
        Brought::Nothing => none.get().then(|| text::NO_MARKS.to_owned()),
        brought => app.say(|locale| text::brought(locale, brought)),
    };
    view! {
        <section>
            <h2>{text::MARKS}</h2>
            <p class="figures">{move || if app.forgetful.get() { text::NOT_KEPT } else { text::MARKS_HERE }}</p>
            <p class="actions">
                <button type="button" class="plain" on:click=save>{text::SAVE_MARKS}</button>
                <label class="plain">
                    {text::BRING_MARKS}
                    <input type="file" class="unseen" accept="application/json,.json" on:change=bring />
                </label>
            </p>
            <p class="figures" role="status">{brought}</p>
        </section>
    }
    .into_any()
}

/// The list on paper. The sheet goes first, or it would be printed.
fn paper(open: RwSignal<bool>) -> AnyView {
    let app = App::get();
    let print = move |_| {
        open.set(false);
        app.printing.set(true);
        // A frame for the sheet to go and the list to come; `afterprint` ends it.
        request_animation_frame(|| request_animation_frame(|| drop(window().print())));
    };
    view! {
        <section>
            <p class="actions"><button type="button" class="plain" on:click=print>{text::PRINT}</button></p>
        </section>
    }
    .into_any()
}

/// Every key.
fn keys() -> AnyView {
    let groups = text::KEYS_AND_WHAT.map(|(name, keys)| {
        let each = keys
            .iter()
            .map(|&(key, what)| view! { <dt><kbd>{key}</kbd></dt><dd>{what}</dd> })
            .collect_view();
        view! { <h3>{name}</h3><dl>{each}</dl> }
    });
    view! { <section class="keys"><h2>{text::KEYS}</h2>{groups.into_iter().collect_view()}</section> }.into_any()
}
