//! Keeps what a reader has marked, on this device, a value for each blog.
//!
//! In local storage, not beside the snapshots: it is small, it is written at once or not at all, and other tabs are told by the browser. Where
//! storage is missing, full or blocked, marks last as long as the page, and the reader is told so.

use js_sys::{Array, JSON, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::explore::{Load, Mark, Marks};

/// Before the host of the blog.
const PLACE: &str = "blog-explorer.marks:";
/// What is written down is of this version. What a later one wrote is left alone.
const VERSION: f64 = 1.0;
/// What could not be read is kept under this, after its own name, and never written over.
const UNREADABLE: &str = ":unreadable";

/// The marks on the blog that is shown.
#[derive(Clone, Copy)]
pub(super) struct KeptMarks {
    blog: StoredValue<String>,
    marks: RwSignal<Marks>,
    /// Counts how often they came anew from outside: for another blog, from another tab, from a file.
    came: RwSignal<u32>,
}

/// How writing down ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Yes,
    No,
}

impl KeptMarks {
    /// Follows the blog that is shown, and what other tabs mark on it, until the calling component is gone.
    pub(super) fn follow(load: ReadSignal<Load>) -> Self {
        let kept = Self {
            blog: StoredValue::new(String::new()),
            marks: RwSignal::new(Marks::default()),
            came: RwSignal::new(0),
        };
        let blog = Memo::new(move |_| {
            load.with(|load| match load {
                Load::Ready(reading) => reading.index.blog().site.host.clone(),
                _ => String::new(),
            })
        });
        Effect::new(move || {
            kept.blog.set_value(blog.get());
            kept.read_again();
        });
        let listener = window_event_listener(leptos::ev::storage, move |event| {
            // Without a key, everything was cleared.
            if event.key().is_none_or(|key| key == kept.place()) {
                kept.read_again();
            }
        });
        on_cleanup(move || listener.remove());
        kept
    }

    /// The marks.
    pub(super) fn marks(self) -> Signal<Marks> {
        self.marks.into()
    }

    /// Changes when the marks came anew from outside.
    pub(super) fn came(self) -> Signal<u32> {
        self.came.into()
    }

    /// Puts a mark on posts, or takes it away. Whether that was written down.
    pub(super) fn set(self, mark: Mark, keys: &[String], on: bool) -> bool {
        let place = self.place();
        // Another tab may have written since: its marks are not lost.
        let mut marks = read(&place)
            .unwrap_or_default()
            .unwrap_or_else(|| self.marks.get_untracked());
        for key in keys {
            marks.set(mark, key, on);
        }
        let written = write(&place, &marks);
        self.marks.set(marks);
        written == Written::Yes
    }

    fn place(self) -> String {
        self.blog.with_value(|blog| format!("{PLACE}{blog}"))
    }

    fn read_again(self) {
        let marks = match read(&self.place()) {
            Ok(marks) => marks.unwrap_or_default(),
            Err(NotRead) => Marks::default(),
        };
        if self.marks.with_untracked(|before| *before != marks) {
            self.marks.set(marks);
            self.came.update(|came| *came = came.wrapping_add(1));
        }
    }
}

/// What is stored is not what this version writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct NotRead;

/// Every blog's marks as one JSON text, to be kept in a file; none where nothing is marked anywhere.
pub(super) fn export() -> Option<String> {
    let blogs = Object::new();
    for (blog, marks) in all()? {
        set(&blogs, &blog, &to_js(&marks));
    }
    if Object::keys(&blogs).length() == 0 {
        return None;
    }
    let file = Object::new();
    set(&file, "blogExplorer", &VERSION.into());
    set(&file, "blogs", &blogs);
    let indented =
        JSON::stringify_with_replacer_and_space(&file, &JsValue::NULL, &JsValue::from_f64(2.0));
    indented.ok().map(String::from)
}

/// Adds the marks of such a text to those that are there. How many blogs' it brought; nothing where the text is something else or could not be
/// written down.
pub(super) fn import(text: &str, now: KeptMarks) -> Option<usize> {
    let file = JSON::parse(text).ok()?;
    if get(&file, "blogExplorer").as_f64()? > VERSION {
        return None;
    }
    let blogs: Object = get(&file, "blogs").dyn_into().ok()?;
    let mut brought = 0;
    for blog in Object::keys(&blogs)
        .iter()
        .filter_map(|blog| blog.as_string())
    {
        let place = format!("{PLACE}{blog}");
        let mut marks = read(&place).ok()?.unwrap_or_default();
        marks.add(from_js(&get(&blogs, &blog)));
        if write(&place, &marks) == Written::No {
            return None;
        }
        brought += 1;
    }
    now.read_again();
    Some(brought)
}

/// Every blog that has marks, by its host.
fn all() -> Option<Vec<(String, Marks)>> {
    let storage = storage()?;
    let places = (0..storage.length().ok()?).filter_map(|index| storage.key(index).ok().flatten());
    let mut all: Vec<(String, Marks)> = places
        .filter_map(|place| {
            let blog = place.strip_prefix(PLACE)?;
            Some((blog.to_owned(), read(&place).ok()??))
        })
        .collect();
    all.sort_by(|(a, _), (b, _)| a.cmp(b));
    Some(all)
}

/// The marks stored there; none where nothing is.
fn read(place: &str) -> Result<Option<Marks>, NotRead> {
    let Some(text) = storage().and_then(|storage| storage.get_item(place).ok().flatten()) else {
        return Ok(None);
    };
    let stored = JSON::parse(&text).map_err(|_| NotRead)?;
    match get(&stored, "version").as_f64() {
        Some(version) if version <= VERSION => Ok(Some(from_js(&stored))),
        _ => Err(NotRead),
    }
}

fn write(place: &str, marks: &Marks) -> Written {
    let Some(storage) = storage() else {
        return Written::No;
    };
    if read(place).is_err() {
        let stored = storage.get_item(place).ok().flatten().unwrap_or_default();
        // A later version's marks stay where they are; what nobody can read is put aside.
        let is_later = JSON::parse(&stored)
            .is_ok_and(|stored| get(&stored, "version").as_f64() > Some(VERSION));
        let aside = format!("{place}{UNREADABLE}");
        if is_later || storage.set_item(&aside, &stored).is_err() {
            return Written::No;
        }
    }
    let text = JSON::stringify(&to_js(marks)).map(String::from);
    match text.map(|text| storage.set_item(place, &text)) {
        Ok(Ok(())) => Written::Yes,
        _ => Written::No,
    }
}

fn to_js(marks: &Marks) -> Object {
    let list = |mark| marks.keys(mark).map(JsValue::from_str).collect::<Array>();
    let object = Object::new();
    set(&object, "version", &VERSION.into());
    set(&object, "read", &list(Mark::Read));
    set(&object, "starred", &list(Mark::Starred));
    object
}

fn from_js(object: &JsValue) -> Marks {
    let list = |name| {
        let list = get(object, name).dyn_into::<Array>().unwrap_or_default();
        list.iter().filter_map(|key| key.as_string()).collect()
    };
    let (read, starred): (Vec<String>, Vec<String>) = (list("read"), list("starred"));
    Marks::new(read, starred)
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a field of a plain object cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
