//! Folding: what two spellings of a word must share to be the same word to a reader. Case, accents and width go.

/// Appends what `c` folds to: nothing, one character or two.
pub(crate) fn fold_into(out: &mut String, c: char) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
    } else if !is_mark(c) {
        for lower in c.to_lowercase() {
            fold_lower(out, lower);
        }
    }
}

/// What a text folds to.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        fold_into(&mut out, c);
    }
    out
}

fn fold_lower(out: &mut String, c: char) {
    match c {
        'ß' => out.push_str("ss"),
        'æ' | 'ǽ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'þ' => out.push_str("th"),
        'ĳ' => out.push_str("ij"),
        'ﬀ' => out.push_str("ff"),
        'ﬁ' => out.push_str("fi"),
        'ﬂ' => out.push_str("fl"),
        _ if is_mark(c) => {}
        _ => out.push(base(c)),
    }
}

/// The letter without its accent.
fn base(c: char) -> char {
    match c {
        '\u{c0}'..='\u{21f}' | '\u{1e00}'..='\u{1eff}' => latin(c),
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        // The full-width forms repeat ASCII in its order.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xfee0).map_or(c, |c| c.to_ascii_lowercase())
        }
        _ => c,
    }
}

/// Where a run of letters of one base begins in Latin-1, Latin Extended-A, -B (in part) and Additional; `-` begins one
/// that is left as it is. Unicode orders accented letters by their base, which makes this a tenth of a full table.
#[rustfmt::skip]
const LATIN_RUNS: [(u16, u8); 116] = [
    (0xc0, b'a'), (0xc6, b'-'), (0xc7, b'c'), (0xc8, b'e'), (0xcc, b'i'), (0xd0, b'd'),
    (0xd1, b'n'), (0xd2, b'o'), (0xd7, b'-'), (0xd8, b'o'), (0xd9, b'u'), (0xdd, b'y'),
    (0xde, b'-'), (0xe0, b'a'), (0xe6, b'-'), (0xe7, b'c'), (0xe8, b'e'), (0xec, b'i'),
    (0xf0, b'd'), (0xf1, b'n'), (0xf2, b'o'), (0xf7, b'-'), (0xf8, b'o'), (0xf9, b'u'),
    (0xfd, b'y'), (0xfe, b'-'), (0xff, b'y'), (0x100, b'a'), (0x106, b'c'), (0x10e, b'd'),
    (0x112, b'e'), (0x11c, b'g'), (0x124, b'h'), (0x128, b'i'), (0x132, b'-'), (0x134, b'j'),
    (0x136, b'k'), (0x139, b'l'), (0x143, b'n'), (0x14c, b'o'), (0x152, b'-'), (0x154, b'r'),
    (0x15a, b's'), (0x162, b't'), (0x168, b'u'), (0x174, b'w'), (0x176, b'y'), (0x179, b'z'),
    (0x17f, b's'), (0x180, b'-'), (0x1a0, b'o'), (0x1a2, b'-'), (0x1af, b'u'), (0x1b1, b'-'),
    (0x1cd, b'a'), (0x1cf, b'i'), (0x1d1, b'o'), (0x1d3, b'u'), (0x1dd, b'-'), (0x1e6, b'g'),
    (0x1e8, b'k'), (0x1ea, b'o'), (0x1ee, b'-'), (0x1f4, b'g'), (0x1f6, b'-'), (0x1f8, b'n'),
    (0x1fa, b'a'), (0x1fc, b'-'), (0x1fe, b'o'), (0x200, b'a'), (0x204, b'e'), (0x208, b'i'),
    (0x20c, b'o'), (0x210, b'r'), (0x214, b'u'), (0x218, b's'), (0x21a, b't'), (0x21c, b'-'),
    (0x21e, b'h'), (0x1e00, b'a'), (0x1e02, b'b'), (0x1e08, b'c'), (0x1e0a, b'd'), (0x1e14, b'e'),
    (0x1e1e, b'f'), (0x1e20, b'g'), (0x1e22, b'h'), (0x1e2c, b'i'), (0x1e30, b'k'), (0x1e36, b'l'),
    (0x1e3e, b'm'), (0x1e44, b'n'), (0x1e4c, b'o'), (0x1e54, b'p'), (0x1e58, b'r'), (0x1e60, b's'),
    (0x1e6a, b't'), (0x1e72, b'u'), (0x1e7c, b'v'), (0x1e80, b'w'), (0x1e8a, b'x'), (0x1e8e, b'y'),
    (0x1e90, b'z'), (0x1e96, b'h'), (0x1e97, b't'), (0x1e98, b'w'), (0x1e99, b'y'), (0x1e9a, b'-'),
    (0x1ea0, b'a'), (0x1eb8, b'e'), (0x1ec8, b'i'), (0x1ecc, b'o'), (0x1ee4, b'u'), (0x1ef2, b'y'),
    (0x1efa, b'-'), (0x1f00, b'-'),
];

fn latin(c: char) -> char {
    let run = LATIN_RUNS.partition_point(|&(first, _)| u32::from(first) <= u32::from(c));
    match run.checked_sub(1).and_then(|run| LATIN_RUNS.get(run)) {
        Some(&(_, letter)) if letter != b'-' => char::from(letter),
        _ => c,
    }
}

/// Whether `c` only modifies what stands before it and is not missed in a search: combining accents, Hebrew and Arabic
/// vowel signs, joiners, soft hyphens and variation selectors.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{487}'
            | '\u{591}'..='\u{5bd}'
            | '\u{5bf}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{ad}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}'
            | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_width_go() {
        for (text, folded) in [
            ("Kafka", "kafka"),
            ("Crème BRÛLÉE", "creme brulee"),
            ("Straße Æsir Œuvre Þór", "strasse aesir oeuvre thor"),
            ("Łódź Şişli İstanbul ısı", "lodz sisli istanbul isi"),
            ("Nguyễn Đường Ưu", "nguyen duong uu"),
            ("Ångström cafe\u{301}", "angstrom cafe"),
            ("ΆΣΟΣ Ёлка", "ασοσ елка"),
            ("ＡＢＣ１２３", "abc123"),
            ("soft\u{ad}hyphen", "softhyphen"),
            ("× ÷ ŋ", "× ÷ n"),
            ("日本語 Ḥāfiẓ", "日本語 hafiz"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn the_runs_are_in_order() {
        assert!(LATIN_RUNS.is_sorted_by(|one, other| one.0 < other.0));
    }
}
