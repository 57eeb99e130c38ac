//! Compares what was read with what a project expects.

use blog_explorer::sitemap::{Entry, Format, Outcome, Precision, Stamp, Video};
use serde_json::Value;

/// What differs, by its key in `expected.json`, and how.
pub fn differences(expected: &Value, outcome: &Outcome) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for (key, check) in CHECKS {
        let Some(value) = expected.get(key).filter(|value| !value.is_null()) else {
            continue;
        };
        if let Err(how) = check(value, outcome) {
            found.push((*key, how));
        }
    }
    found
}

type Check = fn(&Value, &Outcome) -> Result<(), String>;

const CHECKS: &[(&str, Check)] = &[
    ("kind", kind),
    ("urls", urls),
    ("first_locs", first_locs),
    ("contains", contains),
    ("lastmods", lastmods),
    ("changefreqs", changefreqs),
    ("first_changefreq", first_changefreq),
    ("priorities", priorities),
    ("images", images),
    ("image_details", image_details),
    ("videos", videos),
    ("news", news),
    ("alternates", alternates),
    ("sitemap_lines", sitemap_lines),
    ("sitemap_count", urls),
    ("title", title),
    ("entries", entries),
    ("error", error),
    ("reports", reports),
];

fn same<T: PartialEq + std::fmt::Debug>(read: &T, expected: &T) -> Result<(), String> {
    if read == expected {
        return Ok(());
    }
    Err(format!("read {read:?}, expected {expected:?}"))
}

/// Whether a stamp is the moment, or the day, that a text says.
pub fn same_date(stamp: Option<Stamp>, expected: &str) -> bool {
    let Some(stamp) = stamp else { return false };
    if let Ok(moment) = expected.parse::<jiff::Timestamp>() {
        let seconds = stamp.seconds.map(|seconds| seconds == moment.as_second());
        // Some projects make a moment of a day, at midnight.
        return seconds.unwrap_or_else(|| expected.starts_with(&stamp.date.to_string()));
    }
    let length = match stamp.precision {
        Precision::Year => 4,
        Precision::Month => 7,
        Precision::Day => 10,
    };
    expected.get(..length) == stamp.date.to_string().get(..length)
}

fn texts(value: &Value) -> Vec<Option<&str>> {
    value
        .as_array()
        .map(|list| list.iter().map(Value::as_str).collect())
        .unwrap_or_default()
}

/// What the file names, pages or files.
fn locs(outcome: &Outcome) -> Vec<&str> {
    let pages = outcome.entries.iter().map(|entry| entry.loc.as_str());
    pages
        .chain(outcome.children.iter().map(|child| child.loc.as_str()))
        .collect()
}

fn kind(value: &Value, outcome: &Outcome) -> Result<(), String> {
    let expected = match value
        .as_str()
        .unwrap_or_default()
        .to_ascii_lowercase()
        .as_str()
    {
        "urlset" => Format::Urlset,
        "sitemapindex" => Format::Index,
        "rss" | "rss0" | "rss1" | "rss2" => Format::Rss,
        "atom" => Format::Atom,
        "text" => Format::Text,
        "robots" => Format::Robots,
        other => return Err(format!("{other} is no kind")),
    };
    same(&outcome.report.format, &expected)
}

fn urls(value: &Value, outcome: &Outcome) -> Result<(), String> {
    same(&Some(outcome.report.urls as u64), &value.as_u64())
}

fn first_locs(value: &Value, outcome: &Outcome) -> Result<(), String> {
    // A stand-in for the address of the project's own server; hosts are read in lower case.
    let lower = |loc: &str| loc.replace("//HOST/", "//host/");
    let expected: Vec<String> = texts(value).into_iter().flatten().map(lower).collect();
    let read: Vec<&str> = locs(outcome).into_iter().take(expected.len()).collect();
    same(&read, &expected.iter().map(String::as_str).collect())
}

fn contains(value: &Value, outcome: &Outcome) -> Result<(), String> {
    let read = locs(outcome);
    texts(value).into_iter().flatten().try_for_each(|loc| {
        if read.contains(&loc) {
            Ok(())
        } else {
            Err(format!("{loc} was not read"))
        }
    })
}

/// Of a feed, what some projects call the last change is when an item appeared.
fn lastmods(value: &Value, outcome: &Outcome) -> Result<(), String> {
    let pages = outcome.entries.iter().map(|entry| {
        entry
            .lastmod
            .or_else(|| entry.item.as_ref().and_then(|item| item.published))
    });
    let read: Vec<Option<Stamp>> = pages
        .chain(outcome.children.iter().map(|child| child.lastmod))
        .collect();
    for (at, expected) in texts(value).into_iter().enumerate() {
        let stamp = read.get(at).copied().flatten();
        let fits = match expected.filter(|text| !text.is_empty()) {
            Some(expected) => same_date(stamp, expected),
            None => stamp.is_none(),
        };
        if !fits {
            return Err(format!("read {stamp:?}, expected {expected:?}"));
        }
    }
    Ok(())
}

fn changefreqs(value: &Value, outcome: &Outcome) -> Result<(), String> {
    let read: Vec<_> = outcome
        .entries
        .iter()
        .map(|entry| entry.changefreq)
        .collect();
    same(&read, &texts(value))
}

fn first_changefreq(value: &Value, outcome: &Outcome) -> Result<(), String> {
    same(
        &outcome.entries.first().and_then(|entry| entry.changefreq),
        &value.as_str(),
    )
}

fn priorities(value: &Value, outcome: &Outcome) -> Result<(), String> {
    let read: Vec<_> = outcome.entries.iter().map(|entry| entry.priority).collect();
    let expected = texts(value)
        .into_iter()
        .map(|text| text.and_then(|text| text.parse().ok()))
        .collect();
    same(&read, &expected)
}

fn images(value: &Value, outcome: &Outcome) -> Result<(), String> {
    let of_page = |entry: &Entry| entry.images.iter().map(|image| image.loc.clone()).collect();
    let read: Vec<Vec<String>> = outcome.entries.iter().map(of_page).collect();
    let expected = list(value)
        .map(|page| {
            texts(page)
                .into_iter()
                .flatten()
                .map(str::to_owned)
                .collect()
        })
        .collect();
    same(&read, &expected)
}

fn image_details(value: &Value, outcome: &Outcome) -> Result<(), String> {
    for (loc, expected) in value.as_object().into_iter().flatten() {
        let images = outcome.entries.iter().flat_map(|entry| &entry.images);
        let image = images
            .clone()
            .find(|image| image.loc == *loc)
            .ok_or_else(|| format!("no {loc}"))?;
        for (key, read) in [
            ("caption", &image.caption),
            ("geo", &image.geo_location),
            ("title", &image.title),
            ("license", &image.license),
        ] {
            same(&read.as_deref(), &expected.get(key).and_then(Value::as_str))?;
        }
    }
    Ok(())
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The whole of a video is in crawler-commons' and sitemap.js' cases, each with its own names.
fn videos(value: &Value, outcome: &Outcome) -> Result<(), String> {
    let read: Vec<_> = outcome
        .entries
        .iter()
        .flat_map(|entry| &entry.videos)
        .collect();
    same(&read.len(), &list(value).count())?;
    for (video, expected) in read.iter().zip(list(value)) {
        for (key, value) in expected.as_object().into_iter().flatten() {
            of_video(video, key, value).map_err(|how| format!("{key}: {how}"))?;
        }
    }
    Ok(())
}

/// One of crawler-commons' properties of a video.
fn of_video(video: &Video, key: &str, value: &Value) -> Result<(), String> {
    let text = value.as_str();
    let words: Vec<&str> = texts(value).into_iter().flatten().collect();
    match key {
        "thumbnail" => same(&video.thumbnail.as_deref(), &text),
        "title" => same(&video.title.as_deref(), &text),
        "content_loc" => same(&video.content.as_deref(), &text),
        "player_loc" => same(&video.player.as_deref(), &text),
        "duration" => same(&video.duration_seconds.map(u64::from), &value.as_u64()),
        "expiration" => same(&same_date(video.expires, text.unwrap_or_default()), &true),
        "publication_date" => same(&same_date(video.published, text.unwrap_or_default()), &true),
        "rating" => same(
            &video.rating.map(|rating| rating.to_string()),
            &Some(value.to_string()),
        ),
        "view_count" => same(&video.views, &value.as_u64()),
        "family_friendly" => same(&video.family_friendly, &value.as_bool()),
        "tags" => same(&video.tags.iter().map(String::as_str).collect(), &words),
        "restriction_allow" => {
            let countries = video.countries.clone().unwrap_or_default();
            same(&countries.allowed, &true)?;
            same(
                &countries.places.iter().map(String::as_str).collect(),
                &words,
            )
        }
        "gallery_loc" => same(&video.gallery.as_deref(), &text),
        "price" => {
            let price = video.prices.first().cloned().unwrap_or_default();
            same(&price.currency.as_deref(), &value[0].as_str())?;
            // "own" is what the extension says where nothing is said; "1,99" is kept as it stands.
            same(
                &price.kind.as_deref().unwrap_or("own"),
                &value[2].as_str().unwrap_or_default(),
            )?;
            let amount = price.amount.and_then(|amount| amount.parse::<f64>().ok());
            same(&amount, &value[1].as_f64())
        }
        "requires_subscription" => same(&video.requires_subscription, &value.as_bool()),
        "uploader" => same(&video.uploader.as_deref(), &text),
        "live" => same(&video.live, &value.as_bool()),
        "content_segments" => {
            let read: Vec<_> = video
                .segments
                .iter()
                .map(|segment| {
                    (
                        segment.duration_seconds.map(u64::from),
                        Some(segment.loc.as_str()),
                    )
                })
                .collect();
            same(
                &read,
                &list(value)
                    .map(|pair| (pair[0].as_u64(), pair[1].as_str()))
                    .collect(),
            )
        }
        other => Err(format!("{other} is not compared")),
    }
}

fn news(value: &Value, outcome: &Outcome) -> Result<(), String> {
    let read: Vec<_> = outcome
        .entries
        .iter()
        .filter_map(|entry| entry.news.as_deref())
        .collect();
    same(&read.len(), &list(value).count())?;
    for (news, expected) in read.iter().zip(list(value)) {
        let text = |name| expected.get(name).and_then(Value::as_str);
        let words = |name| {
            expected
                .get(name)
                .map(|list| {
                    texts(list)
                        .into_iter()
                        .flatten()
                        .map(str::to_owned)
                        .collect::<Vec<_>>()
                })
                .unwrap_or_default()
        };
        same(&news.publication.as_deref(), &text("name"))?;
        same(&news.language.as_deref(), &text("language"))?;
        same(&news.title.as_deref(), &text("title"))?;
        same(&news.access, &text("access"))?;
        same(&news.keywords, &words("keywords"))?;
        same(&news.genres, &words("genres"))?;
        same(&news.stock_tickers, &words("stock_tickers"))?;
        if !same_date(news.published, text("publication_date").unwrap_or_default()) {
            return Err(format!("{:?}", news.published));
        }
    }
    Ok(())
}

/// Either addresses alone, or languages and addresses.
fn alternates(value: &Value, outcome: &Outcome) -> Result<(), String> {
    for (entry, expected) in outcome.entries.iter().zip(list(value)) {
        for (alternate, expected) in entry.alternates.iter().zip(list(expected)) {
            match expected.as_array().map(Vec::as_slice) {
                Some([language, href]) => {
                    same(&alternate.hreflang.as_deref(), &language.as_str())?;
                    same(&Some(alternate.href.as_str()), &href.as_str())?;
                }
                _ => same(&Some(alternate.href.as_str()), &expected.as_str())?,
            }
        }
        same(&entry.alternates.len(), &list(expected).count())?;
    }
    Ok(())
}

/// Some list the lines as they stand, some as they resolve.
fn sitemap_lines(value: &Value, outcome: &Outcome) -> Result<(), String> {
    let read: Vec<&str> = outcome
        .children
        .iter()
        .map(|child| child.loc.as_str())
        .collect();
    let expected: Vec<&str> = texts(value).into_iter().flatten().collect();
    let fits = read.len() == expected.len()
        && read
            .iter()
            .zip(&expected)
            .all(|(read, expected)| read.ends_with(expected));
    if fits {
        Ok(())
    } else {
        Err(format!("read {read:?}, expected {expected:?}"))
    }
}

fn title(value: &Value, outcome: &Outcome) -> Result<(), String> {
    let read = outcome
        .channel
        .as_ref()
        .and_then(|channel| channel.title.as_deref());
    same(&read, &value.as_str())
}

/// What feed-rs says of items: by the address of each, since items without one are not read.
fn entries(value: &Value, outcome: &Outcome) -> Result<(), String> {
    for expected in list(value) {
        let links = list(expected.get("links").unwrap_or(&Value::Null))
            .filter_map(|link| link.get(1)?.as_str());
        let links: Vec<&str> = links.collect();
        let Some(entry) = outcome
            .entries
            .iter()
            .find(|entry| links.contains(&entry.loc.as_str()))
        else {
            continue;
        };
        let item = entry.item.clone().unwrap_or_default();
        let text = |name| expected.get(name).and_then(Value::as_str);
        same(&item.title.as_deref(), &text("title"))?;
        let published = text("published");
        let fits = published.is_none_or(|published| same_date(item.published, published));
        if !fits {
            return Err(format!("read {:?}, expected {published:?}", item.published));
        }
        let categories: Vec<&str> = texts(expected.get("categories").unwrap_or(&Value::Null))
            .into_iter()
            .flatten()
            .collect();
        let read: Vec<&str> = item.categories.iter().map(String::as_str).collect();
        same(&read, &categories)?;
    }
    Ok(())
}

/// What makes a project give up is at least said here.
fn error(_: &Value, outcome: &Outcome) -> Result<(), String> {
    let unread = matches!(
        outcome.report.format,
        Format::Unknown | Format::Empty | Format::Html
    );
    if unread || outcome.report.truncated || !outcome.report.problems.is_empty() {
        return Ok(());
    }
    Err("nothing was said".to_owned())
}

/// What a project warns of is noted here too.
fn reports(value: &Value, outcome: &Outcome) -> Result<(), String> {
    if outcome.report.problems.is_empty() {
        return Err(format!("nothing was noted, expected {value}"));
    }
    Ok(())
}
