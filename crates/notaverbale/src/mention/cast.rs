//! The people of a document: every name that stands with a title, a given name or a verb of saying.

use std::collections::HashMap;

use crate::lexicon::Lexicon;
use crate::lexicon::name::{Gender, TitleKind};
use crate::lexicon::party::PartyId;
use crate::lexicon::vocabulary::{WordId, fold};
use crate::mention::description::{Description, is_generation};
use crate::reading::Reading;
use crate::syntax::Tokens;

/// How many people who share a name or a role are told apart.
const NAMESAKES: usize = 64;

/// The number of a person in the cast.
pub(crate) type PersonId = usize;

/// A person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Person {
    /// The fullest name, as it stands in the text.
    pub name: String,
    pub party: Option<PartyId>,
    pub gender: Option<Gender>,
    /// The first words of the person's titles.
    pub roles: Vec<WordId>,
}

/// The people of a document, found by any part of their names.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Cast {
    people: Vec<Person>,
    /// The people who have a name part, in order of mention.
    by_part: HashMap<String, Vec<PersonId>>,
    /// The people who have a role, by each of its words, in order of mention.
    by_role: HashMap<WordId, Vec<PersonId>>,
    /// The two people with titles whom the first sentence with two such people names: who met whom.
    pair: Option<[PersonId; 2]>,
}

impl Cast {
    /// The person of that number.
    pub fn person(&self, id: PersonId) -> &Person {
        &self.people[id]
    }

    /// The first people with a word in their roles, in order of mention.
    pub fn with_role(&self, word: WordId) -> impl Iterator<Item = PersonId> {
        self.by_role.get(&word).into_iter().flatten().take(NAMESAKES).copied()
    }

    /// The two people that the document is about.
    pub fn pair(&self) -> Option<[PersonId; 2]> {
        self.pair
    }

    /// Notes the people of one sentence, in order.
    pub fn note_sentence(&mut self, people: &[PersonId]) {
        let mut titled = people.iter().copied().filter(|&id| !self.people[id].roles.is_empty());
        let first = titled.next();
        let second = titled.find(|&id| Some(id) != first);
        self.pair = self.pair.or(first.zip(second).map(|(first, second)| [first, second]));
    }

    /// Adds what `description` says of a person; gives the person's number.
    pub fn add(
        &mut self,
        lexicon: &Lexicon,
        text: &str,
        tokens: &[Reading],
        description: &Description,
    ) -> Option<PersonId> {
        let range = description.name?;
        let written = written_name(text, tokens, range);
        let known = self.find(&written);
        let given = range.of(tokens).first().and_then(|token| lexicon.given_names.get(&token.word)).copied();
        let several = range.end - range.first > 1;
        if known.is_none() && !description.is_titled() && !(several && given.is_some()) {
            return None;
        }
        let id = known.unwrap_or_else(|| {
            self.people.push(Person { name: written.clone(), party: None, gender: None, roles: Vec::new() });
            self.people.len() - 1
        });
        let fuller = {
            let person = &self.people[id];
            written.split(' ').count() > person.name.split(' ').count()
                && last_part(&written) == last_part(&person.name)
                || written.ends_with(&format!(" {}", person.name))
        };
        if fuller {
            self.people[id].name.clone_from(&written);
        }
        for part in parts(&written) {
            let people = self.by_part.entry(part).or_default();
            if people.len() < NAMESAKES && !people.contains(&id) {
                people.push(id);
            }
        }
        let person = &mut self.people[id];
        for title in description
            .titles
            .iter()
            .filter(|title| title.tokens.end <= range.first || range.end <= title.tokens.first)
        {
            person.gender = person.gender.or(title.title.gender);
            if title.title.kind == TitleKind::Role || title.title.kind == TitleKind::Honorific {
                let words =
                    title.tokens.of(tokens).iter().map(|token| token.word).filter(|word| word.is_known());
                for word in words {
                    if !person.roles.contains(&word) {
                        person.roles.push(word);
                        self.by_role.entry(word).or_default().push(id);
                    }
                }
            }
        }
        person.gender = person.gender.or(given.filter(|_| several));
        let side =
            description.parties.iter().find(|party| !(party.ambiguous && party.tokens.first >= range.first));
        person.party = person.party.or(side.map(|party| party.party));
        Some(id)
    }

    /// The person a name stands for: the same name, a surname or a given name of theirs.
    pub fn find(&self, name: &str) -> Option<PersonId> {
        let parts = parts(name);
        let candidates = parts.iter().rev().find_map(|part| self.by_part.get(part))?;
        // Every part of the shorter name must be in the longer one, initials apart.
        let fits = |id: &&PersonId| {
            let theirs = self::parts(&self.people[**id].name);
            let (short, long) =
                if parts.len() <= theirs.len() { (&parts, &theirs) } else { (&theirs, &parts) };
            let initial = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count() == 1;
            short.iter().all(|part| initial(part) || long.contains(part))
        };
        candidates.iter().find(fits).copied()
    }
}

/// The name as it stands in the text, on one line.
pub(crate) fn written_name(text: &str, tokens: &[Reading], range: Tokens) -> String {
    let (Some(first), Some(last)) = (range.of(tokens).first(), range.of(tokens).last()) else {
        return String::new();
    };
    let words: Vec<&str> = first.span.cover(last.span).text(text).split_whitespace().collect();
    words.join(" ")
}

/// The parts of a name by which its bearer is found.
fn parts(name: &str) -> Vec<String> {
    name.split(' ').filter(|part| !is_generation(part)).map(|part| fold(part.trim_end_matches(','))).collect()
}

fn last_part(name: &str) -> &str {
    name.rsplit(' ').find(|part| !is_generation(part)).unwrap_or(name).trim_end_matches(',')
}
