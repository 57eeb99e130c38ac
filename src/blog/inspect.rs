//! The JSON that `cargo run --example inspect -- FILE` prints. It is stable: fields are added, never renamed.

use serde::Serialize;

use super::{Blog, Kind, Page, PageId, Site};
use crate::sitemap::{Precision, Report};

/// Everything that is made of a file.
#[derive(Debug, Serialize)]
pub struct Inspected<'a> {
    /// What was read.
    pub report: &'a Report,
    /// The site it is.
    pub site: &'a Site,
    /// Every page.
    pub pages: Vec<InspectedPage<'a>>,
    /// Every series.
    pub series: Vec<InspectedSeries<'a>>,
    /// Every topic.
    pub topics: Vec<InspectedTopic<'a>>,
}

/// A page.
#[derive(Debug, Serialize)]
pub struct InspectedPage<'a> {
    url: &'a str,
    kind: Kind,
    section: Option<&'a str>,
    title: &'a str,
    title_from: super::TitleFrom,
    published: Option<InspectedDate>,
    modified: Option<String>,
    images: Vec<InspectedImage<'a>>,
    topics: Vec<&'a str>,
    series: Option<&'a str>,
    /// What it says of its own place in a series, even where it is the only part known.
    part: Option<&'a str>,
    /// When it was revised, where `lastmod` tells that and not a rebuild of the site.
    revised: Option<String>,
}

/// A publication date.
#[derive(Debug, Serialize)]
pub struct InspectedDate {
    date: String,
    precision: &'static str,
    from: super::DateFrom,
}

/// A picture as a page shows it.
#[derive(Debug, Serialize)]
pub struct InspectedImage<'a> {
    url: &'a str,
    title: Option<&'a str>,
    caption: Option<&'a str>,
    figure: Option<u32>,
}

/// A series.
#[derive(Debug, Serialize)]
pub struct InspectedSeries<'a> {
    id: &'a str,
    name: &'a str,
    numbered: bool,
    recurring: bool,
    confidence: f32,
    because: &'a str,
    parts: Vec<InspectedPart<'a>>,
    missing: &'a [String],
}

/// A part of a series.
#[derive(Debug, Serialize)]
pub struct InspectedPart<'a> {
    url: &'a str,
    label: &'a str,
}

/// A topic.
#[derive(Debug, Serialize)]
pub struct InspectedTopic<'a> {
    name: &'a str,
    posts: usize,
}

/// Everything that is made of a file, for printing.
pub fn inspect<'a>(report: &'a Report, blog: &'a Blog) -> Inspected<'a> {
    let series = blog.series.iter().map(|series| InspectedSeries {
        id: &series.slug,
        name: &series.name,
        numbered: series.numbered,
        recurring: series.recurring,
        confidence: series.confidence,
        because: &series.because,
        parts: series
            .parts
            .iter()
            .map(|part| InspectedPart {
                url: &blog.page(part.page).url,
                label: &part.label,
            })
            .collect(),
        missing: &series.missing,
    });
    Inspected {
        report,
        site: &blog.site,
        pages: blog
            .pages
            .iter()
            .zip(0..)
            .map(|(page, id)| inspect_page(blog, page, PageId(id)))
            .collect(),
        series: series.collect(),
        topics: blog
            .topics
            .iter()
            .map(|topic| InspectedTopic {
                name: &topic.name,
                posts: topic.posts,
            })
            .collect(),
    }
}

fn inspect_page<'a>(blog: &'a Blog, page: &'a Page, id: PageId) -> InspectedPage<'a> {
    let images = page.images.iter().map(|image| InspectedImage {
        url: &blog.picture(image.picture).url,
        title: image.title.as_deref(),
        caption: image.caption.as_deref(),
        figure: image.figure,
    });
    InspectedPage {
        url: &page.url,
        kind: page.kind,
        section: page
            .section
            .map(|section| blog.section(section).slug.as_str()),
        title: &page.title,
        title_from: page.title_from,
        published: page.published.map(|published| InspectedDate {
            date: published.date.to_string(),
            precision: match published.precision {
                Precision::Year => "year",
                Precision::Month => "month",
                Precision::Day => "day",
            },
            from: published.from,
        }),
        modified: page.modified.map(|date| date.to_string()),
        images: images.collect(),
        topics: page
            .topics
            .iter()
            .map(|found| blog.topic(found.topic).name.as_str())
            .collect(),
        series: page.series.map(|series| blog.series(series).slug.as_str()),
        part: page.part.as_deref(),
        revised: blog.revised(id).map(|date| date.to_string()),
    }
}
