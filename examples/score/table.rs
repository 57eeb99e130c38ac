//! The figures, blog by blog.

use blog_explorer::blog::{Blog, Given};
use blog_explorer::sitemap::read;

use crate::count::{Score, Share, score};
use crate::labels;

/// Scores every labelled blog, or says why there is none.
pub fn scores(shared: &str) -> Result<Vec<Score>, String> {
    let labelled = labels::read(shared)?;
    let scored = labelled.iter().map(|(labels, sitemap)| {
        let bytes =
            std::fs::read(sitemap).map_err(|error| format!("{}: {error}", sitemap.display()))?;
        let blog = Blog::from_entries(&read("", &bytes).entries, &Given::default());
        Ok(score(labels, &blog))
    });
    scored.collect()
}

/// The columns: their headings, and what stands in them.
type Column = (&'static str, fn(&Score) -> Option<f64>);

/// Every figure that has a floor.
pub const COLUMNS: [Column; 8] = [
    ("precision", |score| score.precision.value()),
    ("recall", |score| score.recall.value()),
    ("f1", Score::f1),
    ("knowable", |score| score.knowable.value()),
    ("order", |score| score.order.value()),
    ("dates", |score| score.dates.value()),
    ("titles", |score| score.titles.value()),
    ("kinds", |score| score.kinds.value()),
];

/// A table for people.
pub fn print(scores: &[Score]) -> String {
    let mut out = format!("{:<24}", "");
    for (heading, _) in COLUMNS {
        out.push_str(&format!("{heading:>10}"));
    }
    out.push_str("  false days\n");
    for score in scores {
        out.push_str(&format!("{:<24}", score.blog));
        for (_, figure) in COLUMNS {
            let shown = figure(score).map_or("–".to_owned(), |figure| format!("{figure:.4}"));
            out.push_str(&format!("{shown:>10}"));
        }
        out.push_str(&format!("{:>12}\n", score.false_days));
    }
    let pairs = |share: Share| format!("{} of {}", share.right, share.of);
    out.push_str("\nPairs of posts in one series: right of claimed, found of labelled, found of those that show in the addresses\n");
    for score in scores {
        out.push_str(&format!(
            "{:<24}{:>16}{:>16}{:>16}\n",
            score.blog,
            pairs(score.precision),
            pairs(score.recall),
            pairs(score.knowable)
        ));
    }
    out
}
