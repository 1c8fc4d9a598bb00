//! Numbers: dates, telephone numbers, ranges, and the units behind them.

use crate::token::form::{Class, Forms};

/// The most groups of digits that are looked at.
const GROUPS: usize = 6;

/// The length in bytes of the number at the head of `rest`, where it ends otherwise than a word would; else none.
///
/// Telephone numbers and dates are whole (`555-0134`, `12/28`, `2024-05-01`); a range is not (`5-10`); a unit leaves its
/// number (`5kg`, `11:30am`).
pub(super) fn length(rest: &str, forms: &Forms) -> Option<usize> {
    serial_length(rest).or_else(|| measured_length(rest, forms))
}

/// Digits with hyphens or slashes between them, if they are one number.
fn serial_length(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut groups = [0; GROUPS];
    let mut marks = [b' '; GROUPS];
    let (mut count, mut at) = (0, 0);
    loop {
        let digits = bytes[at..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        *groups.get_mut(count)? = digits;
        at += digits;
        count += 1;
        match bytes[at..] {
            [mark @ (b'-' | b'/'), digit, ..] if digit.is_ascii_digit() => {
                *marks.get_mut(count - 1)? = mark;
                at += 1;
            }
            _ => break,
        }
    }
    if rest[at..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let whole = match (&groups[..count], &marks[..count - 1]) {
        ([3 | 5, 4], b"-") | ([3, 3, 4], b"/-") | ([_, _, _], b"//") => true,
        ([first, second], b"/") => is_date(&rest[..*first], &rest[at - second..at]),
        (groups @ [_, _, _, ..], marks) => {
            marks.iter().all(|&mark| mark == b'-') && groups.iter().any(|&digits| digits > 1)
        }
        _ => false,
    };
    whole.then_some(at)
}

/// Whether two numbers can be a month and a day, and are no fraction (`1/2`, `2/3`).
fn is_date(month: &str, day: &str) -> bool {
    let value = |digits: &str| digits.parse::<u32>().unwrap_or(u32::MAX);
    value(month) <= 12 && value(day) <= 31 && (month.len() == 2 || day.len() == 2)
}

/// The digits before a unit.
fn measured_length(rest: &str, forms: &Forms) -> Option<usize> {
    let number = super::word::digits_length(rest);
    let behind = &rest[number..];
    let letters =
        behind.find(|c: char| !c.is_alphabetic() && !matches!(c, '²' | '³')).unwrap_or(behind.len());
    let ends = |at: usize| !behind[at..].starts_with(char::is_alphanumeric);
    let unit =
        |unit: &str| forms.is(Class::Unit, unit) || unit.len() > 1 && forms.is_folded(Class::Unit, unit);
    // `2p.m.`
    let half_day = behind.get(..3).is_some_and(unit) && ends(3);
    (number > 0 && (half_day || letters > 0 && ends(letters) && unit(&behind[..letters]))).then_some(number)
}
