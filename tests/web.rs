//! The browser room in a real browser: mounting, unmounting, two at once, and reading a sitemap as it comes.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on has failed"
)]

use std::rc::Rc;

use blog_explorer::browser::{Mounted, encodings, mount};
use blog_explorer::sitemap::{Decoders, Limits, Reader};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn an_element_without_a_sitemap_says_what_is_missing() {
    let shown = show("");
    assert!(shown.says("No blog to show yet").await);
}

#[wasm_bindgen_test]
async fn an_address_that_cannot_be_opened_is_explained() {
    let shown = show("javascript:alert(1)");
    assert!(
        shown
            .says("This is not an address that can be opened")
            .await
    );
}

#[wasm_bindgen_test]
async fn what_is_freed_leaves_nothing_behind() {
    let first = show("");
    let second = show("javascript:alert(1)");
    assert!(first.says("No blog to show yet").await);
    let root = first.root.clone();
    drop(first);
    assert_eq!(root.child_element_count(), 0);
    assert!(
        second
            .says("This is not an address that can be opened")
            .await
    );
}

#[wasm_bindgen_test]
fn encodings_that_only_the_browser_knows_are_read() {
    // "Привет" in KOI8-R, cut in the middle of a tag and between the letters.
    let xml = [
        b"<?xml version='1.0' encoding='koi8-r'?><rss><channel><title>".as_slice(),
        &[0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4],
        b"</title></channel></rss>",
    ]
    .concat();
    let mut reader = Reader::new("", Limits::default()).with_decoders(encodings());
    for chunk in xml.chunks(3) {
        reader.feed(chunk);
    }
    let outcome = reader.finish();
    assert_eq!(outcome.channel.unwrap().title.as_deref(), Some("Привет"));
    assert!(outcome.report.problems.is_empty());
}

#[wasm_bindgen_test]
fn a_character_that_is_cut_in_two_is_put_together() {
    let decoders: Rc<dyn Decoders> = encodings();
    let mut decoder = decoders.decoder("Shift_JIS").unwrap();
    let mut text = String::new();
    for byte in [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea] {
        decoder.decode(&[byte], false, &mut text);
    }
    decoder.decode(&[], true, &mut text);
    assert_eq!(text, "日本語");
    assert!(decoders.decoder("no such encoding").is_none());
}

/// An explorer in a box of its own.
struct Shown {
    root: HtmlElement,
    _mounted: Mounted,
}

fn show(sitemap: &str) -> Shown {
    let document = web_sys::window().unwrap().document().unwrap();
    let root: HtmlElement = document.create_element("div").unwrap().unchecked_into();
    document.body().unwrap().append_child(&root).unwrap();
    let attributes = Object::new();
    Reflect::set(
        &attributes,
        &JsValue::from_str("sitemap"),
        &JsValue::from_str(sitemap),
    )
    .unwrap();
    let mounted = mount(
        root.clone(),
        &attributes,
        js_sys::Function::new_no_args("return true"),
    );
    Shown {
        root,
        _mounted: mounted,
    }
}

impl Shown {
    /// Waits until the text is there; false if it does not come in two hundred turns of the event loop.
    async fn says(&self, text: &str) -> bool {
        for _ in 0..200 {
            if self.root.text_content().unwrap_or_default().contains(text) {
                return true;
            }
            turn().await;
        }
        false
    }
}

/// Lets the browser go once round its event loop.
async fn turn() {
    let promise = Promise::new(&mut |resolve, _| {
        web_sys::window()
            .unwrap()
            .set_timeout_with_callback(&resolve)
            .unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}
