//! The gallery: pictures cut into blocks by post, and laid out in rows.

use std::ops::Range;

use super::outlook::Outlook;
use crate::blog::{Blog, PageId};

/// How many pictures a block holds at most. With some six blocks in the document there are fewer than 80 pictures in it.
const MAX_PICTURES: usize = 12;

/// Pictures of one post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureBlock {
    /// The post.
    pub page: PageId,
    /// The pictures, as indexes into the post's images.
    pub images: Vec<usize>,
    /// Whether it goes on where the block before it was full.
    pub continued: bool,
    /// How many pictures of the post are shown in all its blocks.
    pub count: usize,
}

/// Cuts the pictures of an outlook into blocks of one post each, in the outlook's order.
pub fn gallery(blog: &Blog, outlook: &Outlook) -> Vec<PictureBlock> {
    let mut blocks = Vec::new();
    let exists = |&(page, index): &(PageId, usize)| index < blog.page(page).images.len();
    let groups = outlook.pictures.chunk_by(|one, other| one.0 == other.0);
    for group in groups {
        let images: Vec<usize> = group
            .iter()
            .filter(|picture| exists(picture))
            .map(|&(_, index)| index)
            .collect();
        for (part, some) in images.chunks(MAX_PICTURES).enumerate() {
            blocks.push(PictureBlock {
                page: group[0].0,
                images: some.to_vec(),
                continued: part > 0,
                count: images.len(),
            });
        }
    }
    blocks
}

/// A row of pictures of one height.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which pictures, as a range of the aspects given.
    pub range: Range<usize>,
    /// Their height in px.
    pub height: f32,
}

/// Lays pictures out in rows that fill `width`, none of them cropped: each gets `aspect × height` px, with `gap` px
/// between. Heights stay as near to `target_height` as whole rows allow; the last row is not stretched. An aspect
/// (width over height) that is not a positive number is taken as that of a square.
pub fn rows(aspects: &[f32], width: f32, target_height: f32, gap: f32) -> Vec<Row> {
    let width = at_least(width, 1.0);
    let target = at_least(target_height, 1.0);
    let gap = at_least(gap, 0.0);
    let mut rows = Vec::new();
    let mut row = Open::default();
    for (index, &aspect) in aspects.iter().enumerate() {
        let aspect = sound(aspect);
        let before = row.height(width, gap);
        let after = row.with(aspect).height(width, gap);
        if row.count > 0 && !is_nearer(after, before, target) {
            rows.push(row.close(index, before));
            row = Open::default();
        }
        row = row.with(aspect);
        let height = row.height(width, gap);
        if height <= target {
            rows.push(row.close(index + 1, height));
            row = Open::default();
        }
    }
    if row.count > 0 {
        let height = row.height(width, gap).min(target);
        rows.push(row.close(aspects.len(), height));
    }
    rows
}

/// Pictures that make a row so far.
#[derive(Clone, Copy, Default)]
struct Open {
    count: u16,
    aspects: f32,
}

impl Open {
    fn with(self, aspect: f32) -> Open {
        Open {
            count: self.count.saturating_add(1),
            aspects: self.aspects + aspect,
        }
    }

    /// The height at which the row fills the width; zero where the gaps alone do.
    fn height(self, width: f32, gap: f32) -> f32 {
        let gaps = gap * f32::from(self.count.saturating_sub(1));
        ((width - gaps) / self.aspects).max(0.0)
    }

    fn close(self, end: usize, height: f32) -> Row {
        Row {
            range: end.saturating_sub(usize::from(self.count))..end,
            height,
        }
    }
}

/// Whether one more picture brings the row nearer to the target: heights compare by their ratio to it.
fn is_nearer(after: f32, before: f32, target: f32) -> bool {
    after >= target || (after > 0.0 && target / after <= before / target)
}

fn sound(aspect: f32) -> f32 {
    if aspect.is_finite() && aspect > 0.0 {
        aspect
    } else {
        1.0
    }
}

fn at_least(value: f32, least: f32) -> f32 {
    if value.is_finite() {
        value.max(least)
    } else {
        least
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::ViewState;
    use crate::explore::sample::Sample;
    use proptest::collection::vec;
    use proptest::prelude::*;

    #[test]
    fn pictures_stay_with_their_post_twelve_at_a_time() {
        let many: Vec<String> = (0..14).map(|number| format!("picture {number}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let index = Sample::new()
            .post("2023-01-02", "Many")
            .pictures(&many)
            .post("2023-01-01", "None")
            .post("2022-01-01", "One")
            .pictures(&["x"])
            .index();
        let blocks = gallery(index.blog(), &index.outlook(&ViewState::default()));
        let shown: Vec<_> = blocks
            .iter()
            .map(|block| (block.images.len(), block.continued, block.count))
            .collect();
        assert_eq!(shown, [(12, false, 14), (2, true, 14), (1, false, 1)]);
        assert_eq!(blocks[1].images, [12, 13]);
    }

    #[test]
    fn rows_fill_the_width_and_the_last_is_not_stretched() {
        let rows = rows(&[1.0; 7], 620.0, 200.0, 10.0);
        let ranges: Vec<_> = rows.iter().map(|row| row.range.clone()).collect();
        assert_eq!(ranges, [0..3, 3..6, 6..7]);
        assert!((rows[0].height - 200.0).abs() < 0.01);
        assert!((rows[2].height - 200.0).abs() < 0.01);
    }

    #[test]
    fn a_row_ends_before_a_picture_that_would_make_it_too_low() {
        // The wide one would squeeze the first to a tenth of its height.
        let rows = rows(&[1.5, 1.5, 12.0, 1.0], 600.0, 200.0, 0.0);
        let ranges: Vec<_> = rows.iter().map(|row| row.range.clone()).collect();
        assert_eq!(ranges, [0..2, 2..3, 3..4]);
    }

    #[test]
    fn nothing_and_nonsense_are_laid_out_too() {
        assert_eq!(rows(&[], 600.0, 200.0, 8.0), []);
        let odd = rows(&[f32::NAN, 0.0, -1.0, f32::INFINITY], f32::NAN, 0.0, -3.0);
        assert_eq!(odd.last().map(|row| row.range.end), Some(4));
        assert!(odd.iter().all(|row| row.height.is_finite()));
    }

    proptest! {
        #[test]
        fn rows_hold_every_picture_once_and_fill_the_width(
            aspects in vec(0.1..8.0_f32, 0..60),
            width in 200.0..3000.0_f32,
            target in 60.0..400.0_f32,
            gap in 0.0..24.0_f32,
        ) {
            let rows = rows(&aspects, width, target, gap);
            let mut at = 0;
            for (number, row) in rows.iter().enumerate() {
                prop_assert_eq!(row.range.start, at);
                prop_assert!(row.range.end > at);
                at = row.range.end;
                let gaps = gap * f32::from(u16::try_from(row.range.len() - 1).unwrap());
                let sum: f32 = aspects[row.range.clone()].iter().map(|aspect| aspect * row.height).sum();
                let last = number + 1 == rows.len();
                prop_assert!(sum + gaps <= width + 1.0, "{} wide", sum + gaps);
                prop_assert!(last || sum + gaps >= width - 1.0, "{} wide", sum + gaps);
                prop_assert!(!last || row.height <= target + 0.01);
            }
            prop_assert_eq!(at, aspects.len());
        }
    }
}
