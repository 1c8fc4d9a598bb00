//! Paired quotation marks, of every style, within a paragraph and over several.

use crate::layout::paragraph::Paragraph;
use crate::span::Span;

/// A quotation.
///
/// # Examples
/// ```
/// let text = "“It is ‘late’,” she said.";
/// let quotations = notaverbale::Layout::new(text).quotations;
/// assert_eq!((quotations[0].inner.text(text), quotations[0].depth), ("It is ‘late’,", 0));
/// assert_eq!((quotations[1].span.text(text), quotations[1].depth), ("‘late’", 1));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Quotation {
    /// With its marks, in bytes.
    pub span: Span,
    /// Without its marks, in bytes.
    pub inner: Span,
    /// How many quotations it stands in: 0 for none.
    pub depth: usize,
    /// Whether the paragraph ends before the quotation does, and the next paragraph opens it again.
    pub runs_on: bool,
}

/// What a mark does where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
    Open,
    Close,
}

/// A quotation mark in the text. Marks of one family close each other.
#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    family: char,
    role: Role,
}

/// Pairs the marks of each paragraph. An opening mark without a close makes a quotation to the end of its paragraph
/// if the next one opens with the same mark (as newspapers print long quotations), and none else, except where the
/// same mark opens again inside a paragraph: then the first quotation ends before the second.
pub(super) fn pair(text: &str, paragraphs: &[Paragraph]) -> Vec<Quotation> {
    let mut found = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let reopens = paragraphs.get(index + 1).and_then(|next| opening_family(next.span.text(text)));
        pair_paragraph(text, paragraph.span, reopens, &mut found);
    }
    found.sort_by_key(|quotation| (quotation.span.start, std::cmp::Reverse(quotation.span.end)));
    // Marks that never close hold nothing, so depth is counted when all are paired.
    let mut ends: Vec<usize> = Vec::new();
    for quotation in &mut found {
        ends.retain(|&end| end > quotation.span.start);
        quotation.depth = ends.len();
        ends.push(quotation.span.end);
    }
    found
}

fn pair_paragraph(text: &str, paragraph: Span, reopens: Option<char>, found: &mut Vec<Quotation>) {
    let mut open: Vec<Mark> = Vec::new();
    let close = |open: &mut Vec<Mark>, at: usize, end: Span, runs_on: bool, found: &mut Vec<Quotation>| {
        let mark = open[at];
        open.truncate(at);
        let inner = Span::new(mark.span.end, end.start);
        if !inner.trim(text).is_empty() {
            found.push(Quotation { span: mark.span.cover(end), inner, depth: 0, runs_on });
        }
    };
    for mark in marks(text, paragraph) {
        let same = open.iter().rposition(|opened| opened.family == mark.family);
        match (mark.role, same) {
            (Role::Open, Some(at)) if at + 1 == open.len() => {
                // `"One. "Two."`: the mark is printed again where the quotation goes on.
                let gap = Span::new(open[at].span.end, mark.span.start).trim(text).end;
                close(&mut open, at, Span::new(gap, gap), false, found);
                open.push(mark);
            }
            (Role::Open, _) => {
                if open.len() < 8 {
                    open.push(mark);
                }
            }
            (Role::Close, Some(at)) => close(&mut open, at, mark.span, false, found),
            (Role::Close, None) => {}
        }
    }
    if let Some(at) = open.iter().position(|mark| Some(mark.family) == reopens) {
        close(&mut open, at, Span::new(paragraph.end, paragraph.end), true, found);
    }
}

/// The family of the mark that a paragraph opens with.
fn opening_family(paragraph: &str) -> Option<char> {
    match paragraph.chars().next()? {
        '“' | '"' | '„' => Some('"'),
        '«' => Some('«'),
        _ => None,
    }
}

/// The quotation marks of a paragraph, in order, with what each does there.
fn marks(text: &str, paragraph: Span) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut before: Option<char> = None;
    let (mut double_open, mut single_open) = (false, false);
    let mut characters = paragraph.text(text).char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let after = characters.peek().map(|&(_, next)| next);
        let role = match character {
            '"' => Some(('"', straight(before, after, double_open))),
            '“' => Some(('"', german_close(before, after, double_open))),
            '”' => Some(('"', Role::Close)),
            '„' => Some(('"', Role::Open)),
            '«' | '「' | '『' | '‹' => Some((character, Role::Open)),
            '»' => Some(('«', Role::Close)),
            '」' => Some(('「', Role::Close)),
            '』' => Some(('『', Role::Close)),
            '›' => Some(('‹', Role::Close)),
            '‘' => Some(('\'', Role::Open)),
            // Two single marks typed for a double one.
            '\'' | '`' if after == Some(character) => {
                characters.next();
                let next = characters.peek().map(|&(_, next)| next);
                let start = paragraph.start + at;
                let role = if character == '`' { Role::Open } else { straight(before, next, double_open) };
                double_open = role == Role::Open;
                marks.push(Mark { span: Span::new(start, start + 2), family: '"', role });
                before = Some(character);
                continue;
            }
            '\'' | '’' => single(before, after, single_open).map(|role| ('\'', role)),
            _ => None,
        };
        if let Some((family, role)) = role {
            match family {
                '"' => double_open = role == Role::Open,
                '\'' => single_open = role == Role::Open,
                _ => {}
            }
            let start = paragraph.start + at;
            marks.push(Mark { span: Span::new(start, start + character.len_utf8()), family, role });
        }
        before = Some(character);
    }
    marks
}

/// `“` opens in English and closes in German (`„so“`).
fn german_close(before: Option<char>, after: Option<char>, open: bool) -> Role {
    let ends_word = before.is_some_and(|b| !b.is_whitespace()) && after.is_none_or(|a| !a.is_alphanumeric());
    if open && ends_word { Role::Close } else { Role::Open }
}

/// A straight double mark opens before a word and closes after one; between two words, or two spaces, it takes turns.
fn straight(before: Option<char>, after: Option<char>, open: bool) -> Role {
    let opens = before.is_none_or(|b| b.is_whitespace() || "([{–—-".contains(b));
    let closes = after.is_none_or(|a| a.is_whitespace() || ")]},.;:!?–—".contains(a));
    match (opens, closes) {
        (true, false) => Role::Open,
        (false, true) => Role::Close,
        _ if open => Role::Close,
        _ => Role::Open,
    }
}

/// A straight or curly apostrophe is a quotation mark only before a word that follows a space, or after a stop or a
/// word while such a mark is open; else it is a letter's neighbour (`don't`, `the ministers' view`).
fn single(before: Option<char>, after: Option<char>, open: bool) -> Option<Role> {
    let opens = before.is_none_or(|b| b.is_whitespace() || "([{–—\"“".contains(b));
    if opens && after.is_some_and(char::is_alphabetic) {
        return Some(Role::Open);
    }
    let ends_word = after.is_none_or(|a| !a.is_alphanumeric());
    let possessive = before == Some('s') && after == Some(' ');
    (open && ends_word && !possessive).then_some(Role::Close)
}

#[cfg(test)]
mod tests {

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let layout = crate::Layout::new(text);
        let found: Vec<&str> = layout.quotations.iter().map(|quotation| quotation.inner.text(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_style() {
        check("He said “no” and \"yes\".", &["no", "yes"]);
        check("«Nein», „doch“ and 「はい」.", &["Nein", "doch", "はい"]);
        check("‘No,’ he said. ‘It’s the ministers’ job.’", &["No,", "It’s the ministers’ job."]);
        check("''No,'' he said, ``never''.", &["No,", "never"]);
        check("“He told me ‘never’ twice.”", &["He told me ‘never’ twice.", "never"]);
    }

    #[test]
    fn apostrophes_are_no_quotation() {
        check("It's the ministers' view that they don't.", &[]);
    }

    #[test]
    fn unbalanced_marks() {
        check("He said \"no.", &[]);
        check("no\" he said", &[]);
        check("\"One. \"Two.\" he said", &["One.", "Two."]);
    }

    #[test]
    fn a_quotation_over_paragraphs_opens_again() {
        let text = "“One.\n\n“Two.”";
        check(text, &["One.", "Two."]);
        assert!(crate::Layout::new(text).quotations[0].runs_on);
    }
}
