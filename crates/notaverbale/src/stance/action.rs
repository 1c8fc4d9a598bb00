//! What is to be done, and what is to stop: the actions in the target of a request, a commitment or an agreement.
//!
//! A stopping word (`end`, `refrain from`, `the lifting of`) makes a stance against its object; `to cease A and resolve B`
//! are two stances.

use crate::dependency::Deprel;
use crate::lexicon::vocabulary::{Feature, VerbForm};
use crate::lexicon::word_class::WordClass;
use crate::parse::{SentenceView, Tree};
use crate::syntax::{Tokens, VerbGroup};
use crate::tag::Upos;

/// A part of a target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Action {
    pub target: Tokens,
    /// Whether it is to stop.
    pub stops: bool,
    /// Whether it is not to be done (`not to V`).
    pub negated: bool,
}

impl Action {
    const fn wanted(target: Tokens) -> Self {
        Self { target, stops: false, negated: false }
    }
}

/// The actions of a target, in order; neighbours that are wanted are one. Never empty.
pub(super) fn of(view: &SentenceView, target: Tokens) -> Vec<Action> {
    let verbs = match view.tree {
        Some(tree) => verbs_by_tree(view, tree, target),
        None => verbs_by_phrases(view, target),
    };
    if verbs.is_empty() {
        let stopped = stopped_by_noun(view, target);
        return vec![stopped.map_or(Action::wanted(target), |target| Action {
            target,
            stops: true,
            negated: false,
        })];
    }
    let mut actions: Vec<Action> = Vec::new();
    let mut open = false;
    for (number, verb) in verbs.iter().enumerate() {
        let end = verbs.get(number + 1).map_or(target.end, |next| view.before_comma(joint(view, next)));
        let start = if number == 0 { target.first } else { verb.tokens.first };
        let negated = is_negated(view, verb);
        let stopped = if negated { None } else { stopped(view, verb, Tokens::new(start, end)) };
        let action = match stopped {
            Some(target) => Action { target, stops: true, negated: false },
            None if negated => Action { target: Tokens::new(verb.head, end), stops: false, negated },
            None => Action::wanted(Tokens::new(start, end)),
        };
        let wanted = !action.stops && !action.negated;
        match actions.last_mut().filter(|_| open && wanted) {
            Some(last) => last.target.end = end,
            None => actions.push(action),
        }
        open = wanted;
    }
    for action in &mut actions {
        action.target = view.trim(action.target);
    }
    actions.retain(|action| !action.target.is_empty());
    if actions.is_empty() { vec![Action::wanted(target)] } else { actions }
}

/// Where a coordinated verb's own words begin: at the conjunction before it, if there is one.
fn joint(view: &SentenceView, verb: &VerbGroup) -> usize {
    let before = verb.tokens.first.saturating_sub(1);
    if view.tokens[before].upos == Upos::Cconj { before } else { verb.tokens.first }
}

/// The verbs that say what is to be done: the one that the target hangs by and what is coordinated with it.
fn verbs_by_tree(view: &SentenceView, tree: &Tree, target: Tokens) -> Vec<VerbGroup> {
    let tops = (target.first..target.end).filter(|&at| !tree.head(at).is_some_and(|head| target.holds(head)));
    // An auxiliary may stand before the target (`will [withdraw]`).
    let verb = |at: usize| {
        let group = view.phrases.verb_at(at).filter(|group| group.head == at)?;
        let tokens = Tokens::new(group.tokens.first.max(target.first), group.tokens.end);
        Some(VerbGroup { tokens, ..group })
    };
    // Of `A to release B` the verb; a noun that stands alone has none.
    let Some(top) = tops.into_iter().find(|&at| verb(at).is_some()) else { return Vec::new() };
    let joined = tree.dependents(top).filter(|&at| tree.deprel(at) == Deprel::CONJ);
    std::iter::once(top).chain(joined).filter_map(verb).collect()
}

/// Without a tree, the first verb that is no finite one.
fn verbs_by_phrases(view: &SentenceView, target: Tokens) -> Vec<VerbGroup> {
    let action = |group: &VerbGroup| {
        group.infinitive || group.form == VerbForm::BASE || group.form == VerbForm::GERUND
    };
    view.phrases.verbs(target).find(action).into_iter().collect()
}

/// Whether a verb is not to be done.
fn is_negated(view: &SentenceView, verb: &VerbGroup) -> bool {
    let before = verb.tokens.first.checked_sub(1);
    verb.negated || before.is_some_and(|before| view.tokens[before].feature == Feature::Negation)
}

/// What a verb of stopping stops, within its part of the target: its object or, where it has none or is passive, its subject.
fn stopped(view: &SentenceView, verb: &VerbGroup, part: Tokens) -> Option<Tokens> {
    let mut verb = *verb;
    // `help to end`, `work towards stopping`: the verb inside decides.
    let inside = |end: usize| {
        let preposition = usize::from(view.tokens.get(end).is_some_and(|token| token.upos == Upos::Adp));
        view.phrases.verb_at(end + preposition).filter(|inner| inner.infinitive || inner.is_gerund())
    };
    while [WordClass::LightVerb, WordClass::Effort].iter().any(|&class| view.is_of(verb.head, class))
        && let Some(inner) = inside(verb.tokens.end)
    {
        verb = inner;
    }
    let preposition = *view.lexicon.stances.desist.get(&view.tokens[verb.head].lemma)?;
    // `withdraw from the town` stops nothing.
    let next = view.tokens.get(verb.tokens.end).filter(|next| next.upos == Upos::Adp);
    if next.is_some_and(|next| preposition != Some(next.word)) && !verb.passive {
        return None;
    }
    let object = view.trim(Tokens::new(behind_prepositions(view, verb.tokens.end, part.end), part.end));
    let subject = Tokens::new(part.first, verb.tokens.first);
    let range = if verb.passive || object.is_empty() { subject } else { object };
    let range = view.trim(range);
    (!range.is_empty()).then_some(range)
}

/// What a noun of stopping stops (`an end to the violence`).
fn stopped_by_noun(view: &SentenceView, target: Tokens) -> Option<Tokens> {
    let desist = &view.lexicon.stances.desist;
    let noun = (target.first..target.end.min(target.first + 4)).find(|&at| {
        let token = &view.tokens[at];
        let stops = desist.contains_key(&token.word) || desist.contains_key(&token.lemma);
        let opens = view.tokens.get(at + 1).is_some_and(|next| {
            next.upos == Upos::Adp && matches!(view.word(at + 1), "to" | "of" | "in" | "on" | "against")
        });
        stops && (opens || token.upos == Upos::Verb)
    })?;
    let rest = view.trim(Tokens::new(behind_prepositions(view, noun + 1, target.end), target.end));
    (!rest.is_empty()).then_some(rest)
}

/// The token behind the prepositions at `at`.
fn behind_prepositions(view: &SentenceView, at: usize, end: usize) -> usize {
    let joins = |at: &usize| view.tokens[*at].upos == Upos::Adp || view.tokens[*at].is_mark();
    at + (at..end).take_while(joins).count()
}
