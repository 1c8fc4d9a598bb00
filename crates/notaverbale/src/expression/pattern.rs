//! Matches the patterns of the stance lexicon against tokens.

use crate::lexicon::Lexicon;
use crate::lexicon::stance::{Class, Item};
use crate::lexicon::vocabulary::Feature;
use crate::reading::Reading;
use crate::syntax::Tokens;
use crate::tag::Upos;

/// A pattern found in a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Found {
    /// From the pattern's first token to the one behind its last.
    pub tokens: Tokens,
    /// What the object item `*` covers.
    pub inside: Option<Tokens>,
}

/// Words that `~` may cover.
const MODIFIERS: usize = 5;
/// Words that `*` may cover.
const OBJECT: usize = 14;

/// Matches `pattern` from the token `at`, not past `to`. Adverbs may stand between any two items.
pub(super) fn find(
    lexicon: &Lexicon,
    tokens: &[Reading],
    pattern: &[Item],
    at: usize,
    to: usize,
) -> Option<Found> {
    let mut inside = None;
    let end = step(lexicon, &tokens[..to.min(tokens.len())], pattern, at, &mut inside)?;
    Some(Found { tokens: Tokens::new(at, end), inside })
}

fn step(
    lexicon: &Lexicon,
    tokens: &[Reading],
    items: &[Item],
    at: usize,
    inside: &mut Option<Tokens>,
) -> Option<usize> {
    let Some((item, rest)) = items.split_first() else { return Some(at) };
    let next = |at: usize, inside: &mut Option<Tokens>| step(lexicon, tokens, rest, at, inside);
    match item {
        Item::Modifiers => (0..=MODIFIERS)
            .take_while(|&count| at + count <= tokens.len() && tokens[at..at + count].iter().all(is_modifier))
            .find_map(|count| next(at + count, inside)),
        Item::Object => (1..=OBJECT).take_while(|&count| at + count <= tokens.len()).find_map(|count| {
            let end = next(at + count, inside)?;
            *inside = Some(Tokens::new(at, at + count));
            Some(end)
        }),
        Item::Words { any, inflected, optional } => {
            let place = skip_adverbs(tokens, at);
            let here = [at, place].into_iter().find(|&place| {
                tokens.get(place).is_some_and(|token| {
                    any.contains(&token.word) || *inflected && any.contains(&token.lemma)
                })
            });
            here.and_then(|place| next(place + 1, inside))
                .or_else(|| optional.then(|| next(at, inside)).flatten())
        }
        Item::Verb(lemma) => {
            let place = skip_adverbs(tokens, at);
            let token = tokens.get(place)?;
            (token.lemma == *lemma && matches!(token.upos, Upos::Verb | Upos::Aux))
                .then(|| next(place + 1, inside))
                .flatten()
        }
        Item::Class(class) => {
            // `there will be no`: a modal may stand before `be`.
            let modal =
                *class == Class::Be && tokens.get(at).is_some_and(|token| token.feature == Feature::Modal);
            let at = if modal { at + 1 } else { at };
            is_of(lexicon, tokens.get(at)?, *class).then(|| next(at + 1, inside)).flatten()
        }
    }
}

/// Whether the token belongs to a closed class.
pub(super) fn is_of(lexicon: &Lexicon, token: &Reading, class: Class) -> bool {
    match class {
        Class::Be => {
            token.feature == Feature::Be || token.upos == Upos::Verb && lexicon.words.be_like(token.lemma)
        }
        Class::Not => token.feature == Feature::Negation,
        Class::Support | Class::Say => token.upos == Upos::Verb && lexicon.stances.is_of(class, token.lemma),
    }
}

/// The token behind adverbs and a negation, which the verb group keeps account of.
fn skip_adverbs(tokens: &[Reading], at: usize) -> usize {
    let skipped = |token: &&Reading| token.upos == Upos::Adv || token.feature == Feature::Negation;
    at + tokens.get(at..).unwrap_or(&[]).iter().take(3).take_while(skipped).count()
}

fn is_modifier(token: &Reading) -> bool {
    matches!(
        token.upos,
        Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adv | Upos::Cconj | Upos::Part
    ) || token.feature == Feature::Possessive
        || token.upos == Upos::Verb && token.form.has(crate::lexicon::vocabulary::VerbForm::PARTICIPLE)
}
