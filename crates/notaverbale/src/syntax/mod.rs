//! Phrases: noun phrases and verb groups, by rules over tags.
//!
//! Input: the tagged tokens of a sentence. Output: chunks that do not overlap (Abney 1991), each token in one at most.
//! A noun phrase here has no prepositional phrase in it, except where a title or a party's name holds one (`Secretary of
//! State`). A verb group runs from its first auxiliary or adverb to its main verb. Known limit: no clause structure.

mod noun_phrase;
mod verb_group;

pub(crate) use verb_group::VerbGroup;

use crate::lexicon::Lexicon;
use crate::reading::Reading;
use crate::tag::Upos;

/// A half-open range of token numbers in a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Tokens {
    pub first: usize,
    pub end: usize,
}

impl Tokens {
    pub const fn new(first: usize, end: usize) -> Self {
        Self { first, end }
    }

    pub const fn is_empty(self) -> bool {
        self.end <= self.first
    }

    pub const fn holds(self, at: usize) -> bool {
        self.first <= at && at < self.end
    }

    pub const fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.end <= self.end
    }

    pub const fn overlaps(self, other: Self) -> bool {
        self.first < other.end && other.first < self.end
    }

    /// The tokens, or none where the range does not fit.
    pub fn of(self, tokens: &[Reading]) -> &[Reading] {
        tokens.get(self.first..self.end).unwrap_or(&[])
    }
}

/// A chunk of a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Chunk {
    /// A noun phrase.
    Noun(Tokens),
    /// A time (`on Monday` without its preposition).
    Time(Tokens),
    /// A verb with its auxiliaries.
    Verb(VerbGroup),
}

/// The chunks of a sentence.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Phrases {
    chunks: Vec<Chunk>,
    /// The chunk of each token.
    of_token: Vec<Option<u32>>,
}

impl Phrases {
    /// Finds the chunks of a tagged sentence, in one pass.
    pub fn new(lexicon: &Lexicon, text: &str, tokens: &[Reading]) -> Self {
        let mut phrases = Self { chunks: Vec::new(), of_token: vec![None; tokens.len()] };
        let mut at = 0;
        while at < tokens.len() {
            let chunk = verb_group::at(lexicon, tokens, at)
                .map(Chunk::Verb)
                .or_else(|| noun_phrase::at(lexicon, text, tokens, at));
            match chunk {
                Some(chunk) => {
                    let range = chunk.tokens();
                    at = range.end.max(at + 1);
                    phrases.add(chunk, range);
                }
                None => at += 1,
            }
        }
        phrases
    }

    fn add(&mut self, chunk: Chunk, range: Tokens) {
        let number = u32::try_from(self.chunks.len()).ok();
        for place in &mut self.of_token[range.first..range.end] {
            *place = number;
        }
        self.chunks.push(chunk);
    }

    /// The chunk that holds a token.
    pub fn at(&self, token: usize) -> Option<Chunk> {
        self.of_token.get(token).copied().flatten().map(|number| self.chunks[number as usize])
    }

    /// The noun phrase that holds a token.
    pub fn noun_at(&self, token: usize) -> Option<Tokens> {
        match self.at(token) {
            Some(Chunk::Noun(range)) => Some(range),
            _ => None,
        }
    }

    /// The verb group that holds a token.
    pub fn verb_at(&self, token: usize) -> Option<VerbGroup> {
        match self.at(token) {
            Some(Chunk::Verb(group)) => Some(group),
            _ => None,
        }
    }

    /// The verb groups whose first token lies in `range`, in order.
    pub fn verbs(&self, range: Tokens) -> impl Iterator<Item = VerbGroup> {
        let from = self.chunks.partition_point(|chunk| chunk.tokens().first < range.first);
        self.chunks[from..].iter().take_while(move |chunk| chunk.tokens().first < range.end).filter_map(
            |chunk| match chunk {
                Chunk::Verb(group) => Some(*group),
                _ => None,
            },
        )
    }

    /// The noun phrases that share a token with `range`, in order.
    pub fn nouns(&self, range: Tokens) -> impl Iterator<Item = Tokens> {
        let from = self.chunks.partition_point(|chunk| chunk.tokens().end <= range.first);
        self.chunks[from..].iter().take_while(move |chunk| chunk.tokens().first < range.end).filter_map(
            |chunk| match chunk {
                Chunk::Noun(noun) => Some(*noun),
                _ => None,
            },
        )
    }

    /// Whether a finite verb begins in `range`.
    pub fn has_finite(&self, range: Tokens) -> bool {
        self.verbs(range).any(|group| group.is_finite())
    }
}

impl Chunk {
    pub fn tokens(self) -> Tokens {
        match self {
            Self::Noun(range) | Self::Time(range) => range,
            Self::Verb(group) => group.tokens,
        }
    }
}

/// Whether a token can open a noun phrase.
pub(crate) fn opens_noun_phrase(token: &Reading) -> bool {
    matches!(
        token.upos,
        Upos::Det | Upos::Pron | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Sym
    )
}
