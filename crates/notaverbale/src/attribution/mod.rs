//! Statements: who said what, by which words.
//!
//! Input: the sentences of a document with tags, phrases and quotations. Output: statements with source, cue and
//! content. Method: a learned model over what the rules find (`learned`), or the rules alone (`rule`). Quotations without a
//! cue, turns, first-person texts and the unmarked sentences of ministry style are continued statements, by rules. Known
//! limit: in first-person texts and turns other people's words are found by rules only.

mod continuation;
mod document;
pub(crate) mod draft;
mod kind;
#[cfg(feature = "models")]
pub(crate) mod learned;
mod ministry;
mod order;
mod report;
mod rule;
mod scribe;
mod voice;

#[cfg(not(feature = "models"))]
use crate::without_models as learned;
pub(crate) use document::attribute;
pub use kind::Kind;
pub(crate) use learned::Attributor;
pub(crate) use rule::source::before as subject;
pub(crate) use scribe::Attributed;

use crate::span::Span;
use crate::stance::Stance;

/// A stretch of text that the document attributes to somebody: what they said, wrote, think, want or intend.
///
/// # Examples
/// ```
/// let text = "“We agree,” Foreign Minister Ana Lima of Brazil said.";
/// let document = notaverbale::Analyzer::default().analyze(text);
/// let statement = &document.statements()[0];
/// assert_eq!((statement.speaker.as_deref(), statement.party.as_deref()), (Some("Ana Lima"), Some("Brazil")));
/// assert_eq!(statement.source[0].text(text), "Foreign Minister Ana Lima of Brazil");
/// assert_eq!((statement.cue[0].text(text), statement.content[0].text(text)), ("said", "We agree"));
/// ```
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Statement {
    /// The fullest name in the document for whose words these are, without title; `None` where it can't be told.
    pub speaker: Option<String>,
    /// The country or organisation whose side the speaker is on, by its usual short English name.
    pub party: Option<String>,
    /// Quoted or reported.
    pub kind: Kind,
    /// Whether this sentence goes on with the words of an earlier statement and has no cue of its own.
    pub continued: bool,
    /// The index, in the document's statements, of the cued statement that a continued one belongs to.
    pub continues: Option<usize>,
    /// From 0 to 1: the share of statements like it that were right on annotated development texts; those of the learned
    /// model are alike by how far its choices lead, those of rules by their pattern.
    pub confidence: f32,
    /// The noun phrase that names who; empty where the text has none for this cue.
    pub source: Vec<Span>,
    /// The words that carry the attributing; empty where there are none.
    pub cue: Vec<Span>,
    /// The place of the speaker in [`Document::cast`](crate::Document::cast); `None` where there is no speaker.
    pub member: Option<usize>,
    /// The words that name the speaker: the source itself or, where it is a pronoun or missing, the mention before it that is
    /// a name or a description; `None` where no words do.
    pub mention: Option<Span>,
    /// What is attributed, in pieces where the source and the cue interrupt it; never empty.
    pub content: Vec<Span>,
    /// The positions that the statement expresses, in order of their expressions.
    pub stances: Vec<Stance>,
}
