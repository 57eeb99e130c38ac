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
