//! The topics of what is shown, and how each rose and fell over the years.

use super::outlook::Outlook;
use crate::blog::{Blog, TopicId};

/// The topics of the posts shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topics {
    /// The year of the first column of [`TopicShown::by_year`]; of no meaning where no post has a date.
    pub first_year: i16,
    /// Those that a post shown seems to belong to, the one with most posts first, then by name.
    pub shown: Vec<TopicShown>,
    /// Those that no post of the whole blog seems to belong to, in the blog's order.
    pub unmatched: Vec<TopicId>,
}

/// One topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicShown {
    /// Which topic.
    pub id: TopicId,
    /// How many of the posts shown seem to belong to it.
    pub posts: usize,
    /// Those with a date, one number a year from the blog's first year to its last.
    pub by_year: Vec<u32>,
}

impl TopicShown {
    /// The years of its first and its last post, as columns of `by_year`.
    pub fn span(&self) -> Option<(usize, usize)> {
        let first = self.by_year.iter().position(|&posts| posts > 0)?;
        let last = self.by_year.iter().rposition(|&posts| posts > 0)?;
        Some((first, last))
    }
}

/// Counts the posts shown by topic and year.
pub fn topics(blog: &Blog, outlook: &Outlook) -> Topics {
    let year = |post| blog.page(post).published.map(|at| at.date.year());
    // The strip has bounded the blog's years already; what is older counts in its first.
    let first_year = outlook.strip.first.year;
    let months = outlook.strip.months.len();
    let last_year = outlook.strip.month(months.saturating_sub(1)).year;
    let column = |year: i16| usize::try_from(year.saturating_sub(first_year)).unwrap_or(0);
    let columns = if months == 0 {
        0
    } else {
        column(last_year) + 1
    };
    let none = |id| TopicShown {
        id,
        posts: 0,
        by_year: vec![0; columns],
    };
    let mut shown: Vec<TopicShown> = ids(blog).map(none).collect();
    for &post in &outlook.posts {
        for found in &blog.page(post).topics {
            let Some(topic) = shown.get_mut(found.topic.index()) else {
                continue;
            };
            topic.posts += 1;
            let column = year(post).map(column);
            if let Some(count) = column.and_then(|column| topic.by_year.get_mut(column)) {
                *count += 1;
            }
        }
    }
    shown.retain(|topic| topic.posts > 0);
    shown.sort_by_cached_key(|topic| {
        let name = blog.topic(topic.id).name.to_lowercase();
        (std::cmp::Reverse(topic.posts), name)
    });
    let unmatched = ids(blog).filter(|&id| blog.topic(id).posts == 0);
    Topics {
        first_year,
        shown,
        unmatched: unmatched.collect(),
    }
}

fn ids(blog: &Blog) -> impl Iterator<Item = TopicId> {
    (0..).map(TopicId).take(blog.topics.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::ViewState;
    use crate::explore::sample::Sample;

    fn asked(sample: Sample, query: &str) -> (Topics, Vec<(String, usize, Vec<u32>)>) {
        let index = sample.index();
        let outlook = index.outlook(&ViewState::parse(query));
        let topics = topics(index.blog(), &outlook);
        let said = topics.shown.iter().map(|topic| {
            let name = index.blog().topic(topic.id).name.clone();
            (name, topic.posts, topic.by_year.clone())
        });
        let said = said.collect();
        (topics, said)
    }

    fn garden() -> Sample {
        Sample::new()
            .post("2021-03-01", "Rain")
            .topic("Weather")
            .post("2021-09-01", "Soil and rain")
            .topic("Soil")
            .topic("Weather")
            .post("2023-02-01", "Worms")
            .topic("Soil")
            .post("", "Moles")
            .topic("Soil")
    }

    #[test]
    fn each_topic_is_counted_by_year_the_fullest_first() {
        let (topics, said) = asked(garden(), "");
        assert_eq!(topics.first_year, 2021);
        assert_eq!(
            said,
            [
                ("Soil".to_owned(), 3, vec![1, 0, 1]),
                ("Weather".to_owned(), 2, vec![2, 0, 0])
            ]
        );
        assert_eq!(topics.shown[0].span(), Some((0, 2)));
        assert_eq!(topics.shown[1].span(), Some((0, 0)));
    }

    #[test]
    fn only_what_is_shown_is_counted_and_the_years_stand_still() {
        let (_, said) = asked(garden(), "?q=worms");
        assert_eq!(said, [("Soil".to_owned(), 1, vec![0, 0, 1])]);
    }

    #[test]
    fn a_blog_without_dates_has_topics_without_years() {
        let (topics, said) = asked(Sample::new().post("", "Rain").topic("Weather"), "");
        assert_eq!(said, [("Weather".to_owned(), 1, vec![])]);
        assert_eq!(topics.shown[0].span(), None);
    }
}
