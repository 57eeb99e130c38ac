//! Facets: which posts each filter lets through, and how many there would be without it.

use super::facts::{Facts, in_range};
use super::marks::Marks;
use super::outlook::{Mark, Outlook, SectionCount};
use super::search::{Answer, Doc, Fields};
use super::view_state::{Marked, ViewState};
use crate::blog::{Blog, Page, PageId, SectionId};

/// The filters, a bit each: those that a post fails.
const QUERY: u8 = 1;
const SECTIONS: u8 = 2;
const TOPIC: u8 = 4;
const DATES: u8 = 8;
const ILLUSTRATED: u8 = 16;
const IN_SERIES: u8 = 32;
const MARKED: u8 = 64;

/// The filters of a view state, as far as the blog has what they name: a section or topic that it has not is as if it
/// were not asked for.
pub(crate) struct Facets<'a> {
    blog: &'a Blog,
    state: &'a ViewState,
    sections: Vec<usize>,
    topic: Option<usize>,
    fields: &'a Fields,
    marks: &'a Marks,
}

impl<'a> Facets<'a> {
    pub(crate) fn new(
        blog: &'a Blog,
        state: &'a ViewState,
        fields: &'a Fields,
        marks: &'a Marks,
    ) -> Facets<'a> {
        let section = |slug: &String| blog.sections.iter().position(|s| s.slug == *slug);
        let topic = |slug: &String| blog.topics.iter().position(|t| t.slug == *slug);
        Facets {
            blog,
            state,
            sections: state.sections.iter().filter_map(section).collect(),
            topic: state.topic.as_ref().and_then(topic),
            fields,
            marks,
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
        // Who has marked nothing and asks for no mark is told no count of them.
        let has_marks = !self.marks.is_empty() || !self.fields.marks.is_empty();
        let needs_page = has_marks
            || self.state.marked.is_some()
            || self.topic.is_some()
            || !self.fields.is_empty();
        let mut passed = Vec::with_capacity(docs.len());
        for ((doc, &post), facts) in (0..).zip(docs).zip(facts) {
            let mut fails = self.fails(facts);
            if !answer.has(doc) {
                fails |= QUERY;
            }
            if needs_page {
                let page = self.blog.page(post);
                fails |= self.fails_as_page(page);
                self.count_marks(page, fails, outlook);
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
        let marked = match self.state.marked {
            None => true,
            Some(Marked::Unread) => !self.marks.has(Mark::Read, &page.key),
            Some(Marked::Starred) => self.marks.has(Mark::Starred, &page.key),
        };
        let as_asked = self.marks.pass(&self.fields.marks, &page.key);
        fail(TOPIC, on_topic)
            | fail(QUERY, self.fields.pass(page) && as_asked)
            | fail(MARKED, marked)
    }

    fn count_marks(&self, page: &Page, fails: u8, outlook: &mut Outlook) {
        if fails & !MARKED == 0 {
            outlook.unread += usize::from(!self.marks.has(Mark::Read, &page.key));
            outlook.starred += usize::from(self.marks.has(Mark::Starred, &page.key));
        }
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
