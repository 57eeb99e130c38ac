//! A series as a reader is told of it: name, labels, what is missing, how sure, and why.

use super::group::Group;
use super::name::name;
use super::post::Posts;
use crate::blog::model::{Series, SeriesPart};

/// More than so many missing parts are no list but a sign of another way of numbering.
const MOST_MISSING: usize = 12;

/// The series that a group is.
pub(super) fn series(posts: &Posts<'_>, group: &Group) -> Series {
    let name = acronym(posts, group).unwrap_or_else(|| name(posts, group));
    let parts = group.members.iter().filter_map(|member| {
        Some(SeriesPart {
            page: posts.get(member.post)?.page,
            label: member.label.clone(),
        })
    });
    let missing = missing(group);
    let known = group.members.len();
    let doubt = if missing.len() > known { 0.25 } else { 0.0 };
    Series {
        slug: String::new(),
        because: because(group, &name),
        name,
        numbered: group.numbered,
        recurring: group.recurring,
        confidence: group.confidence - doubt,
        parts: parts.collect(),
        missing,
    }
}

/// Labels of the parts that the count says there should be.
fn missing(group: &Group) -> Vec<String> {
    let numbers = group.numbers();
    if !group.numbered
        || group
            .members
            .iter()
            .any(|member| member.label.contains(','))
    {
        return Vec::new();
    }
    let last = numbers.last().copied().max(group.total).unwrap_or(0);
    if last > 500 {
        return Vec::new();
    }
    let missing: Vec<u32> = (1..=last)
        .filter(|number| numbers.binary_search(number).is_err())
        .collect();
    if missing.len() > MOST_MISSING || group.word.is_empty() {
        return Vec::new();
    }
    missing
        .into_iter()
        .map(|number| format!("{} {number}", group.word))
        .collect()
}

fn because(group: &Group, name: &str) -> String {
    let count = group.members.len();
    let mut labels: Vec<&str> = group
        .members
        .iter()
        .map(|member| member.label.as_str())
        .filter(|label| !label.is_empty())
        .collect();
    let all = labels.len();
    labels.truncate(3);
    let more = if all > labels.len() { ", …" } else { "" };
    let shown = format!("{}{more}", labels.join(", "));
    group
        .because
        .replace("{count}", &count.to_string())
        .replace("{name}", name)
        .replace("{labels}", &shown)
}

/// Where all that posts share is an acronym, the name of the post that it abbreviates: "The Architecture of Serverless Data
/// Systems (ASDS)".
fn acronym(posts: &Posts<'_>, group: &Group) -> Option<String> {
    let [_] = group.name.as_slice() else {
        return None;
    };
    let short = name(posts, group);
    let letters = short.chars().count();
    let capitals = short.chars().all(char::is_uppercase) || !short.chars().any(char::is_uppercase);
    if !(3..=6).contains(&letters) || !capitals {
        return None;
    }
    let first = group.members.first()?.post;
    let spelt_out = posts.with_initials(&short.to_lowercase());
    let near = spelt_out
        .iter()
        .find(|post| posts.is_close(**post, first))?;
    let long = &posts.views(*near).last()?.text;
    Some(format!("{long} ({})", short.to_uppercase()))
}
