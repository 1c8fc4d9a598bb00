//! Tokens: words, numbers and marks, with offsets.
//!
//! Input: the text of a sentence. Output: tokens after the convention of the English treebanks of Universal Dependencies
//! (Silveira et al. 2014, LREC; Zeldes 2017): clitics leave their word (`don't` → `do` `n't`, `Lind's` → `Lind` `'s`), a
//! hyphen parts its words (`vice-president` → `vice` `-` `president`) but stays behind a prefix (`non-binding`). Known
//! limits: a missing apostrophe (`the ministers view`), a missing space (`talks.They` is parted, `inTexas` is not).

mod address;
mod clitic;
pub(crate) mod compound;
mod form;
mod mark;
mod number;
mod tokenizer;
mod word;

pub use tokenizer::Tokenizer;

use crate::lexicon::vocabulary::{Feature, VerbForm, WordId};
use crate::span::Span;
use crate::tag::Upos;

/// A word, a number or a mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Token {
    /// In bytes, half open; never empty.
    pub span: Span,
    /// The part of speech, by lexicon and rules.
    pub upos: Upos,
    pub(crate) word: WordId,
    /// The lemma, where the token is a verb or an auxiliary that the lexicon knows; else the word itself.
    pub(crate) lemma: WordId,
    pub(crate) feature: Feature,
    /// What form of its verb the token is; none for other parts of speech.
    pub(crate) form: VerbForm,
}

impl Token {
    pub(crate) fn new(span: Span) -> Self {
        Self {
            span,
            upos: Upos::X,
            word: WordId::UNKNOWN,
            lemma: WordId::UNKNOWN,
            feature: Feature::None,
            form: VerbForm::NONE,
        }
    }

    /// Whether the token is a mark, not a word.
    pub(crate) fn is_mark(&self) -> bool {
        self.upos == Upos::Punct
    }
}
