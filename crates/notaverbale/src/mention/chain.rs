//! Every mention of a document gets the member that it stands for.
//!
//! Sentences are read in order, with what is known of the whole document's named people. Method: an ordered sieve
//! (Raghunathan et al. 2010, EMNLP), most certain first: name, role, group, pronoun; the last by learned weights over the
//! latest members (Denis and Baldridge 2008, EMNLP).

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::lexicon::party::PartyId;
use crate::lexicon::vocabulary::WordId;
use crate::mention::member::{Form, Member, MemberId, MemberKind, Mention, MentionId};
use crate::mention::people::People;
use crate::mention::pronoun::{PronounKind, Row, Weights};
use crate::mention::side;
use crate::mention::sieve::Sentence;
use crate::parse::Parsed;
use crate::span::Span;

/// How many mentions back an antecedent is looked for.
const MEMORY: usize = 60;

/// Among how many sentences at the head of a document who met whom is told.
const MEETING: usize = 6;

/// How many mentions back the one that names somebody is looked for.
const NAMING: usize = 400;

/// The members of a document with their mentions, in the order of the text.
pub(crate) struct Chain {
    pub people: People,
    pub members: Vec<Member>,
    pub mentions: Vec<Mention>,
    /// The first mention of each sentence, and one past the last.
    pub(super) starts: Vec<MentionId>,
    /// The two people whom the first sentence with two such people names: who met whom.
    pub pair: Option<[MemberId; 2]>,
    /// The two states or organisations that the document is about.
    pub sides: Vec<PartyId>,
    /// People of no stated party, with whose they are (`her minister`).
    pub(super) owners: Vec<(MemberId, MemberId)>,
    /// The party that a first-person text speaks for.
    pub acting: Option<PartyId>,
    /// Groups by their members.
    pub(super) groups: FxHashMap<Box<[MemberId]>, MemberId>,
    /// By which pronouns are ranked.
    pub(super) weights: Arc<Weights>,
    /// What was ranked, where learning asks.
    pub(super) choices: Option<Vec<Choice>>,
    pub(super) bodies: FxHashMap<Key, MemberId>,
    /// Bodies by the last word of their description, the latest last.
    pub(super) by_head: FxHashMap<WordId, Vec<MemberId>>,
    /// Nameless people by the last word of their description, the latest last.
    pub(super) nameless: FxHashMap<WordId, Vec<MemberId>>,
}

/// A pronoun with what it could stand for.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Choice {
    pub span: Span,
    pub kind: PronounKind,
    /// The latest mention of each candidate, with its features.
    pub candidates: Vec<(Span, MemberId, Row)>,
    /// The latest mention of the one that was chosen.
    pub found: Option<Span>,
}

/// By what a body is known again.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum Key {
    Party(PartyId),
    Words(String),
}

impl Chain {
    /// Reads a document; linear in its length.
    pub fn read(parsed: &Parsed) -> Self {
        Self::read_by(parsed, Weights::shipped(), None)
    }

    /// The same by other weights of pronouns; where `choices` is some, every choice is noted in it.
    pub fn read_by(parsed: &Parsed, weights: Arc<Weights>, choices: Option<Vec<Choice>>) -> Self {
        let people = People::read(parsed);
        let members = people
            .all()
            .iter()
            .map(|person| Member {
                named: true,
                parties: person.party.into_iter().collect(),
                office: person.office.clone(),
                gender: person.gender,
                roles: person.roles.clone(),
                role: person.role,
                ..Member::new(MemberKind::Person, person.name.clone())
            })
            .collect();
        let mut chain = Self {
            people,
            members,
            mentions: Vec::new(),
            starts: Vec::with_capacity(parsed.sentences.len() + 1),
            pair: None,
            sides: Vec::new(),
            acting: None,
            weights,
            choices,
            owners: Vec::new(),
            groups: FxHashMap::default(),
            bodies: FxHashMap::default(),
            by_head: FxHashMap::default(),
            nameless: FxHashMap::default(),
        };
        for index in 0..parsed.sentences.len() {
            chain.starts.push(chain.mentions.len());
            Sentence::new(&mut chain, parsed, index).read();
            chain.note_pair();
        }
        chain.starts.push(chain.mentions.len());
        side::settle(&mut chain, parsed);
        chain
    }

    /// The numbers of the mentions of a sentence, in order of their first tokens.
    pub fn mentions_of(&self, sentence: usize) -> std::ops::Range<MentionId> {
        match (self.starts.get(sentence), self.starts.get(sentence + 1)) {
            (Some(&first), Some(&end)) => first..end,
            (Some(&first), None) => first..self.mentions.len(),
            _ => 0..0,
        }
    }

    /// The mention that names a member, at a mention or before it.
    pub fn naming(&self, member: MemberId, at: MentionId) -> Option<MentionId> {
        (at.saturating_sub(NAMING)..=at).rev().find(|&number| {
            let mention = &self.mentions[number];
            mention.member == member && mention.form != Form::Pronoun
        })
    }

    /// Adds a member without a name.
    pub(super) fn add(&mut self, member: Member) -> MemberId {
        self.members.push(member);
        self.members.len() - 1
    }

    /// Notes that a mention stands for a member.
    pub(super) fn note(&mut self, mention: Mention) {
        let member = &mut self.members[mention.member];
        member.first = member.first.or(Some(self.mentions.len()));
        member.latest = Some(self.mentions.len());
        member.count += 1;
        self.mentions.push(mention);
    }

    /// Who met whom: the first two people of standing whom one sentence names.
    fn note_pair(&mut self) {
        if self.pair.is_some() || self.starts.len() > MEETING {
            return;
        }
        let mut first = None;
        for mention in &self.mentions[*self.starts.last().unwrap_or(&0)..] {
            let member = &self.members[mention.member];
            let standing = member.kind == MemberKind::Person && !member.roles.is_empty();
            if !standing || mention.form == Form::Pronoun {
                continue;
            }
            match first {
                None => first = Some(mention.member),
                Some(other) if other != mention.member => {
                    self.pair = Some([other, mention.member]);
                    return;
                }
                Some(_) => {}
            }
        }
    }

    /// The latest members before a place, each once, the latest first.
    pub(super) fn latest(&self) -> impl Iterator<Item = MemberId> {
        let end = self.mentions.len();
        let from = end.saturating_sub(MEMORY);
        (from..end).rev().filter_map(move |number| {
            let member = self.mentions[number].member;
            (self.members[member].latest == Some(number)).then_some(member)
        })
    }
}
