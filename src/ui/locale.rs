//! Dates and numbers in the reader's language. The browser knows how; this says what is needed of it.

use crate::sitemap::Date;

use crate::blog::Published;
use crate::sitemap::Precision;

/// Says dates and numbers as the reader is used to.
pub trait Locale {
    /// A day in full: `10 December 2025`.
    fn day(&self, date: Date) -> String;
    /// A month of a year: `December 2025`.
    fn month(&self, year: i16, month: i8) -> String;
    /// A month, short: `Dec`.
    fn month_short(&self, month: i8) -> String;
    /// A month of a year, short: `Dec 2025`.
    fn month_of_year_short(&self, year: i16, month: i8) -> String;
    /// A number with its separators: `1,234`.
    fn number(&self, number: usize) -> String;
}

/// A publication date, no more exactly than it is known.
pub fn published(locale: &dyn Locale, published: &Published) -> String {
    let date = published.date;
    match published.precision {
        Precision::Year => date.year().to_string(),
        Precision::Month => locale.month(date.year(), date.month()),
        Precision::Day => locale.day(date),
    }
}

/// The same for machines, as the `datetime` attribute wants it.
pub fn datetime(published: &Published) -> String {
    let date = published.date;
    match published.precision {
        Precision::Year => format!("{:04}", date.year()),
        Precision::Month => format!("{:04}-{:02}", date.year(), date.month()),
        Precision::Day => date.to_string(),
    }
}
