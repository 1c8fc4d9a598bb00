//! From a text to its sentences.

use std::collections::HashSet;
use std::sync::Arc;

use super::abbreviation::Abbreviations;
use super::boundary::Scan;
use super::habit::Habit;
use super::model::Model;
use super::question::Question;
use super::rule::Rules;
use crate::layout::{Layout, LineBreaks, Paragraph, Quotation};
use crate::lexicon::sentence_word::Words;
use crate::span::Span;

/// The longest quotation, in bytes, that is kept whole: a mark that somebody forgot should not swallow the text.
const LONGEST_QUOTATION: usize = 2_000;

/// A sentence and the paragraph that it stands in.
///
/// # Examples
/// ```
/// let text = "Talks began.\n\nThey go on.";
/// let sentence = notaverbale::SentenceSplitter::default().split(text)[1];
/// assert_eq!((sentence.span.text(text), sentence.paragraph), ("They go on.", 1));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Sentence {
    /// From the first to the last character that is not white space, in bytes; never empty.
    pub span: Span,
    /// The index of its paragraph, from 0.
    pub paragraph: usize,
}

/// What becomes of a quotation of several sentences.
///
/// # Examples
/// ```
/// use notaverbale::{Quotations, SentenceSplitter};
/// let splitter = SentenceSplitter::default().quotations(Quotations::Whole);
/// assert_eq!(splitter.split("“We agree. It is time,” Lind said.").len(), 1);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Quotations {
    /// It is split: `“We will go on.` and `It is time,” Lind said.`
    #[default]
    Split,
    /// It stays in one sentence: `“We will go on. It is time,” Lind said.` One of more than 2,000 bytes is split.
    Whole,
}

impl Quotations {
    /// Every choice, the default first.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Quotations;
    /// assert_eq!(Quotations::ALL, [Quotations::Split, Quotations::Whole]);
    /// ```
    pub const ALL: &'static [Self] = &[Self::Split, Self::Whole];

    /// The name that the command line, Python and serde use.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(notaverbale::Quotations::default().as_str(), "split");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Split => "split",
            Self::Whole => "whole",
        }
    }
}

/// Splits texts into sentences; needs no other stage but the layout.
///
/// # Examples
/// ```
/// let text = "Mr. Lind came at 6 p.m. He left.";
/// let sentences = notaverbale::SentenceSplitter::default().split(text);
/// assert_eq!(sentences[0].span.text(text), "Mr. Lind came at 6 p.m.");
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SentenceSplitter {
    quotations: Quotations,
    line_breaks: LineBreaks,
    abbreviations: Arc<HashSet<String>>,
}

impl SentenceSplitter {
    /// What becomes of quotations of several sentences; they are split by default.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Quotations, SentenceSplitter};
    /// let text = "“We will go on. It is time,” Lind said. He left.";
    /// assert_eq!(SentenceSplitter::default().split(text).len(), 3);
    /// assert_eq!(SentenceSplitter::default().quotations(Quotations::Whole).split(text).len(), 2);
    /// ```
    #[must_use]
    pub fn quotations(self, quotations: Quotations) -> Self {
        Self { quotations, ..self }
    }

    /// Where line breaks end sentences; by default the layout tells (headings, list items, turn labels). A blank line
    /// always ends one.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{LineBreaks, SentenceSplitter};
    /// let text = "Ana Lima\nof Brazil spoke.\n- She left.";
    /// assert_eq!(SentenceSplitter::default().split(text).len(), 2);
    /// assert_eq!(SentenceSplitter::default().line_breaks(LineBreaks::Always).split(text).len(), 3);
    /// assert_eq!(SentenceSplitter::default().line_breaks(LineBreaks::Never).split("Aims\n- peace").len(), 1);
    /// ```
    #[must_use]
    pub fn line_breaks(self, line_breaks: LineBreaks) -> Self {
        Self { line_breaks, ..self }
    }

    /// Abbreviations of the caller's own, with or without their last stop, in the case of the text: a full stop behind
    /// one never ends a sentence within a paragraph. They add to those that ship.
    ///
    /// # Examples
    /// ```
    /// let text = "The Sndg. Vertreter left.";
    /// let splitter = notaverbale::SentenceSplitter::default();
    /// assert_eq!(splitter.split(text).len(), 2);
    /// assert_eq!(splitter.abbreviations(["Sndg."]).split(text).len(), 1);
    /// ```
    #[must_use]
    pub fn abbreviations<S: AsRef<str>>(self, abbreviations: impl IntoIterator<Item = S>) -> Self {
        let bare = |form: S| form.as_ref().trim().trim_end_matches('.').to_owned();
        let own = abbreviations.into_iter().map(bare).filter(|form| !form.is_empty());
        let known = self.abbreviations.iter().cloned().chain(own).collect();
        Self { abbreviations: Arc::new(known), ..self }
    }

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
        let layout = match self.quotations {
            Quotations::Split => Layout::of_page(text, self.line_breaks),
            Quotations::Whole => Layout::of_page(text, self.line_breaks).with_quotations(text),
        };
        self.split_layout(text, &layout)
    }

    /// Splits a text that is laid out already: no sentence ends inside a dateline, a turn label or a list mark.
    pub(crate) fn split_layout(&self, text: &str, layout: &Layout) -> Vec<Sentence> {
        let model = Model::embedded();
        self.split_by(text, layout, |_, question| model.answer(question))
    }

    /// The same, with another answer to what rules leave open: `answer` is told where the question's paragraph begins.
    pub(super) fn split_by(
        &self,
        text: &str,
        layout: &Layout,
        mut answer: impl FnMut(usize, &Question) -> bool,
    ) -> Vec<Sentence> {
        let rules = Rules {
            abbreviations: Abbreviations::embedded(),
            words: Words::embedded(),
            own: &self.abbreviations,
        };
        let habit = Habit::new(text);
        let mut quotations = layout.quotations.iter().filter(|quotation| self.keeps(quotation)).peekable();
        let mut sentences = Vec::new();
        for (paragraph, &Paragraph { span }) in layout.paragraphs.iter().enumerate() {
            let head = layout.head_end(text, paragraph) - span.start;
            let mut start = span.start;
            for end in
                Scan::ends(span.text(text), head, &habit, &rules, |question| answer(span.start, question))
            {
                let end = span.start + end;
                while quotations.next_if(|quotation| quotation.span.end <= end).is_some() {}
                if quotations.peek().is_some_and(|quotation| quotation.span.start < end) && end < span.end {
                    continue;
                }
                let sentence = Span::new(start, end).trim(text);
                if !sentence.is_empty() {
                    sentences.push(Sentence { span: sentence, paragraph });
                }
                start = end;
            }
        }
        sentences
    }

    /// Whether no sentence ends inside the quotation.
    fn keeps(&self, quotation: &Quotation) -> bool {
        self.quotations == Quotations::Whole
            && quotation.depth == 0
            && !quotation.runs_on
            && quotation.span.len() <= LONGEST_QUOTATION
    }
}
