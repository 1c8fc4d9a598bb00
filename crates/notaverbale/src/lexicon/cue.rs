//! Cues: expressions that attribute content to a source.

use crate::error::Error;
use crate::lexicon::phrase::PhraseTable;
use crate::lexicon::tsv;
use crate::lexicon::vocabulary::{Vocabulary, WordId};

/// The complements with which a cue makes a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Frames(u8);

impl Frames {
    /// A content clause, with or without `that`.
    pub const CLAUSE: Self = Self(1);
    /// A content clause with `that`.
    pub const THAT: Self = Self(2);
    /// A `wh` or `whether` clause.
    pub const WH: Self = Self(4);
    /// A noun phrase.
    pub const OBJECT: Self = Self(8);
    /// A `to` infinitive.
    pub const INFINITIVE: Self = Self(16);
    /// A quotation.
    pub const QUOTE: Self = Self(32);
    /// An object with a predicate (`called the vote a farce`).
    pub const AS: Self = Self(64);
    /// The cue may follow its content behind a comma.
    pub const AFTER: Self = Self(128);

    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn from_names(names: &str) -> Option<Self> {
        names.split(',').try_fold(Self::default(), |frames, name| {
            let one = match name {
                "clause" => Self::CLAUSE,
                "that" => Self::THAT,
                "wh" => Self::WH,
                "object" => Self::OBJECT,
                "infinitive" => Self::INFINITIVE,
                "quote" => Self::QUOTE,
                "as" => Self::AS,
                "after" => Self::AFTER,
                _ => return None,
            };
            Some(Self(frames.0 | one.0))
        })
    }
}

/// Speech, thought, or an act toward the object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CueClass {
    Speech,
    Thought,
    Act,
}

/// What is known of a cue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct CueEntry {
    pub frames: Frames,
    pub class: CueClass,
}

/// The cue lexicon: verbs by lemma, nouns and phrases by word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cues {
    pub verbs: PhraseTable<CueEntry>,
    pub nouns: PhraseTable<CueEntry>,
    pub phrases: PhraseTable<CueEntry>,
    noun_words: Vec<WordId>,
}

impl Cues {
    pub fn new(vocabulary: &mut Vocabulary, text: &str) -> Result<Self, Error> {
        let mut cues = Self::default();
        for row in tsv::read("cue.tsv", text, &["expression", "pos", "frame", "class"])? {
            let frames = row.parse(2, "known frames with commas between them", Frames::from_names)?;
            let class = row.parse(3, "speech, thought or act", |cell| match cell {
                "speech" => Some(CueClass::Speech),
                "thought" => Some(CueClass::Thought),
                "act" => Some(CueClass::Act),
                _ => None,
            })?;
            let entry = CueEntry { frames, class };
            match row.cell(1) {
                "verb" => cues.verbs.insert(vocabulary, row.cell(0), entry),
                "noun" => {
                    for form in [row.cell(0).to_owned(), super::inflection::third_person(row.cell(0))] {
                        cues.nouns.insert(vocabulary, &form, entry);
                        cues.noun_words.push(vocabulary.intern(&form));
                    }
                }
                "phrase" => cues.phrases.insert(vocabulary, row.cell(0), entry),
                _ => return Err(row.error(row.cells.fault(1, "verb, noun or phrase"))),
            }
        }
        Ok(cues)
    }

    /// The words of noun cues, singular and plural.
    pub fn nouns(&self) -> impl Iterator<Item = WordId> {
        self.noun_words.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every cue's example is a statement by that cue.
    #[test]
    fn examples() {
        let text = include_str!("../../data/lexicon/cue.tsv");
        let analyzer = crate::Analyzer::default().attribution(crate::Attribution::Rules);
        let lexicon = crate::lexicon::Lexicon::embedded();
        let mut failed = Vec::new();
        for row in tsv::read("cue.tsv", text, &["expression", "pos", "example"]).unwrap() {
            let document = analyzer.analyze(row.cell(2));
            let head = row.cell(0).split(' ').next().unwrap_or("");
            let found = document.statements().iter().flat_map(|statement| &statement.cue).any(|cue| {
                let words = cue.text(document.text()).split(' ');
                words.map(|word| (word, lexicon.vocabulary.look_up(word))).any(|(word, id)| {
                    let verb = lexicon.vocabulary.word(id).verb.map(|verb| verb.lemma);
                    // `lambasted` is a form of both `lambast` and `lambaste`.
                    let spelled = word.len() > 4
                        && head.len() > 4
                        && word.to_lowercase().starts_with(&head[..head.len() - 1]);
                    id == lexicon.vocabulary.look_up(head)
                        || verb == Some(lexicon.vocabulary.look_up(head))
                        || spelled
                })
            });
            if !found {
                failed.push(format!("{} ({}): {}", row.cell(0), row.cell(1), row.cell(2)));
            }
        }
        assert!(failed.is_empty(), "{} of the examples fail:\n{}", failed.len(), failed.join("\n"));
    }
}
