//! The stances of a statement: which expressions its words hold, and what each does.

use crate::attribution::Attributed;
use crate::expression::{self, Expression};
use crate::lexicon::stance::{Class, Slot};
use crate::lexicon::vocabulary::{Feature, VerbForm};
use crate::mention::{Description, Resolver};
use crate::parse::SentenceView;
use crate::span::Span;
use crate::stance::{Act, Polarity, Stance, Strength, argument};
use crate::syntax::{Tokens, VerbGroup};
use crate::tag::Upos;

/// The share of stances by a bare modal whose act and polarity were right on the development readouts.
const MODAL: f32 = 0.73;
/// The same share for all other expressions.
const LEXICAL: f32 = 0.87;

/// The stances that a statement's own words express, in order.
pub(crate) fn stances(view: &SentenceView, resolver: &Resolver, attributed: &Attributed) -> Vec<Stance> {
    let mut stances = Vec::new();
    let mut covered = 0;
    let mut last_holder: Option<Option<String>> = None;
    let pieces = regions(attributed);
    for (number, &region) in pieces.iter().enumerate() {
        for group in view.phrases.verbs(region) {
            if group.head < covered || group.head < region.first {
                continue;
            }
            let Some(expression) = expression::of(view, &group, region.end) else { continue };
            let Some(effect) = &expression.entry.effect else { continue };
            let complement = argument::complement(view, &expression.group, expression.tokens.end, region.end);
            let is_cue = attributed.cue.iter().any(|cue| cue.holds(expression.group.head));
            let before = pieces[..number].last().copied().filter(|_| group.tokens.first == region.first);
            let subject =
                crate::attribution::subject(view, &group, region.first).or(before).filter(|_| !is_cue);
            // What is asked of a subject, or said of it, is the speaker's position, not the subject's.
            let about = expression.entry.modal && effect.act == Act::Request
                || expression.entry.targets.first() == Some(&Slot::Subject);
            let own = owner(view, &expression);
            let holder = match (own, subject) {
                (Some(own), _) => argument::who(view, resolver, attributed, own),
                (None, Some(_)) if about => argument::speaker_as_holder(view, &attributed.speaker),
                (None, Some(subject)) => argument::who(view, resolver, attributed, subject),
                (None, None) if !is_cue && coordinated(view, &group) && last_holder.is_some() => {
                    last_holder.clone().flatten()
                }
                (None, None) => source_holder(view, resolver, attributed),
            };
            let mut target =
                argument::fill(view, &expression.entry.targets, subject, expression.found.inside, complement)
                    .or_else(|| {
                        (!expression.entry.targets.is_empty())
                            .then(|| view.trim(complement))
                            .filter(|rest| !rest.is_empty())
                    });
            let Some(mut decided) = decide(effect.act, effect.polarity, effect.strength, &expression) else {
                covered = complement.end;
                continue;
            };
            if expression.entry.modal && !modal_applies(view, attributed, &expression, subject, &mut decided)
            {
                continue;
            }
            decided.strength = modified(view, &expression, decided.strength, decided.negated);
            let asked = (expression.entry.modal && decided.act == Act::Request).then_some(subject).flatten();
            let addressee = argument::fill(
                view,
                &expression.entry.addressees,
                subject,
                expression.found.inside,
                complement,
            )
            .and_then(|range| first_phrase(view, range))
            .or(asked)
            .or_else(|| (decided.act == Act::Request).then(|| argument::actor(view, complement)).flatten())
            .and_then(|range| argument::who(view, resolver, attributed, range));
            if expression.entry.modal && decided.act == Act::Request {
                target = subject
                    .map(|subject| Tokens::new(subject.first, complement.end))
                    .map(|range| view.trim(range));
            }
            if matches!(decided.act, Act::Request | Act::Commit | Act::Agree)
                && !decided.negated
                && let Some(stopped) = target.and_then(|target| stopped(view, target))
            {
                decided.polarity = Polarity::Against;
                target = Some(stopped);
            }
            last_holder = Some(holder.clone());
            covered = complement.end.max(expression.tokens.end);
            stances.push(Stance {
                holder,
                act: decided.act,
                polarity: decided.polarity,
                strength: decided.strength,
                negated: decided.negated,
                confidence: if expression.entry.modal { MODAL } else { LEXICAL },
                addressee,
                cameo: expression.entry.cameo.as_deref().map(str::to_owned),
                plover: expression.entry.plover.as_deref().map(str::to_owned),
                expression: vec![view.span(expression.tokens)],
                target: target.map(|target| view.span(target)).into_iter().collect::<Vec<Span>>(),
            });
        }
    }
    stances
}

/// Where a statement's stances may stand: its cue with its content, where they touch, and each further piece.
fn regions(attributed: &Attributed) -> Vec<Tokens> {
    let mut regions: Vec<Tokens> = attributed.content.clone();
    if let (Some(cue), Some(first)) = (attributed.cue.first(), regions.first_mut())
        && cue.end <= first.first
    {
        first.first = cue.first;
    }
    regions
}

struct Decided {
    act: Act,
    polarity: Polarity,
    strength: Strength,
    negated: bool,
}

/// What a negated expression does, by the guideline; `None` where it makes no row.
fn decide(act: Act, polarity: Polarity, strength: Strength, expression: &Expression) -> Option<Decided> {
    let inside = expression.entry.pattern.contains(&crate::lexicon::stance::Item::Class(Class::Not));
    if inside {
        return Some(Decided { act, polarity, strength, negated: true });
    }
    if !expression.group.negated {
        return Some(Decided { act, polarity, strength, negated: false });
    }
    let turned = match act {
        Act::Support | Act::Commit | Act::Agree => (Act::Oppose, Polarity::Against, Strength::Plain),
        Act::Oppose => (Act::Support, Polarity::Favor, Strength::Weak),
        Act::Praise => (Act::Criticize, Polarity::Against, Strength::Plain),
        Act::Request if expression.entry.modal => (Act::Request, Polarity::Against, strength),
        Act::Request | Act::Criticize | Act::Concern | Act::Warn => return None,
    };
    Some(Decided { act: turned.0, polarity: turned.1, strength: turned.2, negated: true })
}

/// Whether a bare modal makes a stance: `will` of the speaker's own side commits, `should` and `must` of others ask.
fn modal_applies(
    view: &SentenceView,
    attributed: &Attributed,
    expression: &Expression,
    subject: Option<Tokens>,
    decided: &mut Decided,
) -> bool {
    let own = match subject {
        Some(subject) => is_own_side(view, attributed, subject),
        None => coordinated(view, &expression.group),
    };
    match decided.act {
        Act::Request => {
            if own && decided.strength == Strength::Strong && subject.is_some() && !decided.negated {
                decided.act = Act::Commit;
            }
            subject.is_some()
        }
        _ => own && !expression.group.passive && !expression.group.copula,
    }
}

/// Whether a subject is the speaker, the speaker's party or their country.
fn is_own_side(view: &SentenceView, attributed: &Attributed, subject: Tokens) -> bool {
    let words = &view.lexicon.words;
    let first = &view.tokens[subject.first];
    if subject.end - subject.first == 1 && first.upos == Upos::Pron {
        return [words.we, words.i].contains(&first.word) && attributed.own_words
            || [words.he, words.she, words.they, words.it].contains(&first.word)
                && !attributed.own_words
                && first.word != words.it;
    }
    if first.feature == Feature::Possessive && subject.end - subject.first == 2 {
        return matches!(view.word(subject.first + 1), "country" | "government" | "administration");
    }
    let description = Description::new(view.lexicon, view.text, view.tokens, subject);
    description.party().is_some_and(|party| attributed.speaker.parties.contains(&party))
        || matches!(view.word(subject.end - 1), "sides")
}

/// The strength after the modifiers of the expression: an intensifier makes it strong, a hedge weak.
fn modified(view: &SentenceView, expression: &Expression, strength: Strength, negated: bool) -> Strength {
    let stances = &view.lexicon.stances;
    let tokens = expression.tokens.of(view.tokens);
    let any = |set: &std::collections::HashSet<crate::lexicon::vocabulary::WordId>| {
        tokens.iter().any(|token| set.contains(&token.word))
    };
    let never =
        negated && tokens.iter().any(|token| token.span.text(view.text).eq_ignore_ascii_case("never"));
    if any(&stances.strong) || never {
        Strength::Strong
    } else if any(&stances.weak) {
        Strength::Weak
    } else {
        strength
    }
}

/// Whether a group shares its subject with the predicate before it.
fn coordinated(view: &SentenceView, group: &VerbGroup) -> bool {
    let before = group.tokens.first.checked_sub(1);
    before.is_some_and(|before| view.tokens[before].upos == Upos::Cconj || view.is_comma(before))
}

/// A party in the possessive inside the expression: `reiterated India's commitment to`.
fn owner(view: &SentenceView, expression: &Expression) -> Option<Tokens> {
    let range = expression.found.tokens;
    (range.first..range.end).find_map(|at| {
        let (length, form) = view.lexicon.parties.at(view.text, &view.tokens[..range.end], at)?;
        let end = at + length;
        let possessive = view.tokens.get(end).is_some_and(|next| next.feature == Feature::Possessive);
        let adjective = form.kind == crate::lexicon::party::PartyKind::Abbreviation;
        (possessive || adjective).then_some(Tokens::new(at, end))
    })
}

/// The holder where no subject is nearer: the source's own party if the source is a party, else the speaker.
fn source_holder(view: &SentenceView, resolver: &Resolver, attributed: &Attributed) -> Option<String> {
    let source = attributed.statement.source.first().and_then(|span| view.range(*span));
    match source {
        Some(range) if range.of(view.tokens).iter().all(|token| token.upos != Upos::Pron) => {
            argument::who(view, resolver, attributed, range)
                .or_else(|| argument::speaker_as_holder(view, &attributed.speaker))
        }
        _ => argument::speaker_as_holder(view, &attributed.speaker),
    }
}

/// The first noun phrase of a range, unless it is the subject of a clause (`warned that A would fail` warns nobody).
fn first_phrase(view: &SentenceView, range: Tokens) -> Option<Tokens> {
    let noun = view.phrases.noun_at(range.first)?;
    let subject = view.phrases.verb_at(noun.end).is_some_and(|group| group.is_finite());
    (!subject).then_some(Tokens::new(range.first, noun.end.min(range.end)))
}

/// What a stopping word in the target stops: `an end to the violence`, `A to release B` has none.
fn stopped(view: &SentenceView, target: Tokens) -> Option<Tokens> {
    let desist = &view.lexicon.stances.desist;
    let verb = view
        .phrases
        .verbs(target)
        .find(|group| group.infinitive || group.form == VerbForm::BASE || group.form == VerbForm::GERUND);
    let head =
        verb.filter(|group| desist.contains(&view.tokens[group.head].lemma)).map(|group| group.tokens.end);
    let bare = (target.first..target.end.min(target.first + 4))
        .find(|&at| desist.contains(&view.tokens[at].word) || desist.contains(&view.tokens[at].lemma))
        .filter(|&at| {
            view.tokens
                .get(at + 1)
                .is_some_and(|next| matches!(view.word(at + 1), "to" | "of" | "in") && next.upos == Upos::Adp)
                || view.tokens[at].upos == Upos::Verb
        })
        .map(|at| at + 1);
    let mut first = head.or(bare)?;
    while first < target.end && view.tokens[first].upos == Upos::Adp {
        first += 1;
    }
    let rest = view.trim(Tokens::new(first, target.end));
    (!rest.is_empty()).then_some(rest)
}
