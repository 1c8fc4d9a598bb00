//! The complement: the stretch behind an expression in which its arguments lie.

use crate::dependency::Deprel;
use crate::expression::{self, Expression};
use crate::lexicon::vocabulary::{Feature, VerbForm};
use crate::lexicon::word_class::WordClass;
use crate::parse::{SentenceView, Tree};
use crate::syntax::{Tokens, VerbGroup};
use crate::tag::Upos;

/// What follows an expression that hangs by `root`, not past `to`: up to the next predicate of the same subject, the next
/// clause, or an aside.
pub(super) fn of(view: &SentenceView, expression: &Expression, root: usize, to: usize) -> Tokens {
    let from = expression.tokens.end;
    let by_tree = view.tree.map(|tree| by_tree(view, tree, expression, root, to));
    by_tree.filter(|range| !range.is_empty()).unwrap_or_else(|| by_phrases(view, &expression.group, from, to))
}

/// By the tree: all that hangs on the words of the expression, but for what is coordinated with it and clauses of
/// circumstance.
fn by_tree(view: &SentenceView, tree: &Tree, expression: &Expression, root: usize, to: usize) -> Tokens {
    let from = expression.tokens.end;
    let predicates: Vec<usize> = tree
        .dependents(root)
        .filter(|&at| at >= from && tree.deprel(at) == Deprel::CONJ)
        .filter(|&at| is_predicate(view, expression, at, root, to))
        .collect();
    let mut end = if root >= from { root + 1 } else { from };
    let within = (expression.tokens.first..from).chain((root >= from).then_some(root));
    for word in within {
        let dependents = tree.dependents(word).filter(|dependent| *dependent >= from);
        let inside = dependents.filter(|dependent| !predicates.contains(dependent));
        for dependent in inside.filter(|&dependent| !is_beside(view, tree, dependent, root < from)) {
            end = end.max(tree.extent(dependent).end);
        }
    }
    // What is coordinated with the expression begins behind its complement.
    let Some(&joined) = predicates.iter().find(|&&at| at > root) else {
        return Tokens::new(from, end.min(to));
    };
    // `hopes and believes that A will act`: both have the same complement.
    let next = view.phrases.verb_at(joined).map_or(joined + 1, |group| group.tokens.end);
    if root < from && tree.extent(joined).first == from && next < to {
        return Tokens::new(next, tree.extent(joined).end.min(to));
    }
    Tokens::new(from, end.min(tree.extent(joined).first.max(from)).min(to))
}

/// Whether a dependent of the expression is no part of what the stance is toward; `lexical` where its own verb is, and no
/// bare modal.
fn is_beside(view: &SentenceView, tree: &Tree, dependent: usize, lexical: bool) -> bool {
    let aside = || view.is_behind_comma(tree.extent(dependent).first);
    match tree.deprel(dependent) {
        Deprel::CC | Deprel::PUNCT | Deprel::PARATAXIS => true,
        Deprel::ADVCL => {
            let mark = tree.dependent(dependent, &[Deprel::MARK]);
            let subordinate = mark.is_some_and(|mark| view.tokens[mark].feature == Feature::Subordinating);
            aside() || lexical && subordinate
        }
        Deprel::OBL => {
            let case = tree.dependent(dependent, &[Deprel::CASE]).unwrap_or(dependent);
            aside() || lexical && view.is_of(case, WordClass::Circumstance)
        }
        _ => false,
    }
}

/// Whether what is coordinated with the expression is a predicate of its own: a verb of its form and, behind a bare modal,
/// one that carries an expression or has an auxiliary.
fn is_predicate(view: &SentenceView, expression: &Expression, at: usize, root: usize, to: usize) -> bool {
    let copula = view.tree.and_then(|tree| tree.dependent(at, &[Deprel::COP]));
    let group = view.phrases.verb_at(copula.unwrap_or(at));
    let gerund = group.is_some_and(|group| group.is_gerund());
    let noun = copula.is_none() && view.phrases.noun_at(at).is_some();
    if noun || gerund != expression.group.is_gerund() {
        return false;
    }
    let modal = root >= expression.tokens.end;
    let carries = |group: VerbGroup| {
        group.modal
            || group.auxiliary
            || expression::of(view, &group, to).is_some_and(|inner| inner.entry.effect.is_some())
    };
    !modal || group.is_none_or(carries)
}

/// By phrases alone.
fn by_phrases(view: &SentenceView, group: &VerbGroup, from: usize, to: usize) -> Tokens {
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
