//! Expressions: which verb groups carry an entry of the stance lexicon.
//!
//! Input: a sentence with phrases. Output: for a verb group the longest pattern that fits there. Attribution asks, since
//! a bare predicate that is itself an act attributes; stance asks again for what the expression does.

mod pattern;

pub(crate) use pattern::Found;

use crate::lexicon::stance::{Class, StanceEntry};
use crate::lexicon::vocabulary::Feature;
use crate::parse::SentenceView;
use crate::syntax::{Tokens, VerbGroup};

/// An expression with the verb group that carries it.
pub(crate) struct Expression<'l> {
    pub entry: &'l StanceEntry,
    pub found: Found,
    /// From the first auxiliary to the end of the pattern.
    pub tokens: Tokens,
    pub group: VerbGroup,
}

/// The expression that a verb group carries: the longest pattern of the lexicon that fits.
pub(crate) fn of<'l>(view: &SentenceView<'l>, group: &VerbGroup, to: usize) -> Option<Expression<'l>> {
    let lexicon = view.lexicon;
    let mut group = *group;
    let first = group.tokens.first;
    // `will continue to support`, `continues to support`: the verb inside decides.
    if let Some(inner) =
        view.phrases.verb_at(group.tokens.end).filter(|inner| inner.infinitive && is_light(view, &group))
    {
        group.head = inner.head;
        group.tokens.end = inner.tokens.end;
        group.negated |= inner.negated;
    }
    let mut best: Option<(&StanceEntry, Found)> = None;
    let mut keep = |entry: &'l StanceEntry, at: usize| {
        if entry.modal {
            return;
        }
        if let Some(found) = pattern::find(lexicon, view.tokens, &entry.pattern, at, to)
            && best.is_none_or(|(_, old)| found.tokens.end > old.tokens.end)
        {
            best = Some((entry, found));
        }
    };
    let head = &view.tokens[group.head];
    for entry in lexicon.stances.by_first(head.lemma) {
        keep(entry, group.head);
    }
    for class in [Class::Support, Class::Say, Class::Be, Class::Not] {
        for at in group.tokens.first..group.tokens.end {
            if pattern::is_of(lexicon, &view.tokens[at], class) {
                for ahead in at + 1..(at + 9).min(to) {
                    let token = &view.tokens[ahead];
                    for word in [token.word, token.lemma] {
                        for entry in lexicon.stances.by_class(class, word) {
                            keep(entry, at);
                        }
                        if token.word == token.lemma {
                            break;
                        }
                    }
                }
            }
        }
    }
    let (entry, found) = match best {
        Some(best) => best,
        None => modal_expression(view, &group)?,
    };
    let from =
        if group.infinitive { (first + 1).min(found.tokens.first) } else { first.min(found.tokens.first) };
    let end = if entry.modal {
        found.tokens.end
    } else {
        found.tokens.end.max(if found.tokens.holds(group.head) { group.tokens.end } else { 0 })
    };
    Some(Expression { entry, found, tokens: Tokens::new(from, end), group })
}

/// A modal that is itself the expression, where no stance verb stands inside it.
fn modal_expression<'l>(view: &SentenceView<'l>, group: &VerbGroup) -> Option<(&'l StanceEntry, Found)> {
    let place = (group.tokens.first..group.tokens.end)
        .find(|&at| view.tokens[at].feature == Feature::Modal || at == group.head && !group.copula)?;
    let entries = view.lexicon.stances.by_first(view.tokens[place].lemma);
    entries.filter(|entry| entry.modal).find_map(|entry| {
        Some((entry, pattern::find(view.lexicon, view.tokens, &entry.pattern, place, view.end())?))
    })
}

/// Verbs that leave the act to the infinitive behind them.
fn is_light(view: &SentenceView, group: &VerbGroup) -> bool {
    !group.copula
        && matches!(
            view.word(group.head),
            "continue" | "continues" | "continued" | "continuing" | "began" | "started"
        )
}
