//! A member of a document's cast, as Python sees it.

use pyo3::prelude::*;

use crate::convert;
use crate::document::Document;
use crate::error::Error;
use crate::mention::Mention;
use crate::pickle::{Reduced, reduced};
use crate::repr::{quoted, quoted_or_none};

/// Somebody in a document: a person with a name, or whoever speaks.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> member = nv.analyze("Foreign Minister Ana Lima of Brazil thanked Peru.").speakers[0]
///     >>> member
///     Member(name='Ana Lima', kind='person', role='Foreign Minister', party='Brazil', statements=1)
///     >>> [mention.text for mention in member.mentions]
///     ['Foreign Minister Ana Lima of Brazil']
#[pyclass(frozen, module = "notaverbale")]
pub struct Member {
    document: Py<Document>,
    index: usize,
}

impl Member {
    /// The member with that index; the caller vouches that the document has it.
    pub fn new(document: Py<Document>, index: usize) -> Self {
        Self { document, index }
    }

    /// The whole cast of a document, in order.
    pub fn all(py: Python<'_>, document: &Py<Document>) -> impl Iterator<Item = Self> {
        let count = document.get().inner().cast().len();
        (0..count).map(move |index| Self::new(document.clone_ref(py), index))
    }

    /// Whether a statement is attributed to the member.
    pub fn speaks(&self) -> bool {
        self.statements() > 0
    }

    fn document(&self) -> &notaverbale::Document {
        self.document.get().inner()
    }

    fn member(&self) -> &notaverbale::Member {
        &self.document().cast()[self.index]
    }
}

#[pymethods]
impl Member {
    /// Where the member stands in the document's cast, counted from 0.
    #[getter]
    fn index(&self) -> usize {
        self.index
    }

    /// The fullest name in the document, without title; of one without a name the fullest description, without article.
    #[getter]
    fn name(&self) -> &str {
        &self.member().name
    }

    /// ``"person"``, ``"body"`` (a state, an organisation, a ministry) or ``"group"`` (several at once, such as ``the two
    /// sides``); None where it can't be told, as of an author whom the text does not mention.
    #[getter]
    fn kind(&self) -> Option<&'static str> {
        self.member().kind.map(notaverbale::MemberKind::as_str)
    }

    /// The first title that the document gives a person, as it is written there.
    #[getter]
    fn role(&self) -> Option<&str> {
        self.member().role.as_deref()
    }

    /// The country or organisation whose side the member is on.
    #[getter]
    fn party(&self) -> Option<&str> {
        self.member().party.as_deref()
    }

    /// Every mention, in order; none of an author whom only the caller names. A new list each time.
    #[getter]
    fn mentions(&self) -> Vec<Mention> {
        let mentions = self.member().mentions.iter();
        mentions.map(|mention| convert::mention(self.document(), mention)).collect()
    }

    /// How many statements of the document are attributed to the member.
    #[getter]
    fn statements(&self) -> usize {
        self.document.get().spoken()[self.index]
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let member = self.member();
        Ok(format!(
            "Member(name={}, kind={}, role={}, party={}, statements={})",
            quoted(py, &member.name)?,
            quoted_or_none(py, self.kind())?,
            quoted_or_none(py, self.role())?,
            quoted_or_none(py, self.party())?,
            self.statements(),
        ))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.index == other.index && self.document.get() == other.document.get()
    }

    fn __hash__(&self) -> u64 {
        self.document.get().fingerprint(("member", self.index))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> Reduced<'py, (Py<Document>, usize)> {
        reduced(py, "_restore_member", (self.document.clone_ref(py), self.index))
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        let _ = memo;
        slf
    }
}

/// Makes a member again from its pickle.
#[pyfunction(name = "_restore_member")]
pub fn restore_member(document: Py<Document>, index: usize) -> Result<Member, Error> {
    if index < document.get().inner().cast().len() {
        Ok(Member::new(document, index))
    } else {
        Err(Error::Pickle { what: "Member" })
    }
}
