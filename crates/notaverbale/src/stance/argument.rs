//! Where in the sentence an argument of an expression stands: what its entry calls an object, a clause, what is behind a
//! preposition.

use crate::dependency::Deprel;
use crate::lexicon::stance::{Item, Slot};
use crate::lexicon::vocabulary::{Feature, WordId};
use crate::parse::{SentenceView, Tree};
use crate::stance::predicate::Predicate;
use crate::syntax::Tokens;
use crate::tag::Upos;

/// Words behind an expression among which a preposition is looked for, whatever it hangs on.
pub(super) const FAR: usize = 25;
/// The same of a preposition right behind the expression.
pub(super) const NEAR: usize = 2;

impl Predicate<'_> {
    /// The first of `slots` that the sentence fills; a preposition counts that the tree hangs elsewhere if it stands among
    /// `reach` words behind the expression.
    pub fn fill(&self, slots: &[Slot], reach: usize) -> Option<Tokens> {
        slots.iter().find_map(|slot| {
            let range = match slot {
                Slot::Object if self.expression.noun.is_some() => self.behind_own(reach)?,
                Slot::Subject => self.subject?,
                Slot::Inside => self.expression.found.inside?,
                Slot::Object if self.passive => self.subject?,
                Slot::Object => self.direct_object(),
                Slot::Clause => self.clause()?,
                Slot::Rest => without_complementizer(self.view, self.complement),
                Slot::Preposition(word) => self.behind(*word, reach)?,
            };
            let range = self.view.trim(range);
            (!range.is_empty()).then_some(range)
        })
    }

    /// All that follows, but for somebody to whom it is given (`promised Kenya a hospital`).
    fn direct_object(&self) -> Tokens {
        let rest = without_complementizer(self.view, self.complement);
        let given = self.view.tree.and_then(|tree| {
            let given = tree.dependent(self.root, &[Deprel::IOBJ]).filter(|&given| rest.holds(given))?;
            let object = tree.dependent(self.root, &[Deprel::OBJ])?;
            (given < object).then(|| tree.extent(object).first)
        });
        given.map_or(rest, |first| Tokens::new(first.max(rest.first), rest.end))
    }

    /// The clause, with or without `that`, and behind somebody who is told it (`warned Kenya that the loan would end`).
    fn clause(&self) -> Option<Tokens> {
        let (view, complement) = (self.view, self.complement);
        let that = (complement.first..complement.end).find(|&at| view.tokens[at].feature == Feature::That);
        let Some(tree) = view.tree else {
            return that.map(|that| Tokens::new(that + 1, complement.end));
        };
        let noun = self.expression.noun.map_or(self.expression.found.tokens.end, |noun| noun.end) - 1;
        let clauses = [Deprel::CCOMP, Deprel::ACL, Deprel::CSUBJ, Deprel::PARATAXIS];
        let clause = [self.root, noun].into_iter().flat_map(|head| tree.dependents(head)).find(|&at| {
            complement.holds(at)
                && clauses.contains(&tree.deprel(at))
                && view.phrases.verb_at(at).is_none_or(|group| group.is_finite())
        });
        let first = clause.map(|clause| tree.extent(clause).first);
        let first = first.filter(|&first| first >= complement.first).or(that)?;
        Some(without_complementizer(view, Tokens::new(first, complement.end)))
    }

    /// What stands behind the preposition that the expression ends with, where its noun stands apart.
    fn behind_own(&self, reach: usize) -> Option<Tokens> {
        let Some(Item::Words { any, .. }) = self.expression.entry.pattern.get(3) else { return None };
        any.iter().find_map(|&word| self.behind(word, reach))
    }

    /// What stands behind a preposition that belongs to the expression or to its object.
    fn behind(&self, preposition: WordId, reach: usize) -> Option<Tokens> {
        let (view, complement) = (self.view, self.complement);
        if let Some(tree) = view.tree
            && let Some(found) = self.hanging(tree, preposition)
        {
            return Some(found);
        }
        let at = (complement.first..complement.end.min(complement.first + reach)).find(|&at| {
            view.tokens[at].word == preposition
                && !view.phrases.verb_at(at).is_some_and(|group| group.infinitive)
        })?;
        Some(Tokens::new(at + 1, complement.end))
    }

    /// The same by the tree.
    fn hanging(&self, tree: &Tree, preposition: WordId) -> Option<Tokens> {
        let view = self.view;
        let complement = self.complement;
        let found = self.expression.found.tokens;
        // `is grateful to the mediators for their patience`: on whom it is given to, as the tree may have it.
        let to = view.lexicon.words.to;
        let objects = tree.dependents(self.root).filter(|&at| {
            complement.holds(at)
                && (tree.deprel(at) == Deprel::OBJ
                    || tree.deprel(at) == Deprel::OBL && view.has_case(tree, at, to))
        });
        let noun = self.expression.noun.map(|noun| noun.end - 1);
        let heads = (found.first..found.end).chain([self.root]).chain(objects).chain(noun);
        // What hangs on a noun apart from its verb may stand before the verb.
        let apart = self.expression.noun.is_some();
        let within = |at: &usize| apart || complement.holds(*at);
        let candidates = heads.flat_map(|head| tree.dependents(head)).filter(within);
        candidates
            .filter_map(|at| {
                let marks = tree.dependents(at).take_while(|&mark| mark < at);
                let case = marks.filter(|&mark| view.tokens[mark].word == preposition).find(|&mark| {
                    (apart || mark >= complement.first)
                        && [Deprel::CASE, Deprel::MARK].contains(&tree.deprel(mark))
                })?;
                let end = if apart { tree.extent(at).end } else { complement.end };
                Some(Tokens::new(case + 1, end))
            })
            .filter(|range| !view.phrases.verb_at(range.first - 1).is_some_and(|group| group.infinitive))
            .min_by_key(|range| range.first)
    }
}

/// The phrase or clause that a stretch begins with.
pub(super) fn first_phrase(tree: &Tree, range: Tokens) -> Tokens {
    let inside = |head: &usize| range.holds(*head);
    let top = std::iter::successors(Some(range.first), |&at| tree.head(at).filter(inside)).last();
    let end = top.map_or(range.end, |top| tree.extent(top).end);
    Tokens::new(range.first, end.max(range.first + 1).min(range.end).max(range.first))
}

/// A stretch without `that`, `to` or the marks before it.
pub(super) fn without_complementizer(view: &SentenceView, mut range: Tokens) -> Tokens {
    while let Some(token) = view.tokens.get(range.first).filter(|_| !range.is_empty()) {
        let complementizer =
            token.feature == Feature::That || token.upos == Upos::Part && token.word == view.lexicon.words.to;
        if !complementizer && !token.is_mark() {
            break;
        }
        range.first += 1;
    }
    range
}
