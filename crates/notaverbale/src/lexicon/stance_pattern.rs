//! How a pattern of the stance lexicon may be written.

use crate::lexicon::vocabulary::fold;
use crate::token::Tokenizer;

/// Items that stand for more than the words written.
const CLASSES: [&str; 6] = ["~", "*", "SV", "SAYV", "BE", "NOT"];
/// Items of a pattern.
const MOST: usize = 16;
/// Items that may cover several words or none: with more, or with more than one `*`, which is the longest, there would be
/// too many ways to try a pattern at one place.
const MOST_LOOSE: usize = 4;

/// The pattern with single spaces, its words in small letters.
pub(super) fn tidy(pattern: &str) -> String {
    let item = |item: &str| if CLASSES.contains(&item) { item.to_owned() } else { fold(item) };
    pattern.split_whitespace().map(item).collect::<Vec<_>>().join(" ")
}

/// Checks a tidy pattern.
///
/// # Errors
/// What was expected.
pub(super) fn check(pattern: &str) -> Result<(), &'static str> {
    let items = pattern.split(' ');
    if items.clone().count() > MOST {
        return Err("at most 16 words");
    }
    if items.clone().filter(|item| matches!(*item, "~" | "*") || item.ends_with('?')).count() > MOST_LOOSE {
        return Err("at most four of ~, * and words with ?");
    }
    if items.clone().filter(|item| *item == "*").count() > 1 {
        return Err("one * at most");
    }
    if pattern.starts_with(['~', '*']) || items.clone().next().is_some_and(|first| first.ends_with('?')) {
        return Err("a word at its head");
    }
    let words = items.filter(|item| !CLASSES.contains(item) && !item.starts_with('@'));
    for word in words.flat_map(|item| item.strip_suffix('?').unwrap_or(item).split('|')) {
        if word.is_empty() || word.contains(['~', '*', '?']) {
            return Err("words with spaces between them, such as a|b, word?, ~, *, SV, SAYV, BE and NOT");
        }
        if Tokenizer::default().phrase(word).len() != 1 {
            return Err("words as the tokenizer splits them (do n't for don't)");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refuse(pattern: &str, expected: &str) {
        let outcome = check(&tidy(pattern));
        assert!(outcome.is_err_and(|said| said.contains(expected)), "{pattern:?}: {outcome:?}");
    }

    #[test]
    fn words_lose_capitals_and_classes_keep_them() {
        assert_eq!(tidy("  Stand   with NATO "), "stand with nato");
        assert_eq!(tidy("SV ~ Hope|Wish"), "SV ~ hope|wish");
        assert_eq!(tidy("NOT ’ll BE * so?"), "NOT 'll BE * so?");
    }

    #[test]
    fn what_no_pattern_can_be() {
        for pattern in ["", "a||b", "|", "stand ?", "stand~", "a*b"] {
            refuse(pattern, "words with spaces between them");
        }
        for pattern in ["~ hope", "* away", "very? hope"] {
            refuse(pattern, "a word at its head");
        }
        refuse("don't back", "do n't");
        refuse("back Peru's plan", "as the tokenizer splits them");
        refuse("a ~ b * c ~ d e? f?", "at most four");
        refuse("put * and * on hold", "one * at most");
        refuse(&"word ".repeat(17), "at most 16");
    }

    #[test]
    fn patterns_may_hold_apostrophes_and_hyphens() {
        for pattern in ["'ll back", "co-sponsor|cosponsor", "do n't back", "it BE high? time", "SV ~ hope"] {
            assert_eq!(check(pattern), Ok(()), "{pattern}");
        }
    }
}
