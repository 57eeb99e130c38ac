//! Dates and numbers in the reader's language, by the browser's own `Intl`.

use std::cell::RefCell;

use crate::sitemap::Date;
use js_sys::{Array, Date as JsDate, Function, Intl, Object, Reflect};
use leptos::prelude::{GetUntracked, Signal};
use wasm_bindgen::JsValue;

use crate::ui::Locale;

/// Dates and numbers in the language that is wanted now.
pub(super) struct Formats {
    language: Signal<String>,
    made: RefCell<Made>,
}

impl Formats {
    /// For a language tag that may change, or for the browser's own languages where it is empty or unknown.
    pub(super) fn new(language: Signal<String>) -> Self {
        let made = RefCell::new(Made::new(language.get_untracked()));
        Self { language, made }
    }

    fn with(&self, say: impl FnOnce(&Made) -> String) -> String {
        let mut made = self.made.borrow_mut();
        let language = self.language.get_untracked();
        if made.language != language {
            *made = Made::new(language);
        }
        say(&made)
    }
}

/// Formatters, made once for a language: each costs the browser far more to make than to use.
struct Made {
    language: String,
    day: Function,
    month: Function,
    month_short: Function,
    month_of_year_short: Function,
    number: Function,
}

impl Made {
    fn new(language: String) -> Self {
        let dates = |parts: &[(&str, &str)]| {
            let options = Object::new();
            for (name, value) in parts.iter().chain(&[("timeZone", "UTC")]) {
                // Setting a field of a plain object cannot fail.
                let _ = Reflect::set(
                    &options,
                    &JsValue::from_str(name),
                    &JsValue::from_str(value),
                );
            }
            Intl::DateTimeFormat::new(&languages(&language), &options).format()
        };
        Self {
            day: dates(&[("year", "numeric"), ("month", "long"), ("day", "numeric")]),
            month: dates(&[("year", "numeric"), ("month", "long")]),
            month_short: dates(&[("month", "short")]),
            month_of_year_short: dates(&[("year", "numeric"), ("month", "short")]),
            number: Intl::NumberFormat::new(&languages(&language), &Object::new()).format(),
            language,
        }
    }
}

/// The list of languages that `Intl` wants; empty for the browser's own.
fn languages(language: &str) -> Array {
    let tags = Array::new();
    if !language.is_empty() {
        tags.push(&JsValue::from_str(language));
    }
    // A tag that is not well-formed would throw.
    if Intl::get_canonical_locales(&tags).length() == 0 {
        Array::new()
    } else {
        tags
    }
}

/// Says a value, or leaves it empty where the browser cannot.
fn say(format: &Function, value: &JsValue) -> String {
    format
        .call1(&JsValue::UNDEFINED, value)
        .ok()
        .and_then(|said| said.as_string())
        .unwrap_or_default()
}

/// A calendar day as the browser's date, at noon in UTC, where `timeZone: UTC` reads it as the same day.
fn js_date(year: i16, month: i8, day: i8) -> JsValue {
    let date = JsDate::new_0();
    date.set_time(0.0);
    date.set_utc_full_year_with_month_date(
        i32::from(year).unsigned_abs(),
        i32::from(month) - 1,
        i32::from(day),
    );
    date.into()
}

impl Locale for Formats {
    fn day(&self, date: Date) -> String {
        self.with(|made| say(&made.day, &js_date(date.year(), date.month(), date.day())))
    }

    fn month(&self, year: i16, month: i8) -> String {
        self.with(|made| say(&made.month, &js_date(year, month, 1)))
    }

    fn month_short(&self, month: i8) -> String {
        self.with(|made| say(&made.month_short, &js_date(2000, month, 1)))
    }

    fn month_of_year_short(&self, year: i16, month: i8) -> String {
        self.with(|made| say(&made.month_of_year_short, &js_date(year, month, 1)))
    }

    #[allow(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    fn number(&self, number: usize) -> String {
        self.with(|made| say(&made.number, &JsValue::from_f64(number as f64)))
    }
}
