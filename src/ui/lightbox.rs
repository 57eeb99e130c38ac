//! The lightbox: one picture as large as the window allows, with its caption and the way to its neighbours.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::dialog::Dialog;
use super::icon::{BACK, CLOSE, Draw, FORTH};
use super::link::PostLink;
use super::{App, text};
use crate::blog::PageId;
use crate::explore::{find_image, image_ref};

/// Which picture is open, and where it stands among the pictures to leaf through.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Open {
    page: PageId,
    index: usize,
    count: usize,
}

/// The lightbox of the picture that the state names. It leafs through the pictures of its post.
#[component]
pub fn Lightbox() -> impl IntoView {
    let app = App::get();
    let open = Memo::new(move |_| {
        let reference = app.state.with(|state| state.image.clone())?;
        app.with_blog(|blog| {
            let (page, index) = find_image(blog, &reference)?;
            Some(Open {
                page,
                index,
                count: blog.page(page).images.len(),
            })
        })?
    });
    let is_open = Signal::derive(move || open.get().is_some());
    let label = Signal::derive(move || {
        open.get()
            .and_then(|open| {
                app.with_blog(|blog| text::picture_of(open.index, &blog.page(open.page).title))
            })
            .unwrap_or_default()
    });
    let close = move || app.go(|state| state.image = None);
    let leaf_to = move |index: usize| {
        let Some(open) = open.get_untracked().filter(|open| index < open.count) else {
            return;
        };
        if let Some(reference) = app.with_blog(|blog| image_ref(blog, open.page, index)) {
            app.go(|state| state.image = Some(reference));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let Some(open) = open.get_untracked() else {
            return;
        };
        let to = match event.key().as_str() {
            "ArrowRight" | "PageDown" => Some(open.index + 1),
            "ArrowLeft" | "PageUp" => open.index.checked_sub(1),
            "Home" => Some(0),
            "End" => open.count.checked_sub(1),
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to {
            leaf_to(to);
        }
    };
    view! {
        <Dialog open=is_open label=label class="lightbox" close=UnsyncCallback::new(move |()| close())>
            <div class="stage" on:keydown=on_key>
                <button type="button" class="bare close" aria-label=text::CLOSE on:click=move |_| close()>
                    <Draw icon=CLOSE />
                </button>
                {move || open.get().map(|open| view! { <Shown open /> })}
                <button
                    type="button"
                    class="bare back"
                    aria-label=text::PREVIOUS_PICTURE
                    disabled=move || open.get().is_none_or(|open| open.index == 0)
                    on:click=move |_| leaf_to(open.get_untracked().map_or(0, |open| open.index.saturating_sub(1)))
                >
                    <Draw icon=BACK />
                </button>
                <button
                    type="button"
                    class="bare forth"
                    aria-label=text::NEXT_PICTURE
                    disabled=move || open.get().is_none_or(|open| open.index + 1 == open.count)
                    on:click=move |_| leaf_to(open.get_untracked().map_or(0, |open| open.index + 1))
                >
                    <Draw icon=FORTH />
                </button>
            </div>
        </Dialog>
    }
}

/// The picture itself, its caption, the post it is from and where else it is used.
#[component]
fn Shown(open: Open) -> impl IntoView {
    let app = App::get();
    let blog = app.shown.with_untracked(|shown| {
        shown
            .as_ref()
            .map(|shown| std::sync::Arc::clone(shown.index.blog()))
    })?;
    let page = blog.page(open.page);
    let image = page.images.get(open.index)?;
    let picture = blog.picture(image.picture);
    let caption = image.caption.clone().or_else(|| image.title.clone());
    let alt = caption
        .clone()
        .unwrap_or_else(|| text::picture_of(open.index, &page.title));
    let whole = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let post_link = |page: PageId| {
        let title = blog.page(page).title.clone();
        view! { <PostLink post=page>{title}</PostLink> }
    };
    let others: Vec<_> = picture
        .pages
        .iter()
        .copied()
        .filter(|&other| other != open.page && blog.posts.contains(&other))
        .collect();
    let also = (!others.is_empty()).then(|| {
        let links = others
            .iter()
            .map(|&other| view! { <li>{post_link(other)}</li> })
            .collect_view();
        view! { <div class="also"><span>{text::also_in(others.len())}</span><ul>{links}</ul></div> }
    });
    let zoom_name = move || {
        if whole.get() {
            text::FIT
        } else {
            text::ACTUAL_SIZE
        }
    };
    Some(view! {
        <div class="picture-frame" class:whole=move || whole.get() class:broken=move || failed.get()>
            <button type="button" class="zoom" aria-label=zoom_name aria-pressed=move || whole.get().to_string() on:click=move |_| whole.update(|whole| *whole = !*whole)>
                <img
                    alt=alt
                    referrerpolicy="no-referrer"
                    on:error=move |_| failed.set(true)
                    src=picture.url.clone()
                />
            </button>
            <p class="sorry">{text::CANNOT_LOAD}</p>
        </div>
        <footer>
            {caption.map(|caption| view! { <p class="caption">{caption}</p> })}
            <p class="figures">
                <span>{text::ordinal(open.index, open.count)}</span> {post_link(open.page)}
                <a href=picture.url.clone() target="_blank" rel="noreferrer">{text::SEE_PICTURE}</a>
            </p>
            {also}
        </footer>
    })
}
