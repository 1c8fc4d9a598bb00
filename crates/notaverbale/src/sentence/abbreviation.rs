//! Abbreviations that end in a stop, and words that show a new sentence after one.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::error::Error;
use crate::lexicon::tsv;

/// What a stop after an abbreviation means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Abbreviation {
    /// A name follows (`Gen. Lind`): never an end.
    Title,
    /// A number follows (`No. 5`): an end before anything else.
    Reference,
    /// A month or weekday: an end unless a number follows.
    Month,
    /// Hardly ever an end (`e.g.`).
    Internal,
    /// May end a sentence (`Inc.`, `U.S.`): an end before a word that opens sentences.
    Ending,
}

/// The abbreviations and sentence openers.
pub(super) struct Abbreviations {
    kinds: HashMap<String, Abbreviation>,
    openers: HashSet<String>,
}

impl Abbreviations {
    /// Those that ship with the crate.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Abbreviations> = LazyLock::new(|| {
            #[expect(
                clippy::expect_used,
                reason = "the files are part of the program, and a test reads them"
            )]
            Abbreviations::read().expect("the shipped abbreviations are well formed")
        });
        &EMBEDDED
    }

    fn read() -> Result<Self, Error> {
        let abbreviations = include_str!("../../data/lexicon/abbreviation.tsv");
        let mut kinds = HashMap::new();
        for row in tsv::read("abbreviation.tsv", abbreviations, &["form", "kind"])? {
            let kind = row.parse(1, "title, reference, month, internal or ending", |cell| {
                Some(match cell {
                    "title" => Abbreviation::Title,
                    "reference" => Abbreviation::Reference,
                    "month" => Abbreviation::Month,
                    "internal" => Abbreviation::Internal,
                    "ending" => Abbreviation::Ending,
                    _ => return None,
                })
            })?;
            kinds.insert(row.cell(0).to_owned(), kind);
        }
        let openers = include_str!("../../data/lexicon/sentence-starter.tsv");
        let openers = tsv::read("sentence-starter.tsv", openers, &["word"])?
            .iter()
            .map(|row| row.cell(0).to_owned())
            .collect();
        Ok(Self { kinds, openers })
    }

    /// What `word`, without its last stop, abbreviates.
    pub fn kind(&self, word: &str) -> Option<Abbreviation> {
        self.kinds.get(word).copied()
    }

    /// Whether the capitalised `word` commonly opens a sentence.
    pub fn opens(&self, word: &str) -> bool {
        self.openers.contains(word)
    }
}
