//! Reads diplomatic readouts and political news and returns who said what, and with what stance.
//!
//! ```text
//! text → layout → sentences → tokens → tags → phrases → mentions → statements → stances → table
//! ```
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(
    not(feature = "models"),
    allow(dead_code, unused_imports, reason = "models ask more than rules do")
)]

mod analyzer;
mod attribution;
#[cfg(feature = "models")]
mod conllu;
mod dependency;
mod document;
mod error;
mod expression;
mod layout;
#[cfg(feature = "models")]
mod lemma;
mod lexicon;
mod mention;
#[cfg(feature = "models")]
mod model;
#[cfg(feature = "models")]
mod network;
mod parse;
mod reading;
#[cfg(feature = "serde")]
mod record;
mod sentence;
mod span;
mod stance;
#[cfg(feature = "serde")]
mod stored;
mod syntax;
pub mod table;
mod tag;
mod token;
#[cfg(feature = "models")]
mod with_models;
#[cfg(not(feature = "models"))]
mod without_models;

pub use analyzer::{Analyzer, Attribution};
pub use attribution::{Kind, Statement};
#[cfg(feature = "models")]
pub use dependency::{Dependency, Deprel, Parser, Token};
pub use document::{Document, Metadata};
pub use layout::{Dateline, Layout, LineBreaks, Paragraph, Quotation};
#[cfg(feature = "models")]
pub use lemma::Lemmatizer;
pub use lexicon::stance_expression::{ExpressionError, StanceExpression};
pub use mention::{Member, MemberKind, Mention, MentionForm};
#[cfg(feature = "models")]
pub use model::{Model, ModelError};
#[cfg(feature = "serde")]
pub use record::Record;
pub use sentence::{Quotations, Sentence, SentenceSplitter};
pub use span::{OffsetMap, Span};
pub use stance::{Act, Polarity, Stance, Strength};
#[cfg(feature = "models")]
pub use tag::{Tag, Tagger, Upos, Xpos};
pub use token::Tokenizer;

/// What learning a model shares with using it; no part of the stable interface.
#[cfg(feature = "models")]
#[doc(hidden)]
pub mod training {
    pub use crate::attribution::learned::training as attribution;
    pub use crate::dependency::tree::best_tree;
    pub use crate::lemma::{Edit, LONGEST_SUFFIX, lexicon_verbs, plain};
    pub use crate::mention::training as mention;
    pub use crate::network::activation;
    pub use crate::sentence::training as sentence;
    pub use crate::tag::feature;

    /// How files of learned numbers are written, and read part by part.
    pub mod model {
        pub use crate::model::{Reader, write};
    }
}
