//! The blog's name, and how much there is of it.

use leptos::prelude::*;

use super::{App, text};
use crate::blog::Blog;

/// Name and figures.
#[component]
pub fn Masthead() -> impl IntoView {
    let app = App::get();
    let name = move || {
        let given = app.manner.with(|manner| manner.title.clone());
        given
            .or_else(|| app.with_blog(|blog| blog.site.title.clone()))
            .unwrap_or_default()
    };
    let home = move || {
        app.with_blog(|blog| blog.site.home.clone())
            .unwrap_or_default()
    };
    view! {
        <header class="masthead" part="masthead">
            <h1 part="name">
                <a href=home target="_blank" rel="noreferrer">{name}</a>
            </h1>
            <p class="figures">{move || app.with_blog(|blog| figures(app, blog))}</p>
        </header>
    }
}

/// `219 posts · 2016–2025`. How many series and pictures there are, the views say.
fn figures(app: App, blog: &Blog) -> String {
    let posts = app.say(|locale| text::posts(locale, blog.posts.len()));
    [Some(posts), years(blog)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// From the oldest to the newest post.
fn years(blog: &Blog) -> Option<String> {
    let mut years = blog
        .posts
        .iter()
        .filter_map(|&post| blog.page(post).published)
        .map(|published| published.date.year());
    let first = years.next()?;
    let (from, to) = years.fold((first, first), |(from, to), year| {
        (from.min(year), to.max(year))
    });
    Some(if from == to {
        from.to_string()
    } else {
        format!("{from}–{to}")
    })
}
