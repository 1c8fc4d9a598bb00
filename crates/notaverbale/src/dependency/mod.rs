//! Dependencies: which word depends on which, and how.
//!
//! Input: the words of a sentence. Output: a head and a relation for each, as a tree (Universal Dependencies). The method
//! scores every pair of words and takes the best tree. Known limit: where a phrase hangs when grammar allows both
//! (`met the minister in Beijing`) is a guess from words seen in training.

#[cfg(feature = "models")]
mod arc;
#[cfg(feature = "models")]
mod parser;
mod relation;
mod token;
#[cfg(feature = "models")]
pub mod tree;

#[cfg(not(feature = "models"))]
pub use crate::without_models::Parser;
#[cfg(feature = "models")]
pub use parser::Parser;
pub use relation::Deprel;
pub use token::{Dependency, Token};
