//! Titles, roles and institutions, and given names.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::error::Error;
use crate::lexicon::phrase::PhraseTable;
use crate::lexicon::tsv;
use crate::lexicon::vocabulary::{Vocabulary, WordId};

/// Grammatical gender of a person, as far as words tell it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Gender {
    Male,
    Female,
}

impl Gender {
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "male" => Some(Self::Male),
            "female" => Some(Self::Female),
            _ => None,
        }
    }
}

/// What a title word says of the name beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TitleKind {
    /// Stands right before a name (`Mr.`, `H.E.`).
    Honorific,
    /// What a person is (`foreign minister`, `officials`).
    Role,
    /// What speaks as a body (`ministry`).
    Institution,
    /// Heads a group of speakers (`sides`).
    Group,
}

/// An entry of the title lexicon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Title {
    pub kind: TitleKind,
    pub gender: Option<Gender>,
    pub plural: bool,
}

/// The title lexicon.
#[derive(Clone, Debug, Default)]
pub(crate) struct Titles {
    pub phrases: PhraseTable<Title>,
    words: Vec<WordId>,
    roles: FxHashSet<WordId>,
}

impl Titles {
    pub fn new(vocabulary: &mut Vocabulary, text: &str) -> Result<Self, Error> {
        let mut titles = Self::default();
        for row in tsv::read("title.tsv", text, &["form", "kind", "gender", "number"])? {
            let kind = row.parse(1, "honorific, role, institution or group", |cell| match cell {
                "honorific" => Some(TitleKind::Honorific),
                "role" => Some(TitleKind::Role),
                "institution" => Some(TitleKind::Institution),
                "group" => Some(TitleKind::Group),
                _ => None,
            })?;
            let title =
                Title { kind, gender: Gender::from_name(row.cell(2)), plural: row.cell(3) == "plural" };
            titles.phrases.insert(vocabulary, row.cell(0), title);
            let word = vocabulary.intern(row.cell(0));
            titles.words.push(word);
            if kind == TitleKind::Role && !title.plural {
                titles.roles.insert(word);
            }
        }
        Ok(titles)
    }

    /// Whether the word alone is a role in the singular.
    pub fn is_role(&self, word: WordId) -> bool {
        self.roles.contains(&word)
    }

    /// The titles, of one word or several.
    pub fn words(&self) -> impl Iterator<Item = WordId> {
        self.words.iter().copied()
    }
}

/// Genders by given name.
pub(crate) fn given_names(
    vocabulary: &mut Vocabulary,
    text: &str,
) -> Result<FxHashMap<WordId, Gender>, Error> {
    tsv::read("given-name.tsv", text, &["name", "gender"])?
        .iter()
        .map(|row| {
            let gender = row.parse(1, "male or female", Gender::from_name)?;
            Ok((vocabulary.intern(&super::vocabulary::fold(row.cell(0))), gender))
        })
        .collect()
}
