//! Fields: the parts of a query that name what a post must be (`section:blog`, `year:2020..2022`, `has:images`) rather
//! than what it must say.

use super::fold::fold;
use super::query::{Piece, Query, pieces};
use crate::blog::{Blog, Page};
use crate::explore::facts::{in_range, months_of};
use crate::explore::month::Month;
use crate::explore::outlook::{Mark, MarkFilter};

/// What a query asks for beside words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields {
    filters: Vec<Filter>,
    /// What it asks of the reader's marks.
    pub(crate) marks: Vec<MarkFilter>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Filter {
    negated: bool,
    is: Is,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Is {
    InSection(Vec<usize>),
    OnTopic(Vec<usize>),
    InSeries(Vec<usize>),
    Within(Option<Month>, Option<Month>),
    Illustrated,
    PartOfSeries,
}

impl Is {
    fn holds(&self, page: &Page) -> bool {
        match self {
            Is::InSection(these) => page
                .section
                .is_some_and(|section| these.contains(&section.index())),
            Is::OnTopic(these) => {
                let mut topics = page.topics.iter();
                topics.any(|found| these.contains(&found.topic.index()))
            }
            Is::InSeries(these) => page
                .series
                .is_some_and(|series| these.contains(&series.index())),
            Is::Within(from, to) => in_range(months_of(page), *from, *to),
            Is::Illustrated => !page.images.is_empty(),
            Is::PartOfSeries => page.series.is_some(),
        }
    }
}

impl Fields {
    /// Whether nothing is asked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.filters.is_empty()
    }

    /// Whether a post is what is asked for. Of several fields of one kind either will do (`section:a section:b`), as no
    /// post could be both; of several kinds all must hold.
    pub(crate) fn pass(&self, page: &Page) -> bool {
        let kind = |filter: &Filter| std::mem::discriminant(&filter.is);
        self.filters.iter().all(|filter| {
            if filter.negated {
                return !filter.is.holds(page);
            }
            let mut alike = self
                .filters
                .iter()
                .filter(|other| !other.negated && kind(other) == kind(filter));
            alike.any(|other| other.is.holds(page))
        })
    }
}

/// Takes a query apart into words and fields. A field that nothing is called, or a value that none of it has, is read as
/// the words it is; a field without a value is still being typed, and asks for nothing.
pub(crate) fn parse(text: &str, blog: &Blog) -> (Query, Fields) {
    let (mut query, mut fields) = (Query::default(), Fields::default());
    for piece in pieces(text) {
        match fields.read(piece, blog) {
            Read::Taken => {}
            Read::Value => query.add(Piece {
                field: None,
                ..piece
            }),
            Read::Words => {
                if let Some(field) = piece.field_word() {
                    query.add(field);
                }
                query.add(piece);
            }
        }
    }
    (query, fields)
}

/// What became of a piece.
enum Read {
    /// It is a field.
    Taken,
    /// It is no more than its value's words.
    Value,
    /// It is all words.
    Words,
}

impl Fields {
    fn read(&mut self, piece: Piece<'_>, blog: &Blog) -> Read {
        let Some(name) = piece.field_name() else {
            return Read::Words;
        };
        let value = fold(piece.text.trim());
        let called = |names: &mut dyn Iterator<Item = (&str, &str)>| matching(&value, names);
        let is = match name.as_str() {
            "section" => {
                let mut names = blog.sections.iter().map(|s| (&*s.slug, &*s.name));
                called(&mut names).map(Is::InSection)
            }
            "topic" | "tag" => {
                let mut names = blog.topics.iter().map(|t| (&*t.slug, &*t.name));
                called(&mut names).map(Is::OnTopic)
            }
            "series" => {
                let mut names = blog.series.iter().map(|s| (&*s.slug, &*s.name));
                called(&mut names).map(Is::InSeries)
            }
            "year" | "date" => span(&value).map(|(from, to)| Is::Within(from, to)),
            "has" => match value.as_str() {
                "image" | "images" | "picture" | "pictures" => Some(Is::Illustrated),
                _ => None,
            },
            "in" if value == "series" => Some(Is::PartOfSeries),
            "is" => return self.read_mark(&value, piece),
            _ => return Read::Words,
        };
        match is {
            Some(is) => {
                let negated = piece.negated;
                self.filters.push(Filter { negated, is });
                Read::Taken
            }
            None if value.is_empty() => Read::Taken,
            None => Read::Value,
        }
    }

    fn read_mark(&mut self, value: &str, piece: Piece<'_>) -> Read {
        let (mark, wanted) = match value {
            "unread" => (Mark::Read, false),
            "read" => (Mark::Read, true),
            "starred" => (Mark::Starred, true),
            "" => return Read::Taken,
            // `is:unr` is on its way to something that is known.
            _ if piece.open
                && ["unread", "read", "starred"]
                    .iter()
                    .any(|m| m.starts_with(value)) =>
            {
                return Read::Taken;
            }
            _ => return Read::Words,
        };
        let wanted = wanted != piece.negated;
        self.marks.push(MarkFilter { mark, wanted });
        Read::Taken
    }
}

/// Which of the things named are meant: those called so, else those whose name begins so, else those whose name has it.
fn matching(value: &str, names: &mut dyn Iterator<Item = (&str, &str)>) -> Option<Vec<usize>> {
    if value.is_empty() {
        return None;
    }
    let ranks: Vec<Option<u8>> = names
        .map(|(slug, name)| {
            let (slug, name) = (fold(slug), fold(name));
            if slug == value || name == value {
                Some(0)
            } else if slug.starts_with(value) || name.starts_with(value) {
                Some(1)
            } else {
                name.contains(value).then_some(2)
            }
        })
        .collect();
    let best = ranks.iter().flatten().min().copied()?;
    let indexes = ranks.iter().enumerate();
    Some(
        indexes
            .filter(|&(_, &rank)| rank == Some(best))
            .map(|(index, _)| index)
            .collect(),
    )
}

/// The months that `2023`, `2023-05`, `2020..2022`, `2020-2022`, `2020..` and `..2022` mean.
fn span(value: &str) -> Option<(Option<Month>, Option<Month>)> {
    let first = |text: &str| Month::parse_or_year(text, 1);
    let last = |text: &str| Month::parse_or_year(text, 12);
    if let (Some(from), Some(to)) = (first(value), last(value)) {
        return Some((Some(from), Some(to)));
    }
    let ends = value
        .split_once("..")
        .or_else(|| value.split_once('…'))
        .or_else(|| value.split_once('–'))
        .or_else(|| value.split_once('-'));
    let (mut from, mut to) = ends?;
    to = to.trim_start_matches('.');
    if let (Some(start), Some(end)) = (first(from), first(to))
        && end < start
    {
        // The wrong way round, it still means the same years.
        std::mem::swap(&mut from, &mut to);
    }
    match (first(from), last(to)) {
        (None, None) => None,
        (None, Some(_)) if !from.is_empty() => None,
        ends => Some(ends),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::sample::Sample;

    fn months(value: &str) -> Option<String> {
        let text = |month: Option<Month>| month.map_or(String::new(), |month| month.to_string());
        span(value).map(|(from, to)| format!("{}/{}", text(from), text(to)))
    }

    #[test]
    fn spans_of_time_are_read_as_a_person_writes_them() {
        for (value, expected) in [
            ("2023", "2023-01/2023-12"),
            ("2023-05", "2023-05/2023-05"),
            ("2020..2022", "2020-01/2022-12"),
            ("2020...2022", "2020-01/2022-12"),
            ("2020-2022", "2020-01/2022-12"),
            ("2022..2020", "2020-01/2022-12"),
            ("2020-03..2020-05", "2020-03/2020-05"),
            ("2020..", "2020-01/"),
            ("..2022", "/2022-12"),
            // Still being typed.
            ("2020..20", "2020-01/"),
        ] {
            assert_eq!(months(value).as_deref(), Some(expected), "{value}");
        }
        for bad in ["", "x", "20", "..", "x..2022", "..x"] {
            assert_eq!(months(bad), None, "{bad}");
        }
    }

    fn blog() -> Blog {
        Sample::new()
            .post("2023-05-01", "Log compaction")
            .section("Blog")
            .topic("Apache Kafka")
            .post("2021-05-01", "Queues")
            .section("Analyses")
            .pictures(&["A queue"])
            .blog()
    }

    /// The titles of the posts that a query's fields let through, and how many words are left.
    fn asked(query: &str) -> (Vec<String>, usize) {
        let blog = blog();
        let (words, fields) = parse(query, &blog);
        let posts = blog.posts.iter().map(|&post| blog.page(post));
        let posts = posts.filter(|page| fields.pass(page));
        (
            posts.map(|page| page.title.clone()).collect(),
            words.terms.len(),
        )
    }

    #[test]
    fn fields_ask_for_what_a_post_is() {
        for query in [
            "section:blog",
            "section:Bl",
            "topic:kafka",
            "tag:\"apache kafka\"",
            "year:2023",
            "year:2022..",
            "-section:analyses",
            "-has:images",
            "SECTION:BLOG",
        ] {
            assert_eq!(
                asked(query),
                (vec!["Log compaction".to_owned()], 0),
                "{query}"
            );
        }
        assert_eq!(asked("has:images").0, ["Queues"]);
    }

    #[test]
    fn several_values_of_one_field_are_alternatives() {
        assert_eq!(asked("section:blog section:analyses").0.len(), 2);
        assert_eq!(asked("section:blog year:2021").0.len(), 0);
    }

    #[test]
    fn what_is_no_field_is_words() {
        assert_eq!(asked("kafka: compaction"), (asked("").0, 2));
        assert_eq!(asked("section:nothing").1, 1);
        assert_eq!(asked("year:soon").1, 1);
        assert_eq!(asked("is:great").1, 2);
        assert_eq!(asked("section:"), (asked("").0, 0));
    }

    #[test]
    fn marks_are_handed_on() {
        let blog = blog();
        let marks = |query| parse(query, &blog).1.marks;
        let mark = |mark, wanted| vec![MarkFilter { mark, wanted }];
        assert_eq!(marks("is:unread"), mark(Mark::Read, false));
        assert_eq!(marks("-is:unread"), mark(Mark::Read, true));
        assert_eq!(marks("is:starred"), mark(Mark::Starred, true));
        assert_eq!(marks("is:unr"), []);
    }
}
