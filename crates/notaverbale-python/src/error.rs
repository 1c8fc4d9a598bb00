//! What can go wrong on the way in and out, and the Python exception that each becomes.

use notaverbale::ExpressionError;
use pyo3::exceptions::{PyRuntimeError, PyTypeError};
use pyo3::{PyErr, import_exception};

use crate::names::Mapping;
use crate::strings::Column;

import_exception!(notaverbale._errors, NotaverbaleError);

/// A caller's value that cannot be used, or a machine that refuses.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A value is of a type that the argument can't take.
    #[error("{place}: expected {expected}, found {found}")]
    ValueType {
        /// The argument, and the row where it has rows.
        place: String,
        /// What can stand there.
        expected: &'static str,
        /// The type that stands there.
        found: String,
    },
    /// An argument is no column of strings at all.
    #[error("{}: expected a list, an array or a Series of strings, found {found}", .column.name())]
    ColumnType {
        /// The argument.
        column: Column,
        /// What it is, and what to do about it.
        found: String,
    },
    /// An option that maps names has something else in it, or is something else.
    #[error("{} must map names to {}: got {found}", .mapping.name(), .mapping.to())]
    Names {
        /// The option.
        mapping: Mapping,
        /// The type that stands there, and where.
        found: String,
    },
    /// A Python string with half a surrogate pair has no UTF-8 form.
    #[error(
        "{place}: a lone surrogate at code point {at} has no UTF-8 form; decode the text anew, or replace it"
    )]
    Surrogate {
        /// The argument, and the row where it has rows.
        place: String,
        /// Where it stands in the text, counted from 0.
        at: usize,
    },
    /// Two columns that belong together differ in length.
    #[error("{}: {found} values for {expected} texts", .column.name())]
    Length {
        /// The argument.
        column: Column,
        /// How many values it has.
        found: usize,
        /// How many texts there are.
        expected: usize,
    },
    /// A word that an option does not know.
    #[error("{option}: expected {expected}, found {found:?}")]
    Choice {
        /// The option.
        option: &'static str,
        /// What the caller gave.
        found: String,
        /// What it knows.
        expected: &'static str,
    },
    /// An entry for the stance lexicon that can't be one.
    #[error("{place}: expected {}, found {}", .fault.expected, .fault.found)]
    Expression {
        /// The argument, and the row where that is known.
        place: String,
        /// What is wrong with it.
        fault: ExpressionError,
    },
    /// A number of threads that is none.
    #[error("threads: expected a number from 1 to {limit}, found {found}")]
    Threads {
        /// What the caller gave.
        found: i64,
        /// The most.
        limit: usize,
    },
    /// The operating system gives no thread.
    #[error("threads: {0}")]
    Pool(#[from] rayon::ThreadPoolBuildError),
    /// A pickle that this version can't read.
    #[error("a pickled {what} does not fit this version of notaverbale")]
    Pickle {
        /// The class.
        what: &'static str,
    },
    /// The core's JSON could not be written.
    #[error("the document has no JSON form: {0}")]
    Json(#[from] serde_json::Error),
    /// Arrow refused a column.
    #[error("the table could not be built: {0}")]
    Arrow(#[from] arrow_schema::ArrowError),
}

impl From<Error> for PyErr {
    /// The one place where an error takes its Python type: what the caller can repair is a `TypeError` or a
    /// `NotaverbaleError` (a `ValueError`), the rest a `RuntimeError`.
    fn from(error: Error) -> Self {
        let message = error.to_string();
        match error {
            Error::ValueType { .. } | Error::ColumnType { .. } | Error::Names { .. } => {
                PyTypeError::new_err(message)
            }
            Error::Choice { .. }
            | Error::Expression { .. }
            | Error::Surrogate { .. }
            | Error::Length { .. }
            | Error::Threads { .. }
            | Error::Pickle { .. } => NotaverbaleError::new_err(message),
            Error::Pool(_) | Error::Json(_) | Error::Arrow(_) => PyRuntimeError::new_err(message),
        }
    }
}
