//! What the elements of Google's video extension say, with the withdrawn ones.

use quick_xml::events::BytesStart;

use super::draft::Draft;
use super::element::VideoField;
use super::scribe::Scribe;
use crate::sitemap::entry::{Price, Restriction, Segment, Video};
use crate::sitemap::slip::Slip;

/// The longest video, in seconds, that the extension knows: 8 hours.
const LONGEST: u32 = 28_800;

impl Draft {
    /// What the attributes of an element say; its text comes later.
    pub(super) fn begin_video_field(
        &mut self,
        field: VideoField,
        start: Option<&BytesStart<'_>>,
        scribe: &mut Scribe<'_>,
    ) {
        let video = &mut self.video;
        match field {
            VideoField::Countries => video.countries = Some(Restriction::default()),
            VideoField::Platforms => video.platforms = Some(Restriction::default()),
            VideoField::Price => {
                let most = scribe.gathered.limits.words_per_entry;
                scribe.gathered.push(
                    &mut video.prices,
                    Price::default(),
                    most,
                    Slip::WordsMany,
                    scribe.spot,
                );
            }
            VideoField::Segment => self.segment = Segment::default(),
            _ => {}
        }
        let Some(start) = start else { return };
        let (video, segment) = (&mut self.video, &mut self.segment);
        scribe.attributes(start, |scribe, name, value| match (field, name) {
            (VideoField::Player, "allow_embed") => video.embeddable = scribe.yes_or_no(&value),
            (VideoField::Player, "autoplay") => video.autoplay = scribe.text(&value),
            (VideoField::Countries, "relationship") => {
                allow(video.countries.as_mut(), &value);
            }
            (VideoField::Platforms, "relationship") => {
                allow(video.platforms.as_mut(), &value);
            }
            (VideoField::Price, name) => {
                let Some(price) = video.prices.last_mut() else {
                    return;
                };
                match name {
                    "currency" => price.currency = scribe.text(&value),
                    "type" => price.kind = scribe.text(&value),
                    "resolution" => price.resolution = scribe.text(&value),
                    _ => {}
                }
            }
            (VideoField::Uploader, "info") => video.uploader_page = scribe.address(&value),
            (VideoField::Gallery, "title") => video.gallery_title = scribe.text(&value),
            (VideoField::Segment, "duration") => {
                segment.duration_seconds = duration(&value, scribe);
            }
            _ => {}
        });
    }

    pub(super) fn video_field(&mut self, field: VideoField, text: &str, scribe: &mut Scribe<'_>) {
        use VideoField as V;
        let video = &mut self.video;
        match field {
            V::Thumbnail => video.thumbnail = scribe.address(text),
            V::Title => video.title = scribe.text(text),
            V::Description => video.description = scribe.text(text),
            V::Content => video.content = scribe.address(text),
            V::Player => video.player = scribe.address(text),
            V::Duration => video.duration_seconds = duration(text, scribe),
            V::Published => video.published = scribe.date(text),
            V::Expires => video.expires = scribe.date(text),
            V::Rating => video.rating = scribe.number(text, 5.0, Slip::Rating),
            V::Views => video.views = whole(text, scribe),
            V::Tag => scribe.words(&mut video.tags, [text]),
            V::Category => video.category = scribe.text(text),
            V::FamilyFriendly => video.family_friendly = scribe.yes_or_no(text),
            V::Subscription => video.requires_subscription = scribe.yes_or_no(text),
            V::Live => video.live = scribe.yes_or_no(text),
            V::Countries => places(video.countries.as_mut(), text, scribe),
            V::Platforms => places(video.platforms.as_mut(), text, scribe),
            V::Price => {
                let amount = scribe.text(text);
                if let Some(price) = video.prices.last_mut() {
                    price.amount = amount;
                }
            }
            V::Uploader => video.uploader = scribe.text(text),
            V::Gallery => video.gallery = scribe.address(text),
            V::Segment => {
                let mut segment = std::mem::take(&mut self.segment);
                if let Some(loc) = scribe.address(text) {
                    segment.loc = loc;
                    let most = scribe.gathered.limits.videos_per_entry;
                    scribe.gathered.push(
                        &mut video.segments,
                        segment,
                        most,
                        Slip::VideosMany,
                        scribe.spot,
                    );
                }
            }
            V::Id => video.id = scribe.text(text),
            _ => show_field(video, field, text, scribe),
        }
    }

    pub(super) fn end_video(&mut self, scribe: &mut Scribe<'_>) {
        let video = std::mem::take(&mut self.video);
        if video != Video::default() {
            let most = scribe.gathered.limits.videos_per_entry;
            scribe.gathered.push(
                &mut self.entry.videos,
                video,
                most,
                Slip::VideosMany,
                scribe.spot,
            );
        }
    }
}

fn show_field(video: &mut Video, field: VideoField, text: &str, scribe: &mut Scribe<'_>) {
    let show = video.show.get_or_insert_default();
    let number =
        |scribe: &mut Scribe<'_>| whole(text, scribe).and_then(|number| u32::try_from(number).ok());
    match field {
        VideoField::ShowTitle => show.title = scribe.text(text),
        VideoField::ShowKind => show.kind = scribe.text(text),
        VideoField::EpisodeTitle => show.episode_title = scribe.text(text),
        VideoField::Season => show.season = number(scribe),
        VideoField::Episode => show.episode = number(scribe),
        VideoField::Premiered => show.premiered = scribe.date(text),
        _ => {}
    }
}

fn allow(restriction: Option<&mut Restriction>, relationship: &str) {
    if let Some(restriction) = restriction {
        restriction.allowed = relationship.trim().eq_ignore_ascii_case("allow");
    }
}

fn places(restriction: Option<&mut Restriction>, text: &str, scribe: &mut Scribe<'_>) {
    if let Some(restriction) = restriction {
        scribe.words(&mut restriction.places, text.split_whitespace());
    }
}

fn duration(text: &str, scribe: &mut Scribe<'_>) -> Option<u32> {
    scribe.checked(text, Slip::VideoDuration, |text| {
        text.parse()
            .ok()
            .filter(|seconds| (1..=LONGEST).contains(seconds))
    })
}

fn whole(text: &str, scribe: &mut Scribe<'_>) -> Option<u64> {
    scribe.checked(text, Slip::WholeNumber, |text| text.parse().ok())
}
