//! The network of tagger and parser, and what it says of a sentence.

use ndarray::{Array2, Axis, concatenate, s};
use notaverbale::training::best_tree;
use notaverbale::training::feature::{PREFIXES, SHAPES, SUFFIXES};
use rand_chacha::ChaCha8Rng;

use super::example::{Example, Input, Vocabulary};
use super::network::batch::Packing;
use super::network::both::{Both, BothRuns};
use super::network::dense::{Dense, leaky};
use super::network::dropout::{dropout, dropout_by_sentence};
use super::network::embedding::Embedding;
use super::network::weights::{Id, Weights};

/// The sizes of the network.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Of a word's own vector.
    pub word: usize,
    /// Of the vector of its beginning.
    pub prefix: usize,
    /// Of its ending.
    pub suffix: usize,
    /// Of its shape.
    pub shape: usize,
    /// Of the output of each direction of the first layer.
    pub first: usize,
    /// Of the second.
    pub second: usize,
    /// Of a word as head or dependent.
    pub arc: usize,
    /// Of an arc to be labelled.
    pub label: usize,
}

/// The shares of values left out while learning.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dropout {
    /// Of the input.
    pub input: f32,
    /// Of the output of a layer.
    pub layer: f32,
    /// Of the arcs' vectors.
    pub arc: f32,
    /// Of words, whose vector from elsewhere is hidden.
    pub vector: f32,
}

/// The layers, as numbers of their weights.
#[derive(Clone, Debug)]
pub struct Model {
    /// Vectors learned elsewhere, which stay as they are; the first row is zero.
    pub vectors: Array2<f32>,
    pub word: Embedding,
    pub prefix: Embedding,
    pub suffix: Embedding,
    pub shape: Embedding,
    /// Over the input; the tags are read from it.
    pub first: Both,
    /// Over the first; the arcs are read from it.
    pub second: Both,
    pub upos: Dense,
    pub xpos: Dense,
    /// What a word is as a dependent and as a head.
    pub dependent: Dense,
    pub head: Dense,
    /// What the root is as a head.
    pub root: Id,
    /// What a dependent looks for in a head.
    pub arc: Id,
    /// What makes a head likely for any dependent.
    pub arc_bias: Id,
    /// The same for relations.
    pub label_dependent: Dense,
    pub label_head: Id,
    pub label_root: Id,
    pub label: Dense,
}

/// What the network says of a sentence, as numbers of the vocabulary.
#[derive(Clone, Debug)]
pub struct Prediction {
    pub upos: Vec<usize>,
    pub xpos: Vec<usize>,
    /// From 1, 0 for the root.
    pub heads: Vec<usize>,
    pub relations: Vec<usize>,
}

/// What the layers say of the words, and what the way back needs.
pub struct Encoded {
    pub input: Array2<f32>,
    pub input_kept: Option<Array2<f32>>,
    pub first_runs: BothRuns,
    pub first: Array2<f32>,
    pub first_kept: Option<Array2<f32>>,
    pub second_runs: BothRuns,
    pub second: Array2<f32>,
    pub second_kept: Option<Array2<f32>>,
}

impl Model {
    /// A new network with random weights.
    pub fn new(
        weights: &mut Weights,
        sizes: Sizes,
        vocabulary: &Vocabulary,
        vectors: Array2<f32>,
        random: &mut ChaCha8Rng,
    ) -> Self {
        let width = vectors.ncols() + sizes.word + sizes.prefix + sizes.suffix + sizes.shape;
        let (first, second) = (2 * sizes.first, 2 * sizes.second);
        Self {
            word: Embedding::new(weights, vocabulary.words.names().len(), sizes.word, random),
            prefix: Embedding::new(weights, PREFIXES, sizes.prefix, random),
            suffix: Embedding::new(weights, SUFFIXES, sizes.suffix, random),
            shape: Embedding::new(weights, SHAPES, sizes.shape, random),
            first: Both::new(weights, width, sizes.first, random),
            second: Both::new(weights, first, sizes.second, random),
            upos: Dense::new(weights, first, vocabulary.upos.names().len(), random),
            xpos: Dense::new(weights, first, vocabulary.xpos.names().len(), random),
            dependent: Dense::new(weights, second, sizes.arc, random),
            head: Dense::new(weights, second, sizes.arc, random),
            root: weights.add(1, sizes.arc, 0.1, random),
            arc: weights.add_layer(sizes.arc, sizes.arc, random),
            arc_bias: weights.add_zeros(sizes.arc, 1),
            label_dependent: Dense::new(weights, second, sizes.label, random),
            label_head: weights.add_layer(second, sizes.label, random),
            label_root: weights.add(1, sizes.label, 0.1, random),
            label: Dense::new(weights, sizes.label, vocabulary.relations.names().len(), random),
            vectors,
        }
    }

    /// A row for each word of the sentences: its vector from elsewhere, then the rows of [`Model::tables`].
    pub fn embed(&self, weights: &Weights, packing: &Packing, sentences: &[&[Input]]) -> Array2<f32> {
        let own = self.vectors.ncols();
        let width = own + self.word.width + self.prefix.width + self.suffix.width + self.shape.width;
        let mut rows = Array2::zeros((packing.rows(), width));
        for (number, sentence) in sentences.iter().enumerate() {
            for (place, word) in sentence.iter().enumerate() {
                let row = packing.row(number, place);
                rows.slice_mut(s![row, ..own]).assign(&self.vectors.row(word.vector as usize));
                for (table, first, names) in self.tables(word) {
                    table.forward(weights, names, &mut rows, row, first);
                }
            }
        }
        rows
    }

    /// The tables that a word has rows in, with the first column of each in the input, and the numbers of the rows.
    pub fn tables<'i>(&self, input: &'i Input) -> [(Embedding, usize, &'i [u32]); 4] {
        let mut first = self.vectors.ncols();
        let features = &input.features;
        let names: [&[u32]; 4] =
            [std::slice::from_ref(&input.word), &features.prefixes, &features.suffixes, &features.shapes];
        let mut at = 0;
        [self.word, self.prefix, self.suffix, self.shape].map(|table| {
            let entry = (table, first, names[at]);
            first += table.width;
            at += 1;
            entry
        })
    }

    /// Both layers over the input; a source of chance makes values drop out.
    pub fn encode(
        &self,
        weights: &Weights,
        packing: &Packing,
        mut input: Array2<f32>,
        rates: Dropout,
        mut random: Option<&mut ChaCha8Rng>,
    ) -> Encoded {
        let input_kept = dropout(&mut input, rates.input, random.as_deref_mut());
        let (first_runs, mut first) = self.first.forward(weights, packing, &input);
        let first_kept = dropout_by_sentence(&mut first, packing, rates.layer, random.as_deref_mut());
        let (second_runs, mut second) = self.second.forward(weights, packing, &first);
        let second_kept = dropout_by_sentence(&mut second, packing, rates.layer, random);
        Encoded { input, input_kept, first_runs, first, first_kept, second_runs, second, second_kept }
    }

    /// What the network says of one sentence.
    pub fn predict(&self, weights: &Weights, sentence: &Example) -> Prediction {
        let words = sentence.inputs.len();
        let packing = Packing::new(&[words]);
        let input = self.embed(weights, &packing, &[&sentence.inputs]);
        let encoded = self.encode(weights, &packing, input, Dropout::default(), None);
        let mut dependents = self.dependent.forward(weights, &encoded.second);
        let mut heads = self.head.forward(weights, &encoded.second);
        leaky(&mut dependents);
        leaky(&mut heads);
        let offered = with_root(&weights[self.root], &heads);
        let scores =
            dependents.dot(&weights[self.arc]).dot(&offered.t()) + offered.dot(&weights[self.arc_bias]).t();
        let tree = best_tree(scores.as_slice().unwrap_or_default(), words);
        let mut arcs = self.label_dependent.forward(weights, &encoded.second);
        let offered = with_root(&weights[self.label_root], &encoded.second.dot(&weights[self.label_head]));
        for (mut arc, &head) in arcs.outer_iter_mut().zip(&tree) {
            arc += &offered.row(head);
        }
        leaky(&mut arcs);
        Prediction {
            upos: highest(&self.upos.forward(weights, &encoded.first)),
            xpos: highest(&self.xpos.forward(weights, &encoded.first)),
            relations: highest(&self.label.forward(weights, &arcs)),
            heads: tree,
        }
    }
}

/// The rows, with the root's above them.
pub fn with_root(root: &Array2<f32>, rows: &Array2<f32>) -> Array2<f32> {
    concatenate(Axis(0), &[root.view(), rows.view()]).unwrap_or_default()
}

/// For each row the place of its highest value.
fn highest(scores: &Array2<f32>) -> Vec<usize> {
    let highest =
        |best: (usize, f32), (at, &score): (usize, &f32)| if score > best.1 { (at, score) } else { best };
    scores.outer_iter().map(|row| row.iter().enumerate().fold((0, f32::NEG_INFINITY), highest).0).collect()
}
