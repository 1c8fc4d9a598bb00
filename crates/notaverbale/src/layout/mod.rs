//! The layout of the page: what stands where, before any word is read.
//!
//! Input: the text. Output: paragraphs, the dateline (also behind a crawl prefix), turn labels and paired quotation
//! marks. Known limit: headings and list items count as paragraphs only where blank lines or line breaks set them off.

mod dateline;
mod heading;
mod paragraph;
mod quotation;
mod turn;

pub use dateline::Dateline;
pub(crate) use paragraph::BULLETS;
pub use paragraph::{LineBreaks, Paragraph};
pub use quotation::Quotation;

use std::collections::HashSet;

use crate::span::Span;
use paragraph::first_of_list_item;

/// What the page shows of a text before any word is read. All spans are bytes, half open.
///
/// # Examples
/// ```
/// let layout = notaverbale::Layout::new("SECRETARY LIND: “We agree.”\n\nQUESTION: When?");
/// assert_eq!((layout.paragraphs.len(), layout.labels.len(), layout.quotations.len()), (2, 2, 1));
/// assert_eq!(layout.dateline, None);
/// ```
#[derive(Clone, PartialEq, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Layout {
    /// The paragraphs, in order; only white space lies outside them.
    pub paragraphs: Vec<Paragraph>,
    /// The dateline at the head of the text.
    pub dateline: Option<Dateline>,
    /// The turn label at the head of each paragraph that has one (`SECRETARY LIND`), without its colon.
    pub labels: Vec<Option<Span>>,
    /// The paired quotation marks, by their opening marks.
    pub quotations: Vec<Quotation>,
}

impl Layout {
    /// Lays out `text`. Never fails; linear in `text.len()`.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Layout;
    /// let text = "OSLO, May 2 (NTB) -- “We agree,” Lind said.\n\nSECRETARY LIND: Thank you.";
    /// let layout = Layout::new(text);
    /// assert_eq!(layout.dateline.unwrap().span.text(text), "OSLO, May 2 (NTB) --");
    /// assert_eq!(layout.quotations[0].inner.text(text), "We agree,");
    /// assert_eq!(layout.labels[1].unwrap().text(text), "SECRETARY LIND");
    /// ```
    pub fn new(text: &str) -> Self {
        Self::of_page(text, LineBreaks::default()).with_quotations(text)
    }

    /// Lays out `text` but for its quotations.
    pub(crate) fn of_page(text: &str, line_breaks: LineBreaks) -> Self {
        let paragraphs = paragraph::paragraphs(text, line_breaks);
        let dateline = paragraphs.first().and_then(|first| dateline::find(text, first.span));
        let labels = turn::labels(text, &paragraphs);
        Self { paragraphs, dateline, labels, quotations: Vec::new() }
    }

    /// Adds the quotations of the `text` that was laid out.
    pub(crate) fn with_quotations(self, text: &str) -> Self {
        Self { quotations: quotation::pair(text, &self.paragraphs), ..self }
    }

    /// Where the words of a paragraph begin: behind its dateline, turn label or list mark, in bytes.
    pub(crate) fn head_end(&self, text: &str, paragraph: usize) -> usize {
        let Some(&Paragraph { span }) = self.paragraphs.get(paragraph) else { return 0 };
        let dateline =
            self.dateline.as_ref().map(|dateline| dateline.span).filter(|line| span.contains(*line));
        // The colon behind a label, and white space before it, are no part of the words.
        let colon = |label: Span| Some(label.end + text[label.end..].find(':')? + 1);
        let label = self.labels.get(paragraph).copied().flatten().and_then(colon);
        let mark = first_of_list_item(span.text(text)).map(|length| span.start + length);
        [dateline.map(|line| line.end), label, mark].into_iter().flatten().max().unwrap_or(span.start)
    }

    /// The numbers of the paragraphs that end before a quotation in them does.
    pub(crate) fn paragraphs_that_run_on(&self) -> HashSet<usize> {
        let runs_on = self.quotations.iter().filter(|quotation| quotation.runs_on);
        runs_on
            .map(|quotation| {
                self.paragraphs.partition_point(|paragraph| paragraph.span.end <= quotation.span.start)
            })
            .collect()
    }
}
