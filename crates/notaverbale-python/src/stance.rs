//! A stance, as Python sees it.

use pyo3::prelude::*;

use crate::convert;
use crate::document::Document;
use crate::error::Error;
use crate::hint::Spans;
use crate::pickle::{Reduced, reduced};
use crate::repr::quoted_or_none;

/// A position that a statement's own words express toward a target.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> stance = nv.analyze("Peru thanked Chile for its help.").stances[0]
///     >>> stance.holder, stance.act, stance.polarity
///     ('Peru', 'praise', 'favor')
#[pyclass(frozen, module = "notaverbale")]
pub struct Stance {
    document: Py<Document>,
    /// Among the document's stances.
    index: usize,
    /// Among the document's statements.
    statement: usize,
    /// Among the statement's stances.
    position: usize,
}

impl Stance {
    /// Every stance of a document, in order.
    pub fn all(py: Python<'_>, document: &Py<Document>) -> Vec<Self> {
        let statements = document.get().inner().statements().iter().enumerate();
        statements
            .flat_map(|(statement, found)| {
                (0..found.stances.len()).map(move |position| (statement, position))
            })
            .enumerate()
            .map(|(index, (statement, position))| Self {
                document: document.clone_ref(py),
                index,
                statement,
                position,
            })
            .collect()
    }

    /// Whether the statement with that index expresses it.
    pub fn belongs_to(&self, statement: usize) -> bool {
        self.statement == statement
    }

    fn document(&self) -> &notaverbale::Document {
        self.document.get().inner()
    }

    fn stance(&self) -> &notaverbale::Stance {
        &self.document().statements()[self.statement].stances[self.position]
    }
}

#[pymethods]
impl Stance {
    /// Where it stands among the document's stances, counted from 0: the tables' column ``stance``.
    #[getter]
    fn index(&self) -> usize {
        self.index
    }

    /// The index of the statement that expresses it.
    #[getter]
    fn statement(&self) -> usize {
        self.statement
    }

    /// Whose stance it is: a country or body where the words say so, else the speaker; None where unknown.
    #[getter]
    fn holder(&self) -> Option<&str> {
        self.stance().holder.as_deref()
    }

    /// What the stance does: ``"support"``, ``"oppose"``, ``"praise"``, ``"criticize"``, ``"agree"``,
    /// ``"commit"``, ``"request"``, ``"concern"`` or ``"warn"``.
    #[getter]
    fn act(&self) -> &'static str {
        self.stance().act.as_str()
    }

    /// ``"favor"`` or ``"against"`` the target: the labels of SemEval-2016 task 6, whose ``NONE`` makes no stance here.
    #[getter]
    fn polarity(&self) -> &'static str {
        self.stance().polarity.as_str()
    }

    /// ``"weak"``, ``"plain"`` or ``"strong"``.
    #[getter]
    fn strength(&self) -> &'static str {
        self.stance().strength.as_str()
    }

    /// Whether a negation turned the act or the polarity into what it is.
    #[getter]
    fn negated(&self) -> bool {
        self.stance().negated
    }

    /// Who is asked, promised, thanked or warned; None where the words name nobody.
    #[getter]
    fn addressee(&self) -> Option<&str> {
        self.stance().addressee.as_deref()
    }

    /// The words that carry the act, in pieces.
    #[getter]
    fn expression<'py>(&self, py: Python<'py>) -> PyResult<Spans<'py>> {
        Spans::new(py, convert::spans(self.document(), &self.stance().expression))
    }

    /// What the stance is toward, in pieces; empty where the words name nothing.
    #[getter]
    fn target<'py>(&self, py: Python<'py>) -> PyResult<Spans<'py>> {
        Spans::new(py, convert::spans(self.document(), &self.stance().target))
    }

    /// The words of ``expression``, pieces joined by `` … ``.
    #[getter]
    fn expression_text(&self) -> Option<String> {
        convert::words(self.document(), &self.stance().expression)
    }

    /// The words of ``target``, pieces joined by `` … ``; None where there are none.
    #[getter]
    fn target_text(&self) -> Option<String> {
        convert::words(self.document(), &self.stance().target)
    }

    /// The nearest CAMEO event code, two or three digits.
    #[getter]
    fn cameo(&self) -> Option<&str> {
        self.stance().cameo.as_deref()
    }

    /// The nearest PLOVER event type.
    #[getter]
    fn plover(&self) -> Option<&str> {
        self.stance().plover.as_deref()
    }

    /// How sure, from 0 to 1.
    #[getter]
    fn confidence(&self) -> f64 {
        convert::decimal(self.stance().confidence)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let stance = self.stance();
        Ok(format!(
            "Stance(holder={}, act='{}', polarity='{}', target={})",
            quoted_or_none(py, stance.holder.as_deref())?,
            stance.act.as_str(),
            stance.polarity.as_str(),
            quoted_or_none(py, self.target_text().as_deref())?,
        ))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.index == other.index && self.document.get() == other.document.get()
    }

    fn __hash__(&self) -> u64 {
        self.document.get().fingerprint(("stance", self.index))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> Reduced<'py, (Py<Document>, usize)> {
        reduced(py, "_restore_stance", (self.document.clone_ref(py), self.index))
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        let _ = memo;
        slf
    }
}

/// Makes a stance again from its pickle.
#[pyfunction(name = "_restore_stance")]
pub fn restore_stance(py: Python<'_>, document: Py<Document>, index: usize) -> Result<Stance, Error> {
    Stance::all(py, &document).into_iter().nth(index).ok_or(Error::Pickle { what: "Stance" })
}
