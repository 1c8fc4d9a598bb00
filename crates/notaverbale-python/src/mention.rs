//! Mentions, as Python sees them.

use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::repr::quoted;

/// Words that stand for somebody. For the text they came from,
/// ``text[mention.start_char:mention.end_char] == mention.text``.
///
/// Offsets count code points from 0, half open.
///
/// Args:
///     start_char: The first code point.
///     end_char: The code point after the last.
///     text: The words between them.
///     form: How they stand for somebody: ``"name"``, ``"description"`` or ``"pronoun"``.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> document = nv.analyze("Foreign Minister Ana Lima of Brazil met reporters. She said that talks had begun.")
///     >>> document.cast[0].mentions
///     [Mention(0, 35, 'Foreign Minister Ana Lima of Brazil', 'name'), Mention(51, 54, 'She', 'pronoun')]
#[pyclass(frozen, eq, hash, get_all, module = "notaverbale")]
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Mention {
    /// The first code point.
    pub start_char: usize,
    /// The code point after the last.
    pub end_char: usize,
    /// The words.
    pub text: String,
    /// How they stand for somebody: by a ``"name"``, with titles and appositions; by a ``"description"`` without a name
    /// (``the minister``); or by a ``"pronoun"``.
    pub form: String,
}

#[pymethods]
impl Mention {
    #[new]
    fn new(start_char: usize, end_char: usize, text: String, form: String) -> Self {
        Self { start_char, end_char, text, form }
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (text, form) = (quoted(py, &self.text)?, quoted(py, &self.form)?);
        Ok(format!("Mention({}, {}, {text}, {form})", self.start_char, self.end_char))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (usize, usize, &str, &str)) {
        (py.get_type::<Self>(), (self.start_char, self.end_char, &self.text, &self.form))
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        let _ = memo;
        slf
    }
}
