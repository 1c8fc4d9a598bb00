//! The Penn Treebank's part-of-speech tags.

/// A tag of the Penn Treebank (Marcus et al. 1993), with those that the English Web Treebank adds (`HYPH`, `ADD`, `NFP`, `GW`,
/// `AFX`, `XX`): finer than [`Upos`](crate::Upos), it tells past from present and singular from plural.
///
/// # Examples
/// ```
/// # #[cfg(feature = "models")] {
/// let tag = notaverbale::Xpos::from_name("VBD").unwrap();
/// assert_eq!(tag.as_str(), "VBD");
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Xpos(u8);

const NAMES: [&str; 51] = [
    "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN",
    "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB",
    "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$",
    "WRB", "XX", "``", "$", "#",
];

impl Xpos {
    /// The tag as written in treebanks.
    ///
    /// # Examples
    /// ```
    /// # #[cfg(feature = "models")] {
    /// let document = notaverbale::Analyzer::default().analyze("Peru agreed.");
    /// assert_eq!(document.tokens()[1].xpos.as_str(), "VBD");
    /// # }
    /// ```
    pub fn as_str(self) -> &'static str {
        NAMES.get(usize::from(self.0)).copied().unwrap_or("XX")
    }

    /// The tag that a treebank writes as `name`.
    ///
    /// # Examples
    /// ```
    /// # #[cfg(feature = "models")] {
    /// use notaverbale::Xpos;
    /// assert_eq!(Xpos::from_name("NNPS").map(Xpos::as_str), Some("NNPS"));
    /// assert_eq!(Xpos::from_name("NAME"), None);
    /// # }
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        NAMES.iter().position(|&known| known == name).map(|at| Self(at as u8))
    }
}
