//! Every state in which there is no view to show, in one file and with one look: nothing asked for, reading, failed, nothing found.

use leptos::prelude::*;

use super::text::{self, Explained};
use super::{App, Ask};
use crate::explore::{Progress, Trouble};

/// A heading and a sentence, with what can be done below.
#[component]
pub fn Notice(
    /// What is the matter.
    #[prop(into)]
    what: String,
    /// Why, and what to do.
    #[prop(into)]
    why: String,
    /// Links and buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="notice">
            <h2>{what}</h2>
            <p>{why}</p>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}

/// How far the reading is, with a way to stop it.
#[component]
pub fn Reading(
    /// How far.
    progress: Progress,
) -> impl IntoView {
    let app = App::get();
    let far = app.say(|locale| text::progress(locale, &progress));
    let share = (progress.files_known > 1).then(|| progress.files_read.to_string());
    view! {
        <div class="notice" role="status">
            <h2>{text::READING}</h2>
            <p>{progress.source.clone()}</p>
            <progress aria-label=text::READING max=progress.files_known.max(1).to_string() value=share></progress>
            <p class="figures">{far}</p>
            <div class="actions">
                <button type="button" class="plain" on:click=move |_| app.ask(Ask::Cancel)>{text::CANCEL}</button>
            </div>
        </div>
    }
}

/// What went wrong, why, and the next step.
#[component]
pub fn Failure(
    /// What went wrong.
    trouble: Trouble,
) -> impl IntoView {
    let app = App::get();
    let Explained { what, why } = text::explain(&trouble);
    let openable = trouble.source.starts_with("http");
    let source = trouble.source.clone();
    view! {
        <div class="notice failure" role="alert">
            <h2>{what}</h2>
            <p>{why}</p>
            <div class="actions">
                <button type="button" class="strong" on:click=move |_| app.ask(Ask::Retry)>{text::RETRY}</button>
                {openable
                    .then(|| view! { <a class="plain" href=source target="_blank" rel="noreferrer">{text::SEE_FILE}</a> })}
            </div>
            <details>
                <summary>{text::DETAILS}</summary>
                <p class="detail">{trouble.source.clone()}</p>
                <p class="detail">{trouble.detail.clone()}</p>
            </details>
        </div>
    }
}

/// Nothing matches what was asked for: what to try, and a way out.
#[component]
pub fn NothingFound() -> impl IntoView {
    let app = App::get();
    view! {
        <Notice what=text::NOTHING_FOUND why=text::NOTHING_FOUND_HINT>
            <button type="button" class="strong" on:click=move |_| app.go(|state| *state = state.cleared())>{text::LIFT}</button>
        </Notice>
    }
}
