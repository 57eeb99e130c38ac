//! Puts everything together: from entries to a [`Blog`].

use std::borrow::Cow;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::boilerplate::Boilerplate;
use super::draft::{Draft, drafts};
use super::model::{Blog, Kind, Page, PageId, PageImage, Picture, PictureId, SeriesId};
use super::spelling::Spelling;
use super::{
    Given, address::less_scheme, caption, kind, picture, publish, revision, section, series, shape,
    site, title, topic, variants,
};
use crate::sitemap::Entry;

impl Blog {
    /// Understands the entries of one or several files. The same entries always give the same blog.
    pub fn from_entries(entries: &[Entry], given: &Given) -> Blog {
        let mut drafts = drafts(entries, given);
        shape::find_leads(&mut drafts);
        let drafts = variants::fold_translations(drafts);
        let kinds = kind::kinds(&drafts);
        let boilerplate = Boilerplate::learn(&drafts);
        let known: Vec<_> = drafts
            .iter()
            .map(|draft| title::known(draft, &boilerplate))
            .collect();
        let spelling = Spelling::learn(known.iter().flatten().map(|(title, _)| title.as_str()))
            .for_slugs(drafts.iter().map(Draft::slug));
        let site = site::site(&drafts, &kinds, given);
        let sections = section::sections(&drafts, &kinds, &spelling, &site.host);
        let published = publish::published(&drafts, &kinds, &site.host);
        let titles: Vec<_> = drafts
            .iter()
            .zip(known)
            .zip(&kinds)
            .map(|((draft, known), kind)| {
                known.unwrap_or_else(|| {
                    (
                        title::from_slug(draft, *kind, &spelling, &site.host),
                        super::TitleFrom::Slug,
                    )
                })
            })
            .collect();
        let topics = topic::topics(
            &drafts,
            &kinds,
            &titles
                .iter()
                .map(|(title, _)| title.as_str())
                .collect::<Vec<_>>(),
        );
        let (pictures, images) = pictures(&drafts, &titles, &boilerplate);
        let keys = keys(&drafts);
        let pages = drafts
            .iter()
            .zip(kinds)
            .zip(titles)
            .zip(published)
            .zip(images)
            .zip(topics.of_page)
            .zip(sections.of_page)
            .zip(keys);
        let pages: Vec<Page> = pages
            .map(
                |(
                    (
                        (((((draft, kind), (title, title_from)), published), images), topics),
                        section,
                    ),
                    key,
                )| Page {
                    url: draft.url.to_owned(),
                    key,
                    kind,
                    section,
                    title,
                    title_from,
                    published,
                    modified: draft.lastmod.map(|stamp| stamp.date),
                    images,
                    topics,
                    series: None,
                    part: None,
                    variants: draft.variants.clone(),
                },
            )
            .collect();
        let posts = posts(&pages);
        let modified_is_news = revision::modified_is_news(&pages);
        let rebuilds = revision::rebuilds(&pages, &posts);
        let mut blog = Blog {
            site,
            sections: sections.list,
            pages,
            posts,
            pictures,
            series: Vec::new(),
            topics: topics.list,
            modified_is_news,
            rebuilds,
        };
        add_series(&mut blog, &drafts, &spelling);
        blog
    }
}

/// The posts, newest first.
fn posts(pages: &[Page]) -> Vec<PageId> {
    let mut posts: Vec<PageId> = (0..)
        .zip(pages)
        .filter(|(_, page)| page.kind == Kind::Post)
        .map(|(id, _)| PageId(id))
        .collect();
    let date = |id: &PageId| {
        pages
            .get(id.index())
            .and_then(|page| page.published)
            .map(|published| published.date)
    };
    posts.sort_by_cached_key(|id| std::cmp::Reverse(date(id)));
    posts
}

/// Short names of pages, each once.
fn keys(drafts: &[Draft<'_>]) -> Vec<String> {
    let paths: Vec<String> = drafts
        .iter()
        .map(|draft| draft.address.segments.join("/"))
        .collect();
    let mut taken: FxHashSet<Cow<'_, str>> =
        FxHashSet::with_capacity_and_hasher(drafts.len(), FxBuildHasher);
    let longer: Vec<Option<String>> = drafts
        .iter()
        .zip(&paths)
        .map(|(draft, path)| {
            if !path.is_empty() && taken.insert(Cow::Borrowed(path)) {
                return None;
            }
            let host = format!("{}/{path}", draft.address.host);
            let whole = less_scheme(draft.url).to_owned();
            let mut free = [host, whole]
                .into_iter()
                .filter(|key| !taken.contains(key.as_str()));
            let key = free.next().unwrap_or_else(|| draft.url.to_owned());
            taken.insert(Cow::Owned(key.clone()));
            Some(key)
        })
        .collect();
    drop(taken);
    let keys = longer.into_iter().zip(paths);
    keys.map(|(longer, path)| longer.unwrap_or(path)).collect()
}

/// The distinct pictures, and each page's pictures.
fn pictures<'a>(
    drafts: &[Draft<'a>],
    titles: &[(String, super::TitleFrom)],
    boilerplate: &Boilerplate,
) -> (Vec<Picture>, Vec<Vec<PageImage>>) {
    let mut pictures: Vec<Picture> = Vec::new();
    let many = drafts.iter().map(|draft| draft.images.len()).sum();
    let mut known: FxHashMap<String, PictureId> =
        FxHashMap::with_capacity_and_hasher(many, FxBuildHasher);
    let images = (0..)
        .zip(drafts.iter().zip(titles))
        .map(|(page, (draft, (title, _)))| {
            let mut last: Option<(&str, Option<&str>)> = None;
            let image = |image: &&'a crate::sitemap::Image| {
                let id = *known
                    .entry(picture::identity(&image.loc))
                    .or_insert_with(|| {
                        pictures.push(Picture {
                            url: image.loc.clone(),
                            pages: Vec::new(),
                        });
                        PictureId(u32::try_from(pictures.len() - 1).unwrap_or(u32::MAX))
                    });
                if let Some(picture) = pictures.get_mut(id.index())
                    && picture.pages.last() != Some(&PageId(page))
                {
                    picture.pages.push(PageId(page));
                }
                // Most sites give all pictures of a page one title.
                let known = last.filter(|(title, _)| image.title.as_deref() == Some(*title));
                last = known.or_else(|| {
                    let title = image.title.as_deref()?;
                    Some((title, boilerplate.strip(title).0))
                });
                let own = last
                    .filter(|_| image.title.is_some())
                    .and_then(|(_, own)| own);
                caption::page_image(image, id, title, own, boilerplate)
            };
            draft.images.iter().map(image).collect()
        });
    let images = images.collect();
    (pictures, images)
}

/// Finds the series and ties the pages to them.
fn add_series(blog: &mut Blog, drafts: &[Draft<'_>], spelling: &Spelling) {
    let (mut found, alone) = series::find(blog, drafts, spelling);
    let newest = |series: &super::Series| {
        series
            .parts
            .iter()
            .filter_map(|part| blog.page(part.page).published)
            .map(|published| published.date)
            .max()
    };
    found.sort_by_key(|series| std::cmp::Reverse(newest(series)));
    let mut slugs = section::Slugs::default();
    for series in &mut found {
        series.slug = slugs.add(&series.name);
    }
    for (page, label) in alone {
        if let Some(page) = blog.pages.get_mut(page.index()) {
            page.part = Some(label);
        }
    }
    for (id, series) in (0..).zip(&found) {
        for part in &series.parts {
            if let Some(page) = blog.pages.get_mut(part.page.index()) {
                page.series = Some(SeriesId(id));
                page.part = (!part.label.is_empty()).then(|| part.label.clone());
            }
        }
    }
    blog.series = found;
}

#[cfg(test)]
#[path = "understand_tests.rs"]
mod tests;
