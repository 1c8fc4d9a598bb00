//! Paragraphs: what blank lines set apart, and lines that stand for themselves.

use crate::span::Span;

/// A paragraph, from its first to its last character that is not white space.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Paragraph {
    /// In bytes, half open; never empty.
    pub span: Span,
}

/// The paragraphs of `text`: a blank line ends one, and so does a line break before a list item or a turn label, or
/// after a short line without a final mark (a heading).
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = lines(text);
    let longest = lines.iter().map(|line| line.len()).max().unwrap_or(0);
    let mut found: Vec<Paragraph> = Vec::new();
    let mut last: Option<Span> = None;
    for line in lines {
        let goes_on = last.is_some_and(|last| !line.is_empty() && !stands_apart(text, last, line, longest));
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
    if first_of_list_item(line.text(text)).is_some() || super::turn::label(text, line).is_some() {
        return true;
    }
    let last = last.text(text);
    let finished = last.ends_with(['.', '!', '?', '"', '”', '’', ')', ':']);
    let goes_on = last.ends_with([',', ';', '-', '–', '—']);
    !finished && !goes_on && last.len() * 2 < longest && line.text(text).starts_with(char::is_uppercase)
}

/// The length in bytes of a list mark (`1.`, `2)`, `(a)`, `•`, `-`) with the space behind it, where the line has one.
pub(super) fn first_of_list_item(line: &str) -> Option<usize> {
    // A mark has five characters at most, so the look ahead is short.
    let (space, _) = line.char_indices().take(6).find(|(_, character)| character.is_whitespace())?;
    let mark = &line[..space];
    let bare = mark.strip_prefix('(').unwrap_or(mark);
    let numbered = bare.strip_suffix(['.', ')']).is_some_and(|number| {
        (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
            || number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_lowercase())
    });
    let bullet = matches!(mark, "•" | "·" | "▪" | "◦" | "‣" | "*" | "-" | "–" | "—" | "+" | "●");
    (numbered || bullet).then(|| line.len() - line[space..].trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = paragraphs(text).iter().map(|paragraph| paragraph.span.text(text)).collect();
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
        check("QUESTION: Why?\nMR. LIND: Because.", &["QUESTION: Why?", "MR. LIND: Because."]);
    }
}
