//! What an element is, given where it stands; and what should have ended before it but did not.

use super::document::Document;
use super::element::{Field, Position, Role, part, root};
use super::space::Space;
use crate::sitemap::place::Spot;
use crate::sitemap::report::Format;
use crate::sitemap::slip::Slip;

impl Document {
    /// What an element is, given where it stands. Elements that should have ended before it do.
    pub(super) fn role(&mut self, space: Space, name: &str, spot: Spot<'_>) -> Role {
        if !self.has_root() || self.open.is_empty() {
            return self.root(space, name, spot);
        }
        if let Some(collecting) = self.collecting {
            let feed = matches!(self.gathered.format, Format::Rss | Format::Atom);
            return match (feed, collecting.field == Field::Content && name == "img") {
                (true, true) => Role::Img,
                (true, false) => Role::Other,
                (false, _) => self.sibling_of_text(space, name, spot),
            };
        }
        let role = self.role_at(space, name, self.open.len());
        if role == Role::Other {
            self.sibling_of_same(space, name, spot)
        } else {
            role
        }
    }

    /// A page within a page, or a picture within a picture: the one before was not closed.
    fn sibling_of_same(&mut self, space: Space, name: &str, spot: Spot<'_>) -> Role {
        for depth in (1..self.open.len()).rev() {
            let inner = self.open.get(depth).map_or(Role::Other, |open| open.role);
            if inner.holds_others() && self.role_at(space, name, depth) == inner {
                self.end_all_beyond(depth, spot);
                return inner;
            }
        }
        Role::Other
    }

    /// An element within the text of another that could stand beside it: the other was not closed.
    fn sibling_of_text(&mut self, space: Space, name: &str, spot: Spot<'_>) -> Role {
        let depth = self.open.len().saturating_sub(1);
        let within = matches!(self.parent(), Role::Text(_));
        let role = self.role_at(space, name, depth);
        if !within || role == Role::Other {
            return Role::Other;
        }
        self.end_all_beyond(depth, spot);
        role
    }

    /// Ends what is open deeper than `depth` without having been closed.
    pub(super) fn end_all_beyond(&mut self, depth: usize, spot: Spot<'_>) {
        while self.open.len() > depth {
            self.note_unclosed(spot);
            self.pop(spot);
        }
    }

    /// What an element is if it stands in the first `depth` of those that are open.
    fn role_at(&self, space: Space, name: &str, depth: usize) -> Role {
        let around = self.open.get(..depth).unwrap_or_default();
        let mut roles = around.iter().rev().map(|open| open.role);
        let position = Position {
            format: self.gathered.format,
            parent: roles.clone().next().unwrap_or_default(),
            near: roles.find(|role| role.holds_others()).unwrap_or_default(),
            space,
            core: matches!(space, Space::None | Space::Sitemap | Space::Rss1)
                || space == self.root_space,
            name,
        };
        position.role()
    }

    /// What an element is where the document's own is looked for.
    fn root(&mut self, space: Space, name: &str, spot: Spot<'_>) -> Role {
        let known = root(name)
            .or_else(|| part(name).filter(|_| self.open.is_empty()))
            .filter(|(format, _)| !self.has_root() || *format == self.gathered.format);
        let Some((format, role)) = known else {
            self.before_root += usize::from(!self.has_root());
            return Role::Other;
        };
        if self.has_root() {
            self.root_closed = false;
        } else if !self.open.is_empty() || self.before_root > 0 {
            self.note(Slip::BeforeRoot, "", spot);
            self.open.clear();
            self.names.clear();
        }
        self.gathered.format = format;
        self.root_space = space;
        if matches!(format, Format::Rss | Format::Atom) {
            self.gathered.channel.get_or_insert_default();
        }
        role
    }
}
