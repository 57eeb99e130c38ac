//! Fetches a file as it comes, chunk by chunk, and tells apart the ways in which that fails.

use gloo_net::http::Request;
use js_sys::Uint8Array;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, ReadableStream, ReadableStreamDefaultReader};

use crate::explore::{Cause, Trouble};

/// Stops a fetch when told to, or when dropped: an explorer that is gone wants nothing more.
pub(super) struct Stop(AbortController);

impl Stop {
    /// `None` in a browser without `AbortController`, which would lack WebAssembly too.
    pub(super) fn new() -> Option<Self> {
        AbortController::new().ok().map(Self)
    }

    pub(super) fn signal(&self) -> AbortSignal {
        self.0.signal()
    }

    pub(super) fn stop(&self) {
        self.0.abort();
    }
}

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The absolute address that `source` means on this page; `None` if it is none, or not one for `http` or `https`.
pub(super) fn absolute(source: &str) -> Option<String> {
    let base = window().document()?.base_uri().ok().flatten()?;
    let url = web_sys::Url::new_with_base(source, &base).ok()?;
    matches!(url.protocol().as_str(), "http:" | "https:").then(|| url.href())
}

/// Fetches `url` and hands each chunk to `chunk`, until it says `false`.
///
/// # Errors
/// Why nothing, or not all, could be read. What was handed on before stays handed on.
pub(super) async fn fetch(
    url: &str,
    signal: &AbortSignal,
    chunk: impl FnMut(&[u8]) -> bool,
) -> Result<(), Trouble> {
    let trouble = |cause: Cause, detail: String| Trouble {
        cause,
        source: url.to_owned(),
        detail,
    };
    let stopped = |error: String| {
        if signal.aborted() {
            return trouble(Cause::Cancelled, error);
        }
        trouble(
            if window().navigator().on_line() {
                Cause::Unreachable
            } else {
                Cause::Offline
            },
            error,
        )
    };
    let response = Request::get(url)
        .abort_signal(Some(signal))
        .send()
        .await
        .map_err(|error| stopped(error.to_string()))?;
    match response.status() {
        200..=299 => {}
        404 | 410 => {
            return Err(trouble(
                Cause::NotFound,
                format!("status {}", response.status()),
            ));
        }
        status => {
            return Err(trouble(
                Cause::Status(status),
                format!("status {status} {}", response.status_text()),
            ));
        }
    }
    let Some(body) = response.body() else {
        return Ok(());
    };
    read(body, chunk)
        .await
        .map_err(|error| stopped(describe(&error)))
}

/// What a thrown value says of itself.
fn describe(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(
        || format!("{error:?}"),
        |error| String::from(error.message()),
    )
}

/// Reads a stream to its end, or until nothing more is wanted.
async fn read(body: ReadableStream, mut chunk: impl FnMut(&[u8]) -> bool) -> Result<(), JsValue> {
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    while let Some(bytes) = next(&reader).await? {
        if !chunk(&bytes) {
            drop(reader.cancel());
            break;
        }
    }
    Ok(())
}

/// The next chunk of a stream; `None` at its end.
async fn next(reader: &ReadableStreamDefaultReader) -> Result<Option<Vec<u8>>, JsValue> {
    let result = JsFuture::from(reader.read()).await?;
    let field = |name: &str| js_sys::Reflect::get(&result, &JsValue::from_str(name));
    if field("done")?.is_truthy() {
        return Ok(None);
    }
    Ok(Some(field("value")?.dyn_into::<Uint8Array>()?.to_vec()))
}
