//! The few icons there are, drawn on a 24 px grid with one stroke, after Lucide's conventions.

use leptos::prelude::*;

/// An icon, by the path that draws it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Icon(&'static str);

/// A magnifying glass.
pub const SEARCH: Icon = Icon("M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20");
/// A cross.
pub const CLOSE: Icon = Icon("M6 6l12 12M18 6 6 18");
/// To what comes before, in reading direction.
pub const BACK: Icon = Icon("M14.5 5.5 8 12l6.5 6.5");
/// To what comes after, in reading direction.
pub const FORTH: Icon = Icon("M9.5 5.5 16 12l-6.5 6.5");
/// Out of here, to another site.
pub const OUT: Icon = Icon("M8 6h10v10M18 6 6 18");
/// A tick: it was read.
pub const READ: Icon = Icon("M5 12.5 10 17.5 19 7");
/// A star.
pub const STAR: Icon =
    Icon("M12 3.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8Z");
/// There is more.
pub const MORE: Icon = Icon(
    "M6 12a.6.6 0 1 1-1.2 0A.6.6 0 0 1 6 12ZM12.6 12a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0ZM19.2 12a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0Z",
);
/// A sun.
pub const LIGHT: Icon = Icon(
    "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
);
/// A moon.
pub const DARK: Icon = Icon("M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z");
/// Half light, half dark: as the system has it.
pub const AUTO: Icon =
    Icon("M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 3.5v17M12 7h6.5M12 12h8.5M12 17h6.5");

/// Draws an icon. It says nothing to a screen reader: what it stands on has a name.
#[component]
pub fn Draw(
    /// Which one.
    #[prop(into)]
    icon: Signal<Icon>,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=move || icon.get().0 />
        </svg>
    }
}
