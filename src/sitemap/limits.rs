//! How much is read at most, in one place.

/// How much of a file is read at most. What is beyond is left out, and the report says so.
///
/// The defaults let every honest file through whole; they are there so that no file can hurt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file, after decompression. The protocol allows 50 MiB, which is reported, not enforced.
    pub bytes: u64,
    /// How many times larger a file may become by decompression. Deflate reaches 1,032 at most, sitemaps some 20 to 50.
    pub ratio: u64,
    /// Elements within elements.
    pub nesting: usize,
    /// Attributes of one element.
    pub attributes: usize,
    /// Characters of one text: an address, a title, a caption.
    pub text_chars: usize,
    /// Bytes of one feed item's content, which is looked through for pictures and then forgotten.
    pub content_bytes: usize,
    /// Bytes of one tag, CDATA section or item of a JSON feed: what must be whole before it can be read.
    pub token_bytes: usize,
    /// Entries of one file. The protocol allows 50,000, which is reported, not enforced.
    pub entries: usize,
    /// Pictures of one page. Google reads 1,000.
    pub images_per_entry: usize,
    /// Videos of one page.
    pub videos_per_entry: usize,
    /// Alternates of one page: more than there are languages with a two-letter tag.
    pub alternates_per_entry: usize,
    /// Words of one list: a video's tags, an item's categories and authors.
    pub words_per_entry: usize,
    /// Files that indexes lead to, the first included. The protocol lets one index name 50,000.
    pub files: usize,
    /// Indexes within indexes: 1 lets an index name pages' files only, as the protocol says; some generators write two.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            ratio: 1_000,
            nesting: 256,
            attributes: 64,
            text_chars: 8_192,
            content_bytes: 1 << 20,
            token_bytes: 2 << 20,
            entries: 1_000_000,
            images_per_entry: 5_000,
            videos_per_entry: 1_000,
            alternates_per_entry: 1_000,
            words_per_entry: 1_000,
            files: 500,
            depth: 3,
        }
    }
}
