//! Reads diplomatic readouts and political news and returns who said what, and with what stance.
//!
//! ```text
//! text → layout → sentences → tokens → tags → phrases → mentions → statements → stances → table
//! ```
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod analyzer;
mod attribution;
mod document;
mod error;
mod expression;
mod layout;
mod lexicon;
mod mention;
mod parse;
mod record;
mod sentence;
mod span;
mod stance;
mod syntax;
pub mod table;
mod tag;
mod token;

pub use analyzer::Analyzer;
pub use attribution::{Kind, Statement};
pub use document::{Document, Metadata};
pub use layout::{Dateline, Layout, Paragraph, Quotation};
pub use record::Record;
pub use sentence::{Sentence, SentenceSplitter};
pub use span::{OffsetMap, Span};
pub use stance::{Act, Polarity, Stance, Strength};
pub use tag::Upos;
pub use token::{Token, Tokenizer};

/// Runs the README's Rust example.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
