//! Thumbnails: the address of a smaller version of a picture, by its host's own resizer.
//!
//! Only where the address shows the resizer: a guess that fails costs the reader a request. None of the resizers crop as
//! they are asked here, and none enlarge.

mod address;
mod path;

use address::Address;

/// Squarespace's own widths; any other gives the original.
const SQUARESPACE: [u32; 7] = [100, 300, 500, 750, 1000, 1500, 2500];

/// The widths that a Next.js site answers unless it is told otherwise (`imageSizes` and `deviceSizes`).
const NEXT: [u32; 10] = [128, 256, 384, 640, 750, 828, 1080, 1200, 1920, 2048];

/// Framer's own widths.
const FRAMER: [u32; 4] = [512, 1024, 2048, 4096];

/// Hosts that take the width as a parameter, and its name. A leading dot: any host under it.
const BY_PARAMETER: [(&str, &str); 18] = [
    ("i0.wp.com", "w"),
    ("i1.wp.com", "w"),
    ("i2.wp.com", "w"),
    ("i3.wp.com", "w"),
    (".files.wordpress.com", "w"),
    (".imgix.net", "w"),
    ("images.unsplash.com", "w"),
    ("images.pexels.com", "w"),
    ("images.prismic.io", "w"),
    ("www.datocms-assets.com", "w"),
    ("images.ctfassets.net", "w"),
    ("cdn.sanity.io", "w"),
    ("cdn.hashnode.com", "w"),
    (".kc-usercontent.com", "w"),
    ("cdn.shopify.com", "width"),
    ("cdn.builder.io", "width"),
    ("images.contentstack.io", "width"),
    ("ik.imagekit.io", "tr"),
];

/// Parameters that would cut the picture or speak of another size.
const OTHER_SIZES: [&str; 11] = [
    "w", "h", "width", "height", "resize", "fit", "crop", "zoom", "dpr", "ar", "tr",
];

/// The address of `url`'s picture at least `width_px` wide (as near as the host's steps allow, and no wider than the
/// original), by its host's own resizer; `None` where the address shows none, or the picture is a drawing that needs none.
pub fn thumbnail(url: &str, width_px: u32) -> Option<String> {
    let address = Address::parse(url)?;
    let width = width_px.max(1);
    let extension = address.path.rsplit('.').next().unwrap_or_default();
    if extension.eq_ignore_ascii_case("svg") {
        return None;
    }
    by_step(&address, width)
        .or_else(|| by_parameter(&address, width))
        .or_else(|| by_path(&address, width))
        .or_else(|| by_software(&address, width))
}

/// The narrowest of a host's widths that is wide enough; its widest if none is.
fn step(steps: &[u32], width: u32) -> u32 {
    let enough = steps.iter().copied().find(|&step| step >= width);
    enough.or(steps.last().copied()).unwrap_or(width)
}

fn by_step(address: &Address<'_>, width: u32) -> Option<String> {
    let squarespace = address.is_on("images.squarespace-cdn.com")
        || (address.is_on("static1.squarespace.com") && address.path.starts_with("/static/"));
    if squarespace {
        let format = [&step(&SQUARESPACE, width).to_string(), "w"].concat();
        return Some(address.with_parameter("format", &format, &[]));
    }
    if address.is_on("framerusercontent.com") && address.path.starts_with("/images/") {
        let width = step(&FRAMER, width).to_string();
        return Some(address.with_parameter("scale-down-to", &width, &[]));
    }
    None
}

fn by_parameter(address: &Address<'_>, width: u32) -> Option<String> {
    let mut hosts = BY_PARAMETER.iter();
    let &(_, name) = hosts.find(|(host, _)| address.is_on(host))?;
    // imgix signs addresses with `s`: one that is changed is refused.
    if address.has("s") {
        return None;
    }
    let width = width.to_string();
    let value = if name == "tr" {
        ["w-", &width].concat()
    } else {
        width
    };
    Some(address.with_parameter(name, &value, &OTHER_SIZES))
}

fn by_path(address: &Address<'_>, width: u32) -> Option<String> {
    let on = |hosts: &[&str]| hosts.iter().any(|host| address.is_on(host));
    if on(&["res.cloudinary.com"]) {
        path::cloudinary(address, width)
    } else if on(&["substackcdn.com", "cdn.substack.com"]) {
        path::substack(address, width)
    } else if on(&["substack-post-media.s3.amazonaws.com"]) {
        path::substack_store(address, width)
    } else if on(&["static.wixstatic.com"]) {
        path::wix(address, width)
    } else if on(&["miro.medium.com", "cdn-images-1.medium.com"]) {
        path::medium(address, width)
    } else if on(&[".bp.blogspot.com", ".googleusercontent.com"]) {
        path::google(address, width)
    } else if on(&[".staticflickr.com"]) {
        path::flickr(address, width)
    } else if on(&["a.storyblok.com", "a-us.storyblok.com"]) {
        path::storyblok(address, width)
    } else if on(&[".dev.to"]) {
        path::cloudflare(address, "/dynamic/image/", width)
    } else {
        None
    }
}

/// What a site runs on its own host shows in the path.
fn by_software(address: &Address<'_>, width: u32) -> Option<String> {
    let path = address.path;
    let text = width.to_string();
    if path.ends_with("/_next/image") && address.has("url") && address.has("w") {
        let width = step(&NEXT, width).to_string();
        Some(address.with_parameter("w", &width, &[]))
    } else if path.ends_with("/.netlify/images") && address.has("url") {
        Some(address.with_parameter("w", &text, &["h", "fit", "position"]))
    } else if path.starts_with("/cdn/shop/") {
        Some(address.with_parameter("width", &text, &["height", "crop"]))
    } else if path.contains("/cdn-cgi/image/") {
        path::cloudflare(address, "/cdn-cgi/image/", width)
    } else if path.contains("/hubfs/") {
        path::hubspot(address, width)
    } else if address.is_on(".wordpress.com") && path.starts_with("/wp-content/uploads/") {
        Some(address.with_parameter("w", &text, &OTHER_SIZES))
    } else {
        path::ghost(address, width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn at_300(url: &str, expected: &str) {
        assert_eq!(thumbnail(url, 300).as_deref(), Some(expected));
    }

    #[test]
    fn squarespace_has_steps() {
        let url = "https://images.squarespace-cdn.com/content/v1/56/1/a+b.png?format=1500w";
        at_300(
            url,
            "https://images.squarespace-cdn.com/content/v1/56/1/a+b.png?format=300w",
        );
        assert!(thumbnail(url, 301).unwrap().ends_with("=500w"));
        assert!(thumbnail(url, 9_000).unwrap().ends_with("=2500w"));
        at_300(
            "http://static1.squarespace.com/static/56/t/5d/15/logo.png",
            "http://static1.squarespace.com/static/56/t/5d/15/logo.png?format=300w",
        );
    }

    #[test]
    fn hosts_that_take_a_parameter_get_it_in_place_of_what_crops() {
        at_300(
            "https://i0.wp.com/blog.example/wp-content/a.png?resize=640%2C480&ssl=1",
            "https://i0.wp.com/blog.example/wp-content/a.png?ssl=1&w=300",
        );
        at_300(
            "https://x.files.wordpress.com/2020/01/a.jpg",
            "https://x.files.wordpress.com/2020/01/a.jpg?w=300",
        );
        at_300(
            "https://x.wordpress.com/wp-content/uploads/2020/01/a.jpg?w=1024",
            "https://x.wordpress.com/wp-content/uploads/2020/01/a.jpg?w=300",
        );
        at_300(
            "https://images.ctfassets.net/s/i/t/a.jpg?h=250&fm=webp",
            "https://images.ctfassets.net/s/i/t/a.jpg?fm=webp&w=300",
        );
        at_300(
            "https://cdn.sanity.io/images/p/production/ab-2000x1000.png",
            "https://cdn.sanity.io/images/p/production/ab-2000x1000.png?w=300",
        );
        at_300(
            "https://cdn.shopify.com/s/files/1/1/files/a.jpg?v=1700000000",
            "https://cdn.shopify.com/s/files/1/1/files/a.jpg?v=1700000000&width=300",
        );
        at_300(
            "https://shop.example/cdn/shop/articles/a.jpg?v=1&width=2048",
            "https://shop.example/cdn/shop/articles/a.jpg?v=1&width=300",
        );
        at_300(
            "https://ik.imagekit.io/x/a.jpg",
            "https://ik.imagekit.io/x/a.jpg?tr=w-300",
        );
        at_300(
            "https://framerusercontent.com/images/a.png?scale-down-to=2048",
            "https://framerusercontent.com/images/a.png?scale-down-to=512",
        );
    }

    #[test]
    fn signed_addresses_are_left_alone() {
        assert_eq!(
            thumbnail("https://x.imgix.net/a.jpg?w=900&s=0a1b", 300),
            None
        );
        let cloudinary = "https://res.cloudinary.com/c/image/upload/s--abc--/v1/a.jpg";
        assert_eq!(thumbnail(cloudinary, 300), None);
    }

    #[test]
    fn cloudinary_gets_one_more_transformation() {
        at_300(
            "https://res.cloudinary.com/c/image/upload/v1/a.jpg",
            "https://res.cloudinary.com/c/image/upload/c_limit,w_300,q_auto,f_auto/v1/a.jpg",
        );
        at_300(
            "https://res.cloudinary.com/c/image/upload/c_crop,g_face/v1/x/a_b.jpg",
            "https://res.cloudinary.com/c/image/upload/c_crop,g_face/c_limit,w_300,q_auto,f_auto/v1/x/a_b.jpg",
        );
    }

    #[test]
    fn substack_is_asked_through_its_own_resizer() {
        at_300(
            "https://substackcdn.com/image/fetch/$s_!AO!,w_1456,c_limit,f_auto,q_auto:good/https%3A%2F%2Fx%2Fa.png",
            "https://substackcdn.com/image/fetch/$s_!AO!,w_424,c_limit,f_auto,q_auto:good/https%3A%2F%2Fx%2Fa.png",
        );
        at_300(
            "https://substackcdn.com/image/fetch/f_auto/https%3A%2F%2Fx%2Fa.png",
            "https://substackcdn.com/image/fetch/w_424,c_limit,f_auto/https%3A%2F%2Fx%2Fa.png",
        );
        let stored = thumbnail(
            "https://substack-post-media.s3.amazonaws.com/public/images/a-1_2x3.png",
            500,
        );
        assert_eq!(
            stored.as_deref(),
            Some(
                "https://substackcdn.com/image/fetch/w_848,c_limit,f_auto,q_auto:good,fl_progressive:steep/https%3A%2F%2Fsubstack-post-media.s3.amazonaws.com%2Fpublic%2Fimages%2Fa-1_2x3.png"
            )
        );
    }

    #[test]
    fn blogging_hosts_have_the_size_in_the_path() {
        at_300(
            "https://miro.medium.com/v2/resize:fit:1400/format:webp/1*ab.png",
            "https://miro.medium.com/v2/resize:fit:300/1*ab.png",
        );
        at_300(
            "https://cdn-images-1.medium.com/max/1024/1*ab.png",
            "https://cdn-images-1.medium.com/max/300/1*ab.png",
        );
        at_300(
            "https://1.bp.blogspot.com/-a/b/c/d/s1600-h/e%2Bf.png",
            "https://1.bp.blogspot.com/-a/b/c/d/w300/e%2Bf.png",
        );
        at_300(
            "https://blogger.googleusercontent.com/img/a/AVvX=w640-h480",
            "https://blogger.googleusercontent.com/img/a/AVvX=w300",
        );
        at_300(
            "https://static.wixstatic.com/media/a~mv2.png/v1/fill/w_456,h_1080/b.png",
            "https://static.wixstatic.com/media/a~mv2.png/v1/fit/w_300,h_1200,q_85/a~mv2.png",
        );
        at_300(
            "https://live.staticflickr.com/65535/123_abc_b.jpg",
            "https://live.staticflickr.com/65535/123_abc_n.jpg",
        );
        at_300(
            "https://a.storyblok.com/f/1/2000x1000/ab/a.jpg/m/800x0",
            "https://a.storyblok.com/f/1/2000x1000/ab/a.jpg/m/300x0",
        );
        at_300(
            "https://media2.dev.to/dynamic/image/width=800%2Cheight=%2Cfit=cover%2Cformat=auto/https%3A%2F%2Fx%2Fa.png",
            "https://media2.dev.to/dynamic/image/width=300,fit=scale-down,format=auto/https%3A%2F%2Fx%2Fa.png",
        );
    }

    #[test]
    fn software_is_known_by_its_paths_on_any_host() {
        at_300(
            "https://blog.example/content/images/2021/05/a.png",
            "https://blog.example/content/images/size/w300/2021/05/a.png",
        );
        at_300(
            "https://blog.example/sub/content/images/size/w1000/2021/05/a.png",
            "https://blog.example/sub/content/images/size/w300/2021/05/a.png",
        );
        at_300(
            "https://info.example/hubfs/a%20b.png?width=900&height=4&name=a%20b.png",
            "https://info.example/hs-fs/hubfs/a%20b.png?name=a%20b.png&width=300",
        );
        at_300(
            "https://x.example/_next/image?url=%2Fa.png&w=1920&q=75",
            "https://x.example/_next/image?url=%2Fa.png&q=75&w=384",
        );
        at_300(
            "https://x.example/cdn-cgi/image/w=900,format=auto/https://x.example/a.png",
            "https://x.example/cdn-cgi/image/width=300,fit=scale-down,format=auto/https://x.example/a.png",
        );
    }

    #[test]
    fn what_shows_no_resizer_is_left_alone() {
        for url in [
            "https://blog.example/wp-content/uploads/2020/01/a-1024x768.png",
            "https://blog.example/content/images/logo.png",
            "https://blog.example/images/a.png?w=100",
            "https://images.squarespace-cdn.com/content/v1/1/a.svg",
            "https://live.staticflickr.com/65535/123_abc_o.jpg",
            "https://notimgix.net/a.png",
            "data:image/png;base64,AAAA",
            "javascript:alert(1)",
        ] {
            assert_eq!(thumbnail(url, 300), None, "{url}");
        }
    }

    proptest! {
        #[test]
        fn a_thumbnail_of_a_thumbnail_is_the_same(
            host in proptest::sample::select(vec![
                "images.squarespace-cdn.com", "i0.wp.com", "res.cloudinary.com", "substackcdn.com",
                "static.wixstatic.com", "miro.medium.com", "1.bp.blogspot.com", "live.staticflickr.com",
                "a.storyblok.com", "media2.dev.to", "blog.example",
            ]),
            rest in "[a-z0-9_=?&,%/.*-]{0,40}",
            prefix in proptest::sample::select(vec![
                "/", "/image/fetch/", "/media/", "/max/9/", "/a/s1600/", "/content/images/2020/", "/hubfs/",
                "/cdn-cgi/image/w=1/", "/f/", "/dynamic/image/width=1/",
            ]),
            width in any::<u32>(),
        ) {
            let url = format!("https://{host}{prefix}{rest}");
            if let Some(small) = thumbnail(&url, width) {
                prop_assert!(small.starts_with("https://"));
                // One more transformation is added to the others there.
                if host != "res.cloudinary.com" {
                    prop_assert_eq!(thumbnail(&small, width), Some(small.clone()));
                }
            }
        }

        #[test]
        fn no_address_panics(url in any::<String>(), width in any::<u32>()) {
            let _ = thumbnail(&url, width);
        }
    }
}
