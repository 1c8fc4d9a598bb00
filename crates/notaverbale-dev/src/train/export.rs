//! Learned weights as the parts of a model file, in bytes where they were numbers.

use ndarray::{Array2, ArrayView2, Axis, concatenate};

use super::example::{Index, Vocabulary};
use super::model::Model;
use super::network::both::Both;
use super::network::weights::Weights;

/// The parts `words`, `tagger` and `parser`.
pub fn parts(model: &Model, weights: &Weights, vocabulary: &Vocabulary) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("words", words(model, weights, vocabulary)),
        ("tagger", tagger(model, weights, vocabulary)),
        ("parser", parser(model, weights, vocabulary)),
    ]
}

fn words(model: &Model, weights: &Weights, vocabulary: &Vocabulary) -> Vec<u8> {
    let mut part = Part::default();
    part.number(vocabulary.vectors.names().len());
    part.number(vocabulary.words.names().len());
    part.names(&vocabulary.vectors);
    part.names(&vocabulary.words);
    part.table(model.vectors.view());
    for table in [model.word, model.prefix, model.suffix, model.shape] {
        part.table(weights[table.table].view());
    }
    part.into_bytes()
}

fn tagger(model: &Model, weights: &Weights, vocabulary: &Vocabulary) -> Vec<u8> {
    let mut part = Part::default();
    part.layer(&model.first, weights);
    part.names(&vocabulary.upos);
    part.names(&vocabulary.xpos);
    let side_by_side = |left, right| beside(&weights[left], &weights[right]);
    part.matrix(
        &side_by_side(model.upos.matrix, model.xpos.matrix),
        &side_by_side(model.upos.bias, model.xpos.bias),
    );
    part.into_bytes()
}

fn parser(model: &Model, weights: &Weights, vocabulary: &Vocabulary) -> Vec<u8> {
    let mut part = Part::default();
    part.layer(&model.second, weights);
    part.number(weights[model.root].len());
    for layer in [model.dependent, model.head] {
        part.matrix(&weights[layer.matrix], &weights[layer.bias]);
    }
    part.reals(weights[model.root].iter());
    part.matrix(&weights[model.arc], &weights[model.arc_bias].t().to_owned());
    part.number(weights[model.label_root].len());
    part.matrix(&weights[model.label_dependent.matrix], &weights[model.label_dependent.bias]);
    let head = &weights[model.label_head];
    part.matrix(head, &Array2::zeros((1, head.ncols())));
    part.reals(weights[model.label_root].iter());
    part.names(&vocabulary.relations);
    part.matrix(&weights[model.label.matrix], &weights[model.label.bias]);
    part.into_bytes()
}

fn beside(left: &Array2<f32>, right: &Array2<f32>) -> Array2<f32> {
    concatenate(Axis(1), &[left.view(), right.view()]).unwrap_or_default()
}

/// The bytes of a part so far.
#[derive(Clone, Debug, Default)]
pub struct Part {
    bytes: Vec<u8>,
}

impl Part {
    /// What was added.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Adds a number in four bytes.
    pub fn number(&mut self, number: usize) {
        self.bytes.extend((number as u32).to_le_bytes());
    }

    /// Adds numbers as they are.
    pub fn reals<'r>(&mut self, reals: impl IntoIterator<Item = &'r f32>) {
        self.bytes.extend(reals.into_iter().flat_map(|real| real.to_le_bytes()));
    }

    /// Adds names, a line each.
    pub fn names(&mut self, index: &Index) {
        let names = index.names().join("\n");
        self.number(names.len());
        self.bytes.extend(names.bytes());
    }

    /// Adds a table as bytes.
    pub fn table(&mut self, table: ArrayView2<f32>) {
        self.number(table.ncols());
        self.rounded(table);
    }

    /// Adds a matrix as bytes, and its bias.
    pub fn matrix(&mut self, matrix: &Array2<f32>, bias: &Array2<f32>) {
        self.rounded(matrix.view());
        self.reals(bias);
    }

    /// Adds a layer that reads from both ends.
    pub fn layer(&mut self, layer: &Both, weights: &Weights) {
        let (forwards, backwards) = (layer.forwards, layer.backwards);
        self.number(weights[forwards.recurrent].nrows());
        self.matrix(
            &beside(&weights[forwards.input], &weights[backwards.input]),
            &beside(&weights[forwards.bias], &weights[backwards.bias]),
        );
        for direction in [forwards, backwards] {
            let recurrent = &weights[direction.recurrent];
            self.matrix(recurrent, &Array2::zeros((1, recurrent.ncols())));
        }
    }

    /// For each column its step, then each value as a number of steps.
    fn rounded(&mut self, values: ArrayView2<f32>) {
        let most = |column: ndarray::ArrayView1<f32>| {
            column.iter().fold(0.0_f32, |most, value| most.max(value.abs()))
        };
        let steps: Vec<f32> =
            values.axis_iter(Axis(1)).map(|column| most(column).max(1e-12) / 127.0).collect();
        self.reals(&steps);
        for row in values.axis_iter(Axis(0)) {
            self.bytes.extend(row.iter().zip(&steps).map(|(value, step)| (value / step).round() as i8 as u8));
        }
    }
}
