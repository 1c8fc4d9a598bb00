//! From a source phrase to a speaker's fullest name and party.

use crate::lexicon::Lexicon;
use crate::lexicon::name::{Gender, TitleKind};
use crate::lexicon::party::{PartyId, PartyKind};
use crate::lexicon::vocabulary::{Feature, WordId};
use crate::mention::cast::{Cast, PersonId, written_name};
use crate::mention::description::Description;
use crate::reading::Reading;
use crate::syntax::Tokens;
use crate::tag::Upos;

/// Whose words they are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Speaker {
    pub name: Option<String>,
    /// In order of mention; more than one for a group.
    pub parties: Vec<PartyId>,
}

impl Speaker {
    /// The parties joined as the tables show them; `None` for none and for more than three.
    pub fn party(&self, lexicon: &Lexicon) -> Option<String> {
        if self.parties.is_empty() || self.parties.len() > 3 {
            return None;
        }
        let names: Vec<&str> = self.parties.iter().map(|&party| lexicon.parties.name(party)).collect();
        Some(names.join(" and "))
    }
}

/// Resolves source phrases in the order of the text: it remembers who spoke last.
pub(crate) struct Resolver<'d> {
    lexicon: &'d Lexicon,
    text: &'d str,
    cast: &'d Cast,
    /// The parties of the first two people or states that the document names: its two sides.
    sides: Vec<PartyId>,
    /// People and other speakers, the latest mention last.
    recent: Vec<Recent>,
}

/// A possible antecedent.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Recent {
    who: Who,
    party: Option<PartyId>,
    subject: bool,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Who {
    Person(PersonId),
    Body(String),
    Group(Speaker),
}

/// The most members of a group that are named one by one; a larger one keeps its words.
const LARGEST_GROUP: usize = 3;

/// How many antecedents to look back on.
const MEMORY: usize = 40;

impl<'d> Resolver<'d> {
    pub fn new(lexicon: &'d Lexicon, text: &'d str, cast: &'d Cast, sides: Vec<PartyId>) -> Self {
        Self { lexicon, text, cast, sides, recent: Vec::new() }
    }

    /// Notes what a noun phrase mentions, so that later pronouns find it.
    pub fn note(&mut self, tokens: &[Reading], range: Tokens, subject: bool) {
        let description = Description::new(self.lexicon, self.text, tokens, range);
        let party = description.party();
        let who =
            match description.name.and_then(|name| self.cast.find(&written_name(self.text, tokens, name))) {
                Some(person) => Who::Person(person),
                None if subject && description.name.is_none() && !is_pronoun(tokens, range) => {
                    let body = description
                        .head_title()
                        .is_some_and(|title| title.title.kind == TitleKind::Institution)
                        || party.is_some();
                    if !body {
                        return;
                    }
                    Who::Body(bare_phrase(self.lexicon, self.text, tokens, range))
                }
                None => return,
            };
        self.remember(Recent { who, party, subject });
    }

    fn remember(&mut self, recent: Recent) {
        if self.recent.len() == MEMORY {
            self.recent.remove(0);
        }
        self.recent.push(recent);
    }

    /// The speaker that a source phrase names, and the latest antecedent from now on.
    pub fn resolve(&mut self, tokens: &[Reading], range: Tokens) -> Speaker {
        let speaker = self.look_up(tokens, range);
        let who = match &speaker.name {
            Some(name) => match self.cast.find(name).filter(|&id| self.cast.person(id).name == *name) {
                Some(person) => Who::Person(person),
                None if speaker.parties.len() > 1 || name.contains(" and ") => Who::Group(speaker.clone()),
                None => Who::Body(name.clone()),
            },
            None => return speaker,
        };
        self.remember(Recent { who, party: speaker.parties.first().copied(), subject: true });
        speaker
    }

    /// The person or body that a noun phrase names, without a change of what pronouns find.
    pub fn look_up(&self, tokens: &[Reading], range: Tokens) -> Speaker {
        let place = range.of(tokens);
        if place.is_empty() {
            return Speaker::default();
        }
        if place.len() == 1 && place[0].upos == Upos::Pron {
            return self.pronoun(place[0].word);
        }
        let words = &self.lexicon.words;
        // `The two also reiterated`
        if place.last().is_some_and(|last| last.word == words.two)
            && place.len() <= 2
            && self.cast.pair().is_some()
        {
            return self.both();
        }
        let description = Description::new(self.lexicon, self.text, tokens, range);
        if let Some(group) = self.joined(tokens, range) {
            return group;
        }
        if let Some(name) = description.name {
            let written = written_name(self.text, tokens, name);
            if let Some(person) = self.cast.find(&written) {
                return self.person(person);
            }
            let body = description.head_title().is_some_and(|title| {
                title.tokens.first >= name.first || title.title.kind == TitleKind::Institution
            }) || place.iter().any(|token| token.word == self.lexicon.words.of);
            let name =
                if body || place.iter().any(|token| token.upos == Upos::Noun) && !description.is_titled() {
                    bare_phrase(self.lexicon, self.text, tokens, range)
                } else {
                    written
                };
            return Speaker { name: Some(name), parties: description.party().into_iter().collect() };
        }
        if let Some(group) = self.group(tokens, range, &description) {
            return group;
        }
        if let Some(person) = self.by_role(tokens, &description) {
            return self.person(person);
        }
        let listed = place.iter().any(|token| token.word == self.lexicon.words.and);
        let parties = match description.party() {
            Some(_) if listed => description.all_parties(),
            party => party.or_else(|| self.body_party(tokens, range)).into_iter().collect(),
        };
        Speaker { name: Some(bare_phrase(self.lexicon, self.text, tokens, range)), parties }
    }

    /// The person of that name in the cast.
    pub fn by_name(&self, name: &str) -> Option<Speaker> {
        self.cast.find(name).map(|id| self.person(id))
    }

    fn person(&self, id: PersonId) -> Speaker {
        let person = self.cast.person(id);
        Speaker { name: Some(person.name.clone()), parties: person.party.into_iter().collect() }
    }

    /// `Wang and Lind`, `Minister Lind, Director Wang and Soto`: each by itself.
    fn joined(&self, tokens: &[Reading], range: Tokens) -> Option<Speaker> {
        let words = &self.lexicon.words;
        let and = (range.first..range.end).rev().find(|&at| tokens[at].word == words.and)?;
        // `the foreign ministers of A and B` are no list of states.
        let whole = Description::new(self.lexicon, self.text, tokens, range);
        if whole.name.is_none() && whole.titles.iter().any(|title| title.title.plural) {
            return None;
        }
        let one = |part: Tokens| {
            let description = Description::new(self.lexicon, self.text, tokens, part);
            let state = description.parties.iter().any(|party| {
                party.tokens.end == part.end
                    && matches!(
                        party.kind,
                        PartyKind::Name | PartyKind::Abbreviation | PartyKind::Organisation
                    )
            });
            (description.name.is_some() || state).then(|| self.look_up(tokens, part))
        };
        let last = one(Tokens::new(and + 1, range.end))?;
        let mut first = range.first;
        let mut members = Vec::new();
        for end in (range.first..=and).filter(|&at| at == and || tokens[at].span.text(self.text) == ",") {
            let part = Tokens::new(first, end);
            first = end + 1;
            // A part between commas that names nobody is an apposition.
            if !part.is_empty() {
                members.extend(one(part));
            }
        }
        if members.is_empty() {
            return None;
        }
        members.push(last);
        let mut names: Vec<String> = Vec::new();
        let mut parties: Vec<PartyId> = Vec::new();
        for member in members {
            let name = member.name?;
            // `Foreign Minister and Vice President Lind` is one person.
            if !names.contains(&name) {
                names.push(name);
            }
            parties.extend(
                member.parties.into_iter().filter(|party| !parties.contains(party)).collect::<Vec<_>>(),
            );
        }
        let name = match names.len() {
            0 | 1 => return None,
            2..=LARGEST_GROUP => names.join(" and "),
            _ => bare_phrase(self.lexicon, self.text, tokens, range),
        };
        Some(Speaker { name: Some(name), parties })
    }

    /// `the two sides`, `both ministers`: the two people or the two sides of the document.
    fn group(&self, tokens: &[Reading], range: Tokens, description: &Description) -> Option<Speaker> {
        let head = description.head_title()?;
        if head.tokens.end != range.end || !(head.title.plural || head.title.kind == TitleKind::Group) {
            return None;
        }
        let words = &self.lexicon.words;
        let place = range.of(tokens);
        let last = place.last()?.word;
        if last == words.side {
            return None;
        }
        let definite =
            place[0].word == words.the || place[0].word == words.both || place[0].word == words.two;
        if !definite || !description.parties.is_empty() {
            return None;
        }
        let pair =
            place.iter().any(|token| token.word == words.two || token.word == words.both) || place.len() == 2;
        let people = head.title.kind == TitleKind::Group && self.is_of_people(place.last()?);
        if pair && people && self.cast.pair().is_some() {
            return Some(self.both());
        }
        let name = bare_phrase(self.lexicon, self.text, tokens, range);
        Some(Speaker { name: Some(name), parties: self.sides.clone() })
    }

    /// The two people whom the document is about, as one speaker; nobody where it is not about two.
    pub fn both(&self) -> Speaker {
        let Some([one, other]) = self.cast.pair() else { return Speaker::default() };
        let (one, other) = (self.cast.person(one), self.cast.person(other));
        let mut parties: Vec<PartyId> = one.party.into_iter().collect();
        parties.extend(other.party.filter(|&party| Some(party) != one.party));
        Speaker { name: Some(format!("{} and {}", one.name, other.name)), parties }
    }

    /// Whether a group is of people who act together (`leaders`, `ministers`): its singular is a role.
    fn is_of_people(&self, group: &Reading) -> bool {
        let word = group.span.text(self.text).to_lowercase();
        let singular = word.strip_suffix('s').map(|word| self.lexicon.vocabulary.look_up(word));
        singular.is_some_and(|word| self.lexicon.titles.is_role(word))
    }

    /// The latest person with the role that a description names (`the Chinese foreign minister`).
    fn by_role(&self, tokens: &[Reading], description: &Description) -> Option<PersonId> {
        let head = description.head_title()?;
        if head.title.kind == TitleKind::Institution || head.title.plural {
            return None;
        }
        let party = description.party();
        let words: Vec<WordId> = head.tokens.of(tokens).iter().map(|token| token.word).collect();
        let indefinite =
            head.tokens.first > 0 && tokens[head.tokens.first - 1].feature == Feature::Indefinite;
        if indefinite {
            return None;
        }
        let fits = |id: &PersonId| {
            let person = self.cast.person(*id);
            let role = words.iter().all(|word| person.roles.contains(word));
            let side = party.is_none() || person.party.is_none() || person.party == party;
            let gender =
                head.title.gender.is_none() || person.gender.is_none() || head.title.gender == person.gender;
            role && side && gender
        };
        let mut recent = self.recent.iter().rev().filter_map(|recent| match recent.who {
            Who::Person(id) => Some(id),
            _ => None,
        });
        let same_side = |id: &PersonId| party.is_some() && self.cast.person(*id).party == party;
        // `The President` with two presidents in the room is the one who is named first.
        let everyone: Vec<PersonId> = self.cast.with_role(*words.first()?).filter(|id| fits(id)).collect();
        everyone
            .iter()
            .find(|id| same_side(id))
            .or_else(|| everyone.first().filter(|_| party.is_none()))
            .copied()
            .or_else(|| recent.find(fits))
    }

    /// The party of `the ministry` and the like: that of the latest speaker's body with the same head.
    fn body_party(&self, tokens: &[Reading], range: Tokens) -> Option<PartyId> {
        let last = range.of(tokens).last()?.span.text(self.text).to_lowercase();
        self.recent.iter().rev().find_map(|recent| match &recent.who {
            Who::Body(name) if name.to_lowercase().ends_with(&last) => recent.party,
            _ => None,
        })
    }

    /// The latest antecedent that agrees with a pronoun, subjects first.
    pub fn pronoun(&self, word: WordId) -> Speaker {
        let words = &self.lexicon.words;
        let gender = match word {
            _ if word == words.he || word == words.him || word == words.his => Some(Gender::Male),
            _ if word == words.she || word == words.her => Some(Gender::Female),
            _ => None,
        };
        if gender.is_some() {
            let fits = |recent: &&Recent| match recent.who {
                Who::Person(id) => self.cast.person(id).gender.is_none_or(|known| Some(known) == gender),
                _ => false,
            };
            let subject = self.recent.iter().rev().find(|recent| recent.subject && fits(recent));
            return match subject.or_else(|| self.recent.iter().rev().find(fits)).map(|recent| &recent.who) {
                Some(&Who::Person(id)) => self.person(id),
                _ => Speaker::default(),
            };
        }
        if word == words.they || word == words.them || word == words.their {
            let group = self.recent.iter().rev().take(6).find_map(|recent| match &recent.who {
                Who::Group(speaker) => Some(speaker.clone()),
                _ => None,
            });
            if let Some(group) = group {
                return group;
            }
            return self.both();
        }
        if word == words.it || word == words.its {
            let body = self.recent.iter().rev().find_map(|recent| match &recent.who {
                Who::Body(name) => Some((name.clone(), recent.party)),
                _ => None,
            });
            if let Some((name, party)) = body {
                return Speaker { name: Some(name), parties: party.into_iter().collect() };
            }
        }
        Speaker::default()
    }
}

fn is_pronoun(tokens: &[Reading], range: Tokens) -> bool {
    range.of(tokens).first().is_some_and(|token| token.upos == Upos::Pron)
}

/// The phrase's own words, without a leading article, an apposition or what is said of it: `a note seen by Reuters` is
/// the `note`, but a `spokesman for the ministry of X` stays whole.
pub(crate) fn bare_phrase(lexicon: &Lexicon, text: &str, tokens: &[Reading], range: Tokens) -> String {
    let words = &lexicon.words;
    let mut first = range.first;
    if tokens.get(first).is_some_and(|token| [words.the, words.a, words.an].contains(&token.word))
        && first + 1 < range.end
    {
        first += 1;
    }
    let list = (first..range.end).any(|at| tokens[at].word == words.and);
    let ends = |at: &usize| {
        let token = &tokens[*at];
        let said_of_it = token.upos == Upos::Verb
            || token.feature == Feature::Relative
            || token.upos == Upos::Adp && ![words.of, words.for_, words.to].contains(&token.word);
        *at > first && (said_of_it || !list && token.span.text(text) == ",")
    };
    let end = (first..range.end).find(ends).unwrap_or(range.end);
    let start = tokens.get(first).map_or(0, |token| token.span.start);
    let stop = tokens.get(end.wrapping_sub(1)).map_or(start, |token| token.span.end);
    text.get(start..stop).unwrap_or("").to_owned()
}
