//! Dates as sitemaps (W3C date and time formats) and feeds (RFC 3339, RFC 2822) write them.

use jiff::civil::Date;
use jiff::fmt::{rfc2822, temporal};

use super::{Precision, Stamp};

/// Reads a date in any form that sitemaps and feeds use. `None` for what is no date of the calendar.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    let text = text.trim();
    w3c(text).or_else(|| mail(text))
}

/// `2025`, `2025-12`, `2025-12-10` and longer (W3C NOTE-datetime).
fn w3c(text: &str) -> Option<Stamp> {
    let year = || {
        text.get(..4)?
            .parse::<i16>()
            .ok()
            .filter(|_| text.bytes().take(4).all(|b| b.is_ascii_digit()))
    };
    let dated = |date: Option<Date>, precision| {
        date.map(|date| Stamp {
            date,
            precision,
            seconds: None,
        })
    };
    match text.len() {
        4 => return dated(Date::new(year()?, 1, 1).ok(), Precision::Year),
        7 if text.as_bytes().get(4) == Some(&b'-') => {
            return dated(
                Date::new(year()?, text.get(5..)?.parse().ok()?, 1).ok(),
                Precision::Month,
            );
        }
        _ => {}
    }
    let date = text.get(..10)?.parse::<Date>().ok()?;
    let rest = text.get(10..)?;
    if rest.is_empty() {
        return Some(Stamp {
            date,
            precision: Precision::Day,
            seconds: None,
        });
    }
    rest.starts_with(['T', 't', ' ']).then_some(())?;
    // A time that cannot be read leaves the day, which can.
    let seconds = temporal::DateTimeParser::new()
        .parse_timestamp(text)
        .ok()
        .map(jiff::Timestamp::as_second);
    Some(Stamp {
        date,
        precision: Precision::Day,
        seconds,
    })
}

/// `Wed, 10 Dec 2025 08:00:00 +0100` (RFC 2822, as RSS wants it).
fn mail(text: &str) -> Option<Stamp> {
    let zoned = rfc2822::DateTimeParser::new()
        .relaxed_weekday(true)
        .parse_zoned(text)
        .ok()?;
    Some(Stamp {
        date: zoned.date(),
        precision: Precision::Day,
        seconds: Some(zoned.timestamp().as_second()),
    })
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
            (date, precision, seconds)
        );
    }

    #[test]
    fn every_form_of_the_protocol_is_read() {
        assert_stamp("2025", "2025-01-01", Precision::Year, None);
        assert_stamp("2025-12", "2025-12-01", Precision::Month, None);
        assert_stamp(" 2025-12-10\n", "2025-12-10", Precision::Day, None);
        assert_stamp(
            "2025-12-10T08:00Z",
            "2025-12-10",
            Precision::Day,
            Some(1_765_353_600),
        );
        assert_stamp(
            "2025-12-10T01:30:00.125+02:00",
            "2025-12-10",
            Precision::Day,
            Some(1_765_323_000),
        );
    }

    #[test]
    fn feeds_write_dates_as_mail_does() {
        assert_stamp(
            "Wed, 10 Dec 2025 08:00:00 GMT",
            "2025-12-10",
            Precision::Day,
            Some(1_765_353_600),
        );
        assert_stamp(
            "10 Dec 2025 08:00:00 +0000",
            "2025-12-10",
            Precision::Day,
            Some(1_765_353_600),
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
            "2025-1",
            "é025",
            "2025-12-10x",
        ] {
            assert_eq!(stamp(text), None, "{text}");
        }
    }
}
