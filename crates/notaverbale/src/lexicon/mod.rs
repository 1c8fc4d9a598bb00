//! What the stages know of words: the lexicons in `data/lexicon`, read once.

pub(crate) mod crosswalk;
pub(crate) mod cue;
pub(crate) mod inflection;
pub(crate) mod name;
pub(crate) mod party;
pub(crate) mod phrase;
pub(crate) mod role;
pub(crate) mod sentence_word;
pub(crate) mod stance;
pub(crate) mod stance_expression;
mod stance_pattern;
pub(crate) mod tsv;
pub(crate) mod vocabulary;
pub(crate) mod word_class;

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::{Arc, LazyLock};

use crate::error::Error;
use crosswalk::Crosswalk;
use cue::Cues;
use name::{Gender, Titles};
use party::Parties;
use role::Roles;
use stance::Stances;
use vocabulary::{Vocabulary, WordId};
use word_class::WordClasses;

/// Every lexicon, over one vocabulary.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    pub vocabulary: Vocabulary,
    pub words: Words,
    pub cues: Cues,
    pub titles: Titles,
    pub given_names: FxHashMap<WordId, Gender>,
    pub parties: Parties,
    pub roles: Roles,
    pub stances: Stances,
    pub crosswalk: Crosswalk,
    pub classes: WordClasses,
    common_nouns: FxHashSet<WordId>,
}

impl Lexicon {
    /// The lexicons that ship with the crate.
    pub fn embedded() -> Arc<Self> {
        static EMBEDDED: LazyLock<Arc<Lexicon>> = LazyLock::new(|| {
            #[expect(
                clippy::expect_used,
                reason = "the files are part of the program, and a test reads them all"
            )]
            Arc::new(Lexicon::read().expect("the shipped lexicons are well formed"))
        });
        Arc::clone(&EMBEDDED)
    }

    /// Adds forms of parties that a caller names.
    pub fn add_parties<'a>(&mut self, parties: impl Iterator<Item = (&'a str, &'a str)>) {
        for (form, party) in parties {
            self.parties.add(&mut self.vocabulary, form, party);
        }
    }

    fn read() -> Result<Self, Error> {
        let mut vocabulary = Vocabulary::new(
            include_str!("../../data/lexicon/function-word.tsv"),
            include_str!("../../data/lexicon/verb.tsv"),
        )?;
        let words = Words::new(&mut vocabulary);
        let cues = Cues::new(&mut vocabulary, include_str!("../../data/lexicon/cue.tsv"))?;
        let titles = Titles::new(&mut vocabulary, include_str!("../../data/lexicon/title.tsv"))?;
        let given_names =
            name::given_names(&mut vocabulary, include_str!("../../data/lexicon/given-name.tsv"))?;
        let parties = Parties::new(
            &mut vocabulary,
            include_str!("../../data/lexicon/party.tsv"),
            include_str!("../../data/lexicon/namesake.tsv"),
        )?;
        let roles = Roles::new(
            &mut vocabulary,
            &parties,
            [
                include_str!("../../data/lexicon/role.tsv"),
                include_str!("../../data/lexicon/office.tsv"),
                include_str!("../../data/lexicon/person-noun.tsv"),
            ],
        )?;
        let stances = Stances::new(
            &mut vocabulary,
            include_str!("../../data/lexicon/stance.tsv"),
            include_str!("../../data/lexicon/support-verb.tsv"),
            include_str!("../../data/lexicon/modifier.tsv"),
            include_str!("../../data/lexicon/evaluation.tsv"),
        )?;
        let crosswalk = Crosswalk::new(include_str!("../../data/lexicon/crosswalk.tsv"))?;
        let classes = WordClasses::new(&mut vocabulary, include_str!("../../data/lexicon/word-class.tsv"))?;
        let common_nouns = titles.words().chain(cues.nouns()).collect();
        Ok(Self {
            vocabulary,
            words,
            cues,
            titles,
            given_names,
            parties,
            roles,
            stances,
            crosswalk,
            classes,
            common_nouns,
        })
    }

    /// Whether a capitalised word at the head of a sentence may be a common noun (`Officials said`).
    pub fn is_common_noun(&self, word: WordId) -> bool {
        self.common_nouns.contains(&word)
    }
}

macro_rules! words {
    ($($name:ident = $form:literal),* $(,)?) => {
        /// The few words that rules name.
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct Words {
            $(pub $name: WordId,)*
        }

        impl Words {
            /// Whether the verb joins a subject and an adjective as `be` does.
            pub fn be_like(&self, lemma: WordId) -> bool {
                [self.remain, self.feel, self.stand].contains(&lemma)
            }

            fn new(vocabulary: &mut Vocabulary) -> Self {
                Self { $($name: vocabulary.intern($form),)* }
            }
        }
    };
}

words! {
    no = "no", longer = "longer",
    have = "have", do_ = "do",
    for_ = "for",
    a = "a", an = "an", and = "and", apostrophe_s = "'s", be = "be", been = "been", being = "being",
    between = "between", both = "both", by = "by", did = "did", doing = "doing", done = "done",
    feel = "feel", following = "following", had = "had", having = "having", counterpart = "counterpart", former = "former", he = "he", her = "her",
    hers = "hers", herself = "herself",
    him = "him", himself = "himself", his = "his", i = "i", if_ = "if", it = "it", its = "its", itself = "itself", latter = "latter", pair = "pair", part = "part", me = "me", of = "of", on = "on",
    remain = "remain", she = "she", side = "side", stand = "stand", statement = "statement",
    tell = "tell", the = "the", their = "their", theirs = "theirs",
    them = "them", themselves = "themselves", three = "three", they = "they", to = "to", two = "two",
    us = "us", was = "was", we = "we", were = "were", whether = "whether", while_ = "while", you = "you",
}
