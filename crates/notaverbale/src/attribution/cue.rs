//! Cue candidates: where a cue may stand, before anything is known of its source and content.

use crate::attribution::draft::SentenceView;
use crate::lexicon::cue::CueEntry;
use crate::lexicon::vocabulary::VerbForm;
use crate::syntax::{Tokens, VerbGroup};

/// A verb that may be a cue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Candidate {
    pub group: VerbGroup,
    /// The verb group with the particles that belong to the cue (`has called for`).
    pub cue: Tokens,
    pub entry: CueEntry,
}

impl Candidate {
    /// Whether both clauses stand in the same tense, so that one may be coordinated with the other.
    pub fn same_tense(&self, other: &Self) -> bool {
        self.group.is_finite()
            && other.group.is_finite()
            && self.group.is_past() == other.group.is_past()
            && self.group.modal == other.group.modal
    }
}

/// The verbal candidates of a sentence, in order. A verb with several entries gives one for the longest.
pub(super) fn candidates(view: &SentenceView) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for group in view.phrases.verbs(Tokens::new(view.body, view.end())) {
        if group.copula {
            continue;
        }
        let head = &view.tokens[group.head];
        let entry = view.lexicon.cues.verbs.at(view.tokens, group.head, head.lemma).next();
        if let Some((length, entry)) = entry {
            let end = group.head + length;
            found.push(Candidate { group, cue: Tokens::new(first_of_cue(view, &group), end), entry: *entry });
        }
    }
    found
}

/// Where the cue begins: the guideline keeps auxiliaries and adverbs, and leaves out `to`.
fn first_of_cue(view: &SentenceView, group: &VerbGroup) -> usize {
    if group.infinitive { (group.tokens.first + 1).min(group.head) } else { group.tokens.first }
        .min(view.end())
}

/// Whether the group's verb form can stand without a subject in front (`to urge`, `urging`).
pub(super) fn is_subordinate(group: &VerbGroup) -> bool {
    group.infinitive || group.form == VerbForm::GERUND || group.form == VerbForm::PARTICIPLE
}

/// Whether such a group begins at the token.
pub(super) fn is_subordinate_at(view: &SentenceView, at: usize) -> bool {
    view.phrases.verb_at(at).is_some_and(|group| is_subordinate(&group))
}
