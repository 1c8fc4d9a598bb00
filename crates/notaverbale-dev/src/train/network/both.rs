//! A recurrent layer that reads sentences from both ends.

use ndarray::{Array2, Axis, concatenate};
use rand_chacha::ChaCha8Rng;

use super::batch::Packing;
use super::lstm::{Lstm, Run};
use super::weights::Weights;

/// Both directions of a layer.
#[derive(Clone, Copy, Debug)]
pub struct Both {
    /// From the first word on.
    pub forwards: Lstm,
    /// From the last.
    pub backwards: Lstm,
    width: usize,
}

/// What a forward run leaves for the way back.
#[derive(Debug)]
pub struct BothRuns {
    forwards: Run,
    backwards: Run,
}

impl Both {
    /// A new layer with random weights; `width` is that of each direction.
    pub fn new(weights: &mut Weights, inputs: usize, width: usize, random: &mut ChaCha8Rng) -> Self {
        Self {
            forwards: Lstm::new(weights, inputs, width, false, random),
            backwards: Lstm::new(weights, inputs, width, true, random),
            width,
        }
    }

    /// Reads the rows of `input`, and says a row for each: forwards, then backwards.
    pub fn forward(
        &self,
        weights: &Weights,
        packing: &Packing,
        input: &Array2<f32>,
    ) -> (BothRuns, Array2<f32>) {
        let forwards = self.forwards.forward(weights, packing, input);
        let backwards = self.backwards.forward(weights, packing, input);
        let outputs = [forwards.output.view(), backwards.output.view()];
        let joined = concatenate(Axis(1), &outputs).unwrap_or_default();
        (BothRuns { forwards, backwards }, joined)
    }

    /// Adds to the gradients, and returns that of the input, from that of the output.
    pub fn backward(
        &self,
        weights: &Weights,
        gradients: &mut Weights,
        packing: &Packing,
        input: &Array2<f32>,
        runs: &BothRuns,
        output: &Array2<f32>,
    ) -> Array2<f32> {
        let (left, right) = output.view().split_at(Axis(1), self.width);
        self.forwards.backward(weights, gradients, packing, input, &runs.forwards, left)
            + self.backwards.backward(weights, gradients, packing, input, &runs.backwards, right)
    }
}
