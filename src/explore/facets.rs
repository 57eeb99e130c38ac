//! Facets: which posts each filter lets through, and how many there would be without it.

use super::facts::{Facts, in_range};
use super::outlook::{Outlook, SectionCount};
use super::search::{Answer, Doc, Fields};
use super::view_state::ViewState;
use crate::blog::{Blog, Page, PageId, SectionId};

/// The filters, a bit each: those that a post fails.
const QUERY: u8 = 1;
const SECTIONS: u8 = 2;
const TOPIC: u8 = 4;
const DATES: u8 = 8;
const ILLUSTRATED: u8 = 16;
const IN_SERIES: u8 = 32;

/// The filters of a view state, as far as the blog has what they name: a section or topic that it has not is as if it
/// were not asked for.
pub(crate) struct Facets<'a> {
    blog: &'a Blog,
    state: &'a ViewState,
    sections: Vec<usize>,
    topic: Option<usize>,
    fields: &'a Fields,
}

impl<'a> Facets<'a> {
    pub(crate) fn new(blog: &'a Blog, state: &'a ViewState, fields: &'a Fields) -> Facets<'a> {
        let section = |slug: &String| blog.sections.iter().position(|s| s.slug == *slug);
        let topic = |slug: &String| blog.topics.iter().position(|t| t.slug == *slug);
        Facets {
            blog,
            state,
            sections: state.sections.iter().filter_map(section).collect(),
            topic: state.topic.as_ref().and_then(topic),
            fields,
        }
    }

    /// Counts the posts into the outlook; gives those that pass everything.
    pub(crate) fn count(
        &self,
        docs: &[PageId],
        facts: &[Facts],
        answer: &Answer,
        outlook: &mut Outlook,
    ) -> Vec<Doc> {
        outlook.sections = self.no_counts();
        let needs_page = self.topic.is_some() || !self.fields.is_empty();
        let mut passed = Vec::with_capacity(docs.len());
        for ((doc, &post), facts) in (0..).zip(docs).zip(facts) {
            let mut fails = self.fails(facts);
            if needs_page {
                fails |= self.fails_as_page(self.blog.page(post));
            }
            if !answer.has(doc) {
                fails |= QUERY;
            }
            count_one(facts, fails, outlook);
            if fails == 0 {
                passed.push(doc);
            }
        }
        passed
    }

    fn no_counts(&self) -> Vec<SectionCount> {
        let all = self.blog.sections.iter().zip(0..);
        all.map(|(_, id)| SectionCount {
            id: SectionId(id),
            posts: 0,
            selected: self.sections.contains(&(id as usize)),
        })
        .collect()
    }

    fn fails(&self, facts: &Facts) -> u8 {
        let state = self.state;
        let in_section = || {
            let section = facts.section.map(SectionId::index);
            section.is_some_and(|section| self.sections.contains(&section))
        };
        fail(SECTIONS, self.sections.is_empty() || in_section())
            | fail(DATES, in_range(facts.months, state.from, state.to))
            | fail(ILLUSTRATED, !state.illustrated || facts.illustrated)
            | fail(IN_SERIES, !state.in_series || facts.in_series)
    }

    fn fails_as_page(&self, page: &Page) -> u8 {
        let mut topics = page.topics.iter().map(|found| found.topic.index());
        let on_topic = self
            .topic
            .is_none_or(|asked| topics.any(|topic| topic == asked));
        fail(TOPIC, on_topic) | fail(QUERY, self.fields.pass(page))
    }
}

fn fail(bit: u8, passes: bool) -> u8 {
    if passes { 0 } else { bit }
}

fn count_one(facts: &Facts, fails: u8, outlook: &mut Outlook) {
    let but_for = |bit: u8| fails & !bit == 0;
    if but_for(SECTIONS) {
        outlook.all_sections += 1;
        let section = facts.section.map(SectionId::index);
        if let Some(count) = section.and_then(|index| outlook.sections.get_mut(index)) {
            count.posts += 1;
        }
    }
    if but_for(DATES) {
        outlook.strip.add(facts.bar, facts.section);
    }
    outlook.illustrated += usize::from(but_for(ILLUSTRATED) && facts.illustrated);
    outlook.in_series += usize::from(but_for(IN_SERIES) && facts.in_series);
}
