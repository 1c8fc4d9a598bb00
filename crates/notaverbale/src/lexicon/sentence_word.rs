//! Words that decide where a sentence or a paragraph ends.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

use super::tsv;
use crate::error::Error;

/// What a word tells; the classes of `sentence-word.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Class {
    Asking,
    Designation,
    Domain,
    Joining,
    Month,
    Opener,
    Weekday,
    Zone,
}

/// The words that ship with the crate.
#[derive(Debug)]
pub(crate) struct Words(FxHashSet<(Class, &'static str)>);

impl Words {
    /// Read once.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Words> = LazyLock::new(|| {
            #[expect(clippy::expect_used, reason = "the file is part of the program, and a test reads it")]
            Words::read().expect("the shipped sentence words are well formed")
        });
        &EMBEDDED
    }

    fn read() -> Result<Self, Error> {
        let text = include_str!("../../data/lexicon/sentence-word.tsv");
        let rows = tsv::read("sentence-word.tsv", text, &["class", "word"])?;
        let words = rows.iter().map(|row| {
            let expected = "asking, designation, domain, joining, month, opener, weekday or zone";
            let class = row.parse(0, expected, |cell| {
                Some(match cell {
                    "asking" => Class::Asking,
                    "designation" => Class::Designation,
                    "domain" => Class::Domain,
                    "joining" => Class::Joining,
                    "month" => Class::Month,
                    "opener" => Class::Opener,
                    "weekday" => Class::Weekday,
                    "zone" => Class::Zone,
                    _ => return None,
                })
            })?;
            Ok((class, row.cell(1)))
        });
        words.collect::<Result<_, _>>().map(Self)
    }

    /// Whether `word`, as it stands in the text, is of the class.
    pub fn has(&self, class: Class, word: &str) -> bool {
        match class {
            Class::Designation | Class::Domain | Class::Joining => {
                word.len() <= 16 && self.contains(class, &word.to_lowercase())
            }
            _ => self.contains(class, word),
        }
    }

    fn contains<'w>(&'w self, class: Class, word: &'w str) -> bool {
        let words: &FxHashSet<(Class, &'w str)> = &self.0;
        words.contains(&(class, word))
    }
}
