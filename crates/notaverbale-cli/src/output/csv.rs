//! CSV: one table over all documents, with its header even when no row follows.

use std::io;

use clap::ValueEnum;
use csv::{Writer, WriterBuilder};
use notaverbale::Document;
use notaverbale::table::{STANCE_COLUMNS, STATEMENT_COLUMNS};

use super::{Output, Split};

/// Which table.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Rows {
    /// A row for each statement
    Statements,
    /// A row for each stance
    Stances,
}

/// Writes the rows of one table.
pub struct Csv {
    pub rows: Rows,
}

impl Output<Document> for Csv {
    fn head(&self) -> io::Result<Vec<u8>> {
        match self.rows {
            Rows::Statements => write(|table| table.write_record(STATEMENT_COLUMNS)),
            Rows::Stances => write(|table| table.write_record(STANCE_COLUMNS)),
        }
    }

    fn item(&self, document: &Document) -> io::Result<Vec<u8>> {
        write(|table| match self.rows {
            Rows::Statements => document.statement_rows().try_for_each(|row| table.serialize(row)),
            Rows::Stances => document.stance_rows().try_for_each(|row| table.serialize(row)),
        })
    }
}

/// Writes a row a sentence.
pub struct SentenceCsv;

impl Output<Split> for SentenceCsv {
    fn head(&self) -> io::Result<Vec<u8>> {
        write(|table| table.write_record(["id", "sentence", "start", "end", "text"]))
    }

    fn item(&self, split: &Split) -> io::Result<Vec<u8>> {
        write(|table| {
            let rows = split.points().into_iter().zip(split.words()).enumerate();
            for (number, ([start, end], words)) in rows {
                table.serialize((&split.id, number, start, end, words))?;
            }
            Ok(())
        })
    }
}

/// The bytes of the rows that `rows` writes; the header is written apart, once for all documents.
fn write(rows: impl FnOnce(&mut Writer<Vec<u8>>) -> csv::Result<()>) -> io::Result<Vec<u8>> {
    let mut table = WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    rows(&mut table)?;
    table.into_inner().map_err(|error| error.into_error())
}
