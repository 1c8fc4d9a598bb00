//! Where an expression says nothing of its holder: in a question, a condition, a clause about what is asked.

use crate::attribution::Attributed;
use crate::dependency::Deprel;
use crate::lexicon::word_class::WordClass;
use crate::parse::{SentenceView, Tree};
use crate::syntax::Tokens;

/// Clauses above an expression that are looked at.
const STEPS: usize = 8;

/// Whether the expression that hangs by `root` is asserted where it stands in `region`.
pub(super) fn is_asserted(view: &SentenceView, root: usize, region: Tokens) -> bool {
    let Some(tree) = view.tree else { return true };
    let above = std::iter::successors(Some(root), |&at| tree.head(at)).take(STEPS);
    above.take_while(|&at| region.holds(at)).all(|at| !is_supposed(view, tree, at))
}

/// Whether a piece of a statement ends with a question mark.
pub(super) fn is_question(view: &SentenceView, attributed: &Attributed) -> bool {
    attributed.content.iter().any(|piece| {
        let mut marks = view.tokens[piece.end..].iter().take(2).take_while(|token| token.is_mark());
        marks.any(|token| token.span.text(view.text).contains('?'))
    })
}

/// Whether the clause of `at` is a condition or an indirect question.
fn is_supposed(view: &SentenceView, tree: &Tree, at: usize) -> bool {
    let first = tree.extent(at).first;
    let condition = || {
        let mut marks = tree.dependents(at).filter(|&mark| tree.deprel(mark) == Deprel::MARK);
        marks.any(|mark| view.is_of(mark, WordClass::Condition))
    };
    match tree.deprel(at) {
        Deprel::ADVCL => condition(),
        Deprel::CCOMP | Deprel::CSUBJ | Deprel::XCOMP => {
            condition() || view.is_of(first, WordClass::Question)
        }
        _ => false,
    }
}
