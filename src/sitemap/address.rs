//! Addresses: what is one, and what a relative one means.
//!
//! The `url` crate would do this too, but brings the tables of internationalised host names, which weigh more than the rest of this room.

/// The absolute `http` or `https` address that `reference` means in a file at `base` (RFC 3986, section 5.2), without its fragment.
/// `None` for other schemes and for what is no address.
pub fn resolve(base: &str, reference: &str) -> Option<String> {
    let reference = reference.split('#').next()?.trim();
    if reference.is_empty()
        || reference
            .chars()
            .any(|c| c.is_control() || c == '<' || c == '>')
    {
        return None;
    }
    if let Some((scheme, rest)) = split_scheme(reference) {
        let scheme = scheme.to_ascii_lowercase();
        let host = rest.strip_prefix("//")?.split(['/', '?']).next()?;
        let fits = matches!(scheme.as_str(), "http" | "https")
            && !host.is_empty()
            && !host.contains(char::is_whitespace);
        return fits.then(|| format!("{scheme}:{}", rest.replace(' ', "%20")));
    }
    let (scheme, rest) = split_scheme(base)?;
    if !matches!(scheme, "http" | "https") {
        return None;
    }
    if reference.starts_with("//") {
        return resolve("", &format!("{scheme}:{reference}"));
    }
    let rest = rest.strip_prefix("//")?;
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let joined = if reference.starts_with('/') {
        reference.to_owned()
    } else if reference.starts_with('?') {
        format!("{path}{reference}")
    } else {
        format!(
            "{}/{reference}",
            path.rsplit_once('/').map_or("", |(folder, _)| folder)
        )
    };
    Some(format!(
        "{scheme}://{host}{}",
        without_dots(&joined).replace(' ', "%20")
    ))
}

/// The scheme and what follows its colon (RFC 3986, section 3.1).
fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let mut letters = scheme.chars();
    let well_formed = letters.next()?.is_ascii_alphabetic()
        && letters.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    well_formed.then_some((scheme, rest))
}

/// `/a/./b/../c` as `/a/c` (RFC 3986, section 5.2.4).
fn without_dots(path: &str) -> String {
    let (path, query) = path.split_at(path.find('?').unwrap_or(path.len()));
    let mut kept: Vec<&str> = Vec::new();
    for segment in path.split('/').skip(1) {
        match segment {
            "." => {}
            ".." => {
                kept.pop();
            }
            segment => kept.push(segment),
        }
    }
    if path.ends_with("/.") || path.ends_with("/..") {
        kept.push("");
    }
    format!("/{}{query}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[track_caller]
    fn assert_resolves(base: &str, reference: &str, expected: Option<&str>) {
        assert_eq!(resolve(base, reference).as_deref(), expected);
    }

    #[test]
    fn an_absolute_address_stays_as_it_is() {
        assert_resolves(
            "",
            "https://example.com/a?b=c",
            Some("https://example.com/a?b=c"),
        );
        assert_resolves(
            "",
            " HTTPS://example.com/a#part ",
            Some("https://example.com/a"),
        );
    }

    #[test]
    fn a_relative_address_belongs_to_its_file() {
        let base = "https://example.com/maps/sitemap.xml?x";
        assert_resolves(base, "/posts/1", Some("https://example.com/posts/1"));
        assert_resolves(base, "posts/1", Some("https://example.com/maps/posts/1"));
        assert_resolves(base, "../posts/./1", Some("https://example.com/posts/1"));
        assert_resolves(
            base,
            "//cdn.example.com/x.png",
            Some("https://cdn.example.com/x.png"),
        );
        assert_resolves("https://example.com", "a", Some("https://example.com/a"));
    }

    #[test]
    fn only_the_web_is_an_address() {
        for reference in [
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://example.com/",
            "http://",
            "",
            "mailto:a@b.c",
            "https://a b/",
        ] {
            assert_resolves("https://example.com/", reference, None);
        }
        assert_resolves("", "/posts/1", None);
    }
}
