//! When each post first appeared: by its address, the news extension or a feed; else bounded by its neighbours.
//!
//! `lastmod` is never read here: it says when a page last changed.

use crate::sitemap::Date;

use super::{
    address::Segment,
    date::Found,
    draft::Draft,
    model::{DateFrom, Kind, Published},
};
use crate::sitemap::{Precision, Stamp};

/// How many neighbouring pairs must be in order, of ten, before the file's order says anything of a date.
const IN_ORDER_OF_TEN: usize = 9;

/// Fewest neighbouring pairs from which an order is read.
const FEWEST_PAIRS: usize = 4;

/// When each page appeared, in the drafts' order. Only posts are dated.
pub(super) fn published(
    drafts: &[Draft<'_>],
    kinds: &[Kind],
    host: &str,
) -> Vec<Option<Published>> {
    let found: Vec<Option<&Found>> = drafts
        .iter()
        .zip(kinds)
        .map(|(draft, kind)| {
            // The date in an address of another site is that of what a link blog links to.
            let own = *kind == Kind::Post && draft.address.host == host;
            draft.dated.as_ref().filter(|_| own)
        })
        .collect();
    let with_hours = with_hours(&found);
    let mut out: Vec<Option<Published>> = drafts
        .iter()
        .zip(&found)
        .zip(kinds)
        .map(|((draft, found), kind)| match kind {
            Kind::Post => said(draft, *found, with_hours),
            _ => None,
        })
        .collect();
    for run in runs(drafts, kinds) {
        bound(&run, &found, &mut out);
    }
    out
}

/// Whether the site puts the hour behind the day (`/2014/05/06/14/slug`): then a fourth number is no mistake.
fn with_hours(found: &[Option<&Found>]) -> bool {
    let dated = found.iter().flatten().count();
    let doubtful = found
        .iter()
        .flatten()
        .filter(|found| found.doubtful)
        .count();
    doubtful >= 3 && doubtful.saturating_mul(2) > dated
}

/// What the files themselves say. The most precise wins; of equals, the address.
fn said(draft: &Draft<'_>, found: Option<&Found>, with_hours: bool) -> Option<Published> {
    let in_url = found.and_then(|found| {
        let first = found.candidates().next().filter(|_| with_hours);
        first
            .map(|date| (date, Precision::Day))
            .or_else(|| found.certain())
    });
    let in_url = in_url.map(|(date, precision)| Published {
        date,
        precision,
        from: DateFrom::Url,
    });
    let of = |stamp: Option<Stamp>, from| {
        stamp.map(|stamp| Published {
            date: stamp.date,
            precision: stamp.precision,
            from,
        })
    };
    let news = of(draft.news.and_then(|news| news.published), DateFrom::News);
    let feed = of(draft.item.and_then(|item| item.published), DateFrom::Feed);
    [in_url, news, feed]
        .into_iter()
        .flatten()
        .reduce(|best, next| {
            if next.precision > best.precision {
                next
            } else {
                best
            }
        })
}

/// Posts that stand in one order: those of one host and first folder, as they come in the file.
fn runs(drafts: &[Draft<'_>], kinds: &[Kind]) -> Vec<Vec<usize>> {
    let mut place: rustc_hash::FxHashMap<(&str, &str), usize> = rustc_hash::FxHashMap::default();
    let mut out: Vec<Vec<usize>> = Vec::new();
    for (index, (draft, kind)) in drafts.iter().zip(kinds).enumerate() {
        if *kind != Kind::Post {
            continue;
        }
        let folder = draft.path().first().filter(|_| draft.path().len() > 1);
        let folder = folder.map_or("", Segment::as_str);
        let folder = if folder.bytes().all(|byte| byte.is_ascii_digit()) {
            ""
        } else {
            folder
        };
        let at = *place
            .entry((draft.address.host.as_str(), folder))
            .or_insert_with(|| {
                out.push(Vec::new());
                out.len() - 1
            });
        if let Some(run) = out.get_mut(at) {
            run.push(index);
        }
    }
    out
}

/// Settles what is in doubt by the nearest surely dated posts before and after, where the run is in order.
fn bound(run: &[usize], found: &[Option<&Found>], out: &mut [Option<Published>]) {
    let sure: Vec<Option<Date>> = run
        .iter()
        .map(|index| {
            let published = out.get(*index).copied().flatten()?;
            (published.precision == Precision::Day).then_some(published.date)
        })
        .collect();
    if !is_in_order(&sure) {
        return;
    }
    let before = nearest(sure.iter());
    let mut after = nearest(sure.iter().rev());
    after.reverse();
    for ((index, before), after) in run.iter().zip(before).zip(after) {
        let (Some(before), Some(after)) = (before, after) else {
            continue;
        };
        let (from, to) = (before.min(after), before.max(after));
        let doubt = found.get(*index).copied().flatten();
        if let Some(slot) = out.get_mut(*index) {
            settle(slot, doubt, from, to);
        }
    }
}

fn settle(slot: &mut Option<Published>, doubt: Option<&Found>, from: Date, to: Date) {
    if slot.is_some_and(|known| known.precision == Precision::Day) {
        return;
    }
    if let Some(doubt) = doubt.filter(|doubt| doubt.doubtful) {
        let mut fitting = doubt.candidates().filter(|date| (from..=to).contains(date));
        if let (Some(date), None) = (fitting.next(), fitting.next()) {
            *slot = Some(Published {
                date,
                precision: Precision::Day,
                from: DateFrom::Url,
            });
        }
    }
    if slot.is_none() && from.year() == to.year() {
        let same_month = from.month() == to.month();
        let (month, precision) = if same_month {
            (from.month(), Precision::Month)
        } else {
            (1, Precision::Year)
        };
        *slot = Date::new(from.year(), month, 1).ok().map(|date| Published {
            date,
            precision,
            from: DateFrom::Order,
        });
    }
}

fn is_in_order(dates: &[Option<Date>]) -> bool {
    let mut falling = 0_usize;
    let mut rising = 0_usize;
    let mut pairs = 0_usize;
    let mut last: Option<Date> = None;
    for date in dates.iter().flatten() {
        if let Some(last) = last {
            pairs += 1;
            falling += usize::from(last >= *date);
            rising += usize::from(last <= *date);
        }
        last = Some(*date);
    }
    pairs >= FEWEST_PAIRS
        && falling.max(rising).saturating_mul(10) >= pairs.saturating_mul(IN_ORDER_OF_TEN)
}

/// For each place the last date seen before it.
fn nearest<'a>(dates: impl Iterator<Item = &'a Option<Date>>) -> Vec<Option<Date>> {
    let mut last = None;
    dates
        .map(|date| {
            let before = last;
            last = date.or(last);
            before
        })
        .collect()
}
