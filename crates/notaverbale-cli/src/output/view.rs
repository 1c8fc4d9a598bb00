//! What people see of a document: the cells of the two tables on the terminal and in HTML, and of those who speak.

use notaverbale::table::JOIN;
use notaverbale::{Document, Member, Span, Statement};

/// The columns of the statements table for people.
pub const STATEMENT_HEADS: [&str; 6] = ["#", "speaker", "party", "cue", "kind", "content"];

/// The columns of the stances table for people.
pub const STANCE_HEADS: [&str; 8] =
    ["statement", "holder", "act", "polarity", "strength", "addressee", "expression", "target"];

/// The columns of the table of those who speak.
pub const SPEAKER_HEADS: [&str; 4] = ["speaker", "role", "party", "statements"];

/// The parts of a document that are shown.
pub struct View<'d> {
    pub id: Option<&'d str>,
    pub date: Option<&'d str>,
    pub text: &'d str,
    pub cast: &'d [Member],
    pub statements: &'d [Statement],
}

impl<'d> View<'d> {
    pub fn of(document: &'d Document) -> Self {
        Self {
            id: document.id(),
            date: document.date(),
            text: document.text(),
            cast: document.cast(),
            statements: document.statements(),
        }
    }

    /// The words under `spans`.
    pub fn words(&self, spans: &[Span]) -> String {
        spans.iter().map(|span| span.text(self.text)).collect::<Vec<_>>().join(JOIN)
    }

    /// The cells below [`SPEAKER_HEADS`]: a row for each of the cast who has a statement.
    pub fn speaker_cells(&self) -> impl Iterator<Item = [String; 4]> {
        let mut counts = vec![0; self.cast.len()];
        for member in self.statements.iter().filter_map(|statement| statement.member) {
            counts[member] += 1;
        }
        let speakers = self.cast.iter().zip(counts).filter(|&(_, count)| count > 0);
        speakers.map(|(member, count)| {
            [
                member.name.clone(),
                member.role.clone().unwrap_or_default(),
                member.party.clone().unwrap_or_default(),
                count.to_string(),
            ]
        })
    }

    /// The cells below [`STATEMENT_HEADS`]. A continued sentence has no cue; there the cell says what it goes on with.
    pub fn statement_cells(&self) -> impl Iterator<Item = [String; 6]> {
        self.statements.iter().enumerate().map(|(number, statement)| {
            let cue = match statement.continues {
                Some(earlier) if statement.cue.is_empty() => format!("(continues {earlier})"),
                None if statement.continued => "(continued)".to_owned(),
                _ => self.words(&statement.cue),
            };
            [
                number.to_string(),
                statement.speaker.clone().unwrap_or_default(),
                statement.party.clone().unwrap_or_default(),
                cue,
                statement.kind.as_str().to_owned(),
                self.words(&statement.content),
            ]
        })
    }

    /// The cells below [`STANCE_HEADS`].
    pub fn stance_cells(&self) -> impl Iterator<Item = [String; 8]> {
        self.statements.iter().enumerate().flat_map(move |(number, statement)| {
            statement.stances.iter().map(move |stance| {
                [
                    number.to_string(),
                    stance.holder.clone().unwrap_or_default(),
                    stance.act.as_str().to_owned(),
                    stance.polarity.as_str().to_owned(),
                    stance.strength.as_str().to_owned(),
                    stance.addressee.clone().unwrap_or_default(),
                    self.words(&stance.expression),
                    self.words(&stance.target),
                ]
            })
        })
    }
}
