//! Lines that stand for themselves: headings, and the date of a release.

use crate::lexicon::sentence_word::{Class, Words};

/// The longest line that may be a date, in bytes.
const LONGEST_DATE: usize = 48;

/// Whether the line `line` is a heading of the one behind it. `longest` is the length of the text's longest line, in bytes.
///
/// A heading has no final mark, and the line behind it begins with a capital. It is short, or in capitals, or its words
/// begin with capitals although the next word had room in the line.
pub(super) fn is_heading(line: &str, next: &str, longest: usize) -> bool {
    if line.ends_with(['.', '!', '?', '"', '”', '’', ')', ':', ',', ';', '-', '–', '—'])
        || !next.starts_with(|first: char| first.is_uppercase() || first.is_numeric())
    {
        return false;
    }
    if line.len() * 2 < longest {
        return next.starts_with(char::is_uppercase);
    }
    if is_numbered_part(line) || is_shouted(line) && !is_shouted(next) {
        return true;
    }
    let first = next.split_whitespace().next().map_or(0, str::len);
    line.len() + 1 + first < longest && is_title_case(line)
}

/// `Article 5`, `ANNEX II`
fn is_numbered_part(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (Some(part), Some(number), None) = (words.next(), words.next(), words.next()) else { return false };
    let numeral = number.bytes().all(|byte| byte.is_ascii_digit() || b"IVXLC.".contains(&byte));
    numeral && part.starts_with(char::is_uppercase) && Words::embedded().has(Class::Designation, part)
}

/// Two words or more, all in capitals.
fn is_shouted(line: &str) -> bool {
    let letters = || line.chars().filter(|letter| letter.is_alphabetic());
    line.contains(' ') && letters().count() > 3 && !letters().any(char::is_lowercase)
}

/// Three words or more that begin with capitals, small words apart, the last of them no small word.
fn is_title_case(line: &str) -> bool {
    let joins = |word: &str| Words::embedded().has(Class::Joining, word);
    let capital = |word: &str| word.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    let last = line.split_whitespace().next_back().unwrap_or("");
    line.split_whitespace().count() > 2
        && capital(last)
        && !joins(last)
        && line.split_whitespace().all(|word| capital(word) || joins(word))
}

/// Whether a line holds a date and nothing else: `March 3, 2021`, `Tuesday, 4 May 2021`.
pub(super) fn is_date(line: &str) -> bool {
    if line.len() > LONGEST_DATE {
        return false;
    }
    let (mut months, mut numbers) = (0, 0);
    for word in line.split(|mark: char| mark.is_whitespace() || matches!(mark, ',' | '.')) {
        let digits = word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
        if !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers += 1;
        } else if Words::embedded().has(Class::Month, word) {
            months += 1;
        } else if !word.is_empty() && !Words::embedded().has(Class::Weekday, word) {
            return false;
        }
    }
    months == 1 && numbers == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings() {
        let heading = |line, next| is_heading(line, next, 60);
        assert!(heading("Background", "The dispute began in 1974"));
        assert!(heading("STATEMENT BY THE HIGH REPRESENTATIVE", "The EU welcomes the talks."));
        assert!(heading("Article 5", "The border shall be open."));
        assert!(heading("Remarks by Minister Lind at the Forum", "Thank you for the welcome."));
        assert!(!heading("Remarks by Minister Lind at the", "Forum were short."));
        assert!(!heading("The talks in Vienna ended well and were", "Lind's own idea."));
        assert!(!heading("MINISTER LIND MET THE PRESIDENT OF THE", "REPUBLIC OF NORLAND ON MONDAY"));
    }

    #[test]
    fn dates() {
        assert!(is_date("March 3, 2021") && is_date("Tuesday, 4 May 2021") && is_date("4th May 2021"));
        assert!(!is_date("May 2021") && !is_date("On March 3, 2021") && !is_date("Jan. 4 by train"));
    }
}
