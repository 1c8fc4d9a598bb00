//! The complement of a cue: which frame of the lexicon it fills, and where its content begins.

use crate::attribution::draft::Pattern;
use crate::attribution::rule::content;
use crate::attribution::rule::cue::Candidate;
use crate::lexicon::cue::{CueClass, Frames};
use crate::lexicon::vocabulary::Feature;
use crate::parse::SentenceView;
use crate::syntax::Chunk;
use crate::tag::Upos;

/// A complement that was found behind a cue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Complement {
    /// The first token of the content.
    pub first: usize,
    /// Whether the content is a clause or a quotation, so that other verbs stand inside it.
    pub clausal: bool,
    pub pattern: Pattern,
}

/// The complement behind the cue of `candidate`, not past `to`.
pub(super) fn complement(view: &SentenceView, candidate: &Candidate, to: usize) -> Option<Complement> {
    let frames = candidate.entry.frames;
    let direct = candidate.cue.end;
    let clausal = |first: usize, pattern: Pattern| Some(Complement { first, clausal: true, pattern });
    let act = |first: usize| Some(Complement { first, clausal: false, pattern: Pattern::Act });
    if candidate.expression.is_some() {
        return (direct < to).then_some(Complement { first: direct, clausal: false, pattern: Pattern::Act });
    }
    let takes_clause = Frames::CLAUSE.union(Frames::THAT).union(Frames::QUOTE);
    if frames.has(takes_clause) {
        // `said on Monday that`, `told reporters in Oslo: “`
        if let Some(first) = content::reach_opening(view, direct, to) {
            let quotation = view.opens_quotation(first);
            let adjacent = first == direct
                || !quotation
                || view.word(first - 1) == ":"
                || view.is_comma(first - 1)
                || content::skip_adjuncts(view, direct, to) == first;
            let object = !quotation && frames.has(Frames::OBJECT) && noun_with_clause(view, direct, first);
            let fits = !object
                && if quotation {
                    frames.has(Frames::QUOTE)
                } else {
                    frames.has(Frames::CLAUSE.union(Frames::THAT))
                };
            if fits && adjacent {
                return clausal(first, if quotation { Pattern::Quotation } else { Pattern::Clause });
            }
        }
        if view.word(direct) == ":" && direct + 1 < to {
            return clausal(direct + 1, Pattern::Quotation);
        }
    }
    let bare = content::skip_adjuncts(view, direct, to);
    if frames.has(Frames::WH) {
        let word = view.tokens.get(bare).filter(|_| bare < to);
        let words = &view.lexicon.words;
        if word.is_some_and(|t| {
            t.feature == Feature::Interrogative || t.word == words.whether || t.word == words.if_
        }) {
            return clausal(bare, Pattern::Clause);
        }
    }
    if frames.has(Frames::CLAUSE) {
        if content::is_clause(view, bare, to)
            && !(frames.has(Frames::OBJECT) && object_with_relative(view, bare))
        {
            return clausal(bare, Pattern::Clause);
        }
        // `told reporters the plan would fail`
        if let Some(Chunk::Noun(listener)) = view.phrases.at(direct) {
            let behind = content::skip_adjuncts(view, listener.end, to);
            if candidate.entry.class == CueClass::Speech
                && takes_listener(view, candidate)
                && content::is_clause(view, behind, to)
            {
                return clausal(behind, Pattern::Clause);
            }
        }
    }
    if frames.has(Frames::INFINITIVE) {
        let to_verb = view
            .phrases
            .verb_at(bare)
            .filter(|group| group.infinitive && group.tokens.first == bare && bare < to);
        if to_verb.is_some() {
            return act(bare);
        }
    }
    if frames.has(Frames::OBJECT.union(Frames::AS)) && content::is_object(view, direct, to) {
        return act(direct);
    }
    None
}

/// `rejected the claim that …`: the clause hangs on a noun, which is the object; in `warned Peru that …` it does not.
fn noun_with_clause(view: &SentenceView, from: usize, that: usize) -> bool {
    let last = that.checked_sub(1).filter(|&last| last >= from).and_then(|last| view.tokens.get(last));
    last.is_some_and(|last| {
        last.upos == Upos::Noun
            && view.lexicon.cues.nouns.at(view.tokens, that - 1, last.word).next().is_some()
    })
}

/// Whether the listener may stand between the cue and a clause without `that`.
fn takes_listener(view: &SentenceView, candidate: &Candidate) -> bool {
    let words = &view.lexicon.words;
    view.tokens[candidate.group.head].lemma == words.tell
        || candidate.entry.frames.has(Frames::OBJECT) && !candidate.entry.frames.has(Frames::AFTER)
}

/// `opposes the plan that …`: the first finite verb belongs to a relative clause.
fn object_with_relative(view: &SentenceView, from: usize) -> bool {
    let Some(noun) = view.phrases.noun_at(from) else { return false };
    let next = view.tokens.get(noun.end);
    next.is_some_and(|token| {
        token.feature == Feature::Relative || token.feature == Feature::That || token.upos == Upos::Part
    })
}
