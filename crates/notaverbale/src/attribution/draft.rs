//! A statement on its way, in tokens of one sentence.

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
    /// The share of statements found this way that are right, on the annotated development readouts.
    pub const fn confidence(self) -> f32 {
        match self {
            Self::Quotation => 0.9,
            Self::Label | Self::Author => 0.85,
            Self::Clause | Self::Parenthetical | Self::Phrase => 0.8,
            Self::Participle | Self::Continuation => 0.7,
            Self::Act => 0.6,
            Self::Nominal => 0.5,
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
    /// The same as that of another draft in the sentence, which has no noun phrase of its own.
    SameAs(usize),
}

/// A statement before its speaker is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Draft {
    pub pattern: Pattern,
    pub source: DraftSource,
    pub cue: Vec<Tokens>,
    pub content: Vec<Tokens>,
}
