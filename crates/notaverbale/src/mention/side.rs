//! Whose side somebody is on, where no word beside the name says so.
//!
//! In this order: what the caller says; the office that only one state of the document has; the state whose commitments a person voices; the
//! other of two states, where two people meet of whom one's is known; for ministries and officials of no stated country, the
//! capital that the report comes from. Known limit: a person of a third country who speaks for one of the two.

use std::collections::BTreeMap;

use crate::lexicon::party::{PartyId, PartyKind};
use crate::lexicon::vocabulary::Feature;
use crate::lexicon::word_class::WordClass;
use crate::mention::chain::Chain;
use crate::mention::description::Description;
use crate::mention::member::{Function, MemberId, MemberKind};
use crate::parse::{NamedParty, Parsed, SentenceView};
use crate::syntax::Tokens;

/// Gives members without a party the one that the document tells, and the document its two sides.
pub(super) fn settle(chain: &mut Chain, parsed: &Parsed) {
    let named = &parsed.parties;
    by_caller(chain, parsed);
    by_office(chain, named, home(parsed));
    by_words(chain, parsed);
    by_contrast(chain, parsed, named);
    by_dateline(chain, parsed);
    by_owner(chain);
    chain.sides = sides(chain, named);
    chain.acting = acting(named);
}

/// The party that a first-person text speaks for: the one that acts, and is named, more often than others.
fn acting(named: &[NamedParty]) -> Option<PartyId> {
    let mut most: Vec<&NamedParty> = named.iter().collect();
    most.sort_by_key(|named| std::cmp::Reverse((named.acts, named.count)));
    match most[..] {
        [first] if first.acts > 0 || first.count > 1 => Some(first.party),
        [first, second, ..] => {
            let clear = first.acts > 1 && (first.acts, first.count) > (second.acts, second.count);
            let often = first.acts > second.acts && first.count > 2 * second.count;
            (clear || often).then_some(first.party)
        }
        _ => None,
    }
}

/// What the caller says of a name.
fn by_caller(chain: &mut Chain, parsed: &Parsed) {
    for (name, party) in &parsed.names.parties {
        let party = parsed.lexicon.parties.by_name(party);
        let person = chain.people.find(name);
        for member in chain
            .members
            .iter_mut()
            .enumerate()
            .filter(|(id, member)| member.name == *name || person == Some(*id))
        {
            member.1.parties = party.into_iter().collect();
        }
    }
}

fn by_office(chain: &mut Chain, named: &[NamedParty], home: Option<PartyId>) {
    for member in chain.members.iter_mut().filter(|member| member.parties.is_empty()) {
        let mut offices: Vec<PartyId> = member.office.clone();
        if offices.len() > 1 {
            offices.retain(|&office| home == Some(office) || named.iter().any(|named| named.party == office));
        }
        if let [only] = offices[..] {
            member.parties = vec![only];
        }
    }
}

/// `Lind reaffirmed Norway's commitment`, `Lind said Norway would double its patrols`.
fn by_words(chain: &mut Chain, parsed: &Parsed) {
    // In order of the members, so that the same text gives the same parties.
    let mut votes: BTreeMap<MemberId, Vec<(PartyId, usize)>> = BTreeMap::new();
    for index in 0..parsed.sentences.len() {
        let view = parsed.view(index);
        let Some((member, end)) = speaker(chain, index) else { continue };
        if !chain.members[member].parties.is_empty() {
            continue;
        }
        for party in voiced(&view, end).into_iter().filter(|&party| !is_of_other(chain, member, party)) {
            let votes = votes.entry(member).or_default();
            match votes.iter_mut().find(|(side, _)| *side == party) {
                Some((_, count)) => *count += 1,
                None => votes.push((party, 1)),
            }
        }
    }
    for (member, votes) in votes {
        let most = votes.iter().map(|vote| vote.1).max();
        let mut first = votes.iter().filter(|vote| Some(vote.1) == most);
        if let (Some(&(party, _)), None) = (first.next(), first.next()) {
            chain.members[member].parties = vec![party];
        }
    }
}

/// Whether a party is that of the other of the two whom the document is about.
fn is_of_other(chain: &Chain, member: MemberId, party: PartyId) -> bool {
    chain.pair.into_iter().flatten().filter(|&one| one != member).any(|one| {
        let one = &chain.members[one];
        one.named && one.parties.contains(&party)
    })
}

/// The person who is the first subject of a sentence, and the end of the mention.
fn speaker(chain: &Chain, sentence: usize) -> Option<(MemberId, usize)> {
    let mention = chain.mentions[chain.mentions_of(sentence)]
        .iter()
        .find(|mention| mention.function == Function::Subject)?;
    let person = chain.members[mention.member].kind == MemberKind::Person;
    person.then_some((mention.member, mention.tokens.end))
}

/// The parties whose positions a sentence voices behind `from`.
fn voiced(view: &SentenceView, from: usize) -> Vec<PartyId> {
    let mut found = Vec::new();
    let mut at = from;
    while at < view.end() {
        let Some((length, form)) = view.lexicon.parties.at(view.text, view.tokens, at) else {
            at += 1;
            continue;
        };
        let end = at + length;
        let mark = view.tokens.get(end).is_some_and(|token| token.feature == Feature::Possessive);
        let owned = if mark { end + 1 } else { end };
        let owns = mark || form.kind == PartyKind::Abbreviation || form.kind == PartyKind::Demonym;
        let noun = owns && (owned..owned + 3).any(|at| view.is_of(at, WordClass::OwnPosition));
        let subject = form.kind != PartyKind::Demonym
            && view.phrases.verb_at(end).is_some_and(|group| {
                group.tokens.first == end
                    && (group.modal || group.is_finite() && view.is_of(group.head, WordClass::OwnPosition))
            });
        if noun || subject {
            found.push(form.party);
        }
        at = end;
    }
    found
}

/// Where two people meet, of whom the side of one is known, the other is of the other state that the document is about.
fn by_contrast(chain: &mut Chain, parsed: &Parsed, named: &[NamedParty]) {
    let Some(pair) = chain.pair.or_else(|| turns(chain, parsed)) else { return };
    for [one, other] in [pair, [pair[1], pair[0]]] {
        let [known] = chain.members[other].parties[..] else { continue };
        if !chain.members[one].parties.is_empty() {
            continue;
        }
        let joined = joined_with(parsed, known);
        let count =
            |named: &NamedParty| (joined.iter().filter(|&&party| party == named.party).count(), named.count);
        let mut rest: Vec<&NamedParty> = named.iter().filter(|named| named.party != known).collect();
        rest.sort_by_key(|named| std::cmp::Reverse(count(named)));
        let party = match rest[..] {
            [only] => Some(only.party),
            [first, second, ..] if count(first) > count(second) => Some(first.party),
            _ => None,
        };
        chain.members[one].parties.extend(party);
    }
}

/// The parties that the document names together with one (`between Peru and Chile`), each time.
fn joined_with(parsed: &Parsed, known: PartyId) -> Vec<PartyId> {
    let mut found = Vec::new();
    for index in 0..parsed.sentences.len() {
        let view = parsed.view(index);
        let at = |place: usize| view.lexicon.parties.at(view.text, view.tokens, place);
        for and in (view.body..view.end()).filter(|&at| view.tokens[at].word == view.lexicon.words.and) {
            let article = view.tokens.get(and + 1).is_some_and(|next| next.feature == Feature::Definite);
            let right = at(and + 1 + usize::from(article)).map(|(_, form)| form.party);
            let left = (and.saturating_sub(6).max(view.body)..and)
                .find_map(|first| at(first).filter(|(length, _)| first + length == and))
                .map(|(_, form)| form.party);
            match (left, right) {
                (Some(left), Some(right)) if left == known => found.push(right),
                (Some(left), Some(right)) if right == known => found.push(left),
                _ => {}
            }
        }
    }
    found
}

/// The two people of a transcript with two speakers.
fn turns(chain: &Chain, parsed: &Parsed) -> Option<[MemberId; 2]> {
    let mut speakers: Vec<MemberId> = Vec::new();
    for &label in parsed.layout.labels.iter().flatten() {
        let name = parsed.label_name(label.text(parsed.text))?;
        let person = chain.people.find(&name)?;
        if !speakers.contains(&person) {
            speakers.push(person);
        }
        if speakers.len() > 2 {
            return None;
        }
    }
    speakers.try_into().ok()
}

/// `her interior minister`, `his daughter, the minister`: on the side of whose they are.
fn by_owner(chain: &mut Chain) {
    for (member, owner) in std::mem::take(&mut chain.owners) {
        if chain.members[member].parties.is_empty() {
            chain.members[member].parties = chain.members[owner].parties.clone();
        }
    }
}

/// In a report from a capital, `the foreign ministry` of no stated country is the one there.
fn by_dateline(chain: &mut Chain, parsed: &Parsed) {
    if let Some(home) = home(parsed) {
        give_officials(chain, parsed, home);
    }
}

/// The party of ministries and officials without one.
fn give_officials(chain: &mut Chain, parsed: &Parsed, party: PartyId) {
    for member in chain.members.iter_mut().filter(|member| member.parties.is_empty()) {
        let official =
            member.roles.iter().any(|&word| parsed.lexicon.classes.holds(WordClass::StateOffice, word));
        if official && member.kind != MemberKind::Group {
            member.parties = vec![party];
        }
    }
}

/// The state whose capital the dateline names.
fn home(parsed: &Parsed) -> Option<PartyId> {
    let line = parsed.layout.dateline.as_ref()?.span.text(parsed.text);
    let place = line.split([',', '(', '.', '/', '-', '–', '—']).next()?.trim();
    let place = super::cased(place);
    let tokens = parsed.read_alone(&place);
    let description = Description::new(parsed.lexicon, &place, &tokens, Tokens::new(0, tokens.len()));
    let capital = |kind| matches!(kind, PartyKind::Capital | PartyKind::Name | PartyKind::Organisation);
    description.parties.iter().find(|party| capital(party.kind)).map(|party| party.party)
}

/// The two sides: those of the two people whom the document is about, or else the two states that it names most.
fn sides(chain: &Chain, named: &[NamedParty]) -> Vec<PartyId> {
    if let Some([one, other]) = chain.pair {
        let sides = [&chain.members[one].parties[..], &chain.members[other].parties[..]];
        if let [[one], [other]] = sides
            && one != other
        {
            return vec![*one, *other];
        }
    }
    let mut most: Vec<usize> = (0..named.len()).collect();
    most.sort_by_key(|&place| (std::cmp::Reverse(named[place].count), place));
    most.truncate(2);
    most.sort_unstable();
    most.into_iter().map(|place| named[place].party).collect()
}
