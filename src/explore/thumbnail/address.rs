//! A picture's address, taken apart as far as resizers need it.

/// An `http` or `https` address without its fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Address<'a> {
    /// `https://host`.
    pub(super) origin: &'a str,
    /// The host alone, with a port if there is one.
    pub(super) host: &'a str,
    /// From the first `/` on.
    pub(super) path: &'a str,
    /// Between `?` and `#`.
    pub(super) query: &'a str,
}

impl<'a> Address<'a> {
    pub(super) fn parse(url: &'a str) -> Option<Address<'a>> {
        let after = ["https://", "http://"]
            .iter()
            .find_map(|scheme| url.strip_prefix(scheme))?;
        let host_end = after.find(['/', '?', '#']).unwrap_or(after.len());
        let (host, rest) = after.split_at(host_end);
        let rest = rest.split('#').next().unwrap_or_default();
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let origin = url.get(..url.len() - after.len() + host_end)?;
        let sound = !host.is_empty() && !host.contains('@') && path.len() > 1;
        sound.then_some(Address {
            origin,
            host,
            path,
            query,
        })
    }

    /// Whether the host is this one, or with a leading dot one under it.
    pub(super) fn is_on(&self, host: &str) -> bool {
        if host.starts_with('.') {
            self.host.len() > host.len() && self.host.ends_with(host)
        } else {
            self.host == host
        }
    }

    /// Whether the query has that parameter.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parameters().any(|pair| key(pair) == name)
    }

    /// The same address with another path.
    pub(super) fn with_path(&self, path: &str) -> String {
        let mark = if self.query.is_empty() { "" } else { "?" };
        [self.origin, path, mark, self.query].concat()
    }

    /// The same address with one parameter set in place of the `instead` ones, the rest as they were.
    pub(super) fn with_parameter(&self, name: &str, value: &str, instead: &[&str]) -> String {
        let mut url = [self.origin, self.path, "?"].concat();
        for pair in self.parameters() {
            if key(pair) != name && !instead.contains(&key(pair)) {
                url.push_str(pair);
                url.push('&');
            }
        }
        url.push_str(name);
        url.push('=');
        url.push_str(value);
        url
    }

    fn parameters(&self) -> impl Iterator<Item = &'a str> {
        self.query.split('&').filter(|pair| !pair.is_empty())
    }
}

fn key(pair: &str) -> &str {
    pair.split('=').next().unwrap_or(pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart_and_put_together() {
        let address = Address::parse("https://a.example/x/y.png?a=1&w=9&b#top").unwrap();
        assert_eq!(address.host, "a.example");
        assert_eq!(address.path, "/x/y.png");
        assert_eq!(
            address.with_parameter("w", "3", &["a"]),
            "https://a.example/x/y.png?b&w=3"
        );
        assert_eq!(address.with_path("/z"), "https://a.example/z?a=1&w=9&b");
        assert!(address.is_on(".example") && !address.is_on("example"));
    }

    #[test]
    fn what_is_no_picture_on_the_web_is_nothing() {
        for bad in [
            "",
            "data:image/png;base64,xx",
            "https://",
            "https://host",
            "https://host/",
            "https://user@host/x.png",
            "/x.png",
            "javascript:alert(1)",
        ] {
            assert_eq!(Address::parse(bad), None, "{bad}");
        }
    }
}
