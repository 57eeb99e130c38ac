//! The blog's own topics, and how each rose and fell over the years.

use std::fmt::Write;

use leptos::prelude::*;

use super::link::StateLink;
use super::notice::{NothingFound, Notice};
use super::{App, text};
use crate::blog::{Blog, TopicId};
use crate::explore::{TopicShown, View, topics};

/// Every topic of the posts shown.
#[component]
pub fn TopicList() -> impl IntoView {
    let app = App::get();
    move || {
        app.shown.with(|shown| {
            let shown = shown.as_ref()?;
            let blog = shown.blog();
            let topics = topics(blog, &shown.outlook);
            if blog.topics.is_empty() {
                return Some(view! { <Notice what=text::NO_TOPICS why=text::NO_TOPICS_HINT /> }.into_any());
            }
            if topics.shown.is_empty() && shown.outlook.posts.is_empty() {
                return Some(view! { <NothingFound /> }.into_any());
            }
            let peak = topics.shown.iter().flat_map(|topic| &topic.by_year).max();
            let peak = peak.copied().unwrap_or(0).max(1);
            let each = topics
                .shown
                .iter()
                .map(|topic| view! { <li class="topic">{one(app, blog, topic, topics.first_year, peak)}</li> })
                .collect_view();
            Some(
                view! {
                    <div class="topic-list">
                        <p class="figures">{text::TOPICS_MATCHED}</p>
                        <ol>{each}</ol>
                        {unmatched(blog, &topics.unmatched)}
                    </div>
                }
                .into_any(),
            )
        })
    }
}

/// A topic's name, how many posts it has, and a bar for each year.
fn one(app: App, blog: &Blog, topic: &TopicShown, first_year: i16, peak: u32) -> AnyView {
    let of = blog.topic(topic.id);
    let slug = of.slug.clone();
    let to = Signal::derive(move || {
        app.to(|state| {
            state.view = View::Timeline;
            state.topic = Some(slug.clone());
        })
    });
    let year = |column: usize| first_year.saturating_add(i16::try_from(column).unwrap_or(0));
    let years = topic.span().map(|(from, to)| (year(from), year(to)));
    let said = app.say(|locale| text::topic_over(locale, topic.posts, years));
    let span = years.map(|(from, to)| {
        if from == to {
            from.to_string()
        } else {
            format!("{from}–{to}")
        }
    });
    let name = of.name.clone();
    let label = format!("{name}, {said}");
    let count = app.say(|locale| locale.number(topic.posts));
    let bars = spark(&topic.by_year, peak);
    view! {
        <StateLink to=to label=label>
            <span class="name">{name}</span>
            <span class="count">{count}</span>
            <span class="years-of">{span}</span>
            {bars}
        </StateLink>
    }
    .into_any()
}

/// A bar a year, all on one scale, so that topics can be compared.
fn spark(by_year: &[u32], peak: u32) -> AnyView {
    let mut path = String::new();
    for (column, &posts) in by_year.iter().enumerate() {
        if posts > 0 {
            // Twenty steps are as many as can be seen. At least two, so that one post is seen at all.
            let height = (u64::from(posts) * 20).div_ceil(u64::from(peak)).max(2);
            // Writing into a string cannot fail.
            let _ = write!(path, "M{column}.1 20v-{height}h.8v{height}z");
        }
    }
    let view_box = format!("0 0 {} 20", by_year.len().max(1));
    view! {
        <svg class="spark" viewBox=view_box preserveAspectRatio="none" aria-hidden="true">
            <path d=path />
        </svg>
    }
    .into_any()
}

/// Topics that the blog has and no post is matched to: their pages on the blog say more.
fn unmatched(blog: &Blog, topics: &[TopicId]) -> Option<AnyView> {
    if topics.is_empty() {
        return None;
    }
    let links = topics
        .iter()
        .filter_map(|&id| {
            let topic = blog.topic(id);
            let page = blog.page(*topic.pages.first()?).url.clone();
            let name = topic.name.clone();
            Some(view! { <li><a class="facet" href=page target="_blank" rel="noreferrer">{name}</a></li> })
        })
        .collect_view();
    Some(
        view! {
            <details class="unmatched">
                <summary>{text::UNMATCHED_TOPICS} " " <span class="count">{topics.len().to_string()}</span></summary>
                <ul class="topics">{links}</ul>
            </details>
        }
        .into_any(),
    )
}
