//! Stances: the position that a statement expresses toward a target.
//!
//! Input: statements, and their sentences read once more with dependency trees. Output: stances with holder, act, polarity,
//! strength, expression, target and addressee. Method: patterns of the stance lexicon over lemmas; subjects, agents, objects
//! and coordination by the tree; negation and stopping words turn the act by the annotation guideline. Known limits: a tree
//! that is wrong takes holder or target with it; without trees (by rules alone) the target runs to the end of its clause.

mod action;
mod addressee;
mod argument;
mod clause;
mod complement;
mod context;
mod document;
mod effect;
mod holder;
mod predicate;
mod statement;
mod target;

pub(crate) use document::read;

use crate::span::Span;

/// What a stance does, after negation.
///
/// # Examples
/// ```
/// use notaverbale::{Act, Analyzer};
/// let document = Analyzer::default().analyze("Peru urged Chile to sign.");
/// assert_eq!(document.statements()[0].stances[0].act, Act::Request);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Act {
    /// Backs, values, respects, upholds or recognizes.
    Support,
    /// Objects, rejects, refuses, denies or disagrees.
    Oppose,
    /// Thanks, commends, welcomes, congratulates, condoles.
    Praise,
    /// Condemns, accuses, deplores, protests.
    Criticize,
    /// Settles on or concurs in something.
    Agree,
    /// Undertakes, offers, intends or is ready to act itself.
    Commit,
    /// Wants others to act.
    Request,
    /// Worry or doubt, with no blame stated.
    Concern,
    /// Says that harm will follow.
    Warn,
}

impl Act {
    /// Every act, in the guideline's order.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Act;
    /// assert_eq!(Act::ALL[0], Act::Support);
    /// ```
    pub const ALL: &'static [Self] = &[
        Self::Support,
        Self::Oppose,
        Self::Praise,
        Self::Criticize,
        Self::Agree,
        Self::Commit,
        Self::Request,
        Self::Concern,
        Self::Warn,
    ];

    /// The act of this name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|act| act.as_str() == name)
    }

    /// The name used in tables and JSON.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(notaverbale::Act::Support.as_str(), "support");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Oppose => "oppose",
            Self::Praise => "praise",
            Self::Criticize => "criticize",
            Self::Agree => "agree",
            Self::Commit => "commit",
            Self::Request => "request",
            Self::Concern => "concern",
            Self::Warn => "warn",
        }
    }
}

/// For the target, or against it.
///
/// # Examples
/// ```
/// use notaverbale::{Analyzer, Polarity};
/// let document = Analyzer::default().analyze("Peru condemned the raid.");
/// assert_eq!(document.statements()[0].stances[0].polarity, Polarity::Against);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Polarity {
    /// For the target.
    Favor,
    /// Against the target.
    Against,
}

impl Polarity {
    /// Both polarities.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Polarity;
    /// assert_eq!(Polarity::ALL[0], Polarity::Favor);
    /// ```
    pub const ALL: &'static [Self] = &[Self::Favor, Self::Against];

    /// The name used in tables and JSON.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(notaverbale::Polarity::Favor.as_str(), "favor");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Favor => "favor",
            Self::Against => "against",
        }
    }
}

/// How strongly the words put it.
///
/// # Examples
/// ```
/// use notaverbale::{Analyzer, Strength};
/// let document = Analyzer::default().analyze("Peru said that it firmly supports the plan.");
/// assert_eq!(document.statements()[0].stances[0].strength, Strength::Strong);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Strength {
    /// Hedged.
    Weak,
    /// Neither hedged nor intensified.
    Plain,
    /// With an intensifier or a strong word.
    Strong,
}

impl Strength {
    /// All strengths, from the weakest.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Strength;
    /// assert_eq!(Strength::ALL[0], Strength::Weak);
    /// ```
    pub const ALL: &'static [Self] = &[Self::Weak, Self::Plain, Self::Strong];

    /// The strength of this name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|strength| strength.as_str() == name)
    }

    /// The name used in tables and JSON.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(notaverbale::Strength::Weak.as_str(), "weak");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Plain => "plain",
            Self::Strong => "strong",
        }
    }
}

/// A position that a statement's own words express toward a target.
///
/// # Examples
/// ```
/// let text = "Peru said that it does not support the tariff.";
/// let document = notaverbale::Analyzer::default().analyze(text);
/// let stance = &document.statements()[0].stances[0];
/// assert_eq!((stance.act.as_str(), stance.polarity.as_str(), stance.negated), ("oppose", "against", true));
/// assert_eq!((stance.holder.as_deref(), stance.target[0].text(text)), (Some("Peru"), "the tariff"));
/// ```
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Stance {
    /// Whose stance it is: a country or body where the words say so, else the speaker; `None` where unknown.
    pub holder: Option<String>,
    /// What the stance does.
    pub act: Act,
    /// For or against the target.
    pub polarity: Polarity,
    /// How strongly.
    pub strength: Strength,
    /// Whether a negation word turned the act or polarity into what it is.
    pub negated: bool,
    /// From 0 to 1: how sure.
    pub confidence: f32,
    /// Who is asked, promised, thanked or warned; `None` where the words name none.
    pub addressee: Option<String>,
    /// The nearest CAMEO event code, two or three digits.
    pub cameo: Option<String>,
    /// The nearest PLOVER event type.
    pub plover: Option<String>,
    /// The words that carry the act; never empty.
    pub expression: Vec<Span>,
    /// What the stance is toward; empty where the words name nothing.
    pub target: Vec<Span>,
}
