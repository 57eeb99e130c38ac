//! What people say of a blog.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The labels of one blog.
#[derive(Debug, Deserialize)]
pub struct Labels {
    pub name: String,
    /// Whether every series is labelled; authors forget some in their own front matter.
    #[serde(default = "yes")]
    pub complete: bool,
    #[serde(default)]
    pub posts: Vec<Post>,
    #[serde(default)]
    pub series: Vec<Series>,
    /// Series that may as well be one.
    #[serde(default)]
    pub maybe_merged: Vec<Vec<String>>,
}

#[derive(Debug, Deserialize)]
pub struct Post {
    pub url: String,
    pub title: Option<String>,
    pub date: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Series {
    pub name: String,
    /// In reading order.
    pub parts: Vec<String>,
    /// Posts that may be parts or not.
    #[serde(default)]
    pub optional: Vec<String>,
}

fn yes() -> bool {
    true
}

/// Every labelled blog with its sitemap, by name.
pub fn read(shared: &str) -> Result<Vec<(Labels, PathBuf)>, String> {
    let folder = Path::new(shared).join("gold");
    let files = std::fs::read_dir(&folder)
        .map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = files
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    paths.sort();
    paths.iter().map(|path| one(shared, path)).collect()
}

fn one(shared: &str, path: &Path) -> Result<(Labels, PathBuf), String> {
    let text = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let labels: Labels =
        serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let stem = path
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default();
    let corpus = Path::new(shared).join("corpus");
    let places = [
        corpus.join(format!("{stem}.sitemap.xml")),
        corpus.join("labelled").join(format!("{stem}.sitemap.xml")),
    ];
    let sitemap = places.into_iter().find(|place| place.exists());
    sitemap
        .map(|sitemap| (labels, sitemap))
        .ok_or_else(|| format!("there is no sitemap for {stem}"))
}
