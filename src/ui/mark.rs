//! Marks on posts: a button for each, and the keys that do the same.

use leptos::prelude::*;

use super::icon::{Draw, READ, STAR};
use super::{App, Ask, text};
use crate::explore::Mark;

/// Puts a mark on a post, or takes it away.
#[component]
pub fn MarkButton(
    /// Which mark.
    mark: Mark,
    /// The post's key.
    key: String,
    /// Whether its name is written beside the sign.
    #[prop(optional)]
    named: bool,
) -> impl IntoView {
    let app = App::get();
    let of = key.clone();
    let on = Memo::new(move |_| app.marks.with(|marks| marks.has(mark, &of)));
    let icon = match mark {
        Mark::Read => READ,
        Mark::Starred => STAR,
    };
    let toggle = move |_| set(app, mark, key.clone(), !on.get_untracked());
    let class = match (named, mark) {
        (true, _) => "plain mark-button",
        (false, Mark::Read) => "bare mark-button of-read",
        (false, Mark::Starred) => "bare mark-button of-star",
    };
    let label = move || (!named).then(|| text::mark(mark, false));
    let title = move || (!named).then(|| text::mark(mark, on.get()));
    view! {
        <button type="button" class=class aria-pressed=move || on.get().to_string() aria-label=label title=title on:click=toggle>
            <Draw icon=icon />
            {named.then_some(move || text::marked(mark, on.get()))}
        </button>
    }
}

/// Puts a mark on a post, or takes it away.
pub fn set(app: App, mark: Mark, key: String, on: bool) {
    let keys = vec![key];
    let kept = app.is_granted(Ask::Mark { mark, keys, on });
    app.forgetful.set(!kept);
}
