//! The questions: a [`crate::blog::Blog`] and a view state in, what to show out. Knows nothing of Leptos or the DOM.
