//! The holder: whose stance it is.

use crate::attribution::Attributed;
use crate::expression::Expression;
use crate::lexicon::party::PartyKind;
use crate::lexicon::vocabulary::Feature;
use crate::lexicon::word_class::WordClass;
use crate::mention::{Description, Resolver, Speaker};
use crate::parse::SentenceView;
use crate::syntax::{Tokens, VerbGroup};
use crate::tag::Upos;

/// Who a noun phrase names as a holder or addressee: a party by its usual name, else the person or the words.
pub(super) fn who(
    view: &SentenceView,
    resolver: &Resolver,
    attributed: &Attributed,
    range: Tokens,
) -> Option<String> {
    let words = &view.lexicon.words;
    let tokens = range.of(view.tokens);
    let first = tokens.first()?;
    let speaker = &attributed.speaker;
    if tokens.len() == 1 && first.upos == Upos::Pron {
        return match first.word {
            word if word == words.we || word == words.us => own_party(view, speaker),
            word if [words.i, words.he, words.she, words.me, words.him, words.it, words.they]
                .contains(&word) =>
            {
                speaker_as_holder(view, speaker)
            }
            _ => None,
        };
    }
    // `his country`, `our government`
    if first.feature == Feature::Possessive
        && tokens.len() == 2
        && is_country_word(view.word(range.first + 1))
    {
        return own_party(view, speaker);
    }
    let description = view.describe(range);
    if description.name.is_none() {
        let states: Vec<&str> = description
            .parties
            .iter()
            .filter(|party| stands_for_party(view, &description, range, party.tokens, party.kind))
            .map(|party| view.lexicon.parties.name(party.party))
            .collect();
        if !states.is_empty() && states.len() <= 3 {
            return Some(states.join(" and "));
        }
    }
    let found = resolver.look_up(view, range);
    if is_sides(view, range) && found.parties.len() == 2 {
        return found.party(view.lexicon);
    }
    found.name
}

/// Whether the phrase is the party itself: its name, its side or its government, not its minister or its people's view.
fn stands_for_party(
    view: &SentenceView,
    description: &Description,
    range: Tokens,
    party: Tokens,
    kind: PartyKind,
) -> bool {
    let name = matches!(
        kind,
        PartyKind::Name
            | PartyKind::Abbreviation
            | PartyKind::Organisation
            | PartyKind::Capital
            | PartyKind::Seat
    );
    let next_is_end = party.end == range.end || view.tokens[party.end].upos == Upos::Cconj;
    let alone = name && next_is_end && description.titles.is_empty();
    let side = party.end < range.end
        && matches!(view.word(range.end - 1), "side" | "government" | "people" | "authorities");
    alone || side && range.end - party.end <= 2
}

fn is_sides(view: &SentenceView, range: Tokens) -> bool {
    view.is_of(range.end - 1, WordClass::Sides)
}

fn is_country_word(word: &str) -> bool {
    matches!(word, "country" | "government" | "nation" | "administration" | "side")
}

/// The speaker as a holder: for `the two sides` their parties, else the name.
pub(super) fn speaker_as_holder(view: &SentenceView, speaker: &Speaker) -> Option<String> {
    let sides = speaker.name.as_deref().is_some_and(|name| {
        let last = name.rsplit(' ').next().unwrap_or(name);
        view.lexicon.classes.holds(WordClass::Sides, view.lexicon.vocabulary.look_up(last))
    });
    if sides && speaker.parties.len() > 1 { own_party(view, speaker) } else { speaker.name.clone() }
}

/// The speaker's side where it is known, else the speaker.
pub(super) fn own_party(view: &SentenceView, speaker: &Speaker) -> Option<String> {
    speaker.party(view.lexicon).or_else(|| speaker.name.clone())
}

/// A party in the possessive inside the expression: `reiterated India's commitment to`.
pub(super) fn owner(view: &SentenceView, expression: &Expression) -> Option<Tokens> {
    let range = expression.found.tokens;
    (range.first..range.end).find_map(|at| {
        let (length, form) = view.lexicon.parties.at(view.text, &view.tokens[..range.end], at)?;
        let end = at + length;
        let possessive = view.tokens.get(end).is_some_and(|next| next.feature == Feature::Possessive);
        // `the U.S. commitment`, but no party in the object that the pattern holds (`called U.S. actions a threat`).
        let attributive = form.kind == PartyKind::Abbreviation;
        let object = expression.found.inside.is_some_and(|inside| inside.holds(at));
        ((possessive || attributive) && !object).then_some(Tokens::new(at, end))
    })
}

/// The holder where no subject is nearer: the source's own party if the source is a party, else the speaker.
pub(super) fn source_holder(
    view: &SentenceView,
    resolver: &Resolver,
    attributed: &Attributed,
) -> Option<String> {
    let source = attributed.statement.source.first().and_then(|span| view.range(*span));
    match source {
        Some(range) if range.of(view.tokens).iter().all(|token| token.upos != Upos::Pron) => {
            who(view, resolver, attributed, range).or_else(|| speaker_as_holder(view, &attributed.speaker))
        }
        _ => speaker_as_holder(view, &attributed.speaker),
    }
}

/// Whether a subject is the speaker, the speaker's party or their country.
pub(super) fn is_own_side(view: &SentenceView, attributed: &Attributed, subject: Tokens) -> bool {
    let words = &view.lexicon.words;
    let first = &view.tokens[subject.first];
    if subject.end - subject.first == 1 && first.upos == Upos::Pron {
        // `it` is the speaker's side where the speaker is no person.
        let reported = [words.he, words.she, words.they].contains(&first.word)
            || first.word == words.it && attributed.statement.speaker.is_some() && !attributed.by_person;
        let own = [words.we, words.i].contains(&first.word);
        return own && attributed.own_words || reported && !attributed.own_words;
    }
    if first.feature == Feature::Possessive && subject.end - subject.first == 2 {
        return matches!(view.word(subject.first + 1), "country" | "government" | "administration");
    }
    let description = view.describe(subject);
    description.party().is_some_and(|party| attributed.speaker.parties.contains(&party))
        || matches!(view.word(subject.end - 1), "sides")
}

/// Whether a group shares its subject with the predicate before it.
pub(super) fn is_coordinated(view: &SentenceView, group: &VerbGroup) -> bool {
    let before = group.tokens.first.checked_sub(1);
    before.is_some_and(|before| view.tokens[before].upos == Upos::Cconj || view.is_comma(before))
}
