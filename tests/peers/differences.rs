//! Where what is read differs from what a project expects of its case, and why.

/// Cases, what differs in them, and why.
pub const DIFFERENCES: &[(&[&str], &[&str], &str)] = &[
    (
        &["crawler-commons/broken-extra-close-url"],
        &["urls"],
        "The project gives up at a closing tag too many; here it is passed over, and the one page is read.",
    ),
    (
        &["crawler-commons/rss-pubdate-variants"],
        &["lastmods"],
        "A date without a zone is a date all the same; it is taken for UTC.",
    ),
    (
        &[
            "feed-rs/atom/atom_entry_1",
            "feed-rs/atom/atom_example_7",
            "feed-rs/atom/atom_pub_spec_1",
            "feed-rs/rss0/rss_0.91_missing_id",
            "feed-rs/rss0/rss_0.92_spec_1",
            "feed-rs/rss2/rss_2.0_ghost_1",
        ],
        &["urls"],
        "Items without an address cannot be opened, and an archive of pages has no use for them; each is noted.",
    ),
    (
        &[
            "feed-rs/atom/atom_example_3",
            "feed-rs/atom/atom_example_4",
            "feed-rs/atom/atom_example_5",
            "feed-rs/atom/atom_example_reddit",
            "feed-rs/atom/atom_mediarss_reddit_1",
            "feed-rs/rss2/rss_2.0_reddit",
        ],
        &["entries"],
        "A category has a label, which is for people, before its term, which is for programs (RFC 4287, 4.2.2).",
    ),
    (
        &[
            "feed-rs/atom/atom_relative",
            "feed-rs/rss1/rss_1.0_example_1",
        ],
        &["first_locs"],
        "The project leaves relative addresses as they stand; here they are resolved, or could not be opened.",
    ),
    (
        &["feed-rs/rss1/rss_1.0_spec_2"],
        &["entries"],
        "Dublin Core's subject is a category; the project does not read it.",
    ),
    (
        &[
            "go-sitemap-parser/files/robots-with-invalid-sitemap--robots.txt",
            "go-sitemap-parser/files/robots-with-sitemapindex--robots.txt",
            "go-sitemap-parser/files/robots-with-sitemapindex-2--robots.txt",
            "go-sitemap-parser/files/robots-with-sitemapindex-gz--robots.txt",
        ],
        &["urls"],
        "The project counts pages; here the sitemaps that a robots.txt names are counted too.",
    ),
    (
        &["go-sitemap-parser/robots/empty-robots-txt"],
        &["kind"],
        "An empty file says nothing of what it is, and its name is not looked at.",
    ),
    (
        &["scrapy/robots_invalid_utf8"],
        &["sitemap_lines"],
        "The project leaves out a line with bytes that are not UTF-8; here they are read as Windows-1252, and noted.",
    ),
    (
        &[
            "sitemap.js/alltags",
            "sitemap.js/alltags-cdata",
            "sitemap.js/bad-tag",
        ],
        &["images"],
        "The project encodes some characters in some addresses and not in others; here all are encoded as browsers do.",
    ),
    (
        &["sitemap.js/unescaped-lt"],
        &["urls"],
        "The lone < is read as text, but the page's host has characters that no host can have.",
    ),
    (
        &["sitemap.js/inline/alternate-links-are-read-test-after-exceeding-50k"],
        &["reports"],
        "The project's test counts to 50,000 in its own code; the file has one page, of which there is nothing to note.",
    ),
    (
        &["sitemap.js/inline/index--filters-malformed-urls"],
        &["urls"],
        "What the project calls malformed is a relative address, which is resolved.",
    ),
    (
        &["sitemap.js/inline/index--filters-urls-exceeding-2048-characters-in-parser"],
        &["urls"],
        "An address longer than the protocol's 2,048 characters can be opened; it is read, and noted.",
    ),
    (
        &["sitemap.js/inline/index--respects-custom-maxentries-limit"],
        &["error"],
        "The project's test sets a limit of its own, smaller than the file's two entries.",
    ),
    (
        &[
            "sitemap.js/inline/should-enforce-limits-on-cdata-content-too",
            "sitemap.js/inline/should-handle-oversized-image-caption-on-first-chunk",
            "sitemap.js/inline/should-handle-oversized-image-title-on-first-chunk",
            "sitemap.js/inline/should-limit-number-of-tags-per-video",
            "sitemap.js/inline/should-limit-number-of-videos-per-url",
            "sitemap.js/inline/should-limit-video-description-length",
            "sitemap.js/inline/should-limit-video-title-length",
        ],
        &["reports"],
        "The project's limits are those of a search engine's index; a reader loses nothing by a longer title or more tags.",
    ),
];
