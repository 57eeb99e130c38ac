//! What every component may read, and the one way in which it can answer.

use std::sync::Arc;

use leptos::prelude::*;

use super::Locale;
use crate::blog::{Blog, PageId};
use crate::explore::{Index, Load, Outlook, ViewState};

/// What a component may ask of the world outside. There is no other way out of a view.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "made once a click, never kept in numbers"
)]
pub enum Ask {
    /// Show this.
    Go(ViewState),
    /// Read the sitemap again.
    Retry,
    /// Stop reading.
    Cancel,
    /// Use this colour scheme from now on.
    Theme(Theme),
}

/// The colour scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What is shown: a blog, and what of it was asked for.
#[derive(Clone)]
pub struct Shown {
    /// The blog.
    pub index: Arc<Index>,
    /// What of it was asked for.
    pub outlook: Arc<Outlook>,
    /// The state it answers: filters, query and order; no open post or picture.
    pub state: Arc<ViewState>,
}

impl Shown {
    /// The blog.
    pub fn blog(&self) -> &Blog {
        self.index.blog()
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.outlook, &other.outlook)
    }
}

/// The explorer that a component is part of. Several on one page know nothing of one another.
#[derive(Clone, Copy)]
pub struct App {
    /// How far the reading is.
    pub load: Signal<Load>,
    /// What was asked for.
    pub state: Signal<ViewState>,
    /// What is to be shown of it; `None` until a blog is there.
    pub shown: Memo<Option<Shown>>,
    /// The colour scheme in use.
    pub theme: Signal<Theme>,
    /// Whether view states have addresses: true for a page, false for an element that keeps its state to itself.
    pub addressed: bool,
    ask: StoredValue<UnsyncCallback<Ask>, LocalStorage>,
    locale: StoredValue<Arc<dyn Locale>, LocalStorage>,
}

impl App {
    /// Ties the signals and the way out together.
    pub fn new(
        load: Signal<Load>,
        state: Signal<ViewState>,
        theme: Signal<Theme>,
        addressed: bool,
        ask: UnsyncCallback<Ask>,
        locale: Arc<dyn Locale>,
    ) -> Self {
        let question = Memo::new(move |_| {
            Arc::new(ViewState {
                post: None,
                image: None,
                view: crate::explore::View::default(),
                ..state.get()
            })
        });
        let shown = Memo::new(move |_| {
            let state = question.get();
            load.with(|load| match load {
                Load::Ready(reading) => {
                    let outlook = Arc::new(reading.index.outlook(&state));
                    Some(Shown {
                        index: Arc::clone(&reading.index),
                        outlook,
                        state,
                    })
                }
                _ => None,
            })
        });
        Self {
            load,
            state,
            shown,
            theme,
            addressed,
            ask: StoredValue::new_local(ask),
            locale: StoredValue::new_local(locale),
        }
    }

    /// The explorer around the calling component. Without one there is nothing to show, which only a mistake in the code can bring about.
    pub fn get() -> Self {
        expect_context()
    }

    /// Asks the world outside.
    pub fn ask(&self, what: Ask) {
        self.ask.with_value(|ask| ask.run(what));
    }

    /// Shows what `change` makes of the present state.
    pub fn go(&self, change: impl FnOnce(&mut ViewState)) {
        self.ask(Ask::Go(self.to(change)));
    }

    /// The present state with one change, for a link. Tracks the state.
    pub fn to(&self, change: impl FnOnce(&mut ViewState)) -> ViewState {
        let mut state = self.state.get();
        change(&mut state);
        state
    }

    /// Says a date or a number in the reader's language.
    pub fn say<T>(&self, how: impl FnOnce(&dyn Locale) -> T) -> T {
        self.locale.with_value(|locale| how(locale.as_ref()))
    }

    /// Asks the blog something, if there is one. Tracks what is shown.
    pub fn with_blog<T>(&self, question: impl FnOnce(&Blog) -> T) -> Option<T> {
        self.shown
            .with(|shown| shown.as_ref().map(|shown| question(shown.blog())))
    }

    /// The post whose panel is open.
    pub fn open_post(&self) -> Option<PageId> {
        let key = self.state.with(|state| state.post.clone())?;
        self.with_blog(|blog| blog.page_by_key(&key))?
    }
}
