//! How fast sitemaps are read: the real one, and a generated one of 50,000 pages with 100,000 pictures.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a bench that cannot go on has failed; one that is skipped says so"
)]

#[path = "../examples/generate/sitemap.rs"]
mod sitemap;

use std::hint::black_box;
use std::io::Write;

use blog_explorer::sitemap::{Limits, Reader, read};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// Browsers hand over chunks of about this size.
const CHUNK: usize = 64 << 10;

fn bench(criterion: &mut Criterion) {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/corpus/jack-vanlightly.sitemap.xml"
    );
    match std::fs::read(path) {
        Ok(real) => bench_file(criterion, "real", &real),
        Err(_) => println!("skipped: {path} is not there"),
    }
    let mut large = Vec::new();
    sitemap::write(&mut large, 50_000).expect("memory can be written to");
    let outcome = read("", &large);
    let images: usize = outcome.entries.iter().map(|entry| entry.images.len()).sum();
    println!(
        "generated: {} bytes, {} pages, {images} pictures",
        large.len(),
        outcome.report.urls
    );
    bench_file(criterion, "large", &large);
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(&large).expect("memory can be written to");
    bench_file(
        criterion,
        "large, gzip",
        &encoder.finish().expect("memory can be written to"),
    );
}

fn bench_file(criterion: &mut Criterion, name: &str, bytes: &[u8]) {
    let mut group = criterion.benchmark_group("sitemap");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(read("", bytes).report.bytes));
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            let mut reader = Reader::new("", Limits::default());
            let mut pages = 0;
            for chunk in bytes.chunks(CHUNK) {
                reader.feed(black_box(chunk));
                pages += reader.take().len();
            }
            pages + reader.finish().entries.len()
        });
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
