//! The Python module `notaverbale._native`; users import `notaverbale`.
//!
//! Python counts in code points, the core in bytes: `convert.rs` is the one place that turns one into the other.

#![allow(rustdoc::broken_intra_doc_links, reason = "what Python sees has Python's docstrings")]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may panic"))]

mod analysis;
mod capsule;
mod column;
mod command;
mod convert;
mod corpus;
mod document;
mod error;
mod expressions;
mod hint;
mod member;
mod mention;
mod names;
mod options;
mod parallel;
mod pickle;
mod repr;
mod span;
mod splitter;
mod stance;
mod statement;
mod strings;
mod table;
mod token;

/// The compiled part of ``notaverbale``, which re-exports what is public in it.
#[pyo3::pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use crate::analysis::{analyze, sentences};
    #[pymodule_export]
    use crate::command::run_cli;
    #[pymodule_export]
    use crate::corpus::{Corpus, analyze_many, restore_corpus};
    #[pymodule_export]
    use crate::document::{Document, html_style, restore_document};
    #[pymodule_export]
    use crate::member::{Member, restore_member};
    #[pymodule_export]
    use crate::mention::Mention;
    #[pymodule_export]
    use crate::span::{Sentence, Span};
    #[pymodule_export]
    use crate::splitter::{SentenceSplitter, restore_splitter};
    #[pymodule_export]
    use crate::stance::{Stance, restore_stance};
    #[pymodule_export]
    use crate::statement::{Statement, restore_statement};
    #[pymodule_export]
    use crate::table::{Table, restore_table};
    #[pymodule_export]
    use crate::token::Token;

    /// The version of the package.
    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "the name that Python gives it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
