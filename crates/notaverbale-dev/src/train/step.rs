//! One step of learning: how wrong the network is on some sentences, and which way its weights should move.

use ndarray::{Array2, Axis, s};
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::example::{Example, Input};
use super::model::{Dropout, Model, with_root};
use super::network::batch::Packing;
use super::network::dense::{leaky, leaky_backward};
use super::network::dropout::{self, dropout};
use super::network::loss::cross_entropy;
use super::network::weights::Weights;

/// A word that stands this often in the training sentences is hidden every other time; a frequent one seldom.
const HIDDEN: f32 = 0.25;

/// Sums of losses over words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Losses {
    pub tags: f32,
    pub arcs: f32,
    pub labels: f32,
}

impl std::ops::AddAssign for Losses {
    fn add_assign(&mut self, other: Self) {
        self.tags += other.tags;
        self.arcs += other.arcs;
        self.labels += other.labels;
    }
}

impl Losses {
    /// The losses of one word, in words.
    pub fn of(&self, words: usize) -> String {
        let each = |sum: f32| sum / words as f32;
        format!("tags {:.3}, arcs {:.3}, labels {:.3}", each(self.tags), each(self.arcs), each(self.labels))
    }
}

/// Sentences, longest first, with what a step over them needs and makes.
pub struct Step<'s> {
    model: &'s Model,
    weights: &'s Weights,
    gradients: &'s mut Weights,
    packing: Packing,
    sentences: &'s [&'s Example],
    rates: Dropout,
    random: ChaCha8Rng,
    losses: Losses,
}

impl<'s> Step<'s> {
    /// Prepares a step whose gradients are added to `gradients`.
    pub fn new(
        model: &'s Model,
        weights: &'s Weights,
        gradients: &'s mut Weights,
        sentences: &'s [&'s Example],
        rates: Dropout,
        random: ChaCha8Rng,
    ) -> Self {
        let lengths: Vec<usize> = sentences.iter().map(|sentence| sentence.inputs.len()).collect();
        let packing = Packing::new(&lengths);
        Self { model, weights, gradients, packing, sentences, rates, random, losses: Losses::default() }
    }

    /// Adds the gradients and returns the losses. `counts` says how often each word stands in the training sentences.
    pub fn run(mut self, counts: &[usize]) -> Losses {
        let (model, weights) = (self.model, self.weights);
        let inputs: Vec<Vec<Input>> =
            self.sentences.iter().map(|sentence| self.random_hiding(sentence, counts)).collect();
        let words: Vec<&[Input]> = inputs.iter().map(Vec::as_slice).collect();
        let input = model.embed(weights, &self.packing, &words);
        let encoded = model.encode(weights, &self.packing, input, self.rates, Some(&mut self.random));
        let mut first = self.tags(&encoded.first);
        let mut second = self.arcs(&encoded.second);
        second += &self.labels(&encoded.second);
        dropout::backward(&mut second, encoded.second_kept.as_ref());
        let (packing, gradients) = (&self.packing, &mut *self.gradients);
        first += &model.second.backward(
            weights,
            gradients,
            packing,
            &encoded.first,
            &encoded.second_runs,
            &second,
        );
        dropout::backward(&mut first, encoded.first_kept.as_ref());
        let mut input =
            model.first.backward(weights, gradients, packing, &encoded.input, &encoded.first_runs, &first);
        dropout::backward(&mut input, encoded.input_kept.as_ref());
        for (number, sentence) in inputs.iter().enumerate() {
            for (place, word) in sentence.iter().enumerate() {
                let row = packing.row(number, place);
                for (table, first, names) in model.tables(word) {
                    table.backward(gradients, names, input.slice(s![row, first..first + table.width]));
                }
            }
        }
        self.losses
    }

    /// The words of a sentence, some of them at random without their own vector or the one from elsewhere.
    fn random_hiding(&mut self, sentence: &Example, counts: &[usize]) -> Vec<Input> {
        let hide = |word: &Input| {
            let mut word = *word;
            if self.random.random::<f32>() < self.rates.vector {
                word.vector = 0;
            }
            if self.random.random::<f32>() < HIDDEN / (HIDDEN + counts[word.word as usize] as f32) {
                word.word = 0;
            }
            word
        };
        sentence.inputs.iter().map(hide).collect()
    }

    /// Turns the scores of each word's labels into gradients, and returns the sum of losses.
    fn compare(&self, scores: &mut Array2<f32>, answers: impl Fn(&Example) -> &[usize]) -> f32 {
        let mut loss = 0.0;
        for (number, sentence) in self.sentences.iter().enumerate() {
            for (place, &answer) in answers(sentence).iter().enumerate() {
                let mut row = scores.row_mut(self.packing.row(number, place));
                loss += cross_entropy(row.as_slice_mut().unwrap_or_default(), answer);
            }
        }
        loss
    }

    /// The gradient of the first layer's output by the tags.
    fn tags(&mut self, encoded: &Array2<f32>) -> Array2<f32> {
        let answers: [fn(&Example) -> &[usize]; 2] = [|example| &example.upos, |example| &example.xpos];
        let mut gradient = Array2::zeros(encoded.raw_dim());
        for (layer, answers) in [self.model.upos, self.model.xpos].into_iter().zip(answers) {
            let mut scores = layer.forward(self.weights, encoded);
            self.losses.tags += self.compare(&mut scores, answers);
            gradient += &layer.backward(self.weights, self.gradients, encoded, &scores);
        }
        gradient
    }

    /// The gradient of the second layer's output by the heads.
    fn arcs(&mut self, encoded: &Array2<f32>) -> Array2<f32> {
        let (model, weights) = (self.model, self.weights);
        let mut dependents = model.dependent.forward(weights, encoded);
        let mut heads = model.head.forward(weights, encoded);
        leaky(&mut dependents);
        leaky(&mut heads);
        let (mut kept_dependents, mut kept_heads) = (dependents.clone(), heads.clone());
        let dependent_factors = dropout(&mut kept_dependents, self.rates.arc, Some(&mut self.random));
        let head_factors = dropout(&mut kept_heads, self.rates.arc, Some(&mut self.random));
        let asked = kept_dependents.dot(&weights[model.arc]);
        let mut asked_gradient = Array2::zeros(asked.raw_dim());
        let mut head_gradient = Array2::zeros(heads.raw_dim());
        for (number, sentence) in self.sentences.iter().enumerate() {
            let rows: Vec<usize> =
                (0..sentence.heads.len()).map(|place| self.packing.row(number, place)).collect();
            let asked = asked.select(Axis(0), &rows);
            let offered = with_root(&weights[model.root], &kept_heads.select(Axis(0), &rows));
            let mut scores = asked.dot(&offered.t()) + offered.dot(&weights[model.arc_bias]).t();
            for (place, &head) in sentence.heads.iter().enumerate() {
                // No word is its own head.
                scores[[place, place + 1]] = f32::NEG_INFINITY;
                let mut row = scores.row_mut(place);
                self.losses.arcs += cross_entropy(row.as_slice_mut().unwrap_or_default(), head);
            }
            let sums = scores.sum_axis(Axis(0)).insert_axis(Axis(1));
            let from_asked = scores.dot(&offered);
            let from_offered = scores.t().dot(&asked) + sums.dot(&weights[model.arc_bias].t());
            self.gradients[model.arc_bias] += &offered.t().dot(&sums);
            self.gradients[model.root] += &from_offered.slice(s![0..1, ..]);
            for (place, &row) in rows.iter().enumerate() {
                asked_gradient.row_mut(row).assign(&from_asked.row(place));
                head_gradient.row_mut(row).assign(&from_offered.row(place + 1));
            }
        }
        self.gradients[model.arc] += &kept_dependents.t().dot(&asked_gradient);
        let mut dependent_gradient = asked_gradient.dot(&weights[model.arc].t());
        dropout::backward(&mut dependent_gradient, dependent_factors.as_ref());
        dropout::backward(&mut head_gradient, head_factors.as_ref());
        leaky_backward(&dependents, &mut dependent_gradient);
        leaky_backward(&heads, &mut head_gradient);
        model.dependent.backward(weights, self.gradients, encoded, &dependent_gradient)
            + model.head.backward(weights, self.gradients, encoded, &head_gradient)
    }

    /// The gradient of the second layer's output by the relations of the right arcs.
    fn labels(&mut self, encoded: &Array2<f32>) -> Array2<f32> {
        let (model, weights) = (self.model, self.weights);
        let mut arcs = model.label_dependent.forward(weights, encoded);
        let offered = encoded.dot(&weights[model.label_head]);
        let mut heads = vec![None; self.packing.rows()];
        for (number, sentence) in self.sentences.iter().enumerate() {
            for (place, &head) in sentence.heads.iter().enumerate() {
                let row = self.packing.row(number, place);
                heads[row] = head.checked_sub(1).map(|head| self.packing.row(number, head));
            }
        }
        for (mut arc, head) in arcs.outer_iter_mut().zip(&heads) {
            match *head {
                Some(head) => arc += &offered.row(head),
                None => arc += &weights[model.label_root].row(0),
            }
        }
        leaky(&mut arcs);
        let mut kept = arcs.clone();
        let factors = dropout(&mut kept, self.rates.arc, Some(&mut self.random));
        let mut scores = model.label.forward(weights, &kept);
        self.losses.labels += self.compare(&mut scores, |example| &example.relations);
        let mut gradient = model.label.backward(weights, self.gradients, &kept, &scores);
        dropout::backward(&mut gradient, factors.as_ref());
        leaky_backward(&arcs, &mut gradient);
        let mut offered_gradient = Array2::zeros(offered.raw_dim());
        for (gradient, head) in gradient.outer_iter().zip(&heads) {
            let mut into = match *head {
                Some(head) => offered_gradient.row_mut(head),
                None => self.gradients[model.label_root].row_mut(0),
            };
            into += &gradient;
        }
        self.gradients[model.label_head] += &encoded.t().dot(&offered_gradient);
        model.label_dependent.backward(weights, self.gradients, encoded, &gradient)
            + offered_gradient.dot(&weights[model.label_head].t())
    }
}
