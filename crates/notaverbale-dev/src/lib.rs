//! Tools for those who work on notaverbale: scores on annotated corpora, and the time that analysis takes.
//!
//! The corpora lie where `NOTAVERBALE_DATA` says (default `../shared/data`), the scorers in `tools` beside that folder.

pub mod conll;
pub mod conllu;
pub mod corpus;
pub mod evaluate;
pub mod speed;
pub mod train;
pub mod treebank;
