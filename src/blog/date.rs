//! The date that an address carries.

use super::address::Segment;
use crate::sitemap::Date;

use crate::sitemap::Precision;

/// Months as addresses spell them, by their first three letters (`/2011/jan/05/`).
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// A date found in a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The year, 1990 to 2099.
    pub(super) year: i16,
    /// The month, if the path has a valid one.
    pub(super) month: Option<i8>,
    /// Days it may be: one where all is well, several where the path has a number too many, none where it has no valid one.
    pub(super) days: Vec<i8>,
    /// Whether the path has a number too many.
    pub(super) doubtful: bool,
    /// The segments that make up the date, but for a slug that begins with it.
    pub(super) segments: std::ops::Range<usize>,
    /// How many bytes at the start of the slug are the date.
    pub(super) slug_bytes: usize,
    /// Whether a slug follows.
    has_slug: bool,
}

impl Found {
    /// The date with the precision that is beyond doubt.
    pub(super) fn certain(&self) -> Option<(Date, Precision)> {
        let day = |day: i8| Date::new(self.year, self.month.unwrap_or(1), day).ok();
        match (self.month, self.days.as_slice()) {
            (Some(_), [only]) if !self.doubtful => day(*only).map(|date| (date, Precision::Day)),
            (Some(_), _) => day(1).map(|date| (date, Precision::Month)),
            (None, _) => day(1).map(|date| (date, Precision::Year)),
        }
    }

    /// The days it may be, as dates.
    pub(super) fn candidates(&self) -> impl Iterator<Item = Date> + '_ {
        let month = self.month;
        self.days
            .iter()
            .filter_map(move |day| Date::new(self.year, month?, *day).ok())
    }

    /// Whether the path is nothing but a date, at most behind a folder or two: a list of what appeared then.
    pub(super) fn is_all(&self) -> bool {
        self.slug_bytes == 0 && !self.has_slug && self.segments.start <= 2
    }

    /// Whether such a date marks a post: a slug follows it, and more than the year is known (`/2019/about` is anything).
    pub(super) fn says_post(&self) -> bool {
        // Two figures behind a year are a date gone wrong (`/2019/13/45/slug`), and a post's all the same.
        let malformed = self.segments.len() > 2;
        self.has_slug && (self.month.is_some() || malformed || self.slug_bytes > 0)
    }
}

fn number(text: &str, longest: usize) -> Option<u32> {
    let plain =
        !text.is_empty() && text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn year(text: &str) -> Option<i16> {
    let year = number(text, 4).filter(|_| text.len() == 4)?;
    i16::try_from(year)
        .ok()
        .filter(|year| (1990..2100).contains(year))
}

fn month(text: &str) -> Option<i8> {
    if let Some(month) = number(text, 2) {
        return i8::try_from(month)
            .ok()
            .filter(|month| (1..=12).contains(month));
    }
    let short = text.get(..3)?;
    let is_name = text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let at = MONTHS
        .iter()
        .position(|name| name.eq_ignore_ascii_case(short))
        .filter(|_| is_name)?;
    i8::try_from(at + 1).ok()
}

fn valid_day(year: i16, month: i8, day: u32) -> Option<i8> {
    let day = i8::try_from(day).ok()?;
    Date::new(year, month, day).ok().map(|_| day)
}

/// The date that a path carries: as folders (`/2024/5/7/slug`, `/2011/jan/05/slug`) or at the start of its slug
/// (`2023-03-15-slug`, `20230315-slug`).
pub(super) fn in_path(path: &[Segment]) -> Option<Found> {
    in_folders(path).or_else(|| in_slug(path))
}

fn in_folders(path: &[Segment]) -> Option<Found> {
    let (start, year) = path
        .iter()
        .enumerate()
        .find_map(|(at, segment)| Some((at, year(segment)?)))?;
    let numbers: Vec<&Segment> = path
        .iter()
        .skip(start + 1)
        .take(4)
        .take_while(|segment| number(segment, 2).is_some() || month(segment).is_some())
        .collect();
    let mut found = Found {
        year,
        month: None,
        days: Vec::new(),
        doubtful: false,
        segments: start..start + 1 + numbers.len(),
        slug_bytes: 0,
        has_slug: start + 1 + numbers.len() < path.len(),
    };
    let mut numbers = numbers.into_iter();
    found.month = numbers.next().and_then(|text| month(text));
    let Some(month) = found.month else {
        return Some(found);
    };
    let rest: Vec<u32> = numbers.filter_map(|text| number(text, 2)).collect();
    found.days = rest
        .iter()
        .filter_map(|day| valid_day(year, month, *day))
        .collect();
    found.days.dedup();
    found.doubtful = rest.len() > 1;
    Some(found)
}

fn in_slug(path: &[Segment]) -> Option<Found> {
    let slug = path.last()?;
    let (year_text, rest) = slug.split_at_checked(4)?;
    let year = year(year_text)?;
    let separator = rest.chars().next().filter(|c| matches!(c, '-' | '_' | '.'));
    let (month_text, day_text, length) = match separator {
        Some(c) => {
            let mut parts = rest.get(1..)?.splitn(3, c);
            let (month, day) = (parts.next()?, parts.next().unwrap_or(""));
            let full = day.len() == 2 && number(day, 2).is_some();
            (
                month,
                if full { day } else { "" },
                5 + month.len() + if full { 1 + day.len() } else { 0 },
            )
        }
        None => (rest.get(..2)?, rest.get(2..4)?, 8),
    };
    let tail = slug.get(length..)?;
    let ends_well = tail.is_empty() || tail.starts_with(['-', '_', '.', ' ']);
    let number_month = number(month_text, 2).filter(|_| month_text.len() == 2 && ends_well)?;
    let month = i8::try_from(number_month)
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    let day = number(day_text, 2).and_then(|day| valid_day(year, month, day));
    // A year and a month alone begin many a slug that is no date's (`2020-12-tips`); only a whole day is a sign.
    let day = day?;
    Some(Found {
        year,
        month: Some(month),
        days: vec![day],
        doubtful: false,
        segments: path.len()..path.len(),
        slug_bytes: length,
        has_slug: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> Vec<Segment> {
        text.split('/').map(Segment::from).collect()
    }

    #[track_caller]
    fn assert_date(text: &str, expected: Option<&str>) {
        let found = in_path(&path(text)).and_then(|found| found.certain());
        let shown = found.map(|(date, precision)| match precision {
            Precision::Day => date.to_string(),
            Precision::Month => date.to_string()[..7].to_owned(),
            Precision::Year => date.to_string()[..4].to_owned(),
        });
        assert_eq!(shown.as_deref(), expected, "{text}");
    }

    #[test]
    fn dates_are_read_in_every_common_form() {
        assert_date("blog/2025/12/4/the-tree", Some("2025-12-04"));
        assert_date("2011/jan/05/a-post", Some("2011-01-05"));
        assert_date("2018/10/a-post", Some("2018-10"));
        assert_date("2018/a-post", Some("2018"));
        assert_date("posts/2023-03-15-prompt-engineering", Some("2023-03-15"));
        assert_date("posts/20230315-prompt", Some("2023-03-15"));
        assert_date("posts/2023-03-15", Some("2023-03-15"));
    }

    #[test]
    fn what_is_not_a_date_is_not_read_as_one() {
        assert_date("posts/2020-12-tips", None);
        assert_date("posts/2019-in-review", None);
        assert_date("posts/20230399-x", None);
        assert_date("posts/1984", None);
        assert_date("13/45/67", None);
    }

    #[test]
    fn a_malformed_date_has_less_precision_and_never_an_invented_day() {
        assert_date("2019/13/45/a-post", Some("2019"));
        assert_date("2019/02/30/a-post", Some("2019-02"));
        assert_date("2022/12/12/22/a-post", Some("2022-12"));
        let found = in_path(&path("2022/12/12/22/a-post")).map(|found| found.days);
        assert_eq!(found, Some(vec![12, 22]));
    }

    #[test]
    fn a_path_that_is_only_a_date_is_a_list() {
        let is_all = |text| in_path(&path(text)).is_some_and(|found| found.is_all());
        assert!(is_all("2016/05") && is_all("blog/2014"));
        assert!(!is_all("2016/05/slug") && !is_all("2016-05-07"));
    }
}
