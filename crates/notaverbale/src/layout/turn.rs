//! Turn labels of transcripts: `SECRETARY LIND:`, `Q:`, `QUESTION:`.

use crate::layout::paragraph::Paragraph;
use crate::span::Span;

/// Labels that need no capitals.
const PLAIN: [&str; 6] = ["Q", "A", "Question", "Answer", "Moderator", "Operator"];

/// The longest label, in bytes.
const LONGEST: usize = 80;

/// The label of each paragraph. One word alone makes no transcript (`UPDATE: The two met.`), unless it says that it asks
/// or answers.
pub(super) fn labels(text: &str, paragraphs: &[Paragraph]) -> Vec<Option<Span>> {
    let labels: Vec<Option<Span>> = paragraphs.iter().map(|paragraph| label(text, paragraph.span)).collect();
    let alone = labels.iter().flatten().count() == 1;
    labels.into_iter().map(|label| label.filter(|label| !alone || of_person(label.text(text)))).collect()
}

/// Whether a label alone says that somebody speaks.
fn of_person(label: &str) -> bool {
    label.contains(' ') || PLAIN.contains(&label)
}

/// The label at the head of a paragraph, without its colon.
pub(super) fn label(text: &str, paragraph: Span) -> Option<Span> {
    let words = paragraph.text(text);
    let colon = words.bytes().take(LONGEST).position(|byte| byte == b':')?;
    let label = words[..colon].trim_end();
    let behind = &words[colon + 1..];
    // A heading (`NOTE:` at the end of a line) labels nothing.
    if !behind.starts_with(char::is_whitespace) || behind.trim_start().is_empty() {
        return None;
    }
    let name = label.split(" (").next().unwrap_or(label);
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    // `MR. McLEOD` has two small letters, `Dr. LIND` one.
    let small = name.chars().filter(|letter| letter.is_lowercase()).count();
    let shouted = letters >= 2 && small * 5 <= letters && name.starts_with(char::is_uppercase);
    let quoted = name.contains(['"', '“', '”', '!', '?', ';']);
    let wordy = name.split_whitespace().count() > 8;
    ((shouted && !quoted && !wordy) || PLAIN.contains(&name))
        .then(|| Span::new(paragraph.start, paragraph.start + label.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(label(text, Span::new(0, text.len())).map(|span| span.text(text)), expected);
    }

    #[test]
    fn labels() {
        check("SECRETARY LIND: Thank you.", Some("SECRETARY LIND"));
        check("MR. McLEOD: Yes.", Some("MR. McLEOD"));
        check("Q: And then?", Some("Q"));
        check("Q (Via interpreter): And then?", Some("Q (Via interpreter)"));
        check("MR. LIND (Norland): No.", Some("MR. LIND (Norland)"));
        check("Lind said: No.", None);
        check("NOTE:", None);
        check("At 10:30 they met.", None);
    }
}
