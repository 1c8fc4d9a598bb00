//! Marks: runs of one mark, ellipses, emoticons.

use crate::token::form::{Class, Forms, LONGEST_FACE};

/// The length in bytes of the mark at the head of `rest`, which begins with `first`.
///
/// A row of one mark is one token (`...`, `--`, `***`), and so are `?!` and the characters that make up one sign (an emoji
/// with its skin tone). Brackets and quotation marks stand alone, but for `''` and `[...]`.
pub(super) fn length(rest: &str, first: char) -> usize {
    let row = |holds: &dyn Fn(char) -> bool| {
        rest.chars().take_while(|&mark| holds(mark)).map(char::len_utf8).sum::<usize>()
    };
    match first {
        '.' | '…' => {
            let stops = row(&|mark| matches!(mark, '.' | '…'));
            let shouts = rest[stops..].chars().take_while(|mark| matches!(mark, '!' | '?')).count();
            stops + if first == '.' && stops == 1 { shouts } else { 0 }
        }
        '!' | '?' => row(&|mark| matches!(mark, '!' | '?')),
        '-' | '–' | '—' | '*' | '=' | '_' | '#' | '~' | '+' | '<' | '>' | '^' | '$' => {
            row(&|mark| mark == first)
        }
        '\'' | '’' | '`' => {
            rest.chars().take(2).take_while(|&mark| mark == first).map(char::len_utf8).sum()
        }
        '[' => ["[...]", "[…]"].iter().find(|gap| rest.starts_with(**gap)).map_or(1, |gap| gap.len()),
        _ if first.is_ascii() => 1,
        _ => sign_length(rest),
    }
}

/// The length of the emoticon or symbol at the head of `rest`.
///
/// `before` is the character before it, `open` whether a bracket is open that `:)` may close.
pub(super) fn face_length(rest: &str, before: Option<char>, open: bool, forms: &Forms) -> Option<usize> {
    let word = |c: char| c.is_alphanumeric();
    let mut ends = [0; LONGEST_FACE];
    let mut count = 0;
    for (at, c) in rest.char_indices().take(LONGEST_FACE).take_while(|(_, c)| !c.is_whitespace()) {
        ends[count] = at + c.len_utf8();
        count += 1;
    }
    ends[..count].iter().rev().copied().find(|&end| {
        let face = &rest[..end];
        if forms.is(Class::Symbol, face) {
            return true;
        }
        let apart = !before.is_some_and(word) || !rest.starts_with(word);
        let closes = open && face.ends_with(')');
        // `(:` closes nothing, so it has to stand alone.
        let alone =
            !face.starts_with('(') || rest[end..].starts_with(char::is_whitespace) || end == rest.len();
        apart && alone && !closes && !rest[end..].starts_with(word) && forms.is(Class::Emoticon, face)
    })
}

/// The length of the first character with what belongs to it: joined and following characters of an emoji, combining marks,
/// the second half of a flag.
fn sign_length(rest: &str) -> usize {
    let flag = |c: char| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
    let mut length = 0;
    let mut before = None;
    for (number, character) in rest.chars().enumerate() {
        let belongs = match (before, character) {
            (None, _) | (Some('\u{200d}'), _) => !character.is_whitespace(),
            (_, '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' | '\u{20e3}' | '\u{300}'..='\u{36f}') => true,
            (_, '\u{1f3fb}'..='\u{1f3ff}') => true,
            (Some(before), character) => number == 1 && flag(before) && flag(character),
        };
        if !belongs {
            break;
        }
        length += character.len_utf8();
        before = Some(character);
    }
    length
}
