//! The pipeline, from a text to a document.

use std::sync::Arc;

use crate::attribution;
use crate::document::{Document, Metadata, Tokens};
use crate::layout::Layout;
use crate::lexicon::Lexicon;
use crate::mention::Resolver;
use crate::parse::Parsed;
use crate::sentence::SentenceSplitter;
use crate::span::OffsetMap;
use crate::stance;

/// Reads texts: holds the lexicons. Cheap to clone; make one and share it between threads.
///
/// # Examples
/// ```
/// let analyzer = notaverbale::Analyzer::default();
/// let document = analyzer.analyze("Foreign Minister Ana Lima of Brazil said that Brazil firmly supports the ceasefire.");
/// let statement = &document.statements()[0];
/// assert_eq!(statement.speaker.as_deref(), Some("Ana Lima"));
/// assert_eq!(statement.stances[0].holder.as_deref(), Some("Brazil"));
/// assert_eq!(document.words(&statement.stances[0].target), "the ceasefire");
/// ```
#[derive(Clone, Debug)]
pub struct Analyzer {
    lexicon: Arc<Lexicon>,
    splitter: SentenceSplitter,
}

impl Default for Analyzer {
    /// The analyzer with the lexicons that ship with the crate. The first call reads them.
    fn default() -> Self {
        Self { lexicon: Lexicon::embedded(), splitter: SentenceSplitter::default() }
    }
}

impl Analyzer {
    /// Analyzes `text`. Never fails and never panics, in time linear in `text.len()`: a sentence of more than 4,000 bytes
    /// is read in pieces.
    pub fn analyze(&self, text: &str) -> Document {
        self.analyze_with(text, &Metadata::default())
    }

    /// Analyzes `text` with what the caller knows of it: an author makes it a first-person text.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Analyzer, Metadata};
    /// let metadata = Metadata { author: Some("Ana Lima".into()), ..Metadata::default() };
    /// let document = Analyzer::default().analyze_with("We welcome the ceasefire. It must last.", &metadata);
    /// assert!(document.statements().iter().all(|statement| statement.speaker.as_deref() == Some("Ana Lima")));
    /// ```
    pub fn analyze_with(&self, text: &str, metadata: &Metadata) -> Document {
        let layout = Layout::new(text);
        let sentences = self.splitter.split_layout(text, &layout);
        let parsed = Parsed::new(&self.lexicon, text, layout, &sentences);
        let cast = parsed.cast();
        let found = attribution::attribute(&parsed, &cast, metadata.author.as_deref());
        let resolver = Resolver::new(&self.lexicon, text, &cast, parsed.sides());
        let statements = found
            .into_iter()
            .map(|attributed| {
                let stances = stance::stances(&parsed.view(attributed.sentence), &resolver, &attributed);
                attribution::Statement { stances, ..attributed.statement }
            })
            .collect();
        let dateline = parsed.layout.dateline.clone();
        let mut metadata = metadata.clone();
        metadata.date =
            metadata.date.or_else(|| dateline.as_ref().and_then(|dateline| dateline.date.clone()));
        Document {
            text: text.to_owned(),
            metadata,
            dateline: dateline.map(|dateline| dateline.span),
            sentences,
            tokens: Tokens::default(),
            statements,
            offsets: OffsetMap::new(text),
        }
    }
}
