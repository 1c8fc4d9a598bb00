//! Part-of-speech tags.
//!
//! Input: the words of a sentence. Output: for each its universal part of speech and the Penn Treebank's. The method is a
//! network that reads words with their endings, beginnings and shapes from both ends of the sentence. Known limit: a lower-case
//! name and a capitalised noun are told apart by what was seen in training (`the Sides agreed`).

#[cfg(feature = "models")]
pub mod feature;
#[cfg(feature = "models")]
mod gates;
#[cfg(feature = "models")]
mod input;
#[cfg(feature = "models")]
pub(crate) mod tagger;
mod upos;
mod xpos;

#[cfg(feature = "models")]
pub use tagger::Tagger;
pub use upos::Upos;
pub use xpos::Xpos;

/// The parts of speech of a word.
///
/// # Examples
/// ```
/// # #[cfg(feature = "models")] {
/// use notaverbale::{Tagger, Tokenizer, Upos};
/// let text = "Peru agreed.";
/// let tags = Tagger::embedded().tag(text, &Tokenizer::default().spans(text));
/// assert_eq!((tags[0].upos, tags[0].xpos.as_str()), (Upos::Propn, "NNP"));
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Tag {
    /// The universal one.
    pub upos: Upos,
    /// The Penn Treebank's.
    pub xpos: Xpos,
}

impl Tag {
    /// These two parts of speech.
    ///
    /// # Examples
    /// ```
    /// # #[cfg(feature = "models")] {
    /// use notaverbale::{Lemmatizer, Tag, Upos, Xpos};
    /// let past = Tag::new(Upos::Verb, Xpos::from_name("VBD").unwrap());
    /// assert_eq!(Lemmatizer::embedded().lemma("sought", past), "seek");
    /// # }
    /// ```
    pub const fn new(upos: Upos, xpos: Xpos) -> Self {
        Self { upos, xpos }
    }
}
