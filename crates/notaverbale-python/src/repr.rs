//! What the `__repr__`s are written with.

use pyo3::prelude::*;
use pyo3::types::PyString;

/// `text` as Python's `repr` writes it.
pub fn quoted(py: Python<'_>, text: &str) -> PyResult<String> {
    PyString::new(py, text).repr()?.extract()
}

/// `text` as Python's `repr` writes it, or `None`.
pub fn quoted_or_none(py: Python<'_>, text: Option<&str>) -> PyResult<String> {
    text.map_or_else(|| Ok("None".to_owned()), |text| quoted(py, text))
}

/// A count and what is counted.
pub fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
