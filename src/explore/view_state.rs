//! What is asked for: one plain value that is the address of a screen.

use serde::{Deserialize, Serialize};

use super::month::Month;
use super::query_string::{escape_into, raw_pairs, unescape};

/// Which view is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// Posts by year and month.
    #[default]
    Timeline,
    /// Series in reading order.
    Series,
    /// Every picture.
    Gallery,
    /// The blog's own topics over the years.
    Topics,
    /// How the blog was written.
    Insights,
}

impl View {
    /// Every view, in the order in which they are offered.
    pub const ALL: [View; 5] = [
        View::Timeline,
        View::Series,
        View::Gallery,
        View::Topics,
        View::Insights,
    ];

    /// Its name in a query string.
    pub fn as_str(self) -> &'static str {
        match self {
            View::Timeline => "timeline",
            View::Series => "series",
            View::Gallery => "gallery",
            View::Topics => "topics",
            View::Insights => "insights",
        }
    }

    /// The view of that name.
    pub fn parse(name: &str) -> Option<View> {
        View::ALL.into_iter().find(|view| view.as_str() == name)
    }
}

/// What posts are to be to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Marked {
    /// Not read yet.
    Unread,
    /// Starred.
    Starred,
}

impl Marked {
    /// Its name in a query string.
    pub fn as_str(self) -> &'static str {
        match self {
            Marked::Unread => "unread",
            Marked::Starred => "starred",
        }
    }

    /// What has that name.
    pub fn parse(name: &str) -> Option<Marked> {
        [Marked::Unread, Marked::Starred]
            .into_iter()
            .find(|marked| marked.as_str() == name)
    }
}

/// In which order posts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// By relevance where words are searched for, else newest first.
    #[default]
    Auto,
    /// Newest first.
    Newest,
    /// Oldest first.
    Oldest,
    /// Best match first; newest first where nothing is searched for.
    Relevance,
}

impl Sort {
    /// Every order.
    pub const ALL: [Sort; 4] = [Sort::Auto, Sort::Newest, Sort::Oldest, Sort::Relevance];

    /// Its name in a query string.
    pub fn as_str(self) -> &'static str {
        match self {
            Sort::Auto => "auto",
            Sort::Newest => "newest",
            Sort::Oldest => "oldest",
            Sort::Relevance => "relevance",
        }
    }

    /// The order of that name.
    pub fn parse(name: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.as_str() == name)
    }
}

/// Everything that decides what is on screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ViewState {
    /// The sitemap asked for (`sitemap=`), where it is not the configured one.
    pub sitemap: Option<String>,
    /// The view (`view=`).
    pub view: View,
    /// The query as typed (`q=`).
    pub q: String,
    /// Slugs of the sections asked for (`section=blog,analyses`); none means all.
    pub sections: Vec<String>,
    /// Slug of the topic asked for (`topic=`).
    pub topic: Option<String>,
    /// Slug of the series shown in full (`series=`). A focus, not a filter: the other series stay.
    pub series: Option<String>,
    /// The first month asked for (`from=2023-05`; `from=2023` is its January).
    pub from: Option<Month>,
    /// The last month asked for, inclusive (`to=2023-05`; `to=2023` is its December).
    pub to: Option<Month>,
    /// Only posts with pictures (`has=images`).
    pub illustrated: bool,
    /// Only parts of series (`in=series`).
    pub in_series: bool,
    /// Only posts that the reader has so marked (`is=unread`, `is=starred`).
    pub marked: Option<Marked>,
    /// The order (`sort=`).
    pub sort: Sort,
    /// Key of the post whose panel is open (`post=`).
    pub post: Option<String>,
    /// The picture open in the lightbox (`image=PAGE_KEY/N`, N from 1).
    pub image: Option<String>,
    /// Pairs that mean nothing here, in the order given: they belong to someone else and are kept.
    pub unknown: Vec<(String, String)>,
}

impl ViewState {
    /// The keys that mean something here, in the order in which they are written.
    pub const KEYS: [&'static str; 14] = [
        "sitemap", "view", "q", "section", "topic", "series", "from", "to", "has", "in", "is",
        "sort", "post", "image",
    ];

    /// Reads a query string, with or without its `?`. A bad value is as if it were not given; where a key recurs, the
    /// last good value counts, and sections add up.
    pub fn parse(query: &str) -> ViewState {
        ViewState::default().with(query)
    }

    /// This state, changed by what a query string says. A key without a value lifts what this state has there; what is
    /// not named stays.
    #[must_use]
    pub fn with(mut self, query: &str) -> ViewState {
        let mut first_sections = true;
        for (key, raw) in raw_pairs(query) {
            let key = unescape(key);
            if key == "section" && std::mem::take(&mut first_sections) {
                self.sections.clear();
            }
            self.read(&key, raw);
        }
        self
    }

    fn read(&mut self, key: &str, raw: &str) {
        let value = unescape(raw);
        match key {
            "sitemap" => self.sitemap = given(value),
            "view" => self.view = View::parse(&value).unwrap_or(self.view),
            "q" => self.q = value,
            "section" => self.read_sections(raw),
            "topic" => self.topic = given(value),
            "series" => self.series = given(value),
            "from" => read_month(&mut self.from, &value, 1),
            "to" => read_month(&mut self.to, &value, 12),
            "has" => read_flag(&mut self.illustrated, &value, "images"),
            "in" => read_flag(&mut self.in_series, &value, "series"),
            "is" if value.is_empty() => self.marked = None,
            "is" => self.marked = Marked::parse(&value).or(self.marked),
            "sort" => self.sort = Sort::parse(&value).unwrap_or(self.sort),
            "post" => self.post = given(value),
            "image" => self.image = given(value),
            _ => self.unknown.push((key.to_owned(), value)),
        }
    }

    /// A comma separates, an escaped one belongs to a slug: so this is split before it is unescaped.
    fn read_sections(&mut self, raw: &str) {
        for slug in raw.split(',').map(unescape) {
            if !slug.is_empty() && !self.sections.contains(&slug) {
                self.sections.push(slug);
            }
        }
    }

    /// The query string that [`ViewState::parse`] reads back as this: empty for the default, else `?…`, in a fixed
    /// order, with defaults left out.
    pub fn to_query(&self) -> String {
        self.to_query_from(&ViewState::default())
    }

    /// The query string that changes `base` into this, by [`ViewState::with`]: empty where they are the same.
    pub fn to_query_from(&self, base: &ViewState) -> String {
        let mut query = Query::default();
        query.text("sitemap", self.sitemap.as_deref(), base.sitemap.as_deref());
        if self.view != base.view {
            query.pair("view", self.view.as_str());
        }
        if self.q != base.q {
            query.pair("q", &self.q);
        }
        if self.sections != base.sections {
            query.list("section", &self.sections);
        }
        query.text("topic", self.topic.as_deref(), base.topic.as_deref());
        query.text("series", self.series.as_deref(), base.series.as_deref());
        query.month("from", self.from, base.from, 1);
        query.month("to", self.to, base.to, 12);
        query.flag("has", self.illustrated, base.illustrated, "images");
        query.flag("in", self.in_series, base.in_series, "series");
        query.text(
            "is",
            self.marked.map(Marked::as_str),
            base.marked.map(Marked::as_str),
        );
        if self.sort != base.sort {
            query.pair("sort", self.sort.as_str());
        }
        query.text("post", self.post.as_deref(), base.post.as_deref());
        query.text("image", self.image.as_deref(), base.image.as_deref());
        for (key, value) in &self.unknown {
            query.pair(key, value);
        }
        query.out
    }

    /// Whether anything narrows down what is shown.
    pub fn is_filtered(&self) -> bool {
        self.from.is_some() || self.to.is_some() || self.is_filtered_but_by_date()
    }

    /// Whether anything but a range of dates leaves posts out.
    pub fn is_filtered_but_by_date(&self) -> bool {
        !self.q.trim().is_empty()
            || !self.sections.is_empty()
            || self.topic.is_some()
            || self.illustrated
            || self.in_series
            || self.marked.is_some()
    }

    /// The same screen with query and filters lifted.
    #[must_use]
    pub fn cleared(&self) -> ViewState {
        ViewState {
            q: String::new(),
            sections: Vec::new(),
            topic: None,
            from: None,
            to: None,
            illustrated: false,
            in_series: false,
            marked: None,
            ..self.clone()
        }
    }

    /// Whether going from `before` to this is a step that Back should undo. Typing, brushing over the strip and leafing
    /// from picture to picture are not: they change where one is, so that Back leaves the search or closes the lightbox.
    pub fn is_step_from(&self, before: &ViewState) -> bool {
        let leafing = self.image.is_some() && before.image.is_some();
        let mut same_place = before.clone();
        same_place.q.clone_from(&self.q);
        same_place.from = self.from;
        same_place.to = self.to;
        if leafing {
            same_place.image.clone_from(&self.image);
            same_place.post.clone_from(&self.post);
        }
        same_place != *self
    }
}

/// A value, if there is one.
fn given(value: String) -> Option<String> {
    Some(value).filter(|value| !value.is_empty())
}

fn read_month(slot: &mut Option<Month>, value: &str, month_of_year: i8) {
    if value.is_empty() {
        *slot = None;
    } else {
        *slot = Month::parse_or_year(value, month_of_year).or(*slot);
    }
}

fn read_flag(slot: &mut bool, value: &str, word: &str) {
    if value == word || value.is_empty() {
        *slot = value == word;
    }
}

/// A query string being written.
#[derive(Default)]
struct Query {
    out: String,
}

impl Query {
    fn key(&mut self, key: &str) {
        self.out.push(if self.out.is_empty() { '?' } else { '&' });
        escape_into(&mut self.out, key);
    }

    fn pair(&mut self, key: &str, value: &str) {
        self.key(key);
        if !value.is_empty() {
            self.out.push('=');
            escape_into(&mut self.out, value);
        }
    }

    fn text(&mut self, key: &str, value: Option<&str>, base: Option<&str>) {
        if value != base {
            self.pair(key, value.unwrap_or_default());
        }
    }

    fn flag(&mut self, key: &str, value: bool, base: bool, word: &str) {
        if value != base {
            self.pair(key, if value { word } else { "" });
        }
    }

    fn list(&mut self, key: &str, values: &[String]) {
        self.key(key);
        for (index, value) in values.iter().enumerate() {
            self.out.push(if index == 0 { '=' } else { ',' });
            for (part, piece) in value.split(',').enumerate() {
                self.out.push_str(if part == 0 { "" } else { "%2C" });
                escape_into(&mut self.out, piece);
            }
        }
    }

    /// A month, or only its year where that is read back as the same month.
    fn month(&mut self, key: &str, month: Option<Month>, base: Option<Month>, month_of_year: i8) {
        if month == base {
            return;
        }
        let Some(month) = month else {
            return self.pair(key, "");
        };
        let text = month.to_string();
        let year = text.split('-').next().filter(|year| year.len() == 4);
        let short = year.filter(|_| month.month == month_of_year);
        self.pair(key, short.unwrap_or(&text));
    }
}

#[cfg(test)]
mod tests;
