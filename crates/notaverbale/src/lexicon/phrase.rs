//! Tables of fixed phrases, looked up at a place in a row of tokens.

use rustc_hash::FxHashMap;

use crate::lexicon::vocabulary::{Vocabulary, WordId};
use crate::reading::Reading;
use crate::token::Tokenizer;

/// Values by phrase; the longest phrase at a place wins.
#[derive(Clone, Debug)]
pub(crate) struct PhraseTable<T> {
    by_first: FxHashMap<WordId, Vec<Phrase<T>>>,
}

/// The words of a phrase, and its value.
type Phrase<T> = (Box<[WordId]>, T);

impl<T> Default for PhraseTable<T> {
    fn default() -> Self {
        Self { by_first: FxHashMap::default() }
    }
}

impl<T> PhraseTable<T> {
    /// Adds a phrase as it is written; its words become known.
    pub fn insert(&mut self, vocabulary: &mut Vocabulary, phrase: &str, value: T) {
        let words: Box<[WordId]> = Tokenizer::default()
            .phrase(phrase)
            .iter()
            .map(|span| vocabulary.intern(&crate::lexicon::vocabulary::fold(span.text(phrase))))
            .collect();
        if let Some(&first) = words.first() {
            let phrases = self.by_first.entry(first).or_default();
            let place = phrases.partition_point(|(other, _)| other.len() >= words.len());
            phrases.insert(place, (words, value));
        }
    }

    /// The phrases that begin at `tokens[at]`, longest first, each with its length in tokens.
    ///
    /// The first word is looked up by `first` (its word or its lemma); the others must be the same words.
    pub fn at<'s>(
        &'s self,
        tokens: &'s [Reading],
        at: usize,
        first: WordId,
    ) -> impl Iterator<Item = (usize, &'s T)> {
        self.by_first.get(&first).into_iter().flatten().filter_map(move |(words, value)| {
            let place = tokens.get(at + 1..at + words.len())?;
            let same = place.iter().zip(&words[1..]).all(|(token, &word)| token.word == word);
            same.then_some((words.len(), value))
        })
    }

    /// The longest phrase that begins at `tokens[at]`.
    pub fn longest(&self, tokens: &[Reading], at: usize) -> Option<(usize, &T)> {
        let first = tokens.get(at)?.word;
        // The iterator borrows the tokens as long as the table; the value outlives both.
        self.by_first.get(&first)?.iter().find_map(|(words, value)| {
            let place = tokens.get(at + 1..at + words.len())?;
            let same = place.iter().zip(&words[1..]).all(|(token, &word)| token.word == word);
            same.then_some((words.len(), value))
        })
    }
}
