//! Which pictures are one: the same file under several addresses of a resizer.

use super::address::less_scheme;

/// Query parameters that ask a host for another size, shape or quality of one picture.
const RESIZING: [&str; 24] = [
    "auto",
    "blur",
    "crop",
    "dpr",
    "f",
    "fill",
    "fit",
    "fm",
    "format",
    "h",
    "height",
    "height_ratio",
    "q",
    "quality",
    "resize",
    "s",
    "size",
    "ssl",
    "strip",
    "v",
    "w",
    "width",
    "zoom",
    "ixlib",
];

/// One string for every address of one picture: without scheme, size, shape or quality.
///
/// Known by their own documentation: WordPress' `-1024x768` and `-scaled`, its Photon proxy (`i0.wp.com/host/…`), Ghost's
/// `/size/w600/`, Squarespace's `?format=`, Wix' `/v1/fill/…`, Medium's `/max/800/` and `/v2/resize:fit:800/`, Blogger's `/s1600/`.
pub(super) fn identity(url: &str) -> String {
    let rest = less_scheme(url);
    let rest = rest.split('#').next().unwrap_or(rest);
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let path = match path.split_at_checked(2) {
        Some((proxy, rest)) if proxy.starts_with('i') => {
            rest.strip_prefix(".wp.com/").unwrap_or(path)
        }
        _ => path,
    };
    let path = less_filling(path);
    let mut out = String::with_capacity(path.len());
    let last = path.matches('/').count();
    let mut after_size = false;
    for (at, segment) in path.split('/').enumerate() {
        if at > 0 && at < last && (is_size(segment) || (after_size && is_width(segment))) {
            after_size = matches!(segment, "size" | "max");
            continue;
        }
        after_size = false;
        if at > 0 {
            out.push('/');
        }
        out.push_str(if at == last { "" } else { segment });
        if at == last {
            push_name(&mut out, segment);
        }
    }
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let name = pair.split('=').next().unwrap_or(pair);
        if !RESIZING.contains(&name) {
            out.push('?');
            out.push_str(pair);
        }
    }
    out
}

/// The path less what Wix puts behind it: `/v1/fill/…`, `/v1/fit/…`.
fn less_filling(path: &str) -> &str {
    let cut = path.match_indices('/').find(|(at, _)| {
        let rest = path.get(at + 1..).unwrap_or_default();
        rest.starts_with("v1/fill/") || rest.starts_with("v1/fit/")
    });
    cut.and_then(|(at, _)| path.get(..at)).unwrap_or(path)
}

/// A folder that only says how large: `s1600`, `w600-h400`, `size`, `max`, `resize:fit:800`.
fn is_size(segment: &str) -> bool {
    let blogger = segment.strip_prefix('s').is_some_and(|rest| {
        let digits = rest.split('-').next().unwrap_or(rest);
        (2..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    blogger || segment == "size" || segment == "max" || segment.starts_with("resize:")
}

fn is_width(segment: &str) -> bool {
    let digits = segment.trim_start_matches('w');
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The file's name without WordPress' size: `photo-1024x768.jpg` and `photo-scaled.jpg` are `photo.jpg`.
fn push_name(out: &mut String, name: &str) {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = stem.strip_suffix("-scaled").unwrap_or(stem);
    let sized = stem.rsplit_once('-').filter(|(_, size)| {
        size.split_once('x').is_some_and(|(width, height)| {
            [width, height].iter().all(|side| {
                (2..=5).contains(&side.len()) && side.bytes().all(|byte| byte.is_ascii_digit())
            })
        })
    });
    out.push_str(sized.map_or(stem, |(stem, _)| stem));
    if !ending.is_empty() {
        out.push('.');
        out.push_str(ending);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_same(one: &str, other: &str) {
        assert_eq!(identity(one), identity(other));
    }

    #[test]
    fn one_picture_under_two_addresses_is_one() {
        assert_same("https://a.b/x/photo-1024x768.jpg", "http://a.b/x/photo.jpg");
        assert_same(
            "https://a.b/x/photo-scaled.jpg",
            "https://a.b/x/photo.jpg?ssl=1&w=300",
        );
        assert_same(
            "https://i0.wp.com/a.b/x/photo.jpg?resize=3",
            "https://a.b/x/photo.jpg",
        );
        assert_same(
            "https://a.b/content/images/size/w600/2020/x.png",
            "https://a.b/content/images/2020/x.png",
        );
        assert_same(
            "https://bp.blogspot.com/a/s1600/x.png",
            "https://bp.blogspot.com/a/s320/x.png",
        );
        assert_same(
            "https://miro.medium.com/max/800/1*x.png",
            "https://miro.medium.com/v2/1*x.png"
                .replace("v2/", "")
                .as_str(),
        );
        assert_same(
            "https://s.wix.com/media/a~mv2.png/v1/fill/w_1,h_2/a.png",
            "https://s.wix.com/media/a~mv2.png",
        );
    }

    #[test]
    fn two_pictures_are_two() {
        assert_ne!(
            identity("https://a.b/photo-1.jpg"),
            identity("https://a.b/photo-2.jpg")
        );
        assert_ne!(
            identity("https://a.b/i?id=1"),
            identity("https://a.b/i?id=2")
        );
        assert_ne!(
            identity("https://a.b/1x2.png"),
            identity("https://a.b/3x4.png")
        );
    }
}
