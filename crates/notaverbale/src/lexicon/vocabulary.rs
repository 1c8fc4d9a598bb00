//! The words that the lexicons know, each with a number: a text's words are looked up once, then compared as numbers.

use rustc_hash::FxHashMap;

use crate::error::Error;
use crate::lexicon::inflection;
use crate::lexicon::tsv;
use crate::tag::Upos;

/// The number of a lower-cased word form.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct WordId(u32);

impl WordId {
    /// A word that no lexicon knows. It equals itself, so never compare two of them.
    pub const UNKNOWN: Self = Self(u32::MAX);

    pub fn is_known(self) -> bool {
        self != Self::UNKNOWN
    }
}

/// What a function word is, beside its tag.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Feature {
    None,
    Definite,
    Indefinite,
    Demonstrative,
    Quantity,
    Possessive,
    Nominative,
    Neutral,
    Accusative,
    Reflexive,
    Relative,
    Interrogative,
    Pronominal,
    Of,
    Subordinating,
    That,
    Comparative,
    Be,
    Have,
    Do,
    Modal,
    Negation,
    Time,
}

impl Feature {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "" => Self::None,
            "definite" => Self::Definite,
            "indefinite" => Self::Indefinite,
            "demonstrative" => Self::Demonstrative,
            "quantity" => Self::Quantity,
            "possessive" => Self::Possessive,
            "nominative" => Self::Nominative,
            "neutral" => Self::Neutral,
            "accusative" => Self::Accusative,
            "reflexive" => Self::Reflexive,
            "relative" => Self::Relative,
            "interrogative" => Self::Interrogative,
            "pronominal" => Self::Pronominal,
            "of" => Self::Of,
            "subordinating" => Self::Subordinating,
            "that" => Self::That,
            "comparative" => Self::Comparative,
            "be" => Self::Be,
            "have" => Self::Have,
            "do" => Self::Do,
            "modal" => Self::Modal,
            "negation" => Self::Negation,
            "time" => Self::Time,
            _ => return None,
        })
    }
}

/// The forms that a word can be of its verb; several at once where they are spelled alike (`announced`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct VerbForm(u8);

impl VerbForm {
    pub const NONE: Self = Self(0);
    pub const BASE: Self = Self(1);
    pub const THIRD: Self = Self(2);
    pub const PAST: Self = Self(4);
    pub const PARTICIPLE: Self = Self(8);
    pub const GERUND: Self = Self(16);

    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// How often a verb's base or third person form is a noun or adjective instead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Nominal {
    Hardly,
    Also,
    Mostly,
}

/// A word form as a verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct VerbReading {
    pub lemma: WordId,
    pub form: VerbForm,
    pub nominal: Nominal,
}

/// What the lexicons know of one word form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Word {
    pub function: Option<(Upos, Feature)>,
    pub verb: Option<VerbReading>,
}

/// All known word forms.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Word>,
}

impl Vocabulary {
    /// Reads the function words and the verbs.
    pub fn new(function_words: &str, verbs: &str) -> Result<Self, Error> {
        let mut vocabulary = Self::default();
        for row in tsv::read("function-word.tsv", function_words, &["form", "upos", "feature"])? {
            let upos = row.parse(1, "a Universal Dependencies tag", Upos::from_name)?;
            let feature = row.parse(2, "a known feature", Feature::from_name)?;
            let id = vocabulary.intern(row.cell(0));
            vocabulary.words[id.0 as usize].function = Some((upos, feature));
        }
        let rows = tsv::read("verb.tsv", verbs, &["lemma", "third", "past", "participle", "gerund", "noun"])?;
        // A form of an irregular verb (`found`) is seldom the lemma of a regular one.
        let (irregular, regular): (Vec<_>, Vec<_>) = rows.iter().partition(|row| !row.cell(2).is_empty());
        for row in irregular.into_iter().chain(regular) {
            let nominal = row.parse(5, "yes, mostly or nothing", |cell| match cell {
                "" => Some(Nominal::Hardly),
                "yes" => Some(Nominal::Also),
                "mostly" => Some(Nominal::Mostly),
                _ => None,
            })?;
            vocabulary.add_verb(row.cell(0), [row.cell(1), row.cell(2), row.cell(3), row.cell(4)], nominal);
        }
        Ok(vocabulary)
    }

    fn add_verb(&mut self, lemma: &str, irregular: [&str; 4], nominal: Nominal) {
        let forms = inflection::forms(lemma, irregular);
        // `signalled`, `cancelling`: British spelling doubles the l.
        let british = inflection::doubles_l(lemma).filter(|_| irregular == [""; 4]).map(|stem| {
            let past = format!("{stem}ed");
            [
                (past.clone(), VerbForm::PAST),
                (past, VerbForm::PARTICIPLE),
                (format!("{stem}ing"), VerbForm::GERUND),
            ]
        });
        let lemma = self.intern(lemma);
        let spelled = [
            (forms.base, VerbForm::BASE),
            (forms.third, VerbForm::THIRD),
            (forms.past, VerbForm::PAST),
            (forms.participle, VerbForm::PARTICIPLE),
            (forms.gerund, VerbForm::GERUND),
        ];
        for (text, form) in spelled.into_iter().chain(british.into_iter().flatten()) {
            let id = self.intern(&text);
            let verb = &mut self.words[id.0 as usize].verb;
            match verb {
                Some(reading) if reading.lemma == lemma => reading.form = reading.form.with(form),
                Some(_) => {}
                None => *verb = Some(VerbReading { lemma, form, nominal }),
            }
        }
    }

    /// Makes the regular forms of a verb known, unless the word is one already, or a function word.
    pub fn learn_verb(&mut self, lemma: &str) {
        let id = self.intern(lemma);
        if self.word(id) == Word::default() {
            // Hardly a word that is no verb in the lexicon is a verb alone: `greenlight`.
            self.add_verb(lemma, [""; 4], Nominal::Also);
        }
    }

    /// The number of a lower-case word, which is made known if it was not.
    pub fn intern(&mut self, lower: &str) -> WordId {
        if let Some(&id) = self.ids.get(lower) {
            return id;
        }
        let id = WordId(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        self.ids.insert(lower.into(), id);
        self.words.push(Word::default());
        id
    }

    /// The number of a word as it stands in a text, whatever its case; a curly apostrophe counts as a straight one.
    pub fn look_up(&self, word: &str) -> WordId {
        // Lexicon words are short: a longer word can't be known, and short ones need no allocation.
        let mut buffer = [0; 48];
        let known = if word.is_ascii() && word.len() <= buffer.len() {
            let lower = &mut buffer[..word.len()];
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            std::str::from_utf8(lower).ok().and_then(|lower| self.ids.get(lower))
        } else if word.len() <= 2 * buffer.len() {
            self.ids.get(fold(word).as_str())
        } else {
            None
        };
        known.copied().unwrap_or(WordId::UNKNOWN)
    }

    /// What is known of the word.
    pub fn word(&self, id: WordId) -> Word {
        self.words.get(id.0 as usize).copied().unwrap_or_default()
    }
}

/// Lower case, with straight apostrophes: how lexicons spell words.
pub(crate) fn fold(word: &str) -> String {
    word.to_lowercase().replace(['’', 'ʼ'], "'")
}
