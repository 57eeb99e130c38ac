//! Drives a reading: fetches what the sitemap names, feeds the reader as bytes arrive, and says how far it is.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use futures::stream::{FuturesUnordered, StreamExt};
use leptos::prelude::*;
use web_sys::AbortSignal;

use super::encodings::encodings;
use super::fetch::{Stop, absolute, fetch};
use crate::blog::{Blog, Given, GivenFile};
use crate::explore::{Cause, Index, Load, Progress, Reading, Trouble};
use crate::sitemap::{Entry, Follow, Format, Limits, Outcome, Reader};

/// Files fetched at the same time: enough to hide the way to the host, few enough to be polite.
const AT_ONCE: usize = 4;

/// Starts reading `source` into `load`. Dropping what it returns stops it.
pub(super) fn start(source: &str, load: WriteSignal<Load>) -> Option<Stop> {
    let Some(url) = absolute(source) else {
        let detail = format!("“{source}” is not an http or https address");
        load.set(Load::Failed(Trouble {
            cause: Cause::BadAddress,
            source: source.to_owned(),
            detail,
        }));
        return None;
    };
    let stop = Stop::new()?;
    let signal = stop.signal();
    load.set(Load::Busy(Progress {
        source: url.clone(),
        files_known: 1,
        ..Progress::default()
    }));
    leptos::task::spawn_local(async move {
        let outcome = Session::new(url, signal.clone(), load).run().await;
        // The reader stopped it, or asked for something else meanwhile: whoever did that has said what is shown.
        if !signal.aborted() {
            load.set(outcome);
        }
    });
    Some(stop)
}

/// One reading.
struct Session {
    source: String,
    signal: AbortSignal,
    progress: Rc<RefCell<Progress>>,
    load: WriteSignal<Load>,
}

/// Everything read so far.
#[derive(Default)]
struct Gathered {
    entries: Vec<Entry>,
    files: Vec<(String, crate::sitemap::Report)>,
    troubles: Vec<Trouble>,
    site_title: Option<String>,
    given_files: Vec<GivenFile>,
}

impl Session {
    fn new(source: String, signal: AbortSignal, load: WriteSignal<Load>) -> Self {
        let progress = Progress {
            source: source.clone(),
            files_known: 1,
            ..Progress::default()
        };
        Self {
            source,
            signal,
            progress: Rc::new(RefCell::new(progress)),
            load,
        }
    }

    /// Reads the source and, if it is an index, what it names.
    async fn run(&self) -> Load {
        let mut follow = Follow::new(&self.source, Limits::default());
        let mut waiting = vec![(self.source.clone(), 0)];
        let mut gathered = Gathered::default();
        let mut running = FuturesUnordered::new();
        loop {
            while running.len() < AT_ONCE && !waiting.is_empty() {
                let (url, depth) = waiting.remove(0);
                running.push(async move { (self.file(&url).await, url, depth) });
            }
            let Some((result, url, depth)) = running.next().await else {
                break;
            };
            match result {
                Ok(mut outcome) => {
                    let files = follow.take(&mut outcome, depth);
                    waiting.extend(files.into_iter().map(|file| (file, depth + 1)));
                    gathered.take(url, outcome);
                }
                Err(trouble) => gathered.troubles.push(trouble),
            }
            self.tell(|progress| {
                progress.files_read += 1;
                progress.files_known = follow.files();
            });
        }
        gathered.understand(self.source.clone())
    }

    /// Reads one file.
    async fn file(&self, url: &str) -> Result<Outcome, Trouble> {
        let mut reader = Reader::new(url, Limits::default()).with_decoders(encodings());
        let mut entries = Vec::new();
        let read = fetch(url, &self.signal, |bytes| {
            reader.feed(bytes);
            let more = reader.take();
            self.tell(|progress| {
                progress.bytes += bytes.len() as u64;
                progress.urls += more.len();
            });
            entries.extend(more);
            !reader.is_full()
        })
        .await;
        let mut outcome = reader.finish();
        entries.append(&mut outcome.entries);
        outcome.entries = entries;
        match read {
            Err(trouble) if outcome.entries.is_empty() || trouble.cause == Cause::Cancelled => {
                Err(trouble)
            }
            // The connection broke on the way: what came is shown, and that it is not all.
            Err(_) => {
                outcome.report.truncated = true;
                Ok(outcome)
            }
            Ok(()) => check(outcome, url),
        }
    }

    fn tell(&self, change: impl FnOnce(&mut Progress)) {
        let mut progress = self.progress.borrow_mut();
        change(&mut progress);
        if !self.signal.aborted() {
            self.load.set(Load::Busy(progress.clone()));
        }
    }
}

/// A file that was read, but gave nothing, is a trouble with a name.
fn check(outcome: Outcome, url: &str) -> Result<Outcome, Trouble> {
    if !outcome.entries.is_empty() || !outcome.children.is_empty() {
        return Ok(outcome);
    }
    let cause = match outcome.report.format {
        Format::Empty => Cause::Empty,
        Format::Html => Cause::Html,
        Format::Unknown => Cause::NotASitemap,
        _ => Cause::NoPages,
    };
    let detail = outcome
        .report
        .problems
        .first()
        .map(|problem| format!("line {}: {}", problem.line, problem.what))
        .unwrap_or_default();
    Err(Trouble {
        cause,
        source: url.to_owned(),
        detail,
    })
}

impl Gathered {
    fn take(&mut self, url: String, mut outcome: Outcome) {
        self.given_files.push(GivenFile {
            address: url.clone(),
            entries: outcome.entries.len(),
        });
        self.entries.append(&mut outcome.entries);
        self.site_title = self
            .site_title
            .take()
            .or_else(|| outcome.channel.and_then(|channel| channel.title));
        self.files.push((url, outcome.report));
    }

    /// Makes a blog of what was read, if there is anything.
    fn understand(mut self, source: String) -> Load {
        if self.entries.is_empty() {
            let none = Trouble {
                cause: Cause::NoPages,
                source,
                detail: String::new(),
            };
            return Load::Failed(if self.troubles.is_empty() {
                none
            } else {
                self.troubles.swap_remove(0)
            });
        }
        let given = Given {
            source: Some(source.clone()),
            channel: self.site_title.take(),
            files: self.given_files,
        };
        let blog = Blog::from_entries(&self.entries, &given);
        let index = Arc::new(Index::new(Arc::new(blog)));
        Load::Ready(Arc::new(Reading {
            index,
            source,
            files: self.files,
            troubles: self.troubles,
        }))
    }
}
