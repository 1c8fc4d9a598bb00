//! Words: which stops, hyphens and other marks stand inside them.

use crate::token::clitic::is_apostrophe;
use crate::token::form::{Class, Forms, Kind};

/// The length in bytes of the word at the head of `rest`, which begins with a letter or digit. Clitics are still on it.
pub(super) fn length(rest: &str, forms: &Forms, kind: Kind) -> usize {
    if let Some(length) = shorthand_length(rest, forms) {
        return length;
    }
    let mut length = 0;
    let mut characters = rest.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        let inside = next.is_some_and(char::is_alphanumeric);
        let head = &rest[..at];
        let behind = &rest[at + character.len_utf8()..];
        let keep = match character {
            _ if character.is_alphanumeric() => true,
            // Combining marks and joiners belong to the letter before them.
            '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}' => true,
            _ if is_apostrophe(character) => next.is_some_and(char::is_alphabetic),
            '-' | '‑' => {
                if cut_off(head, behind) {
                    return at + character.len_utf8();
                }
                inside && joins(head, behind, forms)
            }
            '_' => next.is_some_and(|next| next == '_' || next.is_alphanumeric()),
            '&' => inside,
            // A letter that is not to be read.
            '*' => before.is_alphabetic() && next.is_some_and(char::is_alphabetic),
            ',' | ':' => between_digits(before, next),
            '.' if between_digits(before, next) => true,
            '.' => match stop(head, behind, forms, kind) {
                Stop::Inside => true,
                Stop::Last => return at + 1,
                Stop::Outside => false,
            },
            // `US$4.5`
            '$' | '£' if at > 0 && at <= 3 && head.bytes().all(|letter| letter.is_ascii_uppercase()) => {
                return at + character.len_utf8();
            }
            _ => false,
        };
        if !keep {
            break;
        }
        length = at + character.len_utf8();
        before = character;
    }
    length
}

fn between_digits(before: char, next: Option<char>) -> bool {
    before.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit())
}

/// The length of the digits at the head of `rest`, with the stops, commas and colons between them.
pub(super) fn digits_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while digit(at) || matches!(bytes.get(at), Some(b'.' | b',' | b':')) && at > 0 && digit(at + 1) {
        at += 1;
    }
    at
}

/// `w/o` and its like.
fn shorthand_length(rest: &str, forms: &Forms) -> Option<usize> {
    let slash = rest.bytes().take(4).position(|byte| byte == b'/')?;
    let letters = |c: char| c.is_alphanumeric() || c == '/';
    let whole = rest.char_indices().find(|&(at, c)| at > LONGEST_SHORTHAND || !letters(c));
    let whole = whole.map_or(rest.len(), |(at, _)| at);
    let known = |end: usize| forms.is_folded(Class::Shorthand, &rest[..end]);
    [whole, slash + 1].into_iter().find(|&end| known(end))
}

/// The longest form with a slash, in bytes.
const LONGEST_SHORTHAND: usize = 8;

/// Whether the hyphen between `head` and `behind` joins them: after a prefix or before a suffix.
fn joins(head: &str, behind: &str, forms: &Forms) -> bool {
    let next = &behind[..behind.find(|c: char| !c.is_alphanumeric()).unwrap_or(behind.len())];
    let last = head.rsplit(['-', '‑']).next().unwrap_or(head);
    // `over-the-counter` is a phrase.
    let article = ["the", "a", "an"].iter().any(|article| next.eq_ignore_ascii_case(article));
    forms.is_folded(Class::Prefix, last) && !article || forms.is_folded(Class::Suffix, next)
}

/// Whether the speaker breaks off at the hyphen: behind a letter or two, or behind what the next word begins with (`th- the`).
fn cut_off(head: &str, behind: &str) -> bool {
    if !behind.starts_with(char::is_whitespace) || !head.chars().all(char::is_alphabetic) {
        return false;
    }
    let short = head.chars().take(3).count() < 3 && head.starts_with(char::is_lowercase);
    let next = behind.trim_start().get(..head.len());
    short || next.is_some_and(|next| next.eq_ignore_ascii_case(head))
}

/// The longest abbreviation with stops inside it, in bytes.
const LONGEST_ABBREVIATION: usize = 16;

/// Where a stop behind letters stands.
enum Stop {
    /// In the word (`U.S.`).
    Inside,
    /// At its end, whatever follows (`Nov.28`).
    Last,
    /// Not in the word.
    Outside,
}

/// Whether the stop between `head` and `behind` is one of an abbreviation.
///
/// Behind the last word of a sentence it is a full stop, except in capitals with stops (`the U.S.`).
fn stop(head: &str, behind: &str, forms: &Forms, kind: Kind) -> Stop {
    let inside = behind.starts_with(char::is_alphanumeric);
    let capitals = || head.contains('.') && !head.contains(char::is_lowercase);
    let ends = kind == Kind::Sentences && is_last(behind) && !capitals();
    // `etc...` breaks off.
    if ends || behind.starts_with('.') {
        return Stop::Outside;
    }
    let segment = head.rsplit(['.', '-', '‑']).next().unwrap_or(head);
    let mut letters = segment.chars();
    let single = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    let lower = segment.starts_with(char::is_lowercase);
    if inside && head.len() < LONGEST_ABBREVIATION {
        // `Ph.D.`, `B.Sc.`: known with the stops in them.
        let more = behind
            .char_indices()
            .find(|&(at, c)| at > LONGEST_ABBREVIATION || !c.is_alphanumeric() && c != '.');
        let more = behind[..more.map_or(behind.len(), |(at, _)| at)].trim_end_matches('.');
        if forms.abbreviates(&format!("{head}.{more}"), "", kind) {
            return Stop::Inside;
        }
    }
    if single && (!lower || inside || head.contains('.')) {
        // `J.Lind`: a name behind an initial.
        let mut next = behind.chars();
        let name = next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase);
        return if name { Stop::Last } else { Stop::Inside };
    }
    if forms.abbreviates(head, behind, kind) { Stop::Last } else { Stop::Outside }
}

/// Whether only closing marks follow.
fn is_last(behind: &str) -> bool {
    behind.len() <= 16 && behind.chars().all(|c| c.is_whitespace() || "\"”’')]»".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, word: &str) {
        assert_eq!(&text[..length(text, Forms::embedded(), Kind::Sentences)], word);
    }

    #[test]
    fn stops() {
        check("U.S. troops", "U.S.");
        check("U.S.", "U.S.");
        check("p.m. today", "p.m.");
        check("p.m.", "p.m");
        check("Ph.D. thesis", "Ph.D.");
        check("Nov.28 and", "Nov.");
        check("J.Lind said", "J.");
        check("etc.", "etc");
    }

    #[test]
    fn hyphens() {
        check("non-binding vote", "non-binding");
        check("vice-president", "vice");
        check("over-the-counter", "over");
        check("career-wise", "career-wise");
        check("th- the plan", "th-");
    }
}
