//! The post panel: what is known of one post, its pictures, its place in time and in its series.

use leptos::prelude::*;

use super::dialog::Dialog;
use super::facets::SectionMark;
use super::gallery::Thumbnail;
use super::icon::{CLOSE, Draw, OUT};
use super::link::{PostLink, StateLink};
use super::locale;
use super::mark::MarkButton;
use super::{App, mark, text};
use crate::blog::{Blog, DateFrom, PageId};
use crate::explore::{Index, Mark, place};

/// How many related posts are named at most.
const RELATED: usize = 5;

/// The panel of the post that the state names.
#[component]
pub fn PostPanel() -> impl IntoView {
    let app = App::get();
    let post = Memo::new(move |_| app.open_post());
    let open = Signal::derive(move || post.get().is_some());
    let label = Signal::derive(move || {
        post.get()
            .and_then(|post| app.with_blog(|blog| blog.page(post).title.clone()))
            .unwrap_or_default()
    });
    let close = move || app.go(|state| state.post = None);
    view! {
        <Dialog open=open label=label class="panel" close=UnsyncCallback::new(move |()| close())>
            <button type="button" class="bare close" aria-label=text::CLOSE on:click=move |_| close()>
                <Draw icon=CLOSE />
            </button>
            {move || post.get().map(|post| view! { <Post post /> })}
        </Dialog>
    }
}

/// Everything about one post.
#[component]
fn Post(post: PageId) -> impl IntoView {
    let app = App::get();
    let index = app.shown.with_untracked(|shown| {
        let shown = shown.as_ref()?;
        Some(std::sync::Arc::clone(&shown.index))
    })?;
    let blog = index.blog();
    let page = blog.page(post);
    let section = page
        .section
        .filter(|_| blog.sections.len() > 1)
        .map(|section| {
            let name = blog.section(section).name.clone();
            view! { <span class="section"><SectionMark section /> {name}</span> }
        });
    let key = page.key.clone();
    let pictures = (!page.images.is_empty()).then(|| {
        let figures = (0..page.images.len())
            .map(|index| view! { <Thumbnail page=post index /> })
            .collect_view();
        let heading = format!("{} ", text::PICTURES);
        let count = app.say(|locale| locale.number(page.images.len()));
        view! {
            <section>
                <h3>{heading}<span class="count">{count}</span></h3>
                <div class="grid">{figures}</div>
            </section>
        }
    });
    Some(view! {
        <article class="post">
            <p class="figures">{section} {dates(app, blog, post)}</p>
            <h2>{page.title.clone()}</h2>
            <p class="actions">
                <a class="strong" href=page.url.clone() target="_blank" rel="noreferrer" on:click=move |_| mark::set(app, Mark::Read, key.clone(), true)>
                    {text::OPEN_ON_BLOG} <Draw icon=OUT />
                </a>
                <MarkButton mark=Mark::Read key=page.key.clone() named=true />
                <MarkButton mark=Mark::Starred key=page.key.clone() named=true />
            </p>
            {series(blog, post)}
            {pictures}
            {topics(app, blog, post)}
            {related(&index, post)}
            {neighbours(blog, post)}
        </article>
    })
}

/// When it appeared, how that is known where it was inferred, and when it changed if that was much later.
fn dates(app: App, blog: &Blog, post: PageId) -> AnyView {
    let page = blog.page(post);
    let published = page.published.map(|published| {
        let said = app.say(|locale| locale::published(locale, &published));
        let inferred = (published.from == DateFrom::Order).then_some(text::HOW_DATED_BY_ORDER);
        view! { <time datetime=locale::datetime(&published) title=inferred>{said}</time> }
    });
    let revised = blog.revised(post).map(|modified| {
        let said = format!(
            "{} {}",
            text::REVISED,
            app.say(|locale| locale.day(modified))
        );
        view! { <span class="revised">{said}</span> }
    });
    view! { {published} {revised} }.into_any()
}

/// The series it is part of, this part among the others.
fn series(blog: &Blog, post: PageId) -> Option<AnyView> {
    let series = blog.series(blog.page(post).series?);
    let parts = series
        .parts
        .iter()
        .map(|part| {
            let title = blog.page(part.page).title.clone();
            let here = part.page == post;
            view! {
                <li class="part" class:here=here>
                    <span class="label">{part.label.clone()}</span>
                    <PostLink post=part.page here class="title">{title}</PostLink>
                </li>
            }
        })
        .collect_view();
    let name = series.name.clone();
    Some(
        view! {
            <section class="series">
                <h3>{name}</h3>
                <ol>{parts}</ol>
            </section>
        }
        .into_any(),
    )
}

/// The blog's topics that its words suggest.
fn topics(app: App, blog: &Blog, post: PageId) -> Option<AnyView> {
    let topics = &blog.page(post).topics;
    if topics.is_empty() {
        return None;
    }
    let links = topics
        .iter()
        .map(|found| {
            let topic = blog.topic(found.topic);
            let (slug, name) = (topic.slug.clone(), topic.name.clone());
            let to = Signal::derive(move || {
                app.to(|state| {
                    *state = state.cleared();
                    state.post = None;
                    state.topic = Some(slug.clone());
                })
            });
            view! { <li><StateLink to=to class="facet">{name}</StateLink></li> }
        })
        .collect_view();
    Some(
        view! { <section><h3>{text::POST_TOPICS}</h3><ul class="topics">{links}</ul></section> }
            .into_any(),
    )
}

/// The posts that have most to do with it, each with why.
fn related(index: &Index, post: PageId) -> Option<AnyView> {
    let blog = index.blog();
    let related = index.related(post, RELATED);
    let posts = related
        .iter()
        .map(|found| {
            let title = blog.page(found.page).title.clone();
            view! {
                <li>
                    <PostLink post=found.page class="title">{title}</PostLink>
                    <span class="reason">{found.because(blog)}</span>
                </li>
            }
        })
        .collect_view();
    (!related.is_empty()).then(|| {
        view! { <section class="related"><h3>{text::RELATED}</h3><ol>{posts}</ol></section> }
            .into_any()
    })
}

/// The posts before and after it.
fn neighbours(blog: &Blog, post: PageId) -> AnyView {
    let place = place(blog, post);
    let one = |post: Option<PageId>, said: &'static str| {
        post.map(|post| {
            let title = blog.page(post).title.clone();
            view! {
                <p>
                    <span class="label">{said}</span>
                    <PostLink post class="title">{title}</PostLink>
                </p>
            }
        })
    };
    view! { <nav class="neighbours">{one(place.newer, text::NEWER)} {one(place.older, text::OLDER)}</nav> }.into_any()
}
