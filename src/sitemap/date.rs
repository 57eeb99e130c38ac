//! Dates as sitemaps (W3C date and time formats), feeds (RFC 3339, RFC 2822) and careless templates write them.
//!
//! A blog's date that is off by a comma is still a date.

use super::day::Date;

use super::entry::{Precision, Stamp};

/// Reads a date in any form that sitemaps and feeds use. `None` for what is no day of the calendar.
///
/// A time of day that cannot be read leaves the day, which can. A time without an offset is taken for UTC.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    let text = text.trim();
    numeric(text).or_else(|| named(text))
}

/// `2025`, `2025-12`, `2025-12-10` and longer (W3C NOTE-datetime); also with slashes, and with single digits.
fn numeric(text: &str) -> Option<Stamp> {
    let (year, rest) = digits(text, 4, 4)?;
    if rest.is_empty() {
        return day(year, 1, 1, Precision::Year);
    }
    let separator = rest.chars().next().filter(|c| "-/.".contains(*c))?;
    let (month, rest) = digits(rest.get(1..)?, 1, 2)?;
    if rest.is_empty() {
        return day(year, month, 1, Precision::Month);
    }
    let (number, rest) = digits(rest.strip_prefix(separator)?, 1, 2)?;
    let stamp = day(year, month, number, Precision::Day)?;
    let time = rest.trim_start_matches(['T', 't', ' ']);
    match (rest.is_empty(), time.len() < rest.len()) {
        (true, _) => Some(stamp),
        (false, true) => Some(at(stamp, time)),
        (false, false) => None,
    }
}

/// `Wed, 10 Dec 2025 08:00:00 +0100` (RFC 2822, as RSS wants it); also `10-Dec-25`, `December 10, 2025`, and without
/// the weekday or the time.
fn named(text: &str) -> Option<Stamp> {
    let mut words = text
        .split(|c: char| c.is_whitespace() || c == ',' || c == '-')
        .filter(|word| !word.is_empty());
    let mut first = words.next()?;
    if !first.starts_with(|c: char| c.is_ascii_digit()) && month(first).is_none() {
        first = words.next()?;
    }
    let second = words.next()?;
    let (number, month) = match month(first) {
        Some(month) => (second, month),
        None => (first, month(second)?),
    };
    let number = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let (number, rest) = digits(number, 1, 2)?;
    let written = words.next()?;
    let (year, after) = digits(written, 2, 4)?;
    if !rest.is_empty() || !after.is_empty() {
        return None;
    }
    let year = match (written.len(), year) {
        // RFC 2822, section 4.3.
        (2, year @ 0..50) => year + 2000,
        (2 | 3, year) => year + 1900,
        (_, year) => year,
    };
    let stamp = day(year, month, number, Precision::Day)?;
    // The offset's sign separates no words: what follows the year is read as it stands.
    let time = text
        .split_once(written)
        .map_or("", |(_, time)| time.trim_start());
    Some(if time.is_empty() {
        stamp
    } else {
        at(stamp, time)
    })
}

fn day(year: i16, month: i16, number: i16, precision: Precision) -> Option<Stamp> {
    let date = Date::new(year, month.try_into().ok()?, number.try_into().ok()?).ok()?;
    Some(Stamp {
        date,
        precision,
        seconds: None,
    })
}

/// Adds a time of day and its offset, if they can be read.
fn at(stamp: Stamp, time: &str) -> Stamp {
    let seconds = time_of_day(time)
        .map(|seconds| i64::from(stamp.date.days_since_epoch()) * 86_400 + seconds);
    Stamp { seconds, ..stamp }
}

/// Seconds since midnight UTC of `19:20`, `19:20:30.45`, with `Z`, `+01:00`, `-0500` or a named zone.
fn time_of_day(text: &str) -> Option<i64> {
    let (hours, rest) = digits(text, 1, 2)?;
    let (minutes, rest) = digits(rest.strip_prefix(':')?, 1, 2)?;
    let (seconds, rest) = match rest.strip_prefix(':') {
        Some(rest) => digits(rest, 1, 2)?,
        None => (0, rest),
    };
    let rest = match rest.strip_prefix(['.', ',']) {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    // 24:00 ends a day, and :60 is a leap second (RFC 3339, section 5.6).
    if hours > 24 || minutes > 59 || seconds > 60 {
        return None;
    }
    let local = i64::from(hours) * 3600 + i64::from(minutes) * 60 + i64::from(seconds);
    Some(local - offset(rest.trim())?)
}

/// Seconds east of Greenwich. Zones with names as RFC 2822, section 4.3, has them, and Europe's.
fn offset(text: &str) -> Option<i64> {
    if let Some(digits_of) = text.strip_prefix(['+', '-']) {
        // With a colon or without.
        let (hours, rest) = digits_of.split_at_checked(2)?;
        let (hours, _) = digits(hours, 2, 2)?;
        let rest = rest.strip_prefix(':').unwrap_or(rest);
        let minutes = if rest.is_empty() {
            0
        } else {
            digits(rest, 2, 2)?.0
        };
        let east = i64::from(hours) * 3600 + i64::from(minutes) * 60;
        return Some(if text.starts_with('-') { -east } else { east });
    }
    let hours = match text.to_ascii_uppercase().as_str() {
        "" | "Z" | "UT" | "UTC" | "GMT" => 0,
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        "CET" | "BST" => 1,
        "CEST" | "EET" => 2,
        _ => return None,
    };
    Some(hours * 3600)
}

fn month(word: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let start = word.get(..3)?;
    let at = MONTHS
        .iter()
        .position(|month| month.eq_ignore_ascii_case(start))?;
    i16::try_from(at + 1).ok()
}

/// The number that `text` begins with, of so many digits, and what follows it.
fn digits(text: &str, least: usize, most: usize) -> Option<(i16, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    if length < least || length > most {
        return None;
    }
    let (number, rest) = text.split_at_checked(length)?;
    Some((number.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::{Precision, stamp};

    #[track_caller]
    fn assert_stamp(text: &str, date: &str, precision: Precision, seconds: Option<i64>) {
        let stamp = stamp(text).unwrap_or_else(|| panic!("{text} is a date"));
        assert_eq!(
            (
                stamp.date.to_string().as_str(),
                stamp.precision,
                stamp.seconds
            ),
            (date, precision, seconds),
            "{text}"
        );
    }

    #[test]
    fn every_form_of_the_protocol_is_read() {
        assert_stamp("2025", "2025-01-01", Precision::Year, None);
        assert_stamp("2025-12", "2025-12-01", Precision::Month, None);
        assert_stamp(" 2025-12-10\n", "2025-12-10", Precision::Day, None);
        for text in [
            "2025-12-10T08:00Z",
            "2025-12-10T08:00:00Z",
            "2025-12-10T08:00:00.125Z",
            "2025-12-10T08:00:00+00:00",
            "2025-12-10T08:00:00-00:00",
            "2025-12-10T10:00:00+02:00",
            "2025-12-10T03:30:00-04:30",
            "2025-12-10 08:00:00 UTC",
        ] {
            assert_stamp(text, "2025-12-10", Precision::Day, Some(1_765_353_600));
        }
    }

    #[test]
    fn the_day_is_the_writers_own() {
        assert_stamp(
            "2025-12-10T01:30:00.125+02:00",
            "2025-12-10",
            Precision::Day,
            Some(1_765_323_000),
        );
    }

    #[test]
    fn feeds_write_dates_as_mail_does() {
        for text in [
            "Wed, 10 Dec 2025 08:00:00 GMT",
            "Wed,10 Dec 2025 09:00:00 +0100",
            "10 Dec 2025 08:00:00 +0000",
            "10 Dec 25 08:00 Z",
            "Wednesday, 10-Dec-25 08:00:00 UTC",
            "December 10, 2025 08:00:00",
            "Wed, 10th December 2025 03:00:00 EST",
        ] {
            assert_stamp(text, "2025-12-10", Precision::Day, Some(1_765_353_600));
        }
        assert_stamp("Thu, 31 Dec 98", "1998-12-31", Precision::Day, None);
    }

    #[test]
    fn a_time_that_cannot_be_read_leaves_the_day() {
        assert_stamp("2025-12-10T25:61", "2025-12-10", Precision::Day, None);
        assert_stamp(
            "10 Dec 2025 08:00:00 XYZ",
            "2025-12-10",
            Precision::Day,
            None,
        );
        assert_stamp(
            "2020/1/10 14:16:00",
            "2020-01-10",
            Precision::Day,
            Some(1_578_665_760),
        );
    }

    #[test]
    fn what_is_no_day_of_the_calendar_is_no_date() {
        for text in [
            "",
            "yesterday",
            "2025-13-01",
            "2025-02-30",
            "20",
            "12345",
            "2025-",
            "é025",
            "2025-12-10x",
            "31 Feb 2025",
            "Dec",
            "10 Dec",
            "Wed, 10 Foo 2025",
            "2025-12/10",
            "{{ date }}",
            "+2025-12-10",
        ] {
            assert_eq!(stamp(text), None, "{text}");
        }
    }
}
