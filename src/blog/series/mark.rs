//! The place in a series that a title or slug gives its post: "Part 2", "Chapter 5 (part 2)", "3/5", "第三回", "2. Teil".

use super::counted::{
    AFTER_BARE_NUMBER, AFTER_NUMBER, HALVES, label, needs_figure, takes_number_before,
};
use super::numeral::{chinese, digits, is_ordinal_ending, number};
use super::token::Token;

/// A counted number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where it begins, in bytes.
    pub(super) from: usize,
    /// Where it ends.
    pub(super) to: usize,
    /// What is counted, as a label says it: `Part`.
    pub(super) word: String,
    /// Which one it is.
    pub(super) number: u32,
    /// The letter behind the number (`2b` is 2), or nothing.
    pub(super) letter: Option<u32>,
    /// How many there are, where the text says so ("1 of 3").
    pub(super) total: Option<u32>,
    /// The label, where it is not word and number.
    as_written: Option<String>,
}

impl Mark {
    /// The label that a reader knows it by.
    pub(super) fn label(&self) -> String {
        match (&self.as_written, self.letter) {
            (Some(label), _) => label.clone(),
            (None, None) => format!("{} {}", self.word, self.number),
            (None, Some(letter)) => format!("{} {}{}", self.word, self.number, letter_of(letter)),
        }
    }
}

/// `b` for 2.
pub(super) fn letter_of(number: u32) -> char {
    char::from_digit(number + 9, 36).unwrap_or('?')
}

/// The letter right behind a number, a to d: 1 to 4.
pub(super) fn letter_after(tokens: &[Token], at: usize) -> Option<u32> {
    let next = tokens
        .get(at + 1)
        .filter(|next| next.glued && next.lower.len() == 1)?;
    let letter = next.lower.chars().next()?.to_digit(36)?;
    (10..14).contains(&letter).then(|| letter - 9)
}

/// Every counted number of a text, in order. A number alone counts nothing: it may be a year, a version or a quantity.
pub(super) fn marks(text: &str, tokens: &[Token]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = (0..tokens.len())
        .filter_map(|at| {
            word_then_number(tokens, at)
                .or_else(|| number_then_word(tokens, at))
                .or_else(|| hash_number(text, tokens, at))
                .or_else(|| one_of_several(text, tokens, at))
        })
        .collect();
    if marks.is_empty() && !text.is_ascii() {
        marks.extend(east_asian(text));
    }
    marks.dedup_by(|next, last| next.from < last.to);
    marks
}

fn word_then_number(tokens: &[Token], at: usize) -> Option<Mark> {
    let token = tokens.get(at).filter(|token| !token.figures)?;
    let word = label(&token.lower)?;
    // "Part: 2 things" names no part, but an Arabic or a slug's word may stand apart by one token only.
    let next = tokens.get(at + 1)?;
    let value = if next.figures {
        digits(&next.lower)
    } else {
        number(&next.lower).filter(|_| !needs_figure(&token.lower) || is_long_roman(&next.lower))
    }?;
    let diary = at.checked_sub(1).and_then(|before| tokens.get(before));
    let diary = diary.filter(|before| {
        token.lower == "entry"
            && matches!(
                before.lower.as_str(),
                "diary" | "journal" | "log" | "notebook"
            )
    });
    let (total, to) = total_after(tokens, at + 1, next.to);
    Some(Mark {
        from: diary.map_or(token.from, |diary| diary.from),
        to,
        word: match diary {
            Some(diary) => format!("{} entry", capitalised(&diary.lower)),
            None => word,
        },
        number: value,
        letter: letter_after(tokens, at + 1),
        total,
        as_written: None,
    })
}

/// A roman numeral of two letters or more: a single one behind a short word may be anything.
fn is_long_roman(lower: &str) -> bool {
    lower.len() > 1 && super::numeral::roman(lower).is_some()
}

/// "of 5" behind a number: how many there are, and where that ends.
fn total_after(tokens: &[Token], number: usize, end: usize) -> (Option<u32>, usize) {
    let of = tokens
        .get(number + 1)
        .filter(|token| matches!(token.lower.as_str(), "of" | "von" | "de" | "di" | "из"));
    let total = tokens.get(number + 2).filter(|token| token.figures);
    let read = of
        .zip(total)
        .and_then(|(_, total)| Some((digits(&total.lower)?, total.to)));
    match read.filter(|(total, _)| (2..=60).contains(total)) {
        Some((total, to)) => (Some(total), to),
        None => (None, end),
    }
}

/// `2. Teil`, `segunda parte`, `2nd part`.
fn number_then_word(tokens: &[Token], at: usize) -> Option<Mark> {
    let first = tokens.get(at)?;
    let ending = tokens
        .get(at + 1)
        .filter(|next| first.figures && next.glued && is_ordinal_ending(&next.lower));
    let place = at + 1 + usize::from(ending.is_some());
    let counted = tokens.get(place).filter(|token| !token.figures)?;
    if !takes_number_before(&counted.lower, first.figures && ending.is_none()) {
        return None;
    }
    // "part 2": the number behind says which.
    if tokens
        .get(place + 1)
        .is_some_and(|next| number(&next.lower).is_some())
    {
        return None;
    }
    let value = number(&first.lower).filter(|value| *value < 100)?;
    Some(Mark {
        from: first.from,
        to: counted.to,
        word: label(&counted.lower)?,
        number: value,
        letter: None,
        total: None,
        as_written: None,
    })
}

/// `#7`, in titles that are known; a slug has no such sign.
fn hash_number(text: &str, tokens: &[Token], at: usize) -> Option<Mark> {
    let token = tokens.get(at).filter(|token| token.figures)?;
    let before = text.get(..token.from)?;
    let from = before
        .strip_suffix('#')
        .or_else(|| before.strip_suffix('№'))?
        .len();
    let value = digits(&token.lower)?;
    Some(Mark {
        from,
        to: token.to,
        word: "#".to_owned(),
        number: value,
        letter: None,
        total: None,
        as_written: Some(format!("#{value}")),
    })
}

/// `(3/5)` at the end of a title, `3 of 5` anywhere.
fn one_of_several(text: &str, tokens: &[Token], at: usize) -> Option<Mark> {
    let one = tokens.get(at).filter(|token| token.figures)?;
    let value = digits(&one.lower)?;
    let (total, to) = match total_after(tokens, at, one.to) {
        (Some(total), to) if tokens.get(at + 1)?.lower == "of" => (total, to),
        _ => {
            let next = tokens.get(at + 1).filter(|next| next.figures)?;
            let slash = text.get(one.to..next.from)?.trim() == "/";
            let bracketed = text.get(..one.from)?.trim_end().ends_with(['(', '[', '（']);
            let last = at + 2 == tokens.len();
            (
                digits(&next.lower).filter(|_| slash && (bracketed || last))?,
                next.to,
            )
        }
    };
    ((1..=total).contains(&value) && (2..=60).contains(&total)).then(|| Mark {
        from: one.from,
        to,
        word: "Part".to_owned(),
        number: value,
        letter: None,
        total: Some(total),
        as_written: None,
    })
}

/// `第三回`, `3일차`, `제2장`, `上篇`, `（二）`.
fn east_asian(text: &str) -> Option<Mark> {
    for (half, number) in HALVES {
        if let Some(from) = text.find(half) {
            let label = half.trim_matches(['(', ')', '（', '）']);
            return Some(written(text, from, from + half.len(), number, Some(label)));
        }
    }
    let mut starts = text.char_indices();
    starts.find_map(|(at, c)| {
        let after = at + c.len_utf8();
        let rest = text.get(after..)?;
        if matches!(c, '第' | '제') {
            let (value, counter) = leading_number(rest)?;
            let length = starts_with_any(counter, &AFTER_NUMBER)
                .or_else(|| starts_with_any(counter, &AFTER_BARE_NUMBER))?;
            let to = text.len() - counter.len() + length;
            return Some(written(text, at, to, value, None));
        }
        if matches!(c, '（' | '(' | '之' | '其') {
            let (value, tail) = leading_number(rest)?;
            let closes =
                tail.starts_with(['）', ')']) || (matches!(c, '之' | '其') && tail.is_empty());
            let is_chinese = rest.chars().next().is_some_and(|c| !c.is_ascii());
            return (closes && is_chinese)
                .then(|| written(text, at, text.len() - tail.len(), value, None));
        }
        let before = text
            .get(..at)
            .is_some_and(|before| before.ends_with(|c: char| c.is_numeric()));
        if c.is_numeric() && !before {
            let whole = text.get(at..)?;
            let (value, counter) = leading_number(whole)?;
            let length = starts_with_any(counter, &AFTER_BARE_NUMBER)?;
            let to = text.len() - counter.len() + length;
            let ends = text
                .get(to..)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
            return ends.then(|| written(text, at, to, value, None));
        }
        None
    })
}

fn written(text: &str, from: usize, to: usize, number: u32, label: Option<&str>) -> Mark {
    let source = text.get(from..to).unwrap_or_default();
    let source = source.trim_matches(['(', ')', '（', '）']);
    Mark {
        from,
        to,
        word: String::new(),
        number,
        letter: None,
        total: None,
        as_written: Some(label.unwrap_or(source).to_owned()),
    }
}

/// The number a text begins with, in figures or Chinese numerals, and what comes behind it.
fn leading_number(text: &str) -> Option<(u32, &str)> {
    let trimmed = text.trim_start_matches([' ', '-']);
    let is_numeral = |c: char| c.is_numeric() || "一二三四五六七八九十".contains(c);
    let end = trimmed.find(|c| !is_numeral(c)).unwrap_or(trimmed.len());
    let numeral = trimmed.get(..end)?;
    let value = digits(numeral).or_else(|| chinese(numeral))?;
    Some((value, trimmed.get(end..)?.trim_start_matches(' ')))
}

fn starts_with_any(text: &str, list: &[&str]) -> Option<usize> {
    list.iter()
        .filter(|item| text.starts_with(**item))
        .map(|item| item.len())
        .max()
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[track_caller]
    fn assert_label(text: &str, expected: Option<&str>) {
        let labels: Vec<String> = marks(text, &tokens(text)).iter().map(Mark::label).collect();
        assert_eq!(labels.first().map(String::as_str), expected, "{text}");
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        for (text, label) in [
            ("RabbitMQ vs Kafka Part 1 - Topologies", "Part 1"),
            ("The importance of liveness part2", "Part 2"),
            ("Brain fail, Pt. III", "Part 3"),
            ("Garden notes: Episode Four", "Episode 4"),
            ("Verifying transactions - Diary entry 4", "Diary entry 4"),
            ("A tale in threes (2/3)", "Part 2"),
            ("a-tale-in-threes-2-of-3", "Part 2"),
            ("Field recordings #7", "#7"),
            ("Vol. 3 of the letters", "Volume 3"),
            ("advent-of-code-day-12", "Day 12"),
            ("the-long-walk-part-2b", "Part 2b"),
            ("The 2nd part of the story", "Part 2"),
        ] {
            assert_label(text, Some(label));
        }
    }

    #[test]
    fn numbers_are_read_in_other_languages() {
        for (text, label) in [
            ("Mein Garten, Teil 3", "Teil 3"),
            ("Mein Garten, 2. Teil", "Teil 2"),
            ("Der Garten, zweiter Teil", "Teil 2"),
            ("Mon jardin, deuxième partie", "Partie 2"),
            ("mon-jardin-2e-partie", "Partie 2"),
            ("Mon jardin, épisode 4", "Épisode 4"),
            ("Mi jardín, segunda parte", "Parte 2"),
            ("mi-jardin-capitulo-3", "Capítulo 3"),
            ("O meu jardim, parte dois", "Parte 2"),
            ("Il mio giardino, terza parte", "Parte 3"),
            ("Mijn tuin, deel 2", "Deel 2"),
            ("Mój ogród, część druga", "Część 2"),
            ("moj-ogrod-cz-3", "Część 3"),
            ("Мой сад, часть вторая", "Часть 2"),
            ("Мой сад. Часть 3", "Часть 3"),
            ("Bahçem, bölüm 2", "Bölüm 2"),
            ("حديقتي الجزء الثاني", "الجزء 2"),
            ("حديقتي الحلقة ٣", "الحلقة 3"),
            ("我的花园（二）", "二"),
            ("我的花园第三篇", "第三篇"),
            ("我的花园 上篇", "上篇"),
            ("私の庭 第2回", "第2回"),
            ("私の庭 その3", "その 3"),
            ("私の庭 前編", "前編"),
            ("나의 정원 3편", "3편"),
            ("나의 정원 제2장", "제2장"),
            ("나의 정원 12일차", "12일차"),
        ] {
            assert_label(text, Some(label));
        }
    }

    #[test]
    fn a_number_alone_counts_nothing() {
        for text in [
            "My 2023 in books",
            "Windows 11",
            "Part of the problem",
            "10 reasons",
            "A 3 part series on 5 steps",
            "On 3/5 we met again",
            "Resumen del año",
            "우리는 2회 우승",
        ] {
            assert_label(text, None);
        }
    }

    #[test]
    fn what_is_nested_has_two_marks() {
        let text = "Serverless - ASDS Chapter 5 (part 2)";
        let labels: Vec<String> = marks(text, &tokens(text)).iter().map(Mark::label).collect();
        assert_eq!(labels, ["Chapter 5", "Part 2"]);
    }
}
