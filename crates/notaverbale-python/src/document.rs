//! A document, as Python sees it.

use std::hash::{DefaultHasher, Hash, Hasher};

use notaverbale::Metadata;
use pyo3::prelude::*;

use crate::convert;
use crate::error::Error;
use crate::hint::{Object, PandasFrame};
use crate::member::Member;
use crate::options::{self, Options};
use crate::pickle::{Reduced, reduced};
use crate::repr::{counted, quoted, quoted_or_none};
use crate::span::{Sentence, Span};
use crate::stance::Stance;
use crate::statement::Statement;
use crate::table::{Rows, Table, TableBuilder};
use crate::token::Token;

/// What a caller gives: the text, its id, author and date, and the options.
type Given<'a> = (&'a str, Option<&'a str>, Option<&'a str>, Option<&'a str>, options::Given<'a>);

/// A text and what was found in it. Made by :func:`notaverbale.analyze`; it never changes.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> document = nv.analyze("Peru thanked Chile for its help.", id="note-1")
///     >>> document
///     Document('note-1', 1 sentence, 1 statement, 1 stance: 'Peru thanked Chile for its help.')
///     >>> document.to_dict()["statements"][0]["source"]
///     [[0, 4]]
#[pyclass(frozen, module = "notaverbale")]
pub struct Document {
    inner: notaverbale::Document,
    /// The date that the caller gave: a pickle holds what went in, and the document's own date may be the text's.
    given_date: Option<String>,
    options: Options,
    /// How many statements each member of the cast makes.
    spoken: Vec<usize>,
}

impl Document {
    /// Analyzes `text`.
    ///
    /// # Errors
    /// The options make no analyzer.
    pub fn new(py: Python<'_>, options: Options, text: &str, metadata: Metadata) -> Result<Self, Error> {
        let analyzer = options.analyzer()?;
        let inner = py.detach(|| analyzer.analyze_with(text, &metadata));
        let mut spoken = vec![0; inner.cast().len()];
        for member in inner.statements().iter().filter_map(|statement| statement.member) {
            spoken[member] += 1;
        }
        Ok(Self { inner, given_date: metadata.date, options, spoken })
    }

    /// The core's document.
    pub fn inner(&self) -> &notaverbale::Document {
        &self.inner
    }

    /// How many statements each member of the cast makes, in the order of the cast.
    pub fn spoken(&self) -> &[usize] {
        &self.spoken
    }

    /// A hash of the document and of something in it.
    pub fn fingerprint(&self, part: impl Hash) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.inner.text(), self.inner.id(), part).hash(&mut hasher);
        hasher.finish()
    }
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || self.inner == other.inner
    }
}

#[pymethods]
impl Document {
    /// The text, unchanged.
    #[getter]
    fn text(&self) -> &str {
        self.inner.text()
    }

    /// The caller's name for the document.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.inner.id()
    }

    /// The caller's date, or else the full date at the head of the text.
    #[getter]
    fn date(&self) -> Option<&str> {
        self.inner.date()
    }

    /// Who wrote it, as the caller said.
    #[getter]
    fn author(&self) -> Option<&str> {
        self.inner.author()
    }

    /// The dateline (``BEIJING, Nov. 16 (Xinhua) --``), where the text begins with one.
    #[getter]
    fn dateline(&self) -> Option<Span> {
        self.inner.dateline().map(|span| convert::span(&self.inner, span))
    }

    /// The sentences, in order; a new list each time.
    #[getter]
    fn sentences(&self) -> Vec<Sentence> {
        convert::sentences(self.inner.text(), self.inner.sentences())
    }

    /// The tokens of all sentences, in order, with tags, lemmas and dependencies; parsed when first asked for, and a new
    /// list each time.
    #[getter]
    fn tokens(&self, py: Python<'_>) -> Vec<Token> {
        // Loaded while attached, so that no fork comes between.
        drop(notaverbale::Parser::embedded());
        py.detach(|| convert::tokens(&self.inner))
    }

    /// Who is in it: the people with names and everybody who speaks, in the order of their first mentions; a new list each
    /// time.
    ///
    /// Examples:
    ///     >>> import notaverbale as nv
    ///     >>> document = nv.analyze("Foreign Minister Ana Lima met Ravi Menon. She thanked Peru.")
    ///     >>> [(member.name, member.statements) for member in document.cast]
    ///     [('Ana Lima', 1), ('Ravi Menon', 0)]
    #[getter]
    fn cast(slf: Bound<'_, Self>) -> Vec<Member> {
        Member::all(slf.py(), slf.as_unbound()).collect()
    }

    /// Those of the cast to whom a statement is attributed; a new list each time.
    #[getter]
    fn speakers(slf: Bound<'_, Self>) -> Vec<Member> {
        Member::all(slf.py(), slf.as_unbound()).filter(Member::speaks).collect()
    }

    /// The statements, in the order of their first content; a new list each time.
    #[getter]
    fn statements(slf: Bound<'_, Self>) -> Vec<Statement> {
        let count = slf.get().inner.statements().len();
        (0..count).map(|index| Statement::new(slf.clone().unbind(), index)).collect()
    }

    /// The stances of all statements, in order; a new list each time.
    #[getter]
    fn stances(slf: Bound<'_, Self>) -> Vec<Stance> {
        Stance::all(slf.py(), slf.as_unbound())
    }

    /// The document as the object that the command line writes, its offsets in code points.
    ///
    /// Returns:
    ///     A dictionary of the same keys and values as :meth:`to_json`.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Object<'py>> {
        // Through JSON, so that the two can't differ.
        py.import("json")?.call_method1("loads", (self.to_json()?,)).map(Object)
    }

    /// The document as the line of JSON that ``notaverbale analyze --format jsonl`` writes.
    ///
    /// Returns:
    ///     One JSON object, without a line break.
    fn to_json(&self) -> Result<String, Error> {
        Ok(serde_json::to_string(&self.inner.record())?)
    }

    /// The tokens in the CoNLL-U format of Universal Dependencies, as ``notaverbale parse`` writes them.
    ///
    /// Returns:
    ///     A block of lines for each sentence, a line of ten columns for each word.
    ///
    /// Examples:
    ///     >>> import notaverbale as nv
    ///     >>> nv.analyze("Peru thanked Chile.").to_conllu().splitlines()[5]
    ///     '2\tthanked\tthank\tVERB\tVBD\t_\t0\troot\t_\t_'
    fn to_conllu(&self, py: Python<'_>) -> String {
        py.detach(|| self.inner.to_conllu())
    }

    /// The stances, one row each, with the columns of :attr:`Corpus.stances`.
    ///
    /// Returns:
    ///     A ``pandas.DataFrame``.
    ///
    /// Raises:
    ///     ImportError: pandas is not installed.
    fn to_pandas<'py>(&self, py: Python<'py>) -> PyResult<PandasFrame<'py>> {
        let mut builder = TableBuilder::new(Rows::Stances);
        for row in self.inner.stance_rows() {
            builder.append_stance(&row).map_err(Error::from)?;
        }
        Table::to_pandas(&Bound::new(py, builder.finish().map_err(Error::from)?)?)
    }

    /// Writes what a notebook shows of the document to a file, as a page of its own.
    ///
    /// Args:
    ///     path: The file; it is replaced where it is there. By default a temporary file, which is opened in the browser.
    ///
    /// Returns:
    ///     Where the page is.
    ///
    /// Raises:
    ///     OSError: The file can't be written.
    #[pyo3(signature = (path: "object" = None))]
    fn show(&self, py: Python<'_>, path: Option<Bound<'_, PyAny>>) -> PyResult<String> {
        let page = notaverbale_cli::html::page(self.inner.id().unwrap_or("Who said what"), [&self.inner]);
        py.import("notaverbale._view")?.call_method1("show", (page, path))?.extract()
    }

    fn _repr_html_(&self) -> String {
        notaverbale_cli::html::document(&self.inner)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        const SHOWN: usize = 60;
        let text = self.inner.text();
        let shown: String = match text.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text.to_owned(),
        };
        Ok(format!(
            "Document({}, {}, {}, {}: {})",
            quoted_or_none(py, self.inner.id())?,
            counted(self.inner.sentences().len(), "sentence"),
            counted(self.inner.statements().len(), "statement"),
            counted(self.inner.stances().count(), "stance"),
            quoted(py, &shown)?,
        ))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self == other
    }

    fn __hash__(&self) -> u64 {
        self.fingerprint("document")
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> Reduced<'py, Given<'_>> {
        let (text, id, author) = (self.inner.text(), self.inner.id(), self.inner.author());
        let given = (text, id, author, self.given_date.as_deref(), self.options.given());
        reduced(py, "_restore_document", given)
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        let _ = memo;
        slf
    }
}

/// Makes a document again from its pickle, which holds what the caller gave: the text is analyzed anew.
#[pyfunction(name = "_restore_document")]
#[pyo3(signature = (text, id, author, date, options))]
pub fn restore_document(
    py: Python<'_>,
    text: String,
    id: Option<String>,
    author: Option<String>,
    date: Option<String>,
    options: (String, f32, Bound<'_, PyAny>, Bound<'_, PyAny>, Bound<'_, PyAny>),
) -> PyResult<Document> {
    let (attribution, min_confidence, aliases, parties, expressions) = options;
    let options =
        Options::new(&attribution, min_confidence, Some(&aliases), Some(&parties), Some(&expressions))?;
    let mut metadata = Metadata::default();
    (metadata.id, metadata.author, metadata.date) = (id, author, date);
    Ok(Document::new(py, options, &text, metadata)?)
}

/// The style sheet of the HTML views.
#[pyfunction(name = "_html_style")]
pub fn html_style() -> &'static str {
    notaverbale_cli::html::STYLE
}
