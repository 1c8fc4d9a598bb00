//! What an expression does: act, polarity and strength after negation, modals and modifiers.

use crate::attribution::Attributed;
use crate::dependency::Deprel;
use crate::expression::Expression;
use crate::lexicon::stance::{self as lexicon, Modifier};
use crate::lexicon::word_class::WordClass;
use crate::parse::SentenceView;
use crate::stance::{Act, Polarity, Strength, holder};
use crate::syntax::Tokens;

/// Words behind the verb of a bare modal that may strengthen it.
const MEASURES: usize = 4;

/// What an expression does where it stands.
pub(super) struct Effect {
    pub act: Act,
    pub polarity: Polarity,
    pub strength: Strength,
    pub negated: bool,
}

/// What an expression that hangs by `root` does, negated or not, by the guideline; `None` where it makes no row.
pub(super) fn of(view: &SentenceView, expression: &Expression, root: usize) -> Option<Effect> {
    let lexicon::Effect { act, polarity, strength } = *expression.entry.effect.as_ref()?;
    if is_negative(view, &expression.entry.pattern) {
        return Some(Effect { act, polarity, strength, negated: true });
    }
    if !is_negated(view, expression, root) {
        return Some(Effect { act, polarity, strength, negated: false });
    }
    Effect { act, polarity, strength, negated: false }.turned(expression)
}

impl Effect {
    /// What it does where it is negated; `None` where it makes no row.
    pub fn turned(&self, expression: &Expression) -> Option<Self> {
        let turned = match self.act {
            Act::Support | Act::Commit | Act::Agree => (Act::Oppose, Polarity::Against, Strength::Plain),
            Act::Oppose => (Act::Support, Polarity::Favor, Strength::Weak),
            Act::Praise => (Act::Criticize, Polarity::Against, Strength::Plain),
            Act::Request if expression.entry.modal => (Act::Request, Polarity::Against, self.strength),
            Act::Request | Act::Criticize | Act::Concern | Act::Warn => return None,
        };
        Some(Self { act: turned.0, polarity: turned.1, strength: turned.2, negated: true })
    }
}

/// Whether nobody is the subject (`no country should`, `neither side wants`).
pub(super) fn is_nobody(view: &SentenceView, subject: Tokens) -> bool {
    matches!(view.word(subject.first).to_ascii_lowercase().as_str(), "no" | "neither" | "nobody" | "none")
}

/// Whether a bare modal makes a stance: `will` of the speaker's own side commits, `should` and `must` of others ask.
pub(super) fn modal_applies(
    view: &SentenceView,
    attributed: &Attributed,
    expression: &Expression,
    subject: Option<Tokens>,
    effect: &mut Effect,
) -> bool {
    let own = match subject {
        Some(subject) => holder::is_own_side(view, attributed, subject),
        None => holder::is_coordinated(view, &expression.group),
    };
    match effect.act {
        Act::Request => {
            if own && effect.strength == Strength::Strong && subject.is_some() && !effect.negated {
                effect.act = Act::Commit;
            }
            subject.is_some()
        }
        _ => own && !expression.group.passive && !expression.group.copula,
    }
}

/// The strength after the modifiers of the expression: an intensifier makes it strong, a hedge weak.
pub(super) fn modified(
    view: &SentenceView,
    expression: &Expression,
    strength: Strength,
    negated: bool,
) -> Strength {
    // Behind a bare modal, what is done may say how much: `will take all necessary measures`.
    let ahead =
        if expression.entry.modal { expression.group.head + MEASURES } else { expression.tokens.end + 1 };
    let near = Tokens::new(expression.tokens.first, ahead.min(view.end()));
    let tokens = expression.tokens.of(view.tokens);
    let noun = expression.noun.map(|noun| modifiers(view, noun)).into_iter().flatten();
    let found: Vec<Modifier> = modifiers(view, near).chain(noun).map(|(_, modifier)| modifier).collect();
    let any = |modifier| found.contains(&modifier);
    let never =
        negated && tokens.iter().any(|token| token.span.text(view.text).eq_ignore_ascii_case("never"));
    if any(Modifier::Strong) || never {
        Strength::Strong
    } else if any(Modifier::Weak) {
        Strength::Weak
    } else {
        strength
    }
}

/// The modifiers in a stretch of tokens, each with its tokens; the longest at each place, and none inside another.
fn modifiers<'v>(view: &'v SentenceView, range: Tokens) -> impl Iterator<Item = (Tokens, Modifier)> + 'v {
    let mut next = range.first;
    (range.first..range.end).filter_map(move |at| {
        let (length, &modifier) =
            view.lexicon.stances.modifiers.longest(view.tokens, at).filter(|_| at >= next)?;
        next = at + length;
        Some((Tokens::new(at, at + length), modifier))
    })
}

/// Whether a negator stands in or right before the verb group, unless it belongs to a phrase that turns nothing (`not only
/// supports`).
fn is_negated(view: &SentenceView, expression: &Expression, root: usize) -> bool {
    let group = &expression.group;
    let near = Tokens::new(
        group.tokens.first.saturating_sub(3),
        group.tokens.end.max(expression.found.tokens.first + 1),
    );
    let mut negated = group.negated || has_no(view, expression) || fails(view, root);
    for (tokens, modifier) in modifiers(view, near).filter(|(tokens, _)| tokens.end >= group.tokens.first) {
        match modifier {
            Modifier::Negator => negated |= tokens.end <= group.head || tokens.holds(group.head),
            Modifier::NotFlip => return false,
            Modifier::Strong | Modifier::Weak => {}
        }
    }
    negated
}

/// Whether the verb above `root` says that it was not done (`failed to agree on`).
fn fails(view: &SentenceView, root: usize) -> bool {
    let Some(tree) = view.tree else { return false };
    let above = tree.head(root).filter(|_| tree.deprel(root) == Deprel::XCOMP);
    above.is_some_and(|above| view.is_of(above, WordClass::Failure))
}

/// Whether the noun of an expression is denied (`expressed no support`).
fn has_no(view: &SentenceView, expression: &Expression) -> bool {
    let range = expression.noun.unwrap_or(expression.found.tokens);
    range.of(view.tokens).iter().any(|token| token.word == view.lexicon.words.no)
}

/// Whether an entry is built with a negation, so that it holds what the negation makes of it (`NOT accept`, `see no reason`).
fn is_negative(view: &SentenceView, pattern: &[lexicon::Item]) -> bool {
    pattern.iter().any(|item| match item {
        lexicon::Item::Class(class) => *class == lexicon::Class::Not,
        lexicon::Item::Words { any, .. } => any.contains(&view.lexicon.words.no),
        _ => false,
    })
}
