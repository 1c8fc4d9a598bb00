//! Tools for those who work on notaverbale: scores on annotated corpora, the time that analysis takes, and the models learned from them.
//!
//! The corpora lie where `NOTAVERBALE_DATA` says (default `../shared/data`), the scorers in `tools` beside that folder.

pub mod budget;
pub mod conll;
pub mod conllu;
pub mod coreference;
pub mod corpus;
pub mod evaluate;
pub mod speakers;
pub mod speed;
pub mod train;
pub mod treebank;

/// Runs the Rust example of the README, which the package of the core holds elsewhere.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
pub struct Readme;

/// Runs the Rust example of the documentation's site.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/api/rust.md")]
pub struct Page;
