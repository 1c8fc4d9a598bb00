//! The stances of a statement: each predicate in its words that carries an expression gives one.

use crate::attribution::{self, Attributed};
use crate::expression;
use crate::lexicon::stance::Class;
use crate::mention::Resolver;
use crate::parse::SentenceView;
use crate::stance::predicate::Predicate;
use crate::stance::{Act, Stance, clause, complement, context, effect, holder};
use crate::syntax::{Tokens, VerbGroup};
use crate::tag::Upos;

/// Whether a statement may express a stance: whether its sentence is worth a tree.
pub(super) fn is_hopeful(view: &SentenceView, attributed: &Attributed) -> bool {
    if context::is_question(view, attributed) {
        return false;
    }
    let regions = regions(view, attributed);
    let worth = |&region: &Tokens| {
        let mut groups = view.phrases.verbs(region);
        groups.any(|group| carries(view, attributed, &group, region))
            || (region.first..region.end).any(|at| may_be_verb(view, at))
    };
    regions.iter().any(worth) || has_noun_apart(view, &regions)
}

/// Whether a verb group carries an expression; a modal that commits has to be the speaker's own.
fn carries(view: &SentenceView, attributed: &Attributed, group: &VerbGroup, region: Tokens) -> bool {
    let Some(expression) = expression::of(view, group, region.end) else { return false };
    let Some(act) = expression.entry.effect.as_ref().map(|effect| effect.act) else { return false };
    let others = || {
        let subject = attribution::subject(view, group, region.first);
        subject.is_some_and(|subject| !holder::is_own_side(view, attributed, subject))
    };
    !(expression.entry.modal && act == Act::Commit && others())
}

/// Whether a word that is read as a noun may be a verb that carries an expression (`the harvest and hopes to`).
fn may_be_verb(view: &SentenceView, at: usize) -> bool {
    let token = &view.tokens[at];
    let verb = view.lexicon.vocabulary.word(token.word).verb;
    let verb = verb.filter(|_| matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj));
    let behind_article = at > 0 && view.tokens[at - 1].upos == Upos::Det;
    !behind_article && verb.is_some_and(|verb| view.lexicon.stances.by_first(verb.lemma).next().is_some())
}

/// Whether a verb that lends itself to nouns stands with one of them (`concern was voiced`).
fn has_noun_apart(view: &SentenceView, regions: &[Tokens]) -> bool {
    let stances = &view.lexicon.stances;
    let tokens = || regions.iter().flat_map(|region| region.of(view.tokens));
    tokens().any(|token| stances.is_of(Class::Support, token.lemma))
        && tokens().any(|token| stances.by_class(Class::Support, token.word).next().is_some())
}

/// The stances that a statement's own words express, in order.
pub(super) fn stances(view: &SentenceView, resolver: &Resolver, attributed: &Attributed) -> Vec<Stance> {
    let mut stances: Vec<Stance> = Vec::new();
    if context::is_question(view, attributed) {
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
            let root = clause::root(view, &expression);
            let Some(effect) = effect::of(view, &expression, root) else {
                // A blocker leaves what it introduces to the words inside; a negated request says nothing at all.
                if expression.entry.effect.is_some() {
                    covered = complement::of(view, &expression, root, region.end).end;
                }
                continue;
            };
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
