//! The arguments of an expression: its target, addressee and holder.

use crate::attribution::Attributed;
use crate::lexicon::party::PartyKind;
use crate::lexicon::stance::Slot;
use crate::lexicon::vocabulary::{Feature, VerbForm};
use crate::mention::{Description, Resolver, Speaker};
use crate::parse::SentenceView;
use crate::syntax::{Tokens, VerbGroup};
use crate::tag::Upos;

/// The stretch behind an expression in which its complement lies: up to the next predicate of the same subject, the
/// next clause, or the end of the content.
pub(super) fn complement(view: &SentenceView, group: &VerbGroup, from: usize, to: usize) -> Tokens {
    // Whether an infinitive stands in the complement, which a bare verb behind a conjunction goes on with.
    let mut nested = false;
    for later in view.phrases.verbs(Tokens::new(from, to)) {
        let first = later.tokens.first;
        let Some(before) = first.checked_sub(1).filter(|&before| before >= from) else { continue };
        let same = later.is_finite() && group.is_finite() && later.is_past() == group.is_past()
            || later.infinitive && group.infinitive
            || later.is_finite() && group.modal && later.form.has(VerbForm::BASE);
        let inner =
            nested && later.form.has(VerbForm::BASE) && !group.form.has(VerbForm::BASE) && !group.modal;
        if same && !inner && view.tokens[before].upos == Upos::Cconj {
            return Tokens::new(from, view.before_comma(before));
        }
        // `supports A, supports B, and opposes C`
        if same && !inner && later.is_finite() && view.is_comma(before) && !later.copula {
            return Tokens::new(from, before);
        }
        nested |= later.infinitive;
        if let Some(subject) = crate::attribution::subject(view, &later, from) {
            let join = subject.first.checked_sub(1).filter(|&join| join > from);
            let starts = join.is_some_and(|join| {
                (view.tokens[join].upos == Upos::Cconj || view.tokens[join].word == view.lexicon.words.while_)
                    && view.is_comma(join - 1)
            });
            if let Some(join) = join.filter(|_| starts && later.is_finite()) {
                return Tokens::new(from, join - 1);
            }
        }
    }
    Tokens::new(from, to)
}

/// The first of `slots` that the sentence fills.
pub(super) fn fill(
    view: &SentenceView,
    slots: &[Slot],
    subject: Option<Tokens>,
    inside: Option<Tokens>,
    complement: Tokens,
) -> Option<Tokens> {
    slots.iter().find_map(|slot| {
        let range = match slot {
            Slot::Subject => subject?,
            Slot::Inside => inside?,
            Slot::Object | Slot::Rest => without_complementizer(view, complement),
            Slot::Preposition(word) => {
                let at = (complement.first..complement.end.min(complement.first + 25)).find(|&at| {
                    view.tokens[at].word == *word
                        && !view.phrases.verb_at(at).is_some_and(|group| group.infinitive)
                })?;
                Tokens::new(at + 1, complement.end)
            }
        };
        let range = view.trim(range);
        (!range.is_empty()).then_some(range)
    })
}

/// The complement without `that`, `to` or the adverbs before it.
fn without_complementizer(view: &SentenceView, mut range: Tokens) -> Tokens {
    while let Some(token) = view.tokens.get(range.first).filter(|_| !range.is_empty()) {
        let complementizer =
            token.feature == Feature::That || token.upos == Upos::Part && token.word == view.lexicon.words.to;
        if !complementizer && !token.is_mark() {
            break;
        }
        range.first += 1;
    }
    range
}

/// The noun phrase that a complement begins with, if it is the one who is to act (`A to release B`, `A will act`).
pub(super) fn actor(view: &SentenceView, complement: Tokens) -> Option<Tokens> {
    let range = without_complementizer(view, complement);
    let head = view.phrases.noun_at(range.first).filter(|noun| noun.first == range.first)?;
    let end = crate::parse::extend_right(view, head.end, range.end);
    let acts = view.phrases.verb_at(end).is_some_and(|group| group.infinitive || group.is_finite())
        || view.tokens.get(end).is_some_and(|token| token.feature == Feature::Negation);
    acts.then_some(Tokens::new(head.first, end))
}

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
    let description = Description::new(view.lexicon, view.text, view.tokens, range);
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
    let found = resolver.look_up(view.tokens, range);
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
    matches!(view.word(range.end - 1), "sides" | "parties" | "countries" | "nations")
}

fn is_country_word(word: &str) -> bool {
    matches!(word, "country" | "government" | "nation" | "administration" | "side")
}

/// The speaker as a holder: for `the two sides` their parties, else the name.
pub(super) fn speaker_as_holder(view: &SentenceView, speaker: &Speaker) -> Option<String> {
    let sides = speaker.name.as_deref().is_some_and(|name| {
        ["sides", "parties", "countries", "nations"].iter().any(|group| name.ends_with(group))
    });
    if sides && speaker.parties.len() > 1 { own_party(view, speaker) } else { speaker.name.clone() }
}

/// The speaker's side where it is known, else the speaker.
pub(super) fn own_party(view: &SentenceView, speaker: &Speaker) -> Option<String> {
    speaker.party(view.lexicon).or_else(|| speaker.name.clone())
}
