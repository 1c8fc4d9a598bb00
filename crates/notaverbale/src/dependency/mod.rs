//! Dependencies: which word depends on which, and how.
//!
//! Input: the words of a sentence. Output: a head and a relation for each, as a tree (Universal Dependencies). The method
//! scores every pair of words and takes the best tree. Known limit: where a phrase hangs when grammar allows both
//! (`met the minister in Beijing`) is a guess from words seen in training.

mod arc;
mod parser;
mod relation;
mod token;
pub mod tree;

pub use parser::{Dependency, Parser};
pub use relation::Deprel;
pub use token::Token;
