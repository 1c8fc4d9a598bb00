//! Spans and sentences, as Python sees them.

use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::repr::quoted;

/// A stretch of a text. For the text it came from, ``text[span.start_char:span.end_char] == span.text``.
///
/// Offsets count code points from 0, half open, as Python's own slices do.
///
/// Args:
///     start_char: The first code point.
///     end_char: The code point after the last.
///     text: The words between them.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> text = "Peru thanked Chile for its help."
///     >>> source = nv.analyze(text).statements[0].source[0]
///     >>> source
///     Span(0, 4, 'Peru')
///     >>> text[source.start_char:source.end_char] == source.text
///     True
#[pyclass(frozen, eq, hash, get_all, module = "notaverbale")]
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Span {
    /// The first code point.
    pub start_char: usize,
    /// The code point after the last.
    pub end_char: usize,
    /// The words.
    pub text: String,
}

#[pymethods]
impl Span {
    #[new]
    fn new(start_char: usize, end_char: usize, text: String) -> Self {
        Self { start_char, end_char, text }
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Span({}, {}, {})", self.start_char, self.end_char, quoted(py, &self.text)?))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (usize, usize, &str)) {
        (py.get_type::<Self>(), (self.start_char, self.end_char, &self.text))
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        let _ = memo;
        slf
    }
}

/// A sentence. For the text it came from, ``text[sentence.start_char:sentence.end_char] == sentence.text``.
///
/// Offsets count code points from 0, half open. White space between sentences belongs to neither.
///
/// Args:
///     start_char: The first code point.
///     end_char: The code point after the last.
///     text: The words between them.
///     paragraph: The paragraph it stands in, counted from 0.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> nv.sentences("  The sides agreed.")
///     [Sentence(2, 19, 'The sides agreed.', paragraph=0)]
#[pyclass(frozen, eq, hash, get_all, module = "notaverbale")]
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Sentence {
    /// The first code point.
    pub start_char: usize,
    /// The code point after the last.
    pub end_char: usize,
    /// The words.
    pub text: String,
    /// The paragraph it stands in, counted from 0.
    pub paragraph: usize,
}

#[pymethods]
impl Sentence {
    #[new]
    fn new(start_char: usize, end_char: usize, text: String, paragraph: usize) -> Self {
        Self { start_char, end_char, text, paragraph }
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let Self { start_char, end_char, text, paragraph } = self;
        Ok(format!("Sentence({start_char}, {end_char}, {}, paragraph={paragraph})", quoted(py, text)?))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, (usize, usize, &str, usize)) {
        (py.get_type::<Self>(), (self.start_char, self.end_char, &self.text, self.paragraph))
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        let _ = memo;
        slf
    }
}
