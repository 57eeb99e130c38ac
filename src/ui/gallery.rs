//! The gallery: every picture, post by post, never cropped, with its caption below.

use std::sync::Arc;

use leptos::prelude::*;

use super::link::{PostLink, StateLink};
use super::locale;
use super::marked::marked;
use super::notice::{NothingFound, Notice};
use super::picture::Picture;
use super::virtual_list::{DrawBlock, Estimate, Feed, Scroller, VirtualList};
use super::{App, text};
use crate::blog::PageId;
use crate::explore::{PictureBlock, gallery, image_ref};

/// What the style sheet makes of a picture and a heading, in px, about.
const CELL_PX: f64 = 220.0;
const CELL_HEIGHT_PX: f64 = 236.0;
const HEADING_PX: f64 = 84.0;

/// Blocks, with a number that changes whenever they do.
#[derive(Clone, Default)]
struct Blocks {
    generation: u64,
    blocks: Arc<Vec<PictureBlock>>,
}

impl PartialEq for Blocks {
    fn eq(&self, other: &Self) -> bool {
        self.generation == other.generation
    }
}

/// The gallery.
#[component]
pub fn Gallery() -> impl IntoView {
    let app = App::get();
    let blocks = Memo::new(move |before: Option<&Blocks>| Blocks {
        generation: before.map_or(0, |before| before.generation + 1),
        blocks: Arc::new(app.shown.with(|shown| {
            shown
                .as_ref()
                .map(|shown| gallery(shown.blog(), &shown.outlook))
                .unwrap_or_default()
        })),
    });
    let feed = Signal::derive(move || {
        blocks.with(|blocks| Feed {
            generation: blocks.generation,
            count: blocks.blocks.len(),
        })
    });
    let estimate: Estimate = Arc::new(move |block, width| {
        blocks.with_untracked(|blocks| {
            blocks
                .blocks
                .get(block)
                .map_or(0.0, |block| height(block, width))
        })
    });
    let draw: DrawBlock = Arc::new(move |block| {
        blocks
            .with_untracked(|blocks| blocks.blocks.get(block).cloned())
            .map(|block| view! { <Post block /> })
            .into_any()
    });
    let scroller = Scroller::new();
    let empty = Memo::new(move |_| blocks.with(|blocks| blocks.blocks.is_empty()));
    let none_at_all = Memo::new(move |_| {
        app.with_blog(|blog| blog.pictures.is_empty())
            .unwrap_or(true)
    });
    let nothing = move || {
        if none_at_all.get() {
            view! { <Notice what=text::NO_PICTURES why=text::NO_PICTURES_HINT /> }.into_any()
        } else {
            view! { <NothingFound /> }.into_any()
        }
    };
    view! {
        <Show when=move || !empty.get() fallback=nothing>
            <div class="gallery">
                <VirtualList feed=feed estimate=Arc::clone(&estimate) draw=Arc::clone(&draw) scroller=scroller />
            </div>
        </Show>
    }
}

/// How tall a block will be, about.
#[allow(
    clippy::cast_precision_loss,
    reason = "a block has at most a dozen pictures"
)]
fn height(block: &PictureBlock, width: f64) -> f64 {
    let columns = (width / CELL_PX).floor().max(1.0);
    let heading = if block.continued { 0.0 } else { HEADING_PX };
    heading + (block.images.len() as f64 / columns).ceil() * CELL_HEIGHT_PX
}

/// A post's pictures.
#[component]
fn Post(block: PictureBlock) -> impl IntoView {
    let app = App::get();
    app.shown.with_untracked(|shown| {
        let shown = shown.as_ref()?;
        let page = shown.blog().page(block.page);
        let heading = (!block.continued).then(|| {
            let date = page.published.map(|published| {
                let said = app.say(|locale| locale::published(locale, &published));
                view! { <time datetime=locale::datetime(&published)>{said}</time> }
            });
            let title = marked(&page.title, &shown.outlook.terms);
            view! {
                <header>
                    <h2>
                        <PostLink post=block.page>{title}</PostLink>
                    </h2>
                    <p class="figures">{date} <span>{app.say(|locale| text::pictures(locale, block.count))}</span></p>
                </header>
            }
        });
        let figures = block.images.iter().map(|&index| view! { <Thumbnail page=block.page index /> }).collect_view();
        Some(view! {
            <section class="pictures-of" class:continued=block.continued>
                {heading}
                <div class="grid">{figures}</div>
            </section>
        })
    })
}

/// One picture of a post, leading to the lightbox.
#[component]
pub fn Thumbnail(
    /// The post.
    page: PageId,
    /// Which of its pictures.
    index: usize,
) -> impl IntoView {
    let app = App::get();
    app.shown.with_untracked(|shown| {
        let shown = shown.as_ref()?;
        let blog = shown.blog();
        let of = blog.page(page);
        let image = of.images.get(index)?;
        let reference = image_ref(blog, page, index);
        let to = Signal::derive(move || app.to(|state| state.image = Some(reference.clone())));
        let label = image
            .caption
            .clone()
            .or_else(|| image.title.clone())
            .unwrap_or_else(|| text::picture_of(index, &of.title));
        let caption = image
            .caption
            .as_deref()
            .or(image.title.as_deref())
            .map(|caption| marked(caption, &shown.outlook.terms));
        let url = blog.picture(image.picture).url.clone();
        Some(view! {
            <figure>
                <StateLink to=to class="frame" label=label elsewhere=url.clone()>
                    <Picture url=url alt=String::new() width=250 />
                </StateLink>
                {caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
            </figure>
        })
    })
}
