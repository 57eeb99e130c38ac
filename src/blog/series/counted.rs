//! Words for what is counted when posts number themselves, in the languages blogs are written in.

/// The word in lower case, and how a label says it; an empty label is the word itself with a capital.
///
/// "Day" and "week" are here, "years" and "steps" are not: a plural counts how many, not which.
const COUNTED: [(&str, &str); 113] = [
    ("act", ""),
    ("aflevering", ""),
    ("afsnit", ""),
    ("aula", ""),
    ("avsnitt", ""),
    ("bagian", ""),
    ("band", ""),
    ("bolum", "Bölüm"),
    ("bölüm", ""),
    ("capitolo", ""),
    ("capitulo", "Capítulo"),
    ("capítulo", ""),
    ("cast", "Část"),
    ("ch", "Chapter"),
    ("chap", "Chapter"),
    ("chapitre", ""),
    ("chapter", ""),
    ("chast", "Часть"),
    ("cz", "Część"),
    ("czesc", "Część"),
    ("część", ""),
    ("day", ""),
    ("deel", ""),
    ("del", ""),
    ("dia", "Día"),
    ("dil", "Díl"),
    ("dzień", ""),
    ("día", ""),
    ("díl", ""),
    ("entrega", ""),
    ("entry", ""),
    ("ep", "Episode"),
    ("episode", ""),
    ("episodio", ""),
    ("episódio", ""),
    ("etape", "Étape"),
    ("folge", ""),
    ("giorno", ""),
    ("glava", "Глава"),
    ("hoofdstuk", ""),
    ("installment", ""),
    ("issue", ""),
    ("jour", ""),
    ("kapitel", ""),
    ("kapitola", ""),
    ("kapittel", ""),
    ("kısım", ""),
    ("leccion", "Lección"),
    ("lección", ""),
    ("lecon", "Leçon"),
    ("lektion", ""),
    ("lesson", ""),
    ("lezione", ""),
    ("leçon", ""),
    ("module", ""),
    ("odcinek", ""),
    ("osa", ""),
    ("part", ""),
    ("parte", ""),
    ("partea", ""),
    ("partie", ""),
    ("parts", "Part"),
    ("paso", ""),
    ("phan", "Phần"),
    ("phần", ""),
    ("pt", "Part"),
    ("pte", "Parte"),
    ("puntata", ""),
    ("resz", "Rész"),
    ("rozdzial", "Rozdział"),
    ("rozdział", ""),
    ("rész", ""),
    ("semaine", ""),
    ("semana", ""),
    ("session", ""),
    ("settimana", ""),
    ("step", ""),
    ("teil", ""),
    ("tome", ""),
    ("unit", ""),
    ("vecka", ""),
    ("vol", "Volume"),
    ("volet", ""),
    ("volume", ""),
    ("week", ""),
    ("woche", ""),
    ("épisode", ""),
    ("étape", ""),
    ("část", ""),
    ("μέρος", ""),
    ("выпуск", ""),
    ("глава", ""),
    ("день", ""),
    ("неделя", ""),
    ("серия", ""),
    ("урок", ""),
    ("частина", ""),
    ("часть", ""),
    ("эпизод", ""),
    ("חלק", ""),
    ("פרק", ""),
    ("الجزء", ""),
    ("الحلقة", ""),
    ("الدرس", ""),
    ("الفصل", ""),
    ("اليوم", ""),
    ("بخش", ""),
    ("جزء", ""),
    ("قسمت", ""),
    ("भाग", ""),
    ("その", ""),
    ("パート", ""),
    ("파트", ""),
];

/// Words before which a number stands as well as behind: `2. Teil`, `segunda parte`, `2nd part`.
const AFTER_ORDINAL: [&str; 21] = [
    "bölüm",
    "cast",
    "czesc",
    "część",
    "deel",
    "del",
    "dil",
    "díl",
    "folge",
    "kapitel",
    "osa",
    "part",
    "parte",
    "partie",
    "puntata",
    "resz",
    "rész",
    "teil",
    "část",
    "глава",
    "часть",
];

/// Of those, the ones that are themselves counted in plain figures, where English would say how many (`3 part series`).
const AFTER_FIGURE: [&str; 9] = [
    "bölüm", "cast", "dil", "díl", "osa", "resz", "rész", "teil", "část",
];

/// Whether a word (in lower case) may count.
pub(super) fn counts(lower: &str) -> bool {
    let at = COUNTED.binary_search_by_key(&lower, |(word, _)| word);
    at.is_ok()
}

/// How a label says what is counted, if the word (in lower case) counts.
pub(super) fn label(lower: &str) -> Option<String> {
    let at = COUNTED
        .binary_search_by_key(&lower, |(word, _)| word)
        .ok()?;
    let (word, label) = COUNTED.get(at)?;
    if !label.is_empty() {
        return Some((*label).to_owned());
    }
    let mut chars = word.chars();
    let first = chars.next()?;
    Some(first.to_uppercase().chain(chars).collect())
}

/// Whether an ordinal may stand before the word, and whether a plain figure may.
pub(super) fn takes_number_before(lower: &str, is_figure: bool) -> bool {
    AFTER_ORDINAL.binary_search(&lower).is_ok() && (!is_figure || AFTER_FIGURE.contains(&lower))
}

/// Short forms and words of other uses that count only before figures: "pt 2", "vol 3", "del 2" (not "del uno").
pub(super) fn needs_figure(lower: &str) -> bool {
    lower.len() <= 3 || matches!(lower, "band" | "cast" | "issue" | "unit")
}

/// Counters that follow a number in Chinese, Japanese and Korean. The first list needs a `第` or `제` before the number,
/// since without it the character may count how many.
pub(super) const AFTER_NUMBER: [&str; 26] = [
    "部", "篇", "章", "回", "集", "节", "節", "课", "課", "话", "話", "弾", "弹", "期", "天", "周",
    "週", "讲", "講", "卷", "编", "編", "夜", "장", "강", "부",
];

/// Counters that say which, even without a `第` or `제` before the number.
pub(super) const AFTER_BARE_NUMBER: [&str; 10] = [
    "日目", "回目", "週目", "일차", "주차", "편", "화", "탄", "부", "회차",
];

/// Two or three parts of a whole, without numbers: upper, middle, lower; front, middle, back. The order within a row is the
/// reading order; a row is told by its first and last.
pub(super) const HALVES: [(&str, u32); 14] = [
    ("上篇", 1),
    ("中篇", 2),
    ("下篇", 3),
    ("上集", 1),
    ("下集", 3),
    ("前編", 1),
    ("中編", 2),
    ("後編", 3),
    ("前篇", 1),
    ("後篇", 3),
    ("（上）", 1),
    ("（下）", 3),
    ("(상)", 1),
    ("(하)", 3),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_for_searching() {
        assert!(COUNTED.is_sorted_by_key(|(word, _)| *word) && AFTER_ORDINAL.is_sorted());
    }

    #[test]
    fn words_are_labelled_in_their_own_language() {
        assert_eq!(label("pt").as_deref(), Some("Part"));
        assert_eq!(label("capitulo").as_deref(), Some("Capítulo"));
        assert_eq!(label("часть").as_deref(), Some("Часть"));
        assert_eq!(label("apart"), None);
    }
}
