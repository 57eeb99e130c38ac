//! Which of the files that indexes name are read: each once, and so many, and so deep.

use rustc_hash::FxHashSet;

use super::limits::Limits;
use super::outcome::Outcome;
use super::place::{Place, Spot};
use super::report::Notes;
use super::slip::Slip;

/// Follows indexes to the files that they name.
#[derive(Debug)]
pub struct Follow {
    limits: Limits,
    /// The addresses of all files that were begun, or are to be.
    seen: FxHashSet<String>,
}

impl Follow {
    /// Begins with the file at `source`.
    pub fn new(source: &str, limits: Limits) -> Self {
        Self {
            limits,
            seen: FxHashSet::from_iter([source.to_owned()]),
        }
    }

    /// How many files there are so far, the first included.
    pub fn files(&self) -> usize {
        self.seen.len()
    }

    /// The addresses that `outcome` names and that are to be read now, in its order. It was read at `depth`: 0 for the
    /// first file, 1 for those that it names. What is known already is left out, so that no loop is run through twice;
    /// what is too deep or too much is noted in its report.
    pub fn take(&mut self, outcome: &mut Outcome, depth: usize) -> Vec<String> {
        let mut notes = Notes::default();
        let mut files = Vec::new();
        for child in &outcome.children {
            if self.seen.contains(&child.loc) {
                continue;
            }
            let slip = if depth >= self.limits.depth {
                Slip::Depth
            } else if self.seen.len() >= self.limits.files {
                Slip::Files
            } else {
                self.seen.insert(child.loc.clone());
                files.push(child.loc.clone());
                continue;
            };
            notes.note(slip, "", Spot::new("", Place::START, 0));
        }
        outcome.report.problems.extend(notes.into_problems());
        files
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sitemap::read;

    fn index(children: &[&str]) -> Outcome {
        let children: String = children
            .iter()
            .map(|child| ["<sitemap><loc>", child, "</loc></sitemap>"].concat())
            .collect();
        let xml = ["<sitemapindex>", &children, "</sitemapindex>"].concat();
        read("https://e.org/sitemap.xml", xml.as_bytes())
    }

    #[test]
    fn each_file_is_followed_once_and_an_index_that_names_itself_not_again() {
        let mut follow = Follow::new("https://e.org/sitemap.xml", Limits::default());
        let mut outcome = index(&["/sitemap.xml", "/a.xml", "/b.xml", "/a.xml"]);
        let files = follow.take(&mut outcome, 0);
        assert_eq!(files, ["https://e.org/a.xml", "https://e.org/b.xml"]);
        assert_eq!(follow.take(&mut outcome, 1), Vec::<String>::new());
        assert_eq!((follow.files(), outcome.report.problems.len()), (3, 0));
    }

    #[test]
    fn too_many_files_and_too_deep_ones_are_left_out_with_a_note() {
        let limits = Limits {
            files: 3,
            depth: 2,
            ..Limits::default()
        };
        let mut follow = Follow::new("https://e.org/sitemap.xml", limits);
        let mut outcome = index(&["/a.xml", "/b.xml", "/c.xml", "/d.xml"]);
        assert_eq!(follow.take(&mut outcome, 0).len(), 2);
        assert_eq!(
            outcome.report.problems[0].what,
            "The indexes name more files than are read; the rest was left out"
        );
        assert_eq!(outcome.report.problems[0].more, 1);
        let mut deep = index(&["/e.xml"]);
        assert!(follow.take(&mut deep, 2).is_empty());
        assert_eq!(
            deep.report.problems[0].what,
            "Indexes are nested deeper than is read; what they name was left out"
        );
    }
}
