//! One text at a time.

use std::sync::LazyLock;

use notaverbale::{Analyzer, Metadata, SentenceSplitter};
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::convert;
use crate::document::Document;
use crate::span::Sentence;
use crate::strings::{self, Column};

/// The analyzer, loaded on first use.
///
/// Call it attached to the interpreter: nobody can fork then, so a child never finds it half loaded.
pub fn analyzer() -> &'static Analyzer {
    static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::default);
    &ANALYZER
}

/// Finds who said what in a text, and with what stance.
///
/// Args:
///     text: The text. Any string will do, the empty one too.
///     author: Who wrote a text in the first person.
///     date: When it was published: a string, kept as it is, or a date. A date and time at midnight counts as a
///         date.
///     id: A name for the document in tables, made a string.
///
/// Returns:
///     The text with its sentences, statements and stances. Offsets count code points, so that
///     ``text[span.start_char:span.end_char] == span.text``.
///
/// Raises:
///     TypeError: ``text`` or ``author`` is no string.
///     NotaverbaleError: A string holds a lone surrogate, which has no UTF-8 form.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> document = nv.analyze("Peru thanked Chile for its help.")
///     >>> [(stance.holder, stance.act) for stance in document.stances]
///     [('Peru', 'praise')]
#[pyfunction]
#[pyo3(signature = (text, *, author: "str | None" = None, date: "object" = None, id: "object" = None))]
pub fn analyze<'py>(
    py: Python<'py>,
    text: Bound<'py, PyString>,
    author: Option<Bound<'py, PyAny>>,
    date: Option<Bound<'py, PyAny>>,
    id: Option<Bound<'py, PyAny>>,
) -> PyResult<Document> {
    let text = strings::text(&text)?;
    let owned = |column, value: Option<Bound<'py, PyAny>>| -> PyResult<Option<String>> {
        let found = value.map(|value| strings::value(&value, column)).transpose()?.flatten();
        Ok(found.map(|text| text.to_string()))
    };
    let metadata = Metadata {
        id: owned(Column::Ids, id)?,
        author: owned(Column::Authors, author)?,
        date: owned(Column::Dates, date)?,
    };
    let analyzer = analyzer();
    Ok(py.detach(|| Document::new(analyzer, &text, metadata)))
}

/// Splits a text into sentences; :class:`SentenceSplitter` has options.
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
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> [sentence.text for sentence in nv.sentences("The sides agreed.")]
///     ['The sides agreed.']
#[pyfunction]
pub fn sentences<'py>(py: Python<'py>, text: Bound<'py, PyString>) -> PyResult<Vec<Sentence>> {
    static SPLITTER: LazyLock<SentenceSplitter> = LazyLock::new(SentenceSplitter::default);
    let text = strings::text(&text)?;
    let splitter = &*SPLITTER;
    Ok(py.detach(|| convert::sentences(&text, &splitter.split(&text))))
}
