//! The two tables: a row for each statement, and a row for each stance.
//!
//! Columns are the same in the command line's CSV, in Python's frames and here. Offsets are **code points**, half
//! open; text cells are the document's own words, pieces joined by [`JOIN`]; a cell is `None` where nothing is there.

use crate::attribution::Kind;
use crate::document::Document;
use crate::span::Span;
use crate::stance::{Act, Polarity, Strength};

/// What stands between the pieces of a discontinuous span in a text cell.
///
/// # Examples
/// ```
/// use notaverbale::{Analyzer, table::JOIN};
/// let document = Analyzer::default().analyze("“We agree,” Ana Lima said, “on all points.”");
/// let row = document.statement_rows().next().unwrap();
/// let pieces: Vec<&str> = row.content.as_deref().unwrap().split(JOIN).collect();
/// assert_eq!(pieces, ["We agree", "on all points"]);
/// ```
pub const JOIN: &str = " … ";

/// A row of the statements table; its fields are the columns, in order.
///
/// # Examples
/// ```
/// let document = notaverbale::Analyzer::default().analyze("Peru’s envoy said that talks had begun.");
/// let row = document.statement_rows().next().unwrap();
/// assert_eq!((row.statement, row.kind.as_str(), row.cue.as_deref()), (0, "indirect", Some("said")));
/// assert_eq!((row.cue_start, row.cue_end), (Some(13), Some(17)));
/// ```
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[allow(missing_docs, reason = "the README describes the columns, one place for all doors")]
#[non_exhaustive]
pub struct StatementRow {
    pub id: Option<String>,
    pub date: Option<String>,
    pub statement: u32,
    pub speaker: Option<String>,
    pub party: Option<String>,
    pub kind: Kind,
    pub continued: bool,
    pub source: Option<String>,
    pub cue: Option<String>,
    pub content: Option<String>,
    pub source_start: Option<u32>,
    pub source_end: Option<u32>,
    pub cue_start: Option<u32>,
    pub cue_end: Option<u32>,
    pub content_start: Option<u32>,
    pub content_end: Option<u32>,
    pub confidence: f32,
}

/// A row of the stances table; its fields are the columns, in order.
///
/// # Examples
/// ```
/// let document = notaverbale::Analyzer::default().analyze("Peru thanked Chile for its help.");
/// let row = document.stance_rows().next().unwrap();
/// assert_eq!((row.holder.as_deref(), row.act.as_str(), row.addressee.as_deref()), (Some("Peru"), "praise", Some("Chile")));
/// assert_eq!((row.target.as_deref(), row.target_start, row.target_end), (Some("its help"), Some(23), Some(31)));
/// ```
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[allow(missing_docs, reason = "the README describes the columns, one place for all doors")]
#[non_exhaustive]
pub struct StanceRow {
    pub id: Option<String>,
    pub date: Option<String>,
    pub statement: u32,
    pub stance: u32,
    pub speaker: Option<String>,
    pub party: Option<String>,
    pub holder: Option<String>,
    pub act: Act,
    pub polarity: Polarity,
    pub strength: Strength,
    pub negated: bool,
    pub addressee: Option<String>,
    pub expression: Option<String>,
    pub target: Option<String>,
    pub expression_start: Option<u32>,
    pub expression_end: Option<u32>,
    pub target_start: Option<u32>,
    pub target_end: Option<u32>,
    pub cameo: Option<String>,
    pub plover: Option<String>,
    pub confidence: f32,
}

/// The columns of the statements table, in order.
///
/// # Examples
/// ```
/// assert_eq!(notaverbale::table::STATEMENT_COLUMNS[..5], ["id", "date", "statement", "speaker", "party"]);
/// ```
pub const STATEMENT_COLUMNS: &[&str] = &[
    "id",
    "date",
    "statement",
    "speaker",
    "party",
    "kind",
    "continued",
    "source",
    "cue",
    "content",
    "source_start",
    "source_end",
    "cue_start",
    "cue_end",
    "content_start",
    "content_end",
    "confidence",
];

/// The columns of the stances table, in order.
///
/// # Examples
/// ```
/// assert_eq!(notaverbale::table::STANCE_COLUMNS[6..9], ["holder", "act", "polarity"]);
/// ```
pub const STANCE_COLUMNS: &[&str] = &[
    "id",
    "date",
    "statement",
    "stance",
    "speaker",
    "party",
    "holder",
    "act",
    "polarity",
    "strength",
    "negated",
    "addressee",
    "expression",
    "target",
    "expression_start",
    "expression_end",
    "target_start",
    "target_end",
    "cameo",
    "plover",
    "confidence",
];

/// The text of a span list, and the code points where it starts and ends.
type Cells = (Option<String>, Option<u32>, Option<u32>);

impl Document {
    /// The rows of the statements table, in order.
    ///
    /// # Examples
    /// ```
    /// let document = notaverbale::Analyzer::default().analyze("Peru said that talks had begun.");
    /// let rows: Vec<_> = document.statement_rows().collect();
    /// assert_eq!(rows[0].speaker.as_deref(), Some("Peru"));
    /// assert_eq!(rows[0].content.as_deref(), Some("that talks had begun"));
    /// ```
    pub fn statement_rows(&self) -> impl Iterator<Item = StatementRow> {
        self.statements().iter().enumerate().map(|(index, statement)| {
            let (source, source_start, source_end) = self.cells(&statement.source);
            let (cue, cue_start, cue_end) = self.cells(&statement.cue);
            let (content, content_start, content_end) = self.cells(&statement.content);
            StatementRow {
                id: self.id().map(str::to_owned),
                date: self.date().map(str::to_owned),
                statement: narrow(index),
                speaker: statement.speaker.clone(),
                party: statement.party.clone(),
                kind: statement.kind,
                continued: statement.continued,
                source,
                cue,
                content,
                source_start,
                source_end,
                cue_start,
                cue_end,
                content_start,
                content_end,
                confidence: statement.confidence,
            }
        })
    }

    /// The rows of the stances table, in order.
    ///
    /// # Examples
    /// ```
    /// let document = notaverbale::Analyzer::default().analyze("Peru condemned the raid.");
    /// let rows: Vec<_> = document.stance_rows().collect();
    /// assert_eq!((rows[0].act.as_str(), rows[0].target.as_deref()), ("criticize", Some("the raid")));
    /// ```
    pub fn stance_rows(&self) -> impl Iterator<Item = StanceRow> {
        self.stances().enumerate().map(|(number, (index, stance))| {
            let statement = &self.statements()[index];
            let (expression, expression_start, expression_end) = self.cells(&stance.expression);
            let (target, target_start, target_end) = self.cells(&stance.target);
            StanceRow {
                id: self.id().map(str::to_owned),
                date: self.date().map(str::to_owned),
                statement: narrow(index),
                stance: narrow(number),
                speaker: statement.speaker.clone(),
                party: statement.party.clone(),
                holder: stance.holder.clone(),
                act: stance.act,
                polarity: stance.polarity,
                strength: stance.strength,
                negated: stance.negated,
                addressee: stance.addressee.clone(),
                expression,
                target,
                expression_start,
                expression_end,
                target_start,
                target_end,
                cameo: stance.cameo.clone(),
                plover: stance.plover.clone(),
                confidence: stance.confidence,
            }
        })
    }

    /// The words under `spans`, joined by [`JOIN`].
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Span;
    /// let document = notaverbale::Analyzer::default().analyze("“Yes,” she said, “we do.”");
    /// assert_eq!(document.words(&[Span::new(3, 6), Span::new(24, 29)]), "Yes … we do");
    /// ```
    pub fn words(&self, spans: &[Span]) -> String {
        spans.iter().map(|span| span.text(self.text())).collect::<Vec<_>>().join(JOIN)
    }

    fn cells(&self, spans: &[Span]) -> Cells {
        match (spans.first(), spans.last()) {
            (Some(first), Some(last)) => {
                let [start, _] = self.code_points(*first);
                let [_, end] = self.code_points(*last);
                (Some(self.words(spans)), Some(narrow(start)), Some(narrow(end)))
            }
            _ => (None, None, None),
        }
    }
}

/// Tables count in 32 bits; a text of 4 billion code points does not fit into one cell anyway.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use serde::Serialize;
    use serde_json::Value;

    use super::*;

    /// serde's field names are the columns, so the constants can't drift from the structs.
    #[track_caller]
    fn check_columns(row: &impl Serialize, columns: &[&str]) {
        let Ok(Value::Object(object)) = serde_json::to_value(row) else { panic!("a row is an object") };
        let mut names: Vec<&str> = object.keys().map(String::as_str).collect();
        let mut expected = columns.to_vec();
        names.sort_unstable();
        expected.sort_unstable();
        assert_eq!(names, expected);
    }

    #[test]
    fn columns_are_the_fields() {
        let document = crate::Analyzer::default().analyze("Peru thanked Chile for its help.");
        check_columns(&document.statement_rows().next(), STATEMENT_COLUMNS);
        check_columns(&document.stance_rows().next(), STANCE_COLUMNS);
    }
}
