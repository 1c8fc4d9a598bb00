//! Parties: states, territories and the organisations of diplomacy, with the words that stand for them.

use std::collections::HashMap;

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
}

impl Parties {
    pub fn new(vocabulary: &mut Vocabulary, text: &str) -> Result<Self, Error> {
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
        Ok(parties)
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
