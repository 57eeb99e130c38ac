//! One picture, by the host's own resizer where there is one, and by its caption where there is no picture.

use leptos::prelude::*;

use crate::explore::thumbnail;

/// How a picture is doing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    /// The host's smaller version.
    Small,
    /// The picture as the blog names it.
    Whole,
    /// Neither could be loaded.
    None,
}

/// A picture about `width` px wide. If the smaller version cannot be loaded the original is tried, and if that fails `class` gets `broken`
/// and nothing is drawn: the caption beside it stays.
#[component]
pub fn Picture(
    /// The picture's address.
    url: String,
    /// What it shows, for those who cannot see it; empty where text beside it says so already.
    alt: String,
    /// How wide it will be shown, in CSS pixels.
    width: u32,
) -> impl IntoView {
    // Twice the width for dense screens; the hosts' resizers answer with the nearest size they have.
    let small = thumbnail(&url, width.saturating_mul(2));
    let source = RwSignal::new(if small.is_some() {
        Source::Small
    } else {
        Source::Whole
    });
    let address = move || match source.get() {
        Source::Small => small.clone(),
        Source::Whole => Some(url.clone()),
        Source::None => None,
    };
    let loaded = RwSignal::new(false);
    let failed = move |_| {
        source.update(|source| {
            *source = if *source == Source::Small {
                Source::Whole
            } else {
                Source::None
            }
        });
    };
    view! {
        <span class="picture" class:broken=move || source.get() == Source::None class:loaded=move || loaded.get()>
            {move || {
                address()
                    .map(|address| {
                        view! {
                            <img
                                alt=alt.clone()
                                referrerpolicy="no-referrer"
                                decoding="async"
                                on:error=failed
                                on:load=move |_| loaded.set(true)
                                src=address
                            />
                        }
                    })
            }}
        </span>
    }
}
