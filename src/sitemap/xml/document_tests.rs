//! Every element that is read, by the names that its vocabulary gives it.

use crate::sitemap::{Entry, Format, Limits, Outcome, Reader, Video, read};

const HOME: &str = "https://example.com/sitemap.xml";

fn page(inside: &str) -> Entry {
    let xml = format!(
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:i='http://www.google.com/schemas/sitemap-image/1.1' \
         xmlns:v='http://www.google.com/schemas/sitemap-video/1.1' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9' \
         xmlns:x='http://www.w3.org/1999/xhtml'><url><loc>/page</loc>{inside}</url></urlset>"
    );
    let mut outcome = read(HOME, xml.as_bytes());
    assert_eq!(outcome.report.problems, [], "{inside}");
    assert_eq!(outcome.entries.len(), 1, "{inside}");
    outcome.entries.remove(0)
}

fn problems(outcome: &Outcome) -> Vec<String> {
    let problems = outcome.report.problems.iter();
    problems
        .map(|problem| format!("{} +{}", problem.what, problem.more))
        .collect()
}

fn day(stamp: Option<crate::sitemap::Stamp>) -> Option<String> {
    stamp.map(|stamp| stamp.date.to_string())
}

#[test]
fn a_pictures_every_element_is_read_in_any_order() {
    let page = page(
        "<i:image><i:license>/licence</i:license><i:caption>A &lt;cat&gt;</i:caption><i:geo_location>Limerick</i:geo_location>\
         <i:title>Cat</i:title><i:loc>/cat.png</i:loc></i:image><i:image><i:loc>/dog.png</i:loc></i:image>",
    );
    let cat = &page.images[0];
    assert_eq!(cat.loc, "https://example.com/cat.png");
    assert_eq!(cat.title.as_deref(), Some("Cat"));
    assert_eq!(cat.caption.as_deref(), Some("A <cat>"));
    assert_eq!(cat.geo_location.as_deref(), Some("Limerick"));
    assert_eq!(cat.license.as_deref(), Some("https://example.com/licence"));
    assert_eq!(page.images[1].loc, "https://example.com/dog.png");
}

#[test]
fn a_videos_every_element_is_read() {
    let page = page(
        "<v:video><v:thumbnail_loc>/t.jpg</v:thumbnail_loc><v:title>T</v:title><v:description>D</v:description>\
         <v:content_loc>/v.mp4</v:content_loc><v:player_loc allow_embed='yes' autoplay='ap=1'>/p</v:player_loc>\
         <v:duration>600</v:duration><v:expiration_date>2030-01-02</v:expiration_date><v:rating>4.2</v:rating>\
         <v:view_count>12345</v:view_count><v:publication_date>2024-05-06</v:publication_date>\
         <v:tag>a</v:tag><v:tag>b</v:tag><v:category>C</v:category><v:family_friendly>no</v:family_friendly>\
         <v:restriction relationship='deny'>IE GB</v:restriction><v:platform relationship='allow'>web mobile</v:platform>\
         <v:price currency='EUR' type='rent' resolution='HD'>1.99</v:price><v:requires_subscription>yes</v:requires_subscription>\
         <v:uploader info='/u'>U</v:uploader><v:live>no</v:live><v:gallery_loc title='G'>/g</v:gallery_loc>\
         <v:content_segment_loc duration='60'>/1.mp4</v:content_segment_loc><v:id>x</v:id>\
         <v:tvshow><v:show_title>S</v:show_title><v:video_type>full</v:video_type><v:episode_title>E</v:episode_title>\
         <v:season_number>1</v:season_number><v:episode_number>2</v:episode_number><v:premier_date>2020-01-01</v:premier_date></v:tvshow>\
         </v:video>",
    );
    let video: &Video = &page.videos[0];
    assert_eq!(
        video.thumbnail.as_deref(),
        Some("https://example.com/t.jpg")
    );
    assert_eq!(video.title.as_deref(), Some("T"));
    assert_eq!(video.description.as_deref(), Some("D"));
    assert_eq!(video.content.as_deref(), Some("https://example.com/v.mp4"));
    assert_eq!(video.player.as_deref(), Some("https://example.com/p"));
    assert_eq!(video.embeddable, Some(true));
    assert_eq!(video.autoplay.as_deref(), Some("ap=1"));
    assert_eq!(video.duration_seconds, Some(600));
    assert_eq!(day(video.expires).as_deref(), Some("2030-01-02"));
    assert_eq!(day(video.published).as_deref(), Some("2024-05-06"));
    assert!(
        video
            .rating
            .is_some_and(|rating| (rating - 4.2).abs() < 1e-6)
    );
    assert_eq!(video.views, Some(12_345));
    assert_eq!(video.tags, ["a", "b"]);
    assert_eq!(video.category.as_deref(), Some("C"));
    assert_eq!(video.family_friendly, Some(false));
    assert_eq!(video.requires_subscription, Some(true));
    assert_eq!(video.live, Some(false));
    let countries = video.countries.as_ref().expect("a restriction");
    assert_eq!((countries.allowed, countries.places.len()), (false, 2));
    let platforms = video.platforms.as_ref().expect("a restriction");
    assert!(platforms.allowed && platforms.places == ["web", "mobile"]);
    let price = &video.prices[0];
    assert_eq!(price.amount.as_deref(), Some("1.99"));
    assert_eq!(price.currency.as_deref(), Some("EUR"));
    assert_eq!(price.kind.as_deref(), Some("rent"));
    assert_eq!(price.resolution.as_deref(), Some("HD"));
    assert_eq!(video.uploader.as_deref(), Some("U"));
    assert_eq!(
        video.uploader_page.as_deref(),
        Some("https://example.com/u")
    );
    assert_eq!(video.gallery.as_deref(), Some("https://example.com/g"));
    assert_eq!(video.gallery_title.as_deref(), Some("G"));
    assert_eq!(video.segments[0].loc, "https://example.com/1.mp4");
    assert_eq!(video.segments[0].duration_seconds, Some(60));
    assert_eq!(video.id.as_deref(), Some("x"));
    let show = video.show.as_ref().expect("a show");
    assert_eq!(show.title.as_deref(), Some("S"));
    assert_eq!(show.kind.as_deref(), Some("full"));
    assert_eq!(show.episode_title.as_deref(), Some("E"));
    assert_eq!((show.season, show.episode), (Some(1), Some(2)));
    assert_eq!(day(show.premiered).as_deref(), Some("2020-01-01"));
}

#[test]
fn the_news_extensions_every_element_is_read() {
    let page = page(
        "<n:news><n:publication><n:name>The Example</n:name><n:language>en</n:language></n:publication>\
         <n:access>subscription</n:access><n:genres>Blog, Opinion</n:genres><n:publication_date>2025-12-10T08:00Z</n:publication_date>\
         <n:title>News</n:title><n:keywords>a, b,c</n:keywords><n:stock_tickers>X:Y</n:stock_tickers></n:news>",
    );
    let news = page.news.expect("news");
    assert_eq!(news.publication.as_deref(), Some("The Example"));
    assert_eq!(news.language.as_deref(), Some("en"));
    assert_eq!(news.access, Some("Subscription"));
    assert_eq!(news.genres, ["Blog", "Opinion"]);
    assert_eq!(day(news.published).as_deref(), Some("2025-12-10"));
    assert_eq!(news.title.as_deref(), Some("News"));
    assert_eq!(news.keywords, ["a", "b", "c"]);
    assert_eq!(news.stock_tickers, ["X:Y"]);
}

#[test]
fn alternates_are_pages_in_other_languages() {
    let page = page(
        "<x:link rel='alternate' hreflang='de' href='/de/page'/><x:link rel=\"alternate\" hreflang=\"x-default\" href=\"/page\"></x:link>\
         <x:link rel='alternate' href='android-app://com.example/page'/>",
    );
    let alternates: Vec<(&str, Option<&str>)> = page
        .alternates
        .iter()
        .map(|alternate| (alternate.href.as_str(), alternate.hreflang.as_deref()))
        .collect();
    assert_eq!(
        alternates,
        [
            ("https://example.com/de/page", Some("de")),
            ("https://example.com/page", Some("x-default"))
        ]
    );
}

#[test]
fn names_belong_to_their_namespace_and_not_to_a_prefix() {
    // The prefix "image" is bound to the video extension, and the protocol's own elements have one.
    let xml = "<s:urlset xmlns:s='http://www.google.com/schemas/sitemap/0.84' xmlns:image='http://www.google.com/schemas/sitemap-video/1.1'>\
        <s:url><s:loc>/a</s:loc><image:video><image:title>Moving</image:title></image:video>\
        <other:loc xmlns:other='http://other.example/'>/not</other:loc></s:url></s:urlset>";
    let outcome = read(HOME, xml.as_bytes());
    assert_eq!(outcome.entries.len(), 1);
    assert_eq!(outcome.entries[0].loc, "https://example.com/a");
    assert_eq!(
        outcome.entries[0].videos[0].title.as_deref(),
        Some("Moving")
    );
    assert!(outcome.entries[0].images.is_empty());
}

#[test]
fn atom_in_both_its_versions_is_read() {
    for (namespace, published, updated) in [
        ("http://www.w3.org/2005/Atom", "published", "updated"),
        ("http://purl.org/atom/ns#", "issued", "modified"),
    ] {
        let xml = format!(
            "<feed xmlns='{namespace}' xml:lang='en'><title type='html'>A &amp;amp; B</title><link href='/'/>\
             <link rel='next' href='?page=2'/><entry><title type='text'>1 &lt; 2</title><link rel='self' href='/1.atom'/>\
             <link rel='alternate' href='/1'/><id>urn:1</id><{published}>2025-01-02T00:00:00Z</{published}>\
             <{updated}>2025-02-03T00:00:00Z</{updated}><author><name>Ada</name></author><category term='t' label='Topic'/>\
             <content type='html'>&lt;img src='/p.png' alt='P'&gt;</content></entry></feed>"
        );
        let outcome = read("https://example.com/feed", xml.as_bytes());
        assert_eq!(outcome.report.format, Format::Atom);
        let channel = outcome.channel.expect("a feed has one");
        assert_eq!(channel.title.as_deref(), Some("A & B"));
        assert_eq!(channel.home.as_deref(), Some("https://example.com/"));
        assert_eq!(
            channel.next.as_deref(),
            Some("https://example.com/feed?page=2")
        );
        let entry = &outcome.entries[0];
        assert_eq!(entry.loc, "https://example.com/1", "{namespace}");
        assert_eq!(day(entry.lastmod).as_deref(), Some("2025-02-03"));
        let item = entry.item.as_ref().expect("an item");
        assert_eq!(item.title.as_deref(), Some("1 < 2"));
        assert_eq!(day(item.published).as_deref(), Some("2025-01-02"));
        assert_eq!(item.authors, ["Ada"]);
        assert_eq!(item.categories, ["Topic"]);
        assert_eq!(entry.images[0].caption.as_deref(), Some("P"));
    }
}

#[test]
fn rss_one_has_its_items_beside_its_channel_and_dates_in_dublin_core() {
    let xml = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' \
        xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='/'><title>Old</title><link>/</link><dc:language>fr</dc:language></channel>\
        <item rdf:about='/un'><title>Un</title><link>/un</link><dc:date>2003-04-05</dc:date><dc:creator>Luc</dc:creator>\
        <dc:subject>vie</dc:subject></item></rdf:RDF>";
    let outcome = read("https://example.com/index.rdf", xml.as_bytes());
    assert_eq!(outcome.report.format, Format::Rss);
    let channel = outcome.channel.expect("a feed has one");
    assert_eq!(channel.language.as_deref(), Some("fr"));
    let entry = &outcome.entries[0];
    assert_eq!(entry.loc, "https://example.com/un");
    let item = entry.item.as_ref().expect("an item");
    assert_eq!(day(item.published).as_deref(), Some("2003-04-05"));
    assert_eq!(
        (&item.authors[0][..], &item.categories[0][..]),
        ("Luc", "vie")
    );
}

#[test]
fn rss_two_carries_content_and_media() {
    let xml = "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:media='http://search.yahoo.com/mrss/'>\
        <channel><title>New</title><item><title>One</title><guid isPermaLink='true'>https://example.com/one</guid>\
        <content:encoded><![CDATA[<p><img src=\"/in.png\" alt=\"In\"></p>]]></content:encoded>\
        <media:group><media:content url='/m.jpg' medium='image'><media:title>M</media:title><media:thumbnail url='/small.jpg'/></media:content></media:group>\
        <enclosure url='/e.jpg' type='image/jpeg' length='1'/><enclosure url='/e.mp3' type='audio/mpeg' length='1'/></item></channel></rss>";
    let outcome = read("https://example.com/rss", xml.as_bytes());
    let entry = &outcome.entries[0];
    assert_eq!(entry.loc, "https://example.com/one");
    let pictures: Vec<&str> = entry
        .images
        .iter()
        .map(|image| image.loc.as_str())
        .collect();
    assert_eq!(
        pictures,
        [
            "https://example.com/in.png",
            "https://example.com/m.jpg",
            "https://example.com/e.jpg"
        ]
    );
    assert_eq!(entry.images[1].title.as_deref(), Some("M"));
}

#[test]
fn what_is_no_value_is_left_out_and_noted_once_for_all_of_its_kind() {
    let page = "<url><loc>/1</loc><lastmod>yesterday</lastmod><changefreq>often</changefreq><priority>high</priority></url>";
    let pages = page.repeat(3);
    let outcome = read(HOME, format!("<urlset>{pages}</urlset>").as_bytes());
    assert_eq!(
        problems(&outcome),
        [
            "“yesterday” is not a date; it was left out +2",
            "“often” is not a change frequency; it was left out +2",
            "“high” is not a priority from 0 to 1; it was left out +2"
        ]
    );
    assert!(outcome.entries.iter().all(|entry| entry.lastmod.is_none()
        && entry.changefreq.is_none()
        && entry.priority.is_none()));
}

#[test]
fn elements_that_are_not_closed_cost_only_a_note() {
    let xml = "<urlset><url><loc>/1</loc><url><loc>/2<lastmod>2025-01-01</lastmod></url><url><loc>/3</loc></ur></urlset>";
    let outcome = read(HOME, xml.as_bytes());
    let locs: Vec<&str> = outcome
        .entries
        .iter()
        .map(|entry| entry.loc.as_str())
        .collect();
    assert_eq!(
        locs,
        [
            "https://example.com/1",
            "https://example.com/2",
            "https://example.com/3"
        ]
    );
    assert_eq!(
        day(outcome.entries[1].lastmod).as_deref(),
        Some("2025-01-01")
    );
    assert!(!outcome.report.truncated);
}

#[test]
fn relative_addresses_are_relative_to_the_base_that_is_said() {
    let xml = "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://other.example/blog/'><entry xml:base='2025/'>\
        <link href='post'/></entry><entry><link href='about'/></entry></feed>";
    let outcome = read(HOME, xml.as_bytes());
    assert_eq!(
        outcome.entries[0].loc,
        "https://other.example/blog/2025/post"
    );
    assert_eq!(outcome.entries[1].loc, "https://other.example/blog/about");
}

#[test]
fn content_that_is_too_long_is_noted_where_it_ends_however_it_arrives() {
    let xml = format!(
        "<rss><channel><item><link>/1</link><description>{}</description></item></channel></rss>",
        "&lt;p&gt;long&lt;/p&gt; ".repeat(20)
    );
    let limits = Limits {
        content_bytes: 100,
        ..Limits::default()
    };
    let places: Vec<u32> = [1, 7, xml.len()]
        .map(|length| {
            let mut reader = Reader::new(HOME, limits);
            xml.as_bytes()
                .chunks(length)
                .for_each(|chunk| reader.feed(chunk));
            reader.finish().report.problems[0].column
        })
        .into();
    let end = xml.find("</description>").expect("it is there") + 1;
    assert_eq!(places, [u32::try_from(end).expect("short"); 3]);
}
