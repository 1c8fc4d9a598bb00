//! The command line: the same program as the `notaverbale` binary, called by the `pip` entry point.

use std::ffi::OsString;

use pyo3::prelude::*;

/// Runs the command line and returns its exit status.
///
/// Args:
///     args: The program's name and its arguments.
#[pyfunction(name = "_run_cli")]
pub fn run_cli(py: Python<'_>, args: Vec<OsString>) -> u8 {
    py.detach(|| notaverbale_cli::run(args))
}
