//! Small blogs, written down by hand, for tests.

use std::sync::Arc;

use crate::blog::{
    Blog, DateFrom, Kind, Page, PageId, PageImage, Picture, PictureId, Published, Section,
    SectionId, Series, SeriesId, SeriesPart, TitleFrom, Topic, TopicId, TopicMatch,
};
use crate::explore::Index;
use crate::sitemap::Precision;

/// A blog being written down. What is said without naming a post is said of the last one.
#[derive(Clone, Default)]
pub(crate) struct Sample {
    blog: Blog,
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap()
}

fn slug(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}

impl Sample {
    pub(crate) fn new() -> Sample {
        Sample::default()
    }

    /// The id of the page of that title.
    pub(crate) fn id(blog: &Blog, title: &str) -> PageId {
        let index = blog.pages.iter().position(|page| page.title == title);
        PageId(number(index.unwrap()))
    }

    /// A post of a day, a month (`2023-05`), a year (`2023`) or no date at all.
    pub(crate) fn post(mut self, date: &str, title: &str) -> Sample {
        let precision = match date.len() {
            4 => Precision::Year,
            7 => Precision::Month,
            _ => Precision::Day,
        };
        let full = format!("{date}{}", ["-01-01", "-01", ""][precision as usize]);
        let published = (!date.is_empty()).then(|| Published {
            date: full.parse().unwrap(),
            precision,
            from: DateFrom::Url,
        });
        self.blog.posts.push(PageId(number(self.blog.pages.len())));
        self.blog.pages.push(Page {
            url: format!("https://blog.example/{}", slug(title)),
            key: slug(title),
            kind: Kind::Post,
            section: None,
            title: title.to_owned(),
            title_from: TitleFrom::Slug,
            published,
            modified: None,
            images: Vec::new(),
            topics: Vec::new(),
            series: None,
            part: None,
            variants: Vec::new(),
        });
        self
    }

    fn last(&mut self) -> &mut Page {
        self.blog.pages.last_mut().unwrap()
    }

    /// It is in that section.
    pub(crate) fn section(mut self, name: &str) -> Sample {
        let known = self.blog.sections.iter().position(|s| s.name == name);
        let index = known.unwrap_or(self.blog.sections.len());
        if known.is_none() {
            self.blog.sections.push(Section {
                slug: slug(name),
                name: name.to_owned(),
                page: None,
                posts: 0,
            });
        }
        self.blog.sections[index].posts += 1;
        self.last().section = Some(SectionId(number(index)));
        self
    }

    /// It seems to belong to that topic.
    pub(crate) fn topic(mut self, name: &str) -> Sample {
        let known = self.blog.topics.iter().position(|t| t.name == name);
        let index = known.unwrap_or(self.blog.topics.len());
        if known.is_none() {
            self.blog.topics.push(Topic {
                slug: slug(name),
                name: name.to_owned(),
                pages: Vec::new(),
                posts: 0,
            });
        }
        self.blog.topics[index].posts += 1;
        let topic = TopicId(number(index));
        self.last().topics.push(TopicMatch {
            topic,
            confidence: 0.8,
        });
        self
    }

    /// It has pictures with these captions, an empty one being none. The same caption is the same picture.
    pub(crate) fn pictures(mut self, captions: &[&str]) -> Sample {
        let page = *self.blog.posts.last().unwrap();
        for caption in captions {
            let url = format!("https://blog.example/{}.png", slug(caption));
            let known = self.blog.pictures.iter().position(|p| p.url == url);
            let index = known.unwrap_or(self.blog.pictures.len());
            if known.is_none() {
                self.blog.pictures.push(Picture {
                    url,
                    pages: Vec::new(),
                });
            }
            self.blog.pictures[index].pages.push(page);
            self.last().images.push(PageImage {
                picture: PictureId(number(index)),
                title: None,
                caption: (!caption.is_empty()).then(|| (*caption).to_owned()),
                figure: None,
            });
        }
        self
    }

    /// A series of the posts of these titles.
    pub(crate) fn series(mut self, name: &str, titles: &[&str]) -> Sample {
        let id = SeriesId(number(self.blog.series.len()));
        let pages: Vec<PageId> = titles.iter().map(|t| Sample::id(&self.blog, t)).collect();
        for page in &pages {
            self.blog.pages[page.index()].series = Some(id);
        }
        let part = |page| SeriesPart {
            page,
            label: String::new(),
        };
        self.blog.series.push(Series {
            slug: slug(name),
            name: name.to_owned(),
            numbered: false,
            recurring: false,
            confidence: 0.9,
            because: String::new(),
            parts: pages.into_iter().map(part).collect(),
            missing: Vec::new(),
        });
        self
    }

    /// The blog, its posts newest first.
    pub(crate) fn blog(mut self) -> Blog {
        let pages = &self.blog.pages;
        self.blog.posts.sort_by_key(|post| {
            let date = pages[post.index()].published.map(|p| p.date);
            (date.is_none(), std::cmp::Reverse(date))
        });
        self.blog
    }

    /// The index of the blog.
    pub(crate) fn index(self) -> Index {
        Index::new(Arc::new(self.blog()))
    }
}
