//! Sentences.
//!
//! Input: the text and its layout. Output: sentences, each with its paragraph; a dateline belongs to the first one, a
//! quotation of several sentences is split. Method: a stop ends a sentence unless an abbreviation, a number or what
//! follows speaks against it (Read et al. 2012, COLING, compare such rules). Known limit: `He was in the U.S. Senate
//! aides waited.`

mod abbreviation;
mod boundary;

use crate::layout::{Layout, Paragraph};
use crate::span::Span;

/// A sentence and the paragraph that it stands in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Sentence {
    /// From the first to the last character that is not white space, in bytes; never empty.
    pub span: Span,
    /// The index of its paragraph, from 0.
    pub paragraph: usize,
}

/// Splits texts into sentences; needs no other stage but the layout.
#[derive(Clone, Copy, Debug, Default)]
pub struct SentenceSplitter {}

impl SentenceSplitter {
    /// Splits `text` into sentences and returns them in order.
    ///
    /// Spans are half-open **byte** offsets, always on `char` boundaries. White space between sentences belongs to
    /// neither, so spans do not overlap and only white space lies outside them. Empty text gives none. Never fails;
    /// linear in `text.len()`.
    ///
    /// # Examples
    /// ```
    /// let text = "Mr. Wang met Mr. Lind in Washington, D.C. They agreed. “We will go on. It is time,” Lind said.";
    /// let sentences = notaverbale::SentenceSplitter::default().split(text);
    /// assert_eq!(sentences[1].span.text(text), "They agreed.");
    /// assert_eq!(sentences[3].span.text(text), "It is time,” Lind said.");
    /// ```
    ///
    /// # References
    /// Unicode Standard Annex #29. Abbreviations: `data/lexicon/abbreviation.tsv`. Read et al. (2012), COLING.
    pub fn split(&self, text: &str) -> Vec<Sentence> {
        self.split_layout(text, &Layout::new(text))
    }

    /// Splits a text that is laid out already: no sentence ends inside a dateline, a turn label or a list mark.
    pub(crate) fn split_layout(&self, text: &str, layout: &Layout) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        for (paragraph, Paragraph { span, .. }) in layout.paragraphs.iter().enumerate() {
            let head = layout.head_end(text, paragraph);
            let mut start = span.start;
            for end in boundary::ends(span.text(text)).into_iter().map(|end| span.start + end) {
                let sentence = Span::new(start, end).trim(text);
                if !sentence.is_empty() && (end > head || end == span.end) {
                    sentences.push(Sentence { span: sentence, paragraph });
                    start = end;
                }
            }
        }
        sentences
    }
}
