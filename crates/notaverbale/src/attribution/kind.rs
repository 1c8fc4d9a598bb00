//! Direct, indirect or mixed.

use crate::parse::SentenceView;
use crate::syntax::Tokens;

/// How the content stands in the text: in quotation marks, in the reporter's words, or both.
///
/// # Examples
/// ```
/// use notaverbale::{Analyzer, Kind};
/// let document = Analyzer::default().analyze("“We agree,” Ana Lima said. She said that talks had begun.");
/// let kinds: Vec<Kind> = document.statements().iter().map(|statement| statement.kind).collect();
/// assert_eq!(kinds, [Kind::Direct, Kind::Indirect]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Kind {
    /// All of the content is quoted.
    Direct,
    /// None of it is.
    Indirect,
    /// A part of it is.
    Mixed,
}

impl Kind {
    /// Every kind.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Kind;
    /// assert_eq!(Kind::ALL[0], Kind::Direct);
    /// ```
    pub const ALL: &'static [Self] = &[Self::Direct, Self::Indirect, Self::Mixed];

    /// The name used in tables and JSON.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(notaverbale::Kind::Direct.as_str(), "direct");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// Direct where all words are quoted, mixed where three in a row are, else indirect: a quoted term mixes nothing.
pub(super) fn of(view: &SentenceView, content: &[Tokens]) -> Kind {
    let (mut words, mut quoted, mut run, mut longest) = (0, 0, 0, 0);
    for piece in content {
        for at in piece.first..piece.end {
            if view.tokens[at].is_mark() {
                continue;
            }
            words += 1;
            if view.quoted_by(at).is_some() {
                quoted += 1;
                run += 1;
                longest = longest.max(run);
            } else {
                run = 0;
            }
        }
    }
    match () {
        () if words > 0 && quoted == words => Kind::Direct,
        () if longest >= 3 => Kind::Mixed,
        () => Kind::Indirect,
    }
}
