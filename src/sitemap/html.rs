//! The little HTML there is in feeds: titles as plain text, and the pictures of an item's content.

use std::borrow::Cow;

use quick_xml::events::attributes::Attributes;

use super::entity::{self, Meaning};
use super::entry::Image;

/// Decodes references to characters; what is no reference stays.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, _)) = rest.split_once('&') {
        plain.push_str(before);
        rest = rest.get(before.len()..).unwrap_or_default();
        let resolved = entity::name(rest).and_then(|name| Some((name, entity::resolve(name)?)));
        match resolved {
            Some((name, Meaning::Character(c) | Meaning::OfHtml(c))) => {
                plain.push(c);
                rest = rest.get(name.len() + 2..).unwrap_or_default();
            }
            None => {
                plain.push('&');
                rest = rest.get(1..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// HTML as plain text on one line: without tags, references decoded.
pub(super) fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    // Where no tag closes any more, looking again at every `<` would take time that grows with the square.
    let last_end = html.rfind('>').map_or(usize::MAX, |end| html.len() - end);
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        text.push_str(before);
        let is_tag = tag.get(1..).is_some_and(|name| {
            name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
        });
        let closes = is_tag && tag.len() > last_end;
        rest = match closes.then(|| tag.find('>')).flatten() {
            Some(end) => tag.get(end + 1..).unwrap_or_default(),
            None => {
                text.push('<');
                tag.get(1..).unwrap_or_default()
            }
        };
    }
    text.push_str(rest);
    line(&decode(&text))
}

/// Text on one line, with single spaces.
pub(super) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The `img` elements of `html`: address as it stands, `alt` as the caption, `title` as the title.
pub(super) fn pictures(html: &str) -> impl Iterator<Item = Image> + '_ {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find('<')?;
            rest = rest.get(at + 1..)?;
            let is_image = rest
                .get(..3)
                .is_some_and(|name| name.eq_ignore_ascii_case("img"))
                && rest.get(3..).is_some_and(|after| {
                    after.starts_with(|c: char| c.is_ascii_whitespace() || c == '/')
                });
            if is_image {
                let end = tag_end(rest);
                let tag = rest.get(..end).unwrap_or_default();
                rest = rest.get(end..).unwrap_or_default();
                if let Some(image) = picture(tag) {
                    return Some(image);
                }
            }
        }
    })
}

/// Where the tag that `text` is within ends: at the `>` outside of quotes, at the next tag, or at the end.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (byte, quote) {
            (b'>' | b'<', None) => return at,
            (b'"' | b'\'', None) => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn picture(tag: &str) -> Option<Image> {
    /// Pictures of one pixel count visitors.
    const PIXEL: [&str; 3] = ["0", "1", "1px"];
    let (mut image, mut lazy) = (Image::default(), None);
    for attribute in Attributes::html(tag.trim_end_matches('/'), 3)
        .with_checks(false)
        .take(40)
        .flatten()
    {
        let value = decode(attribute.value.as_ref()).trim().to_owned();
        match attribute.key.into_inner() {
            "width" | "height" if PIXEL.contains(&value.as_str()) => return None,
            _ if value.is_empty() => {}
            "src" => image.loc = value,
            // What a script puts into `src` when the picture comes into sight.
            "data-src" | "data-original" | "data-lazy-src" => lazy = Some(value),
            "alt" => image.caption = Some(value),
            "title" => image.title = Some(value),
            _ => {}
        }
    }
    if let Some(lazy) = lazy {
        image.loc = lazy;
    }
    (!image.loc.is_empty()).then_some(image)
}

#[cfg(test)]
mod tests {
    use super::{decode, pictures, plain};

    #[test]
    fn html_becomes_plain_text() {
        assert_eq!(
            plain("Kafka <b>vs</b>\n Pulsar &#8211; a&nbsp;tale"),
            "Kafka vs Pulsar – a tale"
        );
        assert_eq!(plain("1 < 2 && 3 > 2"), "1 < 2 && 3 > 2");
        assert_eq!(plain("a<!-- no -->b<br/>c <unclosed"), "abc <unclosed");
        assert_eq!(
            decode("AT&T &copy; &unknown; &amp;lt;"),
            "AT&T © &unknown; &lt;"
        );
    }

    #[test]
    fn pictures_are_found_in_untidy_html() {
        let html = "<p>a<IMG src='/a.png' alt=\"A &amp; B > C\" title='T'/><img alt=x src=b.png>
            <img width=1 height=1 src=count.gif><imgx src=c><img data-src='d.png' src='blank.gif'><img src='e.png'";
        let found: Vec<_> = pictures(html)
            .map(|image| (image.loc, image.caption, image.title))
            .collect();
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(
            found,
            [
                ("/a.png".to_owned(), text("A & B > C"), text("T")),
                ("b.png".to_owned(), text("x"), None),
                ("d.png".to_owned(), None, None),
                ("e.png".to_owned(), None, None),
            ]
        );
    }
}
