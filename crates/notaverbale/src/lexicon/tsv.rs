//! Reads tab-separated lexicons: a block of `#` comments, a header row, then one entry a line.

use crate::error::Error;

/// One entry: its cells, by the order of the columns asked for.
pub(crate) struct Cells<'t> {
    columns: &'t [&'t str],
    cells: Vec<&'t str>,
}

/// What an entry says, and what it should say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Fault {
    pub found: String,
    pub expected: String,
}

impl<'t> Cells<'t> {
    pub fn new(columns: &'t [&'t str], cells: Vec<&'t str>) -> Self {
        Self { columns, cells }
    }

    /// The cell in the `column`-th of the columns asked for.
    pub fn cell(&self, column: usize) -> &'t str {
        self.cells.get(column).copied().unwrap_or("")
    }

    /// The fault that this cell is not what was `expected`.
    pub fn fault(&self, column: usize, expected: &str) -> Fault {
        let name = self.columns.get(column).copied().unwrap_or("");
        Fault { found: format!("{name} {:?}", self.cell(column)), expected: expected.into() }
    }

    /// Reads a cell with `parse`, or says what was `expected` there.
    pub fn parse<T>(
        &self,
        column: usize,
        expected: &str,
        parse: impl Fn(&'t str) -> Option<T>,
    ) -> Result<T, Fault> {
        parse(self.cell(column)).ok_or_else(|| self.fault(column, expected))
    }
}

/// An entry with its place in a file.
pub(crate) struct Row<'t> {
    file: &'t str,
    line: usize,
    pub cells: Cells<'t>,
}

impl<'t> Row<'t> {
    /// See [`Cells::cell`].
    pub fn cell(&self, column: usize) -> &'t str {
        self.cells.cell(column)
    }

    /// The error that stands in this row.
    pub fn error(&self, fault: Fault) -> Error {
        let Fault { found, expected } = fault;
        Error::Lexicon { file: self.file.into(), line: self.line, found, expected }
    }

    /// See [`Cells::parse`].
    pub fn parse<T>(
        &self,
        column: usize,
        expected: &str,
        parse: impl Fn(&'t str) -> Option<T>,
    ) -> Result<T, Error> {
        self.cells.parse(column, expected, parse).map_err(|fault| self.error(fault))
    }
}

/// The rows of the lexicon `text`, with the cells of `columns` in that order.
///
/// # Errors
/// A column is missing from the header, or a line has more or fewer cells than the header.
pub(crate) fn read<'t>(file: &'t str, text: &'t str, columns: &'t [&'t str]) -> Result<Vec<Row<'t>>, Error> {
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    let error = |line: usize, found: &str, expected: String| Error::Lexicon {
        file: file.into(),
        line,
        found: format!("{found:?}"),
        expected,
    };
    let Some((at, header)) = lines.next() else {
        return Err(error(text.lines().count(), "", "a header row".into()));
    };
    let names: Vec<&str> = header.split('\t').collect();
    let mut places = Vec::with_capacity(columns.len());
    for column in columns {
        match names.iter().position(|name| name == column) {
            Some(place) => places.push(place),
            None => return Err(error(at + 1, header, format!("a column {column:?}"))),
        }
    }
    lines
        .map(|(at, line)| {
            let cells: Vec<&str> = line.split('\t').collect();
            if cells.len() != names.len() {
                return Err(error(at + 1, line, format!("{} cells", names.len())));
            }
            let cells = places.iter().map(|&place| cells[place]).collect();
            Ok(Row { file, line: at + 1, cells: Cells::new(columns, cells) })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_in_the_order_asked_for() {
        let rows = read("x.tsv", "# about\na\tb\n1\t2\n", &["b", "a"]).unwrap();
        assert_eq!((rows[0].cell(0), rows[0].cell(1)), ("2", "1"));
    }

    #[test]
    fn errors_name_file_and_line() {
        let message = |text| read("x.tsv", text, &["a"]).map(|_| ()).unwrap_err().to_string();
        assert_eq!(message("# about\nb\n"), r#"x.tsv, line 2: "b", expected a column "a""#);
        assert_eq!(message("a\n1\n2\t3\n"), r#"x.tsv, line 3: "2\t3", expected 1 cells"#);
        assert_eq!(message("# only\n"), r#"x.tsv, line 1: "", expected a header row"#);
        let rows = read("x.tsv", "b\ta\n1\tone\n", &["a", "b"]).unwrap();
        let error = rows[0].parse(0, "a number", |cell| cell.parse::<u8>().ok()).unwrap_err();
        assert_eq!(error.to_string(), r#"x.tsv, line 2: a "one", expected a number"#);
    }
}
