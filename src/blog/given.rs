//! What is known of a blog besides its entries.

/// What the one who fetched the files knows and the entries do not say. Everything is optional: `Given::default()` will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The address the first file came from, if it came from one.
    pub source: Option<String>,
    /// The title that a feed gives its channel: the blog's own name for itself.
    pub channel: Option<String>,
    /// Which file each run of entries came from, in the order of the entries; may be empty. Generators that write one
    /// sitemap a kind of page say the kind in the file's name (`post-sitemap.xml`, `wp-sitemap-posts-page-1.xml`).
    pub files: Vec<GivenFile>,
}

/// One file among several whose entries were put in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GivenFile {
    /// The file's address or name.
    pub address: String,
    /// How many entries in a row are its own.
    pub entries: usize,
}

impl Given {
    /// The name of the file that the entry at this position came from: the last part of its address.
    pub(super) fn file_name_at(&self, position: usize) -> Option<&str> {
        let mut end = 0_usize;
        for file in &self.files {
            end = end.saturating_add(file.entries);
            if position < end {
                return Some(last_part(&file.address));
            }
        }
        self.source.as_deref().map(last_part)
    }
}

fn last_part(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    path.rsplit('/').next().unwrap_or(path)
}
