//! A word in its tree, and with all that is known of it.

use super::Deprel;
use crate::span::Span;
use crate::tag::{Tag, Upos, Xpos};

/// A word's tags and its place in the tree.
///
/// # Examples
/// ```
/// # #[cfg(feature = "models")] {
/// use notaverbale::{Parser, Tokenizer};
/// let text = "Peru agreed.";
/// let words = Parser::embedded().parse(text, &Tokenizer::default().spans(text));
/// assert_eq!((words[0].head, words[0].deprel.as_str(), words[0].tag.upos.as_str()), (Some(1), "nsubj", "PROPN"));
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Dependency {
    /// The parts of speech.
    pub tag: Tag,
    /// The place of the head among the words, from 0; none for the word that hangs on the root.
    pub head: Option<usize>,
    /// The relation to the head.
    pub deprel: Deprel,
}

/// A word, a number or a mark: where it stands, its parts of speech, its lemma, and its place in its sentence's tree.
///
/// # Examples
/// ```
/// # #[cfg(feature = "models")] {
/// let document = notaverbale::Analyzer::default().analyze("Peru thanked its neighbours.");
/// let token = &document.tokens()[1];
/// assert_eq!((token.upos.as_str(), token.xpos.as_str(), &*token.lemma), ("VERB", "VBD", "thank"));
/// assert_eq!((token.head, token.deprel.as_str()), (None, "root"));
/// # }
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Token {
    /// In bytes, half open; never empty.
    pub span: Span,
    /// The number of its sentence in the document, from 0.
    pub sentence: usize,
    /// The universal part of speech.
    pub upos: Upos,
    /// The Penn Treebank's part of speech.
    pub xpos: Xpos,
    /// How a dictionary would list it.
    pub lemma: Box<str>,
    /// The place of its head among the document's tokens, from 0; none for the root of a sentence.
    pub head: Option<usize>,
    /// The relation to its head.
    pub deprel: Deprel,
}
