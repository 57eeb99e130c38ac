//! Files out and in: what the reader keeps elsewhere, and brings back.

use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::ui::File;

/// Lets the browser save a file. False where it has no way to.
pub(super) fn save(file: &File) -> bool {
    try_save(file).is_ok()
}

fn try_save(file: &File) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(file.kind);
    let parts = Array::of1(&JsValue::from_str(&file.text));
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(&file.name);
    link.click();
    // The browser has taken hold of it by then; it may be let go.
    web_sys::Url::revoke_object_url(&url)
}

/// The text of a file that the reader brought; nothing where it cannot be read.
pub(super) async fn text(file: &web_sys::File) -> Option<String> {
    JsFuture::from(file.text()).await.ok()?.as_string()
}
