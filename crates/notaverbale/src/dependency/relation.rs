//! The relations of Universal Dependencies.

/// A dependency relation of Universal Dependencies (Nivre et al. 2020), with the subtype of the English treebanks
/// where there is one.
///
/// # Examples
/// ```
/// # #[cfg(feature = "models")] {
/// let relation = notaverbale::Deprel::from_name("nsubj:pass").unwrap();
/// assert_eq!((relation.as_str(), relation.universal()), ("nsubj:pass", "nsubj"));
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Deprel(u8);

const NAMES: [&str; 56] = [
    "acl",
    "acl:relcl",
    "advcl",
    "advcl:relcl",
    "advmod",
    "amod",
    "appos",
    "aux",
    "aux:pass",
    "case",
    "cc",
    "cc:preconj",
    "ccomp",
    "clf",
    "compound",
    "compound:prt",
    "conj",
    "cop",
    "csubj",
    "csubj:outer",
    "csubj:pass",
    "dep",
    "det",
    "det:predet",
    "discourse",
    "dislocated",
    "expl",
    "fixed",
    "flat",
    "goeswith",
    "iobj",
    "list",
    "mark",
    "nmod",
    "nmod:desc",
    "nmod:poss",
    "nmod:unmarked",
    "nsubj",
    "nsubj:outer",
    "nsubj:pass",
    "nummod",
    "obj",
    "obl",
    "obl:agent",
    "obl:unmarked",
    "orphan",
    "parataxis",
    "punct",
    "reparandum",
    "root",
    "vocative",
    "xcomp",
    "flat:foreign",
    "flat:name",
    "nmod:tmod",
    "obl:tmod",
];

impl Deprel {
    /// The relation of the word that has no head.
    ///
    /// # Examples
    /// ```
    /// # #[cfg(feature = "models")] {
    /// use notaverbale::{Analyzer, Deprel};
    /// let document = Analyzer::default().analyze("Peru agreed.");
    /// assert_eq!(document.tokens()[1].deprel, Deprel::ROOT);
    /// # }
    /// ```
    pub const ROOT: Self = Self(49);

    /// The relation of what stands beside, without a mark of how.
    ///
    /// # Examples
    /// ```
    /// # #[cfg(feature = "models")] {
    /// assert_eq!(notaverbale::Deprel::PARATAXIS.as_str(), "parataxis");
    /// # }
    /// ```
    pub const PARATAXIS: Self = Self(46);

    /// The relation as written in treebanks, such as `nsubj:pass`.
    ///
    /// # Examples
    /// ```
    /// # #[cfg(feature = "models")] {
    /// assert_eq!(notaverbale::Deprel::ROOT.as_str(), "root");
    /// # }
    /// ```
    pub fn as_str(self) -> &'static str {
        NAMES.get(usize::from(self.0)).copied().unwrap_or("dep")
    }

    /// The relation without its subtype, such as `nsubj`.
    ///
    /// # Examples
    /// ```
    /// # #[cfg(feature = "models")] {
    /// use notaverbale::Deprel;
    /// assert_eq!(Deprel::from_name("obl:agent").map(Deprel::universal), Some("obl"));
    /// # }
    /// ```
    pub fn universal(self) -> &'static str {
        self.as_str().split(':').next().unwrap_or("dep")
    }

    /// The relation that a treebank writes as `name`.
    ///
    /// # Examples
    /// ```
    /// # #[cfg(feature = "models")] {
    /// use notaverbale::Deprel;
    /// assert_eq!(Deprel::from_name("root"), Some(Deprel::ROOT));
    /// assert_eq!(Deprel::from_name("subject"), None);
    /// # }
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        NAMES.iter().position(|&known| known == name).map(|at| Self(at as u8))
    }
}

/// The relations that later stages ask for.
impl Deprel {
    pub(crate) const ACL: Self = Self(0);
    pub(crate) const ACL_RELCL: Self = Self(1);
    pub(crate) const ADVCL: Self = Self(2);
    pub(crate) const AMOD: Self = Self(5);
    pub(crate) const AUX: Self = Self(7);
    pub(crate) const AUX_PASS: Self = Self(8);
    pub(crate) const CASE: Self = Self(9);
    pub(crate) const CC: Self = Self(10);
    pub(crate) const CCOMP: Self = Self(12);
    pub(crate) const CONJ: Self = Self(16);
    pub(crate) const COP: Self = Self(17);
    pub(crate) const CSUBJ: Self = Self(18);
    pub(crate) const CSUBJ_PASS: Self = Self(20);
    pub(crate) const IOBJ: Self = Self(30);
    pub(crate) const MARK: Self = Self(32);
    pub(crate) const NMOD: Self = Self(33);
    pub(crate) const NSUBJ: Self = Self(37);
    pub(crate) const NSUBJ_OUTER: Self = Self(38);
    pub(crate) const NSUBJ_PASS: Self = Self(39);
    pub(crate) const OBJ: Self = Self(41);
    pub(crate) const OBL: Self = Self(42);
    pub(crate) const OBL_AGENT: Self = Self(43);
    pub(crate) const PUNCT: Self = Self(47);
    pub(crate) const XCOMP: Self = Self(51);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_called_root() {
        assert_eq!(Deprel::ROOT.as_str(), "root");
        assert_eq!(Deprel::PARATAXIS.as_str(), "parataxis");
    }

    #[test]
    fn the_named_relations_are_what_they_are_called() {
        let named = [
            (Deprel::ACL, "acl"),
            (Deprel::ACL_RELCL, "acl:relcl"),
            (Deprel::ADVCL, "advcl"),
            (Deprel::AMOD, "amod"),
            (Deprel::AUX, "aux"),
            (Deprel::AUX_PASS, "aux:pass"),
            (Deprel::CASE, "case"),
            (Deprel::CC, "cc"),
            (Deprel::CCOMP, "ccomp"),
            (Deprel::CONJ, "conj"),
            (Deprel::COP, "cop"),
            (Deprel::CSUBJ, "csubj"),
            (Deprel::CSUBJ_PASS, "csubj:pass"),
            (Deprel::IOBJ, "iobj"),
            (Deprel::MARK, "mark"),
            (Deprel::NMOD, "nmod"),
            (Deprel::NSUBJ, "nsubj"),
            (Deprel::NSUBJ_OUTER, "nsubj:outer"),
            (Deprel::NSUBJ_PASS, "nsubj:pass"),
            (Deprel::OBJ, "obj"),
            (Deprel::OBL, "obl"),
            (Deprel::OBL_AGENT, "obl:agent"),
            (Deprel::PUNCT, "punct"),
            (Deprel::XCOMP, "xcomp"),
        ];
        for (relation, name) in named {
            assert_eq!(relation.as_str(), name);
        }
    }
}
