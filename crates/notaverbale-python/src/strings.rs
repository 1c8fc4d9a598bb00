//! Strings in: a column of them from whatever a caller keeps strings in, without a copy where that is possible.
//!
//! A pandas 3, polars or pyarrow column comes through its Arrow capsule; iterating a pandas `str` Series takes 250
//! times as long. Whatever gives no strings that way (pandas 2, numpy, a pandas without pyarrow, a column with a
//! number in it) is read cell by cell, which also finds the row to name in an error.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use pyo3::exceptions::{PyException, PyUnicodeEncodeError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::pyclass::CompareOp;
use pyo3::types::{PyBytes, PyDict, PyFrozenSet, PyList, PySet, PyString, PyTuple};

use crate::capsule;
use crate::error::Error;

/// An argument that holds strings; it says which values count as one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Column {
    /// Strings.
    Texts,
    /// Anything: the caller's index may be of numbers.
    Ids,
    /// Strings.
    Authors,
    /// Strings and dates.
    Dates,
}

impl Column {
    /// The argument's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Texts => "texts",
            Self::Ids => "ids",
            Self::Authors => "authors",
            Self::Dates => "dates",
        }
    }

    const fn expected(self) -> &'static str {
        match self {
            Self::Texts | Self::Authors => "str or a missing value",
            Self::Ids => "a value with a str()",
            Self::Dates => "str, a date or a missing value",
        }
    }

    /// How an error names a value: by its row, or as the only one.
    fn place(self, row: Option<usize>) -> String {
        match (row, self) {
            (Some(row), _) => format!("{}, row {row} (counted from 0)", self.name()),
            (None, Self::Texts) => "text".to_owned(),
            (None, Self::Ids) => "id".to_owned(),
            (None, Self::Authors) => "author".to_owned(),
            (None, Self::Dates) => "date".to_owned(),
        }
    }
}

/// A column of strings, some of them missing, in memory that Python or Arrow owns.
pub enum Strings {
    /// From Python strings.
    Python(Vec<Option<PyBackedStr>>),
    /// From Arrow arrays, of one of the three string types each.
    Arrow(Vec<ArrayRef>),
}

impl Strings {
    /// Reads `values`.
    ///
    /// # Errors
    /// A `TypeError` where `values` is no column or a cell no string, naming the row; `NotaverbaleError` where a
    /// string has no UTF-8 form.
    pub fn read(values: &Bound<'_, PyAny>, column: Column) -> PyResult<Self> {
        refuse(values, column)?;
        if values.is_instance_of::<PyList>() || values.is_instance_of::<PyTuple>() {
            return cells(values, column).map(Self::Python);
        }
        match capsule::arrays(values) {
            Ok(Some(arrays)) if arrays.iter().all(is_text) => {
                return Ok(Self::Arrow(arrays));
            }
            Ok(_) => {}
            // pandas without pyarrow, an `object` column of mixed types, an array that was taken already: the cells
            // tell more.
            Err(error) if error.is_instance_of::<PyException>(values.py()) => {}
            Err(error) => return Err(error),
        }
        cells(&listed(values, column)?, column).map(Self::Python)
    }

    /// The strings, borrowed; `None` for a missing one.
    pub fn views(&self) -> Vec<Option<&str>> {
        match self {
            Self::Python(strings) => strings.iter().map(|string| string.as_deref()).collect(),
            Self::Arrow(arrays) => arrays.iter().flat_map(array_views).collect(),
        }
    }
}

/// The only string that an argument gives; `None` for a missing value.
///
/// # Errors
/// As [`Strings::read`], without a row.
pub fn value(value: &Bound<'_, PyAny>, column: Column) -> PyResult<Option<PyBackedStr>> {
    cell(value, column, None)
}

/// A text as UTF-8.
///
/// # Errors
/// `NotaverbaleError` where it has no UTF-8 form.
pub fn text(text: &Bound<'_, PyString>) -> PyResult<PyBackedStr> {
    utf8(text, || Column::Texts.place(None))
}

/// Whether it holds strings, all of them in UTF-8, as Arrow asks but does not see to.
fn is_text(array: &ArrayRef) -> bool {
    matches!(array.data_type(), DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View)
        && array.to_data().validate_full().is_ok()
}

fn array_views(array: &ArrayRef) -> Vec<Option<&str>> {
    match array.data_type() {
        DataType::Utf8 => array.as_string::<i32>().iter().collect(),
        DataType::LargeUtf8 => array.as_string::<i64>().iter().collect(),
        DataType::Utf8View => array.as_string_view().iter().collect(),
        _ => vec![None; array.len()],
    }
}

/// Refuses what could be iterated but holds no column: a single string would give its letters, a table its names.
fn refuse(values: &Bound<'_, PyAny>, column: Column) -> Result<(), Error> {
    let what = if values.is_instance_of::<PyString>() {
        "one str; put it into a list, or call analyze()"
    } else if values.is_instance_of::<PyBytes>() {
        "bytes"
    } else if values.is_instance_of::<PyDict>() {
        "a dict; pass its values"
    } else if values.is_instance_of::<PySet>() || values.is_instance_of::<PyFrozenSet>() {
        "a set, which has no order; pass a sorted list"
    } else if values.hasattr("columns").unwrap_or(false) {
        "a table; pass one of its columns"
    } else {
        return Ok(());
    };
    Err(Error::ColumnType { column, found: what.to_owned() })
}

/// The values as something that gives Python objects when iterated.
fn listed<'py>(values: &Bound<'py, PyAny>, column: Column) -> PyResult<Bound<'py, PyAny>> {
    // numpy and pandas; polars; a chunked array of pyarrow.
    for method in ["tolist", "to_list", "to_pylist"] {
        if values.hasattr(method)? {
            let list = as_dates(values, column)?.call_method0(method)?;
            // An array without dimensions gives its one value.
            return if list.is_instance_of::<PyList>() { Ok(list) } else { Err(no_column(values, column)) };
        }
    }
    if values.try_iter().is_ok() { Ok(values.clone()) } else { Err(no_column(values, column)) }
}

/// A numpy array of dates lists nanoseconds as numbers, but seconds as dates.
fn as_dates<'py>(values: &Bound<'py, PyAny>, column: Column) -> PyResult<Bound<'py, PyAny>> {
    if column == Column::Dates
        && values.get_type().name()? == "ndarray"
        && values.getattr("dtype")?.getattr("kind")?.eq("M")?
    {
        values.call_method1("astype", ("datetime64[s]",))
    } else {
        Ok(values.clone())
    }
}

fn no_column(values: &Bound<'_, PyAny>, column: Column) -> PyErr {
    Error::ColumnType { column, found: type_name(values) }.into()
}

fn cells(values: &Bound<'_, PyAny>, column: Column) -> PyResult<Vec<Option<PyBackedStr>>> {
    let mut found = Vec::with_capacity(values.len().unwrap_or(0));
    for (row, value) in values.try_iter()?.enumerate() {
        found.push(cell(&value?, column, Some(row))?);
    }
    Ok(found)
}

fn cell(value: &Bound<'_, PyAny>, column: Column, row: Option<usize>) -> PyResult<Option<PyBackedStr>> {
    let utf8 = |text| utf8(text, || column.place(row));
    if let Ok(text) = value.cast::<PyString>() {
        return utf8(text).map(Some);
    }
    if is_missing(value) {
        return Ok(None);
    }
    match column {
        Column::Ids => utf8(&value.str()?).map(Some),
        Column::Dates if value.hasattr("isoformat")? => {
            let written = value.call_method0("isoformat")?.str()?.to_string();
            let date = written.strip_suffix("T00:00:00").unwrap_or(&written);
            utf8(&PyString::new(value.py(), date)).map(Some)
        }
        _ => Err(Error::ValueType {
            place: column.place(row),
            expected: column.expected(),
            found: type_name(value),
        }
        .into()),
    }
}

/// Whether the value is `None`, a NaN of any kind, `pandas.NA` or `NaT`, or numpy's `masked`.
///
/// A NaN differs from itself; `NA` and `masked` answer every comparison with themselves.
pub fn is_missing(value: &Bound<'_, PyAny>) -> bool {
    value.is_none()
        || value
            .rich_compare(value, CompareOp::Ne)
            .is_ok_and(|unequal| unequal.is(value) || unequal.is_truthy().unwrap_or(false))
}

/// The string in UTF-8; `place` says for an error where it stands.
///
/// # Errors
/// `NotaverbaleError` where it holds a lone surrogate.
pub fn utf8(text: &Bound<'_, PyString>, place: impl FnOnce() -> String) -> PyResult<PyBackedStr> {
    PyBackedStr::try_from(text.clone()).map_err(|error| {
        if error.is_instance_of::<PyUnicodeEncodeError>(text.py()) {
            let at = error.value(text.py()).getattr("start").and_then(|start| start.extract()).unwrap_or(0);
            Error::Surrogate { place: place(), at }.into()
        } else {
            error
        }
    })
}

/// What Python calls the type of a value.
pub fn type_name(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map_or_else(|_| "something else".to_owned(), |name| name.to_string())
}
