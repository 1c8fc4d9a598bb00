//! The document as JSON: one object, offsets in code points.

use serde::Serialize;

use crate::attribution::{Kind, Statement};
use crate::document::Document;
use crate::mention::{Member, MemberKind, MentionForm};
use crate::span::Span;
use crate::stance::{Act, Polarity, Stance, Strength};

/// A span in code points, half open.
type Points = [usize; 2];

/// What [`Document::record`] returns: serialize it with any serde format.
///
/// Offsets are **code points**, half open. `source`, `cue` and `target` are null where nothing is there.
///
/// # Examples
/// ```
/// let document = notaverbale::Analyzer::default().analyze("Peru thanked Chile.");
/// let json = serde_json::to_value(document.record()).unwrap();
/// assert_eq!(json["statements"][0]["cue"], serde_json::json!([[5, 12]]));
/// ```
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Record<'d> {
    id: Option<&'d str>,
    date: Option<&'d str>,
    author: Option<&'d str>,
    dateline: Option<Points>,
    sentences: Vec<Points>,
    cast: Vec<MemberRecord<'d>>,
    statements: Vec<StatementRecord<'d>>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct MemberRecord<'d> {
    name: &'d str,
    kind: Option<MemberKind>,
    role: Option<&'d str>,
    party: Option<&'d str>,
    mentions: Vec<MentionRecord>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct MentionRecord {
    span: Points,
    form: MentionForm,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct StatementRecord<'d> {
    speaker: Option<&'d str>,
    party: Option<&'d str>,
    kind: Kind,
    continued: bool,
    continues: Option<usize>,
    confidence: f32,
    member: Option<usize>,
    mention: Option<Points>,
    source: Option<Vec<Points>>,
    cue: Option<Vec<Points>>,
    content: Vec<Points>,
    stances: Vec<StanceRecord<'d>>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
struct StanceRecord<'d> {
    holder: Option<&'d str>,
    act: Act,
    polarity: Polarity,
    strength: Strength,
    negated: bool,
    confidence: f32,
    addressee: Option<&'d str>,
    cameo: Option<&'d str>,
    plover: Option<&'d str>,
    expression: Vec<Points>,
    target: Option<Vec<Points>>,
}

impl Document {
    /// The document as the JSON object that `notaverbale analyze --format jsonl` writes, one a line.
    ///
    /// # Examples
    /// ```
    /// let document = notaverbale::Analyzer::default().analyze("“No,” Peru’s envoy said.");
    /// let json = serde_json::to_value(document.record()).unwrap();
    /// assert_eq!(json["statements"][0]["source"], serde_json::json!([[6, 18]]));
    /// ```
    pub fn record(&self) -> Record<'_> {
        Record {
            id: self.id(),
            date: self.date(),
            author: self.author(),
            dateline: self.dateline().map(|span| self.code_points(span)),
            sentences: self.sentences().iter().map(|sentence| self.code_points(sentence.span)).collect(),
            cast: self.cast().iter().map(|member| self.member_record(member)).collect(),
            statements: self.statements().iter().map(|statement| self.statement_record(statement)).collect(),
        }
    }

    fn member_record<'d>(&'d self, member: &'d Member) -> MemberRecord<'d> {
        MemberRecord {
            name: &member.name,
            kind: member.kind,
            role: member.role.as_deref(),
            party: member.party.as_deref(),
            mentions: member
                .mentions
                .iter()
                .map(|mention| MentionRecord { span: self.code_points(mention.span), form: mention.form })
                .collect(),
        }
    }

    fn statement_record<'d>(&'d self, statement: &'d Statement) -> StatementRecord<'d> {
        StatementRecord {
            speaker: statement.speaker.as_deref(),
            party: statement.party.as_deref(),
            kind: statement.kind,
            continued: statement.continued,
            continues: statement.continues,
            confidence: statement.confidence,
            member: statement.member,
            mention: statement.mention.map(|span| self.code_points(span)),
            source: self.pieces(&statement.source),
            cue: self.pieces(&statement.cue),
            content: self.pieces(&statement.content).unwrap_or_default(),
            stances: statement.stances.iter().map(|stance| self.stance_record(stance)).collect(),
        }
    }

    fn stance_record<'d>(&'d self, stance: &'d Stance) -> StanceRecord<'d> {
        StanceRecord {
            holder: stance.holder.as_deref(),
            act: stance.act,
            polarity: stance.polarity,
            strength: stance.strength,
            negated: stance.negated,
            confidence: stance.confidence,
            addressee: stance.addressee.as_deref(),
            cameo: stance.cameo.as_deref(),
            plover: stance.plover.as_deref(),
            expression: self.pieces(&stance.expression).unwrap_or_default(),
            target: self.pieces(&stance.target),
        }
    }

    fn pieces(&self, spans: &[Span]) -> Option<Vec<Points>> {
        (!spans.is_empty()).then(|| spans.iter().map(|&span| self.code_points(span)).collect())
    }
}
