//! Search over titles, series, captions, topics and sections.

mod answer;
mod corpus;
mod fields;
mod fold;
mod query;
mod ranking;
mod reader;
mod spelling;
mod terms;
mod typo;
mod vocabulary;
mod words;

pub(crate) use answer::Answer;
pub(crate) use corpus::{Corpus, Doc};
pub(crate) use fields::{Fields, parse};
pub(crate) use fold::{fold_into, is_mark};
pub(crate) use reader::Reader;
pub(crate) use terms::Pattern;
pub use terms::Terms;
pub(crate) use words::{Found, Role, each_word};

#[cfg(test)]
mod tests;
