//! The learned attributions of a document as drafts of its sentences, read paragraph by paragraph.

use std::sync::Arc;

use super::parts::{self, Parts};
use super::{Attributor, Buffer, Relation};
use crate::attribution::draft::{Draft, DraftSource, Found};
use crate::parse::Parsed;
use crate::span::Span;
use crate::syntax::Tokens;

/// Reads the paragraphs of a document when their sentences are asked for, in order.
pub(crate) struct Paragraphs {
    attributor: Arc<Attributor>,
    buffer: Buffer,
    /// The first sentence of the passage that was read last, and what its sentences hold.
    first: usize,
    sentences: Vec<Found>,
    /// How many relations there were so far.
    relations: usize,
}

impl Found {
    /// Adds what only the rules find by a caller's own expressions, of which no model has learned that they attribute.
    fn add_own(&mut self, rules: &[Draft]) {
        for draft in rules.iter().filter(|draft| draft.own) {
            let mut own = draft.cue.iter().chain(&draft.content);
            let learned = self.drafts.iter().flat_map(|other| other.cue.iter().chain(&other.content));
            let learned = learned.chain(self.others.iter().map(|(_, _, content)| content));
            if !own.any(|own| learned.clone().any(|learned| own.overlaps(*learned))) {
                self.drafts.push(Draft { source: parts::source_of(rules, draft), ..draft.clone() });
            }
        }
    }
}

impl Paragraphs {
    pub fn new(attributor: Arc<Attributor>) -> Self {
        Self { attributor, buffer: Buffer::default(), first: 0, sentences: Vec::new(), relations: 0 }
    }

    /// What a sentence holds. Sentences are asked for in order; some may be left out.
    pub fn sentence(&mut self, parsed: &Parsed, index: usize) -> Found {
        if index >= self.first + self.sentences.len() {
            self.read(parsed, index);
        }
        index
            .checked_sub(self.first)
            .and_then(|at| self.sentences.get_mut(at))
            .map(std::mem::take)
            .unwrap_or_default()
    }

    fn read(&mut self, parsed: &Parsed, first: usize) {
        let (relations, rules) = self.attributor.relations(parsed, first, &mut self.buffer);
        self.first = first;
        self.sentences = vec![Found::default(); rules.len()];
        for relation in relations {
            self.place(parsed, &relation, &rules);
            self.relations += 1;
        }
        for (found, rules) in self.sentences.iter_mut().zip(&rules) {
            found.add_own(rules);
        }
    }

    /// Gives a relation to the sentences that it stands in.
    fn place(&mut self, parsed: &Parsed, relation: &Relation, rules: &[Vec<Draft>]) {
        let place = |spans: &[Span]| -> Vec<(usize, Tokens)> {
            spans
                .iter()
                .flat_map(|&span| in_sentences(parsed, self.first, self.sentences.len(), span))
                .collect()
        };
        let trimmed = |(sentence, tokens): (usize, Tokens)| {
            let tokens = parsed.view(sentence).trim(tokens);
            (!tokens.is_empty()).then_some((sentence, tokens))
        };
        // A cue may be a mark (`:`), but has none beside its words.
        let cue: Vec<(usize, Tokens)> =
            place(&relation.cue).into_iter().map(|part| trimmed(part).unwrap_or(part)).collect();
        let [source, content]: [Vec<_>; 2] = [&relation.source, &relation.content]
            .map(|spans| place(spans).into_iter().filter_map(trimmed).collect());
        // The statement stands where its cue does, if some of the content is there, or else where the content begins.
        let with_cue = cue.first().map(|&(sentence, _)| sentence);
        let home = content.iter().map(|&(sentence, _)| sentence).find(|&sentence| Some(sentence) == with_cue);
        let Some(home) = home.or(content.first().map(|&(sentence, _)| sentence)) else { return };
        let here = |places: &[(usize, Tokens)]| -> Vec<Tokens> {
            places.iter().filter(|(sentence, _)| *sentence == home).map(|&(_, tokens)| tokens).collect()
        };
        let source = source.first().map(|&(sentence, tokens)| {
            if sentence == home {
                DraftSource::Phrase(tokens)
            } else {
                DraftSource::Elsewhere(sentence, tokens)
            }
        });
        let (cue_here, content_here) = (here(&cue), here(&content));
        let cue_elsewhere = if cue_here.is_empty() { relation.cue.clone() } else { Vec::new() };
        let parts = Parts { source, cue: cue_here, content: content_here };
        let draft = parts.draft(&parsed.view(home), &rules[home - self.first]);
        let Some(draft) = draft else { return };
        let (confidence, number) = (Some(relation.confidence), Some(self.relations));
        let draft = Draft { cue_elsewhere, confidence, relation: number, ..draft };
        self.sentences[home - self.first].drafts.push(draft);
        for (sentence, tokens) in content.into_iter().filter(|(sentence, _)| *sentence != home) {
            self.sentences[sentence - self.first].others.push((self.relations, home, tokens));
        }
    }
}

/// The parts of a span in `count` sentences from `first` on.
fn in_sentences(
    parsed: &Parsed,
    first: usize,
    count: usize,
    span: Span,
) -> impl Iterator<Item = (usize, Tokens)> {
    let from = first
        + parsed.sentences[first..first + count].partition_point(|sentence| sentence.span.end <= span.start);
    (from..first + count)
        .take_while(move |&sentence| parsed.sentences[sentence].span.start < span.end)
        .filter_map(move |sentence| Some((sentence, parsed.view(sentence).range(span)?)))
}
