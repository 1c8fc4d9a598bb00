//! Tokens, as Python sees them.

use pyo3::prelude::*;
use pyo3::types::PyType;

use crate::repr::quoted;

/// A word, a number or a mark, with its parts of speech, its lemma, and its place in its sentence's tree. For the text
/// it came from, ``text[token.start_char:token.end_char] == token.text``.
///
/// Offsets count code points from 0, half open.
///
/// Args:
///     start_char: The first code point.
///     end_char: The code point after the last.
///     text: The word as it stands in the text.
///     sentence: The sentence it stands in, counted from 0.
///     upos: The universal part of speech, such as ``PROPN``.
///     xpos: The Penn Treebank's part of speech, such as ``VBD``.
///     lemma: How a dictionary would list it.
///     head: The place of its head in :attr:`Document.tokens`, from 0; ``None`` for the root of a sentence.
///     deprel: The relation to its head, such as ``nsubj:pass``.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> for token in nv.analyze("Peru thanked Chile.").tokens:
///     ...     print(token.text, token.lemma, token.upos, token.head, token.deprel)
///     Peru Peru PROPN 1 nsubj
///     thanked thank VERB None root
///     Chile Chile PROPN 1 obj
///     . . PUNCT 1 punct
#[pyclass(frozen, eq, hash, get_all, module = "notaverbale")]
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Token {
    /// The first code point.
    pub start_char: usize,
    /// The code point after the last.
    pub end_char: usize,
    /// The word as it stands in the text.
    pub text: String,
    /// The sentence it stands in, counted from 0.
    pub sentence: usize,
    /// The universal part of speech, such as ``PROPN``.
    pub upos: String,
    /// The Penn Treebank's part of speech, such as ``VBD``.
    pub xpos: String,
    /// How a dictionary would list it.
    pub lemma: String,
    /// The place of its head in :attr:`Document.tokens`, from 0; ``None`` for the root of a sentence.
    pub head: Option<usize>,
    /// The relation to its head, such as ``nsubj:pass``.
    pub deprel: String,
}

/// What makes a token again from its pickle.
type Parts<'t> = (usize, usize, &'t str, usize, &'t str, &'t str, &'t str, Option<usize>, &'t str);

#[pymethods]
impl Token {
    #[new]
    #[expect(clippy::too_many_arguments, reason = "a token has so many parts")]
    fn new(
        start_char: usize,
        end_char: usize,
        text: String,
        sentence: usize,
        upos: String,
        xpos: String,
        lemma: String,
        head: Option<usize>,
        deprel: String,
    ) -> Self {
        Self { start_char, end_char, text, sentence, upos, xpos, lemma, head, deprel }
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let Self { start_char, end_char, upos, .. } = self;
        let (text, lemma) = (quoted(py, &self.text)?, quoted(py, &self.lemma)?);
        let (head, deprel) =
            (self.head.map_or_else(|| "None".to_owned(), |head| head.to_string()), &self.deprel);
        Ok(format!("Token({start_char}, {end_char}, {text}, {upos}, lemma={lemma}, head={head}, {deprel})"))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> (Bound<'py, PyType>, Parts<'_>) {
        let Self { start_char, end_char, text, sentence, upos, xpos, lemma, head, deprel } = self;
        (py.get_type::<Self>(), (*start_char, *end_char, text, *sentence, upos, xpos, lemma, *head, deprel))
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        let _ = memo;
        slf
    }
}
