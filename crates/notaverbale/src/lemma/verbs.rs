//! The verbs of the lexicon with their forms, from which the lemmatizer learns too.

use crate::lexicon::inflection;
use crate::lexicon::tsv;

/// A form of a verb: the form, its Penn Treebank tag, its lemma.
pub type VerbForm = (String, &'static str, String);

/// Every form of every verb in `data/lexicon/verb.tsv`, in the order of the file: third person, past, participle and
/// gerund. For training; the analysis itself asks the lexicon.
///
/// # Examples
/// ```
/// let forms = notaverbale::training::lexicon_verbs();
/// assert!(forms.contains(&("sought".into(), "VBD", "seek".into())));
/// ```
pub fn lexicon_verbs() -> Vec<VerbForm> {
    let columns = ["lemma", "third", "past", "participle", "gerund"];
    let rows = tsv::read("verb.tsv", include_str!("../../data/lexicon/verb.tsv"), &columns);
    let verbs = rows.unwrap_or_default().into_iter().flat_map(|row| {
        let lemma = row.cell(0);
        let forms = inflection::forms(lemma, [row.cell(1), row.cell(2), row.cell(3), row.cell(4)]);
        [("VBZ", forms.third), ("VBD", forms.past), ("VBN", forms.participle), ("VBG", forms.gerund)]
            .map(|(tag, form)| (form, tag, lemma.to_owned()))
    });
    verbs.collect()
}
