//! The network that labels words, and one step of its learning.

use ndarray::{Array2, ArrayView2, Axis, s};
use notaverbale::training::attribution::{
    Family, Fragment, LABELS, ROWS, STEPS, Transitions, best_fragments, constrain, tagger_width,
};
use rand_chacha::ChaCha8Rng;

use super::example::Example;
use crate::train::network::batch::Packing;
use crate::train::network::both::Both;
use crate::train::network::chain::chain_loss;
use crate::train::network::dense::Dense;
use crate::train::network::dropout::{self, dropout, dropout_by_sentence};
use crate::train::network::embedding::Embedding;
use crate::train::network::weights::{Id, Weights};

/// Numbers of a mark's row.
const MARKS: usize = 16;
/// Numbers that each direction of a layer says of a word.
const LAYER: usize = 48;

/// The shares of values left out while learning: of the input, and of what a layer says.
const LEFT_OUT: (f32, f32) = (0.2, 0.33);

/// The layers, as numbers of their weights.
#[derive(Clone, Copy, Debug)]
pub struct Labeller {
    /// The rows of marks.
    pub marks: Embedding,
    /// Over a word's numbers and marks.
    pub first: Both,
    /// Over the first.
    pub second: Both,
    /// The scores of labels.
    pub scores: Dense,
    /// From label to label; the last row is the beginning.
    pub transitions: Id,
    row: usize,
}

impl Labeller {
    /// A new network with random weights, for rows of `row` numbers.
    pub fn new(weights: &mut Weights, row: usize, random: &mut ChaCha8Rng) -> Self {
        Self {
            marks: Embedding::new(weights, ROWS, MARKS, random),
            first: Both::new(weights, row + MARKS, LAYER, random),
            second: Both::new(weights, 2 * LAYER, LAYER, random),
            scores: Dense::new(weights, 2 * LAYER, LABELS, random),
            transitions: weights.add_zeros(LABELS + 1, LABELS),
            row,
        }
    }

    fn embed(&self, weights: &Weights, packing: &Packing, examples: &[&Example]) -> Array2<f32> {
        let mut input = Array2::zeros((packing.rows(), self.row + MARKS));
        for (number, example) in examples.iter().enumerate() {
            let rows = example.passage.rows.chunks_exact(self.row).zip(&example.passage.marks);
            for (place, (row, marks)) in rows.enumerate() {
                let into = packing.row(number, place);
                let numbers = input.slice_mut(s![into, ..self.row]).into_iter().zip(row);
                numbers.for_each(|(into, &number)| *into = f32::from(number) / STEPS);
                self.marks.forward(weights, &marks.map(u32::from), &mut input, into, self.row);
            }
        }
        input
    }

    /// What may follow what, and at what price.
    pub fn transitions(&self, weights: &Weights) -> Transitions {
        let mut transitions = [[0.0; LABELS]; LABELS + 1];
        for (row, learned) in transitions.iter_mut().zip(weights[self.transitions].outer_iter()) {
            row.iter_mut().zip(learned).for_each(|(into, &number)| *into = number);
        }
        constrain(&mut transitions);
        transitions
    }

    /// The fragments of a passage.
    pub fn fragments(&self, weights: &Weights, example: &Example) -> Vec<Fragment> {
        let packing = Packing::new(&[example.labels.len()]);
        let input = self.embed(weights, &packing, &[example]);
        let (_, first) = self.first.forward(weights, &packing, &input);
        let (_, said) = self.second.forward(weights, &packing, &first);
        let scores = self.scores.forward(weights, &said);
        best_fragments(scores.as_slice().unwrap_or_default(), LABELS, &self.transitions(weights))
    }

    /// Adds the gradients of one step over some passages, longest first, and returns the loss.
    pub fn learn(
        &self,
        weights: &Weights,
        gradients: &mut Weights,
        examples: &[&Example],
        mut random: ChaCha8Rng,
    ) -> f32 {
        let lengths: Vec<usize> = examples.iter().map(|example| example.labels.len()).collect();
        let packing = Packing::new(&lengths);
        let mut input = self.embed(weights, &packing, examples);
        let kept = dropout(&mut input, LEFT_OUT.0, Some(&mut random));
        let (first_runs, mut first) = self.first.forward(weights, &packing, &input);
        let first_kept = dropout_by_sentence(&mut first, &packing, LEFT_OUT.1, Some(&mut random));
        let (runs, mut said) = self.second.forward(weights, &packing, &first);
        let said_kept = dropout_by_sentence(&mut said, &packing, LEFT_OUT.1, Some(&mut random));
        let mut scores = self.scores.forward(weights, &said);
        let transitions = self.transitions(weights);
        let transitions: ArrayView2<f32> = ArrayView2::from(&transitions);
        let mut loss = 0.0;
        for (number, example) in examples.iter().enumerate() {
            let rows: Vec<usize> =
                (0..example.labels.len()).map(|place| packing.row(number, place)).collect();
            let mut own = scores.select(Axis(0), &rows);
            loss += chain_loss(&mut own, transitions, &example.labels, &mut gradients[self.transitions]);
            for (gradient, &row) in own.outer_iter().zip(&rows) {
                scores.row_mut(row).assign(&gradient);
            }
        }
        let mut back = self.scores.backward(weights, gradients, &said, &scores);
        dropout::backward(&mut back, said_kept.as_ref());
        let mut back = self.second.backward(weights, gradients, &packing, &first, &runs, &back);
        dropout::backward(&mut back, first_kept.as_ref());
        let mut back = self.first.backward(weights, gradients, &packing, &input, &first_runs, &back);
        dropout::backward(&mut back, kept.as_ref());
        for (number, example) in examples.iter().enumerate() {
            for (place, marks) in example.passage.marks.iter().enumerate() {
                let gradient = back.slice(s![packing.row(number, place), self.row..]);
                self.marks.backward(gradients, &marks.map(u32::from), gradient);
            }
        }
        loss
    }
}

/// What the network may be kept from seeing, to learn what it gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum Without {
    /// Where quotation marks stand.
    Quotation,
    /// Where a word stands in its sentence and on the page.
    Place,
    /// The cue lexicon.
    Cue,
    /// The rules' statements.
    Rule,
    /// What the tagger says of a word.
    Tagger,
    /// The word's vector.
    Vector,
}

impl Without {
    /// Hides it from an example.
    pub fn hide(self, example: &mut Example) {
        let passage = &mut example.passage;
        let row = passage.rows.len() / passage.words.len().max(1);
        let rows = passage.rows.chunks_mut(row);
        let tagger = tagger_width();
        let family = match self {
            Self::Quotation => Family::Quotation,
            Self::Place => Family::Place,
            Self::Cue => Family::Cue,
            Self::Rule => Family::Rule,
            Self::Tagger => return rows.for_each(|row| row[..tagger].fill(0)),
            Self::Vector => return rows.for_each(|row| row[tagger..].fill(0)),
        };
        for marks in &mut passage.marks {
            marks[family as usize] = family.first();
        }
    }
}
