//! Universal part-of-speech tags.

/// A Universal Dependencies part-of-speech tag (Nivre et al. 2020, LREC).
///
/// # Examples
/// ```
/// # #[cfg(feature = "models")] {
/// use notaverbale::{Analyzer, Upos};
/// assert_eq!(Analyzer::default().analyze("Peru agreed.").tokens()[1].upos, Upos::Verb);
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "UPPERCASE"))]
#[non_exhaustive]
pub enum Upos {
    /// Adjective: `new`, `third`.
    Adj,
    /// Adposition: `in`, `of`.
    Adp,
    /// Adverb: `firmly`, `there`.
    Adv,
    /// Auxiliary: `has`, `will`.
    Aux,
    /// Coordinating conjunction: `and`.
    Cconj,
    /// Determiner: `the`, `this`.
    Det,
    /// Interjection: `yes`.
    Intj,
    /// Noun: `talks`.
    Noun,
    /// Numeral: `two`, `2024`.
    Num,
    /// Particle: `not`, `to` before a verb.
    Part,
    /// Pronoun: `she`, `who`.
    Pron,
    /// Proper noun: `Peru`.
    Propn,
    /// Punctuation.
    Punct,
    /// Subordinating conjunction: `that`, `while`.
    Sconj,
    /// Symbol: `%`.
    Sym,
    /// Verb: `said`.
    Verb,
    /// Anything else.
    X,
}

impl Upos {
    /// Every tag.
    ///
    /// # Examples
    /// ```
    /// # #[cfg(feature = "models")] {
    /// use notaverbale::Upos;
    /// assert_eq!(Upos::ALL[0], Upos::Adj);
    /// # }
    /// ```
    pub const ALL: &'static [Self] = &[
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// The tag as written in treebanks, such as `PROPN`.
    ///
    /// # Examples
    /// ```
    /// # #[cfg(feature = "models")] {
    /// assert_eq!(notaverbale::Upos::Adj.as_str(), "ADJ");
    /// # }
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Adj => "ADJ",
            Self::Adp => "ADP",
            Self::Adv => "ADV",
            Self::Aux => "AUX",
            Self::Cconj => "CCONJ",
            Self::Det => "DET",
            Self::Intj => "INTJ",
            Self::Noun => "NOUN",
            Self::Num => "NUM",
            Self::Part => "PART",
            Self::Pron => "PRON",
            Self::Propn => "PROPN",
            Self::Punct => "PUNCT",
            Self::Sconj => "SCONJ",
            Self::Sym => "SYM",
            Self::Verb => "VERB",
            Self::X => "X",
        }
    }

    /// The tag that a treebank writes as `name`.
    ///
    /// # Examples
    /// ```
    /// # #[cfg(feature = "models")] {
    /// use notaverbale::Upos;
    /// assert_eq!(Upos::from_name("PROPN"), Some(Upos::Propn));
    /// assert_eq!(Upos::from_name("NAME"), None);
    /// # }
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|tag| tag.as_str() == name)
    }
}
