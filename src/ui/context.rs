//! What every component may read, and the one way in which it can answer.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::Locale;
use crate::blog::{Blog, PageId};
use crate::explore::{Index, Load, Mark, Marks, Outlook, View, ViewState};

/// What a component may ask of the world outside. There is no other way out of a view. The answer says whether it was granted.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "made once a click, never kept in numbers"
)]
pub enum Ask {
    /// Show this.
    Go(ViewState),
    /// Leave for a post on the blog: the page around the element may do something else instead.
    Leave {
        /// Its address.
        url: String,
        /// What it is called.
        title: String,
    },
    /// Read the sitemap again.
    Retry,
    /// Stop reading.
    Cancel,
    /// Use this colour scheme from now on.
    Theme(Theme),
    /// Put a mark on the posts with these keys, or take it away. Granted if it will be there the next time.
    Mark {
        /// Which mark.
        mark: Mark,
        /// The posts' keys.
        keys: Vec<String>,
        /// Whether it is put on.
        on: bool,
    },
    /// Give the reader a file to keep.
    Save(File),
    /// Give the reader every mark, on every blog, as a file to keep. Granted if there are any.
    SaveMarks,
    /// Add the marks of a file that the reader kept.
    BringMarks(web_sys::File),
}

/// What came of a file of marks that the reader chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Brought {
    /// None was chosen yet.
    #[default]
    Nothing,
    /// The marks on so many blogs were added.
    Marks(usize),
    /// It is no such file, or could not be kept.
    Unreadable,
}

/// A file made here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What it is called, with its ending.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// What is in it.
    pub text: String,
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

/// How the owner of the page wants the explorer to behave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// The views that are offered; none means all.
    pub views: Vec<View>,
    /// What a click on a post does.
    pub open: Open,
    /// What the blog is called here, if not by its own name.
    pub title: Option<String>,
    /// The colour scheme, where it is not the reader's to choose.
    pub theme: Option<Theme>,
    /// Whether the element is the page: then its keys work wherever the focus is.
    pub page: bool,
}

/// What a click on a post does. A click with a modifier does what the browser does with links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Open {
    /// Goes to the post on the blog.
    #[default]
    SameTab,
    /// Opens the post in a new tab.
    NewTab,
    /// Opens its panel here.
    Panel,
}

/// The way out of the explorer, and what only the world outside knows.
pub struct Outside {
    /// Answers.
    pub ask: UnsyncCallback<Ask, bool>,
    /// The address of a state, where states have addresses.
    pub href: Option<UnsyncCallback<ViewState, String>>,
    /// Dates and numbers.
    pub locale: Rc<dyn Locale>,
    /// What the reader has marked on the blog that is shown.
    pub marks: Signal<Marks>,
    /// Changes when marks came from elsewhere than from a click here.
    pub marks_came: Signal<u32>,
    /// What the last file of marks brought that the reader chose.
    pub brought: Signal<Brought>,
    /// The language tag that `locale` speaks; empty for the reader's own.
    pub language: Signal<String>,
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
    /// How the owner of the page wants it.
    pub manner: Signal<Manner>,
    /// What the reader has marked on the blog that is shown.
    pub marks: Signal<Marks>,
    /// What the last file of marks brought that the reader chose.
    pub brought: Signal<Brought>,
    /// Whether a mark was put that will be gone when the page is closed.
    pub forgetful: RwSignal<bool>,
    /// Whether the page is being printed: then all of a list is drawn, not only what is in sight.
    pub printing: RwSignal<bool>,
    outside: StoredValue<Outside, LocalStorage>,
}

impl App {
    /// Ties the signals and the way out together.
    pub fn new(
        load: Signal<Load>,
        state: Signal<ViewState>,
        theme: Signal<Theme>,
        manner: Signal<Manner>,
        outside: Outside,
    ) -> Self {
        let question = Memo::new(move |_| {
            Arc::new(ViewState {
                post: None,
                image: None,
                view: crate::explore::View::default(),
                ..state.get()
            })
        });
        let (marks, marks_came) = (outside.marks, outside.marks_came);
        let shown = Memo::new(move |_| {
            let state = question.get();
            // A post that is marked stays where it is until something else is asked for, or it would vanish under the hand.
            marks_came.track();
            load.with(|load| match load {
                Load::Ready(reading) => {
                    let outlook =
                        marks.with_untracked(|marks| reading.index.outlook_for(&state, marks));
                    let outlook = Arc::new(outlook);
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
            manner,
            marks,
            brought: outside.brought,
            forgetful: RwSignal::new(false),
            printing: RwSignal::new(false),
            outside: StoredValue::new_local(outside),
        }
    }

    /// The explorer around the calling component. Without one there is nothing to show, which only a mistake in the code can bring about.
    pub fn get() -> Self {
        expect_context()
    }

    /// Asks the world outside.
    pub fn ask(&self, what: Ask) {
        self.is_granted(what);
    }

    /// Asks the world outside, and says whether it will.
    pub fn is_granted(&self, what: Ask) -> bool {
        self.outside.with_value(|outside| outside.ask).run(what)
    }

    /// The address of a state, where states have addresses.
    pub fn href(&self, state: ViewState) -> Option<String> {
        self.outside
            .with_value(|outside| outside.href.as_ref().map(|href| href.run(state)))
    }

    /// The view that is shown: the one asked for, if it is offered. Tracks both.
    pub fn view(&self) -> View {
        let asked = self.state.with(|state| state.view);
        self.manner.with(|manner| match manner.views.first() {
            Some(&first) if !manner.views.contains(&asked) => first,
            _ => asked,
        })
    }

    /// Tracks the language.
    pub fn track_language(&self) {
        self.outside.with_value(|outside| outside.language.track());
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
        let locale = self
            .outside
            .with_value(|outside| Rc::clone(&outside.locale));
        how(locale.as_ref())
    }

    /// Asks the blog something, if there is one. Tracks what is shown.
    pub fn with_blog<T>(&self, question: impl FnOnce(&Blog) -> T) -> Option<T> {
        self.shown
            .with(|shown| shown.as_ref().map(|shown| question(shown.blog())))
    }

    /// Asks the blog something, if there is one, once.
    pub fn with_blog_untracked<T>(&self, question: impl FnOnce(&Blog) -> T) -> Option<T> {
        self.shown
            .with_untracked(|shown| shown.as_ref().map(|shown| question(shown.blog())))
    }

    /// The post whose panel is open.
    pub fn open_post(&self) -> Option<PageId> {
        let key = self.state.with(|state| state.post.clone())?;
        self.with_blog(|blog| blog.page_by_key(&key))?
    }
}
