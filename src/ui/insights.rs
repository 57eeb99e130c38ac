//! How the blog was written: months, streaks and pauses, posts that stand out, series side by side. Every mark leads into the timeline.

mod lanes;

use leptos::prelude::*;

use super::context::Shown;
use super::link::{PostLink, StateLink};
use super::notice::{NothingFound, Notice};
use super::{App, text};
use crate::blog::{Blog, PageId};
use crate::explore::{Insights, Month, Run, View, ViewState, Year, insights};

/// Everything there is to tell of the posts shown.
#[component]
pub fn InsightsView() -> impl IntoView {
    let app = App::get();
    move || {
        app.shown.with(|shown| {
            let shown = shown.as_ref()?;
            let told = insights(shown.blog(), &shown.outlook);
            Some(if shown.outlook.posts.is_empty() {
                view! { <NothingFound /> }.into_any()
            } else if told.years.is_empty() {
                view! { <Notice what=text::NOTHING_DATED why=text::NOTHING_DATED_HINT /> }
                    .into_any()
            } else {
                all(app, shown, &told)
            })
        })
    }
}

fn all(app: App, shown: &Shown, told: &Insights) -> AnyView {
    let blog = shown.blog();
    view! {
        <div class="insights">
            {months(app, told)}
            <div class="findings">
                {runs(app, text::STREAK, told.streak.as_slice(), Some(text::STREAK_WHY))}
                {runs(app, text::PAUSES, &told.pauses, None)}
                {posts(text::MOST_ILLUSTRATED, blog, &told.illustrated, |count| app.say(|locale| text::pictures(locale, count)))}
                {posts(text::LATEST_REVISED, blog, &told.revised, |days| app.say(|locale| text::later(locale, days)))}
            </div>
            {lanes::lanes(app, shown)}
        </div>
    }
    .into_any()
}

/// The timeline of these months, and the rest as it is.
fn between(app: App, from: Month, to: Month) -> Signal<ViewState> {
    Signal::derive(move || {
        app.to(|state| {
            state.view = View::Timeline;
            (state.from, state.to) = (Some(from), Some(to));
        })
    })
}

/// A table that is its own chart: a row a year, a column a month, a tint for how many posts.
fn months(app: App, told: &Insights) -> AnyView {
    let names = (1..=12).map(|month| {
        let short = app.say(|locale| locale.month_short(month));
        // Where there is no room for more, a letter is seen and the name is still said.
        let letter: String = short.chars().take(1).collect();
        view! {
            <th scope="col">
                <span class="long">{short}</span>
                <span class="letter" aria-hidden="true">{letter}</span>
            </th>
        }
    });
    let names = names.collect_view();
    let peak = told.peak.max(1);
    let rows = told.years.iter().map(|year| row(app, year, peak));
    let rows = rows.collect_view();
    view! {
        <section class="months">
            <h2>{text::POSTS_BY_MONTH}</h2>
            <table>
                <thead>
                    <tr><th scope="col">{text::YEAR}</th>{names}<th scope="col" class="all">{text::IN_ALL}</th></tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(app: App, year: &Year, peak: u32) -> AnyView {
    let of = |month| Month {
        year: year.year,
        month,
    };
    let cells = (1..).zip(year.months).map(|(month, posts)| {
        if posts == 0 {
            return view! { <td></td> }.into_any();
        }
        // Five tints: more could not be told apart.
        let tint = (posts * 5).div_ceil(peak).to_string();
        let label = app.say(|locale| {
            let posts = text::posts(locale, posts as usize);
            format!("{}: {posts}", locale.month(year.year, month))
        });
        view! {
            <td>
                <StateLink to=between(app, of(month), of(month)) class=format!("cell tint-{tint}") label=label>
                    {posts.to_string()}
                </StateLink>
            </td>
        }
        .into_any()
    });
    let cells = cells.collect_view();
    let all = (year.total > 0).then(|| {
        let total = app.say(|locale| locale.number(year.total as usize));
        view! { <StateLink to=between(app, of(1), of(12)) label=app.say(|locale| format!("{}: {}", year.year, text::posts(locale, year.total as usize)))>{total}</StateLink> }
    });
    view! { <tr><th scope="row">{year.year.to_string()}</th>{cells}<td class="all">{all}</td></tr> }
        .into_any()
}

/// Runs of months, each leading to them.
fn runs(
    app: App,
    heading: &'static str,
    runs: &[Run],
    why: Option<&'static str>,
) -> Option<AnyView> {
    let each = runs
        .iter()
        .map(|run| {
            let span = app.say(|locale| {
                let said = |month: Month| locale.month_of_year_short(month.year, month.month);
                if run.from == run.to {
                    said(run.from)
                } else {
                    format!("{} – {}", said(run.from), said(run.to))
                }
            });
            let months = app.say(|locale| text::months(locale, run.months));
            // Of a pause, the posts around it are what there is to see.
            let (from, to) = match why {
                Some(_) => (run.from, run.to),
                None => (run.from.plus(-1), run.to.plus(1)),
            };
            view! {
                <li>
                    <StateLink to=between(app, from, to)><span class="title">{months}</span> <span class="figures">{span}</span></StateLink>
                    {why.map(|why| view! { <p class="figures">{why}</p> })}
                </li>
            }
        })
        .collect_view();
    (!runs.is_empty())
        .then(|| view! { <section><h2>{heading}</h2><ol>{each}</ol></section> }.into_any())
}

/// Posts that stand out, each with how.
fn posts<T: Copy>(
    heading: &'static str,
    blog: &Blog,
    posts: &[(PageId, T)],
    how: impl Fn(T) -> String,
) -> Option<AnyView> {
    let each = posts
        .iter()
        .map(|&(post, much)| {
            let title = blog.page(post).title.clone();
            view! {
                <li>
                    <PostLink post class="title">{title}</PostLink>
                    " "
                    <span class="figures">{how(much)}</span>
                </li>
            }
        })
        .collect_view();
    (!posts.is_empty())
        .then(|| view! { <section><h2>{heading}</h2><ol>{each}</ol></section> }.into_any())
}
