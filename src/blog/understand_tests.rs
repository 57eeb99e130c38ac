use crate::blog::{Blog, DateFrom, Given, Page};
use crate::sitemap::{Alternate, Entry, Image, Item, Precision, Stamp};

fn entry(path: &str) -> Entry {
    Entry {
        loc: format!("https://example.com/{path}"),
        ..Entry::default()
    }
}

fn blog(entries: &[Entry]) -> Blog {
    Blog::from_entries(entries, &Given::default())
}

fn of_paths(paths: &[&str]) -> Blog {
    blog(&paths.iter().map(|path| entry(path)).collect::<Vec<_>>())
}

fn page<'b>(blog: &'b Blog, key: &str) -> &'b Page {
    blog.page(blog.page_by_key(key).unwrap())
}

fn shown(page: &Page) -> Option<(String, Precision, DateFrom)> {
    page.published.map(|published| {
        (
            published.date.to_string(),
            published.precision,
            published.from,
        )
    })
}

fn image(file: &str, title: &str, caption: &str) -> Image {
    Image {
        loc: format!("https://example.com/images/{file}"),
        title: (!title.is_empty()).then(|| title.to_owned()),
        caption: (!caption.is_empty()).then(|| caption.to_owned()),
        ..Image::default()
    }
}

#[test]
fn a_malformed_date_is_settled_by_its_neighbours() {
    let blog = of_paths(&[
        "2023/01/01/five",
        "2022/12/28/four",
        "2022/12/12/22/three",
        "2022/12/20/two",
        "2022/12/19/one",
        "2022/11/19/none",
    ]);
    let date = shown(page(&blog, "2022/12/12/22/three"));
    assert_eq!(
        date,
        Some(("2022-12-22".to_owned(), Precision::Day, DateFrom::Url))
    );
}

#[test]
fn a_malformed_date_without_neighbours_is_known_less_well() {
    let blog = of_paths(&["2022/12/12/22/three", "2019/13/45/odd"]);
    let date = shown(page(&blog, "2022/12/12/22/three"));
    assert_eq!(
        date,
        Some(("2022-12-01".to_owned(), Precision::Month, DateFrom::Url))
    );
    let date = shown(page(&blog, "2019/13/45/odd"));
    assert_eq!(
        date,
        Some(("2019-01-01".to_owned(), Precision::Year, DateFrom::Url))
    );
}

#[test]
fn a_post_without_a_date_is_bounded_by_its_neighbours_in_a_file_in_order() {
    let blog = of_paths(&[
        "blog/2018/07/25/six",
        "blog/2018/07/22/five",
        "blog/a-post-about-rain",
        "blog/2018/07/02/four",
        "blog/2018/05/21/three",
        "blog/a-post-about-soil",
        "blog/2018/02/20/two",
        "blog/2018/01/04/one",
    ]);
    let date = |key| shown(page(&blog, key));
    let by_order = |date: &str, precision| Some((date.to_owned(), precision, DateFrom::Order));
    assert_eq!(
        date("blog/a-post-about-rain"),
        by_order("2018-07-01", Precision::Month)
    );
    assert_eq!(
        date("blog/a-post-about-soil"),
        by_order("2018-01-01", Precision::Year)
    );
}

#[test]
fn lastmod_is_never_a_publication_date() {
    let stamp = |date: &str| {
        Some(Stamp {
            date: date.parse().unwrap(),
            precision: Precision::Day,
            seconds: None,
        })
    };
    let mut posts = vec![entry("blog/rain"), entry("blog/soil")];
    posts[0].lastmod = stamp("2024-05-17");
    posts[1].lastmod = stamp("2024-05-18");
    let blog = blog(&posts);
    assert!(
        blog.pages
            .iter()
            .all(|page| page.published.is_none() && page.modified.is_some())
    );
}

#[test]
fn a_feed_knows_titles_dates_and_topics_best() {
    let mut post = entry("p/rain-and-c");
    post.item = Some(Box::new(Item {
        title: Some("Rain &amp; C++".to_owned()),
        published: Some(Stamp {
            date: "2024-05-17".parse().unwrap(),
            precision: Precision::Day,
            seconds: None,
        }),
        categories: vec!["Weather".to_owned()],
        ..Item::default()
    }));
    let blog = blog(&[entry("p/rain-and-c"), post, entry("p/soil")]);
    assert_eq!(blog.pages.len(), 2);
    assert_eq!(blog.pages[0].title, "Rain & C++");
    let date = shown(&blog.pages[0]);
    assert_eq!(
        date,
        Some(("2024-05-17".to_owned(), Precision::Day, DateFrom::Feed))
    );
    assert_eq!(blog.topics[0].name, "Weather");
    assert!((blog.pages[0].topics[0].confidence - 1.0).abs() < f32::EPSILON);
}

#[test]
fn topics_are_matched_by_words_and_say_how_surely() {
    let blog = of_paths(&[
        "blog/tag/Apache+Kafka",
        "blog/tag/C%2B%2B",
        "blog/tag/Raft",
        "blog/2024/01/01/how-apache-kafka-writes",
        "blog/2024/01/02/rafts-in-raft",
        "blog/2024/01/03/rain",
    ]);
    let topics = |key: &str| -> Vec<(&str, f32)> {
        let found = page(&blog, key).topics.iter();
        found
            .map(|found| (blog.topic(found.topic).name.as_str(), found.confidence))
            .collect()
    };
    assert_eq!(
        topics("blog/2024/01/01/how-apache-kafka-writes"),
        [("Apache Kafka", 0.8)]
    );
    assert_eq!(topics("blog/2024/01/02/rafts-in-raft"), [("Raft", 0.6)]);
    assert_eq!(topics("blog/2024/01/03/rain"), []);
}

#[test]
fn translations_are_one_post_with_variants() {
    let mut english = entry("en/blog/rain");
    english.alternates = vec![Alternate {
        href: "https://example.com/de/blog/regen".to_owned(),
        hreflang: Some("de".to_owned()),
    }];
    let blog = blog(&[
        english,
        entry("de/blog/regen"),
        entry("en/blog/soil"),
        entry("de/blog/soil"),
        entry("fr/blog/soil"),
    ]);
    assert_eq!(blog.posts.len(), 2);
    let variants = |key: &str| -> Vec<(&str, &str)> {
        let variants = page(&blog, key).variants.iter();
        variants
            .map(|(language, url)| (language.as_str(), url.as_str()))
            .collect()
    };
    assert_eq!(
        variants("en/blog/rain"),
        [("de", "https://example.com/de/blog/regen")]
    );
    assert_eq!(
        variants("en/blog/soil"),
        [
            ("de", "https://example.com/de/blog/soil"),
            ("fr", "https://example.com/fr/blog/soil")
        ]
    );
}

#[test]
fn what_recurs_over_the_site_is_taken_off_titles_and_captions() {
    let slugs = [
        "rain-in-may",
        "soil-and-sand",
        "wind-at-night",
        "snow-again",
    ];
    let titles = [
        "Rain in May",
        "Soil and Sand",
        "Wind at Night",
        "Snow, Again",
    ];
    let posts: Vec<Entry> = slugs
        .iter()
        .zip(titles)
        .map(|(slug, title)| Entry {
            images: vec![
                image(
                    &format!("{slug}-1024x768.png"),
                    &format!("Blog - {title} - Make it stand out"),
                    "Whatever it is, the way you tell it matters.",
                ),
                image(
                    &format!("{slug}-2.png"),
                    &format!("Blog - {title}"),
                    "Fig 7. The write path",
                ),
                image(
                    &format!("{slug}-scaled.png"),
                    &format!("Blog - {title}"),
                    title,
                ),
            ],
            ..entry(&format!("blog/{slug}"))
        })
        .collect();
    let blog = blog(&posts);
    for (page, title) in blog.pages.iter().zip(titles) {
        assert_eq!(page.title, title);
        let captions: Vec<Option<&str>> = page
            .images
            .iter()
            .map(|image| image.caption.as_deref())
            .collect();
        // Two addresses of one picture are one picture; a caption that repeats the title is none.
        assert_eq!(captions[0], None, "{title}");
        assert_eq!(page.images[0].picture, page.images[2].picture);
    }
    assert_eq!(blog.pictures.len(), 8);
}

#[test]
fn percent_encoded_slugs_are_read_in_any_script() {
    let blog = of_paths(&[
        "blog/%E6%91%84%E5%BD%B1-notes",
        "blog/%D0%BC%D0%BE%D0%B9-%D1%81%D0%B0%D0%B4",
        "blog/%zz-broken",
    ]);
    let titles: Vec<&str> = blog.pages.iter().map(|page| page.title.as_str()).collect();
    assert_eq!(titles, ["摄影 Notes", "Мой Сад", "%zz Broken"]);
}

#[test]
fn the_site_is_called_as_its_pictures_spell_its_host() {
    let mut post = entry("blog/rain");
    post.loc = "https://www.ada-gardens.com/blog/rain".to_owned();
    post.images = vec![image("a.png", "Rain - Ada Gardens", "")];
    let blog = blog(&[post]);
    assert_eq!(blog.site.title, "Ada Gardens");
    assert_eq!(blog.site.host, "ada-gardens.com");
}
