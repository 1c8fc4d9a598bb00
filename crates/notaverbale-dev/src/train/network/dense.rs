//! Rows times a matrix, plus a bias.

use ndarray::{Array1, Array2, Axis};
use rand_chacha::ChaCha8Rng;

use super::weights::{Id, Weights};

/// A layer of full connections.
#[derive(Clone, Copy, Debug)]
pub struct Dense {
    /// A row for each input, a column for each output.
    pub matrix: Id,
    /// One row.
    pub bias: Id,
}

impl Dense {
    /// A new layer with random weights.
    pub fn new(weights: &mut Weights, inputs: usize, outputs: usize, random: &mut ChaCha8Rng) -> Self {
        Self { matrix: weights.add_layer(inputs, outputs, random), bias: weights.add_zeros(1, outputs) }
    }

    /// The outputs for each row.
    pub fn forward(&self, weights: &Weights, input: &Array2<f32>) -> Array2<f32> {
        input.dot(&weights[self.matrix]) + &weights[self.bias]
    }

    /// The gradient of the input, from that of the output.
    pub fn backward(
        &self,
        weights: &Weights,
        gradients: &mut Weights,
        input: &Array2<f32>,
        output: &Array2<f32>,
    ) -> Array2<f32> {
        gradients[self.matrix] += &input.t().dot(output);
        let sum: Array1<f32> = output.sum_axis(Axis(0));
        gradients[self.bias] += &sum;
        output.dot(&weights[self.matrix].t())
    }
}

/// What a negative value keeps behind [`leaky`].
pub const LEAK: f32 = 0.1;

/// Negative values count a tenth.
pub fn leaky(values: &mut Array2<f32>) {
    values.mapv_inplace(|value| if value > 0.0 { value } else { LEAK * value });
}

/// The gradient in front of [`leaky`], from its output and the gradient behind it.
pub fn leaky_backward(output: &Array2<f32>, gradient: &mut Array2<f32>) {
    gradient.zip_mut_with(output, |gradient, &output| {
        if output <= 0.0 {
            *gradient *= LEAK;
        }
    });
}
