//! Noun phrases without the phrases that hang on them.

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::Feature;
use crate::mention::{has_particle, is_generation, is_particle};
use crate::reading::Reading;
use crate::syntax::{Chunk, Tokens, opens_noun_phrase};
use crate::tag::Upos;

/// The noun phrase or time that begins at `tokens[at]`.
pub(super) fn at(lexicon: &Lexicon, text: &str, tokens: &[Reading], at: usize) -> Option<Chunk> {
    let first = &tokens[at];
    if !opens_noun_phrase(first) {
        return None;
    }
    if first.feature == Feature::Time {
        return Some(Chunk::Time(Tokens::new(at, time_end(tokens, at))));
    }
    let alone = matches!(
        first.feature,
        Feature::Nominative
            | Feature::Neutral
            | Feature::Accusative
            | Feature::Reflexive
            | Feature::Relative
            | Feature::Interrogative
            | Feature::Pronominal
    );
    if first.upos == Upos::Pron && (alone || first.feature == Feature::Demonstrative) {
        return Some(Chunk::Noun(Tokens::new(at, at + 1)));
    }
    let mut end = at;
    while let Some(token) = tokens.get(end) {
        if let Some(length) = fixed_length(lexicon, text, tokens, end) {
            end += length;
            continue;
        }
        let before = end.checked_sub(1).filter(|&before| before >= at).map(|before| &tokens[before]);
        let goes_on = match token.upos {
            Upos::Noun | Upos::Propn if token.feature == Feature::Time => {
                before.is_some_and(possessive_or_determiner)
            }
            Upos::Propn => before.is_none_or(|before| {
                before.upos != Upos::Noun
                    || is_particle(lexicon, text, before)
                    || lexicon.titles.phrases.longest(tokens, end - 1).is_some()
            }),
            Upos::Noun | Upos::Adj | Upos::Num | Upos::Sym => true,
            Upos::Det => before.is_none_or(|before| before.feature == Feature::Quantity),
            Upos::Pron => {
                token.feature == Feature::Possessive
                    && before.is_none_or(|before| before.feature == Feature::Quantity)
                    || token.feature == Feature::Quantity && before.is_none()
            }
            Upos::Part => token.feature == Feature::Possessive && before.is_some(),
            Upos::Punct => {
                before.is_some()
                    && (bare_possessive(text, tokens, end) || particle(lexicon, text, tokens, end))
            }
            _ => particle(lexicon, text, tokens, end) && before.is_some(),
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    // `this weekend`, `last year`: a time with a determiner.
    let time = end > at + 1
        && tokens[end - 1].feature == Feature::Time
        && tokens[at..end - 1].iter().all(|token| {
            matches!(token.upos, Upos::Det | Upos::Adj | Upos::Num) || token.feature == Feature::Time
        });
    (end > at)
        .then(|| if time { Chunk::Time(Tokens::new(at, end)) } else { Chunk::Noun(Tokens::new(at, end)) })
}

/// The end of a run of time words and the numbers among them.
fn time_end(tokens: &[Reading], at: usize) -> usize {
    let run = tokens[at + 1..]
        .iter()
        .take_while(|token| token.feature == Feature::Time || token.upos == Upos::Num)
        .count();
    at + 1 + run
}

/// The length of a title of several words or of a party's name, which may hold prepositions and conjunctions.
fn fixed_length(lexicon: &Lexicon, text: &str, tokens: &[Reading], at: usize) -> Option<usize> {
    let title =
        lexicon.titles.phrases.longest(tokens, at).map(|(length, _)| length).filter(|&length| length > 1);
    let party = lexicon.parties.at(text, tokens, at).map(|(length, _)| length).filter(|&length| length > 1);
    title.max(party)
}

fn possessive_or_determiner(token: &Reading) -> bool {
    matches!(token.upos, Upos::Det | Upos::Part | Upos::Adj) || token.feature == Feature::Possessive
}

/// Whether the mark is the possessive of a plural (`the ministers' view`).
fn bare_possessive(text: &str, tokens: &[Reading], at: usize) -> bool {
    let touches = at > 0 && tokens[at - 1].span.end == tokens[at].span.start;
    touches
        && matches!(tokens[at].span.text(text), "'" | "’")
        && tokens.get(at + 1).is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Adj | Upos::Propn))
}

/// Whether the word joins two parts of a name (`Mohammed bin Salman`) or is the comma before `Jr.`.
fn particle(lexicon: &Lexicon, text: &str, tokens: &[Reading], at: usize) -> bool {
    let name = |place: Option<usize>| {
        place
            .and_then(|place| tokens.get(place))
            .is_some_and(|token| token.upos == Upos::Propn || has_particle(lexicon, token.span.text(text)))
    };
    let word = |place: usize| tokens.get(place).map_or("", |token| token.span.text(text));
    let joint = |place: usize| tokens.get(place).is_some_and(|token| is_particle(lexicon, text, token));
    let before = name(at.checked_sub(1)) || at > 0 && joint(at - 1);
    let behind = name(Some(at + 1)) || name(Some(at + 2)) && joint(at + 1);
    before && (behind && joint(at) || has_particle(lexicon, word(at)))
        || name(at.checked_sub(1)) && word(at) == "," && is_generation(word(at + 1))
}
