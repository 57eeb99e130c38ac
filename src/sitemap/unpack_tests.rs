use std::io::Write;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

use super::*;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// What comes out, what is wrong, and whether it is cut, fed in pieces of so many bytes.
fn unpack(bytes: &[u8], size: usize) -> (Vec<u8>, Option<Slip>, bool) {
    let mut out = Vec::new();
    let mut unpack = Unpack::new(1_000);
    let mut plain = |bytes: &[u8]| {
        out.extend_from_slice(bytes);
        true
    };
    for piece in bytes.chunks(size) {
        unpack.feed(piece, &mut plain);
    }
    unpack.finish(&mut plain);
    let (slip, cut) = (unpack.slip(), unpack.is_cut());
    (out, slip, cut)
}

#[track_caller]
fn assert_unpacks(packed: &[u8], plain: &[u8], slip: Option<Slip>) {
    for size in [1, 3, 100, packed.len().max(1)] {
        assert_eq!(
            unpack(packed, size),
            (plain.to_vec(), slip, false),
            "in pieces of {size}"
        );
    }
}

fn text() -> Vec<u8> {
    (0..20_000_u32)
        .flat_map(|n| {
            format!("https://example.com/{}\n", n.wrapping_mul(2_654_435_761)).into_bytes()
        })
        .collect()
}

#[test]
fn compression_is_told_by_its_bytes() {
    assert_eq!(Packing::of(&[0x1f, 0x8b, 8, 0]), Some(Packing::Gzip));
    for second in [0x01, 0x5e, 0x9c, 0xda] {
        assert_eq!(
            Packing::of(&[0x78, second, 0xb3, 0xc9]),
            Some(Packing::Zlib)
        );
    }
    assert_eq!(
        Packing::of(&[0xb3, 0xb1, 0xaf, 0xc8]),
        Some(Packing::Deflate)
    );
    assert_eq!(
        Packing::of(&[0x4d, 0x8f, 0x03, 0x0e]),
        Some(Packing::Deflate)
    );
}

#[test]
fn text_in_any_encoding_is_not_compressed() {
    for text in [
        b"<?xml".as_slice(),
        b"\xef\xbb\xbf<",
        b"\xff\xfe<\0",
        b"\xfe\xff\0<",
        b"<\0?\0",
        b"\0<\0?",
        b"http",
        b"{ \"v",
        b"\r\n\r\n",
        b"User",
        b"",
        b"<",
        b"x",
    ] {
        assert_eq!(Packing::of(text), None, "{text:?}");
        assert_unpacks(text, text, None);
    }
}

#[test]
fn gzip_and_both_kinds_of_deflate_are_unpacked() {
    let text = text();
    assert_unpacks(&gzip(&text), &text, None);
    assert_unpacks(&gzip(b""), b"", None);
    assert_unpacks(&zlib(&text), &text, None);
    assert_unpacks(&deflate(&text), &text, None);
}

#[test]
fn a_header_with_every_field_is_passed_over() {
    let mut bytes = vec![0x1f, 0x8b, 8, 0b1_1110, 0, 0, 0, 0, 0, 255];
    bytes.extend([3, 0, b'a', b'b', b'c']);
    bytes.extend(b"name\0comment\0");
    bytes.extend([1, 2]);
    bytes.extend(&gzip(b"https://example.com/")[10..]);
    assert_unpacks(&bytes, b"https://example.com/", None);
}

#[test]
fn files_that_follow_one_another_are_one() {
    let mut bytes = gzip(b"one ");
    bytes.extend(gzip(b"two"));
    bytes.extend([0; 20]);
    assert_unpacks(&bytes, b"one two", None);
    bytes.extend(b"what is this?");
    assert_unpacks(&bytes, b"one two", Some(Slip::AfterPacked));
}

#[test]
fn a_damaged_file_gives_what_came_out_before() {
    let text = text();
    let mut bytes = gzip(&text);
    let middle = bytes.len() / 2;
    bytes.truncate(middle);
    let (out, slip, cut) = unpack(&bytes, 1000);
    assert!(cut && slip.is_none());
    assert!(out.len() > text.len() / 4 && text.starts_with(&out));
    // A block of a kind that there is none of (RFC 1951, section 3.2.3).
    let (out, slip, cut) = unpack(&[&gzip(b"")[..10], &[0xff; 20]].concat(), 7);
    assert_eq!((out, slip, cut), (Vec::new(), Some(Slip::Unpacking), true));
    let mut bytes = gzip(&text);
    for byte in &mut bytes[middle..middle + 100] {
        *byte ^= 0x55;
    }
    let (out, slip, _) = unpack(&bytes, 1000);
    assert!(slip.is_some());
    let quarter = text.len() / 4;
    assert_eq!(out[..quarter], text[..quarter]);
}

#[test]
fn a_wrong_checksum_is_seen() {
    let mut bytes = gzip(b"https://example.com/");
    let length = bytes.len();
    bytes[length - 6] ^= 1;
    assert_unpacks(&bytes, b"https://example.com/", Some(Slip::Checksum));
    let mut bytes = zlib(b"https://example.com/");
    let length = bytes.len();
    bytes[length - 1] ^= 1;
    assert_unpacks(&bytes, b"https://example.com/", Some(Slip::Checksum));
}

#[test]
fn all_that_came_out_before_a_fault_is_read_however_the_file_arrives() {
    // Blocks that give more than a window from a few bytes, so that it comes out in several steps; then a block of a type
    // that does not exist.
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(&vec![b'a'; 100_000]).unwrap();
    encoder.flush().unwrap();
    let bytes = [encoder.get_ref().as_slice(), &[0b111; 16]].concat();
    let lengths = [1, 3, bytes.len()].map(|size| {
        let (out, slip, _) = unpack(&bytes, size);
        assert_eq!(slip, Some(Slip::Unpacking));
        out.len()
    });
    assert!(
        lengths.iter().all(|length| *length == 100_000),
        "{lengths:?}"
    );
}

#[test]
fn growth_out_of_proportion_is_stopped() {
    let bomb = gzip(&vec![b' '; 64 << 20]);
    let mut grown = 0;
    let mut unpack = Unpack::new(100);
    for piece in bomb.chunks(512) {
        unpack.feed(piece, &mut |bytes| {
            grown += bytes.len();
            true
        });
    }
    assert_eq!(unpack.slip(), Some(Slip::Decompressed));
    assert!(grown < 8 << 20, "{grown}");
}
