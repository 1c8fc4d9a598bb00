//! A row of numbers for each entry of a table.

use ndarray::{Array2, ArrayView1, ArrayViewMut1, s};
use rand_chacha::ChaCha8Rng;

use super::weights::{Id, Weights};

/// A table of rows; the rows that a word names are added up.
#[derive(Clone, Copy, Debug)]
pub struct Embedding {
    /// The table.
    pub table: Id,
    /// The length of a row.
    pub width: usize,
}

impl Embedding {
    /// A new table with random rows.
    pub fn new(weights: &mut Weights, rows: usize, width: usize, random: &mut ChaCha8Rng) -> Self {
        Self { table: weights.add(rows, width, 0.1, random), width }
    }

    /// Adds the named rows to the columns from `first` on of a row of `output`.
    pub fn forward(
        &self,
        weights: &Weights,
        names: &[u32],
        output: &mut Array2<f32>,
        row: usize,
        first: usize,
    ) {
        let mut into: ArrayViewMut1<f32> = output.slice_mut(s![row, first..first + self.width]);
        for &name in names {
            into += &weights[self.table].row(name as usize);
        }
    }

    /// Adds the gradient to the named rows.
    pub fn backward(&self, gradients: &mut Weights, names: &[u32], gradient: ArrayView1<f32>) {
        for &name in names {
            let mut row = gradients[self.table].row_mut(name as usize);
            row += &gradient;
        }
    }
}
