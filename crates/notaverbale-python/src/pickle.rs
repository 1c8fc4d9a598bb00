//! Pickles: what `__reduce__` returns.

use pyo3::prelude::*;

/// A function of the compiled module, and the arguments with which it makes the object again.
pub type Reduced<'py, Arguments> = PyResult<(Bound<'py, PyAny>, Arguments)>;

/// What `__reduce__` returns, with the name of the function.
pub fn reduced<'py, Arguments>(py: Python<'py>, name: &str, arguments: Arguments) -> Reduced<'py, Arguments> {
    Ok((py.import("notaverbale._native")?.getattr(name)?, arguments))
}
