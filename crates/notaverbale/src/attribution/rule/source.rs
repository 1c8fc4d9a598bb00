//! The source: the noun phrase, whole, that names who.

use crate::lexicon::vocabulary::{Feature, VerbForm};
use crate::parse::{SentenceView, extend_right};
use crate::syntax::{Chunk, Tokens, VerbGroup};
use crate::tag::Upos;

/// The subject right before a verb group, with the phrases and appositions that hang on it, not left of `from`.
pub(crate) fn before(view: &SentenceView, group: &VerbGroup, from: usize) -> Option<Tokens> {
    let mut end = group.tokens.first;
    // `The Secretary, in turn, said`: a short aside between commas.
    let mut aside_end = None;
    if end > from && (view.is_comma(end - 1) || is_dash(view, end - 1)) {
        let mark = view.word(end - 1);
        let open = (from..end - 1).rev().take(24).find(|&at| view.word(at) == mark)?;
        let inside = Tokens::new(open + 1, end - 1);
        if inside.is_empty() || open == from {
            return None;
        }
        aside_end = Some(end - 1);
        end = open;
    }
    end = skip_times_back(view, end, from);
    let Chunk::Noun(head) = view.phrases.at(end.checked_sub(1)?)? else { return None };
    if head.first < from || head.end != end {
        return None;
    }
    let pronoun = view.tokens[head.first];
    if pronoun.feature == Feature::Relative || pronoun.feature == Feature::That {
        return antecedent(view, head.first, from);
    }
    if pronoun.upos == Upos::Pron && head.end - head.first == 1 {
        return Some(head);
    }
    let mut source = extend_left(view, head, from);
    if let Some(whole) = subject_of_relative(view, source, from) {
        source.first = whole.first;
    }
    if let Some(close) = aside_end {
        let inside = Tokens::new(end + 1, close);
        if is_apposition(view, inside) {
            source.end = close;
        }
    }
    Some(source)
}

fn is_dash(view: &SentenceView, at: usize) -> bool {
    matches!(view.word(at), "--" | "—" | "–" | "-" | "―")
}

/// The token behind the subject, where adverbs and times stand between it and its verb (`The minister on Monday said`).
fn skip_times_back(view: &SentenceView, mut end: usize, from: usize) -> usize {
    while end > from {
        match view.phrases.at(end - 1) {
            Some(Chunk::Time(time)) if time.first > from => {
                let preposition = view.tokens[time.first - 1].upos == Upos::Adp;
                end = if preposition { time.first - 1 } else { time.first };
            }
            _ if view.tokens[end - 1].upos == Upos::Adv => end -= 1,
            _ => break,
        }
    }
    end
}

/// The noun phrase that a relative pronoun at `at` stands for.
fn antecedent(view: &SentenceView, at: usize, from: usize) -> Option<Tokens> {
    let mut end = at;
    if end > from && view.is_comma(end - 1) {
        end -= 1;
    }
    let head = view.phrases.noun_at(end.checked_sub(1)?)?;
    (head.first >= from && head.end == end).then(|| extend_left(view, head, from))
}

/// Whether a group is a participle that hangs on the noun before it.
fn is_reduced(group: &VerbGroup) -> bool {
    !group.auxiliary
        && !group.modal
        && group.form.has(VerbForm::PARTICIPLE)
        && group.tokens.end == group.tokens.first + 1
}

/// The noun before a relative clause that ends in `object`: `politicians who govern the region` have the region as object.
fn subject_of_relative(view: &SentenceView, object: Tokens, from: usize) -> Option<Tokens> {
    let verb = view.phrases.verb_at(object.first.checked_sub(1).filter(|&at| at >= from)?)?;
    let pronoun = verb.tokens.first.checked_sub(1).filter(|&at| at > from)?;
    matches!(view.tokens[pronoun].feature, Feature::Relative)
        .then(|| antecedent(view, pronoun, from))
        .flatten()
}

/// Takes in what the head hangs on: `the spokesman for the ministry of X`, `A, B and C`.
fn extend_left(view: &SentenceView, head: Tokens, from: usize) -> Tokens {
    let words = &view.lexicon.words;
    let mut source = head;
    let mut listed = false;
    while source.first > from {
        let at = source.first - 1;
        let token = &view.tokens[at];
        let left = at.checked_sub(1).filter(|&left| left >= from).and_then(|left| view.phrases.at(left));
        let left_noun = match left {
            Some(Chunk::Noun(noun)) if noun.end == at && noun.first >= from => Some(noun),
            // `a note seen by Reuters`: the participle belongs to the noun before it.
            Some(Chunk::Verb(group)) if token.upos == Upos::Adp && is_reduced(&group) => group
                .tokens
                .first
                .checked_sub(1)
                .filter(|&before| before >= from)
                .and_then(|before| view.phrases.noun_at(before))
                .filter(|noun| noun.first >= from && noun.end == group.tokens.first),
            _ => None,
        };
        let Some(noun) = left_noun else { break };
        let joins = match token.upos {
            Upos::Adp => token.feature != Feature::Comparative && token.feature != Feature::Subordinating,
            Upos::Cconj if token.word == words.and => {
                listed = true;
                view.tokens[noun.first].upos != Upos::Pron || noun.end - noun.first > 1
            }
            Upos::Punct => listed && view.is_comma(at),
            _ => false,
        };
        if !joins || view.tokens[noun.first].upos == Upos::Pron && noun.end - noun.first == 1 {
            break;
        }
        source.first = noun.first;
    }
    source
}

/// The source behind an inverted cue (`…, said Lind, a spokesman for the army`), not past `to`.
pub(in crate::attribution) fn after(view: &SentenceView, at: usize, to: usize) -> Option<Tokens> {
    let head = view.phrases.noun_at(at)?;
    if head.first != at || head.first >= to {
        return None;
    }
    let mut source = Tokens::new(head.first, head.end.min(to));
    if view.tokens[head.first].upos == Upos::Pron && head.end - head.first == 1 {
        return Some(source);
    }
    source.end = extend_right(view, source.end, to);
    // `said a note seen by Reuters on Monday`
    if view.phrases.verb_at(source.end).is_some_and(|group| is_reduced(&group)) {
        source.end = (source.end..to)
            .take(30)
            .find(|&at| view.tokens[at].is_mark())
            .unwrap_or(to.min(source.end + 30));
    }
    if source.end < to && view.is_comma(source.end) {
        let next = (source.end + 1..to)
            .take(30)
            .find(|&at| view.is_comma(at) || view.is_quotation_mark(at))
            .unwrap_or(to);
        let inside = view.trim(Tokens::new(source.end + 1, next));
        if is_apposition(view, inside) {
            source.end = inside.end;
        }
    }
    Some(source)
}

/// Whether what stands between two commas names the same thing again: it begins as a noun phrase, without a verb that
/// makes it a clause.
fn is_apposition(view: &SentenceView, inside: Tokens) -> bool {
    if inside.is_empty() || inside.end - inside.first > 25 {
        return false;
    }
    let first = &view.tokens[inside.first];
    let noun = view.phrases.noun_at(inside.first).is_some() && first.upos != Upos::Pron;
    noun && !view.phrases.has_finite(inside)
}
