//! The stances of a statement: each predicate in its words that carries an expression gives one.

use crate::attribution::Attributed;
use crate::expression;
use crate::mention::Resolver;
use crate::parse::SentenceView;
use crate::stance::predicate::Predicate;
use crate::stance::{Stance, clause, complement, context, effect};
use crate::syntax::Tokens;

/// Whether a word stands in a statement that an expression can be found by.
pub(super) fn has_stance_word(view: &SentenceView, attributed: &Attributed) -> bool {
    let stances = &view.lexicon.stances;
    let found = |at: usize| {
        let token = &view.tokens[at];
        stances.opens(token.word) || stances.opens(token.lemma)
    };
    regions(view, attributed).iter().any(|region| (region.first..region.end).any(found))
}

/// The stances that a statement's own words express, in order.
pub(super) fn stances(view: &SentenceView, resolver: &Resolver, attributed: &Attributed) -> Vec<Stance> {
    let mut stances: Vec<Stance> = Vec::new();
    if attributed.content.iter().any(|&piece| context::is_question(view, piece)) {
        return stances;
    }
    let mut covered = 0;
    let pieces = regions(view, attributed);
    for (number, &region) in pieces.iter().enumerate() {
        for group in view.phrases.verbs(region) {
            if group.head < covered {
                continue;
            }
            let Some(expression) = expression::of(view, &group, region.end) else { continue };
            // `for a vote to be fair`: what has to be so is not said to be so.
            if expression.entry.evaluates && group.infinitive && group.copula {
                continue;
            }
            let Some(effect) = effect::of(view, &expression) else {
                // A blocker leaves what it introduces to the words inside; a negated request says nothing at all.
                if expression.entry.effect.is_some() {
                    covered = complement::of(view, &expression, region.end).end;
                }
                continue;
            };
            let root = clause::root(view, &expression);
            if !context::is_asserted(view, root, region) {
                continue;
            }
            // `The Peruvian side, he said, values …`: the subject stands in the piece before.
            let content = pieces[..number].iter().rfind(|piece| attributed.content.contains(piece));
            let before = content.copied().filter(|_| group.tokens.first == region.first);
            let predicate =
                Predicate::new(view, resolver, attributed, expression, &group, root, region, before);
            if predicate.is_of_thing() {
                continue;
            }
            let found = predicate.stances(effect, stances.last());
            if !found.is_empty() {
                covered = predicate.complement.end.max(predicate.expression.tokens.end);
                stances.extend(found);
            }
        }
    }
    stances
}

/// Where a statement's stances may stand: the first piece of content with the cue before it, each further piece, and a cue
/// behind content (`The move was welcomed by Peru`).
fn regions(view: &SentenceView, attributed: &Attributed) -> Vec<Tokens> {
    let mut regions: Vec<Tokens> = attributed.content.clone();
    if let (Some(&cue), Some(first)) = (attributed.cue.first(), regions.first_mut()) {
        if cue.end <= first.first {
            // `to convey the commitment to`: with the particle before the cue.
            first.first =
                view.phrases.verb_at(cue.first).map_or(cue.first, |group| group.tokens.first.min(cue.first));
        } else {
            let passive = view.phrases.verb_at(cue.end - 1).is_some_and(|group| group.passive);
            let next = attributed.content.iter().map(|piece| piece.first).find(|&first| first >= cue.end);
            let end = if passive { next.unwrap_or(view.end()) } else { cue.end };
            regions.push(Tokens::new(cue.first, end));
            regions.sort_by_key(|region| region.first);
        }
    }
    regions
}
