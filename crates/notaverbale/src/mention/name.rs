//! Names as they are written, and the parts by which their bearer is found.

use crate::lexicon::vocabulary::fold;
use crate::mention::description::is_generation;
use crate::reading::Reading;
use crate::syntax::Tokens;

/// The name as it stands in the text, on one line.
pub(super) fn written(text: &str, tokens: &[Reading], range: Tokens) -> String {
    let (Some(first), Some(last)) = (range.of(tokens).first(), range.of(tokens).last()) else {
        return String::new();
    };
    let words: Vec<&str> = first.span.cover(last.span).text(text).split_whitespace().collect();
    words.join(" ")
}

/// The parts of a name by which its bearer is found.
pub(super) fn parts(name: &str) -> Vec<String> {
    name.split(' ').filter(|part| !is_generation(part)).map(|part| fold(part.trim_end_matches(','))).collect()
}

/// The surname where it stands last.
pub(super) fn last_part(name: &str) -> &str {
    name.rsplit(' ').find(|part| !is_generation(part)).unwrap_or(name).trim_end_matches(',')
}

/// Whether a part of a name is an initial (`J.`).
pub(super) fn is_initial(part: &str) -> bool {
    part.chars().filter(|letter| letter.is_alphabetic()).count() == 1
}

/// Whether a name is an abbreviation: capitals, with stops or without.
pub(super) fn is_abbreviation(name: &str) -> bool {
    let letters = name.chars().filter(|letter| letter.is_alphabetic());
    letters.clone().count() > 1 && letters.clone().all(char::is_uppercase) && !name.contains(' ')
}

/// Whether a name is made of the first letters of another (`EU`, `U.S.`: `European Union`, `United States`).
pub(super) fn abbreviates(short: &str, long: &str) -> bool {
    let letters = short.chars().filter(|letter| letter.is_alphabetic());
    let words =
        long.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|first| first.is_uppercase());
    is_abbreviation(short) && long.contains(' ') && words.eq(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations() {
        assert!(abbreviates("EU", "European Union"));
        assert!(abbreviates("OAS", "Organization of American States"));
        assert!(abbreviates("U.S.", "United States"));
        assert!(!abbreviates("EU", "European Commission"));
        assert!(!abbreviates("Peru", "People’s Republic"));
    }
}
