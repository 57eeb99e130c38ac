//! What an element is, by its vocabulary and by what it stands in.

use super::space::Space;
use crate::sitemap::report::Format;

/// What an element is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// The document's own element.
    Root,
    /// RSS's channel.
    Channel,
    /// A page: `url`, `item`, `entry`.
    Entry,
    /// A file that an index names: `sitemap`.
    Child,
    Image,
    Video,
    Show,
    News,
    Publication,
    /// Who wrote it, by name.
    Person,
    /// `xhtml:link`.
    Alternate,
    /// Atom's `link`.
    Link,
    /// RSS's `enclosure`.
    Enclosure,
    /// `media:content` and `media:thumbnail`.
    Picture,
    /// An `img` element of content that is not wrapped up.
    Img,
    /// Its text says something.
    Text(Field),
    /// Nothing that is read.
    #[default]
    Other,
}

/// What an element's text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Loc,
    Lastmod,
    Frequency,
    Priority,
    Image(ImageField),
    /// `image:loc` without an `image:image` around it.
    BareImage,
    Video(VideoField),
    News(NewsField),
    Title,
    Link,
    Id,
    Published,
    Updated,
    Category,
    Author,
    Content,
    PictureTitle,
    PictureText,
    ChannelTitle,
    ChannelLink,
    ChannelLanguage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ImageField {
    Loc,
    Title,
    Caption,
    Geo,
    License,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VideoField {
    Thumbnail,
    Title,
    Description,
    Content,
    Player,
    Duration,
    Published,
    Expires,
    Rating,
    Views,
    Tag,
    Category,
    FamilyFriendly,
    Subscription,
    Live,
    Countries,
    Platforms,
    Price,
    Uploader,
    Gallery,
    Segment,
    Id,
    ShowTitle,
    ShowKind,
    EpisodeTitle,
    Season,
    Episode,
    Premiered,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NewsField {
    Name,
    Language,
    Published,
    Title,
    Keywords,
    Genres,
    Tickers,
    Access,
}

impl Role {
    /// Whether other elements that are read stand in it.
    pub(super) const fn holds_others(self) -> bool {
        matches!(
            self,
            Self::Root
                | Self::Channel
                | Self::Entry
                | Self::Child
                | Self::Image
                | Self::Video
                | Self::Show
                | Self::News
                | Self::Publication
                | Self::Person
                | Self::Picture
        )
    }
}

/// Where an element stands, and what it is called.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position<'a> {
    pub(super) format: Format,
    /// What it stands in.
    pub(super) parent: Role,
    /// The nearest of those it stands in that holds others.
    pub(super) near: Role,
    pub(super) space: Space,
    /// Whether its vocabulary is the document's own.
    pub(super) core: bool,
    /// Its name without a prefix, in lower case.
    pub(super) name: &'a str,
}

impl Position<'_> {
    /// What the element is.
    pub(super) fn role(self) -> Role {
        match self.format {
            Format::Urlset | Format::Index => self.of_sitemap(),
            Format::Rss | Format::Atom => self.of_feed(),
            _ => Role::Other,
        }
    }

    fn of_sitemap(self) -> Role {
        let extension = |space| self.space == space || self.core;
        match self.parent {
            Role::Image if extension(Space::Image) => self.of_image(),
            Role::Video | Role::Show if extension(Space::Video) => self.of_video(),
            Role::News | Role::Publication if extension(Space::News) => self.of_news(),
            Role::Entry | Role::Child if self.core => self.of_page(),
            // Extensions are found wherever they stand within a page.
            _ if matches!(self.near, Role::Entry | Role::Child) => self.of_extension(),
            // Pages too, whatever stands around them.
            _ if self.near == Role::Root && self.core => match self.name {
                "url" => Role::Entry,
                "sitemap" => Role::Child,
                _ => Role::Other,
            },
            _ => Role::Other,
        }
    }

    fn of_page(self) -> Role {
        Role::Text(match self.name {
            "loc" => Field::Loc,
            "lastmod" => Field::Lastmod,
            "changefreq" => Field::Frequency,
            "priority" => Field::Priority,
            "image" => return Role::Image,
            "video" => return Role::Video,
            "news" => return Role::News,
            _ => return Role::Other,
        })
    }

    fn of_extension(self) -> Role {
        match (self.space, self.name) {
            (Space::Image, "image") => Role::Image,
            (Space::Image, "loc") => Role::Text(Field::BareImage),
            (Space::Video, "video") => Role::Video,
            (Space::News, "news") => Role::News,
            (Space::Xhtml, "link") => Role::Alternate,
            _ => Role::Other,
        }
    }

    fn of_image(self) -> Role {
        let field = match self.name {
            "loc" => ImageField::Loc,
            "title" => ImageField::Title,
            "caption" => ImageField::Caption,
            "geo_location" => ImageField::Geo,
            "license" => ImageField::License,
            _ => return Role::Other,
        };
        Role::Text(Field::Image(field))
    }

    fn of_video(self) -> Role {
        use VideoField as V;
        let field = match self.name {
            "thumbnail_loc" => V::Thumbnail,
            "title" => V::Title,
            "description" => V::Description,
            "content_loc" => V::Content,
            "player_loc" => V::Player,
            "duration" => V::Duration,
            "publication_date" => V::Published,
            "expiration_date" => V::Expires,
            "rating" => V::Rating,
            "view_count" => V::Views,
            "tag" => V::Tag,
            "category" => V::Category,
            "family_friendly" => V::FamilyFriendly,
            "requires_subscription" => V::Subscription,
            "live" => V::Live,
            "restriction" => V::Countries,
            "platform" => V::Platforms,
            "price" => V::Price,
            "uploader" => V::Uploader,
            "gallery_loc" => V::Gallery,
            "content_segment_loc" => V::Segment,
            "id" => V::Id,
            "tvshow" => return Role::Show,
            "show_title" => V::ShowTitle,
            "video_type" => V::ShowKind,
            "episode_title" => V::EpisodeTitle,
            "season_number" => V::Season,
            "episode_number" => V::Episode,
            "premier_date" => V::Premiered,
            _ => return Role::Other,
        };
        Role::Text(Field::Video(field))
    }

    fn of_news(self) -> Role {
        use NewsField as N;
        let field = match self.name {
            "publication" => return Role::Publication,
            "name" => N::Name,
            "language" => N::Language,
            "publication_date" => N::Published,
            "title" => N::Title,
            "keywords" => N::Keywords,
            "genres" => N::Genres,
            "stock_tickers" => N::Tickers,
            "access" => N::Access,
            _ => return Role::Other,
        };
        Role::Text(Field::News(field))
    }

    fn of_feed(self) -> Role {
        match (self.parent, self.near) {
            (Role::Root | Role::Channel, _) => self.of_channel(),
            (Role::Person, _) if self.name == "name" => Role::Text(Field::Author),
            (Role::Picture, _) if self.space == Space::Media => match self.name {
                "title" => Role::Text(Field::PictureTitle),
                "description" => Role::Text(Field::PictureText),
                "thumbnail" => Role::Picture,
                _ => Role::Other,
            },
            (Role::Entry, _) => self.of_item(),
            // Groups of media stand in elements of their own.
            (_, Role::Entry) if self.space == Space::Media => self.of_item(),
            (_, Role::Root | Role::Channel)
                if self.core && matches!(self.name, "item" | "entry") =>
            {
                Role::Entry
            }
            _ => Role::Other,
        }
    }

    fn of_channel(self) -> Role {
        match (self.space, self.name) {
            (_, "link") if self.is_atom() => Role::Link,
            (Space::Dublin, "language") => Role::Text(Field::ChannelLanguage),
            _ if !self.core => Role::Other,
            (_, "item" | "entry") => Role::Entry,
            (_, "channel") => Role::Channel,
            (_, "title") => Role::Text(Field::ChannelTitle),
            (_, "link") => Role::Text(Field::ChannelLink),
            (_, "language") => Role::Text(Field::ChannelLanguage),
            _ => Role::Other,
        }
    }

    /// Whether it is of Atom's vocabulary, perhaps without saying so.
    fn is_atom(self) -> bool {
        self.space == Space::Atom || (self.format == Format::Atom && self.core)
    }

    fn of_item(self) -> Role {
        let field = match (self.space, self.name) {
            (_, "link") if self.is_atom() => return Role::Link,
            (_, "author") if self.is_atom() => return Role::Person,
            (Space::Content, "encoded") => Field::Content,
            (Space::Dublin, "date" | "created" | "issued" | "available") => Field::Published,
            (Space::Dublin, "modified") => Field::Updated,
            (Space::Dublin, "creator") => Field::Author,
            (Space::Dublin, "subject") => Field::Category,
            (Space::Dublin, "title") => Field::Title,
            (Space::Media, "content" | "thumbnail") => return Role::Picture,
            (space, _) if !self.core && space != Space::Atom => return Role::Other,
            (_, "title") => Field::Title,
            (_, "link") => Field::Link,
            (_, "guid" | "id") => Field::Id,
            (_, "pubdate" | "published" | "issued" | "created" | "date") => Field::Published,
            (_, "updated" | "modified") => Field::Updated,
            (_, "category") => Field::Category,
            (_, "author") => Field::Author,
            (_, "description" | "summary" | "content") => Field::Content,
            (_, "enclosure") => return Role::Enclosure,
            _ => return Role::Other,
        };
        Role::Text(field)
    }
}

/// The kind of document that a part of one begins, where that is all there is.
pub(super) fn part(name: &str) -> Option<(Format, Role)> {
    Some(match name {
        "url" => (Format::Urlset, Role::Entry),
        "channel" => (Format::Rss, Role::Channel),
        "entry" => (Format::Atom, Role::Entry),
        _ => return None,
    })
}

/// The kind of document that an element of this name begins, in lower case; `None` if none that is read.
pub(super) fn root(name: &str) -> Option<(Format, Role)> {
    Some(match name {
        "urlset" => (Format::Urlset, Role::Root),
        "sitemapindex" => (Format::Index, Role::Root),
        "rss" | "rdf" => (Format::Rss, Role::Root),
        "feed" => (Format::Atom, Role::Root),
        "html" => (Format::Html, Role::Other),
        _ => return None,
    })
}
