//! Text with what was searched for marked.

use leptos::prelude::*;

use crate::explore::{Terms, highlight};

/// `text`, with what `terms` found in it marked.
pub fn marked(text: &str, terms: &Terms) -> AnyView {
    let spans = highlight(text, terms);
    if spans.iter().all(|span| !span.marked) {
        return text.to_owned().into_any();
    }
    spans
        .into_iter()
        .map(|span| {
            let text = span.text.to_owned();
            if span.marked {
                view! { <mark>{text}</mark> }.into_any()
            } else {
                text.into_any()
            }
        })
        .collect_view()
        .into_any()
}
