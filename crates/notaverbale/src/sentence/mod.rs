//! Sentences.
//!
//! Input: the text and its layout. Output: sentences, each with its paragraph; a dateline belongs to the first one, a
//! quotation of several sentences is split (or kept whole, see [`Quotations`]).
//!
//! Method: rules over a stop, the word before it and the words behind it say end, no end, or nothing (Read et al. 2012,
//! COLING, compare such rules); the places where they say nothing, a stop before a small letter and white space without
//! a stop, are left to a linear model over the shapes and forms of the words around them. UAX #29 (rules SB6 to SB11) is
//! the model for which marks close a sentence and what follows them; its own boundaries measured lower.
//!
//! Known limit: `He was in the U.S. Senate aides waited.`

mod abbreviation;
mod boundary;
mod habit;
mod list;
#[cfg(feature = "models")]
mod model;
mod question;
mod rule;
mod splitter;
mod stop;
#[doc(hidden)]
pub mod training;

#[cfg(not(feature = "models"))]
use crate::without_models::sentence as model;
pub use splitter::{Quotations, Sentence, SentenceSplitter};
