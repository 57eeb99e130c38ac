//! A list as long as it likes, of which only what is near the window is in the document.
//!
//! It scrolls with whatever scrolls it: the page, or a box that the host put around the element. Blocks that were never shown count with an
//! estimated height, blocks that were with their measured one, and the browser's scroll anchoring keeps the place where the two differ.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos_use_event_listener::{UseEventListenerOptions, use_event_listener_with_options};
use leptos_use_resize_observer::use_resize_observer;
use leptos_use_window::use_window;

use super::App;

/// How far beyond the window blocks are kept ready, in px: about one flick of a finger.
const OVERSCAN_PX: f64 = 700.0;

/// What is listed. A new `generation` says that block numbers mean other blocks than before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// Changes whenever the blocks do.
    pub generation: u64,
    /// How many blocks there are.
    pub count: usize,
}

/// Where the window is over the list, and how wide the list is, in px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Sight {
    /// From the list's top to the window's top; negative where the list starts further down.
    top: f64,
    height: f64,
    width: f64,
}

/// What is in the document: some blocks, and the room that the others take.
#[derive(Clone, Debug, Default, PartialEq)]
struct Slice {
    generation: u64,
    blocks: Range<usize>,
    before: f64,
    after: f64,
}

/// Heights measured so far, of one generation.
#[derive(Default)]
struct Measured {
    generation: u64,
    heights: HashMap<usize, f64>,
}

/// Scrolls a list to one of its blocks.
#[derive(Clone, Copy)]
pub struct Scroller {
    target: RwSignal<Option<usize>>,
}

impl Scroller {
    /// For one list.
    pub fn new() -> Self {
        Self {
            target: RwSignal::new(None),
        }
    }

    /// Brings a block to the top of the window.
    pub fn to(self, block: usize) {
        self.target.set(Some(block));
    }
}

/// How tall a block will be, about, given its number and the list's width in px.
pub type Estimate = Arc<dyn Fn(usize, f64) -> f64 + Send + Sync>;
/// Draws the block of a number.
pub type DrawBlock = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

/// The list.
#[component]
pub fn VirtualList(
    /// What is listed.
    #[prop(into)]
    feed: Signal<Feed>,
    /// How tall blocks will be.
    estimate: Estimate,
    /// Draws one.
    draw: DrawBlock,
    /// Takes the reader to a block.
    scroller: Scroller,
    /// Told the first block in the window, as it changes.
    #[prop(optional)]
    at: Option<RwSignal<usize>>,
) -> impl IntoView {
    let app = App::get();
    let list = NodeRef::<html::Div>::new();
    let sight = RwSignal::new(Sight {
        height: 900.0,
        ..Sight::default()
    });
    let measured = StoredValue::new(Measured::default());
    let remeasured = RwSignal::new(0_u32);

    let height_of = Arc::new(move |block: usize, width: f64| {
        measured
            .with_value(|measured| measured.heights.get(&block).copied())
            .unwrap_or_else(|| estimate(block, width))
    });
    let slice = {
        let height_of = Arc::clone(&height_of);
        Memo::new(move |_| {
            let feed = feed.get();
            remeasured.track();
            measured.update_value(|measured| {
                if measured.generation != feed.generation {
                    *measured = Measured {
                        generation: feed.generation,
                        heights: HashMap::new(),
                    };
                }
            });
            let mut sight = sight.get();
            if app.printing.get() {
                (sight.top, sight.height) = (0.0, f64::INFINITY);
            }
            slice(feed, sight, |block, width| height_of(block, width))
        })
    };

    let look = move || {
        if let Some(list) = list.get_untracked() {
            let seen = look_at(&list);
            if sight.get_untracked() != seen {
                sight.set(seen);
            }
            if let Some(at) = at {
                let first = first_visible(&list).unwrap_or_default();
                if at.get_untracked() != first {
                    at.set(first);
                }
            }
        }
    };
    let passive = UseEventListenerOptions::default()
        .capture(true)
        .passive(true);
    let _ =
        use_event_listener_with_options(use_window(), leptos::ev::scroll, move |_| look(), passive);
    let _ = use_event_listener_with_options(
        use_window(),
        leptos::ev::resize,
        move |_| look(),
        UseEventListenerOptions::default(),
    );
    use_resize_observer(list, move |_, _| {
        if let Some(list) = list.get_untracked() {
            let changed = measured
                .try_update_value(|measured| measure(&list, measured))
                .unwrap_or(false);
            look();
            if changed {
                remeasured.update(|times| *times = times.wrapping_add(1));
            }
        }
    });
    scroll_on_demand(list, scroller, move |block| {
        let width = sight.get_untracked().width;
        (0..block).map(|block| height_of(block, width)).sum()
    });

    let keys = move || {
        let slice = slice.get();
        slice
            .blocks
            .map(|block| (slice.generation, block))
            .collect::<Vec<_>>()
    };
    view! {
        <div class="virtual" node_ref=list>
            <div class="room" style:height=move || px(slice.with(|slice| slice.before))></div>
            <For each=keys key=|key| *key let:key>
                <div class="block" data-block=key.1>{draw(key.1)}</div>
            </For>
            <div class="room" style:height=move || px(slice.with(|slice| slice.after))></div>
        </div>
    }
}

fn px(length: f64) -> String {
    format!("{}px", length.round())
}

/// Which blocks are near the window, and the room before and after them.
fn slice(feed: Feed, sight: Sight, height_of: impl Fn(usize, f64) -> f64) -> Slice {
    let (from, to) = (
        sight.top - OVERSCAN_PX,
        sight.top + sight.height + OVERSCAN_PX,
    );
    let mut slice = Slice {
        generation: feed.generation,
        ..Slice::default()
    };
    let mut top = 0.0;
    let mut start = None;
    for block in 0..feed.count {
        let bottom = top + height_of(block, sight.width);
        if bottom > from && top < to {
            start.get_or_insert(block);
            slice.blocks = start.unwrap_or(block)..block + 1;
        } else if start.is_none() {
            slice.before = bottom;
        } else {
            slice.after += bottom - top;
        }
        top = bottom;
    }
    slice
}

fn look_at(list: &leptos::web_sys::HtmlDivElement) -> Sight {
    let bounds = list.get_bounding_client_rect();
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64())
        .unwrap_or(900.0);
    Sight {
        top: -bounds.top(),
        height,
        width: bounds.width(),
    }
}

/// The blocks now in the document, with their numbers.
fn drawn(
    list: &leptos::web_sys::HtmlDivElement,
) -> impl Iterator<Item = (usize, leptos::web_sys::Element)> {
    let children = list.children();
    (0..children.length()).filter_map(move |index| {
        let child = children.item(index)?;
        let block = child.get_attribute("data-block")?.parse().ok()?;
        Some((block, child))
    })
}

/// Notes how tall the drawn blocks are. True if one is not as tall as was noted before.
fn measure(list: &leptos::web_sys::HtmlDivElement, measured: &mut Measured) -> bool {
    let mut changed = false;
    for (block, element) in drawn(list) {
        let height = element.get_bounding_client_rect().height();
        let before = measured.heights.insert(block, height);
        changed |= before.is_none_or(|before| (before - height).abs() > 0.5);
    }
    changed
}

/// The first block whose end is in the window, below what sticks to its top.
fn first_visible(list: &leptos::web_sys::HtmlDivElement) -> Option<usize> {
    /// Height of the bars that stick to the window's top, in px.
    const STUCK_PX: f64 = 110.0;
    drawn(list)
        .find(|(_, element)| element.get_bounding_client_rect().bottom() > STUCK_PX)
        .map(|(block, _)| block)
}

/// Scrolls to a block when asked: first to where it should be, so that it is drawn, then to where it is.
fn scroll_on_demand(
    list: NodeRef<html::Div>,
    scroller: Scroller,
    offset_of: impl Fn(usize) -> f64 + 'static,
) {
    Effect::new(move || {
        let (Some(block), Some(element)) = (scroller.target.get(), list.get_untracked()) else {
            return;
        };
        let to_list = element.get_bounding_client_rect().top();
        window().scroll_by_with_x_and_y(0.0, to_list + offset_of(block) - 96.0);
        request_animation_frame(move || {
            request_animation_frame(move || {
                if let Some((_, element)) = drawn(&element).find(|(number, _)| *number == block) {
                    element.scroll_into_view();
                }
            });
        });
    });
}
