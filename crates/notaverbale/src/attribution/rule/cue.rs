//! Cue candidates: where a cue may stand, before anything is known of its source and content.

use crate::attribution::rule::frame;
use crate::expression;
use crate::lexicon::cue::CueEntry;
use crate::lexicon::cue::{CueClass, Frames};
use crate::lexicon::vocabulary::VerbForm;
use crate::parse::SentenceView;
use crate::syntax::{Tokens, VerbGroup};

/// A verb that may be a cue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::attribution) struct Candidate {
    pub group: VerbGroup,
    /// The verb group with the particles that belong to the cue (`has called for`).
    pub cue: Tokens,
    pub entry: CueEntry,
    /// The expression of the stance lexicon that makes a predicate a cue without an entry of its own.
    pub expression: Option<Tokens>,
    /// Whether that is an entry of the caller's own.
    pub own: bool,
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

/// The verbal candidates of a sentence, in order.
pub(in crate::attribution) fn candidates(view: &SentenceView) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for group in view.phrases.verbs(Tokens::new(view.body, view.end())) {
        let head = &view.tokens[group.head];
        let first = first_of_cue(view, &group);
        let mut alternatives =
            view.lexicon.cues.verbs.at(view.tokens, group.head, head.lemma).map(|(length, entry)| {
                Candidate {
                    group,
                    cue: Tokens::new(first, group.head + length),
                    entry: *entry,
                    expression: None,
                    own: false,
                }
            });
        // The longest cue whose complement is there: `express` before `concern about`, `express hope` before `that`.
        let longest = alternatives.next();
        let fits = |candidate: &Candidate| frame::complement(view, candidate, view.end()).is_some();
        let chosen = match longest {
            Some(longest) if fits(&longest) || closes(view, &longest) => Some(longest),
            Some(longest) => {
                alternatives.find(fits).or_else(|| by_expression(view, &group, first)).or(Some(longest))
            }
            None => by_expression(view, &group, first),
        };
        found.extend(chosen);
    }
    found
}

/// Whether a cue that may follow its content stands at the end of a clause: `…,” the minister apologized.`
fn closes(view: &SentenceView, candidate: &Candidate) -> bool {
    candidate.entry.frames.has(Frames::AFTER)
        && view.tokens.get(candidate.cue.end).is_none_or(|next| next.is_mark())
}

/// A finite predicate that is an act by the stance lexicon (`reached a consensus on`, `is unwilling to`).
fn by_expression(view: &SentenceView, group: &VerbGroup, first: usize) -> Option<Candidate> {
    if !group.is_finite() {
        return None;
    }
    let expression = expression::of(view, group, view.end())?;
    if expression.entry.effect.is_none() || expression.entry.modal {
        return None;
    }
    let entry = CueEntry { frames: Frames::OBJECT, class: CueClass::Act };
    let cue = Tokens::new(first, group.tokens.end);
    let own = expression.entry.own;
    Some(Candidate { group: *group, cue, entry, expression: Some(expression.tokens), own })
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
