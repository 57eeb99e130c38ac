//! Query strings: pairs of key and value, escaped no more than an address needs.

/// Splits a query string into its pairs, still escaped. A leading `?` and empty pieces are dropped.
pub(crate) fn raw_pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query
        .strip_prefix('?')
        .unwrap_or(query)
        .split('&')
        .filter(|piece| !piece.is_empty())
        .map(|piece| piece.split_once('=').unwrap_or((piece, "")))
        .filter(|(key, value)| !key.is_empty() || !value.is_empty())
}

/// The pairs of `query` that are an element's own, as a query string without `?`: those whose key begins with `prefix`
/// and a dot, which is taken off; without a prefix, those whose key is one of `keys`.
pub fn own_pairs(query: &str, prefix: &str, keys: &[&str]) -> String {
    let own =
        raw_pairs(query).filter_map(|(key, value)| Some((own_key(key, prefix, keys)?, value)));
    join(own)
}

/// `query` with an element's own pairs exchanged for those of `own`, which stand first; the others belong to someone
/// else and stay as they are. Without `?`.
pub fn with_own_pairs(query: &str, own: &str, prefix: &str, keys: &[&str]) -> String {
    let dot = if prefix.is_empty() { "" } else { "." };
    let names: Vec<(String, &str)> = raw_pairs(own)
        .map(|(key, value)| (format!("{prefix}{dot}{key}"), value))
        .collect();
    let others = raw_pairs(query).filter(|(key, _)| own_key(key, prefix, keys).is_none());
    join(
        names
            .iter()
            .map(|(key, value)| (key.as_str(), *value))
            .chain(others),
    )
}

/// The key without its prefix, if it is an element's own.
fn own_key<'a>(key: &'a str, prefix: &str, keys: &[&str]) -> Option<&'a str> {
    if prefix.is_empty() {
        return keys.contains(&key).then_some(key);
    }
    key.strip_prefix(prefix)?.strip_prefix('.')
}

fn join<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut out = String::new();
    for (key, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        out.push_str(key);
        if !value.is_empty() {
            out.push('=');
            out.push_str(value);
        }
    }
    out
}

/// Undoes escaping: `+` is a space, `%41` is `A`. A `%` that begins no escape stands for itself; bytes that are not
/// UTF-8 become U+FFFD.
pub(crate) fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let escape = (first == b'%').then(|| hex_pair(after)).flatten();
        if let Some((byte, after)) = escape {
            bytes.push(byte);
            rest = after;
        } else {
            bytes.push(if first == b'+' { b' ' } else { first });
            rest = after;
        }
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn hex_pair(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let [high, low, after @ ..] = bytes else {
        return None;
    };
    let digit = |byte: u8| {
        char::from(byte)
            .to_digit(16)
            .and_then(|d| u8::try_from(d).ok())
    };
    Some((digit(*high)? << 4 | digit(*low)?, after))
}

/// Appends `text`, escaping what would end or change the query, and whatever a browser would escape by itself
/// (WHATWG URL, "special-query percent-encode set"), so that the address bar shows what was written.
pub(crate) fn escape_into(out: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b' ' => out.push('+'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-_.~/,:;!*()$@?|".contains(&byte) => out.push(char::from(byte)),
            _ => escape_byte(out, byte),
        }
    }
}

/// Appends one byte as `%XX`.
pub(crate) fn escape_byte(out: &mut String, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.push('%');
    for digit in [byte >> 4, byte & 15] {
        out.push(char::from(DIGITS[usize::from(digit)]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_person_reads_stays_readable() {
        let mut out = String::new();
        escape_into(&mut out, "blog/2023/5/1,second a&b=c#é+'");
        assert_eq!(out, "blog/2023/5/1,second+a%26b%3Dc%23%C3%A9%2B%27");
    }

    #[test]
    fn broken_escapes_stand_for_themselves() {
        assert_eq!(unescape("100%"), "100%");
        assert_eq!(unescape("%4"), "%4");
        assert_eq!(unescape("%zz%41"), "%zzA");
        assert_eq!(unescape("%ff"), "\u{fffd}");
        assert_eq!(unescape("%+1"), "% 1");
    }

    #[test]
    fn two_elements_and_a_host_share_one_query() {
        let keys = ["view", "q"];
        let query = "?page=2&a.view=series&q=x&b.view=gallery&flag";
        assert_eq!(own_pairs(query, "a", &keys), "view=series");
        assert_eq!(own_pairs(query, "", &keys), "q=x");
        assert_eq!(own_pairs(query, "c", &keys), "");
        assert_eq!(
            with_own_pairs(query, "?q=new+words&from", "b", &keys),
            "b.q=new+words&b.from&page=2&a.view=series&q=x&flag"
        );
        assert_eq!(
            with_own_pairs(query, "", "", &keys),
            "page=2&a.view=series&b.view=gallery&flag"
        );
        assert_eq!(with_own_pairs("", "", "a", &keys), "");
    }

    proptest! {
        #[test]
        fn escaping_is_undone_exactly(text in any::<String>()) {
            let mut out = String::new();
            escape_into(&mut out, &text);
            prop_assert!(out.is_ascii());
            prop_assert_eq!(unescape(&out), text);
        }
    }
}
