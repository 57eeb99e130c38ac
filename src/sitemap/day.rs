//! Days of the calendar.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar, in the years 0 to 9999.
///
/// All that this project does with dates is to check, compare and spell them. A calendar library that can do more than
/// that weighed 45 kB of the 200 that the whole app may (measured with jiff 0.2, compressed).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: i8,
    day: i8,
}

/// The calendar repeats itself after so many days.
const DAYS_OF_400_YEARS: i32 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const MARCH_0000: i32 = 719_468;

/// What was named is no day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchDay;

impl Date {
    /// The day, if the calendar has it.
    ///
    /// # Errors
    /// Where the month is not 1 to 12, the month has no such day, or the year is not 0 to 9999.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, NoSuchDay> {
        if !(0..=9999).contains(&year) || !(1..=days_in_month(year, month)).contains(&day) {
            return Err(NoSuchDay);
        }
        Ok(Self { year, month, day })
    }

    /// The year, 0 to 9999.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> i8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub const fn day(self) -> i8 {
        self.day
    }

    /// Days since 1970-01-01, negative before.
    pub fn days_since_epoch(self) -> i32 {
        let (year, month, day) = (
            i32::from(self.year),
            i32::from(self.month),
            i32::from(self.day),
        );
        // Years that begin in March end with the day that comes and goes.
        let (year, month) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
        // The months from March on have 31, 30, 31, 30 and 31 days, over and over.
        let day = (153 * month + 2) / 5 + day - 1;
        era * DAYS_OF_400_YEARS + year * 365 + year / 4 - year / 100 + day - MARCH_0000
    }

    /// The day so many days after 1970-01-01, or before it.
    ///
    /// # Errors
    /// Where its year is not 0 to 9999.
    pub fn from_days_since_epoch(days: i32) -> Result<Self, NoSuchDay> {
        let days = days.checked_add(MARCH_0000).ok_or(NoSuchDay)?;
        let (era, day) = (
            days.div_euclid(DAYS_OF_400_YEARS),
            days.rem_euclid(DAYS_OF_400_YEARS),
        );
        // Without the leap days up to there, of which the last of each century but the fourth is left out.
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (after, month) = if month < 10 {
            (0, month + 3)
        } else {
            (1, month - 9)
        };
        let narrow = |number: i32| i8::try_from(number).map_err(|_| NoSuchDay);
        let year = i16::try_from(era * 400 + year + after).map_err(|_| NoSuchDay)?;
        Self::new(year, narrow(month)?, narrow(day)?)
    }

    /// How many days after `other` it is; negative if it is before.
    pub fn days_after(self, other: Self) -> i32 {
        self.days_since_epoch() - other.days_since_epoch()
    }
}

fn days_in_month(year: i16, month: i8) -> i8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, to)
    }
}

impl FromStr for Date {
    type Err = NoSuchDay;

    /// Reads `2025-12-10`.
    fn from_str(text: &str) -> Result<Self, NoSuchDay> {
        let number = |from: usize, to: usize| {
            let digits = text.get(from..to)?;
            digits
                .bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| digits.parse::<i16>().ok())?
        };
        let dashes = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        match (dashes, number(0, 4), number(5, 7), number(8, 10)) {
            (true, Some(year), Some(month), Some(day)) => {
                let narrow = |number: i16| i8::try_from(number).map_err(|_| NoSuchDay);
                Self::new(year, narrow(month)?, narrow(day)?)
            }
            _ => Err(NoSuchDay),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Date;
    use proptest::prelude::*;

    #[test]
    fn a_day_is_written_and_read_alike() {
        let day: Date = "2025-12-10".parse().unwrap();
        assert_eq!((day.year(), day.month(), day.day()), (2025, 12, 10));
        assert_eq!(day.to_string(), "2025-12-10");
        for text in [
            "",
            "2025-1-1",
            "2025-13-01",
            "2023-02-29",
            "2025-12-10x",
            "+025-12-10",
            "2025_12_10",
            "日25-12-1",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_days_too() {
        for text in ["0000-01-01", "1970-01-01", "2000-02-29", "9999-12-31"] {
            let day: Date = text.parse().unwrap();
            assert_eq!(Date::from_days_since_epoch(day.days_since_epoch()), Ok(day));
        }
        let last: Date = "9999-12-31".parse().unwrap();
        assert!(Date::from_days_since_epoch(last.days_since_epoch() + 1).is_err());
        assert!(Date::from_days_since_epoch(i32::MAX).is_err());
        assert!(Date::from_days_since_epoch(i32::MIN).is_err());
    }

    proptest! {
        #[test]
        fn the_calendar_is_the_one_of_a_library(year in -5_i16..10_005, month in -1_i8..15, day in -1_i8..34) {
            let theirs = jiff::civil::Date::new(year, month, day).ok().filter(|_| (0..=9999).contains(&year));
            let ours = Date::new(year, month, day).ok();
            prop_assert_eq!(ours.map(|day| day.to_string()), theirs.map(|day| day.to_string()));
            if let (Some(ours), Some(theirs)) = (ours, theirs) {
                let days = theirs.since(jiff::civil::date(1970, 1, 1)).unwrap().get_days();
                prop_assert_eq!(ours.days_since_epoch(), days);
                prop_assert_eq!(Date::from_days_since_epoch(days), Ok(ours));
            }
        }
    }
}
