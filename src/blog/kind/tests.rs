//! The address habits of the platforms that blogs are made with, each as a short list of what such a sitemap has.

use crate::blog::Kind::{self, Archive, Author, Category, Home, Page, Post, Section, Tag};
use crate::blog::{Blog, Given, GivenFile};
use crate::sitemap::Entry;

#[track_caller]
fn assert_kinds(pages: &[(&str, Kind)]) {
    assert_kinds_of("https://example.com", pages);
}

#[track_caller]
fn assert_kinds_of(root: &str, pages: &[(&str, Kind)]) {
    let entries: Vec<Entry> = pages
        .iter()
        .map(|(path, _)| Entry {
            loc: format!("{root}{path}"),
            ..Entry::default()
        })
        .collect();
    let blog = Blog::from_entries(&entries, &Given::default());
    let found: Vec<(&str, Kind)> = blog
        .pages
        .iter()
        .map(|page| (page.url.strip_prefix(root).unwrap_or(&page.url), page.kind))
        .collect();
    assert_eq!(found, pages);
}

#[test]
fn wordpress_with_dates() {
    assert_kinds(&[
        ("/", Home),
        ("/2024/05/17/planting-beans/", Post),
        ("/2024/05/20/soil/", Post),
        ("/2024/05/", Archive),
        ("/2024/", Archive),
        ("/page/2/", Archive),
        ("/category/vegetables/", Category),
        ("/category/vegetables/roots/", Category),
        ("/tag/compost/", Tag),
        ("/author/ada/", Author),
        ("/about/", Page),
        ("/sample-page/", Page),
        ("/privacy-policy/", Page),
    ]);
}

#[test]
fn wordpress_with_names_only() {
    assert_kinds(&[
        ("/", Home),
        ("/planting-beans/", Post),
        ("/why-soil-matters/", Post),
        ("/a-year-of-rain/", Post),
        ("/compost/", Post),
        ("/contact/", Page),
        ("/category/vegetables/", Category),
        ("/tag/compost/", Tag),
    ]);
}

#[test]
fn wordpress_with_numbers() {
    assert_kinds(&[
        ("/", Home),
        ("/?p=12", Post),
        ("/?p=14", Post),
        ("/?page_id=2", Page),
        ("/?cat=3", Category),
        ("/?tag=soil", Tag),
        ("/?author=1", Author),
        ("/?m=202405", Archive),
        ("/?paged=2", Archive),
        ("/archives/123", Post),
        ("/archives/124", Post),
    ]);
}

#[test]
fn squarespace() {
    assert_kinds(&[
        ("/home", Home),
        ("/blog", Section),
        ("/blog/2025/12/4/the-tree", Post),
        ("/blog/2025/6/11/the-path", Post),
        ("/blog/a-draft-without-a-date", Post),
        ("/blog/category/Non-Tech", Category),
        ("/blog/tag/Apache+Kafka", Tag),
        ("/blog-archive", Archive),
        ("/about", Page),
    ]);
}

#[test]
fn ghost() {
    assert_kinds(&[
        ("/", Home),
        ("/welcome/", Post),
        ("/the-editor/", Post),
        ("/publishing-options/", Post),
        ("/tag/getting-started/", Tag),
        ("/author/ghost/", Author),
        ("/page/2/", Archive),
        ("/about/", Page),
    ]);
}

#[test]
fn hugo() {
    assert_kinds(&[
        ("/", Home),
        ("/posts/", Section),
        ("/posts/first/", Post),
        ("/posts/2023-03-15-second/", Post),
        ("/tags/", Archive),
        ("/tags/rust/", Tag),
        ("/categories/", Archive),
        ("/categories/diary/", Category),
        ("/series/", Archive),
        ("/series/walking/", Category),
        ("/page/2/", Archive),
        ("/about/", Page),
        ("/404.html", Page),
    ]);
}

#[test]
fn jekyll_and_octopress() {
    assert_kinds(&[
        ("/", Home),
        ("/jekyll/update/2019/03/04/welcome-to-jekyll.html", Post),
        ("/2019/03/09/second.html", Post),
        ("/blog/2013/06/24/example-post/", Post),
        ("/blog/archives/", Archive),
        ("/blog/categories/rust/", Category),
        ("/about/", Page),
        ("/404.html", Page),
        ("/atom.xml", Page),
    ]);
}

#[test]
fn hexo() {
    assert_kinds(&[
        ("/", Home),
        ("/2021/10/01/%E6%97%A5%E8%AE%B0/", Post),
        ("/2021/10/02/hello/", Post),
        ("/archives/", Archive),
        ("/archives/2021/", Archive),
        ("/archives/2021/10/", Archive),
        ("/archives/page/2/", Archive),
        ("/tags/java/", Tag),
        ("/categories/diary/", Category),
        ("/about/", Page),
    ]);
}

#[test]
fn astro_and_its_pages_by_number() {
    assert_kinds(&[
        ("/", Home),
        ("/blog/", Section),
        ("/blog/first/", Post),
        ("/blog/second/", Post),
        ("/blog/2/", Archive),
        ("/blog/3/", Archive),
        ("/tags/rust/", Tag),
        ("/archive/", Archive),
        ("/projects/", Page),
        ("/authors/", Archive),
    ]);
}

#[test]
fn next_and_eleventy() {
    assert_kinds(&[
        ("/", Home),
        ("/blog", Section),
        ("/blog/first", Post),
        ("/blog/second", Post),
        ("/tags", Archive),
        ("/tags/rust", Tag),
        ("/uses", Page),
        ("/now", Page),
        ("/projects", Page),
    ]);
}

#[test]
fn gatsby_under_a_path() {
    assert_kinds(&[
        ("/b-log/", Home),
        ("/b-log/a-first-look/", Post),
        ("/b-log/why-not/", Post),
        ("/b-log/tags/aws", Tag),
        ("/b-log/about/", Page),
        ("/b-log/page/2", Archive),
    ]);
}

#[test]
fn docusaurus() {
    assert_kinds(&[
        ("/", Home),
        ("/blog", Section),
        ("/blog/archive", Archive),
        ("/blog/authors", Archive),
        ("/blog/authors/ada", Author),
        ("/blog/tags", Archive),
        ("/blog/tags/hello", Tag),
        ("/blog/2021/08/26/welcome", Post),
        ("/blog/first-blog-post", Post),
        ("/blog/page/2", Archive),
        ("/docs/intro", Page),
        ("/docs/tutorial-basics/congratulations", Page),
    ]);
}

#[test]
fn medium() {
    assert_kinds_of(
        "https://medium.com/garden-notes",
        &[
            ("/planting-beans-1a2b3c4d5e6f", Post),
            ("/soil-6ab141a1c5b5", Post),
            ("/tagged/rain", Tag),
            ("/archive", Archive),
            ("/about", Page),
        ],
    );
    assert_kinds_of(
        "https://medium.com",
        &[
            ("/@ada/planting-beans-1a2b3c4d5e6f", Post),
            ("/@ada/soil-6ab141a1c5b5", Post),
            ("/@ada/about", Page),
        ],
    );
}

#[test]
fn substack() {
    assert_kinds(&[
        ("/", Home),
        ("/p/planting-beans", Post),
        ("/p/soil", Post),
        ("/p/rain", Post),
        ("/archive", Archive),
        ("/about", Page),
    ]);
}

#[test]
fn blogger() {
    assert_kinds(&[
        ("/", Home),
        ("/2007/12/closing-credits.html", Post),
        ("/2007/11/got-smoke.html", Post),
        ("/2007/12/", Archive),
        ("/search/label/rain", Tag),
        ("/p/about-us.html", Page),
    ]);
}

#[test]
fn wix() {
    assert_kinds(&[
        ("/", Home),
        ("/post/el-trofeo", Post),
        ("/post/la-regata", Post),
        ("/blog", Section),
        ("/blog/categories/vela", Category),
        ("/blog/tags/mar", Tag),
        ("/product-page/camiseta", Page),
        ("/contact", Page),
    ]);
}

#[test]
fn webflow() {
    assert_kinds(&[
        ("/", Home),
        ("/blog", Section),
        ("/blog/why-forms-fail", Post),
        ("/blog/on-buttons", Post),
        ("/blog-category/design", Category),
        ("/blog-tags/forms", Tag),
        ("/authors/ada", Author),
        ("/pricing", Page),
        ("/legal/privacy", Page),
    ]);
}

#[test]
fn zola() {
    assert_kinds(&[
        ("/", Home),
        ("/blog/", Section),
        ("/blog/on-duty/", Post),
        ("/blog/on-rain/", Post),
        ("/blog/page/2/", Archive),
        ("/tags/", Archive),
        ("/tags/game/", Tag),
        ("/categories/notes/", Category),
    ]);
}

#[test]
fn pelican() {
    assert_kinds(&[
        ("/index.html", Home),
        ("/archives.html", Archive),
        ("/tags.html", Archive),
        ("/categories.html", Archive),
        ("/index2.html", Archive),
        ("/category/vida.html", Category),
        ("/tag/python.html", Tag),
        ("/author/ana.html", Author),
        ("/pages/acerca.html", Page),
        ("/nace-una-compania.html", Post),
        ("/vaya-semanita.html", Post),
        ("/tip-de-celery.html", Post),
    ]);
}

#[test]
fn a_site_made_by_hand() {
    assert_kinds(&[
        ("/", Home),
        ("/writing/", Section),
        ("/writing/rain.html", Post),
        ("/writing/soil.html", Post),
        ("/colophon.html", Page),
        ("/style/site.css", Page),
        ("/google89436ab8910a7ce7.html", Page),
        ("/CNAME", Page),
    ]);
}

#[test]
fn a_series_folder_holds_lists_or_posts() {
    assert_kinds(&[
        ("/posts/rain/", Post),
        ("/series/", Archive),
        ("/series/walking/", Category),
        ("/series/walking/shoes/", Post),
        ("/series/walking/roads/", Post),
        ("/series/reading/", Category),
    ]);
}

#[test]
fn the_name_of_its_file_tells_what_a_page_is() {
    let files = [
        ("post-sitemap.xml", "/rain/", Post),
        ("wp-sitemap-posts-page-1.xml", "/some-page/", Page),
        ("sitemap-tags.xml", "/topics-of/rain/", Tag),
        (
            "wp-sitemap-taxonomies-category-1.xml",
            "/themes-of/rain/",
            Category,
        ),
        ("sitemap-authors.xml", "/people-of/ada/", Author),
    ];
    let entries: Vec<Entry> = files
        .iter()
        .map(|(_, path, _)| Entry {
            loc: format!("https://example.com{path}"),
            ..Entry::default()
        })
        .collect();
    let given = Given {
        files: files
            .iter()
            .map(|(file, _, _)| GivenFile {
                address: format!("https://example.com/{file}"),
                entries: 1,
            })
            .collect(),
        ..Given::default()
    };
    let blog = Blog::from_entries(&entries, &given);
    for (page, (file, _, kind)) in blog.pages.iter().zip(files) {
        assert_eq!(page.kind, kind, "{file}");
    }
}
