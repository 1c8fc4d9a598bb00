//! From a source phrase to a speaker's fullest name and party.

use crate::lexicon::Lexicon;
use crate::lexicon::name::TitleKind;
use crate::lexicon::party::{PartyId, PartyKind};
use crate::lexicon::word_class::WordClass;
use crate::mention::chain::Chain;
use crate::mention::member::{Form, MemberId, MemberKind, MentionId};
use crate::mention::{name, phrase};
use crate::parse::SentenceView;
use crate::syntax::Tokens;
use crate::tag::Upos;

/// The most members of a group that stays a list of names.
const LARGEST_GROUP: usize = 3;

/// Whose words they are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Speaker {
    pub name: Option<String>,
    /// In order of mention; more than one for a group.
    pub parties: Vec<PartyId>,
    /// Who it is among the members of the document, where that is known.
    pub member: Option<MemberId>,
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

/// Finds whom source phrases name.
#[derive(Clone, Copy)]
pub(crate) struct Resolver<'d> {
    chain: &'d Chain,
}

impl<'d> Resolver<'d> {
    pub fn new(chain: &'d Chain) -> Self {
        Self { chain }
    }

    /// The person, body or group that a phrase names.
    pub fn look_up(&self, view: &SentenceView, range: Tokens) -> Speaker {
        let place = range.of(view.tokens);
        let Some(first) = place.first() else { return Speaker::default() };
        let mention = self.mention(view, range);
        if place.len() == 1 && first.upos == Upos::Pron {
            return mention
                .map(|mention| self.speaker(self.chain.mentions[mention].member))
                .unwrap_or_default();
        }
        // `Crown Prince and Prime Minister X` is one person.
        let one = mention.filter(|&mention| {
            let mention = self.chain.mentions[mention];
            self.chain.members[mention.member].kind == MemberKind::Person && mention.tokens.contains(range)
        });
        if one.is_none()
            && let Some(group) = self.joined(view, range)
        {
            return group;
        }
        // `Lind's statement said`: Lind did.
        if let Some(owner) = self.owner_of_text(view, range) {
            return self.speaker(owner);
        }
        let description = view.describe(range);
        if let Some(mention) = mention
            && let Some(speaker) = self.by_mention(view, range, mention)
        {
            return speaker;
        }
        if let Some(name) = description.name {
            let written = name::written(view.text, view.tokens, name);
            if let Some(person) = self.chain.people.find(&written) {
                return self.speaker(person);
            }
            let body = description.head_title().is_some_and(|title| {
                title.tokens.first >= name.first || title.title.kind == TitleKind::Institution
            }) || place.iter().any(|token| token.word == view.lexicon.words.of);
            let phrase =
                body || place.iter().any(|token| token.upos == Upos::Noun) && !description.is_titled();
            let name = if phrase {
                phrase::bare_phrase(view.lexicon, view.text, view.tokens, range)
            } else {
                written
            };
            return Speaker {
                name: Some(name),
                parties: description.party().into_iter().collect(),
                member: mention.map(|mention| self.chain.mentions[mention].member),
            };
        }
        let listed = place.iter().any(|token| token.word == view.lexicon.words.and);
        let known = mention.map(|mention| self.chain.mentions[mention].member);
        let parties = match description.party() {
            Some(_) if listed => description.all_parties(),
            Some(party) => vec![party],
            None => known.map(|member| self.parties(member)).unwrap_or_default(),
        };
        let name = phrase::bare_phrase(view.lexicon, view.text, view.tokens, range);
        Speaker { name: Some(name), parties, member: known }
    }

    /// The person whose text a phrase is.
    fn owner_of_text(&self, view: &SentenceView, range: Tokens) -> Option<MemberId> {
        let mark = phrase::possessive(view.tokens, range)?;
        let text = view.is_of(range.end - 1, WordClass::OwnText) && mark + 3 >= range.end;
        let owner = self.mention(view, Tokens::new(range.first, mark)).filter(|_| text)?;
        let owner = self.chain.mentions[owner].member;
        (self.chain.members[owner].kind == MemberKind::Person).then_some(owner)
    }

    /// The mention that a phrase is: the first in it that no other one in it contains.
    fn mention(&self, view: &SentenceView, range: Tokens) -> Option<MentionId> {
        let inside = |number: &MentionId| {
            let tokens = self.chain.mentions[*number].tokens;
            range.holds(tokens.first) && (range.contains(tokens) || tokens.contains(range))
                || tokens.contains(range) && tokens.end == range.end
        };
        let widest = |number: &MentionId| {
            let tokens = self.chain.mentions[*number].tokens;
            (std::cmp::Reverse(tokens.first), tokens.end - tokens.first)
        };
        self.chain.mentions_of(view.index).filter(inside).max_by_key(widest)
    }

    /// The speaker, where a mention says more than its own words do.
    fn by_mention(&self, view: &SentenceView, range: Tokens, mention: MentionId) -> Option<Speaker> {
        let mention = self.chain.mentions[mention];
        let member = &self.chain.members[mention.member];
        let told = match member.kind {
            MemberKind::Person => {
                member.named || !member.parties.is_empty() || mention.form == Form::Description
            }
            MemberKind::Body => {
                mention.form == Form::Description || name::is_abbreviation(view.word(mention.tokens.end - 1))
            }
            MemberKind::Group => !member.members.is_empty() || member.of_sides,
        };
        let speaker = self.speaker(mention.member);
        // Who has no name is called as fully as anywhere.
        let named = member.named || member.kind != MemberKind::Person || mention.form == Form::Pronoun;
        let here = phrase::bare_phrase(view.lexicon, view.text, view.tokens, range);
        let fuller = !named && speaker.name.as_ref().is_some_and(|name| here.len() > name.len());
        told.then_some(if fuller { Speaker { name: Some(here), ..speaker } } else { speaker })
    }

    /// The party that a first-person text speaks for.
    pub fn acting_party(&self) -> Option<PartyId> {
        self.chain.acting
    }

    /// The person of that name.
    pub fn by_name(&self, name: &str) -> Option<Speaker> {
        self.chain.people.find(name).map(|id| self.speaker(id))
    }

    /// Whether a member is a person.
    pub fn is_person(&self, member: MemberId) -> bool {
        self.chain.members[member].kind == MemberKind::Person
    }

    /// A member as a speaker.
    pub fn speaker(&self, id: MemberId) -> Speaker {
        Speaker {
            name: Some(self.chain.members[id].name.clone()),
            parties: self.parties(id),
            member: Some(id),
        }
    }

    /// The parties of a member; of a group those of its members, where all are known.
    fn parties(&self, id: MemberId) -> Vec<PartyId> {
        let member = &self.chain.members[id];
        if member.of_sides {
            return self.chain.sides.clone();
        }
        let mut parties = member.parties.clone();
        for &one in &member.members {
            let theirs = &self.chain.members[one].parties;
            if theirs.is_empty() {
                return Vec::new();
            }
            parties
                .extend(theirs.iter().filter(|party| !parties.contains(party)).copied().collect::<Vec<_>>());
        }
        parties
    }

    /// A speaker of several parts (`the G7 ministers of A, B and C, and the High Representative`): all its words, but for
    /// the list of a bloc's members, which says no more than the bloc's name.
    pub fn body_of_parts(&self, view: &SentenceView, range: Tokens) -> Speaker {
        let describe = |range| view.describe(range);
        let bare = |range| phrase::bare_phrase(view.lexicon, view.text, view.tokens, range);
        let Some(members) = phrase::members_of_bloc(view, range) else {
            let parties = describe(range).all_parties();
            return Speaker { name: Some(bare(range)), parties, member: None };
        };
        let bloc = Tokens::new(range.first, members.first);
        let mut parties = describe(bloc).all_parties();
        let mut name = bare(bloc);
        if let Some(and) = (members.end..range.end).find(|&at| view.tokens[at].word == view.lexicon.words.and)
        {
            let rest = Tokens::new(and + 1, range.end);
            parties.extend(describe(rest).all_parties());
            name = format!("{name} and {}", bare(rest));
        }
        Speaker { name: Some(name), parties, member: None }
    }

    /// The two people whom the document is about, as one speaker; nobody where it is not about two.
    pub fn both(&self) -> Speaker {
        let Some(pair) = self.chain.pair else { return Speaker::default() };
        self.group(pair.map(|member| self.speaker(member)).into()).unwrap_or_default()
    }

    /// Speakers as one.
    fn group(&self, members: Vec<Speaker>) -> Option<Speaker> {
        let mut names: Vec<String> = Vec::new();
        let mut parties: Vec<PartyId> = Vec::new();
        let known = members.iter().all(|member| !member.parties.is_empty());
        let ids: Option<Vec<MemberId>> = members.iter().map(|member| member.member).collect();
        for member in members {
            let name = member.name?;
            // `Foreign Minister and Vice President Lind` is one person.
            if !names.contains(&name) {
                names.push(name);
            }
            for party in member.parties {
                if !parties.contains(&party) {
                    parties.push(party);
                }
            }
        }
        if names.len() < 2 {
            return None;
        }
        let member = ids.and_then(|ids| self.chain.groups.get(ids.as_slice()).copied());
        let parties = if known { parties } else { Vec::new() };
        Some(Speaker { name: Some(names.join(" and ")), parties, member })
    }

    /// `Wang and Lind`, `Minister Lind, Director Wang and Soto`: each by itself.
    fn joined(&self, view: &SentenceView, range: Tokens) -> Option<Speaker> {
        let (lexicon, text, tokens) = (view.lexicon, view.text, view.tokens);
        let and = (range.first..range.end).rev().find(|&at| tokens[at].word == lexicon.words.and)?;
        // `the foreign ministers of A and B` are no list of states.
        let whole = view.describe(range);
        if whole.name.is_none() && whole.titles.iter().any(|title| title.title.plural) {
            return None;
        }
        let one = |part: Tokens| {
            let description = view.describe(part);
            let state = description.parties.iter().any(|party| {
                party.tokens.end == part.end
                    && matches!(
                        party.kind,
                        PartyKind::Name | PartyKind::Abbreviation | PartyKind::Organisation
                    )
            });
            let role = description.titles.iter().any(|title| {
                title.tokens.end == part.end && title.title.kind == TitleKind::Role && !title.title.plural
            });
            let known = || {
                self.mention(view, part).is_some_and(|mention| {
                    self.chain.members[self.chain.mentions[mention].member].kind == MemberKind::Person
                })
            };
            (description.name.is_some() || state || role && known()).then(|| self.look_up(view, part))
        };
        let last = one(Tokens::new(and + 1, range.end))?;
        let mut first = range.first;
        let mut members = Vec::new();
        for end in (range.first..=and).filter(|&at| at == and || tokens[at].span.text(text) == ",") {
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
        let many = members.len() > LARGEST_GROUP;
        let group = self.group(members)?;
        Some(match many {
            true => Speaker { name: Some(phrase::bare_phrase(lexicon, text, tokens, range)), ..group },
            false => group,
        })
    }

    /// Whether a phrase is a pronoun.
    pub fn is_pronoun(&self, view: &SentenceView, range: Tokens) -> bool {
        range.of(view.tokens).iter().all(|token| token.upos == Upos::Pron)
    }

    /// The mention that names whom a phrase of this sentence stands for, in or before it.
    pub fn naming(&self, view: &SentenceView, range: Tokens) -> Option<MentionId> {
        let mention = self.mention(view, range)?;
        let member = self.chain.mentions[mention].member;
        self.chain.naming(member, mention)
    }
}
