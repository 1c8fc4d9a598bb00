//! Comma- or tab-separated values with a header row.

use std::io::{self, BufRead};

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::{Columns, Record, Sink, skip_bom};
use crate::error::Error;

/// Reads a record a row. A missing id is the row's number, counted from 1 after the header.
pub fn read(
    file: &mut impl BufRead,
    name: &str,
    delimiter: u8,
    columns: &Columns,
    sink: Sink<'_>,
) -> io::Result<bool> {
    skip_bom(file)?;
    let crlf = ends_lines_with_crlf(file)?;
    let complain = |line, found, expected| Error::Record { file: name.to_owned(), line, found, expected };
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(file);
    let header = match Header::find(reader.byte_headers()?, columns) {
        Ok(header) => header,
        Err((found, expected)) => return Ok(sink(Err(complain(1, found, expected)))),
    };
    let mut row = ByteRecord::new();
    let mut number = 0;
    while reader.read_byte_record(&mut row)? {
        number += 1;
        let outcome = header
            .record(&row, number)
            .map_err(|(found, expected)| complain(line_of(&row, &reader, crlf), found, expected));
        if !sink(outcome) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What was found, and what was expected.
type Complaint = (String, String);

/// Where the columns stand that are read.
struct Header {
    width: usize,
    text: usize,
    id: Option<usize>,
    author: Option<usize>,
    date: Option<usize>,
}

impl Header {
    fn find(row: &ByteRecord, columns: &Columns) -> Result<Self, Complaint> {
        let find = |name: &str| row.iter().position(|cell| cell == name.as_bytes());
        let must = |name: &str| {
            find(name).ok_or_else(|| {
                let there: Vec<_> =
                    row.iter().map(|cell| format!("{:?}", String::from_utf8_lossy(cell))).collect();
                let found = match there.as_slice() {
                    [] => "no header row".to_owned(),
                    [one] => format!("the one column {one}"),
                    _ => format!("the columns {}", there.join(", ")),
                };
                (found, format!("a column {name:?}"))
            })
        };
        let may = |named: &Option<String>, usual: &str| match named {
            Some(name) => must(name).map(Some),
            None => Ok(find(usual)),
        };
        Ok(Self {
            width: row.len(),
            text: must(&columns.text)?,
            id: may(&columns.id, "id")?,
            author: may(&columns.author, "author")?,
            date: may(&columns.date, "date")?,
        })
    }

    fn record(&self, row: &ByteRecord, number: u64) -> Result<Record, Complaint> {
        if row.len() != self.width {
            let fields = |count: usize| if count == 1 { "1 field".into() } else { format!("{count} fields") };
            return Err((fields(row.len()), format!("{} as in the header", fields(self.width))));
        }
        let cell = |column: usize| {
            let bytes = row.get(column).unwrap_or_default();
            std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
                let found = format!("byte 0x{:02X}, which is not UTF-8", bytes[error.valid_up_to()]);
                (found, "UTF-8 text".to_owned())
            })
        };
        let filled = |column: Option<usize>| {
            let cell = column.map(cell).transpose();
            cell.map(|cell| cell.filter(|cell| !cell.is_empty()))
        };
        Ok(Record {
            id: filled(self.id)?.unwrap_or_else(|| number.to_string()),
            text: cell(self.text)?,
            author: filled(self.author)?,
            date: filled(self.date)?,
        })
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

#[cfg(test)]
mod tests {
    use super::super::tests::collect;
    use super::*;

    fn columns(text: &str) -> Columns {
        Columns { text: text.into(), id: None, author: None, date: None }
    }

    fn check(table: &str, columns: &Columns) -> (Vec<Record>, Vec<String>) {
        collect(|sink| read(&mut table.as_bytes(), "a.csv", b',', columns, sink))
    }

    #[test]
    fn cells_may_hold_lines_and_quotes() {
        let table = "\u{feff}id,text,date\nn-1,\"One.\n\n“Two,” \"\"she\"\" said.\",2031-05-02\n,Three.,\n";
        let (records, errors) = check(table, &columns("text"));
        assert_eq!(records[0].text, "One.\n\n“Two,” \"she\" said.");
        assert_eq!((&*records[0].id, records[0].date.as_deref()), ("n-1", Some("2031-05-02")));
        assert_eq!((&*records[1].id, &records[1].date), ("2", &None));
        assert_eq!(errors, [""; 0]);
    }

    #[test]
    fn other_columns_by_name() {
        let named = Columns { id: Some("url".into()), author: Some("by".into()), ..columns("body") };
        let (records, _) = check("body,url,by\nText.,/a,Ana Lima\n", &named);
        assert_eq!((&*records[0].id, records[0].author.as_deref()), ("/a", Some("Ana Lima")));
    }

    #[test]
    fn a_missing_column_lists_those_that_are_there() {
        let (_, errors) = check("id,body\n1,Text.\n", &columns("text"));
        assert_eq!(errors, [r#"a.csv, line 1: the columns "id", "body", expected a column "text""#]);
        let (_, errors) = check("", &columns("text"));
        assert_eq!(errors, [r#"a.csv, line 1: no header row, expected a column "text""#]);
    }

    #[test]
    fn a_row_of_another_width_is_found_by_line() {
        let table = "id,text\n\n1,\"two\nlines\"\n2\n\n3,x,y\n4,whole\n5";
        let faults = [5, 7, 9];
        for table in [table.to_owned(), table.replace('\n', "\r\n")] {
            let (records, errors) = check(&table, &columns("text"));
            assert_eq!(records.iter().map(|record| &*record.id).collect::<Vec<_>>(), ["1", "4"], "{table:?}");
            let expected = ["1 field", "3 fields", "1 field"].iter().zip(faults).map(|(found, line)| {
                format!("a.csv, line {line}: {found}, expected 2 fields as in the header")
            });
            assert_eq!(errors, expected.collect::<Vec<_>>(), "{table:?}");
        }
    }

    #[test]
    fn a_cell_that_is_not_utf8_is_one_fault() {
        let table = b"text\nfine\nb\xE4d\nfine\n";
        let (records, errors) = collect(|sink| read(&mut &table[..], "a.csv", b',', &columns("text"), sink));
        assert_eq!(records.len(), 2);
        assert_eq!(errors, ["a.csv, line 3: byte 0xE4, which is not UTF-8, expected UTF-8 text"]);
    }
}
