//! References to characters: `&amp;`, `&#8217;`, and HTML's, which authors write into XML too.

/// What a reference means, and whether XML knows it. `name` is what stands between `&` and `;`.
pub(super) fn resolve(name: &str) -> Option<Meaning> {
    if let Some(number) = name.strip_prefix('#') {
        return numbered(number).map(Meaning::Character);
    }
    Some(match name {
        "amp" => Meaning::Character('&'),
        "lt" => Meaning::Character('<'),
        "gt" => Meaning::Character('>'),
        "quot" => Meaning::Character('"'),
        "apos" => Meaning::Character('\''),
        _ => Meaning::OfHtml(of_html(name)?),
    })
}

/// What a reference means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// As XML has it.
    Character(char),
    /// As only HTML has it.
    OfHtml(char),
}

/// The longest name looked for: `&#x0010FFFF;` and the longest of the table are shorter.
const LONGEST: usize = 16;

/// The name of the reference that `text`, which begins with `&`, begins with.
pub(super) fn name(text: &str) -> Option<&str> {
    let rest = text.get(1..)?;
    let length = rest
        .bytes()
        .take(LONGEST + 1)
        .position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'#'))?;
    let name = rest.get(..length).filter(|name| !name.is_empty())?;
    (rest.as_bytes().get(length) == Some(&b';')).then_some(name)
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    match code.ok()? {
        0 => None,
        // HTML (13.2.5.80) reads these as Windows-1252, where those who write them have them from.
        code @ 0x80..=0x9f => super::decode::windows_1252(u8::try_from(code).ok()?).into(),
        code => char::from_u32(code),
    }
}

/// The entities of HTML 4 that occur in titles and captions. HTML 5 has some two thousand, which would weigh more than
/// this room; those not here stay as they are written.
fn of_html(name: &str) -> Option<char> {
    TABLE
        .iter()
        .find(|(entity, _)| *entity == name)
        .map(|(_, character)| *character)
        .or_else(|| latin_1(name))
}

/// The letters of Latin 1, whose names follow from their base letter and their mark.
fn latin_1(name: &str) -> Option<char> {
    let mut letters = name.chars();
    let base = letters.next()?;
    let forms = match (base.to_ascii_lowercase(), letters.as_str()) {
        ('a', mark) => ("grave acute circ tilde uml ring", mark, "àáâãäå"),
        ('c', mark) => ("cedil", mark, "ç"),
        ('e', mark) => ("grave acute circ uml", mark, "èéêë"),
        ('i', mark) => ("grave acute circ uml", mark, "ìíîï"),
        ('n', mark) => ("tilde", mark, "ñ"),
        ('o', mark) => ("grave acute circ tilde uml slash", mark, "òóôõöø"),
        ('u', mark) => ("grave acute circ uml", mark, "ùúûü"),
        ('y', mark) => ("acute uml", mark, "ýÿ"),
        ('s', mark) => ("caron", mark, "š"),
        ('z', mark) => ("caron", mark, "ž"),
        _ => return None,
    };
    let (marks, wanted, letters) = forms;
    let at = marks.split(' ').position(|mark| mark == wanted)?;
    let letter = letters.chars().nth(at)?;
    if base.is_ascii_uppercase() {
        letter.to_uppercase().next()
    } else {
        Some(letter)
    }
}

const TABLE: [(&str, char); 62] = [
    ("nbsp", '\u{a0}'),
    ("iexcl", '¡'),
    ("cent", '¢'),
    ("pound", '£'),
    ("yen", '¥'),
    ("sect", '§'),
    ("copy", '©'),
    ("ordf", 'ª'),
    ("laquo", '«'),
    ("not", '¬'),
    ("shy", '\u{ad}'),
    ("reg", '®'),
    ("deg", '°'),
    ("plusmn", '±'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("acute", '´'),
    ("micro", 'µ'),
    ("para", '¶'),
    ("middot", '·'),
    ("ordm", 'º'),
    ("raquo", '»'),
    ("frac14", '¼'),
    ("frac12", '½'),
    ("frac34", '¾'),
    ("iquest", '¿'),
    ("times", '×'),
    ("divide", '÷'),
    ("szlig", 'ß'),
    ("aelig", 'æ'),
    ("AElig", 'Æ'),
    ("oelig", 'œ'),
    ("OElig", 'Œ'),
    ("eth", 'ð'),
    ("thorn", 'þ'),
    ("alpha", 'α'),
    ("beta", 'β'),
    ("lambda", 'λ'),
    ("mu", 'μ'),
    ("pi", 'π'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("bull", '•'),
    ("hellip", '…'),
    ("prime", '′'),
    ("euro", '€'),
    ("trade", '™'),
    ("larr", '←'),
    ("rarr", '→'),
    ("le", '≤'),
    ("ge", '≥'),
];

#[cfg(test)]
mod tests {
    use super::{Meaning, name, resolve};

    #[test]
    fn references_are_resolved_by_name_and_by_number() {
        assert_eq!(resolve("amp"), Some(Meaning::Character('&')));
        assert_eq!(resolve("#8217"), Some(Meaning::Character('’')));
        assert_eq!(resolve("#x2019"), Some(Meaning::Character('’')));
        assert_eq!(resolve("#146"), Some(Meaning::Character('’')));
        assert_eq!(resolve("eacute"), Some(Meaning::OfHtml('é')));
        assert_eq!(resolve("Ouml"), Some(Meaning::OfHtml('Ö')));
        assert_eq!(resolve("mdash"), Some(Meaning::OfHtml('—')));
    }

    #[test]
    fn what_is_no_character_is_not_resolved() {
        for bad in [
            "#0",
            "#xD800",
            "#x110000",
            "#99999999999",
            "#",
            "#x",
            "test",
            "a",
            "",
            "agrav",
        ] {
            assert_eq!(resolve(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_reference_ends_with_a_semicolon() {
        assert_eq!(name("&amp;b"), Some("amp"));
        for bad in [
            "&",
            "& b;",
            "&;",
            "&amp",
            "&amp b",
            "&averyveryverylongname;",
            "&é;",
        ] {
            assert_eq!(name(bad), None, "{bad}");
        }
    }
}
