//! Reads diplomatic readouts and political news and returns who said what, and with what stance.
//!
//! ```text
//! text → layout → sentences → tokens → tags → phrases → mentions → statements → stances → table
//! ```
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod analyzer;
mod attribution;
mod conllu;
mod dependency;
mod document;
mod error;
mod expression;
mod layout;
mod lemma;
mod lexicon;
mod mention;
pub mod model;
mod network;
mod parse;
mod reading;
mod record;
mod sentence;
mod span;
mod stance;
mod syntax;
pub mod table;
mod tag;
mod token;

pub use analyzer::{Analyzer, Attribution};
pub use attribution::{Kind, Statement};
pub use dependency::{Dependency, Deprel, Parser, Token};
pub use document::{Document, Metadata};
pub use layout::{Dateline, Layout, LineBreaks, Paragraph, Quotation};
pub use lemma::Lemmatizer;
pub use lexicon::stance_expression::{ExpressionError, StanceExpression};
pub use mention::{Member, MemberKind, Mention, MentionForm};
pub use record::Record;
pub use sentence::{Quotations, Sentence, SentenceSplitter};
pub use span::{OffsetMap, Span};
pub use stance::{Act, Polarity, Stance, Strength};
pub use tag::{Tag, Tagger, Upos, Xpos};
pub use token::Tokenizer;

/// What learning a model shares with using it; no part of the stable interface.
#[doc(hidden)]
pub mod training {
    pub use crate::attribution::learned::training as attribution;
    pub use crate::dependency::tree::best_tree;
    pub use crate::lemma::{Edit, LONGEST_SUFFIX, lexicon_verbs, plain};
    pub use crate::mention::training as mention;
    pub use crate::network::activation;
    pub use crate::sentence::training as sentence;
    pub use crate::tag::feature;
}

/// Runs the README's Rust example.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
