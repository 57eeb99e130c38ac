//! A picture's title and caption as shown: without boilerplate, without repetition, with its figure's number.

use super::{
    boilerplate::Boilerplate,
    model::{PageImage, PictureId},
    title::repeats,
};
use crate::sitemap::Image;

/// Words for "figure", in the languages captions use.
const FIGURE: [&str; 12] = [
    "figure",
    "fig",
    "figura",
    "figur",
    "abbildung",
    "abb",
    "afbeelding",
    "illustration",
    "рис",
    "рисунок",
    "图",
    "図",
];

/// A picture as one page shows it; `own_title` is its title less what recurs over the site.
pub(super) fn page_image(
    image: &Image,
    picture: PictureId,
    page_title: &str,
    own_title: Option<&str>,
    boilerplate: &Boilerplate,
) -> PageImage {
    let caption = image
        .caption
        .as_deref()
        .map(str::trim)
        .filter(|caption| !boilerplate.is_caption(caption) && !repeats(caption, page_title));
    let title = own_title
        .map(|title| less_page_title(title, page_title))
        .filter(|title| {
            !repeats(title, page_title) && !caption.is_some_and(|caption| repeats(caption, title))
        });
    let figure = caption.and_then(figure).or_else(|| title.and_then(figure));
    PageImage {
        picture,
        title: title.map(str::to_owned),
        caption: caption.map(str::to_owned),
        figure,
    }
}

/// "The page's title - the picture's own" less the former.
fn less_page_title<'t>(title: &'t str, page_title: &str) -> &'t str {
    match title.strip_prefix(page_title) {
        Some(rest) => rest.trim_start_matches([' ', '-', '–', '—', '|', ':', '·']),
        None => title,
    }
}

/// The number in "Fig 7.", "Figure 12:", "图3".
pub(super) fn figure(text: &str) -> Option<u32> {
    // Most captions are told by their first letter.
    let first = text.trim_start().chars().next()?;
    if first.is_ascii() && !matches!(first, 'a' | 'A' | 'f' | 'F' | 'i' | 'I') {
        return None;
    }
    let lower = text.get(..text.floor_char_boundary(40))?.to_lowercase();
    let lower = lower.trim_start();
    let rest = FIGURE.iter().find_map(|word| lower.strip_prefix(word))?;
    let rest = rest.trim_start_matches(['.', ' ', '\u{a0}', '#', ':']);
    let digits = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    rest.get(..digits)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_numbered_as_their_captions_say() {
        assert_eq!(figure("Fig 7. The write path"), Some(7));
        assert_eq!(figure("Figure 12: x"), Some(12));
        assert_eq!(figure("Abb. 3"), Some(3));
        assert_eq!(figure("图3"), Some(3));
        assert_eq!(figure("Fig WS-A."), None);
        assert_eq!(figure("Figs and dates 3"), None);
    }
}
