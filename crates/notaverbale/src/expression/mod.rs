//! Expressions: which verb groups carry an entry of the stance lexicon.
//!
//! Input: a sentence with phrases. Output: for a verb group the longest pattern that fits there. Attribution asks, since
//! a bare predicate that is itself an act attributes; stance asks again for what the expression does.

mod nominal;
mod pattern;

pub(crate) use pattern::Found;

use crate::lexicon::stance::{Class, Frame, Item, Modifier, Slot, StanceEntry};
use crate::lexicon::vocabulary::Feature;
use crate::lexicon::word_class::WordClass;
use crate::parse::{SentenceView, extend_right};
use crate::stance::Act;
use crate::syntax::{Tokens, VerbGroup};
use crate::tag::Upos;

/// An expression with the verb group that carries it.
pub(crate) struct Expression<'l> {
    pub entry: &'l StanceEntry,
    pub found: Found,
    /// From the first auxiliary to the end of the pattern.
    pub tokens: Tokens,
    pub group: VerbGroup,
    /// The noun that carries the act, where other words stand between it and its verb.
    pub noun: Option<Tokens>,
}

impl Expression<'_> {
    /// Its words, in pieces where others interrupt it.
    pub fn pieces(&self) -> Vec<Tokens> {
        match self.noun {
            None => vec![self.tokens],
            Some(noun) if noun.end == self.tokens.first => vec![Tokens::new(noun.first, self.tokens.end)],
            Some(noun) if self.tokens.end == noun.first => vec![Tokens::new(self.tokens.first, noun.end)],
            Some(noun) if noun.first < self.tokens.first => vec![noun, self.tokens],
            Some(noun) => vec![self.tokens, noun],
        }
    }

    /// Whether a verb that takes an object stands in the passive.
    pub fn is_passive(&self) -> bool {
        let verb = matches!(self.entry.pattern[0], Item::Verb(_));
        let transitive = self.entry.targets.iter().any(|slot| matches!(slot, Slot::Object | Slot::Rest))
            && self.entry.frames.iter().any(|frame| matches!(frame, Frame::Object | Frame::ObjectInfinitive));
        let verbal = verb && transitive && self.found.tokens.first == self.group.head;
        self.group.passive && (verbal || self.noun.is_some())
    }
}

/// The expression that a verb group carries: the longest pattern of the lexicon that fits, else a noun away from its verb.
pub(crate) fn of<'l>(view: &SentenceView<'l>, group: &VerbGroup, to: usize) -> Option<Expression<'l>> {
    let adjacent = adjacent(view, group, to);
    let carries = adjacent.as_ref().is_some_and(|found| found.entry.effect.is_some() && !found.entry.modal);
    let apart = if carries { None } else { nominal::of(view, group) };
    apart.or(adjacent)
}

/// The expression whose words stand together.
fn adjacent<'l>(view: &SentenceView<'l>, group: &VerbGroup, to: usize) -> Option<Expression<'l>> {
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
    if let Some((entry, found)) = modal_expression(view, &group).filter(|(entry, _)| is_request(entry)) {
        // `should support` asks; the verb inside is what is asked for.
        let end = found.tokens.end + negations(view, found.tokens.end);
        return Some(Expression { entry, found, tokens: Tokens::new(first, end), group, noun: None });
    }
    let mut best = Best { view, to, found: None };
    let head = &view.tokens[group.head];
    for entry in lexicon.stances.by_first(head.lemma) {
        best.keep(entry, group.head);
    }
    // `it is time to`, `there is no room for`, `will pay a price`: patterns that begin with a word.
    for at in group.tokens.first.saturating_sub(2)..group.head {
        for entry in lexicon.stances.by_first(view.tokens[at].word) {
            best.keep(entry, at);
        }
    }
    for class in [Class::Support, Class::Say, Class::Be, Class::Not] {
        for at in group.tokens.first..group.tokens.end {
            if pattern::is_of(lexicon, &view.tokens[at], class) {
                for ahead in at + 1..(at + 9).min(to) {
                    let token = &view.tokens[ahead];
                    for entry in lexicon.stances.by_class(class, token.word) {
                        best.keep(entry, at);
                    }
                    if token.lemma != token.word {
                        for entry in lexicon.stances.by_class(class, token.lemma) {
                            best.keep(entry, at);
                        }
                    }
                }
            }
        }
    }
    let best = best.found.map(|(entry, found, _)| (entry, found));
    let (entry, mut found) = match best {
        Some(best) => best,
        None => modal_expression(view, &group)?,
    };
    // `condemned in the strongest terms`, `agreed in principle`
    let hedge = view.lexicon.stances.modifiers.longest(&view.tokens[..to], found.tokens.end);
    if let Some((length, Modifier::Strong | Modifier::Weak)) = hedge
        && length > 1
        && !entry.modal
    {
        found.tokens.end += length;
    }
    // `is a dangerous act`: the noun that the word judges by belongs to it.
    if entry.evaluates
        && let Some(noun) = view.phrases.noun_at(found.tokens.end - 1)
    {
        found.tokens.end = noun.end.min(to).max(found.tokens.end);
    }
    let from =
        if group.infinitive { (first + 1).min(found.tokens.first) } else { first.min(found.tokens.first) };
    let end = if entry.modal {
        found.tokens.end + negations(view, found.tokens.end)
    } else {
        found.tokens.end.max(if found.tokens.holds(group.head) { group.tokens.end } else { 0 })
    };
    Some(Expression { entry, found, tokens: Tokens::new(from, end), group, noun: None })
}

/// The best entry so far: the longest, and of equally long ones the one whose frame fits what follows.
struct Best<'v, 'l> {
    view: &'v SentenceView<'l>,
    to: usize,
    found: Option<(&'l StanceEntry, Found, usize)>,
}

impl<'l> Best<'_, 'l> {
    fn keep(&mut self, entry: &'l StanceEntry, at: usize) {
        if entry.modal {
            return;
        }
        let Some(found) = pattern::find(self.view.lexicon, self.view.tokens, &entry.pattern, at, self.to)
        else {
            return;
        };
        let from = behind_coordinated(self.view, found.tokens.end);
        let follows = |frame: &Frame| follows(self.view, frame, from, self.to);
        let fits =
            entry.frames.iter().filter(|frame| follows(frame)).map(Frame::constituents).max().unwrap_or(0);
        // Of patterns that end together, the one whose frame fits wins, then the longer one, then the more exact one.
        let rank = |entry: &StanceEntry, found: Found, fits: usize| {
            (
                found.tokens.end,
                fits,
                found.tokens.end - found.tokens.first,
                entry.pattern.len(),
                entry.fixed_words(),
            )
        };
        let better = self.found.is_none_or(|(old_entry, old, old_fits)| {
            rank(entry, found, fits) > rank(old_entry, old, old_fits)
        });
        if better {
            self.found = Some((entry, found, fits));
        }
    }
}

/// The place behind a verb that is coordinated right there and shares the complement (`hopes and believes that`).
fn behind_coordinated(view: &SentenceView, end: usize) -> usize {
    let joined = view.tokens.get(end).is_some_and(|token| token.upos == Upos::Cconj);
    let verb = view.phrases.verb_at(end + 1).filter(|verb| joined && verb.tokens.first == end + 1);
    verb.map_or(end, |verb| verb.tokens.end)
}

/// Whether what stands at `from` is what the frame asks for.
fn follows(view: &SentenceView, frame: &Frame, from: usize, to: usize) -> bool {
    let mut at = from;
    while at < to && view.tokens[at].upos == Upos::Adv && view.phrases.verb_at(at).is_none() {
        at += 1;
    }
    let Some(token) = view.tokens.get(at).filter(|_| at < to) else { return *frame == Frame::Nothing };
    let verb = view.phrases.verb_at(at);
    let infinitive = verb.is_some_and(|group| group.infinitive);
    // The noun phrase, with what hangs on it, and what it does.
    let noun =
        view.phrases.noun_at(at).filter(|noun| noun.first == at).map(|noun| extend_right(view, noun.end, to));
    let acts = |end: usize| view.phrases.verb_at(end);
    match frame {
        Frame::Infinitive => infinitive,
        Frame::Gerund => verb.is_some_and(|group| group.is_gerund()),
        Frame::Clause => {
            token.feature == Feature::That || noun.and_then(acts).is_some_and(|group| group.is_finite())
        }
        Frame::ObjectInfinitive => {
            let start = if token.upos == Upos::Adp { at + 1 } else { at };
            let noun = view.phrases.noun_at(start).filter(|noun| noun.first == start);
            noun.map(|noun| extend_right(view, noun.end, to))
                .and_then(acts)
                .is_some_and(|group| group.infinitive)
        }
        Frame::ObjectClause => {
            noun.is_some_and(|end| view.tokens.get(end).is_some_and(|next| next.feature == Feature::That))
        }
        Frame::ObjectGerund => noun.and_then(acts).is_some_and(|group| group.is_gerund()),
        Frame::Object => {
            noun.is_some_and(|end| !acts(end).is_some_and(|group| group.is_finite() || group.infinitive))
                || view.opens_quotation(at)
        }
        Frame::Preposition(word) => {
            (at..to.min(at + 20)).any(|at| view.tokens[at].upos == Upos::Adp && view.tokens[at].word == *word)
                && !infinitive
        }
        Frame::Nothing => token.is_mark() || token.upos == Upos::Cconj,
    }
}

/// How many negations stand at a place: `will not` carries the act together.
fn negations(view: &SentenceView, at: usize) -> usize {
    view.tokens[at..].iter().take_while(|token| token.feature == Feature::Negation).count()
}

/// Whether the modal asks others to act.
fn is_request(entry: &StanceEntry) -> bool {
    entry.effect.as_ref().is_some_and(|effect| effect.act == Act::Request)
}

/// A modal that is itself the expression, where no stance verb stands inside it.
fn modal_expression<'l>(view: &SentenceView<'l>, group: &VerbGroup) -> Option<(&'l StanceEntry, Found)> {
    let at = |place: usize| {
        let entries = view.lexicon.stances.by_first(view.tokens[place].lemma);
        entries.filter(|entry| entry.modal).find_map(|entry| {
            Some((entry, pattern::find(view.lexicon, view.tokens, &entry.pattern, place, view.end())?))
        })
    };
    // `would need to`: the verb says more than the modal.
    let copula = group.copula && view.tokens[group.head].feature == Feature::Be;
    let verb = if copula { None } else { at(group.head) };
    let modal = || {
        let place = (group.tokens.first..group.tokens.end)
            .find(|&place| view.tokens[place].feature == Feature::Modal)?;
        at(place)
    };
    verb.or_else(modal)
}

/// Verbs that leave the act to the infinitive behind them.
fn is_light(view: &SentenceView, group: &VerbGroup) -> bool {
    !group.copula && view.is_of(group.head, WordClass::LightVerb)
}
