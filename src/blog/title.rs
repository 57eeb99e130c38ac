//! What a page is called: from a feed, from its pictures' titles, or from its slug.

use super::{
    address::{Segment, decode},
    boilerplate::{Boilerplate, first_cut, last_cut},
    draft::Draft,
    model::{Kind, TitleFrom},
    spelling::Spelling,
    words::{is_content, is_same, words},
};

/// A title that is known, or none.
pub(super) type Known = Option<(String, TitleFrom)>;

/// The title that the files themselves give: a feed's or the news extension's, else the pictures'.
pub(super) fn known(draft: &Draft<'_>, boilerplate: &Boilerplate) -> Known {
    let fed = draft.item.and_then(|item| item.title.as_deref());
    let news = draft.news.and_then(|news| news.title.as_deref());
    let told = fed
        .or(news)
        .map(str::trim)
        .filter(|title| !title.is_empty());
    told.map(|title| (one_line(title), TitleFrom::Feed))
        .or_else(|| from_pictures(draft, boilerplate).map(|title| (title, TitleFrom::Image)))
}

/// The title that the pictures carry, where what they say is plainly of the page and not of one picture: something that
/// recurs was taken off it (so the site puts page titles there), all pictures agree, or it has the slug's own words.
fn from_pictures(draft: &Draft<'_>, boilerplate: &Boilerplate) -> Option<String> {
    let mut shared: Option<&str> = None;
    let mut stripped_any = false;
    let mut pictures = 0_usize;
    let mut agree = true;
    let mut last = None;
    for title in draft
        .images
        .iter()
        .filter_map(|image| image.title.as_deref())
    {
        // Most sites give all pictures of a page one title.
        if last == Some(title) {
            pictures += usize::from(shared.is_some());
            continue;
        }
        last = Some(title);
        let (rest, stripped) = boilerplate.strip(title);
        let Some(rest) = rest else { continue };
        pictures += 1;
        stripped_any |= stripped;
        shared = Some(match shared {
            None => rest,
            Some(known) => {
                agree &= known == rest;
                common_head(known, rest)?
            }
        });
    }
    let title = shared?.trim();
    let fits = overlaps(title, draft.slug());
    let says_page = fits
        || (stripped_any && (agree || pictures == 1))
        || (agree && pictures > 1 && title.contains(' '));
    (says_page && !looks_like_file(title)).then(|| one_line(title))
}

/// The longest head that two titles share, cut where a separator stands.
fn common_head<'t>(one: &'t str, other: &str) -> Option<&'t str> {
    if one == other {
        return Some(one);
    }
    let mut head = one;
    while !starts_with_part(other, head) {
        head = last_cut(head)?.0;
    }
    Some(head)
}

fn starts_with_part(text: &str, head: &str) -> bool {
    text.strip_prefix(head).is_some_and(|rest| {
        rest.is_empty() || first_cut(rest).is_some_and(|(before, _)| before.is_empty())
    })
}

/// Whether a title has at least half of the slug's meaningful words.
fn overlaps(title: &str, slug: &str) -> bool {
    if is_same(title, slug) {
        return true;
    }
    let title = words(title);
    let (mut all, mut shared) = (0_usize, 0_usize);
    for word in words(slug).iter().filter(|word| is_content(word)) {
        all += 1;
        shared += usize::from(title.contains(word));
    }
    all > 0 && shared.saturating_mul(2) >= all
}

/// Names of picture files (`IMG_1234`, `shutterstock_458475352.jpg`) are no titles.
fn looks_like_file(title: &str) -> bool {
    let lower = title.to_ascii_lowercase();
    let ending = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    ending || (!title.contains(' ') && title.contains('_'))
}

/// On one line, with what was escaped twice put right: feeds have "Principal&#8217;s" for "Principal’s".
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if line.contains('&') {
        unescaped(&line)
    } else {
        line
    }
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let reference = after
            .split_once(';')
            .and_then(|(name, behind)| Some((character(name)?, behind)));
        rest = match reference {
            Some((c, behind)) => {
                out.push(c);
                behind
            }
            None => {
                out.push('&');
                after
            }
        };
    }
    out.push_str(rest);
    out
}

/// The character that a reference names: by number, or one of the few names that XML and most blogs use.
fn character(name: &str) -> Option<char> {
    let code = name.strip_prefix('#').and_then(|number| {
        let hex = number.strip_prefix(['x', 'X']);
        hex.map_or_else(
            || number.parse().ok(),
            |hex| u32::from_str_radix(hex, 16).ok(),
        )
    });
    let named = || match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        "hellip" => Some('…'),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "lsquo" => Some('‘'),
        "rsquo" => Some('’'),
        "ldquo" => Some('“'),
        "rdquo" => Some('”'),
        _ => None,
    };
    code.and_then(char::from_u32)
        .filter(|c| !c.is_control())
        .or_else(named)
}

/// The title of a page about which nothing else is known: its slug, put back into words.
pub(super) fn from_slug(draft: &Draft<'_>, kind: Kind, spelling: &Spelling, host: &str) -> String {
    let path = draft.path();
    let Some(last) = path.last() else {
        return if kind == Kind::Home {
            host.to_owned()
        } else {
            draft.url.to_owned()
        };
    };
    if matches!(kind, Kind::Tag | Kind::Category | Kind::Author) {
        return spelling.name(last);
    }
    if kind == Kind::Archive && last.bytes().all(|byte| byte.is_ascii_digit()) {
        return path
            .iter()
            .map(Segment::as_str)
            .collect::<Vec<_>>()
            .join(" ");
    }
    let bare = bare_slug(draft);
    let title = if is_number(bare) {
        numbered_in_folder(path, bare, spelling)
    } else {
        spelling.title(&decode(bare))
    };
    if title.is_empty() {
        last.to_string()
    } else {
        title
    }
}

/// The slug without a date before it and without the hash that Medium puts behind it.
pub(super) fn bare_slug<'d>(draft: &'d Draft<'_>) -> &'d str {
    let last = draft.slug();
    let from = draft.dated.as_ref().map_or(0, |found| found.slug_bytes);
    let slug = last
        .get(from..)
        .unwrap_or(last)
        .trim_start_matches(['-', '_', '.', ' ']);
    let slug = if slug.is_empty() { last } else { slug };
    match slug.rsplit_once('-') {
        Some((before, hash)) if is_hash(hash) && !before.is_empty() => before,
        _ => slug,
    }
}

/// Whether a slug ends with the hash that Medium puts behind it.
pub(super) fn has_hash(slug: &str) -> bool {
    slug.rsplit_once('-')
        .is_some_and(|(before, hash)| is_hash(hash) && !before.is_empty())
}

/// Ten to twelve hexadecimal digits with both letters and figures among them.
fn is_hash(text: &str) -> bool {
    (10..=12).contains(&text.len())
        && text
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `/posts/oauthserver/07` is "Oauthserver 7": a number alone is no title.
fn numbered_in_folder(path: &[Segment], number: &str, spelling: &Spelling) -> String {
    let folder = path.len().checked_sub(2).and_then(|at| path.get(at));
    let folder = folder
        .filter(|folder| !is_number(folder))
        .map_or(String::new(), |folder| spelling.name(folder));
    let short = number.trim_start_matches('0');
    let short = if short.is_empty() { "0" } else { short };
    format!("{folder} {short}").trim().to_owned()
}

/// Whether a text says nothing beyond a title.
pub(super) fn repeats(text: &str, title: &str) -> bool {
    is_same(text, title) || !text.contains(char::is_alphanumeric)
}
