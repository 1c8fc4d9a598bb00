//! Small closed classes of words that rules ask for.

use rustc_hash::FxHashSet;

use crate::error::Error;
use crate::lexicon::tsv;
use crate::lexicon::vocabulary::{Vocabulary, WordId};

/// A closed class.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum WordClass {
    /// Opens or closes a turn and says no more.
    Greeting,
    /// By which something was said (`in a statement`).
    Means,
    /// What somebody's own text is called.
    OwnText,
    /// A verb by which such a text is announced.
    Release,
    /// A verb that leaves the act to the infinitive behind it.
    LightVerb,
    /// A verb that names what was talked about and no position.
    Topic,
}

/// The words of each class.
#[derive(Clone, Debug)]
pub(crate) struct WordClasses(FxHashSet<(WordClass, WordId)>);

impl WordClasses {
    pub fn new(vocabulary: &mut Vocabulary, text: &str) -> Result<Self, Error> {
        let rows = tsv::read("word-class.tsv", text, &["class", "form"])?;
        let pairs = rows.iter().map(|row| {
            let class = row.parse(0, "greeting, means, own-text, release, light-verb or topic", |cell| {
                Some(match cell {
                    "greeting" => WordClass::Greeting,
                    "means" => WordClass::Means,
                    "own-text" => WordClass::OwnText,
                    "release" => WordClass::Release,
                    "light-verb" => WordClass::LightVerb,
                    "topic" => WordClass::Topic,
                    _ => return None,
                })
            })?;
            Ok((class, vocabulary.intern(row.cell(1))))
        });
        Ok(Self(pairs.collect::<Result<_, Error>>()?))
    }

    /// Whether a word, or a verb's lemma, is of the class.
    pub fn holds(&self, class: WordClass, word: WordId) -> bool {
        self.0.contains(&(class, word))
    }
}
