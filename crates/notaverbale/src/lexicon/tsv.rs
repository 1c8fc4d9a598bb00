//! Reads tab-separated lexicons: a block of `#` comments, a header row, then one entry a line.

use crate::error::Error;

/// One entry: its cells, by the order of the columns asked for.
pub(crate) struct Row<'t> {
    file: &'t str,
    line: usize,
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// The cell in the `column`-th of the columns asked for.
    pub fn cell(&self, column: usize) -> &'t str {
        self.cells.get(column).copied().unwrap_or("")
    }

    /// The error that this row's `found` is not what was `expected`.
    pub fn error(&self, found: &str, expected: &str) -> Error {
        Error::Lexicon {
            file: self.file.into(),
            line: self.line,
            found: found.into(),
            expected: expected.into(),
        }
    }

    /// Reads a cell with `parse`, or says what was `expected` there.
    pub fn parse<T>(
        &self,
        column: usize,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<T, Error> {
        parse(self.cell(column)).ok_or_else(|| self.error(self.cell(column), expected))
    }
}

/// The rows of the lexicon `text`, with the cells of `columns` in that order.
///
/// # Errors
/// A column is missing from the header, or a line has more or fewer cells than the header.
pub(crate) fn read<'t>(file: &'t str, text: &'t str, columns: &[&str]) -> Result<Vec<Row<'t>>, Error> {
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    let error = |line: usize, found: &str, expected: String| Error::Lexicon {
        file: file.into(),
        line,
        found: found.into(),
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
            Ok(Row { file, line: at + 1, cells: places.iter().map(|&place| cells[place]).collect() })
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
    }
}
