//! One text at a time.

use std::sync::LazyLock;

use notaverbale::{Metadata, SentenceSplitter};
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::convert;
use crate::document::Document;
use crate::options::Options;
use crate::span::Sentence;
use crate::strings::{self, Column};

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
///     aliases: Other names of people, each with the name that results show: ``{"EAM": "Ravi Menon"}`` for a minister
///         whom the text calls by the office alone. A name counts where it stands in these letters, as a phrase of its
///         own.
///     parties: The parties of people and bodies, whatever the text says (``{"Ravi Menon": "India"}``), and of single
///         words (``{"Ruritanian": "Ruritania"}``). They take some milliseconds at each call, so give many texts to
///         :func:`analyze_many`.
///     expressions: Entries for the lexicon of stances, as dictionaries or a table:
///         ``[{"pattern": "stand tall with", "act": "support"}]``. An entry replaces all of the same pattern; the act
///         ``"assert"`` makes the pattern silent. Pattern and act are enough; ``polarity``, ``strength``, ``frame``,
///         ``target``, ``addressee``, ``cameo``, ``plover`` and ``pos`` are as in the project's ``stance.tsv``, whose
///         header explains them. They take some milliseconds at each call, too.
///
/// Returns:
///     The text with its sentences, statements and stances. Offsets count code points, so that
///     ``text[span.start_char:span.end_char] == span.text``.
///
/// Raises:
///     TypeError: ``text`` or ``author`` is no string, ``aliases`` or ``parties`` no dictionary of strings, or a row of
///         ``expressions`` none.
///     NotaverbaleError: A string holds a lone surrogate, which has no UTF-8 form, an option has a value that it does
///         not know, or a row of ``expressions`` a key or a value that no entry can have; the message names the row.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> document = nv.analyze("Peru thanked Chile for its help.")
///     >>> [(stance.holder, stance.act) for stance in document.stances]
///     [('Peru', 'praise')]
///     >>> document = nv.analyze("EAM thanked Peru.", aliases={"EAM": "Ravi Menon"}, parties={"Ravi Menon": "India"})
///     >>> [(statement.speaker, statement.party) for statement in document.statements]
///     [('Ravi Menon', 'India')]
///     >>> document = nv.analyze("Peru stood tall with Chile.", expressions=[{"pattern": "stand tall with", "act": "support"}])
///     >>> [(stance.holder, stance.act, stance.target_text) for stance in document.stances]
///     [('Peru', 'support', 'Chile')]
#[pyfunction]
#[pyo3(signature = (text, *, author: "str | None" = None, date: "object" = None, id: "object" = None, attribution = "learned", min_confidence = 0.0, aliases: "dict[str, str] | None" = None, parties: "dict[str, str] | None" = None, expressions: "object" = None))]
#[expect(clippy::too_many_arguments, reason = "each is a keyword in Python")]
pub fn analyze<'py>(
    py: Python<'py>,
    text: Bound<'py, PyString>,
    author: Option<Bound<'py, PyAny>>,
    date: Option<Bound<'py, PyAny>>,
    id: Option<Bound<'py, PyAny>>,
    attribution: &str,
    min_confidence: f32,
    aliases: Option<Bound<'py, PyAny>>,
    parties: Option<Bound<'py, PyAny>>,
    expressions: Option<Bound<'py, PyAny>>,
) -> PyResult<Document> {
    let text = strings::text(&text)?;
    let owned = |column, value: Option<Bound<'py, PyAny>>| -> PyResult<Option<String>> {
        let found = value.map(|value| strings::value(&value, column)).transpose()?.flatten();
        Ok(found.map(|text| text.to_string()))
    };
    let mut metadata = Metadata::default();
    metadata.id = owned(Column::Ids, id)?;
    metadata.author = owned(Column::Authors, author)?;
    metadata.date = owned(Column::Dates, date)?;
    let (aliases, parties, expressions) = (aliases.as_ref(), parties.as_ref(), expressions.as_ref());
    let options = Options::new(attribution, min_confidence, aliases, parties, expressions)?;
    Ok(Document::new(py, options, &text, metadata)?)
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
