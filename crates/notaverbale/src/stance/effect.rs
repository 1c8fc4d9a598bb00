//! What an expression does: act, polarity and strength after negation, modals and modifiers.

use std::collections::HashSet;

use crate::attribution::Attributed;
use crate::expression::Expression;
use crate::lexicon::stance as lexicon;
use crate::lexicon::vocabulary::WordId;
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

/// What a negated expression does, by the guideline; `None` where it makes no row.
pub(super) fn of(expression: &Expression) -> Option<Effect> {
    let lexicon::Effect { act, polarity, strength } = *expression.entry.effect.as_ref()?;
    let inside = expression.entry.pattern.contains(&lexicon::Item::Class(lexicon::Class::Not));
    if inside {
        return Some(Effect { act, polarity, strength, negated: true });
    }
    if !expression.group.negated {
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
    let stances = &view.lexicon.stances;
    let tokens = expression.tokens.of(view.tokens);
    let any = |set: &HashSet<WordId>| tokens.iter().any(|token| set.contains(&token.word));
    let never =
        negated && tokens.iter().any(|token| token.span.text(view.text).eq_ignore_ascii_case("never"));
    if any(&stances.strong) || never {
        Strength::Strong
    } else if any(&stances.weak) {
        Strength::Weak
    } else {
        strength
    }
}
