//! The rows of comma- or tab-separated values below a header row.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::encoding;
use crate::error::Error;

/// What was found, and what was expected.
pub type Complaint = (String, String);

/// Reads `file`: `find` says where the columns stand, `item` makes something of a row, and `sink` takes it, or what is
/// wrong with the row, and says whether more is wanted. Returns whether it still is at the end.
pub fn read<Places, Item>(
    file: &mut impl BufRead,
    name: &str,
    delimiter: u8,
    find: impl FnOnce(Header<'_>) -> Result<Places, Complaint>,
    item: impl Fn(&Places, Row<'_>) -> Result<Item, Complaint>,
    sink: &mut dyn FnMut(Result<Item, Error>) -> bool,
) -> io::Result<bool> {
    if let Some(fault) = encoding::refuse(file, name)? {
        return Ok(sink(Err(fault)));
    }
    encoding::skip_bom(file)?;
    let crlf = ends_lines_with_crlf(file)?;
    let complain = |line, (found, expected)| Error::Record { file: name.to_owned(), line, found, expected };
    let behind = if crlf { "\r\n" } else { "\n" }.as_bytes().chain(END);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(file.chain(behind));
    let mut cells = ByteRecord::new();
    if !next(&mut reader, &mut cells)? {
        cells.clear();
    }
    let width = cells.len();
    let places = match closed(&cells).and_then(|()| find(Header(&cells))) {
        Ok(places) => places,
        Err(complaint) => return Ok(sink(Err(complain(1, complaint)))),
    };
    let mut number = 0;
    while next(&mut reader, &mut cells)? {
        number += 1;
        let outcome = Row::of(&cells, number, width).and_then(|row| item(&places, row));
        if !sink(outcome.map_err(|complaint| complain(line_of(&cells, &reader, crlf), complaint))) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A row that is read behind the last one of a file: where it comes back inside a cell, the cell's quotation marks are
/// never closed, and it has swallowed all that was left. This is the mark by which old systems ended files.
const END: &[u8] = b"\x1A";

/// Reads the next row into `cells`. Returns whether there is one.
fn next(reader: &mut Reader<impl io::Read>, cells: &mut ByteRecord) -> io::Result<bool> {
    Ok(reader.read_byte_record(cells)? && *cells != [END][..])
}

/// Complains of a row whose last cell has swallowed [`END`].
fn closed(cells: &ByteRecord) -> Result<(), Complaint> {
    match cells.iter().next_back() {
        Some([.., b'\n', last]) if END == [*last] => Err((
            "a quotation mark that is never closed".to_owned(),
            "another one behind its cell".to_owned(),
        )),
        _ => Ok(()),
    }
}

/// What `item` makes of the rows of the comma-separated file at `path`; the first fault ends it.
///
/// # Errors
/// The file can't be read, `find` misses a column, or a row is none of what `item` takes.
pub fn read_all<Places, Item>(
    path: &Path,
    find: impl FnOnce(Header<'_>) -> Result<Places, Complaint>,
    item: impl Fn(&Places, Row<'_>) -> Result<Item, Complaint>,
) -> Result<Vec<Item>, Error> {
    let file = path.display().to_string();
    let mut items = Ok(Vec::new());
    let outcome = File::open(path).and_then(|opened| {
        read(&mut BufReader::new(opened), &file, b',', find, item, &mut |outcome| {
            match (outcome, &mut items) {
                (Ok(item), Ok(items)) => items.push(item),
                (Ok(_), Err(_)) => {}
                (Err(fault), _) => items = Err(fault),
            }
            items.is_ok()
        })
    });
    match outcome {
        Ok(_) => items,
        Err(source) => Err(Error::Read { file, source }),
    }
}

/// The names of the columns.
pub struct Header<'r>(&'r ByteRecord);

impl Header<'_> {
    /// The names, in order; what is not UTF-8 in them is replaced.
    pub fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.iter().map(String::from_utf8_lossy)
    }

    /// The place of the column of that name, if there is one.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|cell| cell == name.as_bytes())
    }

    /// The place of a column that has to be there.
    pub fn must(&self, name: &str) -> Result<usize, Complaint> {
        self.find(name).ok_or_else(|| {
            let there: Vec<_> = self.names().map(|name| format!("{name:?}")).collect();
            let found = match there.as_slice() {
                [] => "no header row".to_owned(),
                [one] => format!("the one column {one}"),
                _ => format!("the columns {}", there.join(", ")),
            };
            (found, format!("a column {name:?}"))
        })
    }
}

/// A row that is as wide as the header.
pub struct Row<'r> {
    cells: &'r ByteRecord,
    /// Counted from 1 after the header.
    pub number: u64,
}

impl<'r> Row<'r> {
    fn of(cells: &'r ByteRecord, number: u64, width: usize) -> Result<Self, Complaint> {
        closed(cells)?;
        if cells.len() == width {
            return Ok(Self { cells, number });
        }
        let fields = |count: usize| if count == 1 { "1 field".into() } else { format!("{count} fields") };
        Err((fields(cells.len()), format!("{} as in the header", fields(width))))
    }

    /// What stands in a column.
    pub fn cell(&self, column: usize) -> Result<&'r str, Complaint> {
        let bytes = self.cells.get(column).unwrap_or_default();
        std::str::from_utf8(bytes)
            .map_err(|error| (encoding::broken(bytes, error), encoding::EXPECTED.to_owned()))
    }

    /// The same, and `None` where nothing does.
    pub fn filled(&self, column: usize) -> Result<Option<String>, Complaint> {
        let cell = self.cell(column)?;
        Ok((!cell.is_empty()).then(|| cell.to_owned()))
    }
}

/// Whether the first line of `file` ends with `\r\n`, as spreadsheets write it.
fn ends_lines_with_crlf(file: &mut impl BufRead) -> io::Result<bool> {
    let start = file.fill_buf()?;
    let end = start.iter().position(|&byte| byte == b'\n');
    Ok(end.is_some_and(|end| start[..end].ends_with(b"\r")))
}

/// The line where `row`, the last one read, begins.
///
/// The reader's own answer is where the row before ended: in front of empty lines, and in front of the `\n` of
/// `\r\n`. So this counts back from where the reader stands, over the line ends inside the row's cells and the one
/// that ended the row, which is already passed only where it is a bare `\n`. The last row may have none.
fn line_of<R: io::Read>(row: &ByteRecord, reader: &Reader<R>, crlf: bool) -> u64 {
    let inside = row.as_slice().iter().filter(|&&byte| byte == b'\n').count() as u64;
    let end = reader.position().line().saturating_sub(inside);
    let before = row.position().map_or(1, csv::Position::line);
    if crlf { end } else { end.saturating_sub(1).max(before) }
}
