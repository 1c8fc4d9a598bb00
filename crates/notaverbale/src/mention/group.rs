//! Several people or sides at once, and one of them by contrast (`the former`, `his counterpart`).

use crate::lexicon::Lexicon;
use crate::lexicon::party::PartyId;
use crate::lexicon::word_class::WordClass;
use crate::mention::chain::Chain;
use crate::mention::description::Description;
use crate::mention::member::{Form, Member, MemberId, MemberKind};
use crate::parse::SentenceView;
use crate::reading::Reading;
use crate::syntax::Tokens;

/// The most members of a group whose names are joined.
const LARGEST: usize = 3;

/// How many mentions back `the former` looks for two names.
const MEMORY: usize = 40;

/// How many mentions back `the former` looks for two who are named together.
const TOGETHER: usize = 12;

/// The group of these members, the same one each time.
pub(super) fn joined(chain: &mut Chain, members: &[MemberId]) -> MemberId {
    if let Some(&known) = chain.groups.get(members) {
        return known;
    }
    let names: Vec<&str> = members.iter().map(|&member| chain.members[member].name.as_str()).collect();
    let name = match names.len() {
        0..=LARGEST => names.join(" and "),
        _ => names.join(", "),
    };
    let group = Member { members: members.to_vec(), ..Member::new(MemberKind::Group, name) };
    let id = chain.add(group);
    chain.groups.insert(members.into(), id);
    id
}

/// `The two`, `both`: the latest two who were named together, or else the two whom the document is about.
pub(super) fn of_two(chain: &mut Chain) -> Option<MemberId> {
    of_people(chain, Some(2))
}

/// Whether all of these are people.
pub(super) fn are_people(chain: &Chain, members: &[MemberId]) -> bool {
    members.iter().all(|&member| chain.members[member].kind == MemberKind::Person)
}

/// `both ministers`, `the two leaders`, `the leaders`: the two people whom the document is about.
pub(super) fn of_roles(
    chain: &mut Chain,
    view: &SentenceView,
    noun: Tokens,
    description: &Description,
) -> Option<MemberId> {
    let place = noun.of(view.tokens);
    let last = place.last()?;
    let title = description.titles.iter().find(|title| title.tokens.end == noun.end);
    let title = title.map_or(noun, |title| title.tokens).of(view.tokens);
    let people = title.iter().chain([last]).any(|word| is_of_people(view.lexicon, view.text, word));
    let count = count(view, noun);
    let short = count.is_some() || place.len() <= title.len() + 1;
    (people && short && is_known(view, noun, description)).then(|| of_people(chain, count)).flatten()
}

/// How many a plural says that they are.
fn count(view: &SentenceView, noun: Tokens) -> Option<usize> {
    let words = &view.lexicon.words;
    let has = |word| noun.of(view.tokens).iter().any(|token| token.word == word);
    match () {
        () if has(words.two) || has(words.both) => Some(2),
        () if has(words.three) => Some(3),
        () => None,
    }
}

/// Whether a plural means some who were named before: it is definite and says no more of them (`the families of the victims`
/// are others).
fn is_known(view: &SentenceView, noun: Tokens, description: &Description) -> bool {
    let words = &view.lexicon.words;
    let definite = noun
        .of(view.tokens)
        .first()
        .is_some_and(|first| [words.the, words.both, words.two, words.three].contains(&first.word));
    let of = view.tokens.get(noun.end).is_some_and(|next| next.word == words.of);
    definite && !of && description.parties.is_empty()
}

/// The latest people who were named together, as many as asked for, or else the two whom the document is about.
fn of_people(chain: &mut Chain, count: Option<usize>) -> Option<MemberId> {
    let together = chain.latest().take(TOGETHER).find(|&id| {
        let members = &chain.members[id].members;
        !members.is_empty() && count.is_none_or(|count| members.len() == count) && are_people(chain, members)
    });
    let pair = chain.pair.filter(|_| count.is_none_or(|count| count == 2));
    together.or_else(|| pair.map(|pair| joined(chain, &pair)))
}

/// Whether a plural is of people who act together (`leaders`, `ministers`): its singular is a role.
fn is_of_people(lexicon: &Lexicon, text: &str, group: &Reading) -> bool {
    let word = group.span.text(text).to_lowercase();
    let singular = word.strip_suffix('s').map(|word| lexicon.vocabulary.look_up(word));
    singular.is_some_and(|word| lexicon.titles.is_role(word))
}

/// Whether a plural means the two sides that the document is about (`the two sides`, `both countries`).
pub(super) fn is_of_sides(view: &SentenceView, noun: Tokens, description: &Description) -> bool {
    let Some(last) = noun.of(view.tokens).last() else { return false };
    let side = view.is_of(noun.end - 1, WordClass::Sides) || is_of_people(view.lexicon, view.text, last);
    side && is_known(view, noun, description)
}

/// The parties of the latest group of states, or of officials of states, that is as large as the phrase says; `None` where the
/// two people whom the document is about tell them, or nothing does.
pub(super) fn parties_together(chain: &Chain, view: &SentenceView, noun: Tokens) -> Option<Vec<PartyId>> {
    let count = count(view, noun);
    let parties = chain.latest().take(TOGETHER).find_map(|id| {
        let member = &chain.members[id];
        let of_members = member.members.iter().flat_map(|&one| chain.members[one].parties.iter().copied());
        let parties: Vec<PartyId> = member.parties.iter().copied().chain(of_members).collect();
        let enough = parties.len() >= 2
            && parties.len() >= member.members.len()
            && count.is_none_or(|count| parties.len() == count);
        enough.then_some(parties)
    })?;
    (chain.pair.is_none() || parties.len() > 2).then_some(parties)
}

/// The former or the latter of the latest two who are named together, or else of the latest two people.
pub(super) fn former_or_latter(chain: &Chain, former: bool) -> Option<MemberId> {
    let pick = |members: [MemberId; 2]| members[usize::from(!former)];
    let together = chain
        .latest()
        .take(TOGETHER)
        .find_map(|id| <[MemberId; 2]>::try_from(chain.members[id].members.as_slice()).ok());
    if let Some(members) = together {
        return Some(pick(members));
    }
    // By their names, since `the former` itself is a later mention.
    let from = chain.mentions.len().saturating_sub(MEMORY);
    let named = chain.mentions[from..].iter().rev().filter(|mention| {
        mention.form == Form::Name && chain.members[mention.member].kind != MemberKind::Group
    });
    let members: Vec<MemberId> = named.map(|mention| mention.member).collect();
    let two = |kind: MemberKind| {
        let mut of_kind = members.iter().copied().filter(|&id| chain.members[id].kind == kind);
        let second = of_kind.next()?;
        Some([of_kind.find(|&id| id != second)?, second])
    };
    two(MemberKind::Person).or_else(|| two(MemberKind::Body)).map(pick)
}

/// The other of the two to the owner of `his counterpart`, of the side that the phrase names.
pub(super) fn counterpart(
    chain: &Chain,
    owner: Option<MemberId>,
    party: Option<PartyId>,
) -> Option<MemberId> {
    let other = |id: &MemberId| {
        let member = &chain.members[*id];
        let side = party.is_none() || member.parties.first().copied() == party;
        member.kind == MemberKind::Person && member.named && Some(*id) != owner && side
    };
    let pair = chain.pair.filter(|pair| owner.is_none_or(|owner| pair.contains(&owner)));
    match (owner, party) {
        (None, None) => None,
        _ => pair.into_iter().flatten().find(other).or_else(|| chain.latest().find(other)),
    }
}
