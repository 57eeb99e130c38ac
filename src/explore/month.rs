//! A month of a year: the grain in which time is shown, counted and asked for.

use std::fmt;
use std::str::FromStr;

use crate::sitemap::Date;
use serde::{Deserialize, Serialize};

/// A month of a year. Written as `2023-05`, in a query string and in JSON alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Month {
    /// The year, 0 to 9999 where it was read from text.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
}

impl Month {
    /// The month that `date` is in.
    pub fn of(date: Date) -> Month {
        Month {
            year: date.year(),
            month: date.month(),
        }
    }

    /// The month after this one.
    #[must_use]
    pub fn next(self) -> Month {
        self.plus(1)
    }

    /// The month `months` later; earlier where that is negative. Stops at the ends of the calendar.
    #[must_use]
    pub fn plus(self, months: i32) -> Month {
        let count = self.count().saturating_add(months);
        let year = i16::try_from(count.div_euclid(12)).unwrap_or(if count < 0 {
            i16::MIN
        } else {
            i16::MAX
        });
        let month = i8::try_from(count.rem_euclid(12)).unwrap_or(0) + 1;
        Month { year, month }
    }

    /// How many months later than `earlier` this is; negative where it is before.
    pub fn months_since(self, earlier: Month) -> i32 {
        self.count() - earlier.count()
    }

    /// Reads `2023-05`, or `2023` as the given month of that year.
    pub(crate) fn parse_or_year(text: &str, month_of_year: i8) -> Option<Month> {
        if let Ok(month) = text.parse() {
            return Some(month);
        }
        parse_year(text).map(|year| Month {
            year,
            month: month_of_year,
        })
    }

    fn count(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month) - 1
    }
}

/// Reads a year of four digits.
pub(crate) fn parse_year(text: &str) -> Option<i16> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Why a text is not a [`Month`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAMonth;

impl fmt::Display for NotAMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a month is written as a year of four digits, a hyphen and two digits: 2023-05")
    }
}

impl std::error::Error for NotAMonth {}

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Month, NotAMonth> {
        let (year, month) = text.split_once('-').ok_or(NotAMonth)?;
        let year = parse_year(year).ok_or(NotAMonth)?;
        let two_digits = month.len() == 2 && month.bytes().all(|byte| byte.is_ascii_digit());
        let month = if two_digits { month.parse().ok() } else { None };
        match month {
            Some(month @ 1..=12) => Ok(Month { year, month }),
            _ => Err(NotAMonth),
        }
    }
}

impl From<Month> for String {
    fn from(month: Month) -> String {
        month.to_string()
    }
}

impl TryFrom<String> for Month {
    type Error = NotAMonth;

    fn try_from(text: String) -> Result<Month, NotAMonth> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_reads_and_writes_itself() {
        assert_eq!(
            month("2023-05"),
            Month {
                year: 2023,
                month: 5
            }
        );
        assert_eq!(month("0999-12").to_string(), "0999-12");
        for bad in [
            "2023", "2023-5", "2023-13", "2023-00", "23-05", "2023-+5", "+202-05", "",
        ] {
            assert_eq!(bad.parse::<Month>(), Err(NotAMonth), "{bad}");
        }
    }

    #[test]
    fn december_is_followed_by_january() {
        assert_eq!(month("2023-12").next(), month("2024-01"));
        assert_eq!(month("2024-01").plus(-1), month("2023-12"));
        assert_eq!(month("2024-03").months_since(month("2023-12")), 3);
        assert_eq!(month("2023-12").months_since(month("2024-03")), -3);
    }

    #[test]
    fn the_ends_of_the_calendar_do_not_panic() {
        let last = Month {
            year: i16::MAX,
            month: 12,
        };
        assert_eq!(last.next().year, i16::MAX);
        assert_eq!(month("0000-01").plus(i32::MIN).year, i16::MIN);
    }

    #[test]
    fn a_month_is_a_string_in_json() {
        let json = serde_json::to_string(&month("2023-05")).unwrap();
        assert_eq!(json, r#""2023-05""#);
        assert_eq!(
            serde_json::from_str::<Month>(&json).unwrap(),
            month("2023-05")
        );
        assert!(serde_json::from_str::<Month>(r#""May""#).is_err());
    }
}
