//! The clause of an expression in the tree: which word it hangs on, and who its subject is.

use crate::dependency::Deprel;
use crate::expression::Expression;
use crate::lexicon::stance::Frame;
use crate::lexicon::vocabulary::{Feature, VerbForm};
use crate::parse::{SentenceView, Tree};
use crate::syntax::Tokens;

/// Heads that are followed up to a subject.
const STEPS: usize = 8;

/// Relations of subjects.
const SUBJECTS: [Deprel; 5] =
    [Deprel::NSUBJ, Deprel::NSUBJ_PASS, Deprel::CSUBJ, Deprel::CSUBJ_PASS, Deprel::NSUBJ_OUTER];

/// Relations of what hangs on a noun and stands before it without being part of its phrase.
const FOREIGN: [Deprel; 9] = [
    Deprel::ADVCL,
    Deprel::CCOMP,
    Deprel::ACL,
    Deprel::ACL_RELCL,
    Deprel::MARK,
    Deprel::COP,
    Deprel::AUX,
    Deprel::NMOD,
    Deprel::OBL,
];

/// The word that the expression hangs by: its main verb, or what is said with its copula.
pub(super) fn root(view: &SentenceView, expression: &Expression) -> usize {
    let Some(tree) = view.tree else { return expression.group.head };
    let found = expression.found.tokens;
    let from = found.first.min(expression.group.head);
    let end = found.end.max(expression.group.head + 1);
    let top = tree.top(Tokens::new(from, end)).unwrap_or(expression.group.head);
    // `should be an agreement`: all of it hangs on the noun.
    match tree.head(top) {
        Some(head) if [Deprel::AUX, Deprel::AUX_PASS, Deprel::COP].contains(&tree.deprel(top)) => head,
        _ => top,
    }
}

/// The subject of the clause of `root`, not left of `from`: its own, the one that it shares with the clause it hangs on, or
/// the noun that it hangs on.
pub(super) fn subject(view: &SentenceView, tree: &Tree, root: usize, from: usize) -> Option<Tokens> {
    let mut at = root;
    for _ in 0..STEPS {
        if let Some(subject) = tree.dependent(at, &SUBJECTS) {
            let feature = view.tokens[subject].feature;
            let relative = feature == Feature::Relative
                || feature == Feature::That && tree.deprel(at) == Deprel::ACL_RELCL;
            if relative {
                return antecedent(view, tree, at, subject);
            }
            return phrase(view, tree, subject, root).filter(|_| subject >= from);
        }
        let head = tree.head(at)?;
        at = match tree.deprel(at) {
            Deprel::CONJ | Deprel::ADVCL => head,
            Deprel::XCOMP => {
                // `urged A to support B`: A is to.
                let object = tree.dependent(head, &[Deprel::OBJ, Deprel::IOBJ]);
                if let Some(object) = object.filter(|_| asks(view, head)) {
                    return phrase(view, tree, object, root).filter(|_| object >= from && object < at);
                }
                head
            }
            Deprel::ACL if view.tokens[at].form.has(VerbForm::GERUND) => {
                return phrase(view, tree, head, root).filter(|_| head >= from);
            }
            _ => return None,
        };
    }
    None
}

/// Whether a verb wants its object to do something.
fn asks(view: &SentenceView, verb: usize) -> bool {
    let mut entries = view.lexicon.stances.by_first(view.tokens[verb].lemma);
    entries.any(|entry| entry.frames.contains(&Frame::ObjectInfinitive))
}

/// Who does what a passive says (`was condemned by A`).
pub(super) fn agent(view: &SentenceView, tree: &Tree, root: usize) -> Option<Tokens> {
    let by = view.lexicon.words.by;
    let agent = tree.dependents(root).find(|&at| {
        [Deprel::OBL_AGENT, Deprel::OBL].contains(&tree.deprel(at)) && view.has_case(tree, at, by)
    })?;
    let whole = phrase(view, tree, agent, agent)?;
    let by = (whole.first..agent).find(|&at| view.tokens[at].word == by)?;
    // Up to an apposition or what hangs on the verb.
    let noun = view.phrases.noun_at(agent)?;
    let end = (noun.end..whole.end).find(|&at| {
        let joined =
            view.tokens[at].word == view.lexicon.words.and || view.tokens[at].word == view.lexicon.words.of;
        !joined && view.phrases.noun_at(at).is_none()
    });
    Some(Tokens::new(by + 1, end.unwrap_or(whole.end)))
}

/// What a relative pronoun stands for: the noun that its clause hangs on or, where it hangs on a verb, the one before it.
pub(super) fn antecedent(view: &SentenceView, tree: &Tree, clause: usize, pronoun: usize) -> Option<Tokens> {
    let before = pronoun.checked_sub(1)?;
    let before = if view.is_comma(before) { before.checked_sub(1)? } else { before };
    let noun = match tree.head(clause) {
        Some(head) if head < pronoun && tree.deprel(clause) == Deprel::ACL_RELCL => head,
        _ => before,
    };
    let noun = if view.phrases.noun_at(noun).is_some() { noun } else { before };
    view.phrases.noun_at(noun)?;
    phrase(view, tree, noun, pronoun)
}

/// A noun with what hangs on it, up to `before` and without the clauses at its end; none where it is all marks.
fn phrase(view: &SentenceView, tree: &Tree, noun: usize, before: usize) -> Option<Tokens> {
    let extent = tree.extent(noun);
    // Only what can stand in a noun phrase before its noun.
    let outside = tree.dependents(noun).take_while(|&dependent| dependent < noun);
    let outside = outside.filter(|&dependent| {
        let relation = tree.deprel(dependent);
        FOREIGN.contains(&relation) || SUBJECTS.contains(&relation)
    });
    let first = outside.map(|dependent| tree.extent(dependent).end).max().unwrap_or(extent.first);
    let mut end = extent.end.min(if noun < before { before } else { extent.end });
    for dependent in tree.dependents(noun).filter(|&dependent| dependent > noun) {
        let relation = tree.deprel(dependent);
        if relation == Deprel::ACL_RELCL && view.is_behind_comma(tree.extent(dependent).first)
            || relation == Deprel::PARATAXIS
        {
            end = end.min(tree.extent(dependent).first);
        }
    }
    let range = view.trim(Tokens::new(first.min(noun), end.max(noun + 1)));
    (!range.is_empty()).then_some(range)
}
