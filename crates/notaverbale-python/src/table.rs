//! The two tables, as Arrow record batches.

use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchOptions};
use arrow_schema::{ArrowError, Schema, SchemaRef};
use notaverbale::table::{STANCE_COLUMNS, STATEMENT_COLUMNS, StanceRow, StatementRow};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList, PyString};

use crate::capsule;
use crate::column::{self, Builder, Cell};
use crate::error::Error;
use crate::hint::{ArrowTable, Object, Objects, PandasFrame, PolarsFrame};
use crate::pickle::{Reduced, reduced};
use crate::repr::counted;

/// Rows in a batch: few enough to start reading soon, many enough for a reader to work on.
const BATCH_ROWS: usize = 1 << 16;
/// Bytes of text after which a batch ends: an Arrow string column holds 2 GiB.
const BATCH_BYTES: usize = 1 << 28;

/// A column as Python values.
type Column<'py> = Vec<Bound<'py, PyAny>>;

/// What the rows of a table are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rows {
    /// One for each statement.
    Statements,
    /// One for each stance.
    Stances,
}

impl Rows {
    const fn name(self) -> &'static str {
        match self {
            Self::Statements => "statements",
            Self::Stances => "stances",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::Statements, Self::Stances].into_iter().find(|rows| rows.name() == name)
    }

    const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Statements => STATEMENT_COLUMNS,
            Self::Stances => STANCE_COLUMNS,
        }
    }

    fn schema(self) -> SchemaRef {
        Arc::new(Schema::new(self.columns().iter().map(|name| column::field(name)).collect::<Vec<_>>()))
    }
}

/// A table that grows, row by row.
pub struct TableBuilder {
    rows: Rows,
    columns: Vec<Builder>,
    /// Rows and bytes of text in the open batch.
    open: (usize, usize),
    batches: Vec<RecordBatch>,
}

impl TableBuilder {
    /// An empty table.
    pub fn new(rows: Rows) -> Self {
        let columns = rows.columns().iter().map(|name| Builder::new(name)).collect();
        Self { rows, columns, open: (0, 0), batches: Vec::new() }
    }

    /// Adds a row to a table of statements.
    ///
    /// # Errors
    /// Where a cell does not fit its column, as with a table of stances.
    pub fn append_statement(&mut self, row: &StatementRow) -> Result<(), ArrowError> {
        self.append(&[
            Cell::Text(row.id.as_deref()),
            Cell::Text(row.date.as_deref()),
            Cell::Number(Some(row.statement)),
            Cell::Text(row.speaker.as_deref()),
            Cell::Text(row.party.as_deref()),
            Cell::Text(Some(row.kind.as_str())),
            Cell::Flag(row.continued),
            Cell::Text(row.source.as_deref()),
            Cell::Text(row.cue.as_deref()),
            Cell::Text(row.content.as_deref()),
            Cell::Number(row.source_start),
            Cell::Number(row.source_end),
            Cell::Number(row.cue_start),
            Cell::Number(row.cue_end),
            Cell::Number(row.content_start),
            Cell::Number(row.content_end),
            Cell::Score(row.confidence),
        ])
    }

    /// Adds a row to a table of stances.
    ///
    /// # Errors
    /// Where a cell does not fit its column, as with a table of statements.
    pub fn append_stance(&mut self, row: &StanceRow) -> Result<(), ArrowError> {
        self.append(&[
            Cell::Text(row.id.as_deref()),
            Cell::Text(row.date.as_deref()),
            Cell::Number(Some(row.statement)),
            Cell::Number(Some(row.stance)),
            Cell::Text(row.speaker.as_deref()),
            Cell::Text(row.party.as_deref()),
            Cell::Text(row.holder.as_deref()),
            Cell::Text(Some(row.act.as_str())),
            Cell::Text(Some(row.polarity.as_str())),
            Cell::Text(Some(row.strength.as_str())),
            Cell::Flag(row.negated),
            Cell::Text(row.addressee.as_deref()),
            Cell::Text(row.expression.as_deref()),
            Cell::Text(row.target.as_deref()),
            Cell::Number(row.expression_start),
            Cell::Number(row.expression_end),
            Cell::Number(row.target_start),
            Cell::Number(row.target_end),
            Cell::Text(row.cameo.as_deref()),
            Cell::Text(row.plover.as_deref()),
            Cell::Score(row.confidence),
        ])
    }

    fn append(&mut self, cells: &[Cell<'_>]) -> Result<(), ArrowError> {
        let bytes: usize = cells.iter().map(|cell| cell.size()).sum();
        if self.open.0 == BATCH_ROWS || (self.open.0 > 0 && self.open.1 + bytes > BATCH_BYTES) {
            self.close()?;
        }
        for (column, &cell) in self.columns.iter_mut().zip(cells) {
            column.append(cell)?;
        }
        self.open.0 += 1;
        self.open.1 += bytes;
        Ok(())
    }

    /// Ends the open batch.
    fn close(&mut self) -> Result<(), ArrowError> {
        let columns = self.columns.iter_mut().map(Builder::finish).collect::<Result<Vec<_>, _>>()?;
        let options = RecordBatchOptions::new().with_row_count(Some(self.open.0));
        self.batches.push(RecordBatch::try_new_with_options(self.rows.schema(), columns, &options)?);
        self.open = (0, 0);
        Ok(())
    }

    /// The table, of one batch at least.
    ///
    /// # Errors
    /// Where the columns differ in length, which [`TableBuilder::append`] does not let happen.
    pub fn finish(mut self) -> Result<Table, ArrowError> {
        if self.open.0 > 0 || self.batches.is_empty() {
            self.close()?;
        }
        Ok(Table { rows: self.rows, batches: self.batches })
    }
}

/// Rows of statements or stances; it never changes.
///
/// Columns and their types are fixed, and the same for a table without rows. Any library that speaks Arrow takes a
/// table as it is: ``polars.DataFrame(table)``, ``pyarrow.table(table)``, ``duckdb.sql("from stances")``.
///
/// Examples:
///     >>> import notaverbale as nv
///     >>> table = nv.analyze_many(["Peru thanked Chile for its help."]).stances
///     >>> table
///     Table(stances, 1 row, 21 columns)
///     >>> row = table.to_dicts()[0]
///     >>> row["id"], row["holder"], row["act"], row["expression_start"]
///     ('0', 'Peru', 'praise', 5)
#[pyclass(frozen, eq, module = "notaverbale")]
pub struct Table {
    rows: Rows,
    batches: Vec<RecordBatch>,
}

impl Table {
    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The cells of a column, over all batches.
    fn cells(&self, column: usize) -> impl Iterator<Item = Cell<'_>> {
        self.batches.iter().flat_map(move |batch| {
            let cells = batch.column(column);
            (0..batch.num_rows()).map(move |row| Cell::read(cells, row))
        })
    }

    fn column<'py>(&self, py: Python<'py>, column: usize) -> PyResult<Column<'py>> {
        self.cells(column).map(|cell| cell.to_python(py)).collect()
    }
}

impl PartialEq for Table {
    /// The same rows; how they are spread over batches does not count.
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
            && self.count() == other.count()
            && (0..self.rows.columns().len()).all(|column| self.cells(column).eq(other.cells(column)))
    }
}

#[pymethods]
impl Table {
    /// The names of the columns, in order.
    #[getter]
    fn columns(&self) -> Vec<&'static str> {
        self.rows.columns().to_vec()
    }

    /// The table as a pandas frame. With pyarrow installed it goes through Arrow, else by columns; the frame is the
    /// same.
    ///
    /// Returns:
    ///     A ``pandas.DataFrame``: strings as pandas keeps them by default, categories for ``kind``, ``act``,
    ///     ``polarity`` and ``strength``, ``UInt32`` for offsets, which may be missing.
    ///
    /// Raises:
    ///     ImportError: pandas is not installed.
    pub fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<PandasFrame<'py>> {
        frame(slf, "to_pandas").map(PandasFrame)
    }

    /// The table as a polars frame.
    ///
    /// Returns:
    ///     A ``polars.DataFrame``.
    ///
    /// Raises:
    ///     ImportError: polars is not installed.
    pub fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<PolarsFrame<'py>> {
        frame(slf, "to_polars").map(PolarsFrame)
    }

    /// The table as a pyarrow table.
    ///
    /// Returns:
    ///     A ``pyarrow.Table``.
    ///
    /// Raises:
    ///     ImportError: pyarrow is not installed.
    pub fn to_arrow<'py>(slf: &Bound<'py, Self>) -> PyResult<ArrowTable<'py>> {
        frame(slf, "to_arrow").map(ArrowTable)
    }

    /// The rows.
    ///
    /// Returns:
    ///     A dictionary for each row, its values strings, numbers, booleans or None.
    pub fn to_dicts<'py>(&self, py: Python<'py>) -> PyResult<Objects<'py>> {
        let names: Vec<_> = self.rows.columns().iter().map(|name| PyString::intern(py, name)).collect();
        let list = PyList::empty(py);
        for batch in &self.batches {
            for row in 0..batch.num_rows() {
                let dict = PyDict::new(py);
                for (name, column) in names.iter().zip(batch.columns()) {
                    dict.set_item(name, Cell::read(column, row).to_python(py)?)?;
                }
                list.append(dict)?;
            }
        }
        Ok(Objects(list.into_any()))
    }

    /// The columns.
    ///
    /// Returns:
    ///     A list of values for each column's name.
    fn to_pydict<'py>(&self, py: Python<'py>) -> PyResult<Object<'py>> {
        let dict = PyDict::new(py);
        for (index, name) in self.rows.columns().iter().enumerate() {
            dict.set_item(name, self.column(py, index)?)?;
        }
        Ok(Object(dict.into_any()))
    }

    /// The table as an Arrow stream, for libraries to take.
    ///
    /// Args:
    ///     requested_schema: Ignored, as the interface allows.
    ///
    /// Returns:
    ///     A capsule named ``arrow_array_stream``.
    #[pyo3(signature = (requested_schema: "object" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        capsule::export(py, self.rows.schema(), self.batches.clone())
    }

    /// The names that each column of codes may hold.
    fn _codes<'py>(&self, py: Python<'py>) -> PyResult<Object<'py>> {
        let dict = PyDict::new(py);
        for name in self.rows.columns() {
            if let Some(codes) = column::codes(name) {
                dict.set_item(name, codes)?;
            }
        }
        Ok(Object(dict.into_any()))
    }

    fn __len__(&self) -> usize {
        self.count()
    }

    fn __repr__(&self) -> String {
        let columns = self.rows.columns().len();
        format!("Table({}, {}, {columns} columns)", self.rows.name(), counted(self.count(), "row"))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> Reduced<'py, (&'static str, Vec<Column<'py>>)> {
        let columns = (0..self.rows.columns().len()).map(|index| self.column(py, index));
        reduced(py, "_restore_table", (self.rows.name(), columns.collect::<PyResult<_>>()?))
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        let _ = memo;
        slf
    }
}

/// Makes a table again from its pickle.
#[pyfunction(name = "_restore_table")]
pub fn restore_table(rows: &str, columns: Vec<Column<'_>>) -> PyResult<Table> {
    let unfit = || Error::Pickle { what: "Table" };
    let rows = Rows::from_name(rows).ok_or_else(unfit)?;
    let mut builder = TableBuilder::new(rows);
    builder.open.0 = columns.first().map_or(0, Vec::len);
    if columns.len() != builder.columns.len() {
        return Err(unfit().into());
    }
    for (column, values) in builder.columns.iter_mut().zip(&columns) {
        for value in values {
            column.append_python(value)?;
        }
    }
    builder.finish().map_err(|_| unfit().into())
}

/// Calls the function of `notaverbale._tables`, which imports the library that it needs.
fn frame<'py>(table: &Bound<'py, Table>, function: &str) -> PyResult<Bound<'py, PyAny>> {
    table.py().import("notaverbale._tables")?.call_method1(function, (table,))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(texts: &[&str], rows: Rows) -> Table {
        let mut builder = TableBuilder::new(rows);
        for text in texts {
            let document = notaverbale::Analyzer::default().analyze(text);
            match rows {
                Rows::Statements => {
                    document.statement_rows().for_each(|row| builder.append_statement(&row).unwrap())
                }
                Rows::Stances => document.stance_rows().for_each(|row| builder.append_stance(&row).unwrap()),
            }
        }
        builder.finish().unwrap()
    }

    #[test]
    fn every_row_fits_its_columns() {
        for rows in [Rows::Statements, Rows::Stances] {
            let table = table(&["Peru thanked Chile for its help."; 3], rows);
            assert_eq!(table.count(), 3);
            assert_eq!(table.batches[0].schema(), rows.schema());
        }
    }

    #[test]
    fn a_cell_stands_under_its_name() {
        let table = table(&["Peru thanked Chile for its help."], Rows::Stances);
        let cell = |name| {
            let at = STANCE_COLUMNS.iter().position(|&column| column == name).unwrap();
            table.cells(at).next().unwrap()
        };
        assert_eq!(cell("holder"), Cell::Text(Some("Peru")));
        assert_eq!(cell("act"), Cell::Text(Some("praise")));
        assert_eq!(cell("expression"), Cell::Text(Some("thanked")));
        assert_eq!(cell("expression_start"), Cell::Number(Some(5)));
        assert_eq!(cell("expression_end"), Cell::Number(Some(12)));
    }

    #[test]
    fn an_empty_table_has_one_batch_of_the_same_columns() {
        let table = table(&[], Rows::Statements);
        assert_eq!((table.count(), table.batches.len()), (0, 1));
        assert_eq!(table.batches[0].schema(), Rows::Statements.schema());
    }
}
