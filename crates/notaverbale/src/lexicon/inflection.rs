//! The forms of an English verb, from its lemma.

/// The forms of a verb.
pub(crate) struct Forms {
    pub base: String,
    pub third: String,
    pub past: String,
    pub participle: String,
    pub gerund: String,
}

/// The five forms of `lemma`; each of `irregular` (third, past, participle, gerund) that is not empty replaces the
/// regular one. Doubled consonants (`admitted`) count as irregular.
pub(crate) fn forms(lemma: &str, irregular: [&str; 4]) -> Forms {
    let [third, past, participle, gerund] = irregular;
    let or = |given: &str, regular: fn(&str) -> String| {
        if given.is_empty() { regular(lemma) } else { given.into() }
    };
    Forms {
        base: lemma.into(),
        third: or(third, third_person),
        past: or(past, ed),
        participle: or(participle, ed),
        gerund: or(gerund, ing),
    }
}

/// The third person of a regular verb; the plural of a regular noun is made the same way.
pub(crate) fn third_person(lemma: &str) -> String {
    match ends_in_consonant_and(lemma, 'y') {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh"].iter().any(|end| lemma.ends_with(end)) => format!("{lemma}es"),
        None if ends_in_consonant_and(lemma, 'o').is_some() => format!("{lemma}es"),
        None => format!("{lemma}s"),
    }
}

fn ed(lemma: &str) -> String {
    match ends_in_consonant_and(lemma, 'y') {
        Some(stem) => format!("{stem}ied"),
        None if lemma.ends_with('e') => format!("{lemma}d"),
        None => format!("{lemma}ed"),
    }
}

fn ing(lemma: &str) -> String {
    if let Some(stem) = lemma.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    let keeps_e = ["ee", "oe", "ye"].iter().any(|end| lemma.ends_with(end));
    match lemma.strip_suffix('e') {
        Some(stem) if !keeps_e => format!("{stem}ing"),
        _ => format!("{lemma}ing"),
    }
}

/// The stem with a doubled l, where British spelling has one: after a single vowel (`signal`, not `appeal`).
pub(crate) fn doubles_l(lemma: &str) -> Option<String> {
    let mut letters = lemma.chars().rev();
    let vowel = |letter: Option<char>| letter.is_some_and(|letter| "aeiou".contains(letter));
    (letters.next() == Some('l') && vowel(letters.next()) && !vowel(letters.next()))
        .then(|| format!("{lemma}l"))
}

/// The stem before a final `letter`, where a consonant stands before that.
fn ends_in_consonant_and(lemma: &str, letter: char) -> Option<&str> {
    let stem = lemma.strip_suffix(letter)?;
    let consonant = stem.chars().last().is_some_and(|last| last.is_alphabetic() && !"aeiou".contains(last));
    consonant.then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lemma: &str, expected: [&str; 3]) {
        let made = forms(lemma, [""; 4]);
        assert_eq!([&made.third, &made.past, &made.gerund], expected);
    }

    #[test]
    fn regular_verbs() {
        check("call", ["calls", "called", "calling"]);
        check("urge", ["urges", "urged", "urging"]);
        check("deny", ["denies", "denied", "denying"]);
        check("press", ["presses", "pressed", "pressing"]);
        check("agree", ["agrees", "agreed", "agreeing"]);
        check("veto", ["vetoes", "vetoed", "vetoing"]);
        check("play", ["plays", "played", "playing"]);
        check("die", ["dies", "died", "dying"]);
    }

    #[test]
    fn irregular_forms_replace_regular_ones() {
        let made = forms("say", ["", "said", "said", ""]);
        assert_eq!([made.third, made.past, made.gerund], ["says", "said", "saying"]);
    }
}
