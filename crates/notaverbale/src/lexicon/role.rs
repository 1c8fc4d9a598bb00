//! What follows from a title: what else its holder is called, whose side they are on; and nouns for people without one.

use rustc_hash::FxHashMap;

use crate::error::Error;
use crate::lexicon::name::Gender;
use crate::lexicon::party::{Parties, PartyId};
use crate::lexicon::tsv;
use crate::lexicon::vocabulary::{Vocabulary, WordId};
use crate::token::Tokenizer;

/// A common noun for people.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct PersonNoun {
    pub gender: Option<Gender>,
    pub plural: bool,
}

/// The words of one title, or of several.
type Title = Box<[WordId]>;

/// The lexicons of roles.
#[derive(Clone, Debug, Default)]
pub(crate) struct Roles {
    /// A title, and the titles that its holder has too.
    also: Vec<(Title, Title)>,
    offices: FxHashMap<Title, Box<[PartyId]>>,
    nouns: FxHashMap<WordId, PersonNoun>,
}

impl Roles {
    pub fn new(
        vocabulary: &mut Vocabulary,
        parties: &Parties,
        [roles, offices, nouns]: [&str; 3],
    ) -> Result<Self, Error> {
        let mut read = Self::default();
        for row in tsv::read("role.tsv", roles, &["title", "also"])? {
            let also = row.cell(1).split(", ").flat_map(|title| words(vocabulary, title)).collect();
            read.also.push((words(vocabulary, row.cell(0)), also));
        }
        for row in tsv::read("office.tsv", offices, &["office", "parties"])? {
            let parties = row.parse(1, "names of parties in party.tsv with commas between them", |cell| {
                cell.split(", ").map(|name| parties.by_name(name)).collect()
            })?;
            read.offices.insert(words(vocabulary, row.cell(0)), parties);
        }
        for row in tsv::read("person-noun.tsv", nouns, &["noun", "gender", "number"])? {
            let noun = PersonNoun { gender: Gender::from_name(row.cell(1)), plural: row.cell(2) == "plural" };
            read.nouns.insert(vocabulary.intern(row.cell(0)), noun);
        }
        Ok(read)
    }

    /// The words of the further titles of one whose titles hold these words.
    pub fn also<'s>(&'s self, held: &'s [WordId]) -> impl Iterator<Item = WordId> + 's {
        self.also
            .iter()
            .filter(|(title, _)| title.iter().all(|word| held.contains(word)))
            .flat_map(|(_, also)| also.iter().copied())
    }

    /// The states and organisations that have the office of this title.
    pub fn office(&self, title: &[WordId]) -> Option<&[PartyId]> {
        self.offices.get(title).map(|parties| &**parties)
    }

    /// What is known of a common noun for people.
    pub fn noun(&self, word: WordId) -> Option<PersonNoun> {
        self.nouns.get(&word).copied()
    }
}

fn words(vocabulary: &mut Vocabulary, phrase: &str) -> Title {
    Tokenizer::default().phrase(phrase).iter().map(|span| vocabulary.intern(span.text(phrase))).collect()
}
