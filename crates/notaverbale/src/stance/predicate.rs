//! A predicate that carries an expression: where its arguments stand, and the stances that it gives.

use crate::attribution::{self, Attributed};
use crate::expression::Expression;
use crate::lexicon::stance::{Class, Item, Slot, StanceEntry};
use crate::lexicon::vocabulary::Feature;
use crate::mention::Resolver;
use crate::parse::SentenceView;
use crate::stance::action::{self, Action};
use crate::stance::effect::{self, Effect};
use crate::stance::{Act, Polarity, Stance, clause, complement, holder};
use crate::syntax::{Tokens, VerbGroup};

/// The share of stances by a bare modal whose act and polarity were right on the development readouts.
const MODAL: f32 = 0.75;
/// The same share of those by a word that judges.
const EVALUATION: f32 = 0.88;
/// The same share of all others.
const LEXICAL: f32 = 0.92;

/// A predicate that carries an expression.
pub(super) struct Predicate<'v> {
    pub view: &'v SentenceView<'v>,
    pub resolver: &'v Resolver<'v>,
    pub attributed: &'v Attributed,
    pub expression: Expression<'v>,
    /// The verb group that the subject stands before.
    pub group: VerbGroup,
    /// The word that the expression hangs by.
    pub root: usize,
    /// What follows the expression, up to the next predicate.
    pub complement: Tokens,
    /// Whether the expression is the statement's own cue.
    pub is_cue: bool,
    /// The subject, unless the expression is the cue, whose subject is the source.
    pub subject: Option<Tokens>,
    /// Whether the object of the expression stands as its subject.
    pub passive: bool,
    /// Who does what a passive says, where the words name them.
    agent: Option<Tokens>,
}

impl<'v> Predicate<'v> {
    #[expect(clippy::too_many_arguments, reason = "what a predicate is read from")]
    pub fn new(
        view: &'v SentenceView<'v>,
        resolver: &'v Resolver<'v>,
        attributed: &'v Attributed,
        expression: Expression<'v>,
        group: &VerbGroup,
        root: usize,
        region: Tokens,
        before: Option<Tokens>,
    ) -> Self {
        let mut complement = complement::of(view, &expression, root, region.end);
        if let Some(owner) = holder::owner_behind(view, &expression) {
            complement.first = owner.end.min(complement.end);
        }
        let is_cue = attributed.cue.iter().any(|cue| cue.holds(expression.group.head));
        let passive = expression.is_passive();
        let agent = view.tree.filter(|_| passive).and_then(|tree| clause::agent(view, tree, root));
        // `was criticized by Panama for`
        if let Some(agent) = agent.filter(|agent| agent.first <= complement.first + 1) {
            complement.first = agent.end.min(complement.end).max(complement.first);
        }
        let subject = match view.tree {
            Some(tree) => clause::subject(view, tree, root, region.first),
            None => attribution::subject(view, group, region.first),
        };
        let of_cue = if passive { attributed.content.first().copied() } else { None };
        // `it is wonderful to`: the pattern holds its own subject.
        let impersonal = expression.found.tokens.first < group.tokens.first;
        let subject = if is_cue { of_cue } else { subject.or(before).filter(|_| !impersonal) };
        Self {
            view,
            resolver,
            attributed,
            expression,
            group: *group,
            root,
            complement,
            is_cue,
            subject,
            passive,
            agent,
        }
    }

    /// Who the words say holds the position: who is said to do it, unless it is said of the subject.
    pub fn named_holder(&self) -> Option<Tokens> {
        let entry = self.expression.entry;
        // What is asked of a subject, or said of it, is the speaker's position, not the subject's.
        let asks = entry.modal && entry.effect.as_ref().is_some_and(|effect| effect.act == Act::Request);
        let about = asks || entry.targets.first() == Some(&Slot::Subject);
        match () {
            () if about => None,
            () if self.passive => self.agent,
            () if self.is_cue => None,
            () => self.subject.filter(|&subject| !self.is_clause(subject)),
        }
    }

    /// Whether a subject is a clause, or a pronoun that stands for one (`This is about backing the miners`).
    fn is_clause(&self, subject: Tokens) -> bool {
        let view = self.view;
        let head = view.tree.and_then(|tree| tree.top(subject)).unwrap_or(subject.first);
        let pronoun = view.tokens[head].feature == Feature::Demonstrative && subject.end - subject.first == 1;
        view.phrases.verb_at(head).is_some()
            || pronoun && matches!(view.word(head), "this" | "This" | "that" | "That")
    }

    /// Whether it is said of something that can hold no position (`the viaduct supports trains`).
    pub fn is_of_thing(&self) -> bool {
        // `takes revenge`, `voiced concern` are said of somebody anyway.
        let pattern = &self.expression.entry.pattern;
        let open = matches!(**pattern, [Item::Verb(_), ..] if pattern.len() < 3)
            || pattern[0] == Item::Class(Class::Be);
        open && self.named_holder().is_some_and(|holder| !holder::is_somebody(self.view, holder))
    }

    /// The stances, one for each action that is to be done or to stop; none where a bare modal makes none.
    pub fn stances(&self, mut effect: Effect, last: Option<&Stance>) -> Vec<Stance> {
        let (view, entry) = (self.view, self.expression.entry);
        if entry.modal
            && !effect::modal_applies(view, self.attributed, &self.expression, self.subject, &mut effect)
        {
            return Vec::new();
        }
        // `no country should`; what nobody supports is nobody's stance.
        if self.subject.is_some_and(|subject| effect::is_nobody(view, subject)) {
            match effect.turned(&self.expression).filter(|turned| turned.act == Act::Request) {
                Some(turned) => effect = turned,
                None => return Vec::new(),
            }
        }
        effect.strength = effect::modified(view, &self.expression, effect.strength, effect.negated);
        // `Peru was urged to release B`, `Peru was accused of delay`: both are what it is about.
        let receiver = self.subject.filter(|_| self.passive && entry.targets.first() == Some(&Slot::Rest));
        let holder = self.holder(last);
        // Nobody asks themselves: `it` may be the source or a thing (`Oman hopes that it will hold`).
        let addressee = self.addressee(&effect).filter(|addressee| holder.as_ref() != Some(addressee));
        let stance = |target: Option<Tokens>, polarity: Polarity, negated: bool| Stance {
            holder: holder.clone(),
            act: effect.act,
            polarity,
            strength: effect.strength,
            negated,
            confidence: match entry {
                StanceEntry { modal: true, .. } => MODAL,
                StanceEntry { evaluates: true, .. } => EVALUATION,
                _ => LEXICAL,
            },
            addressee: addressee.clone(),
            cameo: entry.cameo.as_deref().map(str::to_owned),
            plover: entry.plover.as_deref().map(str::to_owned),
            expression: self.expression.pieces().into_iter().map(|piece| view.span(piece)).collect(),
            target: pieces(receiver, target).map(|range| view.span(range)).collect(),
        };
        let target = self.target(&effect).filter(|target| !target.is_empty());
        let acts = matches!(effect.act, Act::Request | Act::Commit | Act::Agree) && !effect.negated;
        let Some(whole) = target.filter(|_| acts) else {
            return vec![stance(target, effect.polarity, effect.negated)];
        };
        let request = effect.act == Act::Request;
        let one = |action: Action| {
            let against = action.stops || action.negated && request;
            let polarity = if against { Polarity::Against } else { effect.polarity };
            stance(Some(action.target), polarity, action.negated && request)
        };
        action::of(view, whole).into_iter().map(one).collect()
    }
}

/// The receiver of a passive and what is asked of it, as pieces of one target; one piece where they share words.
fn pieces(receiver: Option<Tokens>, target: Option<Tokens>) -> impl Iterator<Item = Tokens> {
    let (first, then) = match (receiver, target) {
        (Some(receiver), Some(target)) if receiver.overlaps(target) => {
            (Tokens::new(receiver.first.min(target.first), receiver.end.max(target.end)), None)
        }
        (Some(receiver), Some(target)) if target.first < receiver.first => (target, Some(receiver)),
        (Some(receiver), target) => (receiver, target),
        (None, Some(target)) => (target, None),
        (None, None) => return [None, None].into_iter().flatten(),
    };
    [Some(first), then].into_iter().flatten()
}
