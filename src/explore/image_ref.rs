//! How one picture of one page is named in an address.

use crate::blog::{Blog, PageId};

/// Names picture `index` (from 0) of a page: `PAGE_KEY/N`, N from 1.
pub fn image_ref(blog: &Blog, page: PageId, index: usize) -> String {
    format!("{}/{}", blog.page(page).key, index.saturating_add(1))
}

/// The page and picture (from 0) that `reference` names, if the blog has them.
pub fn find_image(blog: &Blog, reference: &str) -> Option<(PageId, usize)> {
    let (key, number) = reference.rsplit_once('/')?;
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let index = if digits {
        number.parse::<usize>().ok()?.checked_sub(1)?
    } else {
        return None;
    };
    let page = blog.page_by_key(key)?;
    (index < blog.page(page).images.len()).then_some((page, index))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::sample::Sample;

    #[test]
    fn a_reference_finds_the_picture_it_was_made_for() {
        let blog = Sample::new()
            .post("2023-05-01", "One")
            .pictures(&["a", "b"])
            .blog();
        let page = blog.posts[0];
        let reference = image_ref(&blog, page, 1);
        assert_eq!(reference, "one/2");
        assert_eq!(find_image(&blog, &reference), Some((page, 1)));
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        let blog = Sample::new()
            .post("2023-05-01", "One")
            .pictures(&["a"])
            .blog();
        for bad in [
            "one/0",
            "one/2",
            "one/+1",
            "one/",
            "one",
            "two/1",
            "",
            "/",
            "one/99999999999999999999",
        ] {
            assert_eq!(find_image(&blog, bad), None, "{bad}");
        }
    }
}
