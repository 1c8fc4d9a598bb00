//! One text at a time.

use std::sync::LazyLock;

use notaverbale::{Analyzer, Attribution, Metadata, SentenceSplitter};
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::convert;
use crate::document::Document;
use crate::error::Error;
use crate::span::Sentence;
use crate::strings::{self, Column};

/// What a caller says of how to analyze.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    attribution: Attribution,
    min_confidence: f32,
}

impl Options {
    /// The options of these names and numbers.
    ///
    /// # Errors
    /// An option has a value that it does not know.
    pub fn new(attribution: &str, min_confidence: f32) -> Result<Self, Error> {
        let attribution = match attribution {
            "learned" => Attribution::Learned,
            "rules" => Attribution::Rules,
            found => {
                let expected = "'learned' or 'rules'";
                return Err(Error::Choice { option: "attribution", found: found.into(), expected });
            }
        };
        if !(0.0..=1.0).contains(&min_confidence) {
            let (option, expected) = ("min_confidence", "a number from 0 to 1");
            return Err(Error::Choice { option, found: min_confidence.to_string(), expected });
        }
        Ok(Self { attribution, min_confidence })
    }

    /// What [`Options::new`] was given.
    pub fn given(&self) -> (&'static str, f32) {
        (if self.attribution == Attribution::Rules { "rules" } else { "learned" }, self.min_confidence)
    }

    /// An analyzer with these options, its models loaded.
    ///
    /// Call it attached to the interpreter: nobody can fork then, so a child never finds them half loaded.
    pub fn analyzer(&self) -> Analyzer {
        let analyzer = Analyzer::default().attribution(self.attribution).min_confidence(self.min_confidence);
        analyzer.load();
        analyzer
    }
}

/// Finds who said what in a text, and with what stance.
///
/// Args:
///     text: The text. Any string will do, the empty one too.
///     author: Who wrote a text in the first person.
///     date: When it was published: a string, kept as it is, or a date. A date and time at midnight counts as a
///         date.
///     id: A name for the document in tables, made a string.
///     attribution: How statements are found: ``"learned"``, by a model that was learned from annotated news and
///         readouts, or by ``"rules"`` over lexicons alone, which is faster and finds less.
///     min_confidence: Statements of less confidence are left out, from 0 to 1: the higher, the fewer statements, and
///         the more of them right. What goes on with a statement that is left out is left out too.
///
/// Returns:
///     The text with its sentences, statements and stances. Offsets count code points, so that
///     ``text[span.start_char:span.end_char] == span.text``.
///
/// Raises:
///     TypeError: ``text`` or ``author`` is no string.
///     NotaverbaleError: A string holds a lone surrogate, which has no UTF-8 form, or an option has a value that it
///         does not know.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> document = nv.analyze("Peru thanked Chile for its help.")
///     >>> [(stance.holder, stance.act) for stance in document.stances]
///     [('Peru', 'praise')]
#[pyfunction]
#[pyo3(signature = (text, *, author: "str | None" = None, date: "object" = None, id: "object" = None, attribution = "learned", min_confidence = 0.0))]
pub fn analyze<'py>(
    py: Python<'py>,
    text: Bound<'py, PyString>,
    author: Option<Bound<'py, PyAny>>,
    date: Option<Bound<'py, PyAny>>,
    id: Option<Bound<'py, PyAny>>,
    attribution: &str,
    min_confidence: f32,
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
    let options = Options::new(attribution, min_confidence)?;
    Ok(Document::new(py, options, &text, metadata))
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
