//! A statement on its way, in tokens of one sentence.

use crate::span::Span;
use crate::syntax::Tokens;

/// How a statement was found. The confidence of each is the share of right ones on annotated texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Pattern {
    /// A quotation with its cue.
    Quotation,
    /// `X said that …`, `X said …`.
    Clause,
    /// `…, X said`.
    Parenthetical,
    /// `according to X, …`.
    Phrase,
    /// `X thanked Y …`, `X agreed to …`.
    Act,
    /// `adding that …`.
    Participle,
    /// `his claim that …`.
    Nominal,
    /// A turn's first sentence.
    Label,
    /// A sentence that goes on with somebody's words.
    Continuation,
    /// A sentence of the author's own text.
    Author,
}

impl Pattern {
    /// The share of statements found this way whose content, source and cue were right on the development readouts and
    /// PolNeAR's development articles together; patterns that were measured together share a figure.
    pub const fn confidence(self) -> f32 {
        match self {
            Self::Label | Self::Author => 0.96,
            Self::Participle | Self::Continuation => 0.89,
            Self::Quotation => 0.85,
            Self::Clause | Self::Parenthetical | Self::Phrase => 0.74,
            Self::Act => 0.53,
            Self::Nominal => 0.33,
        }
    }
}

/// Who a draft's source is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum DraftSource {
    /// A noun phrase of the sentence.
    Phrase(Tokens),
    /// The cue has none (`it was agreed that`).
    Missing,
    /// A noun phrase of the sentence of this number.
    Elsewhere(usize, Tokens),
    /// The same as that of another draft in the sentence, which has no noun phrase of its own.
    SameAs(usize),
}

/// A statement before its speaker is known.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Draft {
    pub pattern: Pattern,
    pub source: DraftSource,
    pub cue: Vec<Tokens>,
    pub content: Vec<Tokens>,
    /// The cue where it stands in another sentence.
    pub cue_elsewhere: Vec<Span>,
    /// How sure it is, where that is known better than by the pattern.
    pub confidence: Option<f32>,
    /// The number of the learned model's relation that it was made from.
    pub relation: Option<usize>,
    /// Whether its cue is a predicate by an entry of the caller's own.
    pub own: bool,
}

impl Draft {
    /// A draft of a sentence's own words, as sure as its pattern.
    pub fn new(pattern: Pattern, source: DraftSource, cue: Vec<Tokens>, content: Vec<Tokens>) -> Self {
        Self {
            pattern,
            source,
            cue,
            content,
            cue_elsewhere: Vec::new(),
            confidence: None,
            relation: None,
            own: false,
        }
    }
}

/// What a sentence holds.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Found {
    /// The attributions whose cue or first content stands here.
    pub drafts: Vec<Draft>,
    /// Content here of relations that belong to another sentence: their number, that sentence, the words.
    pub others: Vec<(usize, usize, Tokens)>,
}
