//! What page, lexicons and rules say of a word, as rows of a table.

use crate::attribution::draft::{Draft, DraftSource};
use crate::attribution::rule::Candidate;
use crate::lexicon::cue::CueClass;
use crate::parse::{Parsed, SentenceView};
use crate::span::Span;
use crate::syntax::Tokens;

/// The marks of a word: one of each [`Family`].
pub type Marks = [u8; Family::ALL.len()];

/// What a mark tells of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Family {
    /// Where the word stands to quotation marks.
    Quotation,
    /// Where it stands in its sentence and on the page.
    Place,
    /// Whether it belongs to a cue of the lexicon.
    Cue,
    /// Whether it belongs to a statement by the rules.
    Rule,
}

impl Family {
    /// Every family, in the order of [`Marks`].
    pub const ALL: [Self; 4] = [Self::Quotation, Self::Place, Self::Cue, Self::Rule];

    /// The first row of the family, which says that there is nothing to tell.
    pub const fn first(self) -> u8 {
        match self {
            Self::Quotation => 0,
            Self::Place => 6,
            Self::Cue => 12,
            Self::Rule => 26,
        }
    }
}

/// Rows of the table of marks.
pub const ROWS: usize = 33;

/// The marks of the words of a sentence in which the rules see these cues and find these drafts.
pub(super) fn of(parsed: &Parsed, index: usize, cues: &[Candidate], drafts: &[Draft]) -> Vec<Marks> {
    let (view, words) = (parsed.view(index), parsed.words(index));
    let colon = parsed.follows_colon(index);
    let head = view.tokens.get(view.body).map_or(usize::MAX, |token| token.span.start);
    let mut marks: Vec<Marks> = Vec::with_capacity(words.len());
    for (at, &word) in words.iter().enumerate() {
        let place = match () {
            () if word.start < head => 1,
            () if at == 0 && colon => 2,
            () if at == 0 => 3,
            () if at + 1 == words.len() => 4,
            () if colon => 5,
            () => 0,
        };
        let told = [quotation(parsed, word), place, 0, 0];
        let mut rows = Family::ALL.map(Family::first);
        for (row, told) in rows.iter_mut().zip(told) {
            *row += told;
        }
        marks.push(rows);
    }
    let mut page = Page { view: &view, words, marks: &mut marks };
    page.cues(cues);
    page.rules(drafts);
    marks
}

/// The words of a sentence with their marks.
struct Page<'p> {
    view: &'p SentenceView<'p>,
    words: &'p [Span],
    marks: &'p mut [Marks],
}

impl Page<'_> {
    /// Marks a range of tokens: its first word with one row of the family, the others with the next.
    fn set(&mut self, range: Tokens, family: Family, row: u8) {
        let range = Tokens::new(range.first, range.end.min(self.view.end()));
        if range.is_empty() {
            return;
        }
        let span = self.view.span(range);
        let first = self.words.partition_point(|word| word.start < span.start);
        let end = self.words.partition_point(|word| word.end <= span.end);
        for at in first..end {
            self.marks[at][family as usize] = family.first() + row + u8::from(at > first);
        }
    }

    fn cues(&mut self, candidates: &[Candidate]) {
        for candidate in candidates {
            let row = match candidate.entry.class {
                _ if candidate.expression.is_some() => 7,
                CueClass::Speech => 1,
                CueClass::Thought => 3,
                CueClass::Act => 5,
            };
            self.set(candidate.cue, Family::Cue, row);
        }
        let cues = &self.view.lexicon.cues;
        for (table, row) in [(&cues.nouns, 9), (&cues.phrases, 11)] {
            for at in 0..self.view.end() {
                if let Some((length, _)) = table.longest(self.view.tokens, at) {
                    self.set(Tokens::new(at, at + length), Family::Cue, row);
                }
            }
        }
    }

    fn rules(&mut self, drafts: &[Draft]) {
        for draft in drafts {
            for &piece in &draft.content {
                self.set(piece, Family::Rule, 5);
            }
        }
        // A cue inside another's content keeps its mark.
        for draft in drafts {
            if let DraftSource::Phrase(source) = draft.source {
                self.set(source, Family::Rule, 1);
            }
            for &piece in &draft.cue {
                self.set(piece, Family::Rule, 3);
            }
        }
    }
}

/// How many quotations before a word are looked at.
const QUOTATIONS: usize = 8;

/// Outside (0), an opening (1) or closing (2) mark, inside (3), inside what runs on (4), inside a quotation in another (5).
fn quotation(parsed: &Parsed, word: Span) -> u8 {
    let quotations = &parsed.layout.quotations;
    let end = quotations.partition_point(|quotation| quotation.span.start <= word.start);
    let mut found = 0;
    let around = quotations[..end].iter().rev().take(QUOTATIONS);
    for quotation in around.filter(|quotation| quotation.span.end >= word.end) {
        let here = match () {
            () if word.start < quotation.inner.start => 1,
            () if word.start >= quotation.inner.end => 2,
            () if quotation.runs_on => 4,
            () => 3,
        };
        found = match found {
            0 => here,
            3.. if here > 2 => 5,
            found => found,
        };
    }
    found
}
