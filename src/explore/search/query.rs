//! The query as a person types it: words, `"exact phrases"`, `-not`, and `field:value`. Nothing is an error: what is not
//! one of these is words.

use super::fold::fold;
use super::words::{Role, each_word};

/// A query, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query {
    /// What must be found, all of it. At most [`MAX_TERMS`].
    pub(crate) terms: Vec<Term>,
    /// What must not be found, any of it.
    pub(crate) not: Vec<Term>,
}

/// A bit in a `u32` each. Nobody types more words than that; of a text pasted into the box the first are enough.
pub(crate) const MAX_TERMS: usize = 32;

/// One thing to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Term {
    /// Words in a row, folded. Either of the rows will do: `node.js` is also `nodejs`.
    pub(crate) rows: Vec<Vec<String>>,
    /// The word without its symbols (`tla` for `tla+`), to be looked for if the blog does not use it with them.
    pub(crate) bare: Option<String>,
    /// Whether the last word may go on: it is still being typed.
    pub(crate) prefix: bool,
    /// Whether it was put in quotes: to be found as it stands, without regard to spelling.
    pub(crate) exact: bool,
}

impl Term {
    /// The pieces of a name in several (`end-to-end`), each as a word; none where it is one word or in quotes.
    pub(crate) fn pieces(&self) -> Vec<Term> {
        let row = self.rows.first().filter(|row| row.len() > 1 && !self.exact);
        let row = row.map(Vec::as_slice).unwrap_or_default();
        let term = |(index, word): (usize, &String)| Term {
            rows: vec![vec![word.clone()]],
            prefix: self.prefix && index + 1 == row.len(),
            ..Term::default()
        };
        row.iter().enumerate().map(term).collect()
    }
}

/// A piece of the query, between white space or in quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    /// Whether a `-` stands before it.
    pub(crate) negated: bool,
    /// The name before the colon, if that is how it reads.
    pub(crate) field: Option<&'a str>,
    /// The rest.
    pub(crate) text: &'a str,
    /// Whether `text` was in quotes.
    pub(crate) quoted: bool,
    /// Whether the query ends with it: it is still being typed.
    pub(crate) open: bool,
}

impl Query {
    /// Adds what `text` says must (or must not) be found.
    pub(crate) fn add(&mut self, piece: Piece<'_>) {
        let mut terms = if piece.quoted {
            vec![phrase(piece.text)]
        } else {
            words(piece.text)
        };
        terms.retain(|term| !term.rows.is_empty());
        if let Some(last) = terms.last_mut().filter(|_| !piece.negated) {
            last.prefix |= piece.open;
        }
        if piece.negated {
            // One piece may be several words (`-tcp/ip`), which are not wanted together, in this order.
            let whole = phrase(piece.text);
            let several = terms.len() > 1;
            self.not.extend(if several { vec![whole] } else { terms });
        } else {
            self.terms.extend(terms);
            self.terms.truncate(MAX_TERMS);
        }
    }
}

fn phrase(text: &str) -> Term {
    let mut row = Vec::new();
    let mut last_role = Role::Aside;
    each_word(text, |found| {
        if found.role != Role::Aside {
            row.push(found.folded.to_owned());
            last_role = found.role;
        }
    });
    // The last character of a run stands in the pair before it already, and the run may go on in the text.
    if let Role::Pair { last: true, joined } = last_role
        && joined
    {
        row.pop();
    }
    Term {
        rows: if row.is_empty() {
            Vec::new()
        } else {
            vec![row]
        },
        bare: None,
        prefix: alone(last_role),
        exact: true,
    }
}

/// Whether the word is a single character of a script without spaces: any pair that begins with it will do.
fn alone(role: Role) -> bool {
    let alone = Role::Pair {
        joined: false,
        last: true,
    };
    role == alone
}

fn words(text: &str) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    each_word(text, |found| {
        add_word(&mut terms, found.folded.to_owned(), found.role);
    });
    terms
}

fn add_word(terms: &mut Vec<Term>, word: String, role: Role) {
    match (role, terms.last_mut()) {
        (
            Role::Pair {
                joined: true,
                last: true,
            },
            _,
        ) => {}
        (Role::Next { joined: true } | Role::Pair { joined: true, .. }, Some(term)) => {
            if let Some(row) = term.rows.last_mut() {
                row.push(word);
            }
        }
        (Role::Aside, Some(term)) if term.rows.iter().any(|row| row.len() > 1) => {
            term.rows.push(vec![word]);
        }
        (Role::Aside, Some(term)) => term.bare = Some(word),
        (Role::Next { .. } | Role::Pair { .. } | Role::Aside, _) => terms.push(Term {
            rows: vec![vec![word]],
            bare: None,
            prefix: alone(role),
            exact: matches!(role, Role::Pair { .. }),
        }),
    }
}

const QUOTES: [char; 4] = ['"', '“', '”', '„'];

/// Takes a query apart.
pub(crate) fn pieces(query: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = query.trim_start();
    while !rest.is_empty() {
        let (piece, after) = piece(rest);
        pieces.push(piece);
        rest = after.trim_start();
    }
    pieces
}

fn piece(rest: &str) -> (Piece<'_>, &str) {
    let after_minus = rest.strip_prefix(['-', '−']);
    let negated = after_minus.is_some_and(|after| !after.starts_with(char::is_whitespace));
    let rest = after_minus.filter(|_| negated).unwrap_or(rest);
    let end = rest.find(|c: char| c.is_whitespace() || QUOTES.contains(&c));
    let (head, tail) = rest.split_at(end.unwrap_or(rest.len()));
    let in_quotes = tail.strip_prefix(QUOTES);
    let field = in_quotes.and_then(|_| head.strip_suffix(':'));
    match in_quotes {
        Some(tail) if head.is_empty() || field.is_some() => {
            let end = tail.find(QUOTES);
            let text = tail.get(..end.unwrap_or(tail.len())).unwrap_or_default();
            let after = end.and_then(|end| tail.get(end..));
            let after = after.and_then(|after| after.strip_prefix(QUOTES));
            let piece = Piece {
                negated,
                field: field.filter(|field| !field.is_empty()),
                text,
                quoted: true,
                open: end.is_none(),
            };
            (piece, after.unwrap_or_default())
        }
        _ => {
            let (field, text) = match head.split_once(':') {
                Some((field, value)) if !field.is_empty() => (Some(field), value),
                _ => (None, head),
            };
            let piece = Piece {
                negated,
                field,
                text,
                quoted: false,
                open: tail.is_empty(),
            };
            (piece, tail)
        }
    }
}

impl Piece<'_> {
    /// The piece without its field: `kafka:` as a word.
    pub(crate) fn field_word(&self) -> Option<Self> {
        self.field.map(|field| Piece {
            field: None,
            text: field,
            quoted: false,
            open: self.open && self.text.is_empty(),
            ..*self
        })
    }

    /// The name of the field, folded.
    pub(crate) fn field_name(&self) -> Option<String> {
        self.field.map(fold)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn query(text: &str) -> Query {
        let mut query = Query::default();
        for piece in pieces(text) {
            query.add(piece);
        }
        query
    }

    fn shown(terms: &[Term]) -> String {
        let term = |term: &Term| {
            let rows: Vec<String> = term.rows.iter().map(|row| row.join(" ")).collect();
            let quote = if term.exact { "\"" } else { "" };
            let star = if term.prefix { "*" } else { "" };
            let bare = term
                .bare
                .as_ref()
                .map_or(String::new(), |b| format!("({b})"));
            format!("{quote}{}{star}{quote}{bare}", rows.join("|"))
        };
        terms.iter().map(term).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn only_the_word_being_typed_may_go_on() {
        assert_eq!(shown(&query("Rabbit Kaf").terms), "rabbit, kaf*");
        assert_eq!(shown(&query("Rabbit Kaf ").terms), "rabbit, kaf");
        assert_eq!(shown(&query("\"log compac").terms), "\"log compac*\"");
        assert_eq!(
            shown(&query("\"log compaction\"").terms),
            "\"log compaction\""
        );
    }

    #[test]
    fn names_are_read_in_every_way_they_are_written() {
        assert_eq!(shown(&query("node.js x").terms), "node js|nodejs, x*");
        assert_eq!(shown(&query("TLA+ C# x").terms), "tla+(tla), c#, x*");
        assert_eq!(shown(&query("tcp/ip x").terms), "tcp, ip, x*");
    }

    #[test]
    fn a_minus_excludes_and_a_hyphen_joins() {
        let both = query("kafka -rabbit -\"log store\" end-to-end ");
        assert_eq!(shown(&both.not), "rabbit, \"log store\"");
        assert_eq!(shown(&both.terms), "kafka, end to end|endtoend");
        assert_eq!(shown(&query("a - b ").terms), "a, b");
        assert_eq!(query("-"), Query::default());
    }

    #[test]
    fn scripts_without_spaces_are_looked_for_in_pairs() {
        assert_eq!(shown(&query("全文検索 ").terms), "\"全文 文検 検索\"");
        assert_eq!(shown(&query("猫").terms), "\"猫*\"");
        assert_eq!(shown(&query("\"全文検索\"").terms), "\"全文 文検 検索\"");
    }

    #[test]
    fn fields_are_seen_with_and_without_quotes() {
        let all = pieces("section:blog -topic:\"Deep dives\" :x year:");
        let seen: Vec<_> = all.iter().map(|p| (p.negated, p.field, p.text)).collect();
        let expected = [
            (false, Some("section"), "blog"),
            (true, Some("topic"), "Deep dives"),
            (false, None, ":x"),
            (false, Some("year"), ""),
        ];
        assert_eq!(seen, expected);
    }

    proptest! {
        #[test]
        fn anything_can_be_typed(text in any::<String>(), pieces in r#"[ab"“: -]{0,20}"#) {
            for text in [text, pieces] {
                let query = query(&text);
                prop_assert!(query.terms.len() <= MAX_TERMS);
                for term in query.terms.iter().chain(&query.not) {
                    prop_assert!(!term.rows.is_empty() && term.rows.iter().all(|row| !row.is_empty()));
                }
            }
        }
    }
}
