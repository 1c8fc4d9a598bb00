//! Statements by a learned model.
//!
//! Input: the sentences of a paragraph with the tagger's reading of them, quotation marks, the cue lexicon and the rules'
//! statements. Output: attributions (source, cue and content, each in pieces). Method: a network reads the paragraph from
//! both ends and labels each word as the beginning or inside of a source, a cue or a content, the best labels as a whole
//! (compare Pareti et al. 2013, EMNLP; Newell et al. 2018, LREC); then each content is linked to a cue and each cue to a
//! source, which several cues may share. Known limit: what stands in another paragraph than its cue.

pub mod confidence;
pub mod label;
pub mod link;
pub mod mark;
pub(crate) mod paragraph;
mod parts;
pub mod passage;
pub mod training;

use std::sync::{Arc, LazyLock};

use crate::attribution::draft::Draft;
use crate::model::{Model, ModelError, shipped};
use crate::network::lanes::whole;
use crate::network::lstm::{self, Lstm};
use crate::network::matrix::Matrix;
use crate::network::table::Table;
use crate::parse::Parsed;
use crate::span::Span;
use crate::tag::Tagger;
use confidence::Confidence;
use label::{Fragment, LABELS, Role, Transitions, best_fragments, constrain};
use link::{Link, Linker};
use passage::{Passage, Reading, STEPS};

/// The learned model.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Attributor {
    tagger: Arc<Tagger>,
    marks: Table,
    layers: [Lstm; 2],
    scores: Matrix,
    transitions: Transitions,
    linker: Linker,
    confidence: Confidence,
}

/// Who said what by which words, in bytes.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Relation {
    pub source: Vec<Span>,
    pub cue: Vec<Span>,
    pub content: Vec<Span>,
    pub confidence: f32,
}

/// Memory that is used again for each passage.
#[derive(Clone, Debug, Default)]
pub(crate) struct Buffer {
    passage: passage::Buffer,
    input: Vec<i16>,
    lstm: lstm::Buffer,
    first: Vec<i16>,
    words: Vec<i16>,
    scores: Vec<f32>,
}

impl Attributor {
    /// The model that ships with the crate. The first call reads it.
    pub fn embedded() -> Arc<Self> {
        static EMBEDDED: LazyLock<Arc<Attributor>> = LazyLock::new(|| {
            shipped(Model::attribution().and_then(|model| Attributor::new(Tagger::embedded(), &model)))
        });
        Arc::clone(&EMBEDDED)
    }

    /// The attributor of a model, over a tagger.
    pub fn new(tagger: Arc<Tagger>, model: &Model) -> Result<Self, ModelError> {
        let mut reader = model.part("labels")?;
        let marks = Table::read(&mut reader, mark::ROWS)?;
        let first = Lstm::read(&mut reader, tagger.row_width() + marks.width(), STEPS)?;
        let second = Lstm::read(&mut reader, first.outputs(), lstm::STEPS)?;
        let scores = Matrix::read(&mut reader, second.outputs(), LABELS, lstm::STEPS)?;
        let mut transitions = [[0.0; LABELS]; LABELS + 1];
        for row in &mut transitions {
            row.copy_from_slice(&reader.reals(LABELS)?);
        }
        constrain(&mut transitions);
        let linker = Linker::read(&mut model.part("links")?)?;
        let confidence = Confidence::read(&mut model.part("sure")?)?;
        Ok(Self { tagger, marks, layers: [first, second], scores, transitions, linker, confidence })
    }

    /// The attributions of the passage that begins with the sentence of this number, in the order of their contents, and
    /// what the rules find in each of its sentences.
    pub fn relations(
        &self,
        parsed: &Parsed,
        first: usize,
        buffer: &mut Buffer,
    ) -> (Vec<Relation>, Vec<Vec<Draft>>) {
        let Reading { passage, rules } = passage::read(parsed, &self.tagger, first, &mut buffer.passage);
        let fragments = self.fragments(&passage, buffer);
        (self.link(&passage, &fragments), rules)
    }

    /// The labelled fragments of a passage.
    fn fragments(&self, passage: &Passage, buffer: &mut Buffer) -> Vec<Fragment> {
        let width = self.tagger.row_width();
        buffer.input.clear();
        let mut sums = vec![0.0; self.marks.width()];
        for (row, marks) in passage.rows.chunks_exact(width).zip(&passage.marks) {
            buffer.input.extend_from_slice(row);
            sums.fill(0.0);
            for &mark in marks {
                self.marks.add(u32::from(mark), &mut sums);
            }
            buffer.input.extend(sums.iter().map(|&sum| whole(sum, STEPS)));
        }
        let [first, second] = &self.layers;
        first.run(&buffer.input, &[passage.words.len()], &mut buffer.lstm, &mut buffer.first);
        second.run(&buffer.first, &[passage.words.len()], &mut buffer.lstm, &mut buffer.words);
        self.scores.multiply(&buffer.words, &mut buffer.scores);
        best_fragments(&buffer.scores, self.scores.width(), &self.transitions)
    }

    /// Contents with their cues and sources.
    fn link(&self, passage: &Passage, fragments: &[Fragment]) -> Vec<Relation> {
        let linked = attributions(&self.linker, passage, fragments);
        let spans =
            |numbers: &[usize]| numbers.iter().map(|&number| span(passage, &fragments[number])).collect();
        let found = linked.iter().map(|linked| Relation {
            source: spans(linked.source.as_slice()),
            cue: spans(linked.cue.as_slice()),
            content: spans(&linked.content),
            confidence: self.confidence.of(&linked.signs(fragments)),
        });
        found.collect()
    }
}

/// The bytes of a fragment.
fn span(passage: &Passage, fragment: &Fragment) -> Span {
    passage.words[fragment.words.start].cover(passage.words[fragment.words.end - 1])
}

/// An attribution as numbers of fragments.
#[derive(Clone, PartialEq, Debug)]
pub struct Linked {
    /// Its contents, in order.
    pub content: Vec<usize>,
    /// Its cue.
    pub cue: Option<usize>,
    /// The cue's source.
    pub source: Option<usize>,
    /// The surest of the links of its contents, and the link of its cue.
    links: (Link, Option<Link>),
}

impl Linked {
    /// What its confidence is worked out from.
    pub fn signs(&self, fragments: &[Fragment]) -> confidence::Signs {
        let contents: Vec<&Fragment> = self.content.iter().map(|&number| &fragments[number]).collect();
        let cue = self.cue.map(|number| &fragments[number]).zip(self.links.1);
        confidence::signs(&contents, self.links.0, cue, self.source.map(|number| &fragments[number]))
    }
}

/// Links the fragments of a passage: one attribution for each cue that has a content, and for each content without one.
pub fn attributions(linker: &Linker, passage: &Passage, fragments: &[Fragment]) -> Vec<Linked> {
    let mut found: Vec<Linked> = Vec::new();
    // The attribution of each cue.
    let mut of_cue = vec![None; fragments.len()];
    for (number, _) in fragments.iter().enumerate().filter(|(_, fragment)| fragment.role == Role::Content) {
        let link = linker.choose(passage, fragments, number);
        if let Some(known) = link.to.and_then(|cue| of_cue[cue]) {
            let known: &mut Linked = &mut found[known];
            known.content.push(number);
            continue;
        }
        let of = link.to.map(|cue| linker.choose(passage, fragments, cue));
        if let Some(cue) = link.to {
            of_cue[cue] = Some(found.len());
        }
        let source = of.and_then(|of| of.to);
        found.push(Linked { content: vec![number], cue: link.to, source, links: (link, of) });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Analyzer;
    use crate::model::damage;

    fn parts() -> damage::Parts {
        damage::parts(&Model::attribution().unwrap(), &["labels", "links", "sure"])
    }

    fn read(model: &Model) -> Result<(), ModelError> {
        let analyzer = Analyzer::default().attribution_model(model)?;
        analyzer.analyze("“We agree,” Lind said. He added that it was late.");
        Ok(())
    }

    #[test]
    fn a_whole_model_is_read_and_one_that_ends_early_refused() {
        damage::check_cut(&parts(), read);
    }

    #[test]
    fn a_model_that_lies_is_read_or_refused_but_breaks_nothing() {
        damage::check_lies(&parts(), read);
    }
}
