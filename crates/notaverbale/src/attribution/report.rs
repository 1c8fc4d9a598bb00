//! A sentence of a report: what it attributes, and whose words it goes on with.

use crate::attribution::continuation::{Until, Waiting, wholly_quoted};
use crate::attribution::draft::{Draft, Found};
use crate::attribution::rule;
use crate::attribution::scribe::Scribe;
use crate::parse::SentenceView;
use crate::syntax::Tokens;

impl Scribe<'_> {
    /// A sentence of a report.
    pub(super) fn reported_sentence(&mut self, view: &SentenceView, index: usize) {
        let Found { mut drafts, others } = self.found_in(view, index);
        drafts.retain(|draft| !self.goes_on(view, index, draft));
        let own_side =
            self.ministry_style(view, index).filter(|&before| self.are_own_acts(view, &drafts, before));
        let claimed = !others.is_empty() || self.found.last().is_some_and(|last| last.sentence == index);
        for (relation, home, content) in others {
            match self.homes.get(&relation) {
                Some(&before) => self.continue_relation(view, index, before, content),
                None => {
                    let until = Until::Relation(relation, home);
                    self.waiting.push(Waiting { sentence: index, content, until });
                }
            }
        }
        if !drafts.is_empty() && own_side.is_none() {
            self.add_drafts(view, index, drafts);
            self.release_waiting(view, index);
            return;
        }
        let content = view.trim(Tokens::new(view.body, view.end()));
        if !claimed && !content.is_empty() {
            if let Some(quotation) = wholly_quoted(view, content) {
                match self.goes_on_with(index, quotation) {
                    Some(before) => self.continue_from(view, index, before, content),
                    None => {
                        let until = Until::Quotation(quotation);
                        self.waiting.push(Waiting { sentence: index, content, until });
                    }
                }
            } else if let Some(before) = own_side {
                self.continue_from(view, index, before, content);
            }
        }
    }

    /// Whether a draft without a cue goes on with a quotation before it; then it does.
    fn goes_on(&mut self, view: &SentenceView, index: usize, draft: &Draft) -> bool {
        let cued = !draft.cue.is_empty() || !draft.cue_elsewhere.is_empty();
        let Some(&content) = draft.content.first().filter(|_| !cued) else { return false };
        let before = wholly_quoted(view, content).and_then(|quotation| self.goes_on_with(index, quotation));
        let Some(before) = before else { return false };
        self.continue_from(view, index, before, content);
        self.settle(self.found.len() - 1, draft.relation);
        true
    }

    /// The statements of a sentence by its own words, and what it holds of others.
    fn found_in(&mut self, view: &SentenceView, index: usize) -> Found {
        match &mut self.paragraphs {
            Some(paragraphs) => paragraphs.sentence(self.parsed, index),
            None => Found { drafts: rule::statements(view, &rule::candidates(view)), others: Vec::new() },
        }
    }
}
