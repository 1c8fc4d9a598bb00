//! Tables for people, wrapped to the width of their terminal.

use std::io::{self, IsTerminal};

use notaverbale::{Document, Polarity};

use super::layout::{Cell, styled, table, wrap};
use super::view::{STANCE_HEADS, STATEMENT_HEADS, View};
use super::{Output, Split};

// Styles of the terminal.
const BOLD: &str = "1";
const DIM: &str = "2";
const GREEN: &str = "32";
const RED: &str = "31";

/// Writes both tables of each document, or its sentences.
#[derive(Clone, Copy, Debug)]
pub struct Tables {
    /// In columns of the terminal.
    pub width: usize,
    pub colour: bool,
}

impl Tables {
    /// As the terminal on standard output is; where it is none, or output goes elsewhere, 120 columns and no colour.
    pub fn for_terminal(elsewhere: bool) -> Self {
        let terminal = io::stdout().is_terminal() && !elsewhere;
        let size = if terminal { terminal_size::terminal_size() } else { None };
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
        Self {
            width: size.map_or(120, |(columns, _)| usize::from(columns.0).clamp(80, 160)),
            colour: terminal && !set("NO_COLOR") && !dumb,
        }
    }

    /// A document's tables under a heading.
    fn document(self, view: &View<'_>) -> String {
        let mut page = self.heading(view.id.unwrap_or_default(), view.date.unwrap_or_default());
        let statements: Vec<_> = view.statement_cells().map(|cells| row(&cells, &[(1, BOLD)])).collect();
        let stances: Vec<_> = view
            .stance_cells()
            .map(|cells| {
                let polarity = if cells[3] == Polarity::Favor.as_str() { GREEN } else { RED };
                row(&cells, &[(1, BOLD), (3, polarity)])
            })
            .collect();
        // The number is that of the table above, and the word for it would take the room of a target.
        let mut stance_heads = STANCE_HEADS;
        stance_heads[0] = STATEMENT_HEADS[0];
        self.push(&mut page, &STATEMENT_HEADS, &statements, "No statements.");
        if !statements.is_empty() {
            self.push(&mut page, &stance_heads, &stances, "No stances.");
        }
        page
    }

    fn sentences(self, split: &Split) -> String {
        let mut page = self.heading(&split.id, "");
        let digits = split.sentences.len().saturating_sub(1).to_string().len();
        for (number, words) in split.words().enumerate() {
            let mut number = styled(&format!("{number:>digits$}"), DIM, self.colour);
            for line in wrap(&clean(words), self.width - digits - 2) {
                page.push_str(&format!("{number}  {line}\n"));
                number = " ".repeat(digits);
            }
        }
        page.push('\n');
        page
    }

    fn heading(self, id: &str, date: &str) -> String {
        let (id, date) = (styled(&clean(id), BOLD, self.colour), clean(date));
        let gap = if id.is_empty() || date.is_empty() { "" } else { "  " };
        format!("{id}{gap}{date}\n")
    }

    /// Appends a table and an empty line, or `none` in place of a table without rows.
    fn push(self, page: &mut String, heads: &[&str], rows: &[Vec<Cell>], none: &str) {
        if rows.is_empty() {
            page.push_str(&styled(none, DIM, self.colour));
            page.push('\n');
        } else {
            page.push_str(&table(heads, rows, self.width, self.colour));
        }
        page.push('\n');
    }
}

impl Output<Document> for Tables {
    fn item(&self, document: &Document) -> io::Result<Vec<u8>> {
        Ok(self.document(&View::of(document)).into_bytes())
    }
}

impl Output<Split> for Tables {
    fn item(&self, split: &Split) -> io::Result<Vec<u8>> {
        Ok(self.sentences(split).into_bytes())
    }
}

/// Cells in which the columns in `styles` have a style.
fn row(cells: &[String], styles: &[(usize, &'static str)]) -> Vec<Cell> {
    let style = |column| styles.iter().find(|style| style.0 == column).map_or("", |style| style.1);
    cells.iter().enumerate().map(|(column, text)| Cell::new(clean(text), style(column))).collect()
}

/// `text` on one line, and with nothing in it that would steer the terminal.
fn clean(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words
        .chars()
        .map(|letter| if letter.is_control() { char::REPLACEMENT_CHARACTER } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_steer_the_terminal() {
        assert_eq!(clean("a\r\n\n b\u{1b}[2J\tc"), "a b\u{FFFD}[2J c");
    }

    #[test]
    fn a_document_without_statements_says_so() {
        let tables = Tables { width: 80, colour: false };
        let view = View { id: Some("n-1"), date: None, text: "", cast: &[], statements: &[] };
        assert_eq!(tables.document(&view), "n-1\nNo statements.\n\n");
    }
}
