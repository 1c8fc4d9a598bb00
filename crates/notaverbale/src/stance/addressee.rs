//! The addressee: who is asked, promised, thanked or warned.

use crate::lexicon::vocabulary::Feature;
use crate::parse::{SentenceView, extend_right};
use crate::stance::target::without_complementizer;
use crate::syntax::Tokens;

/// The first noun phrase of a range, unless it is the subject of a clause (`warned that A would fail` warns nobody).
pub(super) fn first_phrase(view: &SentenceView, range: Tokens) -> Option<Tokens> {
    let noun = view.phrases.noun_at(range.first)?;
    let subject = view.phrases.verb_at(noun.end).is_some_and(|group| group.is_finite());
    (!subject).then_some(Tokens::new(range.first, noun.end.min(range.end)))
}

/// The noun phrase that a complement begins with, if it is the one who is to act (`A to release B`, `A will act`).
pub(super) fn actor(view: &SentenceView, complement: Tokens) -> Option<Tokens> {
    let range = without_complementizer(view, complement);
    let head = view.phrases.noun_at(range.first).filter(|noun| noun.first == range.first)?;
    let end = extend_right(view, head.end, range.end);
    let acts = view.phrases.verb_at(end).is_some_and(|group| group.infinitive || group.is_finite())
        || view.tokens.get(end).is_some_and(|token| token.feature == Feature::Negation);
    acts.then_some(Tokens::new(head.first, end))
}
