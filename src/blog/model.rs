//! One blog, understood. Everything refers to everything else by a small index into the [`Blog`]'s lists.

use crate::sitemap::Date;
use serde::Serialize;

use crate::sitemap::Precision;

/// Makes a small index into one of the blog's lists, so that they cannot be mixed up.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// As an index into the list it belongs to.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(
    /// A page, as an index into [`Blog::pages`].
    PageId
);
id!(
    /// A distinct picture, as an index into [`Blog::pictures`].
    PictureId
);
id!(
    /// A section, as an index into [`Blog::sections`].
    SectionId
);
id!(
    /// A series, as an index into [`Blog::series`].
    SeriesId
);
id!(
    /// A topic, as an index into [`Blog::topics`].
    TopicId
);

/// A whole blog, understood. Immutable once made, and shared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Blog {
    /// The site it is.
    pub site: Site,
    /// Sections that hold posts, the one with most posts first.
    pub sections: Vec<Section>,
    /// Every page, in the order in which the sitemap first names it. Alternates of one post are one page.
    pub pages: Vec<Page>,
    /// The posts among the pages, newest first; those without a date last, in the sitemap's order.
    pub posts: Vec<PageId>,
    /// Every distinct picture, in the order in which the sitemap first names it.
    pub pictures: Vec<Picture>,
    /// Series of two or more posts, the one with the newest part first.
    pub series: Vec<Series>,
    /// The blog's own topics (tags and categories), most posts first.
    pub topics: Vec<Topic>,
    /// Whether `modified` says anything: false where nearly every page has one and the same (the site was rebuilt).
    pub modified_is_news: bool,
    /// Days on which so many posts changed at once that it was the site and not they, in order.
    pub rebuilds: Vec<Date>,
}

/// The site a blog is on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Site {
    /// The host most pages are on, without `www.`.
    pub host: String,
    /// The site's name as a person would write it; the host where nothing better is known.
    pub title: String,
    /// The address of the front page.
    pub home: String,
}

/// A part of the blog with an address of its own: `/blog/…`, `/analyses/…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Stable and short, fit for a query string: `blog`.
    pub slug: String,
    /// As a person would name it: `Blog`.
    pub name: String,
    /// The section's own page, if the sitemap has it.
    pub page: Option<PageId>,
    /// How many posts it holds.
    pub posts: usize,
}

/// What a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Something that someone wrote to be read.
    Post,
    /// The front page of a section.
    Section,
    /// A tag's list of posts.
    Tag,
    /// A category's list of posts.
    Category,
    /// An author's list of posts.
    Author,
    /// A list by date or page number, or an index of everything.
    Archive,
    /// The front page.
    Home,
    /// Anything else: about, contact, legal, files.
    Page,
}

/// How a title is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TitleFrom {
    /// A feed or the news extension says so.
    Feed,
    /// The pictures' titles, less what recurs over the site.
    Image,
    /// The address, put back into words.
    Slug,
}

/// How a publication date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DateFrom {
    /// The address carries it.
    Url,
    /// The news extension says so.
    News,
    /// A feed says so.
    Feed,
    /// Bounded by the posts before and after it in a sitemap that is in order.
    Order,
}

/// When a page first appeared, as far as can be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// The day; the first of the month or year where no more is known.
    pub date: Date,
    /// How much of `date` is known.
    pub precision: Precision,
    /// How it is known.
    pub from: DateFrom,
}

/// One page of the blog.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The absolute address.
    pub url: String,
    /// Stable and short, unique in the blog, fit for a query string: the path without its leading slash.
    pub key: String,
    /// What it is.
    pub kind: Kind,
    /// The section it is in.
    pub section: Option<SectionId>,
    /// What it is called.
    pub title: String,
    /// How that is known.
    pub title_from: TitleFrom,
    /// When it first appeared; never taken from `lastmod`.
    pub published: Option<Published>,
    /// `lastmod`: when it last changed.
    pub modified: Option<Date>,
    /// Its pictures, in the sitemap's order.
    pub images: Vec<PageImage>,
    /// The blog's topics it seems to belong to, surest first.
    pub topics: Vec<TopicMatch>,
    /// The series it is a part of, if any.
    pub series: Option<SeriesId>,
    /// What it says of its own place in a series ("Part 1"), even where no other part is known.
    pub part: Option<String>,
    /// The same post in other languages: `hreflang` and address.
    pub variants: Vec<(String, String)>,
}

/// A picture as one page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageImage {
    /// Which picture.
    pub picture: PictureId,
    /// Its title, less boilerplate and less what only repeats the page's title.
    pub title: Option<String>,
    /// Its caption, less boilerplate and less what only repeats the title.
    pub caption: Option<String>,
    /// The number in "Fig 7.".
    pub figure: Option<u32>,
}

/// A distinct picture and the pages that show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The address as first given.
    pub url: String,
    /// The pages that show it, in the sitemap's order, each once.
    pub pages: Vec<PageId>,
}

/// Posts that belong together, in reading order.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Stable and short, unique in the blog, fit for a query string: `rabbitmq-vs-kafka`.
    pub slug: String,
    /// As a person would name it: `RabbitMQ vs Kafka`.
    pub name: String,
    /// Whether its parts carry numbers.
    pub numbered: bool,
    /// Whether it is a column that comes round again ("My 2023 in books") rather than one story in parts.
    pub recurring: bool,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// Why, as a sentence a reader can judge.
    pub because: String,
    /// The parts in reading order.
    pub parts: Vec<SeriesPart>,
    /// Labels of parts that the numbering says there should be and the sitemap lacks.
    pub missing: Vec<String>,
}

/// One part of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesPart {
    /// Which post.
    pub page: PageId,
    /// Its label within the series, as its author numbers it: `Part 1`, `Chapter 5 (part 2)`, `Introduction`; empty where there is none.
    pub label: String,
}

/// One of the blog's own topics: a tag or a category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Stable and short, unique in the blog, fit for a query string.
    pub slug: String,
    /// As the blog names it, decoded.
    pub name: String,
    /// The topic's own pages.
    pub pages: Vec<PageId>,
    /// How many posts are matched to it.
    pub posts: usize,
}

/// That a post seems to belong to a topic. A sitemap does not say so; words do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopicMatch {
    /// Which topic.
    pub topic: TopicId,
    /// How sure, 0 to 1; 1 where a feed says so.
    pub confidence: f32,
}

impl Blog {
    /// The page with this id.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.index()]
    }

    /// The picture with this id.
    pub fn picture(&self, id: PictureId) -> &Picture {
        &self.pictures[id.index()]
    }

    /// The section with this id.
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.index()]
    }

    /// The series with this id.
    pub fn series(&self, id: SeriesId) -> &Series {
        &self.series[id.index()]
    }

    /// The topic with this id.
    pub fn topic(&self, id: TopicId) -> &Topic {
        &self.topics[id.index()]
    }

    /// The page whose [`Page::key`] this is.
    pub fn page_by_key(&self, key: &str) -> Option<PageId> {
        self.pages
            .iter()
            .position(|page| page.key == key)
            .map(|index| PageId(u32::try_from(index).unwrap_or(u32::MAX)))
    }
}
