//! Namespaces: which vocabulary an element belongs to.

/// A vocabulary that is read, or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::sitemap) enum Space {
    /// No namespace at all: RSS, and sitemaps that forget it.
    #[default]
    None,
    /// One that is not known.
    Unknown,
    /// The sitemap protocol, 0.9 or 0.84.
    Sitemap,
    /// Google's image extension.
    Image,
    /// Google's video extension.
    Video,
    /// Google's news extension.
    News,
    /// XHTML.
    Xhtml,
    /// Atom 1.0 or 0.3.
    Atom,
    /// RSS 1.0 or 0.90.
    Rss1,
    /// RSS 1.0's content module.
    Content,
    /// Dublin Core, elements or terms.
    Dublin,
    /// Media RSS.
    Media,
}

/// What a namespace's address holds, whatever its scheme, host and final slash.
const NAMES: [(&str, Space); 17] = [
    ("schemas/sitemap-image/", Space::Image),
    ("schemas/sitemap-video/", Space::Video),
    ("schemas/sitemap-news/", Space::News),
    ("sitemaps.org/schemas/sitemap/", Space::Sitemap),
    ("sitemaps.org/schemas/siteindex", Space::Sitemap),
    ("google.com/schemas/sitemap/", Space::Sitemap),
    ("www.w3.org/1999/xhtml", Space::Xhtml),
    ("www.w3.org/TR/xhtml11", Space::Xhtml),
    ("www.w3.org/2005/Atom", Space::Atom),
    ("purl.org/atom/ns", Space::Atom),
    ("purl.org/rss/1.0/modules/content", Space::Content),
    ("purl.org/dc/", Space::Dublin),
    ("search.yahoo.com/mrss", Space::Media),
    ("my.netscape.com/rdf/simple/0.9", Space::Rss1),
    ("channel.netscape.com/rdf/simple/0.9", Space::Rss1),
    ("backend.userland.com/rss2", Space::None),
    ("blogs.law.harvard.edu/tech/rss", Space::None),
];

impl Space {
    /// The vocabulary that a namespace's address names.
    pub(in crate::sitemap) fn of(address: &str) -> Self {
        let address = address.trim();
        if address.is_empty() {
            return Self::None;
        }
        if address.trim_end_matches('/').ends_with("purl.org/rss/1.0") {
            return Self::Rss1;
        }
        NAMES
            .iter()
            .find(|(name, _)| address.contains(name))
            .map_or(Self::Unknown, |(_, space)| *space)
    }

    /// The vocabulary that a prefix usually stands for; `Unknown` for others.
    pub(in crate::sitemap) fn of_prefix(prefix: &str) -> Self {
        match prefix {
            "image" => Self::Image,
            "video" => Self::Video,
            "news" => Self::News,
            "xhtml" => Self::Xhtml,
            "atom" | "atom10" => Self::Atom,
            "content" => Self::Content,
            "dc" | "dcterms" => Self::Dublin,
            "media" => Self::Media,
            _ => Self::Unknown,
        }
    }
}

/// The prefixes in force.
#[derive(Debug, Default)]
pub(in crate::sitemap) struct Spaces {
    bound: Vec<(Box<str>, Space)>,
    default: Space,
}

/// No file of the world binds more prefixes at once.
const MOST: usize = 64;

impl Spaces {
    /// Binds a prefix (empty for the default) to a namespace's address. A prefix with a usual meaning whose address is
    /// misspelt keeps that meaning.
    pub(in crate::sitemap) fn bind(&mut self, prefix: &str, address: &str) {
        let space = match Space::of(address) {
            Space::Unknown => Space::of_prefix(prefix),
            known => known,
        };
        if prefix.is_empty() {
            self.default = space;
        }
        if self.bound.len() < MOST {
            self.bound.push((prefix.into(), space));
        }
    }

    /// How many bindings there are, to come back to.
    pub(in crate::sitemap) fn len(&self) -> usize {
        self.bound.len()
    }

    /// Forgets all bindings after the first `length`.
    pub(in crate::sitemap) fn truncate(&mut self, length: usize) {
        if length < self.bound.len() {
            self.bound.truncate(length);
            self.default = self.find("").unwrap_or_default();
        }
    }

    /// The vocabulary of elements without a prefix.
    pub(in crate::sitemap) fn unprefixed(&self) -> Space {
        self.default
    }

    /// The vocabulary that a prefix stands for here; `None` if it is not declared.
    pub(in crate::sitemap) fn find(&self, prefix: &str) -> Option<Space> {
        self.bound
            .iter()
            .rev()
            .find(|(bound, _)| **bound == *prefix)
            .map(|(_, space)| *space)
    }
}

#[cfg(test)]
mod tests {
    use super::{Space, Spaces};

    #[test]
    fn namespaces_are_known_in_all_their_spellings() {
        for (address, space) in [
            (
                "http://www.sitemaps.org/schemas/sitemap/0.9",
                Space::Sitemap,
            ),
            (
                "https://www.sitemaps.org/schemas/sitemap/0.9/",
                Space::Sitemap,
            ),
            ("http://www.google.com/schemas/sitemap/0.84", Space::Sitemap),
            (
                "http://www.google.com/schemas/sitemap-image/1.1",
                Space::Image,
            ),
            ("http://purl.org/rss/1.0/", Space::Rss1),
            ("http://purl.org/rss/1.0/modules/content/", Space::Content),
            (
                "http://purl.org/rss/1.0/modules/syndication/",
                Space::Unknown,
            ),
            ("", Space::None),
        ] {
            assert_eq!(Space::of(address), space, "{address}");
        }
    }

    #[test]
    fn an_inner_binding_hides_an_outer_one_until_it_ends() {
        let mut spaces = Spaces::default();
        spaces.bind("", "http://www.sitemaps.org/schemas/sitemap/0.9");
        let outer = spaces.len();
        spaces.bind("", "http://www.google.com/schemas/sitemap-image/1.1");
        assert_eq!(spaces.unprefixed(), Space::Image);
        spaces.truncate(outer);
        assert_eq!(spaces.unprefixed(), Space::Sitemap);
    }
}
