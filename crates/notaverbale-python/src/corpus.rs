//! Many texts: strings in, two tables out.

use notaverbale::Metadata;
use notaverbale::table::{StanceRow, StatementRow};
use pyo3::prelude::*;

use crate::error::Error;
use crate::hint::{ArrowTable, Objects, PandasFrame, PolarsFrame};
use crate::options::Options;
use crate::parallel::Workers;
use crate::pickle::{Reduced, reduced};
use crate::repr::counted;
use crate::strings::{Column, Strings};
use crate::table::{Rows, Table, TableBuilder};

/// Texts and bytes that one thread analyzes between two looks for Ctrl-C.
const CHUNK_TEXTS: usize = 64;
const CHUNK_BYTES: usize = 128 * 1024;

/// What a corpus is made of: ids, missing positions, statements, stances.
type Parts = (Vec<String>, Vec<usize>, Py<Table>, Py<Table>);

/// What was found in many texts: two tables. Made by :func:`notaverbale.analyze_many`; it never changes.
///
/// Its length is the number of texts, those without a row and missing ones too.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> corpus = nv.analyze_many(["Peru thanked Chile for its help.", None], ids=["a", "b"])
///     >>> corpus
///     Corpus(2 texts, 1 missing, 1 statement, 1 stance)
///     >>> corpus.ids, corpus.missing
///     (['a', 'b'], [1])
#[pyclass(frozen, module = "notaverbale")]
pub struct Corpus {
    ids: Vec<String>,
    missing: Vec<usize>,
    statements: Py<Table>,
    stances: Py<Table>,
}

#[pymethods]
impl Corpus {
    /// The id of each text, as the tables have it.
    #[getter]
    fn ids(&self) -> Vec<String> {
        self.ids.clone()
    }

    /// Which texts were missing (None, NaN or NA), as positions counted from 0.
    #[getter]
    fn missing(&self) -> Vec<usize> {
        self.missing.clone()
    }

    /// The table of statements.
    #[getter]
    fn statements(&self, py: Python<'_>) -> Py<Table> {
        self.statements.clone_ref(py)
    }

    /// The table of stances.
    #[getter]
    fn stances(&self, py: Python<'_>) -> Py<Table> {
        self.stances.clone_ref(py)
    }

    /// The table of stances as a pandas frame: see :meth:`Table.to_pandas`.
    fn to_pandas<'py>(&self, py: Python<'py>) -> PyResult<PandasFrame<'py>> {
        Table::to_pandas(self.stances.bind(py))
    }

    /// The table of stances as a polars frame: see :meth:`Table.to_polars`.
    fn to_polars<'py>(&self, py: Python<'py>) -> PyResult<PolarsFrame<'py>> {
        Table::to_polars(self.stances.bind(py))
    }

    /// The table of stances as a pyarrow table: see :meth:`Table.to_arrow`.
    fn to_arrow<'py>(&self, py: Python<'py>) -> PyResult<ArrowTable<'py>> {
        Table::to_arrow(self.stances.bind(py))
    }

    /// The rows of the table of stances: see :meth:`Table.to_dicts`.
    fn to_dicts<'py>(&self, py: Python<'py>) -> PyResult<Objects<'py>> {
        self.stances.get().to_dicts(py)
    }

    fn _repr_html_(slf: Bound<'_, Self>) -> PyResult<String> {
        let view = slf.py().import("notaverbale._view")?;
        view.call_method1("corpus", (slf,))?.extract()
    }

    fn __len__(&self) -> usize {
        self.ids.len()
    }

    fn __repr__(&self) -> String {
        format!(
            "Corpus({}, {} missing, {}, {})",
            counted(self.ids.len(), "text"),
            self.missing.len(),
            counted(self.statements.get().count(), "statement"),
            counted(self.stances.get().count(), "stance"),
        )
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.ids == other.ids
            && self.missing == other.missing
            && self.statements.get() == other.statements.get()
            && self.stances.get() == other.stances.get()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> Reduced<'py, Parts> {
        reduced(py, "_restore_corpus", (self.ids(), self.missing(), self.statements(py), self.stances(py)))
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        let _ = memo;
        slf
    }
}

/// Makes a corpus again from its pickle.
#[pyfunction(name = "_restore_corpus")]
pub fn restore_corpus(
    ids: Vec<String>,
    missing: Vec<usize>,
    statements: Py<Table>,
    stances: Py<Table>,
) -> Corpus {
    Corpus { ids, missing, statements, stances }
}

/// What `notaverbale.analyze_many` calls, after it has made a callable of its `progress`.
///
/// The callable is given the number of texts done and of all texts, after each chunk.
#[pyfunction(name = "_analyze_many")]
#[pyo3(signature = (texts, ids, authors, dates, progress, threads, attribution, min_confidence, aliases, parties, expressions))]
#[expect(clippy::too_many_arguments, reason = "each is a keyword in Python")]
pub fn analyze_many(
    py: Python<'_>,
    texts: &Bound<'_, PyAny>,
    ids: Option<&Bound<'_, PyAny>>,
    authors: Option<&Bound<'_, PyAny>>,
    dates: Option<&Bound<'_, PyAny>>,
    progress: Option<&Bound<'_, PyAny>>,
    threads: Option<i64>,
    attribution: &str,
    min_confidence: f32,
    aliases: Option<&Bound<'_, PyAny>>,
    parties: Option<&Bound<'_, PyAny>>,
    expressions: Option<&Bound<'_, PyAny>>,
) -> PyResult<Corpus> {
    let options = Options::new(attribution, min_confidence, aliases, parties, expressions)?;
    let analyzer = options.analyzer()?;
    let workers = Workers::new(threads)?;
    let index = if ids.is_none() { series_index(texts)? } else { None };
    let texts = Strings::read(texts, Column::Texts)?;
    let texts = texts.views();
    let ids = beside(ids.or(index.as_ref()), Column::Ids, texts.len())?;
    let authors = beside(authors, Column::Authors, texts.len())?;
    let dates = beside(dates, Column::Dates, texts.len())?;
    let ids: Vec<String> = match &ids {
        Some(ids) => ids.views().into_iter().enumerate().map(|(row, id)| named(id, row)).collect(),
        None => (0..texts.len()).map(|row| row.to_string()).collect(),
    };
    let (authors, dates) = (views(&authors), views(&dates));

    let mut statements = TableBuilder::new(Rows::Statements);
    let mut stances = TableBuilder::new(Rows::Stances);
    let mut start = 0;
    while start < texts.len() {
        let end = chunk_end(&texts, start, workers.count());
        let analyze = |row: usize| -> Option<(Vec<StatementRow>, Vec<StanceRow>)> {
            let given = |column: &[Option<&str>]| column.get(row).copied().flatten().map(str::to_owned);
            let mut metadata = Metadata::default().id(&ids[row]);
            (metadata.author, metadata.date) = (given(&authors), given(&dates));
            let document = analyzer.analyze_with(texts[row]?, &metadata);
            Some((document.statement_rows().collect(), document.stance_rows().collect()))
        };
        let found = py.detach(|| workers.map(start..end, analyze));
        for (statement_rows, stance_rows) in found.into_iter().flatten() {
            statement_rows
                .iter()
                .try_for_each(|row| statements.append_statement(row))
                .map_err(Error::from)?;
            stance_rows.iter().try_for_each(|row| stances.append_stance(row)).map_err(Error::from)?;
        }
        py.check_signals()?;
        if let Some(progress) = progress {
            progress.call1((end, texts.len()))?;
        }
        start = end;
    }
    Ok(Corpus {
        missing: (0..texts.len()).filter(|&row| texts[row].is_none()).collect(),
        ids,
        statements: Py::new(py, statements.finish().map_err(Error::from)?)?,
        stances: Py::new(py, stances.finish().map_err(Error::from)?)?,
    })
}

/// Where the chunk that begins at `start` ends: after enough texts or bytes to keep the threads busy for a moment.
fn chunk_end(texts: &[Option<&str>], start: usize, threads: usize) -> usize {
    let mut bytes = 0;
    let last = texts.len().min(start + CHUNK_TEXTS * threads);
    for (row, text) in texts.iter().enumerate().take(last).skip(start) {
        bytes += text.map_or(0, str::len);
        if bytes >= CHUNK_BYTES * threads {
            return row + 1;
        }
    }
    last
}

/// A column that goes with the texts, if the caller gave one.
fn beside(values: Option<&Bound<'_, PyAny>>, column: Column, expected: usize) -> PyResult<Option<Strings>> {
    let Some(values) = values else { return Ok(None) };
    let strings = Strings::read(values, column)?;
    let found = strings.views().len();
    if found == expected { Ok(Some(strings)) } else { Err(Error::Length { column, found, expected }.into()) }
}

fn views(strings: &Option<Strings>) -> Vec<Option<&str>> {
    strings.as_ref().map_or_else(Vec::new, Strings::views)
}

/// A missing id is the position, as for a text without ids.
fn named(id: Option<&str>, row: usize) -> String {
    id.map_or_else(|| row.to_string(), str::to_owned)
}

/// The index of a pandas Series, unless it only counts from 0: then no ids say the same, and a hundred thousand numbers
/// need not become Python's strings. A list has an `index` too, but that is a method.
fn series_index<'py>(texts: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    let class = texts.get_type();
    if class.name()? != "Series" || !class.module()?.to_string().starts_with("pandas") {
        return Ok(None);
    }
    let index = texts.getattr("index")?;
    let counts = index.get_type().name()? == "RangeIndex"
        && index.getattr("start")?.eq(0)?
        && index.getattr("step")?.eq(1)?;
    Ok((!counts).then_some(index))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_end_by_texts_or_by_bytes() {
        let short = vec![Some("Peru"); 300];
        assert_eq!(chunk_end(&short, 0, 1), 64);
        assert_eq!(chunk_end(&short, 256, 2), 300);
        let long = "x".repeat(CHUNK_BYTES);
        assert_eq!(chunk_end(&[None, Some(&long), Some(&long)], 0, 1), 2);
        assert_eq!(chunk_end(&[Some(&long)], 0, 4), 1);
    }
}
