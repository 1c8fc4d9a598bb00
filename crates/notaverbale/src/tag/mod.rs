//! Part-of-speech tags.
//!
//! Input: the words of a sentence. Output: for each its universal part of speech and the Penn Treebank's. The method is a
//! network that reads words with their endings, beginnings and shapes from both ends of the sentence. Known limit: a lower-case
//! name and a capitalised noun are told apart by what was seen in training (`the Sides agreed`).

pub mod feature;
mod gates;
mod input;
pub(crate) mod tagger;
mod upos;
mod xpos;

pub use tagger::{Tag, Tagger};
pub use upos::Upos;
pub use xpos::Xpos;
