//! The relations of Universal Dependencies.

/// A dependency relation of Universal Dependencies (Nivre et al. 2020), with the subtype of the English treebanks
/// where there is one.
///
/// # Examples
/// ```
/// let relation = notaverbale::Deprel::from_name("nsubj:pass").unwrap();
/// assert_eq!((relation.as_str(), relation.universal()), ("nsubj:pass", "nsubj"));
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
    pub const ROOT: Self = Self(49);

    /// The relation of what stands beside, without a mark of how.
    pub const PARATAXIS: Self = Self(46);

    /// The relation as written in treebanks, such as `nsubj:pass`.
    pub fn as_str(self) -> &'static str {
        NAMES.get(usize::from(self.0)).copied().unwrap_or("dep")
    }

    /// The relation without its subtype, such as `nsubj`.
    pub fn universal(self) -> &'static str {
        self.as_str().split(':').next().unwrap_or("dep")
    }

    /// The relation that a treebank writes as `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        NAMES.iter().position(|&known| known == name).map(|at| Self(at as u8))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_called_root() {
        assert_eq!(Deprel::ROOT.as_str(), "root");
        assert_eq!(Deprel::PARATAXIS.as_str(), "parataxis");
    }
}
