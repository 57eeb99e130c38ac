//! What the elements of a sitemap's page say: the protocol's own, pictures, news and alternates.

use quick_xml::events::BytesStart;

use super::draft::Draft;
use super::element::{Field, ImageField, NewsField};
use super::scribe::Scribe;
use crate::sitemap::entry::{Alternate, Image};
use crate::sitemap::slip::Slip;

/// The protocol's seven words.
const FREQUENCIES: [&str; 7] = [
    "always", "hourly", "daily", "weekly", "monthly", "yearly", "never",
];
/// The two kinds of access that the news extension knows.
const ACCESS: [&str; 2] = ["Subscription", "Registration"];

impl Draft {
    pub(super) fn page_field(&mut self, field: Field, text: &str, scribe: &mut Scribe<'_>) {
        match field {
            Field::Loc => self.loc(text, scribe),
            Field::Lastmod => self.entry.lastmod = scribe.date(text).or(self.entry.lastmod),
            Field::Frequency => {
                self.entry.changefreq =
                    scribe.checked(text, Slip::Frequency, |text| one_of(&FREQUENCIES, text));
            }
            Field::Priority => self.entry.priority = scribe.number(text, 1.0, Slip::Priority),
            _ => {
                let loc = scribe.address(text).unwrap_or_default();
                let image = Image {
                    loc,
                    ..Image::default()
                };
                scribe.image(&mut self.entry.images, image);
            }
        }
    }

    /// A page has one address: a second begins a second page.
    fn loc(&mut self, text: &str, scribe: &mut Scribe<'_>) {
        let loc = scribe.address(text).unwrap_or_default();
        if loc.is_empty() {
            return;
        }
        if self.entry.loc.is_empty() {
            self.entry.loc = loc;
        } else if self.entry.loc != loc {
            scribe.note(Slip::AddressTwice, "");
            let role = self.role;
            self.end_page(role, scribe);
            self.entry.loc = loc;
        }
    }

    pub(super) fn image_field(&mut self, field: ImageField, text: &str, scribe: &mut Scribe<'_>) {
        let image = &mut self.image;
        match field {
            ImageField::Loc => image.loc = scribe.address(text).unwrap_or_default(),
            ImageField::Title => image.title = scribe.text(text),
            ImageField::Caption => image.caption = scribe.text(text),
            ImageField::Geo => image.geo_location = scribe.text(text),
            ImageField::License => image.license = scribe.address(text),
        }
    }

    pub(super) fn news_field(&mut self, field: NewsField, text: &str, scribe: &mut Scribe<'_>) {
        let news = self.entry.news.get_or_insert_default();
        match field {
            NewsField::Name => news.publication = scribe.text(text),
            NewsField::Language => news.language = scribe.text(text),
            NewsField::Published => news.published = scribe.date(text),
            NewsField::Title => news.title = scribe.text(text),
            NewsField::Keywords => scribe.words(&mut news.keywords, text.split(',')),
            NewsField::Genres => scribe.words(&mut news.genres, text.split(',')),
            NewsField::Tickers => scribe.words(&mut news.stock_tickers, text.split(',')),
            NewsField::Access => {
                news.access = scribe.checked(text, Slip::NewsAccess, |text| one_of(&ACCESS, text));
            }
        }
    }

    /// `xhtml:link rel="alternate" hreflang="…" href="…"`. Others, such as those to an app, say nothing of pages.
    pub(super) fn alternate(&mut self, start: Option<&BytesStart<'_>>, scribe: &mut Scribe<'_>) {
        let (mut is_alternate, mut href, mut hreflang, mut is_page) = (false, None, None, true);
        if let Some(start) = start {
            scribe.attributes(start, |scribe, name, value| match name {
                "rel" => is_alternate = has_word(&value, "alternate"),
                "href" => {
                    let scheme = value.split_once("://").map_or("", |(scheme, _)| scheme);
                    is_page = !scheme.ends_with("-app");
                    href = is_page.then(|| scribe.address(&value)).flatten();
                }
                "hreflang" => hreflang = scribe.text(&value),
                _ => {}
            });
        }
        match href {
            Some(href) if is_alternate => {
                let most = scribe.gathered.limits.alternates_per_entry;
                let alternate = Alternate { href, hreflang };
                scribe.gathered.push(
                    &mut self.entry.alternates,
                    alternate,
                    most,
                    Slip::AlternatesMany,
                    scribe.spot,
                );
            }
            None if is_page => scribe.note(Slip::Alternate, ""),
            _ => {}
        }
    }
}

/// The word of a list that `text` is, in any case.
fn one_of(words: &[&'static str], text: &str) -> Option<&'static str> {
    words
        .iter()
        .find(|word| word.eq_ignore_ascii_case(text))
        .copied()
}

/// Whether a list of words that white space separates has this one.
pub(super) fn has_word(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace()
        .any(|one| one.eq_ignore_ascii_case(word))
}
