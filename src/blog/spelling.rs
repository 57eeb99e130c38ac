//! Slugs put back into words, with the spelling that the blog's own titles teach.

use rustc_hash::FxHashMap;

use super::words::push_lower;

/// Words that are small in a headline: articles, conjunctions, prepositions. ("My", "is", "how" are not.)
const LOWER: [&str; 25] = [
    "a", "an", "and", "as", "at", "but", "by", "da", "de", "der", "des", "di", "du", "for", "from",
    "in", "into", "of", "on", "or", "the", "to", "via", "vs", "with",
];

/// Whether a word is small in a headline.
fn is_small(word: &str) -> bool {
    LOWER.binary_search(&word).is_ok()
}

/// Words that are written in one way everywhere, for blogs whose titles are not known. Kept to what most blogs need.
const USUAL: [&str; 50] = [
    "AI",
    "API",
    "APIs",
    "AWS",
    "CI",
    "CLI",
    "CPU",
    "CSS",
    "CSV",
    "DIY",
    "DNS",
    "DSL",
    "FAQ",
    "GitHub",
    "GPU",
    "GraphQL",
    "HTML",
    "HTTP",
    "HTTPS",
    "I",
    "IoT",
    "IP",
    "IPv6",
    "iOS",
    "JavaScript",
    "JIT",
    "JSON",
    "JVM",
    "LLM",
    "LLMs",
    "macOS",
    "ML",
    "NAS",
    "NLP",
    "PDF",
    "PHP",
    "PostgreSQL",
    "REST",
    "RSS",
    "SDK",
    "SQL",
    "SSH",
    "SSL",
    "TLS",
    "TypeScript",
    "UI",
    "URL",
    "USB",
    "VPN",
    "XML",
];

/// With fewer known words than this, titles do not say how the blog capitalises.
const FEWEST_KNOWN: usize = 20;

/// Words that are frequent in English and rare elsewhere.
const ENGLISH: [&str; 14] = [
    "and", "are", "for", "from", "how", "is", "my", "of", "on", "the", "to", "what", "why", "with",
];

/// Words that are frequent in languages whose titles are sentences, and rare in English.
const OTHERS: [&str; 40] = [
    "al", "auf", "avec", "com", "con", "da", "das", "de", "del", "della", "der", "des", "do",
    "dos", "du", "ein", "eine", "el", "en", "et", "het", "im", "la", "las", "le", "les", "los",
    "mit", "na", "nie", "para", "per", "por", "pour", "que", "und", "una", "van", "y", "z",
];

/// English contractions that lose their apostrophe in a slug and are no other word.
const CONTRACTIONS: [(&str, &str); 16] = [
    ("arent", "aren't"),
    ("cant", "can't"),
    ("couldnt", "couldn't"),
    ("didnt", "didn't"),
    ("doesnt", "doesn't"),
    ("dont", "don't"),
    ("hasnt", "hasn't"),
    ("im", "I'm"),
    ("isnt", "isn't"),
    ("ive", "I've"),
    ("shouldnt", "shouldn't"),
    ("thats", "that's"),
    ("theyre", "they're"),
    ("wasnt", "wasn't"),
    ("whats", "what's"),
    ("youre", "you're"),
];

/// How this blog spells its words.
#[derive(Clone, Debug, Default)]
pub(super) struct Spelling {
    /// Lower-case letters and digits to the spelling most often seen.
    known: FxHashMap<String, String>,
    /// Whether the blog's titles capitalise every word that is not small.
    headline: bool,
}

impl Spelling {
    /// The same for a blog whose titles may not be known at all: then its slugs say whether it is written in a language that
    /// capitalises titles as English does.
    pub(super) fn for_slugs<'s>(mut self, slugs: impl Iterator<Item = &'s str>) -> Self {
        if self.known.len() < FEWEST_KNOWN {
            let (mut english, mut others) = (0_usize, 0_usize);
            for word in slugs.flat_map(|slug| slug.split(['-', '_', ' '])) {
                english += usize::from(ENGLISH.contains(&word));
                others += usize::from(OTHERS.contains(&word));
            }
            self.headline = english >= others;
        }
        self
    }

    /// Learns from titles (and names of topics) that are known.
    pub(super) fn learn<'t>(titles: impl Iterator<Item = &'t str>) -> Self {
        // Most words are always written in one way: their forms are few enough to be looked through.
        let mut seen: FxHashMap<String, Vec<(&str, u32)>> = FxHashMap::default();
        let (mut capitals, mut others) = (1_u32, 0_u32);
        let mut key = String::new();
        for title in titles {
            for (place, raw) in title.split_whitespace().enumerate() {
                let word =
                    raw.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#'));
                key.clear();
                word.chars()
                    .filter(|c| c.is_alphanumeric())
                    .for_each(|c| push_lower(&mut key, c));
                if key.is_empty() || word.chars().count() > 30 {
                    continue;
                }
                if place > 0 && key.len() > 3 {
                    let upper = word.starts_with(char::is_uppercase);
                    capitals += u32::from(upper);
                    others += u32::from(!upper);
                }
                // The first word has its capital from standing first; it counts only if nothing else is known.
                let weight = if place == 0 { 1 } else { 3 };
                let forms = match seen.get_mut(&key) {
                    Some(forms) => forms,
                    None => seen.entry(key.clone()).or_default(),
                };
                match forms.iter_mut().find(|(form, _)| *form == word) {
                    Some((_, times)) => *times += weight,
                    None => forms.push((word, weight)),
                }
            }
        }
        let known = seen
            .into_iter()
            .filter_map(|(key, forms)| {
                let best = forms
                    .into_iter()
                    .max_by(|(one, n), (other, m)| n.cmp(m).then(other.cmp(one)))?;
                Some((key, best.0.to_owned()))
            })
            .collect();
        Self {
            known,
            headline: capitals > others,
        }
    }

    /// A slug, put back into words as a title.
    pub(super) fn title(&self, slug: &str) -> String {
        self.join(slug, self.headline)
    }

    /// The name of a section or topic: every word capitalised.
    pub(super) fn name(&self, slug: &str) -> String {
        self.join(slug, true)
    }

    fn join(&self, slug: &str, headline: bool) -> String {
        let parts: Vec<&str> = slug
            .split(|c: char| matches!(c, '-' | '_' | '~') || c.is_whitespace())
            .filter(|part| !part.is_empty())
            .collect();
        let mut out = String::with_capacity(slug.len() + 4);
        for (place, part) in parts.iter().enumerate() {
            if place > 0 {
                out.push(' ');
            }
            let edge = place == 0 || (headline && place + 1 == parts.len());
            out.push_str(&self.word(part, edge, headline));
        }
        out
    }

    fn word(&self, part: &str, edge: bool, headline: bool) -> String {
        let lower = part.to_lowercase();
        // What is not ASCII or already has capitals is as its author wrote it.
        if part != lower {
            return part.to_owned();
        }
        if let Some(known) = self.known.get(&lower) {
            let own_way =
                known.chars().skip(1).any(char::is_uppercase) || known.contains(['+', '#', '.']);
            if own_way || (!headline && known.starts_with(char::is_uppercase) && !is_small(&lower))
            {
                return known.clone();
            }
            if is_small(&lower) && !edge {
                return lower;
            }
            return if headline || edge {
                capitalise(known)
            } else {
                known.clone()
            };
        }
        if let Some(usual) = USUAL
            .iter()
            .find(|usual| usual.eq_ignore_ascii_case(&lower))
        {
            return (*usual).to_owned();
        }
        if is_acronym(&lower) {
            return lower.to_uppercase();
        }
        let spelled = CONTRACTIONS
            .iter()
            .find(|(bare, _)| *bare == lower)
            .map_or(lower.as_str(), |(_, full)| full);
        if edge || (headline && !is_small(spelled)) {
            capitalise(spelled)
        } else {
            spelled.to_owned()
        }
    }
}

/// Two to four ASCII letters without a vowel (`rnn`, `db`, `fps`) can only be spelt out, but for a few that are cut short.
fn is_acronym(lower: &str) -> bool {
    const CUT_SHORT: [&str; 14] = [
        "bzw", "dr", "ft", "hmm", "mr", "mrs", "ms", "nth", "pt", "pts", "st", "th", "vs", "w",
    ];
    (2..=4).contains(&lower.len())
        && lower
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() && !b"aeiouy".contains(&byte))
        && !CUT_SHORT.contains(&lower)
}

fn capitalise(word: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spelling_of_names_is_learnt_from_known_titles() {
        let titles = [
            "How Apache BookKeeper Works",
            "A Tour of TLA+ and S3",
            "Writing C# for Kafka’s Sake",
        ];
        let spelling = Spelling::learn(titles.into_iter());
        assert_eq!(
            spelling.title("the-tla-spec-of-bookkeeper-on-s3"),
            "The TLA+ Spec of BookKeeper on S3"
        );
        assert_eq!(spelling.title("why-kafkas-broker"), "Why Kafka’s Broker");
    }

    #[test]
    fn a_blog_that_writes_sentences_gets_sentences() {
        let titles = [
            "A look at the future of things",
            "Why people write about computers",
        ];
        let spelling = Spelling::learn(titles.into_iter());
        assert_eq!(
            spelling.title("how-people-dont-write"),
            "How people don't write"
        );
    }

    #[test]
    fn slugs_in_other_scripts_stay_as_they_are() {
        let spelling = Spelling::default();
        assert_eq!(spelling.title("블로그에-사이트맵"), "블로그에 사이트맵");
        assert_eq!(
            spelling.title("tailwindcss와 함께하는 Gatsby"),
            "Tailwindcss와 함께하는 Gatsby"
        );
    }

    #[test]
    fn a_blog_in_another_language_gets_sentences_too() {
        let slugs = ["el-fenicio-y-la-ruta-de-la-sal", "canal-de-video"];
        let spelling = Spelling::learn(std::iter::empty()).for_slugs(slugs.into_iter());
        assert_eq!(
            spelling.title("el-fenicio-y-la-ruta-de-la-sal"),
            "El fenicio y la ruta de la sal"
        );
    }

    #[test]
    fn what_cannot_be_spoken_is_an_acronym() {
        let spelling = Spelling::default();
        assert_eq!(spelling.name("stock-rnn-vs-lstm"), "Stock RNN vs LSTM");
    }

    #[test]
    fn without_known_titles_the_usual_words_are_spelled_the_usual_way() {
        let spelling = Spelling::learn(std::iter::empty());
        assert_eq!(
            spelling.title("an-api-for-the-json-of-github"),
            "An API for the JSON of GitHub"
        );
    }
}
