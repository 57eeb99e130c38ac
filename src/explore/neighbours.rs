//! What is next to a post: in time, and in its series.

use crate::blog::{Blog, PageId, SeriesId};

/// Where a post stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The post that came after it.
    pub newer: Option<PageId>,
    /// The post that came before it.
    pub older: Option<PageId>,
    /// Its place in its series.
    pub series: Option<SeriesPlace>,
}

/// Where a post stands in a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeriesPlace {
    /// Which series.
    pub id: SeriesId,
    /// Which part it is, as an index into the series' parts.
    pub part: usize,
    /// The part to be read before it.
    pub previous: Option<PageId>,
    /// The part to be read after it.
    pub next: Option<PageId>,
}

/// Where `page` stands in the blog. A page that is no post, and a post without a date, has no neighbours in time.
pub fn place(blog: &Blog, page: PageId) -> Place {
    let dated = |id: PageId| blog.page(id).published.is_some();
    let rank = blog
        .posts
        .iter()
        .position(|&post| post == page)
        .filter(|_| dated(page));
    let post_at = |rank: Option<usize>| blog.posts.get(rank?).copied().filter(|&id| dated(id));
    Place {
        newer: post_at(rank.and_then(|rank| rank.checked_sub(1))),
        older: post_at(rank.map(|rank| rank + 1)),
        series: series_place(blog, page),
    }
}

fn series_place(blog: &Blog, page: PageId) -> Option<SeriesPlace> {
    let id = blog.page(page).series?;
    let parts = &blog.series.get(id.index())?.parts;
    let part = parts.iter().position(|part| part.page == page)?;
    let at = |index: usize| parts.get(index).map(|part| part.page);
    Some(SeriesPlace {
        id,
        part,
        previous: part.checked_sub(1).and_then(at),
        next: at(part + 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::sample::Sample;

    #[test]
    fn a_post_knows_its_neighbours_in_time_and_in_its_series() {
        let blog = Sample::new()
            .post("2023-01-01", "One")
            .post("2023-02-01", "Between")
            .post("2023-03-01", "Two")
            .post("", "Undated")
            .series("Counting", &["One", "Two"])
            .blog();
        let id = |title: &str| Sample::id(&blog, title);
        let one = place(&blog, id("One"));
        assert_eq!((one.older, one.newer), (None, Some(id("Between"))));
        let series = one.series.unwrap();
        assert_eq!(
            (series.part, series.previous, series.next),
            (0, None, Some(id("Two")))
        );
        let two = place(&blog, id("Two"));
        assert_eq!((two.older, two.newer), (Some(id("Between")), None));
        assert_eq!(two.series.unwrap().previous, Some(id("One")));
        assert_eq!(place(&blog, id("Between")).series, None);
        assert_eq!(place(&blog, id("Undated")), Place::default());
    }
}
