//! What an expression does: act, polarity and strength after negation, modals and modifiers.

use crate::attribution::Attributed;
use crate::expression::Expression;
use crate::lexicon::stance::{self as lexicon, Modifier};
use crate::parse::SentenceView;
use crate::stance::{Act, Polarity, Strength, holder};
use crate::syntax::Tokens;

/// What an expression does where it stands.
pub(super) struct Effect {
    pub act: Act,
    pub polarity: Polarity,
    pub strength: Strength,
    pub negated: bool,
}

/// What an expression does, negated or not, by the guideline; `None` where it makes no row.
pub(super) fn of(view: &SentenceView, expression: &Expression) -> Option<Effect> {
    let lexicon::Effect { act, polarity, strength } = *expression.entry.effect.as_ref()?;
    let inside = expression.entry.pattern.contains(&lexicon::Item::Class(lexicon::Class::Not));
    if inside {
        return Some(Effect { act, polarity, strength, negated: true });
    }
    if !is_negated(view, expression) {
        return Some(Effect { act, polarity, strength, negated: false });
    }
    let turned = match act {
        Act::Support | Act::Commit | Act::Agree => (Act::Oppose, Polarity::Against, Strength::Plain),
        Act::Oppose => (Act::Support, Polarity::Favor, Strength::Weak),
        Act::Praise => (Act::Criticize, Polarity::Against, Strength::Plain),
        Act::Request if expression.entry.modal => (Act::Request, Polarity::Against, strength),
        Act::Request | Act::Criticize | Act::Concern | Act::Warn => return None,
    };
    Some(Effect { act: turned.0, polarity: turned.1, strength: turned.2, negated: true })
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
    let near = Tokens::new(expression.tokens.first, (expression.tokens.end + 1).min(view.end()));
    let tokens = expression.tokens.of(view.tokens);
    let found: Vec<Modifier> = modifiers(view, near).map(|(_, modifier)| modifier).collect();
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
fn is_negated(view: &SentenceView, expression: &Expression) -> bool {
    let group = &expression.group;
    let near = Tokens::new(
        group.tokens.first.saturating_sub(3),
        group.tokens.end.max(expression.found.tokens.first + 1),
    );
    let mut negated = group.negated;
    for (tokens, modifier) in modifiers(view, near).filter(|(tokens, _)| tokens.end >= group.tokens.first) {
        match modifier {
            Modifier::Negator => negated |= tokens.end <= group.head || tokens.holds(group.head),
            Modifier::NotFlip => return false,
            Modifier::Strong | Modifier::Weak => {}
        }
    }
    negated
}
