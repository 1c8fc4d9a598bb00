//! A recurrent layer with a memory, over sentences side by side.

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, ArrayView2, Axis, s};
use notaverbale::training::activation::{sigmoid, tanh};
use rand_chacha::ChaCha8Rng;

use super::batch::Packing;
use super::weights::{Id, Weights};

/// One direction of a long short-term memory whose input gate is what the forget gate leaves.
///
/// # References
/// Hochreiter and Schmidhuber (1997). Greff et al. (2017) for the coupled gates.
#[derive(Clone, Copy, Debug)]
pub struct Lstm {
    /// From the input to forget gate, output gate and candidate.
    pub input: Id,
    /// From the last output to the same.
    pub recurrent: Id,
    /// One row.
    pub bias: Id,
    width: usize,
    backwards: bool,
}

/// What a forward run leaves for the way back.
#[derive(Debug)]
pub struct Run {
    /// Forget gate, output gate, candidate.
    gates: Array2<f32>,
    memory: Array2<f32>,
    /// Its hyperbolic tangent.
    shown: Array2<f32>,
    /// What the layer says, a row for each word.
    pub output: Array2<f32>,
}

impl Lstm {
    /// A new layer with random weights, reading from the first word to the last or the other way round.
    pub fn new(
        weights: &mut Weights,
        inputs: usize,
        width: usize,
        backwards: bool,
        random: &mut ChaCha8Rng,
    ) -> Self {
        let input = weights.add(inputs, 3 * width, (6.0 / (inputs + width) as f32).sqrt(), random);
        let recurrent = weights.add(width, 3 * width, (3.0 / width as f32).sqrt(), random);
        let bias = weights.add_zeros(1, 3 * width);
        // At first, much is kept.
        weights[bias].slice_mut(s![.., ..width]).fill(1.0);
        Self { input, recurrent, bias, width, backwards }
    }

    /// The places of a packing in the order of reading, each with the one read before it.
    fn places(&self, packing: &Packing) -> Vec<(usize, Option<usize>)> {
        let count = packing.longest();
        if self.backwards {
            (0..count).rev().map(|place| (place, Some(place + 1).filter(|&before| before < count))).collect()
        } else {
            (0..count).map(|place| (place, place.checked_sub(1))).collect()
        }
    }

    /// Reads the rows of `input`.
    pub fn forward(&self, weights: &Weights, packing: &Packing, input: &Array2<f32>) -> Run {
        let width = self.width;
        let mut gates = input.dot(&weights[self.input]) + &weights[self.bias];
        let shape = (packing.rows(), width);
        let (mut memory, mut shown, mut output) =
            (Array2::zeros(shape), Array2::zeros(shape), Array2::zeros(shape));
        for (place, before) in self.places(packing) {
            let rows = packing.step(place);
            let (shared, earlier) = overlap(packing, place, before);
            if shared > 0 {
                let last = output.slice(s![earlier..earlier + shared, ..]);
                let mut gates = gates.slice_mut(s![rows.start..rows.start + shared, ..]);
                general_mat_mul(1.0, &last, &weights[self.recurrent], 1.0, &mut gates);
            }
            for (at, row) in rows.enumerate() {
                let mut gates = gates.row_mut(row);
                let gates = gates.as_slice_mut().unwrap_or_default();
                let (forget, rest) = gates.split_at_mut(width);
                let (show, candidate) = rest.split_at_mut(width);
                for unit in 0..width {
                    let before = if at < shared { memory[[earlier + at, unit]] } else { 0.0 };
                    forget[unit] = sigmoid(forget[unit]);
                    show[unit] = sigmoid(show[unit]);
                    candidate[unit] = tanh(candidate[unit]);
                    let now = forget[unit] * before + (1.0 - forget[unit]) * candidate[unit];
                    memory[[row, unit]] = now;
                    shown[[row, unit]] = tanh(now);
                    output[[row, unit]] = show[unit] * shown[[row, unit]];
                }
            }
        }
        Run { gates, memory, shown, output }
    }

    /// Adds to the gradients, and returns that of the input, from that of the output.
    pub fn backward(
        &self,
        weights: &Weights,
        gradients: &mut Weights,
        packing: &Packing,
        input: &Array2<f32>,
        run: &Run,
        output: ArrayView2<f32>,
    ) -> Array2<f32> {
        let width = self.width;
        let mut carried = output.to_owned();
        let mut memory: Array2<f32> = Array2::zeros((packing.rows(), width));
        let mut gates: Array2<f32> = Array2::zeros((packing.rows(), 3 * width));
        let mut last: Array2<f32> = Array2::zeros((packing.rows(), width));
        for (place, before) in self.places(packing).into_iter().rev() {
            let rows = packing.step(place);
            let (shared, earlier) = overlap(packing, place, before);
            for (at, row) in rows.clone().enumerate() {
                for unit in 0..width {
                    let (forget, show, candidate) = (
                        run.gates[[row, unit]],
                        run.gates[[row, width + unit]],
                        run.gates[[row, 2 * width + unit]],
                    );
                    let shown = run.shown[[row, unit]];
                    let out = carried[[row, unit]];
                    let inner = memory[[row, unit]] + out * show * (1.0 - shown * shown);
                    let previous = if at < shared { run.memory[[earlier + at, unit]] } else { 0.0 };
                    gates[[row, unit]] = inner * (previous - candidate) * forget * (1.0 - forget);
                    gates[[row, width + unit]] = out * shown * show * (1.0 - show);
                    gates[[row, 2 * width + unit]] = inner * (1.0 - forget) * (1.0 - candidate * candidate);
                    if at < shared {
                        memory[[earlier + at, unit]] += inner * forget;
                    }
                }
            }
            if shared > 0 {
                let now = gates.slice(s![rows.start..rows.start + shared, ..]);
                let mut back = carried.slice_mut(s![earlier..earlier + shared, ..]);
                general_mat_mul(1.0, &now, &weights[self.recurrent].t(), 1.0, &mut back);
                last.slice_mut(s![rows.start..rows.start + shared, ..])
                    .assign(&run.output.slice(s![earlier..earlier + shared, ..]));
            }
        }
        general_mat_mul(1.0, &input.t(), &gates, 1.0, &mut gradients[self.input]);
        general_mat_mul(1.0, &last.t(), &gates, 1.0, &mut gradients[self.recurrent]);
        let sum = gates.sum_axis(Axis(0));
        gradients[self.bias] += &sum;
        gates.dot(&weights[self.input].t())
    }
}

/// How many sentences have a word both here and at the place read before, and the first row there.
fn overlap(packing: &Packing, place: usize, before: Option<usize>) -> (usize, usize) {
    before.map_or((0, 0), |before| {
        let earlier = packing.step(before);
        (packing.step(place).len().min(earlier.len()), earlier.start)
    })
}
