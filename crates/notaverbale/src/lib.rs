//! Reads diplomatic readouts and political news and returns who said what, and with what stance.
//!
//! ```
//! use notaverbale::Analyzer;
//!
//! let text = "Foreign Minister Ana Lima of Brazil said that Brazil firmly supports the ceasefire.";
//! let document = Analyzer::default().analyze(text);
//! let statement = &document.statements()[0];
//! assert_eq!(statement.speaker.as_deref(), Some("Ana Lima"));
//! assert_eq!(statement.content[0].text(text), "that Brazil firmly supports the ceasefire");
//!
//! let stance = &statement.stances[0];
//! assert_eq!((stance.holder.as_deref(), stance.act.as_str()), (Some("Brazil"), "support"));
//! assert_eq!(document.words(&stance.target), "the ceasefire");
//! ```
//!
//! English. No network, no downloads, no I/O during analysis, no unsafe code. Any `&str` is a document: [`Analyzer::analyze`]
//! returns no `Result` and never panics, in time linear in the length of the text. The same text gives the same document on
//! every machine.
//!
//! # The pipeline
//! ```text
//! text → layout → sentences → tokens → phrases → mentions → statements → stances → tables, JSON
//!                               │                               │            │
//!                               └─ tags ── what each word is ───┤            │
//!                                    └─ lemmas, trees ── what hangs on it ───┘
//! ```
//! The upper line is rules over lexicons; what hangs below it is learned, and needs the feature `models`. A stage adds to those
//! before it and never asks one behind it, so that most work alone:
//!
//! | stage | finds | alone | in a document |
//! | --- | --- | --- | --- |
//! | layout | paragraphs, dateline, turn labels, paired quotation marks | [`Layout::new`] | [`Document::dateline`] |
//! | sentences | where a sentence ends | [`SentenceSplitter`] | [`Document::sentences`] |
//! | tokens | words and marks | [`Tokenizer`] | [`Document::tokens`] |
//! | tags | parts of speech | [`Tagger`] | [`Token::upos`], [`Token::xpos`] |
//! | lemmas | the word of the dictionary | [`Lemmatizer`] | [`Token::lemma`] |
//! | trees | which word depends on which | [`Parser`] | [`Token::head`], [`Token::deprel`] |
//! | mentions | people and bodies, and the words for them | | [`Document::cast`] |
//! | statements | speaker, source, cue, content | | [`Document::statements`] |
//! | stances | holder, act, polarity, target | | [`Document::stances`] |
//! | tables, JSON | what leaves | | [`Document::statement_rows`], [`Document::stance_rows`], [`Document::record`] |
//!
//! What only you know of names and words goes in by [`Analyzer::aliases`], [`Analyzer::parties`] and [`Analyzer::expressions`],
//! what you know of a text by [`Metadata`].
//!
//! # Offsets
//! A [`Span`] is half open and counts **bytes** of your own text, always on `char` boundaries, so that it slices the text. The
//! tables and [`Record`] count **code points**, as Python does; [`Document::code_points`] and [`OffsetMap`] convert. What stands in
//! several pieces is a list of spans. What the words do not tell is `None`, or a list without spans: nothing is invented.
//!
//! # Features
//! Both are on by default.
//! - `models`: tagger, lemmatizer and parser, attribution by a learned model, and the learned numbers (4.7 MB) in the program.
//!   Without it sentences, tokens, statements and stances go by rules, as with [`Attribution::Rules`]: faster, with fewer
//!   statements found, and with 7 other crates to compile rather than 21. Features add up: where another crate of a program asks
//!   for `models`, ask for [`Attribution::Rules`] if it is rules that you mean.
//! - `serde`: [`Document`] and what it holds, from and to any format of serde, and the JSON of [`Document::record`].
//!
//! # Examples
//! `cargo run --example` and a name: `sentences`, `statements` (of a file), `stances_csv`, `own_words` (names and a lexicon of
//! your own), `parallel` (many documents, with rayon), `highlight` (spans on a terminal).
//!
//! # Limits
//! Statements come from a model that learned from US political news and a few dozen readouts; stances from a lexicon of acts,
//! so that an evaluation in free words (`is a farce`) is found only where the lexicon has the word. Nothing is known of the world: a
//! party that no word tells is `None`. The README gives the scores, each with its command, and what still goes wrong.
//!
//! # Licence
//! The code and the lexicons are under MIT or Apache-2.0, at your option. The learned numbers under `data/model` are under CC BY-SA
//! 4.0; their card there names the texts they were learned from. A program without the feature `models` holds none of them.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]
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
