//! Links between view states, with the manners of links: a plain click stays here, anything else is the browser's.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::{App, Ask, Open, mark};
use crate::blog::PageId;
use crate::explore::{Mark, ViewState};

/// Whether a click asks for what links do by themselves: a new tab, a new window, a download.
pub fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key())
        && !event.default_prevented()
}

/// A link to a view state.
///
/// Where states have addresses it is a real link. An element that keeps its state to itself has no address to give, so there the link
/// leads to `elsewhere` (a picture's own address, say), or is a button where there is nothing to lead to.
#[component]
pub fn StateLink(
    /// The state to show.
    #[prop(into)]
    to: Signal<ViewState>,
    /// The class of the link.
    #[prop(into, optional)]
    class: String,
    /// Whether this is what is shown now: `page` or `true` for `aria-current`.
    #[prop(into, optional)]
    current: Signal<Option<&'static str>>,
    /// What a screen reader says instead of the content.
    #[prop(into, optional)]
    label: Option<String>,
    /// Where the link leads if states have no addresses.
    #[prop(into, optional)]
    elsewhere: Option<String>,
    children: Children,
) -> impl IntoView {
    let app = App::get();
    let go = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            app.ask(Ask::Go(to.get_untracked()));
        }
    };
    let aria_current = move || current.get();
    let href = Memo::new(move |_| app.href(to.get()).or_else(|| elsewhere.clone()));
    if href.with_untracked(Option::is_some) {
        view! { <a class=class href=move || href.get() aria-current=aria_current aria-label=label on:click=go>{children()}</a> }.into_any()
    } else {
        view! { <button type="button" class=class aria-current=aria_current aria-label=label on:click=go>{children()}</button> }.into_any()
    }
}

/// A link to a post: to its panel, or to the blog, as the owner of the page wants it.
#[component]
pub fn PostLink(
    /// Which post.
    post: PageId,
    /// The class of the link.
    #[prop(into, optional)]
    class: String,
    /// Whether this is the post that is open.
    #[prop(optional)]
    here: bool,
    children: Children,
) -> impl IntoView {
    let app = App::get();
    let (key, url, title) = app
        .with_blog_untracked(|blog| {
            let page = blog.page(post);
            (page.key.clone(), page.url.clone(), page.title.clone())
        })
        .unwrap_or_default();
    let of = key.clone();
    let panel = move || app.to(|state| (state.post, state.image) = (Some(key.clone()), None));
    let panel = StoredValue::new(panel);
    let open = Memo::new(move |_| app.manner.with(|manner| manner.open));
    let address = url.clone();
    let href = move || {
        match open.get() {
            Open::Panel => app.href(panel.with_value(|panel| panel())),
            _ => None,
        }
        .unwrap_or_else(|| address.clone())
    };
    let target = move || (open.get() == Open::NewTab).then_some("_blank");
    let go = move |event: MouseEvent| {
        if !is_plain(&event) {
            return;
        }
        let (url, title) = (url.clone(), title.clone());
        if open.get_untracked() == Open::Panel {
            event.prevent_default();
            app.ask(Ask::Go(untrack(|| panel.with_value(|panel| panel()))));
        } else if app.is_granted(Ask::Leave { url, title }) {
            mark::set(app, Mark::Read, of.clone(), true);
        } else {
            event.prevent_default();
        }
    };
    view! { <a class=class href=href target=target aria-current=here.then_some("true") on:click=go>{children()}</a> }
}
