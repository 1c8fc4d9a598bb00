//! Sentences that go on with somebody's words, before or behind those with the cue.

use crate::attribution::Kind;
use crate::attribution::draft::Pattern;
use crate::attribution::scribe::{Attributed, Scribe};
use crate::parse::SentenceView;
use crate::syntax::Tokens;

/// Words that somebody says in a sentence before their cue's.
pub(super) struct Waiting {
    pub sentence: usize,
    pub content: Tokens,
    pub until: Until,
}

/// What words wait for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    /// A statement in the same quotation.
    Quotation(u32),
    /// The home of the learned relation of this number, in the sentence of the second number.
    Relation(usize, usize),
}

impl Scribe<'_> {
    /// Adds words that go on with the statement `before`, as sure as it is, but no surer than such words are.
    pub(super) fn continue_from(
        &mut self,
        view: &SentenceView,
        index: usize,
        before: usize,
        content: Tokens,
    ) {
        if content.is_empty() {
            return;
        }
        let Attributed { speaker, statement, own_words, .. } = self.found[before].clone();
        let number = self.push(view, index, Pattern::Continuation, &speaker, vec![], vec![content]);
        let continues = self.cued(before);
        let added = &mut self.found[number];
        added.own_words = own_words || added.statement.kind == Kind::Direct;
        added.statement.continued = true;
        added.statement.continues = continues;
        added.statement.confidence = added.statement.confidence.min(statement.confidence);
    }

    /// The same for words that the learned model finds in one relation with the statement: they are as sure as it is.
    pub(super) fn continue_relation(
        &mut self,
        view: &SentenceView,
        index: usize,
        before: usize,
        content: Tokens,
    ) {
        self.continue_from(view, index, before, content);
        let confidence = self.found[before].statement.confidence;
        if let Some(added) = self.found.last_mut().filter(|added| added.sentence == index) {
            added.statement.confidence = confidence;
        }
    }

    /// The cued statement that `statement` is or goes on with.
    pub(super) fn cued(&self, statement: usize) -> Option<usize> {
        if self.found[statement].statement.continued {
            self.found[statement].statement.continues
        } else {
            Some(statement)
        }
    }

    /// The statement whose quotation a wholly quoted sentence goes on with.
    pub(super) fn goes_on_with(&self, index: usize, quotation: u32) -> Option<usize> {
        let last_sentence = self.found.last()?.sentence;
        let colon = self.parsed.follows_colon(index);
        let mut latest =
            (0..self.found.len()).rev().take_while(|&at| self.found[at].sentence == last_sentence);
        let last = latest.find(|&at| colon || self.found[at].statement.kind != Kind::Indirect)?;
        let before = &self.found[last];
        let adjacent = index - before.sentence <= 3
            && (before.sentence + 1..index).all(|between| self.is_empty(between));
        let same = self.parsed.view(before.sentence).quoted.contains(&Some(quotation));
        let paragraph = |sentence: usize| self.parsed.sentences[sentence].paragraph;
        let runs_on = self.runs_on.contains(&paragraph(before.sentence));
        (same
            || adjacent
                && (paragraph(before.sentence) == paragraph(index)
                    || runs_on
                    || self.parsed.follows_colon(index)))
        .then_some(last)
    }

    /// Whether a sentence has no word (`…`).
    fn is_empty(&self, index: usize) -> bool {
        let view = self.parsed.view(index);
        view.trim(Tokens::new(view.body, view.end())).is_empty()
    }

    /// Sentences that waited for this one's statements get their speakers. They stand before them in the text.
    pub(super) fn release_waiting(&mut self, view: &SentenceView, index: usize) {
        let first = self.found.partition_point(|found| found.sentence < index);
        let homes = &self.homes;
        let mut released = Vec::new();
        self.waiting.retain(|waiting| match waiting.until {
            Until::Quotation(quotation) => {
                if view.quoted.contains(&Some(quotation)) {
                    released.push((waiting.sentence, waiting.content, first, false));
                }
                false
            }
            Until::Relation(relation, sentence) => {
                let home = homes.get(&relation);
                released.extend(home.map(|&home| (waiting.sentence, waiting.content, home, true)));
                sentence > index
            }
        });
        let count = self.found.len();
        for (sentence, content, home, relation) in released {
            let earlier = self.parsed.view(sentence);
            if relation {
                self.continue_relation(&earlier, sentence, home, content);
            } else {
                self.continue_from(&earlier, sentence, home, content);
            }
        }
        self.move_back(first, count);
    }

    /// Moves the statements from `count` on before those from `first` on, which are this sentence's.
    fn move_back(&mut self, first: usize, count: usize) {
        let moved = self.found.len() - count;
        if moved == 0 {
            return;
        }
        self.found[first..].rotate_right(moved);
        let place = |old: usize| match old {
            old if old < first => old,
            old if old < count => old + moved,
            old => old - (count - first),
        };
        // Nothing before them goes on with them.
        for (number, found) in self.found.iter_mut().enumerate().skip(first) {
            found.statement.continues = found.statement.continues.map(place);
            self.homes.extend(found.relation.map(|relation| (relation, number)));
        }
    }
}

/// The quotation that holds the first word of `content`, where all its words are quoted.
pub(super) fn wholly_quoted(view: &SentenceView, content: Tokens) -> Option<u32> {
    view.quoted_by(content.first).filter(|_| view.is_quoted(content))
}
