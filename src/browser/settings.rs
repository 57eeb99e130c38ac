//! The reader's own settings, on this device. Where storage is missing, full or blocked they last as long as the page.

use leptos::prelude::window;

use crate::ui::Theme;

const THEME: &str = "blog-explorer.theme";

/// The colour scheme the reader chose.
pub(super) fn theme() -> Theme {
    let stored = storage().and_then(|storage| storage.get_item(THEME).ok().flatten());
    match stored.as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Auto,
    }
}

/// Remembers the colour scheme.
pub(super) fn remember_theme(theme: Theme) {
    let Some(storage) = storage() else { return };
    // A full or blocked storage is no reason to disturb anyone: the scheme changes all the same.
    let _ = match theme {
        Theme::Auto => storage.remove_item(THEME),
        Theme::Light => storage.set_item(THEME, "light"),
        Theme::Dark => storage.set_item(THEME, "dark"),
    };
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
