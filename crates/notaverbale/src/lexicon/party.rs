//! Parties: states, territories and the organisations of diplomacy, with the words that stand for them.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use crate::error::Error;
use crate::lexicon::phrase::PhraseTable;
use crate::lexicon::tsv;
use crate::lexicon::vocabulary::Vocabulary;
use crate::reading::Reading;
use crate::span::Span;

/// The number of a party.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) struct PartyId(u16);

/// How a form stands for its party.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PartyKind {
    Name,
    Abbreviation,
    Demonym,
    Capital,
    Seat,
    Organisation,
}

/// A form that stands for a party.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct PartyForm {
    pub party: PartyId,
    pub kind: PartyKind,
    pub ambiguous: bool,
    form: Box<str>,
}

/// The party lexicon.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parties {
    names: Vec<Box<str>>,
    phrases: PhraseTable<PartyForm>,
    namesakes: FxHashMap<PartyId, Box<[PartyId]>>,
}

impl Parties {
    pub fn new(vocabulary: &mut Vocabulary, text: &str, namesakes: &str) -> Result<Self, Error> {
        let mut parties = Self::default();
        let mut ids: HashMap<&str, PartyId> = HashMap::new();
        for row in tsv::read("party.tsv", text, &["form", "party", "kind", "ambiguous"])? {
            let kind =
                row.parse(2, "name, abbreviation, demonym, capital, seat or organisation", |cell| {
                    Some(match cell {
                        "name" => PartyKind::Name,
                        "abbreviation" => PartyKind::Abbreviation,
                        "demonym" => PartyKind::Demonym,
                        "capital" => PartyKind::Capital,
                        "seat" => PartyKind::Seat,
                        "organisation" => PartyKind::Organisation,
                        _ => return None,
                    })
                })?;
            let next = PartyId(u16::try_from(parties.names.len()).unwrap_or(u16::MAX));
            let party = *ids.entry(row.cell(1)).or_insert_with(|| {
                parties.names.push(row.cell(1).into());
                next
            });
            let form = PartyForm { party, kind, ambiguous: row.cell(3) == "yes", form: row.cell(0).into() };
            parties.phrases.insert(vocabulary, row.cell(0), form);
        }
        for row in tsv::read("namesake.tsv", namesakes, &["party", "namesakes"])? {
            let party = |column, name: &str| {
                row.parse(column, "names of parties in party.tsv with commas between them", |_| {
                    parties.by_name(name)
                })
            };
            let own = party(0, row.cell(0))?;
            let others = row.cell(1).split(", ").map(|name| party(1, name)).collect::<Result<Vec<_>, _>>()?;
            parties.namesakes.insert(own, std::iter::once(own).chain(others).collect());
        }
        Ok(parties)
    }

    /// The party and those that share a word with it (South Korea and North Korea `Korean`); none where no other does.
    pub fn namesakes(&self, party: PartyId) -> &[PartyId] {
        self.namesakes.get(&party).map_or(&[], |namesakes| namesakes)
    }

    /// The party of this name, which is made known if it was not.
    pub fn know(&mut self, name: &str) -> PartyId {
        self.by_name(name).unwrap_or_else(|| {
            self.names.push(name.into());
            PartyId(u16::try_from(self.names.len() - 1).unwrap_or(u16::MAX))
        })
    }

    /// Adds a form of a party, which is made known if it was not.
    pub fn add(&mut self, vocabulary: &mut Vocabulary, form: &str, party: &str) {
        let party = self.know(party);
        let value = PartyForm { party, kind: PartyKind::Name, ambiguous: false, form: form.into() };
        self.phrases.insert(vocabulary, form, value);
    }

    /// The party of this usual short English name.
    pub fn by_name(&self, name: &str) -> Option<PartyId> {
        let place = self.names.iter().position(|known| **known == *name)?;
        u16::try_from(place).ok().map(PartyId)
    }

    /// The usual short English name.
    pub fn name(&self, party: PartyId) -> &str {
        self.names.get(usize::from(party.0)).map_or("", |name| name)
    }

    /// The longest form that begins at `tokens[at]`, written with the same capitals, and its length in tokens.
    pub fn at<'s>(&'s self, text: &str, tokens: &'s [Reading], at: usize) -> Option<(usize, &'s PartyForm)> {
        let first = tokens.get(at)?;
        self.phrases.at(tokens, at, first.word).find(|(length, form)| {
            let written = Span::new(first.span.start, tokens[at + length - 1].span.end).text(text);
            let same = written == &*form.form || written.replace('’', "'") == *form.form;
            same || written.len() > 3 && written.chars().all(|c| !c.is_lowercase()) && written.contains(' ')
        })
    }
}
