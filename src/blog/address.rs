//! An address taken apart: host, decoded folders, slug.

use compact_str::CompactString;

/// File endings that mean "a page" and say nothing else.
const PAGE_ENDINGS: [&str; 9] = [
    ".html", ".htm", ".xhtml", ".shtml", ".php", ".aspx", ".asp", ".jsp", ".md",
];

/// File endings of what is not a page: styles, fonts, pictures, data, downloads.
const FILE_ENDINGS: [&str; 40] = [
    "css",
    "js",
    "mjs",
    "map",
    "json",
    "xml",
    "xsl",
    "rss",
    "atom",
    "txt",
    "csv",
    "yml",
    "yaml",
    "haml",
    "scss",
    "ico",
    "png",
    "jpg",
    "jpeg",
    "gif",
    "svg",
    "webp",
    "avif",
    "bmp",
    "woff",
    "woff2",
    "ttf",
    "eot",
    "otf",
    "pdf",
    "zip",
    "gz",
    "mp3",
    "mp4",
    "webm",
    "ics",
    "vcf",
    "epub",
    "webmanifest",
    "src",
];

/// A folder or a slug. Nearly all folders fit in place, and an address has several.
pub(super) type Segment = CompactString;

/// An address, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Address {
    /// The host in lower case, without `www.`, with its port if it names one.
    pub(super) host: CompactString,
    /// The path's segments, percent-decoded, `+` read as a space, without a page's file ending and without `index`.
    pub(super) segments: Vec<Segment>,
    /// The query, as it stands.
    pub(super) query: Option<String>,
    /// Whether it names a file that is not a page.
    pub(super) is_file: bool,
}

impl Address {
    /// Takes an absolute address apart. What is not one becomes a path without a host.
    pub(super) fn parse(url: &str) -> Self {
        let without_fragment = url.split('#').next().unwrap_or(url);
        // A fragment that looks like a path (`/categories/c#/`) is an unencoded `#` in a name, not a fragment.
        let url = if url.len() > without_fragment.len() && url.ends_with('/') {
            url
        } else {
            without_fragment
        };
        let (head, query) = match url.split_once('?') {
            Some((head, query)) => (head, Some(query.to_owned()).filter(|q| !q.is_empty())),
            None => (url, None),
        };
        let (host, path) = split_host(head);
        let mut segments: Vec<Segment> = Vec::with_capacity(6);
        let parts = path.split('/').filter(|part| !part.is_empty());
        segments.extend(parts.map(decode));
        let is_file = trim_ending(&mut segments);
        Self {
            host,
            segments,
            query,
            is_file,
        }
    }

    /// One string that is the same for every way of writing one page's address: without scheme, `www.`, a final slash,
    /// `index.html`, and the parameters that only count visitors.
    pub(super) fn identity(&self) -> String {
        let path: usize = self.segments.iter().map(|segment| segment.len() + 1).sum();
        let mut out = String::with_capacity(self.host.len() + path);
        out.push_str(&self.host);
        for segment in &self.segments {
            out.push('/');
            out.push_str(segment);
        }
        for pair in self.query.iter().flat_map(|query| query.split('&')) {
            if !is_tracking(pair) {
                out.push('?');
                out.push_str(pair);
            }
        }
        out
    }
}

/// What stands behind an address's first `://`; all of it where there is none.
pub(super) fn less_scheme(url: &str) -> &str {
    let mut colons = url.match_indices(':');
    let rest = colons.find_map(|(at, _)| url.get(at..)?.strip_prefix("://"));
    rest.unwrap_or(url)
}

fn split_host(head: &str) -> (CompactString, &str) {
    let rest = less_scheme(head);
    if rest.len() == head.len() {
        return (CompactString::default(), head);
    }
    let (host, path) = match rest.find('/') {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    let host = host.rsplit('@').next().unwrap_or(host);
    let bare = match host.split_at_checked(4) {
        Some((www, bare)) if www.eq_ignore_ascii_case("www.") => bare,
        _ => host,
    };
    (bare.to_ascii_lowercase().into(), path)
}

/// Takes the file ending off the last segment; whether it is a file that is no page.
fn trim_ending(segments: &mut Vec<Segment>) -> bool {
    let Some(last) = segments.last_mut() else {
        return false;
    };
    if !last.contains('.') {
        return last == "CNAME";
    }
    let bare = PAGE_ENDINGS.iter().find_map(|ending| {
        let (bare, own) = last.split_at_checked(last.len().checked_sub(ending.len())?)?;
        own.eq_ignore_ascii_case(ending).then_some(bare.len())
    });
    if let Some(bare) = bare {
        last.truncate(bare);
        if matches!(last.as_str(), "index" | "default" | "") {
            segments.pop();
            return false;
        }
    }
    let Some(last) = segments.last() else {
        return false;
    };
    let is_file = |ending: &str| {
        let mut endings = FILE_ENDINGS.iter();
        endings.any(|known| ending.eq_ignore_ascii_case(known))
    };
    let ending = last.rsplit_once('.');
    last == "CNAME" || ending.is_some_and(|(_, ending)| is_file(ending))
}

fn is_tracking(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or(pair);
    name.starts_with("utm_") || matches!(name, "ref" | "source" | "fbclid" | "gclid")
}

/// Percent-decodes one segment. `+` between letters is a space, as Squarespace writes tags; at the end it is itself (`c++`).
pub(super) fn decode(segment: &str) -> Segment {
    let bytes = segment.as_bytes();
    if !bytes.iter().any(|byte| matches!(byte, b'%' | b'+')) {
        return segment.into();
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = |offset: usize| {
            bytes
                .get(at + offset)
                .and_then(|byte| char::from(*byte).to_digit(16))
        };
        match (byte, hex(1), hex(2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                at += 3;
            }
            (b'+', ..) if bytes.get(at + 1).is_some_and(|next| *next != b'+') && at > 0 => {
                out.push(b' ');
                at += 1;
            }
            _ => {
                out.push(byte);
                at += 1;
            }
        }
    }
    CompactString::from_utf8_lossy(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_segments(url: &str, expected: &[&str]) {
        assert_eq!(Address::parse(url).segments, expected, "{url}");
    }

    #[test]
    fn segments_are_decoded_and_lose_page_endings() {
        assert_segments("https://a.b/blog/tag/TLA%2B", &["blog", "tag", "TLA+"]);
        assert_segments("https://a.b/tag/Apache+Kafka", &["tag", "Apache Kafka"]);
        assert_segments("https://a.b/tag/c++", &["tag", "c++"]);
        assert_segments("https://a.b/x/post.html?a=1#top", &["x", "post"]);
        assert_segments("https://a.b/x/index.html", &["x"]);
        assert_segments("https://a.b/tags/%E6%91%84%E5%BD%B1/", &["tags", "摄影"]);
        assert_segments("https://a.b/categories/c#/", &["categories", "c#"]);
        assert_segments("https://a.b", &[]);
        assert_segments("%zz%", &["%zz%"]);
    }

    #[test]
    fn one_page_has_one_identity() {
        let identity = |url| Address::parse(url).identity();
        assert_eq!(identity("https://www.a.b/x/"), identity("http://a.b/x"));
        assert_eq!(
            identity("https://a.b/x/index.html"),
            identity("https://a.b/x/?utm_source=y")
        );
        assert_ne!(identity("https://a.b/?p=1"), identity("https://a.b/?p=2"));
    }

    #[test]
    fn files_are_told_from_pages() {
        assert!(Address::parse("https://a.b/style/site.css").is_file);
        assert!(Address::parse("https://a.b/CNAME").is_file);
        assert!(!Address::parse("https://a.b/rx.net").is_file);
        assert!(!Address::parse("https://a.b/post.html").is_file);
    }
}
