//! What can be narrowed down with one click, each with how much it would leave.

use leptos::prelude::*;

use super::link::StateLink;
use super::{App, text};
use crate::blog::SectionId;
use crate::explore::{Mark, Marked, Sort, ViewState};

/// Sections, and what posts have.
#[component]
pub fn Facets() -> impl IntoView {
    let app = App::get();
    let sections = move || {
        app.shown.with(|shown| {
            let shown = shown.as_ref()?;
            let blog = shown.blog();
            if blog.sections.len() < 2 {
                return None;
            }
            let selected = shown.outlook.sections.iter().any(|section| section.selected);
            let all = view! {
                <Facet
                    change=|state: &mut ViewState| state.sections.clear()
                    pressed=!selected
                    name=text::ALL.to_owned()
                    count=shown.outlook.all_sections
                />
            };
            let each = shown
                .outlook
                .sections
                .iter()
                .map(|section| {
                    let of = blog.section(section.id);
                    let slug = of.slug.clone();
                    view! {
                        <Facet
                            change=move |state: &mut ViewState| toggle(&mut state.sections, &slug)
                            pressed=section.selected
                            name=of.name.clone()
                            count=section.posts
                            section=section.id
                        />
                    }
                })
                .collect_view();
            Some(view! { <div class="group" role="group" aria-label=text::SECTIONS>{all}{each}</div> })
        })
    };
    let kinds = move || {
        app.shown.with(|shown| {
            let shown = shown.as_ref()?;
            let in_series = (!shown.blog().series.is_empty()).then(|| {
                view! {
                    <Facet
                        change=|state: &mut ViewState| state.in_series = !state.in_series
                        pressed=shown.state.in_series
                        name=text::IN_SERIES.to_owned()
                        count=shown.outlook.in_series
                    />
                }
            });
            let illustrated = (!shown.blog().pictures.is_empty()).then(|| {
                view! {
                    <Facet
                        change=|state: &mut ViewState| state.illustrated = !state.illustrated
                        pressed=shown.state.illustrated
                        name=text::ILLUSTRATED.to_owned()
                        count=shown.outlook.illustrated
                    />
                }
            });
            Some(view! { <div class="group">{in_series}{illustrated}</div> })
        })
    };
    let marks = move || {
        let (unread, starred) = marked(app)?;
        let state = app.state.with(|state| state.marked);
        let one = |is: Marked, name: &str, count: usize| {
            view! {
                <Facet
                    change=move |state: &mut ViewState| state.marked = if state.marked == Some(is) { None } else { Some(is) }
                    pressed=state == Some(is)
                    name=name.to_owned()
                    count
                />
            }
        };
        Some(view! {
            <div class="group">
                {one(Marked::Unread, text::UNREAD, unread)}
                {one(Marked::Starred, text::STARRED, starred)}
            </div>
        })
    };
    view! {
        <div class="facets" part="facets">
            <div class="choices">{sections} {kinds} {marks}</div>
            <Found />
            <Order />
        </div>
    }
}

/// How many of the posts shown are unread and how many starred; nothing for a reader who marks nothing.
fn marked(app: App) -> Option<(usize, usize)> {
    app.marks.with(|marks| {
        app.shown.with(|shown| {
            let shown = shown.as_ref()?;
            if shown.state.marked.is_some() {
                return Some((shown.outlook.unread, shown.outlook.starred));
            }
            if marks.is_empty() {
                return None;
            }
            let blog = shown.blog();
            let having = |mark| {
                let posts = shown.outlook.posts.iter();
                posts
                    .filter(|post| marks.has(mark, &blog.page(**post).key))
                    .count()
            };
            let all = shown.outlook.posts.len();
            Some((all - having(Mark::Read), having(Mark::Starred)))
        })
    })
}

/// Puts a slug into the list, or takes it out.
fn toggle(slugs: &mut Vec<String>, slug: &str) {
    if slugs.iter().any(|chosen| chosen == slug) {
        slugs.retain(|chosen| chosen != slug);
    } else {
        slugs.push(slug.to_owned());
    }
}

/// One choice: what it is called and how many posts it would leave.
#[component]
fn Facet<C>(
    /// What it does to the state.
    change: C,
    /// Whether it is chosen now.
    pressed: bool,
    /// What it is called.
    name: String,
    /// How many posts it would leave.
    count: usize,
    /// The section it stands for.
    #[prop(optional)]
    section: Option<SectionId>,
) -> impl IntoView
where
    C: Fn(&mut ViewState) + Send + Sync + 'static,
{
    let app = App::get();
    let to = Signal::derive(move || app.to(&change));
    let current = Signal::derive(move || pressed.then_some("true"));
    let class = if count == 0 && !pressed {
        "facet none"
    } else {
        "facet"
    };
    view! {
        <StateLink to=to current=current class=class>
            {section.map(|section| view! { <SectionMark section /> })}
            <span class="name">{name}</span>
            <span class="count">{app.say(|locale| locale.number(count))}</span>
        </StateLink>
    }
}

/// A section's colour and shape: two signs, for those who cannot tell the colours apart.
#[component]
pub fn SectionMark(
    /// Which section.
    section: SectionId,
) -> impl IntoView {
    view! { <span class="mark" data-hue=hue(section) aria-hidden="true"></span> }
}

/// Which of the eight hues and shapes a section has.
pub fn hue(section: SectionId) -> String {
    (section.0 % 8).to_string()
}

/// How much is left of everything, said aloud as it changes, and the way back to everything.
#[component]
fn Found() -> impl IntoView {
    let app = App::get();
    let filtered = Memo::new(move |_| app.state.with(ViewState::is_filtered));
    let found = move || {
        app.shown.with(|shown| {
            let shown = shown.as_ref()?;
            Some(app.say(|locale| {
                text::posts_of(locale, shown.outlook.posts.len(), shown.blog().posts.len())
            }))
        })
    };
    view! {
        <p class="found">
            <span role="status" aria-live="polite">{move || filtered.get().then(found)}</span>
            <Show when=move || filtered.get()>
                <StateLink to=Signal::derive(move || app.state.get().cleared()) class="lift">{text::LIFT}</StateLink>
            </Show>
        </p>
    }
}

/// In which order posts come.
#[component]
fn Order() -> impl IntoView {
    let app = App::get();
    let searching = Memo::new(move |_| app.state.with(|state| !state.q.trim().is_empty()));
    let order = Memo::new(move |_| {
        app.state.with(|state| match state.sort {
            Sort::Auto if searching.get() => Sort::Relevance,
            Sort::Auto => Sort::Newest,
            chosen => chosen,
        })
    });
    let choose = move |event| {
        let sort = match event_target_value(&event).as_str() {
            "oldest" => Sort::Oldest,
            "newest" if searching.get_untracked() => Sort::Newest,
            _ => Sort::Auto,
        };
        app.go(|state| state.sort = sort);
    };
    view! {
        <label class="order">
            <span class="unseen">{text::ORDER}</span>
            <select on:change=choose>
                <Show when=move || searching.get()>
                    <option value="best" selected=move || order.get() == Sort::Relevance>{text::RELEVANT}</option>
                </Show>
                <option value="newest" selected=move || order.get() == Sort::Newest>{text::NEWEST}</option>
                <option value="oldest" selected=move || order.get() == Sort::Oldest>{text::OLDEST}</option>
            </select>
        </label>
    }
}
