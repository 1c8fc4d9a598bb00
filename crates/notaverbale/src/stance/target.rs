//! The target: what the stance is toward.

use crate::lexicon::stance::Slot;
use crate::lexicon::vocabulary::{Feature, VerbForm};
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
pub(super) fn without_complementizer(view: &SentenceView, mut range: Tokens) -> Tokens {
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

/// What a stopping word in the target stops: `an end to the violence`, `A to release B` has none.
pub(super) fn stopped(view: &SentenceView, target: Tokens) -> Option<Tokens> {
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
