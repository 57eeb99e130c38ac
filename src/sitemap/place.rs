//! Where in a file something stands.

/// A line and a column, both from 1; the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: u32,
    pub(super) column: u32,
}

impl Place {
    /// Where every file begins.
    pub(super) const START: Self = Self { line: 1, column: 1 };

    /// Where one is after reading `text` from here.
    pub(super) fn after(self, text: &str) -> Self {
        let Some(last) = memchr::memrchr(b'\n', text.as_bytes()) else {
            return Self {
                line: self.line,
                column: self.column.saturating_add(count(text.chars().count())),
            };
        };
        let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
        let tail = text.get(last.saturating_add(1)..).unwrap_or_default();
        Self {
            line: self.line.saturating_add(count(lines)),
            column: count(tail.chars().count()).saturating_add(1),
        }
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A place that is worked out only if it is asked for: to know a line, all before it is looked through.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'a> {
    page: &'a str,
    start: Place,
    at: usize,
}

impl<'a> Spot<'a> {
    /// Byte `at` of `page`, which itself begins at `start`.
    pub(super) const fn new(page: &'a str, start: Place, at: usize) -> Self {
        Self { page, start, at }
    }

    pub(super) fn place(self) -> Place {
        self.start
            .after(self.page.get(..self.at).unwrap_or(self.page))
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn lines_and_columns_are_counted_in_characters_and_in_pieces() {
        let text = "é\nab\n\nüx";
        let whole = Place::START.after(text);
        assert_eq!((whole.line, whole.column), (4, 3));
        for (cut, _) in text.char_indices() {
            let (left, right) = text.split_at(cut);
            assert_eq!(Place::START.after(left).after(right), whole);
        }
    }
}
