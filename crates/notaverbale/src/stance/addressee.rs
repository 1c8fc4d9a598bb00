//! The addressee: who is asked, promised, thanked or warned.

use crate::dependency::Deprel;
use crate::lexicon::vocabulary::Feature;
use crate::lexicon::word_class::WordClass;
use crate::parse::{SentenceView, extend_right};
use crate::stance::argument::{FAR, first_phrase, without_complementizer};
use crate::stance::effect::Effect;
use crate::stance::predicate::Predicate;
use crate::stance::{Act, holder};
use crate::syntax::Tokens;
use crate::tag::Upos;

impl Predicate<'_> {
    /// Who is addressed, as the tables name them.
    pub fn addressee(&self, effect: &Effect) -> Option<String> {
        let (view, entry) = (self.view, self.expression.entry);
        let request = effect.act == Act::Request;
        let somebody = |range: Tokens| holder::is_somebody(view, range).then_some(range);
        // `warned that A would fail` warns nobody.
        let clause =
            view.tokens.get(self.complement.first).is_some_and(|token| token.feature == Feature::That);
        let named = self.fill(&entry.addressees, FAR).filter(|_| !clause);
        let named = named.and_then(|range| first_somebody(view, range, self.expression.tokens.first));
        let asked = self.subject.filter(|_| entry.modal && request).and_then(somebody);
        let actor = || actor(view, self.complement).filter(|_| request);
        let promised = || promised(view, self.root);
        let range = named.or(asked).or_else(actor).or_else(promised)?;
        holder::addressed(view, self.resolver, self.attributed, range)
    }
}

/// The somebody that a range begins with, unless it is the subject of a clause other than that of the expression at `own`
/// (`Peru was urged to act`).
fn first_somebody(view: &SentenceView, range: Tokens, own: usize) -> Option<Tokens> {
    let noun = view.phrases.noun_at(range.first)?;
    let whole = match view.tree {
        Some(tree) => {
            let phrase = first_phrase(tree, range);
            // `thanked the Government of Peru for its help`: up to what hangs on the verb, whatever the tree says.
            let for_ = view.lexicon.words.for_;
            let end = (noun.end..phrase.end).find(|&at| view.tokens[at].word == for_).unwrap_or(phrase.end);
            view.trim(Tokens::new(phrase.first, end.max(noun.end.min(range.end))))
        }
        None => Tokens::new(range.first, noun.end.min(range.end)),
    };
    let verb = view.phrases.verb_at(noun.end).filter(|group| group.is_finite());
    let subject = verb.is_some_and(|group| !group.tokens.holds(own));
    (!subject && holder::is_somebody(view, whole)).then_some(whole)
}

/// The somebody that a complement begins with, if it is to act (`A to release B`, `A will act`).
fn actor(view: &SentenceView, complement: Tokens) -> Option<Tokens> {
    let mut range = without_complementizer(view, complement);
    // `called for A to act`, `appealed to A to act`
    if view.tokens.get(range.first).is_some_and(|token| token.upos == Upos::Adp) {
        range.first += 1;
    }
    let head = view.phrases.noun_at(range.first).filter(|noun| noun.first == range.first)?;
    let end = match view.tree {
        Some(tree) => {
            let phrase = first_phrase(tree, range);
            let clause = (phrase.first..phrase.end).find(|&at| view.phrases.verb_at(at).is_some());
            clause.unwrap_or(phrase.end).max(head.end)
        }
        None => extend_right(view, head.end, range.end),
    };
    let acts = |at: usize| {
        view.phrases.verb_at(at).is_some_and(|group| group.infinitive || group.is_finite())
            || view.tokens.get(at).is_some_and(|token| token.feature == Feature::Negation)
    };
    let particle = usize::from(end > head.first && view.tokens[end - 1].word == view.lexicon.words.to);
    let actor = view.trim(Tokens::new(head.first, end - particle));
    ((actor.end..=end).any(acts) && holder::is_somebody(view, actor)).then_some(actor)
}

/// Who is promised the clause that `root` heads (`assured Kenya that it would act`).
fn promised(view: &SentenceView, root: usize) -> Option<Tokens> {
    let tree = view.tree?;
    let verb = tree
        .head(root)
        .filter(|&verb| tree.deprel(root) == Deprel::CCOMP && view.is_of(verb, WordClass::Promise))?;
    let object = tree.dependent(verb, &[Deprel::OBJ, Deprel::IOBJ])?;
    let range = view.phrases.noun_at(object)?;
    holder::is_somebody(view, range).then_some(range)
}
