//! Entries for the stance lexicon, from a file that an option names.

use std::path::Path;

use notaverbale::StanceExpression;

use super::rows;
use crate::error::Error;

/// The entries of a file of comma-separated values, one a row; the columns are what an entry can say.
///
/// # Errors
/// The file can't be read, a column is missing or unknown, or a row is no entry: the first fault ends it.
pub fn read(path: &Path) -> Result<Vec<StanceExpression>, Error> {
    rows::read_all(
        path,
        |header| {
            header.must("pattern")?;
            header.must("act")?;
            Ok(header.names().map(String::from).collect::<Vec<_>>())
        },
        |names, row| {
            let cells = (0..names.len()).map(|column| row.cell(column)).collect::<Result<Vec<_>, _>>()?;
            StanceExpression::from_row(names.iter().zip(cells)).map_err(|error| (error.found, error.expected))
        },
    )
}
