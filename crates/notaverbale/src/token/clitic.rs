//! Words that lean on others: `n't`, `'s`, `'ll`, and forms of several words (`cannot`).

use crate::span::Span;
use crate::token::form::{Class, Forms};

/// Clitics that leave the word before them, without their apostrophe.
const CLITICS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];

/// Whether a character is written for an apostrophe.
pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ' | '`' | '´')
}

/// Appends the words that the letters under `word` are made of.
pub(super) fn split(text: &str, word: Span, forms: &Forms, spans: &mut Vec<Span>) {
    let first = spans.len();
    // From the last clitic to the first (`'d` `'ve` in `I'd've`).
    let mut rest = word;
    loop {
        let letters = rest.text(text);
        if let Some(lengths) = forms.contraction(letters) {
            let mut end = rest.end;
            for length in lengths.iter().rev() {
                spans.push(Span::new(end - length, end));
                end -= length;
            }
            break;
        }
        let Some(cut) = clitic_start(letters).filter(|&cut| cut > 0) else {
            spans.push(rest);
            break;
        };
        spans.push(Span::new(rest.start + cut, rest.end));
        rest = Span::new(rest.start, rest.start + cut);
    }
    spans[first..].reverse();
}

/// Where the clitic at the end of a word begins; none where it has none.
fn clitic_start(letters: &str) -> Option<usize> {
    let mark = letters.rfind(is_apostrophe)?;
    let (before, behind) = letters.split_at(mark);
    let bare = behind.trim_start_matches(is_apostrophe);
    if bare.eq_ignore_ascii_case("t") {
        return (before.len() > 1 && before.ends_with(['n', 'N'])).then(|| mark - 1);
    }
    // `the 90's` are a plural.
    let number = before.bytes().all(|byte| byte.is_ascii_digit());
    (!number && CLITICS.iter().any(|clitic| bare.eq_ignore_ascii_case(clitic))).then_some(mark)
}

/// The length of a token that an apostrophe opens: a clitic that stands apart or behind a mark (`the “plan”'s`), an
/// elision (`'em`, `'tis`), a year (`'90s`). `attached` says whether a letter or digit stands right before it; [`split`] parts what is found.
pub(super) fn opening_length(rest: &str, attached: bool, forms: &Forms) -> Option<usize> {
    let mark = rest.chars().next().filter(|&mark| is_apostrophe(mark))?.len_utf8();
    let behind = &rest[mark..];
    let letters = behind.find(|c: char| !c.is_alphanumeric()).unwrap_or(behind.len());
    let word = &behind[..letters];
    let clitic = CLITICS.iter().any(|clitic| word.eq_ignore_ascii_case(clitic));
    let digits = word.trim_end_matches('s');
    let year = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let whole = &rest[..mark + letters];
    let elision =
        || !attached && (forms.is_folded(Class::Elision, whole) || forms.contraction(whole).is_some());
    (clitic || year || letters > 0 && elision()).then_some(whole.len())
}
