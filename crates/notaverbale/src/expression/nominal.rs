//! Nouns that carry an act away from their verb: `expressed to Italy his gratitude`, `concern was voiced by Peru`.

use std::cmp::Reverse;

use crate::dependency::Deprel;
use crate::expression::{Expression, Found};
use crate::lexicon::stance::{Class, Frame, Item, StanceEntry};
use crate::lexicon::vocabulary::{Feature, WordId};
use crate::parse::{SentenceView, Tree};
use crate::syntax::{Tokens, VerbGroup};

/// The expression of a verb that lends itself to the noun that is its object or, in the passive, its subject.
pub(super) fn of<'l>(view: &SentenceView<'l>, group: &VerbGroup) -> Option<Expression<'l>> {
    let tree = view.tree?;
    let verb = group.head;
    let relations = [Deprel::OBJ, Deprel::NSUBJ_PASS];
    let mut nouns = tree.dependents(verb).filter(|&noun| relations.contains(&tree.deprel(noun)));
    nouns.find_map(|noun| {
        // Of entries that fit alike the first is taken, which may be the caller's.
        let entry = candidates(view, verb, noun)
            .filter(|entry| carries(view, tree, entry, verb, noun))
            .min_by_key(|entry| Reverse(fitting(view, tree, entry, verb, noun)))?;
        let first = view.phrases.noun_at(noun).map_or(noun, |phrase| phrase.first);
        let found = Found { tokens: Tokens::new(verb, verb + 1), inside: None };
        let from = if group.infinitive { group.tokens.first + 1 } else { group.tokens.first };
        let tokens = Tokens::new(from.min(verb), group.tokens.end);
        Some(Expression { entry, found, tokens, group: *group, noun: Some(Tokens::new(first, noun + 1)) })
    })
}

/// The entries that a verb and its noun may be.
fn candidates<'l>(
    view: &SentenceView<'l>,
    verb: usize,
    noun: usize,
) -> impl Iterator<Item = &'l StanceEntry> {
    let stances = &view.lexicon.stances;
    let (verb, noun) = (view.tokens[verb].lemma, view.tokens[noun]);
    let lends = [Class::Support, Class::Say].into_iter().filter(move |&class| stances.is_of(class, verb));
    lends.flat_map(move |class| stances.by_class(class, noun.word)).chain(stances.by_first(verb))
}

/// Whether an entry is a verb, a gap and this noun, with a preposition that hangs on either.
fn carries(view: &SentenceView, tree: &Tree, entry: &StanceEntry, verb: usize, noun: usize) -> bool {
    let is_noun =
        |any: &[WordId]| any.contains(&view.tokens[noun].word) || any.contains(&view.tokens[noun].lemma);
    match &*entry.pattern {
        [_, Item::Modifiers, Item::Words { any, .. }] => is_noun(any),
        [_, Item::Modifiers, Item::Words { any, .. }, Item::Words { any: prepositions, .. }] => {
            is_noun(any) && prepositions.iter().any(|&word| introduces(view, tree, &[verb, noun], word))
        }
        _ => false,
    }
}

/// How many of an entry's frames hang on the verb or its noun; a preposition of the pattern's own counts for more.
fn fitting(view: &SentenceView, tree: &Tree, entry: &StanceEntry, verb: usize, noun: usize) -> usize {
    let heads = [verb, noun];
    let words = &view.lexicon.words;
    let that = || {
        let clauses = heads.iter().flat_map(|&head| tree.dependents(head));
        let mut marks = clauses.filter_map(|clause| tree.dependent(clause, &[Deprel::MARK]));
        marks.any(|mark| view.tokens[mark].feature == Feature::That)
    };
    let fits = |frame: &&Frame| match frame {
        Frame::Preposition(word) => introduces(view, tree, &heads, *word),
        Frame::Infinitive => introduces(view, tree, &heads, words.to),
        Frame::Clause => that(),
        _ => false,
    };
    entry.frames.iter().filter(fits).count() + 2 * (entry.pattern.len() - 3)
}

/// Whether a word marks what hangs on one of `heads`.
fn introduces(view: &SentenceView, tree: &Tree, heads: &[usize], word: WordId) -> bool {
    heads.iter().flat_map(|&head| tree.dependents(head)).any(|at| {
        tree.dependents(at).any(|mark| {
            view.tokens[mark].word == word && [Deprel::CASE, Deprel::MARK].contains(&tree.deprel(mark))
        })
    })
}
