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
    /// A noun or verb for what a side itself holds, wants or does.
    OwnPosition,
    /// A word of offices that states have.
    StateOffice,
    /// Joins the parts of a name, in small letters.
    NameParticle,
    /// Is at the head of others, whom its holder speaks for (`who leads the delegation`).
    Leads,
    /// A body by no more than its kind (`the agency`).
    GenericBody,
    /// A plural that means the sides that a text is about.
    Sides,
    /// A body that is told apart by where it is (`the embassy in Oslo`).
    Mission,
    /// Opens a clause that is supposed (`if`).
    Condition,
    /// Opens a clause that is asked (`what China wants`).
    Question,
    /// Behind a state's name, the state itself (`the Chinese side`).
    StateItself,
    /// Behind `his` or `our`, the own state (`his country`).
    Home,
    /// A verb that leaves it to the one behind it what is done (`help to stop`).
    Effort,
    /// A place or body whose people can hold a position (`the islands`).
    Collective,
    /// What can be quoted and holds no position (`the survey`).
    Paper,
    /// A verb that says that the one behind it was not done.
    Failure,
    /// A preposition of circumstances (`during the talks`).
    Circumstance,
    /// A verb whose object is promised what the clause behind it says.
    Promise,
}

/// The words of each class.
#[derive(Clone, Debug)]
pub(crate) struct WordClasses(FxHashSet<(WordClass, WordId)>);

impl WordClasses {
    pub fn new(vocabulary: &mut Vocabulary, text: &str) -> Result<Self, Error> {
        let rows = tsv::read("word-class.tsv", text, &["class", "form"])?;
        let pairs = rows.iter().map(|row| {
            let class = row.parse(0, "a class that the head of the file lists", |cell| {
                Some(match cell {
                    "greeting" => WordClass::Greeting,
                    "means" => WordClass::Means,
                    "own-text" => WordClass::OwnText,
                    "release" => WordClass::Release,
                    "light-verb" => WordClass::LightVerb,
                    "topic" => WordClass::Topic,
                    "own-position" => WordClass::OwnPosition,
                    "state-office" => WordClass::StateOffice,
                    "name-particle" => WordClass::NameParticle,
                    "leads" => WordClass::Leads,
                    "generic-body" => WordClass::GenericBody,
                    "mission" => WordClass::Mission,
                    "condition" => WordClass::Condition,
                    "question" => WordClass::Question,
                    "state-itself" => WordClass::StateItself,
                    "home" => WordClass::Home,
                    "effort" => WordClass::Effort,
                    "collective" => WordClass::Collective,
                    "paper" => WordClass::Paper,
                    "failure" => WordClass::Failure,
                    "circumstance" => WordClass::Circumstance,
                    "promise" => WordClass::Promise,
                    "sides" => WordClass::Sides,
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
