//! Everything that can be wrong with a file, and the sentence for it.

/// One kind of thing that was repaired or left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    AddressMissing,
    AddressBad,
    AddressLong,
    AddressOverlong,
    AddressTwice,
    AddressBare,
    Alternate,
    AlternatesMany,
    AmpersandAlone,
    Attributes,
    BeforeRoot,
    Bytes,
    BytesOfProtocol,
    Checksum,
    ContentLong,
    Date,
    Decompressed,
    Depth,
    Files,
    Unpacking,
    AfterPacked,
    Doctype,
    EncodingUnknown,
    EncodingWrong,
    EntityOfHtml,
    EntityRefused,
    EntityUnknown,
    Entries,
    EntriesOfProtocol,
    Frequency,
    ImageWithoutAddress,
    ImagesMany,
    ImagesOfGoogle,
    ItemBroken,
    ItemLong,
    Json,
    LessThanAlone,
    LineWithoutAddress,
    NamespaceOther,
    Nesting,
    NewsAccess,
    Prefix,
    Priority,
    Rating,
    StrayEnd,
    TextLong,
    TruncatedContent,
    TokenLong,
    Unclosed,
    VideoDuration,
    VideosMany,
    WholeNumber,
    WordsMany,
    YesOrNo,
}

impl Slip {
    /// What it was and what was done about it. `{}` stands for what the file says.
    const fn template(self) -> &'static str {
        match self {
            Self::AddressMissing => "An entry without an address was left out",
            Self::AddressBad => {
                "{} is not an http or https address; what it is the address of was left out"
            }
            Self::AddressLong => "An address is longer than the protocol's 2,048 characters",
            Self::AddressOverlong => "An address of absurd length was left out",
            Self::AddressTwice => "An entry has a second address; it was read as a second entry",
            Self::AddressBare => {
                "An address outside of a loc element was read as if it were in one"
            }
            Self::Alternate => "An alternate without a usable address was left out",
            Self::AlternatesMany => "An entry has more alternates than are read",
            Self::AmpersandAlone => "An & that is not written as &amp; was read as an &",
            Self::Attributes => "An element has more attributes than are read",
            Self::BeforeRoot => "What stands before the file's first element was passed over",
            Self::Bytes => "The file is larger than is read; the rest was left out",
            Self::BytesOfProtocol => {
                "The file is larger than the protocol's 50 MB; all of it was read"
            }
            Self::Checksum => "The compressed file's checksum does not fit what came out of it",
            Self::Unpacking => "The compressed file is damaged; what came out before was read",
            Self::AfterPacked => "What follows the compressed file was passed over",
            Self::ContentLong => "An item's content is longer than is looked through for pictures",
            Self::Date => "{} is not a date; it was left out",
            Self::Decompressed => {
                "The file grows out of all proportion by decompression; the rest was left out"
            }
            Self::Depth => "Indexes are nested deeper than is read; what they name was left out",
            Self::Files => "The indexes name more files than are read; the rest was left out",
            Self::Doctype => {
                "Document type and entity definitions are refused; the definition was passed over"
            }
            Self::EncodingUnknown => {
                "The encoding {} is not known here; the file was read as UTF-8"
            }
            Self::EncodingWrong => "Bytes that are not UTF-8 were read as Windows-1252",
            Self::EntityOfHtml => {
                "The entity {} belongs to HTML, not to XML; it was read all the same"
            }
            Self::EntityRefused => {
                "The entity {} may be one that the file defines itself; it was left out"
            }
            Self::EntityUnknown => "The entity {} is not known; it was left as it is written",
            Self::Entries => "The file has more entries than are read; the rest was left out",
            Self::EntriesOfProtocol => {
                "The file has more entries than the protocol's 50,000; all were read"
            }
            Self::Frequency => "{} is not a change frequency; it was left out",
            Self::ImageWithoutAddress => "A picture without a usable address was left out",
            Self::ImagesMany => "An entry has more pictures than are read",
            Self::ImagesOfGoogle => {
                "An entry has more pictures than the image extension's 1,000; all were read"
            }
            Self::ItemBroken => "An item that is not JSON was left out",
            Self::ItemLong => "An item of absurd length was left out",
            Self::Json => "The file is not JSON all through; what could be read was",
            Self::TokenLong => "A tag or a section of absurd length was left out",
            Self::LessThanAlone => "A < that begins no element was read as text",
            Self::LineWithoutAddress => "{} is not an address; the line was left out",
            Self::NamespaceOther => {
                "The namespace {} is not the format's own; the file was read all the same"
            }
            Self::Nesting => {
                "Elements are nested deeper than is read; what is deeper was passed over"
            }
            Self::NewsAccess => "{} is not a kind of access; it was left out",
            Self::Prefix => "The prefix {} is not declared; it was read by its usual meaning",
            Self::Priority => "{} is not a priority from 0 to 1; it was left out",
            Self::Rating => "{} is not a rating from 0 to 5; it was left out",
            Self::StrayEnd => "The closing {} closes nothing; it was passed over",
            Self::TextLong => "A text of absurd length was cut",
            Self::TruncatedContent => "The file ends before it is whole",
            Self::Unclosed => "The element {} is not closed; it was taken to end with its parent",
            Self::VideoDuration => {
                "{} is not a video's length in seconds, from 1 to 28,800; it was left out"
            }
            Self::VideosMany => "An entry has more videos than are read",
            Self::WholeNumber => "{} is not a whole number; it was left out",
            Self::WordsMany => "An entry has more tags or categories than are read",
            Self::YesOrNo => "{} is neither yes nor no; it was left out",
        }
    }

    /// The sentence, with what the file says in quotation marks.
    pub(super) fn sentence(self, detail: &str) -> String {
        /// Longer quotations are cut: enough to find the place again.
        const LONGEST: usize = 80;
        let template = self.template();
        let Some((before, after)) = template.split_once("{}") else {
            return template.to_owned();
        };
        let mut sentence = String::with_capacity(template.len() + detail.len().min(LONGEST) + 8);
        sentence.push_str(before);
        sentence.push('“');
        let mut rest = detail.chars();
        sentence.extend(
            rest.by_ref()
                .take(LONGEST)
                .map(|c| if c.is_control() { ' ' } else { c }),
        );
        if rest.next().is_some() {
            sentence.push('…');
        }
        sentence.push('”');
        sentence.push_str(after);
        sentence
    }
}

#[cfg(test)]
mod tests {
    use super::Slip;

    #[test]
    fn a_sentence_quotes_the_file_and_cuts_what_is_long() {
        assert_eq!(
            Slip::Date.sentence("2025-13-45"),
            "“2025-13-45” is not a date; it was left out"
        );
        let long = Slip::Date.sentence(&"9".repeat(1000));
        assert!(long.chars().count() < 130 && long.contains("9…”"));
    }
}
