//! Spellings that make no difference to a lemma.

use std::borrow::Cow;

/// The form with straight apostrophes where it is no longer than a clitic (`n’t`), and without the commas before the
/// thousands of a number (`1,500` → `1500`).
///
/// # Examples
/// ```
/// use notaverbale::training::plain;
/// assert_eq!((plain("’s"), plain("12,500.5"), plain("O’Dowd")), ("'s".into(), "12500.5".into(), "O’Dowd".into()));
/// ```
pub fn plain(form: &str) -> Cow<'_, str> {
    if has_thousands(form) {
        return Cow::Owned(form.replace(',', ""));
    }
    if form.is_ascii() || form.chars().take(4).count() > 3 || !form.contains('’') {
        return Cow::Borrowed(form);
    }
    Cow::Owned(form.replace('’', "'"))
}

/// Whether the form is a number with three digits behind each comma.
fn has_thousands(form: &str) -> bool {
    let (whole, decimals) = form.split_once('.').unwrap_or((form, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().is_some_and(digits);
    first && digits(decimals) && whole.contains(',') && groups.all(|group| group.len() == 3 && digits(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clitics_and_numbers_are_plain() {
        assert_eq!(plain("n’t"), "n't");
        assert_eq!(plain("O’Dowd"), "O’Dowd");
        assert_eq!(plain("1,500.5"), "1500.5");
        assert_eq!(plain("3,40"), "3,40");
        assert_eq!(plain("3,"), "3,");
        assert_eq!(plain("1,500.5a,b"), "1,500.5a,b");
        assert_eq!(plain(","), ",");
    }
}
