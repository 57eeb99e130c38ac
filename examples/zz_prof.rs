#![allow(missing_docs, clippy::all, clippy::pedantic, unused)]
use blog_explorer::blog::{Blog, Given};
use blog_explorer::sitemap::{Date, Entry, Image, Precision, Stamp, read};
use std::hash::{Hash, Hasher};
use std::hint::black_box;
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

fn cpu() -> f64 {
    let s = std::fs::read_to_string("/proc/self/schedstat").unwrap();
    s.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e6
}
fn measure(name: &str, entries: &[Entry], times: usize) {
    let given = Given::default();
    let mut best = f64::MAX;
    let mut all = Vec::new();
    for _ in 0..times {
        let t = cpu();
        let b = Blog::from_entries(black_box(entries), &given);
        let e = cpu() - t;
        drop(black_box(b));
        all.push(e);
        if e < best {
            best = e;
        }
    }
    all.sort_by(f64::total_cmp);
    println!(
        "{name}: min {best:.2} ms, median {:.2} ms",
        all[all.len() / 2]
    );
}
fn digest(entries: &[Entry]) -> u64 {
    let b = Blog::from_entries(entries, &Given::default());
    let s = format!("{b:?}");
    let mut h = std::hash::DefaultHasher::new();
    s.hash(&mut h);
    h.finish()
}
fn walk(dir: &std::path::Path, out: &mut Vec<std::path::PathBuf>) {
    let mut all: Vec<_> = std::fs::read_dir(dir)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .collect();
    all.sort();
    for p in all {
        if p.is_dir() {
            walk(&p, out)
        } else {
            out.push(p)
        }
    }
}
fn main() {
    let real = read(
        "",
        &std::fs::read("/work/shared/corpus/jack-vanlightly.sitemap.xml").unwrap(),
    )
    .entries;
    let arg = std::env::args().nth(1).unwrap_or_default();
    match arg.as_str() {
        "digest" => {
            let mut files = Vec::new();
            walk(std::path::Path::new("/work/shared/corpus"), &mut files);
            for f in files {
                let name = f.display().to_string();
                if name.ends_with(".md") || name.ends_with(".tsv") || name.ends_with(".js") {
                    continue;
                }
                let Ok(bytes) = std::fs::read(&f) else {
                    continue;
                };
                if bytes.len() > 20_000_000 {
                    continue;
                }
                let e = read("", &bytes).entries;
                if !e.is_empty() {
                    println!("{name} {} {:x}", e.len(), digest(&e));
                }
            }
            for n in [1_000, 10_000] {
                println!("{n} {:x}", digest(&blog(n)));
            }
        }
        "real" => measure("real", &real, 400),
        "50" => {
            let e = blog(50_000);
            measure("50,000", &e, 4)
        }
        "10" => {
            let e = blog(10_000);
            measure("10,000", &e, 20)
        }
        _ => {
            measure("real", &real, 150);
            let e = blog(1_000);
            measure("1,000", &e, 30);
            let e = blog(10_000);
            measure("10,000", &e, 7);
            let e = blog(50_000);
            measure("50,000", &e, 4);
        }
    }
}
