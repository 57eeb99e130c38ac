//! Reasons: where in each post the words of a query were found, worked out for the posts that are on screen.

use std::fmt;
use std::sync::Arc;

use super::index::Inner;
use super::search::Answer;
use crate::blog::PageId;

/// Where the words of a query were found in one post, so that no result is without a visible reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are no states: each is a place of its own, and all can be true"
)]
pub struct MatchedIn {
    /// In its title.
    pub title: bool,
    /// In the name of a series it is a part of.
    pub series: bool,
    /// In the name of one of its topics.
    pub topic: bool,
    /// In the name of its section.
    pub section: bool,
    /// In the title or caption of these of its pictures.
    pub captions: Vec<usize>,
    /// The word that a word of the query was read as, where it is not one that the blog uses.
    pub corrected: Option<String>,
}

/// The reasons for every post that answers a query; empty where no words are searched for. A reason is worked out when it
/// is asked for: a screen shows a few dozen, and a letter may find fifty thousand.
#[derive(Clone, Default)]
pub struct Reasons {
    found: Option<(Arc<Inner>, Arc<Answer>)>,
}

impl Reasons {
    pub(crate) fn new(index: &Arc<Inner>, answer: Answer) -> Reasons {
        let found = (answer.all != 0).then(|| (index.clone(), Arc::new(answer)));
        Reasons { found }
    }

    /// Whether there are none, as no words are searched for.
    pub fn is_empty(&self) -> bool {
        self.found.is_none()
    }

    /// Where the words were found in a post; `None` for one that does not answer.
    pub fn get(&self, post: &PageId) -> Option<MatchedIn> {
        let (index, answer) = self.found.as_ref()?;
        let doc = index.doc(*post).filter(|&doc| answer.has(doc))?;
        let owners = &index.corpus.owners;
        let pictures = owners.pictures(doc).zip(0..);
        let section = index
            .facts
            .get(doc as usize)
            .and_then(|facts| facts.section);
        let word = answer.corrected.get(&doc);
        Some(MatchedIn {
            title: is_found(&answer.titles, doc as usize),
            series: any_found(&answer.series, &owners.series, |posts| posts.contains(&doc)),
            topic: any_found(&answer.topics, &owners.topics, |posts| {
                posts.iter().any(|&(post, _)| post == doc)
            }),
            section: section.is_some_and(|section| is_found(&answer.sections, section.index())),
            captions: pictures
                .filter(|&(picture, _)| is_found(&answer.pictures, picture as usize))
                .map(|(_, index)| index)
                .collect(),
            corrected: word.map(|&word| index.corpus.vocabulary.word(word).to_owned()),
        })
    }
}

impl fmt::Debug for Reasons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reasons")
            .field("is_empty", &self.is_empty())
            .finish_non_exhaustive()
    }
}

fn is_found(masks: &[u32], index: usize) -> bool {
    masks.get(index).is_some_and(|&mask| mask != 0)
}

/// Whether any name that has a word is of something that a post belongs to.
fn any_found<T>(masks: &[u32], lists: &[T], belongs: impl Fn(&T) -> bool) -> bool {
    let mut named = masks.iter().zip(lists).filter(|&(&mask, _)| mask != 0);
    named.any(|(_, list)| belongs(list))
}
