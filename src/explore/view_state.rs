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
}

impl View {
    /// Every view, in the order in which they are offered.
    pub const ALL: [View; 3] = [View::Timeline, View::Series, View::Gallery];

    /// Its name in a query string.
    pub fn as_str(self) -> &'static str {
        match self {
            View::Timeline => "timeline",
            View::Series => "series",
            View::Gallery => "gallery",
        }
    }

    /// The view of that name.
    pub fn parse(name: &str) -> Option<View> {
        View::ALL.into_iter().find(|view| view.as_str() == name)
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
    /// Reads a query string, with or without its `?`. A bad value is as if it were not given; where a key recurs, the
    /// last good value counts, and sections add up.
    pub fn parse(query: &str) -> ViewState {
        let mut state = ViewState::default();
        for (key, value) in raw_pairs(query) {
            state.read(&unescape(key), value);
        }
        state
    }

    fn read(&mut self, key: &str, raw: &str) {
        let value = unescape(raw);
        match key {
            "sitemap" => set(&mut self.sitemap, value),
            "view" => self.view = View::parse(&value).unwrap_or(self.view),
            "q" => self.q = value,
            "section" => self.read_sections(raw),
            "topic" => set(&mut self.topic, value),
            "series" => set(&mut self.series, value),
            "from" => self.from = Month::parse_or_year(&value, 1).or(self.from),
            "to" => self.to = Month::parse_or_year(&value, 12).or(self.to),
            "has" => self.illustrated |= value == "images",
            "in" => self.in_series |= value == "series",
            "sort" => self.sort = Sort::parse(&value).unwrap_or(self.sort),
            "post" => set(&mut self.post, value),
            "image" => set(&mut self.image, value),
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
        let mut query = Query::default();
        query.text("sitemap", self.sitemap.as_deref());
        let view = (self.view != View::default()).then(|| self.view.as_str());
        query.text("view", view);
        query.text("q", Some(self.q.as_str()));
        query.list("section", &self.sections);
        query.text("topic", self.topic.as_deref());
        query.text("series", self.series.as_deref());
        query.month("from", self.from, 1);
        query.month("to", self.to, 12);
        query.text("has", self.illustrated.then_some("images"));
        query.text("in", self.in_series.then_some("series"));
        let sort = (self.sort != Sort::default()).then(|| self.sort.as_str());
        query.text("sort", sort);
        query.text("post", self.post.as_deref());
        query.text("image", self.image.as_deref());
        for (key, value) in &self.unknown {
            query.pair(key, value);
        }
        query.out
    }

    /// Whether anything narrows down what is shown.
    pub fn is_filtered(&self) -> bool {
        let ViewState { from, to, .. } = self;
        !self.q.trim().is_empty()
            || !self.sections.is_empty()
            || self.topic.is_some()
            || from.is_some()
            || to.is_some()
            || self.illustrated
            || self.in_series
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

fn set(slot: &mut Option<String>, value: String) {
    if !value.is_empty() {
        *slot = Some(value);
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

    fn text(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.pair(key, value);
        }
    }

    fn list(&mut self, key: &str, values: &[String]) {
        for (index, value) in values.iter().enumerate() {
            if index == 0 {
                self.key(key);
            }
            self.out.push(if index == 0 { '=' } else { ',' });
            for (part, piece) in value.split(',').enumerate() {
                self.out.push_str(if part == 0 { "" } else { "%2C" });
                escape_into(&mut self.out, piece);
            }
        }
    }

    /// A month, or only its year where that is read back as the same month.
    fn month(&mut self, key: &str, month: Option<Month>, month_of_year: i8) {
        if let Some(month) = month {
            let text = month.to_string();
            let year = text.split('-').next().filter(|year| year.len() == 4);
            let short = year.filter(|_| month.month == month_of_year);
            self.pair(key, short.unwrap_or(&text));
        }
    }
}

#[cfg(test)]
mod tests;
