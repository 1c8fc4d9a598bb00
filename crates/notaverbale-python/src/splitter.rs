//! The sentence splitter, as Python sees it.

use std::hash::{DefaultHasher, Hash, Hasher};

use notaverbale::{LineBreaks, Quotations, SentenceSplitter as Splitter};
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::convert;
use crate::error::Error;
use crate::parallel::Workers;
use crate::pickle::{Reduced, reduced};
use crate::span::Sentence;
use crate::strings::{self, Column, Strings};

/// How many texts are split before Python may stop the work.
const CHUNK: usize = 1024;

/// What a splitter is made from.
type Options<'a> = (&'static str, &'static str, &'a [String]);

/// Splits texts into sentences, with options. :func:`notaverbale.sentences` does so without.
///
/// Args:
///     quotations: What becomes of a quotation of several sentences: ``"split"``, or ``"whole"`` to keep it in one
///         (of more than 2,000 bytes it is split).
///     line_breaks: Where single line breaks end sentences: by ``"layout"`` (before list items and turn labels,
///         after headings), ``"always"`` or ``"never"``. A blank line always ends one.
///     abbreviations: Abbreviations of your own, with or without their last stop, in the case of the text. A full
///         stop behind one never ends a sentence within a paragraph.
///
/// Raises:
///     NotaverbaleError: An option has a value that it does not know.
///     TypeError: An option is of a wrong type.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> splitter = nv.SentenceSplitter(quotations="whole", abbreviations=["Verw."])
///     >>> [sentence.text for sentence in splitter.split('"Ask Verw. Lind. He knows," she said. He did.')]
///     ['"Ask Verw. Lind. He knows," she said.', 'He did.']
///     >>> splitter
///     SentenceSplitter(quotations='whole', line_breaks='layout', abbreviations=['Verw.'])
#[pyclass(frozen, module = "notaverbale")]
pub struct SentenceSplitter {
    inner: Splitter,
    quotations: Quotations,
    line_breaks: LineBreaks,
    abbreviations: Vec<String>,
}

#[pymethods]
impl SentenceSplitter {
    #[new]
    #[pyo3(signature = (*, quotations = "split", line_breaks = "layout", abbreviations: "list[str] | tuple[str, ...] | None" = None))]
    fn new(quotations: &str, line_breaks: &str, abbreviations: Option<Vec<String>>) -> Result<Self, Error> {
        let unknown = |option, found: &str, expected| Error::Choice { option, found: found.into(), expected };
        let quotations = match quotations {
            "split" => Quotations::Split,
            "whole" => Quotations::Whole,
            found => return Err(unknown("quotations", found, "'split' or 'whole'")),
        };
        let line_breaks = match line_breaks {
            "layout" => LineBreaks::Layout,
            "always" => LineBreaks::Always,
            "never" => LineBreaks::Never,
            found => return Err(unknown("line_breaks", found, "'layout', 'always' or 'never'")),
        };
        let abbreviations = abbreviations.unwrap_or_default();
        let inner =
            Splitter::default().quotations(quotations).line_breaks(line_breaks).abbreviations(&abbreviations);
        Ok(Self { inner, quotations, line_breaks, abbreviations })
    }

    /// What becomes of a quotation of several sentences: ``"split"`` or ``"whole"``.
    #[getter]
    fn quotations(&self) -> &'static str {
        self.quotations.as_str()
    }

    /// Where single line breaks end sentences: ``"layout"``, ``"always"`` or ``"never"``.
    #[getter]
    fn line_breaks(&self) -> &'static str {
        self.line_breaks.as_str()
    }

    /// The caller's own abbreviations, as given; a new list each time.
    #[getter]
    fn abbreviations(&self) -> Vec<String> {
        self.abbreviations.clone()
    }

    /// Splits a text into sentences.
    ///
    /// Args:
    ///     text: The text.
    ///
    /// Returns:
    ///     The sentences, in order. Only white space lies outside them.
    ///
    /// Raises:
    ///     TypeError: ``text`` is no string.
    ///     NotaverbaleError: It holds a lone surrogate, which has no UTF-8 form.
    fn split(&self, py: Python<'_>, text: &Bound<'_, PyString>) -> PyResult<Vec<Sentence>> {
        let text = strings::text(text)?;
        Ok(py.detach(|| self.sentences(&text)))
    }

    /// Splits many texts into sentences. Other threads run meanwhile, and Ctrl-C stops the work.
    ///
    /// Args:
    ///     texts: The texts: a list, a tuple, any iterator, a numpy array, a pandas or polars Series, or a pyarrow
    ///         array.
    ///     threads: How many threads to use; by default one for each processor.
    ///
    /// Returns:
    ///     A list of sentences for each text, in order; an empty one for a missing text (None, NaN, NA).
    ///
    /// Raises:
    ///     TypeError: ``texts`` is no column, or a value in it is no string; the message names the row.
    ///     NotaverbaleError: A text holds a lone surrogate, or ``threads`` is out of range.
    #[pyo3(signature = (texts, *, threads = None))]
    fn split_many(
        &self,
        py: Python<'_>,
        texts: &Bound<'_, PyAny>,
        threads: Option<i64>,
    ) -> PyResult<Vec<Vec<Sentence>>> {
        let workers = Workers::new(threads)?;
        let texts = Strings::read(texts, Column::Texts)?;
        let texts = texts.views();
        let mut found = Vec::with_capacity(texts.len());
        for start in (0..texts.len()).step_by(CHUNK) {
            let rows = start..texts.len().min(start + CHUNK);
            let split = |row: usize| texts[row].map_or_else(Vec::new, |text| self.sentences(text));
            found.extend(py.detach(|| workers.map(rows, split)));
            py.check_signals()?;
        }
        Ok(found)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (quotations, line_breaks) = (self.quotations(), self.line_breaks());
        let abbreviations = self.abbreviations().into_pyobject(py)?.repr()?;
        Ok(format!(
            "SentenceSplitter(quotations='{quotations}', line_breaks='{line_breaks}', \
             abbreviations={abbreviations})"
        ))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.inner == other.inner
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.quotations, self.line_breaks).hash(&mut hasher);
        hasher.finish()
    }

    fn __reduce__<'py>(&'py self, py: Python<'py>) -> Reduced<'py, Options<'py>> {
        reduced(py, "_restore_splitter", (self.quotations(), self.line_breaks(), &self.abbreviations[..]))
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        let _ = memo;
        slf
    }
}

impl SentenceSplitter {
    fn sentences(&self, text: &str) -> Vec<Sentence> {
        convert::sentences(text, &self.inner.split(text))
    }
}

/// Makes a splitter again from its pickle.
#[pyfunction(name = "_restore_splitter")]
pub fn restore_splitter(
    quotations: &str,
    line_breaks: &str,
    abbreviations: Vec<String>,
) -> Result<SentenceSplitter, Error> {
    SentenceSplitter::new(quotations, line_breaks, Some(abbreviations))
}
