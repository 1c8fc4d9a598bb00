//! Pairs of names, from a file that an option names.

use std::path::Path;

use super::rows::{self, Row};
use crate::error::Error;

/// What the two columns of a file of names are called.
#[derive(Clone, Copy, Debug)]
pub struct Heads {
    pub from: &'static str,
    pub to: &'static str,
}

/// The pairs of a file of comma-separated values with both columns, in order; other columns are passed over.
///
/// # Errors
/// The file can't be read, a column is missing, or a row is no pair: the first fault ends it.
pub fn read(path: &Path, heads: Heads) -> Result<Vec<(String, String)>, Error> {
    rows::read_all(
        path,
        |header| Ok([header.must(heads.from)?, header.must(heads.to)?]),
        |&[from, to], row| Ok((named(&row, from, heads.from)?, named(&row, to, heads.to)?)),
    )
}

/// The name in a column, which has to be there.
fn named(row: &Row<'_>, column: usize, head: &str) -> Result<String, rows::Complaint> {
    let cell = row.cell(column)?.trim();
    if cell.is_empty() {
        return Err((format!("an empty cell below {head:?}"), "a name".to_owned()));
    }
    Ok(cell.to_owned())
}
