//! A statement, as Python sees it.

use pyo3::prelude::*;

use crate::convert;
use crate::document::Document;
use crate::error::Error;
use crate::hint::Spans;
use crate::member::Member;
use crate::pickle::{Reduced, reduced};
use crate::repr::{quoted, quoted_or_none};
use crate::span::Span;
use crate::stance::Stance;

/// A stretch of text that the document attributes to somebody.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> statement = nv.analyze("Peru thanked Chile for its help.").statements[0]
///     >>> statement.speaker, statement.source_text, statement.cue_text
///     ('Peru', 'Peru', 'thanked')
#[pyclass(frozen, module = "notaverbale")]
pub struct Statement {
    document: Py<Document>,
    index: usize,
}

impl Statement {
    /// The statement with that index; the caller vouches that the document has it.
    pub fn new(document: Py<Document>, index: usize) -> Self {
        Self { document, index }
    }

    fn document(&self) -> &notaverbale::Document {
        self.document.get().inner()
    }

    fn statement(&self) -> &notaverbale::Statement {
        &self.document().statements()[self.index]
    }
}

#[pymethods]
impl Statement {
    /// Where it stands among the document's statements, counted from 0: the tables' column ``statement``.
    #[getter]
    fn index(&self) -> usize {
        self.index
    }

    /// Whose words these are, by the fullest name in the document, without title; None where it can't be told.
    #[getter]
    fn speaker(&self) -> Option<&str> {
        self.statement().speaker.as_deref()
    }

    /// The country or organisation whose side the speaker is on.
    #[getter]
    fn party(&self) -> Option<&str> {
        self.statement().party.as_deref()
    }

    /// The speaker, as one of :attr:`Document.cast`; None where there is no speaker.
    #[getter]
    fn member(&self, py: Python<'_>) -> Option<Member> {
        Some(Member::new(self.document.clone_ref(py), self.statement().member?))
    }

    /// The words that name the speaker: the source or, where it is a pronoun or missing, the name or description before it
    /// that it stands for; None where no words do.
    #[getter]
    fn mention(&self) -> Option<Span> {
        self.statement().mention.map(|span| convert::span(self.document(), span))
    }

    /// How the content stands in the text: ``"direct"``, ``"indirect"`` or ``"mixed"``.
    #[getter]
    fn kind(&self) -> &'static str {
        self.statement().kind.as_str()
    }

    /// Whether it goes on with the words of an earlier statement and has no cue of its own.
    #[getter]
    fn continued(&self) -> bool {
        self.statement().continued
    }

    /// The index of the statement that a continued one goes on with.
    #[getter]
    fn continues(&self) -> Option<usize> {
        self.statement().continues
    }

    /// How sure, from 0 to 1.
    #[getter]
    fn confidence(&self) -> f64 {
        convert::decimal(self.statement().confidence)
    }

    /// The words that name who, in pieces; empty where the text has none.
    #[getter]
    fn source<'py>(&self, py: Python<'py>) -> PyResult<Spans<'py>> {
        Spans::new(py, convert::spans(self.document(), &self.statement().source))
    }

    /// The words that carry the attributing, in pieces; empty where there are none.
    #[getter]
    fn cue<'py>(&self, py: Python<'py>) -> PyResult<Spans<'py>> {
        Spans::new(py, convert::spans(self.document(), &self.statement().cue))
    }

    /// What is attributed, in pieces where the source and the cue interrupt it.
    #[getter]
    fn content<'py>(&self, py: Python<'py>) -> PyResult<Spans<'py>> {
        Spans::new(py, convert::spans(self.document(), &self.statement().content))
    }

    /// The words of ``source``, pieces joined by `` … ``; None where there are none.
    #[getter]
    fn source_text(&self) -> Option<String> {
        convert::words(self.document(), &self.statement().source)
    }

    /// The words of ``cue``, pieces joined by `` … ``; None where there are none.
    #[getter]
    fn cue_text(&self) -> Option<String> {
        convert::words(self.document(), &self.statement().cue)
    }

    /// The words of ``content``, pieces joined by `` … ``.
    #[getter]
    fn content_text(&self) -> Option<String> {
        convert::words(self.document(), &self.statement().content)
    }

    /// The positions that the statement expresses, in order of their expressions; a new list each time.
    #[getter]
    fn stances(&self, py: Python<'_>) -> Vec<Stance> {
        Stance::all(py, &self.document).into_iter().filter(|stance| stance.belongs_to(self.index)).collect()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let statement = self.statement();
        Ok(format!(
            "Statement(speaker={}, party={}, kind='{}', content={})",
            quoted_or_none(py, statement.speaker.as_deref())?,
            quoted_or_none(py, statement.party.as_deref())?,
            statement.kind.as_str(),
            quoted(py, &self.document().words(&statement.content))?,
        ))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.index == other.index && self.document.get() == other.document.get()
    }

    fn __hash__(&self) -> u64 {
        self.document.get().fingerprint(("statement", self.index))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> Reduced<'py, (Py<Document>, usize)> {
        reduced(py, "_restore_statement", (self.document.clone_ref(py), self.index))
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        let _ = memo;
        slf
    }
}

/// Makes a statement again from its pickle.
#[pyfunction(name = "_restore_statement")]
pub fn restore_statement(document: Py<Document>, index: usize) -> Result<Statement, Error> {
    if index < document.get().inner().statements().len() {
        Ok(Statement::new(document, index))
    } else {
        Err(Error::Pickle { what: "Statement" })
    }
}
