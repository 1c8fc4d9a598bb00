//! Verb groups: auxiliaries, negations and adverbs with their verb.

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Feature, VerbForm};
use crate::reading::Reading;
use crate::syntax::Tokens;
use crate::tag::Upos;

/// A verb with what belongs to it (`has repeatedly called`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct VerbGroup {
    /// From the first auxiliary or adverb to the head.
    pub tokens: Tokens,
    /// The main verb, or the last auxiliary where there is none.
    pub head: usize,
    /// The form of the first verb of the group, which tells tense.
    pub form: VerbForm,
    /// Begins with `to`.
    pub infinitive: bool,
    /// Holds a modal.
    pub modal: bool,
    /// Holds `not` or `never`.
    pub negated: bool,
    /// A form of `be` with a participle.
    pub passive: bool,
    /// Holds `have`, `be` or `do` before the main verb.
    pub auxiliary: bool,
    /// Has no main verb (`is`).
    pub copula: bool,
}

impl VerbGroup {
    /// Whether the group can be the verb of a clause.
    pub fn is_finite(&self) -> bool {
        let finite = VerbForm::BASE.with(VerbForm::THIRD).with(VerbForm::PAST);
        !self.infinitive && (self.modal || self.form.has(finite))
    }

    /// Whether the group is a lone participle in -ing.
    pub fn is_gerund(&self) -> bool {
        !self.infinitive && !self.modal && !self.auxiliary && self.form == VerbForm::GERUND
    }

    /// Whether the clause stands in the past.
    pub fn is_past(&self) -> bool {
        self.is_finite() && !self.modal && self.form.has(VerbForm::PAST)
    }
}

/// The verb group that begins at `tokens[at]`.
pub(super) fn at(lexicon: &Lexicon, tokens: &[Reading], at: usize) -> Option<VerbGroup> {
    let mut group = VerbGroup {
        tokens: Tokens::new(at, at),
        head: at,
        form: VerbForm::NONE,
        infinitive: false,
        modal: false,
        negated: false,
        passive: false,
        auxiliary: false,
        copula: true,
    };
    let mut last_auxiliary = None;
    let mut place = at;
    loop {
        let token = tokens.get(place)?;
        match token.upos {
            Upos::Part if token.word == lexicon.words.to && place == at => {
                group.infinitive = true;
            }
            Upos::Part if token.feature == Feature::Negation => group.negated = true,
            Upos::Adv if token.feature != Feature::Interrogative => {}
            Upos::Aux => {
                if group.form == VerbForm::NONE {
                    group.form = token.form;
                }
                group.modal |= token.feature == Feature::Modal;
                last_auxiliary = Some((place, token.feature));
            }
            Upos::Verb => {
                group.head = place;
                group.copula = false;
                group.auxiliary = last_auxiliary.is_some();
                group.passive = token.form.has(VerbForm::PARTICIPLE)
                    && !token.form.has(VerbForm::GERUND)
                    && last_auxiliary.is_some_and(|(_, feature)| feature == Feature::Be);
                if group.form == VerbForm::NONE {
                    group.form = token.form;
                }
                group.tokens.end = place + 1;
                return Some(group);
            }
            _ => break,
        }
        place += 1;
        // A group is short; a row of adverbs is none.
        if place == tokens.len() || place > at + 9 {
            break;
        }
    }
    let (head, _) = last_auxiliary?;
    group.head = head;
    group.tokens.end = head + 1;
    // `is not`: the negation belongs to the group.
    if tokens.get(head + 1).is_some_and(|next| next.feature == Feature::Negation) {
        group.tokens.end = head + 2;
    }
    Some(group)
}
