//! How long it takes to understand a blog: the real sitemap (where the corpus is beside this repository), and made-up ones of
//! 1,000, 10,000 and 50,000 posts, to see that the time grows as the posts do.
#![allow(
    clippy::expect_used,
    reason = "made-up data that cannot be made is a mistake in this file"
)]

use std::hint::black_box;

use blog_explorer::blog::{Blog, Given};
use blog_explorer::sitemap::{Date, Entry, Image, Precision, Stamp, read};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// Numbers that look random and are the same in every run (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn next(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    /// A word, frequent ones more often (Zipf's law), of a vocabulary of 16,000.
    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 16] = [
            "ka", "lo", "que", "ra", "bit", "log", "sto", "re", "par", "ti", "on", "rep", "li",
            "ca", "com", "mu",
        ];
        let octave = self.next(14);
        let mut rank = (1 << octave) + self.next(1 << octave) + 16;
        let mut word = String::new();
        while rank > 0 {
            word.push_str(SYLLABLES[usize::try_from(rank % 16).unwrap_or(0)]);
            rank /= 16;
        }
        word
    }

    fn slug(&mut self, words: u64) -> String {
        let words: Vec<String> = (0..words).map(|_| self.word()).collect();
        words.join("-")
    }
}

/// A blog of so many posts, four a week, newest first. One in five is a part of a series of five; half are dated in their
/// addresses; each has two pictures, one of them with a caption.
fn blog(posts: u32) -> Vec<Entry> {
    let mut dice = Dice(7);
    let mut series = String::new();
    let last = Date::new(2024, 12, 31).expect("a day").days_since_epoch();
    let mut entries: Vec<Entry> = (0..posts)
        .map(|number| {
            let days = i32::try_from(u64::from(number) * 7 / 4 % 9_000).expect("25 years");
            let date = Date::from_days_since_epoch(last - days).expect("a day");
            if number % 25 == 0 {
                series = dice.slug(3);
            }
            let slug = if number % 25 < 5 {
                format!("{series}-part-{}-{}", 5 - number % 25, dice.slug(3))
            } else {
                dice.slug(6)
            };
            let path = if number % 2 == 0 {
                format!(
                    "blog/{}/{}/{}/{slug}",
                    date.year(),
                    date.month(),
                    date.day()
                )
            } else {
                format!("notes/{slug}")
            };
            let image = |caption: Option<String>, at: u32| Image {
                loc: format!("https://blog.example/images/{number}-{at}.png"),
                title: Some(format!("{} - Blog", slug.replace('-', " "))),
                caption,
                ..Image::default()
            };
            Entry {
                loc: format!("https://blog.example/{path}"),
                lastmod: Some(Stamp {
                    date,
                    precision: Precision::Day,
                    seconds: None,
                }),
                images: vec![
                    image(Some(dice.slug(12).replace('-', " ")), 1),
                    image(None, 2),
                ],
                ..Entry::default()
            }
        })
        .collect();
    entries.extend((0..200).map(|_| Entry {
        loc: format!("https://blog.example/blog/tag/{}", dice.slug(1)),
        ..Entry::default()
    }));
    entries
}

fn understand(c: &mut Criterion) {
    let mut group = c.benchmark_group("understand");
    group.sample_size(10);
    let given = Given::default();
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/corpus/jack-vanlightly.sitemap.xml"
    );
    match std::fs::read(path) {
        Ok(bytes) => {
            let entries = read("", &bytes).entries;
            group.bench_function("the real sitemap, 303 pages", |b| {
                b.iter_with_large_drop(|| Blog::from_entries(black_box(&entries), &given));
            });
        }
        Err(error) => eprintln!("skipped the real sitemap: {error}"),
    }
    for posts in [1_000, 10_000, 50_000] {
        let entries = blog(posts);
        group.throughput(Throughput::Elements(u64::from(posts)));
        group.bench_function(format!("{posts} posts"), |b| {
            b.iter_with_large_drop(|| Blog::from_entries(black_box(&entries), &given));
        });
    }
    group.finish();
}

criterion_group!(benches, understand);
criterion_main!(benches);
