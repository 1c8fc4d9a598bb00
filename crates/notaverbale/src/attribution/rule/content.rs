//! The content: where what is attributed begins and ends.

use crate::lexicon::vocabulary::Feature;
use crate::lexicon::word_class::WordClass;
use crate::parse::SentenceView;
use crate::syntax::{Chunk, Tokens};
use crate::tag::Upos;

/// The first token behind times and means (`said on Monday in a statement that`).
pub(super) fn skip_adjuncts(view: &SentenceView, mut at: usize, to: usize) -> usize {
    loop {
        let start = at;
        let after_preposition = match view.tokens.get(at) {
            Some(token) if token.upos == Upos::Adp => at + 1,
            _ => at,
        };
        match view.phrases.at(after_preposition) {
            Some(Chunk::Time(time)) if time.end <= to => at = time.end,
            Some(Chunk::Noun(noun))
                if after_preposition > at && noun.end <= to && view.is_of(noun.end - 1, WordClass::Means) =>
            {
                at = noun.end;
                // `in an interview with CNN on Monday`
                while let Some(more) = behind_preposition(view, at).filter(|more| more.end <= to) {
                    at = more.end;
                }
            }
            _ => {}
        }
        if view
            .tokens
            .get(at)
            .is_some_and(|token| token.upos == Upos::Adv && token.feature != Feature::Interrogative)
            && view.phrases.verb_at(at).is_none()
        {
            at += 1;
        }
        if at == start || at >= to {
            return at.min(to);
        }
    }
}

fn behind_preposition(view: &SentenceView, at: usize) -> Option<Tokens> {
    let token = view.tokens.get(at)?;
    if token.upos != Upos::Adp {
        return None;
    }
    match view.phrases.at(at + 1)? {
        Chunk::Noun(range) | Chunk::Time(range) => Some(range),
        Chunk::Verb(_) => None,
    }
}

/// The `that` or the opening mark which the cue's content begins with, if only phrases without a verb stand before it.
pub(super) fn reach_opening(view: &SentenceView, from: usize, to: usize) -> Option<usize> {
    for at in from..to.min(from + 30) {
        let token = &view.tokens[at];
        if token.feature == Feature::That && token.upos == Upos::Sconj {
            // `reported that same day a loss`: a time, not a clause.
            let time =
                matches!(view.word(at + 1), "same" | "very" | "day" | "week" | "month" | "year" | "night");
            return (!time).then_some(at);
        }
        if view.opens_quotation(at) {
            return Some(at);
        }
        let verb = view.phrases.verb_at(at).is_some_and(|group| group.is_finite() || group.infinitive);
        if verb || token.upos == Upos::Cconj && at > from + 8 {
            return None;
        }
    }
    None
}

/// Whether a clause with a subject and a finite verb begins at `from`.
pub(super) fn is_clause(view: &SentenceView, from: usize, to: usize) -> bool {
    let Some(first) = view.tokens.get(from) else { return false };
    if matches!(first.upos, Upos::Adp)
        && view.phrases.verb_at(from + 1).is_some_and(|group| group.is_gerund())
    {
        return false;
    }
    let conjunction = first.upos == Upos::Sconj
        || first.feature == Feature::Subordinating
        || first.feature == Feature::Interrogative;
    let subject = view.phrases.noun_at(from).is_some()
        || conjunction
        || first.upos == Upos::Adp
        || first.upos == Upos::Pron;
    subject
        && view
            .phrases
            .verbs(Tokens::new(from, to))
            .any(|group| group.is_finite() && group.tokens.first > from)
}

/// Whether a noun phrase that can be an object begins at `from`.
pub(super) fn is_object(view: &SentenceView, from: usize, to: usize) -> bool {
    if from >= to {
        return false;
    }
    let quoted = view.opens_quotation(from) && from + 1 < to;
    let gerund = view.phrases.verb_at(from).is_some_and(|group| group.is_gerund());
    quoted || gerund || view.phrases.noun_at(from).is_some_and(|noun| noun.first == from)
}
