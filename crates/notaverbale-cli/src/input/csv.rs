//! Texts as the rows of comma- or tab-separated values.

use std::io::{self, BufRead};

use super::rows::{self, Complaint, Header, Row};
use super::{Columns, Record, Sink};

/// Reads a record a row. A missing id is the row's number, counted from 1 after the header.
pub fn read(
    file: &mut impl BufRead,
    name: &str,
    delimiter: u8,
    columns: &Columns,
    sink: Sink<'_>,
) -> io::Result<bool> {
    rows::read(file, name, delimiter, |header| Places::find(header, columns), Places::record, sink)
}

/// Where the columns stand that are read.
struct Places {
    text: usize,
    id: Option<usize>,
    author: Option<usize>,
    date: Option<usize>,
}

impl Places {
    fn find(header: Header<'_>, columns: &Columns) -> Result<Self, Complaint> {
        let may = |named: &Option<String>, usual: &str| match named {
            Some(name) => header.must(name).map(Some),
            None => Ok(header.find(usual)),
        };
        Ok(Self {
            text: header.must(&columns.text)?,
            id: may(&columns.id, "id")?,
            author: may(&columns.author, "author")?,
            date: may(&columns.date, "date")?,
        })
    }

    fn record(&self, row: Row<'_>) -> Result<Record, Complaint> {
        let filled = |column: Option<usize>| column.map_or(Ok(None), |column| row.filled(column));
        Ok(Record {
            id: filled(self.id)?.unwrap_or_else(|| row.number.to_string()),
            text: row.cell(self.text)?.to_owned(),
            author: filled(self.author)?,
            date: filled(self.date)?,
        })
    }
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

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_one_fault() {
        let never = "a quotation mark that is never closed, expected another one behind its cell";
        for table in
            ["id,text\n1,\"two\nlines\"\n2,\"cut\n3,swallowed\n", "id,text\n1,\"two\nlines\"\n2,\"cut"]
        {
            for table in [table.to_owned(), table.replace('\n', "\r\n")] {
                let (records, errors) = check(&table, &columns("text"));
                assert_eq!(records.iter().map(|record| &*record.id).collect::<Vec<_>>(), ["1"], "{table:?}");
                assert_eq!(errors, [format!("a.csv, line 4: {never}")], "{table:?}");
            }
        }
        let (_, errors) = check("\"id,text\n1,A\n", &columns("text"));
        assert_eq!(errors, [format!("a.csv, line 1: {never}")]);
    }
}
