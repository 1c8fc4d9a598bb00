//! A table in the width of a terminal: how wide each column is, and where its cells wrap.

use textwrap::core::display_width;
use textwrap::{Options, WordSeparator, WrapAlgorithm};

/// What stands between two columns.
const GAP: &str = "  ";

/// A column is not made narrower than its longest word, unless that is longer than the first of these; where the
/// table would not fit, than the next.
const LONGEST_WORDS: [usize; 4] = [16, 12, 9, 1];

/// A cell's words and the terminal style that they are shown in, such as `1` for bold; empty for none.
pub struct Cell {
    pub text: String,
    pub style: &'static str,
}

impl Cell {
    pub fn new(text: impl Into<String>, style: &'static str) -> Self {
        Self { text: text.into(), style }
    }
}

/// Lays `rows` out below `heads` in at most `width` columns of a terminal, where that can be. The first column is
/// for numbers and stands to the right.
///
/// Widths of characters are those of a terminal, two for `中`. Without `colour` styles are left out.
pub fn table(heads: &[&str], rows: &[Vec<Cell>], width: usize, colour: bool) -> String {
    let widths = widths(heads, rows, width);
    let mut table = String::new();
    let head: Vec<Cell> = heads.iter().map(|head| Cell::new(*head, "2")).collect();
    push_row(&mut table, &head, &widths, colour);
    let rule = "─".repeat(widths.iter().sum::<usize>() + GAP.len() * (widths.len() - 1));
    table.push_str(&styled(&rule, "2", colour));
    table.push('\n');
    for row in rows {
        push_row(&mut table, row, &widths, colour);
    }
    table
}

/// `text` as lines of at most `width`, broken between words; in words only where one alone is wider.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width.max(1))
        .word_separator(WordSeparator::AsciiSpace)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(|line| line.into_owned()).collect()
}

/// `text` in a terminal's `style`.
pub fn styled(text: &str, style: &str, colour: bool) -> String {
    if colour && !style.is_empty() && !text.is_empty() {
        format!("\u{1b}[{style}m{text}\u{1b}[0m")
    } else {
        text.to_owned()
    }
}

fn push_row(table: &mut String, cells: &[Cell], widths: &[usize], colour: bool) {
    let wrapped: Vec<_> = cells.iter().zip(widths).map(|(cell, &width)| wrap(&cell.text, width)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let mut line = String::new();
        // Padding waits until something follows it, so that no line ends in white space.
        let mut padding = 0;
        for (column, lines) in wrapped.iter().enumerate() {
            let words = lines.get(at).map_or("", String::as_str);
            let free = widths[column].saturating_sub(display_width(words));
            let (before, after) = if column == 0 { (free, 0) } else { (0, free) };
            padding += before;
            if !words.is_empty() {
                line.extend(std::iter::repeat_n(' ', padding));
                line.push_str(&styled(words, cells[column].style, colour));
                padding = 0;
            } else {
                padding += display_width(words);
            }
            padding += after + GAP.len();
        }
        table.push_str(&line);
        table.push('\n');
    }
}

/// How wide each column is.
///
/// Every column begins as wide as its longest word. What is left is given out one by one, each time to the column
/// that costs the most lines for what it lacks, until all fit on one line or nothing is left.
fn widths(heads: &[&str], rows: &[Vec<Cell>], width: usize) -> Vec<usize> {
    let lengths: Vec<Vec<usize>> =
        rows.iter().map(|row| row.iter().map(|cell| display_width(&cell.text)).collect()).collect();
    let room = width.saturating_sub(GAP.len() * heads.len().saturating_sub(1));
    let mut widths = narrowest(heads, rows, room);
    for _ in widths.iter().sum::<usize>()..room {
        let mut cost = vec![0.0; widths.len()];
        for lengths in &lengths {
            let heights = || lengths.iter().zip(&widths).map(|(length, width)| length.div_ceil(*width));
            let tallest = heights().max().unwrap_or(0);
            for (column, height) in heights().enumerate() {
                if height == tallest && height > 1 {
                    let lacking = lengths[column].div_ceil(height - 1) - widths[column];
                    cost[column] += 1.0 / lacking as f64;
                }
            }
        }
        let worst = (0..widths.len()).max_by(|&one, &other| cost[one].total_cmp(&cost[other]));
        match worst {
            Some(column) if cost[column] > 0.0 => widths[column] += 1,
            _ => break,
        }
    }
    widths
}

/// Columns as wide as their heads and their longest words, if these are not too long for the `room` there is.
fn narrowest(heads: &[&str], rows: &[Vec<Cell>], room: usize) -> Vec<usize> {
    let longest = |column: usize| {
        let words = rows.iter().filter_map(|row| row.get(column)).flat_map(|cell| {
            let pieces = cell.text.split(' ').flat_map(|word| word.split_inclusive('-'));
            pieces.map(display_width)
        });
        words.max().unwrap_or(0)
    };
    let words: Vec<usize> = (0..heads.len()).map(longest).collect();
    let mut widths = Vec::new();
    for limit in LONGEST_WORDS {
        let head = |column: usize| display_width(heads[column]).max(1);
        widths = words.iter().enumerate().map(|(column, &word)| word.min(limit).max(head(column))).collect();
        if widths.iter().sum::<usize>() <= room {
            break;
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<Cell>> {
        rows.iter().map(|row| row.iter().map(|text| Cell::new(*text, "")).collect()).collect()
    }

    #[test]
    fn a_small_table_takes_only_what_it_needs() {
        let rows = rows(&[&["0", "Ana Lima", "said"], &["10", "外交部", ""]]);
        let expected = [" #  speaker   cue", "──────────────────", " 0  Ana Lima  said", "10  外交部", ""];
        assert_eq!(table(&["#", "speaker", "cue"], &rows, 80, false), expected.join("\n"));
    }

    #[test]
    fn the_longest_column_gets_the_room() {
        let words = "that talks on the river would go on until both sides had what they came for";
        let rows = rows(&[&["0", "Foreign Ministry of Norland", words]]);
        let table = table(&["#", "speaker", "content"], &rows, 40, false);
        assert!(table.lines().all(|line| display_width(line) <= 40), "{table}");
        assert_eq!(table.lines().count(), 2 + 4, "{table}");
    }

    #[test]
    fn a_word_wider_than_its_column_is_broken() {
        assert_eq!(wrap("Norlandsudmark", 8), ["Norlands", "udmark"]);
        let rows = rows(&[&["0", &"x".repeat(200)]]);
        let table = table(&["#", "content"], &rows, 80, false);
        assert!(table.lines().all(|line| display_width(line) <= 80), "{table}");
    }

    #[test]
    fn styles_need_colour() {
        let rows = [vec![Cell::new("0", "1")]];
        assert!(table(&["#"], &rows, 80, true).contains("\u{1b}[1m0\u{1b}[0m"));
        assert!(!table(&["#"], &rows, 80, false).contains('\u{1b}'));
    }
}
