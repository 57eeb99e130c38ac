//! Resizers that are asked by the path: the width stands in one of its segments.

use super::address::Address;
use super::step;
use crate::explore::query_string::{escape_byte, unescape};

/// Ghost's own widths: 600 and up by its default settings, 300 by nearly every theme. Any other width gives the original.
const GHOST: [u32; 5] = [300, 600, 1000, 1600, 2400];

/// The widths in the `srcset` of every Substack post.
const SUBSTACK: [u32; 4] = [424, 848, 1272, 1456];

/// The widths that Flickr keeps under the same secret, by suffix.
const FLICKR: [(u32, &str); 6] = [
    (240, "m"),
    (320, "n"),
    (400, "w"),
    (640, "z"),
    (800, "c"),
    (1024, "b"),
];

/// Ghost keeps uploads by year and month under `/content/images/`, and sizes beside them under `size/wNNN/`.
pub(super) fn ghost(address: &Address<'_>, width: u32) -> Option<String> {
    let (before, after) = address.path.split_once("/content/images/")?;
    let file = match after.strip_prefix("size/") {
        Some(sized) => sized.split_once('/')?.1,
        None => after,
    };
    let year = file.split('/').next()?;
    let by_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let size = step(&GHOST, width).to_string();
    by_year.then(|| {
        let path = [before, "/content/images/size/w", &size, "/", file].concat();
        address.with_path(&path)
    })
}

/// `/CLOUD/image/upload/TRANSFORMATIONS/…`: one more transformation, applied last. A signed address admits no change.
pub(super) fn cloudinary(address: &Address<'_>, width: u32) -> Option<String> {
    let delivery = ["/image/upload/", "/image/fetch/"];
    let (kind, at) = delivery
        .iter()
        .find_map(|kind| address.path.find(kind).map(|at| (kind, at)))?;
    let (before, after) = address.path.split_at(at + kind.len());
    if after.starts_with("s--") {
        return None;
    }
    // Transformations are applied from left to right, so that a new one goes before the version or the file.
    let segments = after.split_inclusive('/');
    let is_transformation = |segment: &&str| segment.contains('_') && segment.contains(',');
    let done: usize = segments.take_while(is_transformation).map(str::len).sum();
    let (done, file) = after.split_at(done);
    let resize = ["c_limit,w_", &width.to_string(), ",q_auto,f_auto/"].concat();
    Some(address.with_path(&[before, done, &resize, file].concat()))
}

/// Substack resizes with Cloudinary's options; its own signature (`$s_!…!`) covers the picture and not its size.
pub(super) fn substack(address: &Address<'_>, width: u32) -> Option<String> {
    let width = ["w_", &step(&SUBSTACK, width).to_string()].concat();
    let rest = address.path.strip_prefix("/image/fetch/")?;
    let (options, picture) = rest.split_once('/')?;
    let options = unescape(options);
    let kept = options.split(',').filter(|option| {
        !["w_", "h_", "c_", "g_"]
            .iter()
            .any(|key| option.starts_with(key))
    });
    let mut all: Vec<&str> = kept.collect();
    let signature = usize::from(all.first().is_some_and(|option| option.starts_with("$s_")));
    all.insert(signature, "c_limit");
    all.insert(signature, &width);
    let path = ["/image/fetch/", &all.join(","), "/", picture].concat();
    Some(address.with_path(&path))
}

/// A picture where Substack stores it, by way of its resizer.
pub(super) fn substack_store(address: &Address<'_>, width: u32) -> Option<String> {
    address.path.strip_prefix("/public/images/")?;
    let mut url = String::from("https://substackcdn.com/image/fetch/w_");
    url.push_str(&step(&SUBSTACK, width).to_string());
    url.push_str(",c_limit,f_auto,q_auto:good,fl_progressive:steep/");
    for byte in address.with_path(address.path).bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            url.push(char::from(byte));
        } else {
            escape_byte(&mut url, byte);
        }
    }
    Some(url)
}

/// `/media/FILE/v1/fit/w_300,h_…/NAME`: fitted into a box that is too high to matter, so that nothing is cut off.
pub(super) fn wix(address: &Address<'_>, width: u32) -> Option<String> {
    let file = address.path.strip_prefix("/media/")?.split('/').next()?;
    let height = width.saturating_mul(4).to_string();
    let size = ["w_", &width.to_string(), ",h_", &height, ",q_85"].concat();
    let path = ["/media/", file, "/v1/fit/", &size, "/", file].concat();
    Some([address.origin, &path].concat())
}

/// `/v2/resize:fit:W/…/FILE`, `/max/W/FILE` and, on miro, `/FILE`.
pub(super) fn medium(address: &Address<'_>, width: u32) -> Option<String> {
    let (folder, file) = address.path.rsplit_once('/')?;
    let width = width.to_string();
    let known = folder.is_empty()
        || folder.starts_with("/v2/resize:")
        || ["/max/", "/fit/", "/proxy/"]
            .iter()
            .any(|way| folder.starts_with(way));
    if !known || file.is_empty() {
        return None;
    }
    let path = if address.is_on("miro.medium.com") {
        ["/v2/resize:fit:", &width, "/", file].concat()
    } else {
        ["/max/", &width, "/", file].concat()
    };
    Some(address.with_path(&path))
}

/// Blogger and Google's picture host: the size is the segment before the file's name (`/s1600/`), or stands after a `=`
/// at the end (`=s1600`).
pub(super) fn google(address: &Address<'_>, width: u32) -> Option<String> {
    let size = ["w", &width.to_string()].concat();
    if let Some((before, after)) = address.path.rsplit_once('=') {
        return is_google_size(after).then(|| address.with_path(&[before, "=", &size].concat()));
    }
    let (folder, file) = address.path.rsplit_once('/')?;
    let (before, old) = folder.rsplit_once('/')?;
    is_google_size(old).then(|| address.with_path(&[before, "/", &size, "/", file].concat()))
}

/// Whether it reads like `s1600`, `s1600-h`, `w640-h480` or `s0`.
fn is_google_size(segment: &str) -> bool {
    let mut options = segment.split('-');
    let first = options.next().unwrap_or_default();
    let number = first.strip_prefix(['s', 'w', 'h']).unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// `/SERVER/ID_SECRET_b.jpg`. The original and the largest sizes have secrets of their own, which do not open others.
pub(super) fn flickr(address: &Address<'_>, width: u32) -> Option<String> {
    let (name, extension) = address.path.rsplit_once('.')?;
    let (folder, name) = name.rsplit_once('/')?;
    let mut parts = name.split('_');
    let (id, secret, old) = (parts.next()?, parts.next()?, parts.next().unwrap_or("b"));
    let opens_others = ["s", "q", "t", "m", "n", "w", "z", "c", "b"].contains(&old);
    if !opens_others || parts.next().is_some() {
        return None;
    }
    let widest = FLICKR.last().map_or("b", |&(_, suffix)| suffix);
    let fitting = FLICKR.iter().find(|&&(step, _)| step >= width);
    let suffix = fitting.map_or(widest, |&(_, suffix)| suffix);
    let path = [folder, "/", id, "_", secret, "_", suffix, ".", extension].concat();
    Some(address.with_path(&path))
}

/// Storyblok: the file, then `/m/300x0`, of which the zero is "as high as it comes".
pub(super) fn storyblok(address: &Address<'_>, width: u32) -> Option<String> {
    address.path.strip_prefix("/f/")?;
    let file = address.path.split("/m/").next()?;
    Some(address.with_path(&[file, "/m/", &width.to_string(), "x0"].concat()))
}

/// Cloudflare's options in a segment after `marker`: `width=300,fit=scale-down`.
pub(super) fn cloudflare(address: &Address<'_>, marker: &str, width: u32) -> Option<String> {
    let (before, after) = address.path.split_once(marker)?;
    let (options, picture) = after.split_once('/')?;
    let options = unescape(options);
    if !options.contains('=') {
        return None;
    }
    let mut path = [
        before,
        marker,
        "width=",
        &width.to_string(),
        ",fit=scale-down",
    ]
    .concat();
    for option in options.split(',') {
        let key = option.split('=').next().unwrap_or_default();
        if !["width", "w", "height", "h", "fit", "dpr"].contains(&key) {
            path.push(',');
            path.push_str(option);
        }
    }
    path.push('/');
    path.push_str(picture);
    Some(address.with_path(&path))
}

/// `HubSpot` resizes what is asked for under `/hs-fs/hubfs/`.
pub(super) fn hubspot(address: &Address<'_>, width: u32) -> Option<String> {
    let (before, file) = address.path.split_once("/hubfs/")?;
    let before = before.strip_suffix("/hs-fs").unwrap_or(before);
    let path = [before, "/hs-fs/hubfs/", file].concat();
    let resized = Address {
        path: &path,
        ..*address
    };
    Some(resized.with_parameter("width", &width.to_string(), &["height", "length"]))
}
