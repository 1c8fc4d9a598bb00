//! How far the content of a cue reaches: to the end of its sentence, or to a cue that is not inside it.

use crate::attribution::draft::Pattern;
use crate::attribution::rule::cue::Candidate;
use crate::attribution::rule::frame::{self, Complement};
use crate::attribution::rule::source;
use crate::lexicon::cue::CueClass;
use crate::parse::SentenceView;
use crate::syntax::{Tokens, VerbGroup};
use crate::tag::Upos;

/// Where the content of `candidates[number]` ends: at `to`, or before a cue that is not inside it.
pub(super) fn content_end(
    view: &SentenceView,
    candidates: &[Candidate],
    number: usize,
    complement: &Complement,
    to: usize,
) -> usize {
    let matrix = &candidates[number];
    if complement.pattern == Pattern::Quotation && view.opens_quotation(complement.first) {
        let end = quotation_end(view, complement.first);
        // `said “A” and that B` goes on in the reporter's words.
        let more =
            view.phrases.has_finite(Tokens::new(end, to)) || (end..to).any(|at| view.opens_quotation(at));
        if !more {
            return end;
        }
    }
    let opening_participle = matrix.group.is_gerund()
        && (matrix.group.tokens.first <= view.body + 1)
        && view.phrases.verbs(Tokens::new(complement.first, to)).next().is_some();
    if opening_participle && let Some(comma) = main_clause_comma(view, matrix, to) {
        return comma;
    }
    for later in &candidates[number + 1..] {
        if later.group.tokens.first <= complement.first || later.group.head >= to {
            continue;
        }
        if let Some(end) = split_before(view, matrix, later, complement) {
            return end;
        }
    }
    if complement.clausal && matrix.group.is_past() {
        // `underscored that support would last, and set out measures`: a past verb that shares the subject of a past cue.
        let mut inner_past = false;
        for group in view.phrases.verbs(Tokens::new(complement.first, to)) {
            let before = group.tokens.first.checked_sub(1).filter(|&before| before > complement.first);
            let joined = before
                .is_some_and(|before| view.tokens[before].upos == Upos::Cconj && view.is_comma(before - 1));
            if group.is_past() && joined && !inner_past && view.quoted_by(group.head).is_none() {
                return group.tokens.first - 2;
            }
            inner_past |= group.is_past();
        }
    }
    // An act does not reach into the next main clause: `thanked X, and the talks went on`.
    if !complement.clausal {
        for group in view.phrases.verbs(Tokens::new(complement.first, to)) {
            let first = group.tokens.first;
            let conjunction = first.checked_sub(1).filter(|&at| view.tokens[at].upos == Upos::Cconj);
            let same = group.is_finite() && group.is_past() == matrix.group.is_past();
            if let Some(at) = conjunction.filter(|&at| same && at > complement.first) {
                return view.before_comma(at);
            }
            if group.is_gerund()
                && view.is_comma(first.saturating_sub(1))
                && first > complement.first + 1
                && !listed_gerund(view, complement.first)
            {
                return first - 1;
            }
            if let Some(end) = new_clause(view, &group, complement.first) {
                return end;
            }
        }
    }
    to
}

/// `urging A, warning B`: a list of gerunds is one object.
fn listed_gerund(view: &SentenceView, first: usize) -> bool {
    view.phrases.verb_at(first).is_some_and(|group| group.is_gerund())
}

/// The end of the content before a later cue which is the speaker's or another one's new statement.
fn split_before(
    view: &SentenceView,
    matrix: &Candidate,
    later: &Candidate,
    complement: &Complement,
) -> Option<usize> {
    let first = later.group.tokens.first;
    let before = first.checked_sub(1)?;
    if view.quoted_by(first).is_some() {
        return None;
    }
    let says = frame::complement(view, later, view.end());
    if later.group.is_gerund() && view.is_comma(before) {
        let own = says.is_some_and(|complement| complement.clausal || later.entry.class != CueClass::Thought);
        return (own && (later.entry.class == CueClass::Speech || !complement.clausal)).then_some(before);
    }
    if !later.same_tense(matrix) {
        return None;
    }
    let inner_past = complement.clausal
        && view
            .phrases
            .verbs(Tokens::new(complement.first, before))
            .any(|group| group.is_past() && !group.copula);
    if view.tokens[before].upos == Upos::Cconj {
        let splits = says.is_some() && (!complement.clausal || matrix.group.is_past() && !inner_past);
        return splits.then(|| view.before_comma(before));
    }
    let subject = source::before(view, &later.group, complement.first)?;
    let join = subject.first.checked_sub(1)?;
    let conjunction = view.tokens[join].upos == Upos::Cconj
        || view.tokens[join].word == view.lexicon.words.while_
        || view.word(join) == ";";
    let apart = view.word(join) == ";" || join > 0 && view.is_comma(join - 1);
    (conjunction && apart && says.is_some() && (matrix.group.is_past() || !complement.clausal))
        .then(|| view.before_comma(join))
}

/// The comma behind which the main clause of an opening participle begins: before the subject of its verb.
fn main_clause_comma(view: &SentenceView, matrix: &Candidate, to: usize) -> Option<usize> {
    view.phrases.verbs(Tokens::new(matrix.cue.end, to)).filter(|group| group.is_finite()).find_map(|group| {
        let subject = source::before(view, &group, matrix.cue.end)?;
        let comma = subject.first.checked_sub(1)?;
        // The subject of the content's own verb follows the cue, not a comma.
        (view.follows_comma(subject.first) && comma > matrix.cue.end).then_some(comma)
    })
}

/// The end of an act's object before `, and` with a clause of its own.
fn new_clause(view: &SentenceView, group: &VerbGroup, from: usize) -> Option<usize> {
    if !group.is_finite() {
        return None;
    }
    let subject = source::before(view, group, from)?;
    let join = subject.first.checked_sub(1).filter(|&join| join > from)?;
    let conjunction =
        view.tokens[join].upos == Upos::Cconj || view.tokens[join].word == view.lexicon.words.while_;
    (conjunction && view.is_comma(join - 1)).then_some(join - 1)
}

/// The token behind the quotation that opens at `first`.
pub(super) fn quotation_end(view: &SentenceView, first: usize) -> usize {
    let quotation = view.quoted_by(first);
    (first..view.end()).find(|&at| view.quoted_by(at) != quotation).unwrap_or(view.end())
}
