//! Abbreviations that end in a stop.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use crate::error::Error;
use crate::lexicon::tsv;

/// What a stop after an abbreviation means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Abbreviation {
    /// A name follows (`Gen. Lind`): never an end.
    Title,
    /// A number or a name follows (`Art. 5`, `Sec. Lind`): an end before a word that opens sentences.
    Reference,
    /// A number follows (`No. 5`): an end before anything else.
    Number,
    /// A month or weekday: an end unless a number follows.
    Month,
    /// A time of day (`9 a.m.`): an end before a capital, unless a weekday, a month or a time zone follows.
    Hour,
    /// Hardly ever an end (`e.g.`).
    Internal,
    /// May end a sentence (`Inc.`, `U.S.`): an end before a word that opens sentences.
    Ending,
}

/// The abbreviations that ship with the crate.
#[derive(Debug)]
pub(super) struct Abbreviations {
    kinds: FxHashMap<&'static str, Abbreviation>,
    /// Those that hold a space (`et al`), by their last word.
    spaced: FxHashMap<&'static str, Vec<(&'static str, Abbreviation)>>,
}

impl Abbreviations {
    /// Read once.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Abbreviations> = LazyLock::new(|| {
            #[expect(clippy::expect_used, reason = "the file is part of the program, and a test reads it")]
            Abbreviations::read().expect("the shipped abbreviations are well formed")
        });
        &EMBEDDED
    }

    fn read() -> Result<Self, Error> {
        let text = include_str!("../../data/lexicon/abbreviation.tsv");
        let mut found = Self { kinds: FxHashMap::default(), spaced: FxHashMap::default() };
        for row in tsv::read("abbreviation.tsv", text, &["form", "kind"])? {
            let expected = "title, reference, number, month, hour, internal or ending";
            let kind = row.parse(1, expected, |cell| {
                Some(match cell {
                    "title" => Abbreviation::Title,
                    "reference" => Abbreviation::Reference,
                    "number" => Abbreviation::Number,
                    "month" => Abbreviation::Month,
                    "hour" => Abbreviation::Hour,
                    "internal" => Abbreviation::Internal,
                    "ending" => Abbreviation::Ending,
                    _ => return None,
                })
            })?;
            let form = row.cell(0);
            match form.rsplit_once(' ') {
                Some((_, last)) => found.spaced.entry(last).or_default().push((form, kind)),
                None => {
                    found.kinds.insert(form, kind);
                }
            }
        }
        Ok(found)
    }

    /// What the word `last`, without its last stop, abbreviates; `text` ends with it.
    pub fn kind(&self, text: &str, last: &str) -> Option<Abbreviation> {
        let whole = |form: &str| {
            let ahead = text.strip_suffix(form)?;
            (!ahead.ends_with(char::is_alphanumeric)).then_some(())
        };
        let spaced = self.spaced.get(last).into_iter().flatten();
        let spaced = spaced.filter(|(form, _)| whole(form).is_some()).max_by_key(|(form, _)| form.len());
        if let Some(&(_, kind)) = spaced {
            return Some(kind);
        }
        // `R-Tex.`, `ex-Gov.`
        let part = || self.kinds.get(last.rsplit_once('-')?.1).filter(|_| !last.contains('.'));
        self.kinds.get(last).or_else(part).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, last: &str, expected: Option<Abbreviation>) {
        assert_eq!(Abbreviations::embedded().kind(text, last), expected);
    }

    #[test]
    fn forms_with_spaces_match() {
        check("Lind et al", "al", Some(Abbreviation::Ending));
        check("Lind Brig. Gen", "Gen", Some(Abbreviation::Title));
        check("the planet al", "al", None);
        check("U. S", "S", Some(Abbreviation::Ending));
        check("TU. S", "S", None);
    }

    #[test]
    fn parts_behind_a_hyphen_match() {
        check("(R-Tex", "R-Tex", Some(Abbreviation::Ending));
        check("U.S.-Inc", "U.S.-Inc", None);
    }
}
