//! Addresses: what is one, and what a relative one means (RFC 3986).
//!
//! The `url` crate does this too, but brings the tables of internationalised host names, which weigh more than the rest
//! of this room. An address is only read, compared and linked to here; the browser that opens it knows the rest.

use std::borrow::Cow;

/// The parts of an absolute `http` or `https` address, as they stand, without copying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Address<'a> {
    /// `http` or `https`, in the case it is written in.
    pub(super) scheme: &'a str,
    /// What stands between `//` and the path: the host, and perhaps a port and a user.
    authority: &'a str,
    /// From the first `/` to the query; may be empty.
    path: &'a str,
    /// What follows `?`.
    query: Option<&'a str>,
}

impl<'a> Address<'a> {
    /// Takes an absolute address apart. `None` for other schemes, and where there is no host.
    pub(super) fn parse(address: &'a str) -> Option<Self> {
        let (scheme, rest) = split_scheme(address)?;
        let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        let rest = rest.strip_prefix("//").filter(|_| web)?;
        let rest = rest.split('#').next().unwrap_or_default();
        let (rest, query) = split_optional(rest, '?');
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let address = Self {
            scheme,
            authority,
            path,
            query,
        };
        is_host(address.host()).then_some(address)
    }

    /// The host alone, without a port and a user.
    fn host(&self) -> &'a str {
        let host = self
            .authority
            .rsplit_once('@')
            .map_or(self.authority, |(_, host)| host);
        match host.rsplit_once(':') {
            // A colon within the brackets of an IPv6 address is no port's.
            Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
            _ => host,
        }
    }
}

/// The absolute `http` or `https` address that `reference` means in a file at `base` (RFC 3986, section 5.2), without its
/// fragment: two that differ only there are one page.
///
/// `base` may be empty; relative references then mean nothing. `None` for other schemes and for what is no address.
/// As browsers do: white space around is dropped and line breaks within are, spaces, quotation marks and angle brackets
/// are percent-encoded, scheme and host are lower-cased. A host without a scheme (`www.example.com/a`) is taken for one.
pub fn resolve(base: &str, reference: &str) -> Option<String> {
    if is_plain(reference) {
        return Some(reference.to_owned());
    }
    let reference = reference.split('#').next()?;
    let reference = reference.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let clean = clean(reference)?;
    if let Some((_, rest)) = split_scheme(&clean) {
        // `example.com:8080/a` has no scheme, but is no relative path either.
        return rest.starts_with("//").then(|| absolute(&clean))?;
    }
    if clean.starts_with("www.") && clean.get(4..).is_some_and(|rest| rest.contains('.')) {
        let scheme = Address::parse(base).map_or("https", |base| base.scheme);
        return absolute(&[scheme, "://", &clean].concat());
    }
    relative(&Address::parse(base)?, &clean)
}

/// Whether it is an absolute address that needs no repair; most are, so it is told in one pass over the bytes.
fn is_plain(reference: &str) -> bool {
    let rest = reference
        .strip_prefix("https://")
        .or_else(|| reference.strip_prefix("http://"));
    let Some(rest) = rest else { return false };
    let mut bytes = rest.bytes();
    let mut last = b'.';
    for byte in bytes.by_ref() {
        let in_host = byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !in_host && (byte != b'.' || last == b'.') {
            // It ends the host, or is of none; an empty host, or one that begins or ends with a dot, is looked at closely.
            if last == b'.' || !matches!(byte, b'/' | b'?') {
                return false;
            }
            last = byte;
            break;
        }
        last = byte;
    }
    let plain = bytes.all(|byte| {
        let dot = last == b'/' && byte == b'.';
        last = byte;
        !dot && byte > b' '
            && byte != b'#'
            && byte != b'\\'
            && byte != 0x7f
            && encoding(byte).is_none()
    });
    plain && last != b'.'
}

/// The reference with its white space and separators repaired; `None` where it has other control characters.
fn clean(reference: &str) -> Option<String> {
    // A reference that begins like an entity or a template is one that nobody filled in.
    let unfilled = reference.starts_with(['&', '{', '<']);
    let garbled = reference.starts_with("%%");
    if reference.is_empty() || unfilled || garbled {
        return None;
    }
    let mut clean = String::with_capacity(reference.len() + 8);
    let mut in_path = true;
    for c in reference.chars() {
        in_path &= c != '?' && c != '#';
        match c {
            '\t' | '\n' | '\r' => {}
            '\\' if in_path => clean.push('/'),
            c if c.is_control() => return None,
            c => match u8::try_from(c).ok().and_then(encoding) {
                Some(encoded) => clean.push_str(encoded),
                None => clean.push(c),
            },
        }
    }
    Some(clean)
}

/// How a character that an address must not hold is written in one.
const fn encoding(byte: u8) -> Option<&'static str> {
    Some(match byte {
        b' ' => "%20",
        b'"' => "%22",
        b'<' => "%3C",
        b'>' => "%3E",
        b'`' => "%60",
        b'{' => "%7B",
        b'}' => "%7D",
        _ => return None,
    })
}

fn absolute(reference: &str) -> Option<String> {
    let address = Address::parse(reference)?;
    let authority = address.authority.to_lowercase();
    Some(compose(
        &address.scheme.to_ascii_lowercase(),
        &authority,
        &without_dots(address.path),
        address.query,
    ))
}

fn relative(base: &Address<'_>, reference: &str) -> Option<String> {
    if reference.starts_with("//") {
        return absolute(&[base.scheme, ":", reference].concat());
    }
    let (path, query) = split_optional(reference, '?');
    let path = if path.starts_with('/') {
        Cow::Borrowed(path)
    } else if path.is_empty() {
        Cow::Borrowed(base.path)
    } else {
        let folder = base.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        Cow::Owned([folder, "/", path].concat())
    };
    Some(compose(
        &base.scheme.to_ascii_lowercase(),
        &base.authority.to_lowercase(),
        &without_dots(&path),
        query,
    ))
}

fn compose(scheme: &str, authority: &str, path: &str, query: Option<&str>) -> String {
    let mut address = [scheme, "://", authority, path].concat();
    if let Some(query) = query {
        address.push('?');
        address.push_str(query);
    }
    address
}

/// `/a/./b/../c` as `/a/c` (RFC 3986, section 5.2.4).
fn without_dots(path: &str) -> Cow<'_, str> {
    if !path.contains("/.") {
        return Cow::Borrowed(path);
    }
    let mut kept: Vec<&str> = Vec::new();
    for segment in path.split('/').skip(1) {
        match segment {
            "." => {}
            ".." => drop(kept.pop()),
            segment => kept.push(segment),
        }
    }
    if path.ends_with("/.") || path.ends_with("/..") {
        kept.push("");
    }
    Cow::Owned(["/", &kept.join("/")].concat())
}

/// The scheme and what follows its colon (RFC 3986, section 3.1).
fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let mut letters = scheme.chars();
    let well_formed = letters.next()?.is_ascii_alphabetic()
        && letters.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    well_formed.then_some((scheme, rest))
}

fn split_optional(text: &str, sign: char) -> (&str, Option<&str>) {
    match text.split_once(sign) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

/// Whether it can be a host: not empty, and without what none has.
fn is_host(host: &str) -> bool {
    !host.is_empty()
        && !host.starts_with('.')
        && host
            .chars()
            .all(|c| !c.is_whitespace() && !c.is_control() && !"%<>\"\\^`{|}".contains(c))
}

#[cfg(test)]
mod tests {
    use super::{Address, resolve};

    #[track_caller]
    fn assert_resolves(base: &str, reference: &str, expected: &str) {
        assert_eq!(resolve(base, reference).as_deref(), Some(expected));
    }

    #[test]
    fn an_absolute_address_stays_as_it_is() {
        for address in [
            "https://example.com/a?b=c",
            "http://example.com",
            "https://example.com/日本語/",
            "http://127.0.0.1:8000/",
            "http://[::1]:80/a",
        ] {
            assert_resolves("", address, address);
        }
    }

    #[test]
    fn an_untidy_address_is_read_as_a_browser_does() {
        assert_resolves(
            "",
            " HTTPS://Example.COM/A b\n c ",
            "https://example.com/A%20b%20c",
        );
        assert_resolves(
            "",
            "http://example.com\\a\\b?c\\d",
            "http://example.com/a/b?c\\d",
        );
        assert_resolves("", "www.example.com/a", "https://www.example.com/a");
        assert_resolves("", "\u{a0}http://a.example/\u{2000}", "http://a.example/");
        assert_resolves(
            "",
            "http://a.example/&><'\"/",
            "http://a.example/&%3E%3C'%22/",
        );
    }

    /// The normal examples of RFC 3986, section 5.4.1, and the abnormal ones of 5.4.2 that differ from them.
    #[test]
    fn the_examples_of_the_rfc_are_met() {
        let base = "http://a/b/c/d;p?q";
        for (reference, expected) in [
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("g#s", "http://a/b/c/g"),
            ("g?y#s", "http://a/b/c/g?y"),
            (";x", "http://a/b/c/;x"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            ("./g/.", "http://a/b/c/g/"),
            ("g/../h", "http://a/b/c/h"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
        ] {
            assert_resolves(base, reference, expected);
        }
    }

    #[test]
    fn a_base_without_a_path_is_a_folder() {
        assert_resolves("https://example.com", "a", "https://example.com/a");
    }

    #[test]
    fn only_the_web_is_an_address() {
        for reference in [
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://example.com/",
            "file:///etc/passwd",
            "http://",
            "https:///path",
            "http:relative",
            "",
            "mailto:a@b.c",
            "https://a b/",
            "%%",
            "#s",
            "&test;",
            "{{ site.url }}/a",
            "http://a\u{0}b/",
        ] {
            assert_eq!(
                resolve("https://example.com/", reference),
                None,
                "{reference}"
            );
        }
        assert_eq!(resolve("", "/posts/1"), None);
    }

    #[test]
    fn a_host_is_found_beside_a_user_and_a_port() {
        let host = |address| Address::parse(address).map(|address| address.host());
        assert_eq!(
            host("https://me:secret@Example.com:8080/a"),
            Some("Example.com")
        );
        assert_eq!(host("http://[::1]/"), Some("[::1]"));
    }
}
