//! Pairs of names, from a file that an option names.

use std::fs::File;
use std::io::{self, BufReader};
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
    let file = path.display().to_string();
    let mut pairs = Ok(Vec::new());
    let outcome = File::open(path).and_then(|opened| -> io::Result<bool> {
        rows::read(
            &mut BufReader::new(opened),
            &file,
            b',',
            |header| Ok([header.must(heads.from)?, header.must(heads.to)?]),
            |&[from, to], row| Ok((named(&row, from, heads.from)?, named(&row, to, heads.to)?)),
            &mut |outcome| {
                match (outcome, &mut pairs) {
                    (Ok(pair), Ok(pairs)) => pairs.push(pair),
                    (Ok(_), Err(_)) => {}
                    (Err(fault), _) => pairs = Err(fault),
                }
                pairs.is_ok()
            },
        )
    });
    match outcome {
        Ok(_) => pairs,
        Err(source) => Err(Error::Read { file, source }),
    }
}

/// The name in a column, which has to be there.
fn named(row: &Row<'_>, column: usize, head: &str) -> Result<String, rows::Complaint> {
    let cell = row.cell(column)?.trim();
    if cell.is_empty() {
        return Err((format!("an empty cell below {head:?}"), "a name".to_owned()));
    }
    Ok(cell.to_owned())
}
