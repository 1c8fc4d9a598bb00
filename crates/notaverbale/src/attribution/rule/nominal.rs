//! Statements by a noun: `Peru's claim that …`, `his refusal to …`.
//!
//! Objects of such nouns (`his criticism of …`) are left out: most of them are topics, and precision fell where they
//! were in.

use crate::attribution::draft::{Draft, DraftSource, Pattern};
use crate::lexicon::cue::Frames;
use crate::lexicon::vocabulary::Feature;
use crate::parse::SentenceView;
use crate::syntax::Tokens;
use crate::tag::Upos;

/// The statements by nouns that stand in no other statement of the sentence.
pub(super) fn statements(view: &SentenceView, others: &[Draft]) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    let mut at = view.body;
    while at < view.end() {
        let cue = cue_at(view, at);
        at += 1;
        let Some((cue, frames)) = cue else { continue };
        let taken =
            |draft: &Draft| draft.content.iter().chain(&draft.cue).any(|piece| piece.holds(cue.first));
        if view.quoted_by(cue.first).is_some() || others.iter().chain(&found).any(taken) {
            continue;
        }
        let (Some(source), Some(content)) = (possessor(view, cue), complement(view, cue, frames)) else {
            continue;
        };
        at = content.end;
        found.push(Draft::new(Pattern::Nominal, DraftSource::Phrase(source), vec![cue], vec![content]));
    }
    found
}

/// The noun cue that ends at the end of its noun phrase.
fn cue_at(view: &SentenceView, at: usize) -> Option<(Tokens, Frames)> {
    let token = &view.tokens[at];
    if token.upos != Upos::Noun {
        return None;
    }
    let noun = view.phrases.noun_at(at)?;
    let (length, entry) = view.lexicon.cues.nouns.longest(view.tokens, at)?;
    (noun.end == at + length).then_some((Tokens::new(at, at + length), entry.frames))
}

/// Who owns the noun: `Peru's`, `his`.
fn possessor(view: &SentenceView, cue: Tokens) -> Option<Tokens> {
    let noun = view.phrases.noun_at(cue.first)?;
    let first = &view.tokens[noun.first];
    if first.upos == Upos::Pron && first.feature == Feature::Possessive {
        return Some(Tokens::new(noun.first, noun.first + 1));
    }
    let mark = (noun.first..cue.first).rev().find(|&at| {
        view.tokens[at].upos == Upos::Part && view.tokens[at].feature == Feature::Possessive
            || view.tokens[at].is_mark() && matches!(view.word(at), "'" | "’")
    })?;
    (mark > noun.first).then_some(Tokens::new(noun.first, mark))
}

/// What is claimed or refused.
fn complement(view: &SentenceView, cue: Tokens, frames: Frames) -> Option<Tokens> {
    let first = cue.end;
    let next = view.tokens.get(first)?;
    let end = clause_end(view, first);
    let infinitive = view.phrases.verb_at(first).is_some_and(|group| group.infinitive);
    let content = if next.feature == Feature::That && next.upos == Upos::Sconj {
        frames.has(Frames::THAT.union(Frames::CLAUSE)).then_some(Tokens::new(first, end))
    } else if infinitive {
        frames.has(Frames::INFINITIVE).then_some(Tokens::new(first, end))
    } else {
        None
    };
    content.map(|content| view.trim(content)).filter(|content| !content.is_empty())
}

/// The end of the clause that begins at `from`, where the noun it hangs on may be the subject of what follows: before
/// the second finite verb that no conjunction joins, or at a comma.
fn clause_end(view: &SentenceView, from: usize) -> usize {
    let own = view.tokens[from].feature == Feature::That;
    let mut finite = view
        .phrases
        .verbs(Tokens::new(from, view.end()))
        .filter(|group| group.is_finite() && !joined(view, group.tokens.first));
    let main = if own { finite.nth(1) } else { finite.next() };
    let end = main.map_or(view.end(), |group| group.tokens.first);
    (from..end).find(|&at| view.is_comma(at)).unwrap_or(end)
}

fn joined(view: &SentenceView, at: usize) -> bool {
    at > 0 && view.tokens[at - 1].upos == Upos::Cconj
}
