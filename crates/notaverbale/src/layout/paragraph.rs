//! Paragraphs: what blank lines set apart, and lines that stand for themselves.

use super::heading;
use crate::span::Span;

/// A paragraph, from its first to its last character that is not white space.
///
/// # Examples
/// ```
/// let text = "Talks began.\n\nThey go on.";
/// let layout = notaverbale::Layout::new(text);
/// assert_eq!(layout.paragraphs[1].span.text(text), "They go on.");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Paragraph {
    /// In bytes, half open; never empty.
    pub span: Span,
}

/// Where a single line break ends a paragraph, and with it a sentence. A blank line always does.
///
/// # Examples
/// ```
/// use notaverbale::{LineBreaks, SentenceSplitter};
/// let splitter = SentenceSplitter::default().line_breaks(LineBreaks::Never);
/// assert_eq!(splitter.split("Talks began\nin Lima.").len(), 1);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum LineBreaks {
    /// Where the page shows it: before a list item or a turn label, after a heading or a line that holds a date.
    #[default]
    Layout,
    /// Everywhere: each line is a paragraph.
    Always,
    /// Nowhere: text wrapped at a fixed width, without lists or headings.
    Never,
}

impl LineBreaks {
    /// Every choice, the default first.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::LineBreaks;
    /// assert_eq!(LineBreaks::ALL, [LineBreaks::Layout, LineBreaks::Always, LineBreaks::Never]);
    /// ```
    pub const ALL: &'static [Self] = &[Self::Layout, Self::Always, Self::Never];

    /// The name that the command line, Python and serde use.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(notaverbale::LineBreaks::default().as_str(), "layout");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Layout => "layout",
            Self::Always => "always",
            Self::Never => "never",
        }
    }
}

/// The paragraphs of `text`, by blank lines and by what `breaks` says of single line breaks.
pub(super) fn paragraphs(text: &str, breaks: LineBreaks) -> Vec<Paragraph> {
    let lines = lines(text);
    let longest = lines.iter().map(|line| line.len()).max().unwrap_or(0);
    let mut found: Vec<Paragraph> = Vec::new();
    let mut last: Option<Span> = None;
    for line in lines {
        let apart = |last| match breaks {
            LineBreaks::Layout => stands_apart(text, last, line, longest),
            LineBreaks::Always => true,
            LineBreaks::Never => false,
        };
        let goes_on = last.is_some_and(|last| !line.is_empty() && !apart(last));
        match found.last_mut().filter(|_| goes_on) {
            Some(open) => open.span = open.span.cover(line),
            None if !line.is_empty() => found.push(Paragraph { span: line }),
            None => {}
        }
        last = (!line.is_empty()).then_some(line);
    }
    found
}

/// The lines of `text` without the white space around them; blank ones are empty spans.
fn lines(text: &str) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let width = match bytes[at] {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => 2,
            b'\n' | b'\r' | 0x0B | 0x0C => 1,
            // U+2028 and U+2029, line and paragraph separator.
            0xE2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9])) => 3,
            _ => 0,
        };
        if width > 0 {
            lines.push(Span::new(start, at).trim(text));
            start = at + width;
            if bytes[at] == 0xE2 && bytes[at + 2] == 0xA9 {
                lines.push(Span::new(start, start));
            }
        }
        at += width.max(1);
    }
    lines.push(Span::new(start, text.len()).trim(text));
    lines
}

/// Whether `line` begins a paragraph of its own right after the line `last`.
fn stands_apart(text: &str, last: Span, line: Span, longest: usize) -> bool {
    let (before, words) = (last.text(text), line.text(text));
    let marked = first_of_list_item(words).is_some() || super::turn::label(text, line).is_some();
    marked
        || heading::is_heading(before, words, longest)
        || heading::is_date(before)
        || heading::is_date(words)
}

/// Bullets that nobody types for anything else.
pub(crate) const BULLETS: [char; 13] = ['•', '⁃', '▪', '◦', '‣', '●', '·', '∙', '■', '►', '▶', '➢', '✓'];

/// The length in bytes of a list mark (`1.`, `2)`, `(a)`, `iv.`, `1.2`, `•`, `-`) with the space behind it, where the line
/// has one.
pub(super) fn first_of_list_item(line: &str) -> Option<usize> {
    // A mark has six characters at most, so the look ahead is short.
    let (space, _) = line.char_indices().take(7).find(|(_, character)| character.is_whitespace())?;
    let (mark, words) = (&line[..space], line[space..].trim_start());
    let bare = mark.strip_prefix('(').unwrap_or(mark);
    let counted = bare.strip_suffix(".)").or_else(|| bare.strip_suffix(['.', ')'])).is_some_and(|count| {
        (1..=3).contains(&count.len()) && count.bytes().all(|byte| byte.is_ascii_digit())
            || count.len() == 1 && count.bytes().all(|byte| byte.is_ascii_lowercase())
            || count.len() == 1 && bare.ends_with(')') && count.bytes().all(|byte| byte.is_ascii_uppercase())
            || is_numeral(count)
    });
    let bullet = BULLETS.iter().any(|&bullet| mark.starts_with(bullet) && mark.len() == bullet.len_utf8())
        || matches!(mark, "*" | "-" | "–" | "—" | "+");
    (counted || bullet || is_part(mark) && words.starts_with(char::is_uppercase))
        .then(|| line.len() - words.len())
}

/// A roman numeral of two letters or more: one letter alone may be an initial.
fn is_numeral(count: &str) -> bool {
    let all = |letters: &str| count.bytes().all(|byte| letters.as_bytes().contains(&byte));
    count.len() >= 2 && (all("ivx") || all("IVX"))
}

/// Numbers with stops between them: `1.2`, `10.1.1`.
fn is_part(mark: &str) -> bool {
    let number = |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit());
    mark.contains('.') && mark.split('.').all(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            paragraphs(text, LineBreaks::Layout).iter().map(|paragraph| paragraph.span.text(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        check("", &[]);
        check(" \n\t\n", &[]);
        check("One\ntwo\n \nthree\r\n\r\nfour\r\rfive", &["One\ntwo", "three", "four", "five"]);
        check("One\u{2029}two", &["One", "two"]);
    }

    #[test]
    fn list_items_and_labels_stand_apart() {
        check("They agreed to:\n- meet in May;\n- talk.", &["They agreed to:", "- meet in May;", "- talk."]);
        check("1. First.\n2. Second.", &["1. First.", "2. Second."]);
        check("I. Aims\nII. Means", &["I. Aims", "II. Means"]);
        check("1.1 Scope\nAll of it\n1.2 Term\nTen years", &["1.1 Scope\nAll of it", "1.2 Term\nTen years"]);
        check("It grew by\n1.5 percent", &["It grew by\n1.5 percent"]);
        check("Done by Amb.\nV. Lind.", &["Done by Amb.\nV. Lind."]);
        check("QUESTION: Why?\nMR. LIND: Because.", &["QUESTION: Why?", "MR. LIND: Because."]);
    }
}
