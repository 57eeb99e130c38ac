//! How long a keystroke takes, in a blog the size of a person's (219 posts, 933 pictures) and in one the size of a large
//! newsroom's (50,000 posts, 100,000 pictures). Words follow Zipf's law, as in any language.
#![allow(
    clippy::expect_used,
    reason = "made-up data that cannot be made is a mistake in this file"
)]

use std::hint::black_box;
use std::sync::Arc;

use blog_explorer::blog::{
    Blog, DateFrom, Kind, Page, PageId, PageImage, Picture, PictureId, Published, Section,
    SectionId, TitleFrom,
};
use blog_explorer::explore::{Index, ViewState};
use blog_explorer::sitemap::{Date, Precision};
use criterion::{Criterion, criterion_group, criterion_main};

/// Numbers that look random and are the same in every run (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// A number below `end`, small ones more often: the rank of a word by Zipf's law.
    fn rank(&mut self, end: u64) -> u64 {
        let bits = u64::from(end.ilog2());
        let octave = self.next() % (bits + 1);
        ((1 << octave) + self.next() % (1 << octave)).min(end) - 1
    }

    fn text(&mut self, words: u64, vocabulary: u64) -> String {
        let words: Vec<String> = (0..words).map(|_| word(self.rank(vocabulary))).collect();
        words.join(" ")
    }
}

/// The word of that rank: the more frequent, the shorter.
fn word(rank: u64) -> String {
    const SYLLABLES: [&str; 32] = [
        "ka", "lo", "que", "ra", "bit", "log", "sto", "re", "par", "ti", "on", "rep", "li", "ca",
        "com", "pac", "stre", "am", "bro", "ker", "tla", "mo", "del", "sys", "tem", "dis", "tri",
        "bu", "ted", "con", "sen", "sus",
    ];
    let mut rest = rank + 32;
    let mut word = String::new();
    while rest > 0 {
        word.push_str(SYLLABLES[usize::try_from(rest % 32).unwrap_or(0)]);
        rest /= 32;
    }
    word
}

fn blog(posts: u32, pictures: u32, vocabulary: u64) -> Arc<Blog> {
    let mut dice = Dice(42);
    let mut blog = Blog::default();
    for name in ["Blog", "Notes", "Analyses"] {
        blog.sections.push(Section {
            slug: name.to_lowercase(),
            name: name.to_owned(),
            page: None,
            posts: 0,
        });
    }
    let last = Date::new(2024, 12, 31).expect("a day").days_since_epoch();
    for number in 0..posts {
        let days = i32::try_from(u64::from(number) * 3_650 / u64::from(posts)).expect("ten years");
        let date = Date::from_days_since_epoch(last - days).expect("a day");
        let mut page = Page {
            url: format!("https://blog.example/{number}"),
            key: number.to_string(),
            kind: Kind::Post,
            section: Some(SectionId(number % 3)),
            title: dice.text(7, vocabulary),
            title_from: TitleFrom::Image,
            published: Some(Published {
                date,
                precision: Precision::Day,
                from: DateFrom::Url,
            }),
            modified: None,
            images: Vec::new(),
            topics: Vec::new(),
            series: None,
            part: None,
            variants: Vec::new(),
        };
        let last = u64::from(pictures) * u64::from(number + 1) / u64::from(posts);
        while u64::try_from(blog.pictures.len()).is_ok_and(|length| length < last) {
            let picture = PictureId(u32::try_from(blog.pictures.len()).unwrap_or(u32::MAX));
            blog.pictures.push(Picture {
                url: format!("https://blog.example/{}.png", picture.0),
                pages: vec![PageId(number)],
            });
            page.images.push(PageImage {
                picture,
                title: None,
                caption: Some(dice.text(12, vocabulary)),
                figure: None,
            });
        }
        blog.posts.push(PageId(number));
        blog.pages.push(page);
    }
    Arc::new(blog)
}

fn ask(c: &mut Criterion, size: &str, blog: &Arc<Blog>, vocabulary: u64) {
    let mut group = c.benchmark_group(size);
    group.sample_size(20);
    group.bench_function("index", |b| b.iter(|| Index::new(black_box(blog.clone()))));
    let index = Index::new(blog.clone());
    let rare = word(vocabulary / 2);
    let mistyped = format!("{}x{}", &rare[..3], &rare[3..]);
    let frequent = word(1);
    for (name, query) in [
        ("nothing asked", String::new()),
        ("one letter", "k".to_owned()),
        ("a frequent word", format!("{frequent} ")),
        ("a rare word", rare.clone()),
        ("three words", format!("{frequent} {} lo", word(5))),
        ("a typing error", mistyped.clone()),
        ("two typing errors", format!("{mistyped} {mistyped}o")),
        ("a phrase", format!("\"{frequent} {}\"", word(2))),
        ("all but a word", format!("-{frequent}")),
    ] {
        let state = ViewState {
            q: query,
            ..ViewState::default()
        };
        group.bench_function(name, |b| b.iter(|| index.outlook(black_box(&state))));
    }
    group.finish();
}

fn search(c: &mut Criterion) {
    ask(c, "1,152 texts", &blog(219, 933, 4_000), 4_000);
    ask(c, "150,000 texts", &blog(50_000, 100_000, 60_000), 60_000);
}

criterion_group!(benches, search);
criterion_main!(benches);
