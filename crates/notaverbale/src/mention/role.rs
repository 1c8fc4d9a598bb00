//! From a role to the named person who holds it (`the Chinese foreign minister`).

use crate::lexicon::party::PartyId;
use crate::lexicon::vocabulary::{Feature, WordId};
use crate::mention::chain::Chain;
use crate::mention::description::Description;
use crate::mention::member::{Member, MemberId, MemberKind};
use crate::mention::people::{self, Person};
use crate::mention::sieve::Sentence;
use crate::mention::{group, phrase};
use crate::reading::Reading;
use crate::syntax::Tokens;

/// The person with the role of `title`, of the side that the description names, but none of `others`.
///
/// `The President` with two presidents in the room is the one who is named first; `the Peruvian president` is the one of
/// that side.
fn named_holder(
    chain: &Chain,
    tokens: &[Reading],
    description: &Description,
    title: Tokens,
    others: &[MemberId],
) -> Option<MemberId> {
    let words: Vec<WordId> = title.of(tokens).iter().map(|token| token.word).collect();
    let party = description.party();
    let gender = description.head_title().and_then(|title| title.title.gender);
    let fits = |person: &Person| {
        let role = words.iter().all(|word| person.roles.contains(word));
        let side = party.is_none()
            || person.party == party
            || person.party.is_none()
                && (person.office.is_empty() || person.office.iter().any(|&office| Some(office) == party));
        let gender = gender.is_none() || person.gender.is_none() || gender == person.gender;
        role && side && gender
    };
    let everyone: Vec<MemberId> = chain
        .people
        .with_role(*words.first()?)
        .filter(|id| fits(chain.people.person(*id)) && !others.contains(id))
        .collect();
    let same_side = |id: &&MemberId| party.is_some() && chain.people.person(**id).party == party;
    // One who was spoken of by this role alone stays who they are.
    let alone = |chain: &Chain| {
        chain.latest().any(|id| {
            let member = &chain.members[id];
            member.kind == MemberKind::Person
                && !member.named
                && member.parties.is_empty()
                && member.roles == words
        })
    };
    if party.is_none() && alone(chain) {
        return None;
    }
    let latest = || chain.latest().find(|id| everyone.contains(id));
    let found = everyone.iter().find(same_side).or_else(|| match party {
        None => everyone.first(),
        Some(_) => None,
    });
    found.copied().or_else(latest)
}

impl Sentence<'_, '_> {
    /// The holder of a role, named or not.
    pub(super) fn holder(
        &mut self,
        noun: Tokens,
        whole: Tokens,
        possessive: Option<usize>,
        description: &Description,
        title: Tokens,
    ) -> MemberId {
        let view = self.view;
        let range = Tokens::new(whole.first, noun.end);
        // `his counterpart`: the other of the two.
        if view.tokens[noun.end - 1].word == view.lexicon.words.counterpart {
            let owner = self
                .chain
                .mentions
                .last()
                .filter(|mention| mention.sentence == self.index && range.contains(mention.tokens));
            let owner = owner.map(|mention| mention.member);
            if let Some(other) = group::counterpart(self.chain, owner, description.party()) {
                return other;
            }
        }
        // Who is named later in the sentence is somebody else (`The minister met Wang`).
        let later: Vec<MemberId> =
            self.names.iter().filter(|(first, _)| *first >= noun.end).map(|&(_, person)| person).collect();
        let definite = possessive.is_some() || !people::is_indefinite(view.tokens, noun);
        if definite && let Some(person) = named_holder(self.chain, view.tokens, description, title, &later) {
            let member = &mut self.chain.members[person];
            if member.parties.is_empty() {
                member.parties.extend(description.party());
            }
            return person;
        }
        if definite
            && let Some(party) = description.party()
            && let Some(person) = self.epithet(noun, party, &later)
        {
            return person;
        }
        let words: Vec<WordId> = title.of(view.tokens).iter().map(|token| token.word).collect();
        let range = phrase::full_description(&view, range);
        let described = view.describe(range);
        let member = Member {
            parties: described.party().into_iter().collect(),
            office: view.lexicon.roles.office(&words).unwrap_or_default().to_vec(),
            roles: words,
            role: Some(view.span(title)),
            gender: description.head_title().and_then(|title| title.title.gender),
            ..Member::new(
                MemberKind::Person,
                phrase::bare_phrase(view.lexicon, view.text, view.tokens, range),
            )
        };
        self.nameless(view.tokens[noun.end - 1].word, noun, member)
    }

    /// `The Peruvian official`, of whom no such title is known: the only one spoken of who is on that side, or may be.
    fn epithet(&mut self, noun: Tokens, party: PartyId, others: &[MemberId]) -> Option<MemberId> {
        let view = self.view;
        if view.tokens[noun.first].feature != Feature::Definite {
            return None;
        }
        let named = |id: &MemberId| {
            let member = &self.chain.members[*id];
            member.kind == MemberKind::Person && member.named && !others.contains(id)
        };
        let spoken_of: Vec<MemberId> = self.chain.latest().filter(named).collect();
        let of_side = |id: &&MemberId| self.chain.members[**id].parties == [party];
        let unknown = |id: &&MemberId| self.chain.members[**id].parties.is_empty();
        let mut same = spoken_of.iter().filter(of_side);
        let mut open = spoken_of.iter().filter(unknown);
        let found = match (same.next(), same.next(), open.next(), open.next()) {
            (Some(&only), None, _, _) => only,
            (None, _, Some(&only), None) => only,
            _ => return None,
        };
        self.chain.members[found].parties = vec![party];
        Some(found)
    }

    /// A person without a name: one who was described alike before, if the phrase is definite; else a new one.
    pub(super) fn nameless(&mut self, head: WordId, noun: Tokens, member: Member) -> MemberId {
        let known = self.chain.nameless.get(&head).into_iter().flatten().rev().take(8).copied().find(|&id| {
            let other = &self.chain.members[id];
            let side =
                member.parties.is_empty() || other.parties.is_empty() || member.parties == other.parties;
            side && member.roles.iter().all(|word| other.roles.contains(word))
        });
        if let Some(known) = known.filter(|_| !people::is_indefinite(self.view.tokens, noun)) {
            return known;
        }
        let id = self.chain.add(member);
        if head.is_known() {
            self.chain.nameless.entry(head).or_default().push(id);
        }
        id
    }
}
