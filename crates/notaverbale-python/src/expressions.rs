//! Entries for the stance lexicon that a caller gives: rows of a table.

use std::collections::BTreeMap;
use std::sync::Arc;

use notaverbale::StanceExpression;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyString};

use crate::error::Error;
use crate::strings;

/// Entries of a caller's own, in their order. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Expressions(Arc<[StanceExpression]>);

impl Expressions {
    /// Reads dictionaries of strings, or a table that gives them; none is an empty one. A missing value says nothing.
    ///
    /// # Errors
    /// A `TypeError` where `expressions` has no rows, a row is no dictionary or a value no string; `NotaverbaleError` where
    /// a row is no entry.
    pub fn read(expressions: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let Some(expressions) = expressions else { return Ok(Self::default()) };
        let rows = rows(expressions)?.enumerate();
        rows.map(|(row, cells)| entry(&place(row), &cells?)).collect::<PyResult<_>>().map(Self)
    }

    /// The entries.
    pub fn entries(&self) -> &[StanceExpression] {
        &self.0
    }

    /// The entries as [`Expressions::read`] takes them.
    pub fn rows(&self) -> Vec<BTreeMap<&str, &str>> {
        self.0.iter().map(|entry| entry.to_row().collect()).collect()
    }
}

fn rows<'py>(expressions: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyIterator>> {
    let none = || Error::ValueType {
        place: "expressions".to_owned(),
        expected: "a list of dicts or a table",
        found: strings::type_name(expressions),
    };
    if expressions.is_instance_of::<PyDict>() || expressions.is_instance_of::<PyString>() {
        return Err(none().into());
    }
    // polars and our own tables; pyarrow; pandas.
    let rows = if expressions.hasattr("to_dicts")? {
        &expressions.call_method0("to_dicts")?
    } else if expressions.hasattr("to_pylist")? {
        &expressions.call_method0("to_pylist")?
    } else if expressions.hasattr("to_dict")? {
        &expressions.call_method1("to_dict", ("records",))?
    } else {
        expressions
    };
    rows.try_iter().map_err(|_| none().into())
}

fn entry(place: &str, row: &Bound<'_, PyAny>) -> PyResult<StanceExpression> {
    let foreign = |expected, value: &Bound<'_, PyAny>, column: &str| Error::ValueType {
        place: format!("{place}{column}"),
        expected,
        found: strings::type_name(value),
    };
    let row = row.cast::<PyDict>().map_err(|_| foreign("a dict", row, ""))?;
    let mut cells = Vec::with_capacity(row.len());
    for (column, value) in row {
        let name =
            column.cast::<PyString>().map_err(|_| foreign("str for the name of a column", &column, ""))?;
        let name = strings::utf8(name, || place.to_owned())?;
        let column = format!(", {}", &*name);
        let value = match value.cast::<PyString>() {
            Ok(value) => strings::utf8(value, || format!("{place}{column}"))?.to_string(),
            Err(_) if strings::is_missing(&value) => String::new(),
            Err(_) => return Err(foreign("str or a missing value", &value, &column).into()),
        };
        cells.push((name, value));
    }
    let place = || place.to_owned();
    StanceExpression::from_row(cells).map_err(|fault| Error::Expression { place: place(), fault }.into())
}

fn place(row: usize) -> String {
    format!("expressions, row {row} (counted from 0)")
}
