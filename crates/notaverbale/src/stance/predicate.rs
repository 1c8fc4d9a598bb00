//! The stances of a statement: each predicate in it that carries an expression gives one.

use crate::attribution::{self, Attributed};
use crate::expression::{self, Expression};
use crate::lexicon::stance::Slot;
use crate::lexicon::vocabulary::Feature;
use crate::mention::Resolver;
use crate::parse::SentenceView;
use crate::stance::effect::{self, Effect};
use crate::stance::{Act, Polarity, Stance, addressee, holder, target};
use crate::syntax::{Tokens, VerbGroup};

/// The share of stances by a bare modal whose act and polarity were right on the development readouts.
const MODAL: f32 = 0.73;
/// The same share for all other expressions.
const LEXICAL: f32 = 0.87;

/// The stances that a statement's own words express, in order.
pub(crate) fn stances(view: &SentenceView, resolver: &Resolver, attributed: &Attributed) -> Vec<Stance> {
    let mut stances: Vec<Stance> = Vec::new();
    let mut covered = 0;
    let pieces = regions(attributed);
    for (number, &region) in pieces.iter().enumerate() {
        for group in view.phrases.verbs(region) {
            if group.head < covered {
                continue;
            }
            let Some(expression) = expression::of(view, &group, region.end) else { continue };
            let Some(effect) = effect::of(view, &expression) else {
                // A blocker leaves what it introduces to the words inside; a negated request says nothing at all.
                if expression.entry.effect.is_some() {
                    covered =
                        target::complement(view, &expression.group, expression.tokens.end, region.end).end;
                }
                continue;
            };
            // `The Peruvian side, he said, values …`: the subject stands in the piece before.
            let before = pieces[..number].last().copied().filter(|_| group.tokens.first == region.first);
            let predicate = Predicate::new(view, resolver, attributed, expression, &group, region, before);
            if let Some(stance) = predicate.stance(effect, stances.last()) {
                covered = predicate.complement.end.max(predicate.expression.tokens.end);
                stances.push(stance);
            }
        }
    }
    stances
}

/// Where a statement's stances may stand: the first piece of content with the cue before it, and each further piece.
fn regions(attributed: &Attributed) -> Vec<Tokens> {
    let mut regions: Vec<Tokens> = attributed.content.clone();
    if let (Some(cue), Some(first)) = (attributed.cue.first(), regions.first_mut())
        && cue.end <= first.first
    {
        first.first = cue.first;
    }
    regions
}

/// A predicate that carries an expression.
struct Predicate<'v> {
    view: &'v SentenceView<'v>,
    resolver: &'v Resolver<'v>,
    attributed: &'v Attributed,
    expression: Expression<'v>,
    /// The verb group that the subject stands before.
    group: VerbGroup,
    /// What follows the expression, up to the next predicate.
    complement: Tokens,
    /// Whether the expression is the statement's own cue.
    is_cue: bool,
    /// The subject, unless the expression is the cue, whose subject is the source.
    subject: Option<Tokens>,
}

impl<'v> Predicate<'v> {
    fn new(
        view: &'v SentenceView<'v>,
        resolver: &'v Resolver<'v>,
        attributed: &'v Attributed,
        expression: Expression<'v>,
        group: &VerbGroup,
        region: Tokens,
        before: Option<Tokens>,
    ) -> Self {
        let complement = target::complement(view, &expression.group, expression.tokens.end, region.end);
        let is_cue = attributed.cue.iter().any(|cue| cue.holds(expression.group.head));
        let subject = attribution::subject(view, group, region.first).or(before).filter(|_| !is_cue);
        Self { view, resolver, attributed, expression, group: *group, complement, is_cue, subject }
    }

    /// The stance; `None` where a bare modal makes none.
    fn stance(&self, mut effect: Effect, last: Option<&Stance>) -> Option<Stance> {
        let (view, entry) = (self.view, self.expression.entry);
        if entry.modal
            && !effect::modal_applies(view, self.attributed, &self.expression, self.subject, &mut effect)
        {
            return None;
        }
        effect.strength = effect::modified(view, &self.expression, effect.strength, effect.negated);
        let mut target = self.target(&effect);
        if let Some(refused) = self.refused(&effect) {
            (effect.polarity, effect.negated) = (Polarity::Against, true);
            target = Some(refused);
        }
        let stops = matches!(effect.act, Act::Request | Act::Commit | Act::Agree) && !effect.negated;
        if let Some(stopped) = target.filter(|_| stops).and_then(|target| target::stopped(view, target)) {
            effect.polarity = Polarity::Against;
            target = Some(stopped);
        }
        Some(Stance {
            holder: self.holder(last),
            act: effect.act,
            polarity: effect.polarity,
            strength: effect.strength,
            negated: effect.negated,
            confidence: if entry.modal { MODAL } else { LEXICAL },
            addressee: self.addressee(&effect),
            cameo: entry.cameo.as_deref().map(str::to_owned),
            plover: entry.plover.as_deref().map(str::to_owned),
            expression: vec![view.span(self.expression.tokens)],
            target: target.map(|target| view.span(target)).into_iter().collect(),
        })
    }

    /// Whose stance it is: an owner inside the expression, the subject, the holder before, or the source.
    fn holder(&self, last: Option<&Stance>) -> Option<String> {
        let (view, entry) = (self.view, self.expression.entry);
        let who = |range| holder::who(view, self.resolver, self.attributed, range);
        // What is asked of a subject, or said of it, is the speaker's position, not the subject's.
        let asks = entry.modal && entry.effect.as_ref().is_some_and(|effect| effect.act == Act::Request);
        let about = asks || entry.targets.first() == Some(&Slot::Subject);
        match (holder::owner(view, &self.expression), self.subject, last) {
            (Some(owner), _, _) => who(owner),
            (None, Some(_), _) if about => holder::speaker_as_holder(view, &self.attributed.speaker),
            (None, Some(subject), _) => who(subject),
            (None, None, Some(last)) if !self.is_cue && holder::is_coordinated(view, &self.group) => {
                last.holder.clone()
            }
            (None, None, _) => holder::source_holder(view, self.resolver, self.attributed),
        }
    }

    fn target(&self, effect: &Effect) -> Option<Tokens> {
        let (view, entry) = (self.view, self.expression.entry);
        if entry.modal && effect.act == Act::Request {
            // `A should V`: the action with its subject.
            return self.subject.map(|subject| view.trim(Tokens::new(subject.first, self.complement.end)));
        }
        let rest =
            || Some(view.trim(self.complement)).filter(|rest| !entry.targets.is_empty() && !rest.is_empty());
        self.fill(&entry.targets).or_else(rest)
    }

    /// What is not to be done, under a request (`urged A not to V`).
    fn refused(&self, effect: &Effect) -> Option<Tokens> {
        let request = effect.act == Act::Request && !effect.negated;
        let verb =
            self.view.phrases.verbs(self.complement).find(|group| group.infinitive || group.is_finite())?;
        let first = verb.tokens.first;
        let not = verb.negated || first > 0 && self.view.tokens[first - 1].feature == Feature::Negation;
        (request && verb.infinitive && not)
            .then(|| self.view.trim(Tokens::new(verb.head, self.complement.end)))
    }

    fn addressee(&self, effect: &Effect) -> Option<String> {
        let (view, entry) = (self.view, self.expression.entry);
        let request = effect.act == Act::Request;
        let named = self.fill(&entry.addressees).and_then(|range| addressee::first_phrase(view, range));
        let asked = self.subject.filter(|_| entry.modal && request);
        let actor = || addressee::actor(view, self.complement).filter(|_| request);
        let range = named.or(asked).or_else(actor)?;
        holder::who(view, self.resolver, self.attributed, range)
    }

    fn fill(&self, slots: &[Slot]) -> Option<Tokens> {
        target::fill(self.view, slots, self.subject, self.expression.found.inside, self.complement)
    }
}
