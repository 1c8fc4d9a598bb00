//! What the acts are called in the schemes of others: CAMEO, PLOVER and SemEval-2016 task 6.

use rustc_hash::FxHashMap;

use crate::error::Error;
use crate::lexicon::tsv;

/// The labels of an act.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Labels {
    pub cameo: &'static str,
    /// Empty where PLOVER has none.
    pub plover: &'static str,
    /// Toward the target: SemEval's label, which is our polarity.
    pub polarity: &'static str,
}

/// The usual labels of each act, by its name.
#[derive(Clone, Debug)]
pub(crate) struct Crosswalk {
    usual: FxHashMap<&'static str, Labels>,
}

impl Crosswalk {
    pub fn new(text: &'static str) -> Result<Self, Error> {
        let mut usual = FxHashMap::default();
        for row in tsv::read("crosswalk.tsv", text, &["act", "cameo", "plover", "semeval", "usual"])? {
            let cameo = row.parse(1, CAMEO, cameo)?;
            let plover = if row.cell(2).is_empty() { "" } else { row.parse(2, PLOVER, plover)? };
            if row.parse(4, "yes or nothing", |cell| ["", "yes"].contains(&cell).then_some(cell == "yes"))? {
                usual.insert(row.cell(0), Labels { cameo, plover, polarity: row.cell(3) });
            }
        }
        Ok(Self { usual })
    }

    /// What entries of this act are usually called.
    pub fn usual(&self, act: &str) -> Option<Labels> {
        self.usual.get(act).copied()
    }
}

/// What [`cameo`] takes.
pub(crate) const CAMEO: &str = "a CAMEO code of two to four digits";
/// What [`plover`] takes.
pub(crate) const PLOVER: &str = "a PLOVER event type in capitals";

/// The code, if it looks like one of CAMEO.
pub(crate) fn cameo(code: &str) -> Option<&str> {
    ((2..=4).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())).then_some(code)
}

/// The event type, if it looks like one of PLOVER.
pub(crate) fn plover(code: &str) -> Option<&str> {
    (!code.is_empty() && code.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(code)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::stance::Act;

    const TEXT: &str = include_str!("../../data/lexicon/crosswalk.tsv");

    #[test]
    fn every_act_has_one_usual_row() {
        let crosswalk = Crosswalk::new(TEXT).unwrap();
        for &act in Act::ALL {
            let labels = crosswalk.usual(act.as_str()).unwrap();
            assert!(["favor", "against"].contains(&labels.polarity), "{act:?}");
        }
        let rows = tsv::read("crosswalk.tsv", TEXT, &["usual"]).unwrap();
        assert_eq!(rows.iter().filter(|row| row.cell(0) == "yes").count(), Act::ALL.len());
    }

    /// Each pair of act and subtype is in both files, and means favor or against in both.
    #[test]
    fn crosswalk_and_stance_lexicon_fit() {
        let stances = include_str!("../../data/lexicon/stance.tsv");
        let found = polarities("stance.tsv", stances, &["act", "subtype", "polarity"]);
        assert!(found.len() > 50);
        assert_eq!(found, polarities("crosswalk.tsv", TEXT, &["act", "subtype", "semeval"]));
    }

    /// By act and subtype.
    fn polarities<'t>(
        file: &'t str,
        text: &'t str,
        columns: &'t [&str; 3],
    ) -> BTreeMap<[&'t str; 2], BTreeSet<&'t str>> {
        let mut found: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for row in tsv::read(file, text, columns).unwrap() {
            found.entry([row.cell(0), row.cell(1)]).or_default().insert(row.cell(2));
        }
        found
    }

    #[test]
    fn codes_are_well_formed() {
        for code in ["03", "051", "1831"] {
            assert_eq!(cameo(code), Some(code));
        }
        for code in ["", "3", "03114", "o3", "０３"] {
            assert_eq!(cameo(code), None, "{code}");
        }
        assert_eq!(plover("SUPPORT"), Some("SUPPORT"));
        for code in ["", "Support", "SUPPORT 1"] {
            assert_eq!(plover(code), None, "{code}");
        }
    }
}
