//! From a pronoun to the member that it stands for.
//!
//! The latest members that agree in gender and number are ranked by a sum of weights, which are learned from annotated
//! texts (`data/model/pronoun.tsv`; features after Denis and Baldridge 2008, EMNLP, and Raghunathan et al. 2010, EMNLP).

use std::sync::{Arc, LazyLock};

use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::lexicon::name::Gender;
use crate::lexicon::tsv;
use crate::lexicon::vocabulary::WordId;
use crate::mention::chain::Chain;
use crate::mention::group;
use crate::mention::member::{Form, Function, MemberId, MemberKind};
use crate::parse::{Parsed, SentenceView};
use crate::syntax::Tokens;

/// The most members that are ranked.
const CANDIDATES: usize = 12;

/// Sentences back that a group has just acted.
const NEAR: usize = 1;

/// What a pronoun asks of its antecedent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PronounKind {
    He,
    She,
    They,
    It,
}

impl PronounKind {
    pub fn of(lexicon: &Lexicon, word: WordId) -> Option<Self> {
        let words = &lexicon.words;
        Some(match word {
            _ if [words.he, words.him, words.his, words.himself].contains(&word) => Self::He,
            _ if [words.she, words.her, words.hers, words.herself].contains(&word) => Self::She,
            _ if [words.they, words.them, words.their, words.theirs, words.themselves].contains(&word) => {
                Self::They
            }
            _ if [words.it, words.its, words.itself].contains(&word) => Self::It,
            _ => return None,
        })
    }

    fn gender(self) -> Option<Gender> {
        match self {
            Self::He => Some(Gender::Male),
            Self::She => Some(Gender::Female),
            Self::They | Self::It => None,
        }
    }
}

/// Where a pronoun stands.
pub(crate) struct Place<'v> {
    pub view: &'v SentenceView<'v>,
    pub sentence: usize,
    pub at: usize,
    pub function: Function,
    pub reflexive: bool,
    /// The subject of the main clause, where the pronoun stands in a phrase before it.
    pub ahead: Option<MemberId>,
}

macro_rules! features {
    ($($feature:ident = $name:literal),* $(,)?) => {
        /// What the ranking knows of a candidate.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum Feature {
            $($feature,)*
        }

        /// The names of the features, in the order of their numbers.
        pub const FEATURES: &[&str] = &[$($name,)*];
    };
}

features! {
    SameSentence = "same sentence",
    SentenceBefore = "sentence before",
    TwoBefore = "two sentences before",
    Farther = "farther back",
    SameParagraph = "same paragraph",
    Latest = "latest that agrees",
    SecondLatest = "second latest",
    ThirdLatest = "third latest",
    Subject = "subject",
    Possessor = "possessor",
    Opening = "opens its sentence",
    ByName = "by name",
    ByDescription = "by description",
    ByPronoun = "by pronoun",
    BothSubjects = "both subjects",
    NeitherSubject = "neither is a subject",
    BothPossessors = "both possessors",
    GenderKnown = "gender known",
    Named = "has a name",
    HasRole = "has a title",
    Again = "mentioned twice",
    Often = "mentioned four times",
    Clause = "subject of the pronoun's clause",
    Reflexive = "subject of the reflexive's clause",
    IntoQuotation = "pronoun alone is quoted",
    OutOfQuotation = "candidate alone is quoted",
    Ahead = "subject ahead",
    Several = "several together",
    Body = "ministry or state",
}

/// The number of features.
pub const WIDTH: usize = FEATURES.len();

/// The features that a candidate has.
pub type Row = [bool; WIDTH];

/// The weights of a feature for `he` and `she`, and for `they`.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Weights {
    singular: [f32; WIDTH],
    plural: [f32; WIDTH],
}

impl Weights {
    const EQUAL: Self = Self { singular: [0.0; WIDTH], plural: [0.0; WIDTH] };

    /// The weights that ship with the crate. Without the feature `models` all are the same: a pronoun stands for the latest
    /// that agrees.
    pub fn shipped() -> Arc<Self> {
        static SHIPPED: LazyLock<Arc<Weights>> = LazyLock::new(|| {
            let text = include_str!("../../data/model/pronoun.tsv");
            #[expect(clippy::expect_used, reason = "the file is part of the program, and a test reads it")]
            let read = || Weights::read(text).expect("the shipped weights are well formed");
            Arc::new(if cfg!(feature = "models") { read() } else { Weights::EQUAL })
        });
        Arc::clone(&SHIPPED)
    }

    /// Reads weights as a table of features.
    ///
    /// # Errors
    /// A row is not one of a known feature and two numbers.
    pub fn read(text: &str) -> Result<Self, Error> {
        let mut weights = Self::EQUAL;
        for row in tsv::read("pronoun.tsv", text, &["feature", "singular", "plural"])? {
            let feature = row.parse(0, "a feature of pronoun.rs", |name| {
                FEATURES.iter().position(|feature| *feature == name)
            })?;
            let number = |column| row.parse(column, "a number", |cell| cell.parse::<f32>().ok());
            weights.singular[feature] = number(1)?;
            weights.plural[feature] = number(2)?;
        }
        Ok(weights)
    }

    fn score(&self, kind: PronounKind, row: &Row) -> f32 {
        let weights = if kind == PronounKind::They { &self.plural } else { &self.singular };
        weights.iter().zip(row).filter(|(_, has)| **has).map(|(weight, _)| weight).sum()
    }
}

/// The member that a pronoun stands for; `None` where nobody agrees with it. `candidates` are ranked, but for `it`.
pub(super) fn resolve(
    chain: &mut Chain,
    kind: PronounKind,
    place: &Place,
    candidates: &[(MemberId, Row)],
) -> Option<MemberId> {
    if kind == PronounKind::It {
        return body(chain);
    }
    let pair = chain.pair.filter(|_| kind == PronounKind::They);
    let mut best: Option<(MemberId, f32)> = None;
    for (member, row) in candidates {
        // Where two people meet, `they` are these two, unless others have just acted.
        let fits = pair.is_none() || has_acted(chain, *member, place.sentence);
        let score = chain.weights.score(kind, row);
        if fits && best.is_none_or(|(_, highest)| score > highest) {
            best = Some((*member, score));
        }
    }
    let Some((member, _)) = best else {
        return pair.map(|pair| group::joined(chain, &pair));
    };
    let gender = &mut chain.members[member].gender;
    *gender = gender.or(kind.gender());
    Some(member)
}

/// Whether a group was the subject, or people were named together, in this sentence or right before.
fn has_acted(chain: &Chain, member: MemberId, sentence: usize) -> bool {
    let group = &chain.members[member];
    let people = !group.members.is_empty() && group::are_people(chain, &group.members);
    group.latest.map(|latest| &chain.mentions[latest]).is_some_and(|latest| {
        let near = sentence - latest.sentence <= NEAR && group.kind == MemberKind::Group;
        near && (latest.function == Function::Subject || people)
    })
}

/// The ministry, state or organisation that was the latest subject.
pub(super) fn body(chain: &Chain) -> Option<MemberId> {
    let acts = |id: &MemberId, opens: bool| {
        let member = &chain.members[*id];
        let latest = member.latest.map(|latest| &chain.mentions[latest]);
        member.kind == MemberKind::Body
            && latest.is_some_and(|latest| latest.function == Function::Subject && (latest.opening || !opens))
    };
    // The subject of a sentence before that of a clause in it.
    chain.latest().find(|id| acts(id, true)).or_else(|| chain.latest().find(|id| acts(id, false)))
}

/// The latest members that agree with a pronoun, each with its features, the latest first.
pub(crate) fn candidates(
    chain: &Chain,
    parsed: &Parsed,
    kind: PronounKind,
    place: &Place,
) -> Vec<(MemberId, Row)> {
    let clause = clause_subject(place);
    let mut found = Vec::new();
    // `For his part, Lind said`: nobody else.
    let only = place.ahead.filter(|_| is_part(place));
    let agrees = |id: &MemberId| {
        let member = &chain.members[*id];
        match kind {
            PronounKind::They => member.kind != MemberKind::Person,
            _ => {
                member.kind == MemberKind::Person
                    && (member.gender.is_none() || member.gender == kind.gender())
            }
        }
    };
    for id in chain.latest().filter(agrees).filter(|_| only.is_none()).take(CANDIDATES) {
        let Some(latest) = chain.members[id].latest else { continue };
        let mention = chain.mentions[latest];
        if mention.sentence == place.sentence && mention.tokens.holds(place.at) {
            continue;
        }
        let row = features(chain, parsed, place, id, found.len(), clause);
        found.push((id, row));
    }
    if let Some(ahead) = place.ahead.filter(agrees) {
        let mut row = [false; WIDTH];
        row[Feature::Ahead as usize] = true;
        found.retain(|(id, _)| *id != ahead);
        found.push((ahead, row));
    }
    found
}

fn features(
    chain: &Chain,
    parsed: &Parsed,
    place: &Place,
    id: MemberId,
    rank: usize,
    clause: Option<Tokens>,
) -> Row {
    let member = &chain.members[id];
    let mut row = [false; WIDTH];
    let Some(latest) = member.latest else { return row };
    let mention = &chain.mentions[latest];
    let distance = place.sentence - mention.sentence;
    let subject = mention.function == Function::Subject;
    let paragraph = |sentence: usize| parsed.sentences[sentence].paragraph;
    let quotation = place.view.quoted_by(place.at);
    let in_clause = distance == 0
        && clause.is_some_and(|clause| clause.contains(mention.tokens) || mention.tokens.contains(clause));
    let mut set = |feature: Feature, has: bool| row[feature as usize] = has;
    set(Feature::SameSentence, distance == 0);
    set(Feature::SentenceBefore, distance == 1);
    set(Feature::TwoBefore, distance == 2);
    set(Feature::Farther, distance > 2);
    set(Feature::SameParagraph, paragraph(mention.sentence) == paragraph(place.sentence));
    set(Feature::Latest, rank == 0);
    set(Feature::SecondLatest, rank == 1);
    set(Feature::ThirdLatest, rank == 2);
    set(Feature::Subject, subject);
    set(Feature::Possessor, mention.function == Function::Possessor);
    set(Feature::Opening, mention.opening);
    set(Feature::ByName, mention.form == Form::Name);
    set(Feature::ByDescription, mention.form == Form::Description);
    set(Feature::ByPronoun, mention.form == Form::Pronoun);
    set(Feature::BothSubjects, subject && place.function == Function::Subject);
    set(Feature::NeitherSubject, !subject && place.function != Function::Subject);
    set(
        Feature::BothPossessors,
        mention.function == Function::Possessor && place.function == Function::Possessor,
    );
    set(Feature::GenderKnown, member.gender.is_some());
    set(Feature::Named, member.named);
    set(Feature::HasRole, !member.roles.is_empty());
    set(Feature::Again, member.count >= 2);
    set(Feature::Often, member.count >= 4);
    set(Feature::Clause, in_clause && place.function == Function::Other && !place.reflexive);
    set(Feature::Reflexive, in_clause && place.reflexive);
    set(Feature::IntoQuotation, quotation.is_some() && mention.quotation.is_none());
    set(Feature::OutOfQuotation, quotation.is_none() && mention.quotation.is_some());
    set(Feature::Several, member.kind == MemberKind::Group && !member.members.is_empty());
    set(Feature::Body, member.kind == MemberKind::Body);
    row
}

/// Whether the pronoun is that of `for his part`.
fn is_part(place: &Place) -> bool {
    let words = &place.view.lexicon.words;
    let token = |at: Option<usize>| at.and_then(|at| place.view.tokens.get(at)).map(|token| token.word);
    token(place.at.checked_sub(1)) == Some(words.for_) && token(Some(place.at + 1)) == Some(words.part)
}

/// The subject of the finite verb that stands last before the pronoun.
fn clause_subject(place: &Place) -> Option<Tokens> {
    let before = Tokens::new(place.view.body, place.at);
    let group = place.view.phrases.verbs(before).filter(|group| group.is_finite()).last()?;
    crate::attribution::subject(place.view, &group, place.view.body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_its_weights() {
        let text = include_str!("../../data/model/pronoun.tsv");
        let rows = tsv::read("pronoun.tsv", text, &["feature", "singular", "plural"]).unwrap();
        let names: Vec<&str> = rows.iter().map(|row| row.cell(0)).collect();
        assert_eq!(names, FEATURES);
    }
}
