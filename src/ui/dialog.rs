//! A modal dialog: the browser's own, which keeps focus in, makes the rest inert and gives focus back.

use leptos::ev::{Event, MouseEvent};
use leptos::html;
use leptos::prelude::*;

/// A dialog that is open while `open` says so. Escape, and a click beside it, ask `close`.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// What it is, for a screen reader.
    #[prop(into)]
    label: Signal<String>,
    /// The class of the dialog.
    class: &'static str,
    /// Called when the reader wants it closed.
    close: UnsyncCallback<()>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    show_while(dialog, open);
    let close = StoredValue::new_local(close);
    let ask_close = move || close.with_value(|close| close.run(()));
    let on_cancel = move |event: Event| {
        event.prevent_default();
        ask_close();
    };
    let beside = move |event: MouseEvent| {
        let on_backdrop = dialog
            .get_untracked()
            .zip(event.target())
            .is_some_and(|(dialog, target)| &target == dialog.as_ref());
        if on_backdrop {
            ask_close();
        }
    };
    view! {
        <dialog node_ref=dialog class=class aria-label=move || label.get() on:cancel=on_cancel on:click=beside>
            {children()}
        </dialog>
    }
}

/// Keeps the browser's dialog open exactly while `open` is true.
fn show_while(dialog: NodeRef<html::Dialog>, open: Signal<bool>) {
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            // Fails only where the element has left the document, and then there is nothing to show it in.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
}
