//! A sitemap that looks like a blog's, of any size, the same each time.

use std::io::{Result, Write};

const WORDS: [&str; 64] = [
    "kafka",
    "rust",
    "storage",
    "log",
    "replication",
    "consensus",
    "latency",
    "table",
    "stream",
    "queue",
    "cache",
    "index",
    "vector",
    "search",
    "compiler",
    "parser",
    "memory",
    "network",
    "cloud",
    "cost",
    "design",
    "testing",
    "history",
    "future",
    "simple",
    "fast",
    "reliable",
    "durable",
    "async",
    "actor",
    "protocol",
    "format",
    "schema",
    "query",
    "planner",
    "join",
    "shard",
    "lease",
    "leader",
    "quorum",
    "failure",
    "recovery",
    "backup",
    "tiered",
    "object",
    "bucket",
    "lake",
    "warehouse",
    "benchmark",
    "profile",
    "trace",
    "metric",
    "alert",
    "pager",
    "garden",
    "letter",
    "book",
    "review",
    "travel",
    "winter",
    "coffee",
    "über",
    "café",
    "naïve",
];

/// Numbers that look random and are the same each time (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % most.max(1)
    }

    fn words(&mut self, count: usize) -> Vec<&'static str> {
        (0..count)
            .map(|_| {
                WORDS
                    .get(self.below(WORDS.len()))
                    .copied()
                    .unwrap_or_default()
            })
            .collect()
    }
}

/// Writes a sitemap of so many pages.
pub fn write(out: &mut impl Write, pages: usize) -> Result<()> {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(
        out,
        r#"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">"#
    )?;
    for number in 0..pages {
        page(out, &mut random, number)?;
    }
    writeln!(out, "</urlset>")
}

fn page(out: &mut impl Write, random: &mut Random, number: usize) -> Result<()> {
    let (year, month, day) = (
        2005 + number % 20,
        1 + random.below(12),
        1 + random.below(28),
    );
    let length = 3 + random.below(5);
    let title = random.words(length);
    // Slugs are ASCII, as most generators make them.
    let slug = title
        .join("-")
        .replace('ü', "u")
        .replace('é', "e")
        .replace('ï', "i");
    writeln!(out, "  <url>")?;
    writeln!(
        out,
        "    <loc>https://blog.example.com/{year}/{month:02}/{day:02}/{slug}-{number}</loc>"
    )?;
    writeln!(
        out,
        "    <lastmod>{year}-{month:02}-{day:02}T08:30:00+01:00</lastmod>"
    )?;
    writeln!(out, "    <changefreq>monthly</changefreq>")?;
    writeln!(out, "    <priority>0.{}</priority>", 1 + random.below(9))?;
    for figure in 0..number % 5 {
        let caption = random.words(12).join(" ");
        writeln!(out, "    <image:image>")?;
        writeln!(
            out,
            "      <image:loc>https://images.example.com/{year}/{number}/figure-{figure}.png?format=1500w&amp;v={}</image:loc>",
            random.below(1_000_000)
        )?;
        writeln!(
            out,
            "      <image:title>{} &amp; {}</image:title>",
            title.join(" "),
            figure + 1
        )?;
        writeln!(
            out,
            "      <image:caption><![CDATA[Fig {}. {caption}]]></image:caption>",
            figure + 1
        )?;
        writeln!(out, "    </image:image>")?;
    }
    writeln!(out, "  </url>")
}
