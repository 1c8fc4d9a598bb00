//! What the model finds in a sentence, made a draft after the annotation guideline, with what the rules know of it.

use crate::attribution::draft::{Draft, DraftSource, Pattern};
use crate::lexicon::cue::CueClass;
use crate::lexicon::vocabulary::Feature;
use crate::lexicon::word_class::WordClass;
use crate::parse::SentenceView;
use crate::syntax::Tokens;
use crate::tag::Upos;

/// The parts of an attribution in one sentence.
pub(super) struct Parts {
    /// None where the model finds none.
    pub source: Option<DraftSource>,
    pub cue: Vec<Tokens>,
    pub content: Vec<Tokens>,
}

impl Parts {
    /// The draft; none where only a topic is named. `rules` are the rules' drafts of the sentence.
    pub fn draft(mut self, view: &SentenceView, rules: &[Draft]) -> Option<Draft> {
        if let Some(DraftSource::Phrase(source)) = &mut self.source {
            // `Peru's claim that …`: the source is Peru.
            let mark = |at: usize| {
                view.tokens[at].feature == Feature::Possessive && view.tokens[at].upos == Upos::Part
            };
            while source.end > source.first + 1 && mark(source.end - 1) {
                source.end -= 1;
            }
        }
        let touches = |own: &Tokens| self.cue.iter().any(|cue| own.overlaps(*cue));
        let Some(same) = rules.iter().find(|draft| draft.cue.iter().any(touches)) else {
            if is_topic(view, &self.cue, &self.content) {
                return None;
            }
            let pattern = pattern(view, &self.cue, &self.content);
            let source = apart(self.source.unwrap_or(DraftSource::Missing), &self.cue);
            return Some(Draft::new(pattern, source, self.cue, self.content));
        };
        // The rules know the antecedent of `who`, the subject of a participle, and which words belong to a cue (`said`, not
        // `said in a statement`).
        let own = self.source.filter(|source| match source {
            DraftSource::Phrase(source) => view.tokens[source.first].feature != Feature::Relative,
            _ => true,
        });
        let source = own.unwrap_or_else(|| source_of(rules, same));
        let wider = |own: &Tokens| self.cue.iter().any(|cue| cue.contains(*own));
        let cue = if same.cue.iter().all(wider) { same.cue.clone() } else { self.cue };
        Some(Draft::new(same.pattern, apart(source, &cue), cue, self.content))
    }
}

/// The source, unless it is a part of the word that the cue begins with (`US-agreed`).
fn apart(source: DraftSource, cue: &[Tokens]) -> DraftSource {
    match source {
        DraftSource::Phrase(phrase) if cue.iter().any(|cue| cue.overlaps(phrase)) => DraftSource::Missing,
        source => source,
    }
}

/// The source of a rule's draft, its own or the one that it shares.
pub(super) fn source_of(rules: &[Draft], draft: &Draft) -> DraftSource {
    match draft.source {
        DraftSource::SameAs(other) => match rules.get(other).map(|other| &other.source) {
            None | Some(DraftSource::SameAs(_)) => DraftSource::Missing,
            Some(source) => source.clone(),
        },
        ref source => source.clone(),
    }
}

/// Whether only a topic is named (`discussed the crisis`), which is no statement.
fn is_topic(view: &SentenceView, cue: &[Tokens], content: &[Tokens]) -> bool {
    let topic = cue.iter().any(|cue| (cue.first..cue.end).any(|at| view.is_of(at, WordClass::Topic)));
    let said = content
        .iter()
        .any(|&content| view.tokens[content.first].feature == Feature::That || view.is_quoted(content));
    topic && !said
}

/// The kind of attribution that the words show.
fn pattern(view: &SentenceView, cue: &[Tokens], content: &[Tokens]) -> Pattern {
    let (Some(cue), Some(content)) = (cue.first(), content.first()) else { return Pattern::Clause };
    let head = (cue.first..cue.end).rev().find(|&at| matches!(view.tokens[at].upos, Upos::Verb | Upos::Noun));
    let entry = head.and_then(|head| {
        view.lexicon
            .cues
            .verbs
            .at(view.tokens, head, view.tokens[head].lemma)
            .next()
            .map(|(_, entry)| entry.class)
    });
    let gerund = head.and_then(|head| view.phrases.verb_at(head)).is_some_and(|group| group.is_gerund());
    match () {
        () if view.is_quoted(*content) => Pattern::Quotation,
        () if head.is_some_and(|head| view.tokens[head].upos == Upos::Noun) => Pattern::Nominal,
        () if content.first < cue.first => Pattern::Parenthetical,
        () if entry == Some(CueClass::Act) => Pattern::Act,
        () if gerund => Pattern::Participle,
        () if view.phrases.has_finite(*content) => Pattern::Clause,
        () => Pattern::Act,
    }
}
