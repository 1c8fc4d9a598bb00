//! Documents from and to any format of serde, and what is checked when one is read back.
//!
//! Structs are maps of their fields, with spans in bytes; labels are the names that tables show. A document holds
//! `text`, `metadata`, `dateline`, `sentences`, `cast` and `statements`; its tokens are parsed again when asked for.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::attribution::Statement;
use crate::dependency::Deprel;
use crate::document::{Document, Metadata};
use crate::lexicon::stance_expression::StanceExpression;
use crate::mention::Member;
use crate::sentence::Sentence;
use crate::span::{OffsetMap, Span};
use crate::tag::Xpos;

/// A document as it is read, before it is checked.
#[derive(serde::Deserialize)]
#[serde(rename = "Document")]
pub(crate) struct Stored {
    text: String,
    metadata: Metadata,
    dateline: Option<Span>,
    sentences: Vec<Sentence>,
    cast: Vec<Member>,
    statements: Vec<Statement>,
}

/// What a document always keeps, and this one does not.
#[derive(Debug, thiserror::Error)]
#[error("not a document: {0}")]
pub(crate) struct Broken(String);

impl TryFrom<Stored> for Document {
    type Error = Broken;

    fn try_from(stored: Stored) -> Result<Self, Broken> {
        stored.check()?;
        let Stored { text, metadata, dateline, sentences, cast, statements } = stored;
        let offsets = OffsetMap::new(&text);
        Ok(Self {
            text,
            metadata,
            dateline,
            sentences,
            tokens: Default::default(),
            cast,
            statements,
            offsets,
        })
    }
}

fn law(holds: bool, broken: impl FnOnce() -> String) -> Result<(), Broken> {
    if holds { Ok(()) } else { Err(Broken(broken())) }
}

impl Stored {
    fn check(&self) -> Result<(), Broken> {
        self.dateline.map_or(Ok(()), |span| self.fits(span, "dateline"))?;
        self.check_sentences()?;
        self.check_cast()?;
        self.check_statements()
    }

    /// A span has words, and stands on `char` boundaries.
    fn fits(&self, span: Span, what: &str) -> Result<(), Broken> {
        law(!span.text(&self.text).is_empty(), || {
            format!("{what} {}..{} does not fit the text", span.start, span.end)
        })
    }

    /// Pieces are in order, and apart.
    fn check_pieces(&self, spans: &[Span], what: &str) -> Result<(), Broken> {
        let mut end = 0;
        for &span in spans {
            self.fits(span, what)?;
            law(end <= span.start, || {
                format!("{what} {}..{} begins before byte {end}", span.start, span.end)
            })?;
            end = span.end;
        }
        Ok(())
    }

    fn check_sentences(&self) -> Result<(), Broken> {
        let spans: Vec<Span> = self.sentences.iter().map(|sentence| sentence.span).collect();
        self.check_pieces(&spans, "sentence")?;
        let ends = spans.iter().map(|span| span.end);
        let starts = spans.iter().map(|span| span.start);
        for (end, start) in [0].into_iter().chain(ends).zip(starts.chain([self.text.len()])) {
            let between = Span::new(end, start).text(&self.text);
            law(between.trim().is_empty(), || format!("no sentence holds {between:?}"))?;
        }
        for &span in &spans {
            law(span.trim(&self.text) == span, || {
                format!("sentence {}..{} begins or ends with white space", span.start, span.end)
            })?;
        }
        let paragraphs = self.sentences.is_sorted_by_key(|sentence| sentence.paragraph);
        law(paragraphs, || "paragraphs of sentences are out of order".to_owned())
    }

    fn check_cast(&self) -> Result<(), Broken> {
        for (number, member) in self.cast.iter().enumerate() {
            for mention in &member.mentions {
                self.fits(mention.span, "mention")?;
            }
            let sorted = member.mentions.is_sorted_by_key(|mention| mention.span.start);
            law(sorted, || format!("mentions of member {number} are out of order"))?;
            law(!member.name.is_empty(), || format!("member {number} has no name"))?;
        }
        let first = |member: &Member| member.mentions.first().map_or(usize::MAX, |first| first.span.start);
        law(self.cast.is_sorted_by_key(first), || "members are out of order".to_owned())
    }

    fn check_statements(&self) -> Result<(), Broken> {
        for (number, statement) in self.statements.iter().enumerate() {
            let of = |broken: Broken| Broken(format!("statement {number}: {}", broken.0));
            self.check_statement(statement).map_err(of)?;
        }
        let first = |statement: &Statement| statement.content.first().map(|span| span.start);
        law(self.statements.is_sorted_by_key(first), || "statements are out of order".to_owned())
    }

    fn check_statement(&self, statement: &Statement) -> Result<(), Broken> {
        self.check_pieces(&statement.source, "source")?;
        self.check_pieces(&statement.cue, "cue")?;
        self.check_pieces(&statement.content, "content")?;
        law(!statement.content.is_empty(), || "no content".to_owned())?;
        check_confidence(statement.confidence)?;
        statement.mention.map_or(Ok(()), |span| self.fits(span, "mention"))?;
        if let Some(member) = statement.member {
            law(member < self.cast.len(), || format!("no member {member} in the cast"))?;
        }
        let same = statement.member.is_some() == statement.speaker.is_some();
        law(same, || "speaker and member, one without the other".to_owned())?;
        if let Some(before) = statement.continues {
            let cued = self.statements.get(before).is_some_and(|before| !before.continued);
            law(cued && statement.continued, || format!("can't go on with statement {before}"))?;
        }
        let bare = statement.source.is_empty() && statement.cue.is_empty();
        law(bare || !statement.continued, || "goes on with another, and has source or cue".to_owned())?;
        for stance in &statement.stances {
            self.check_pieces(&stance.expression, "expression")?;
            self.check_pieces(&stance.target, "target")?;
            law(!stance.expression.is_empty(), || "no expression".to_owned())?;
            check_confidence(stance.confidence)?;
        }
        let sorted = statement.stances.is_sorted_by_key(|stance| stance.expression[0].start);
        law(sorted, || "stances are out of order".to_owned())
    }
}

fn check_confidence(confidence: f32) -> Result<(), Broken> {
    law((0.0..=1.0).contains(&confidence), || format!("confidence {confidence} is not from 0 to 1"))
}

/// As a map from columns to cells, without the empty ones.
impl Serialize for StanceExpression {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.to_row())
    }
}

impl<'de> Deserialize<'de> for StanceExpression {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let row = BTreeMap::<Cow<str>, Cow<str>>::deserialize(deserializer)?;
        Self::from_row(row).map_err(D::Error::custom)
    }
}

/// Labels that are numbers inside, and names outside.
macro_rules! by_name {
    ($label:ty, $expected:literal) => {
        impl Serialize for $label {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $label {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = Cow::<str>::deserialize(deserializer)?;
                let unknown = || D::Error::custom(format!("{name:?}, expected {}", $expected));
                Self::from_name(&name).ok_or_else(unknown)
            }
        }
    };
}

by_name!(Deprel, "a relation of Universal Dependencies");
by_name!(Xpos, "a tag of the Penn Treebank");
