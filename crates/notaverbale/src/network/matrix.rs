//! Matrices of weights, and rows of numbers multiplied with them.

use std::array;

use super::lanes::{Lanes, PANEL, Pairs, Work, fastest};
use crate::model::{ModelError, Reader};

/// Rows that are worked on together.
const ROWS: usize = 4;

/// Panels that are worked on together where there is room.
const PANELS: usize = 3;

/// The most inputs of a matrix; with more, sums of products might not fit into 32 bits.
pub const MOST: u32 = 512;

/// A matrix of weights with a bias, for rows of whole numbers; the results are the same on every machine.
#[derive(Clone, PartialEq, Debug)]
pub struct Matrix {
    inputs: usize,
    /// Panel by panel, then two inputs by two.
    panels: Vec<Pairs>,
    /// Panel by panel, what one step of a sum is worth.
    steps: Vec<[f32; PANEL]>,
    bias: Vec<[f32; PANEL]>,
}

impl Matrix {
    /// Reads a matrix of this many inputs and outputs: for each output its scale; for each input a byte for each
    /// output, in steps of the scale; for each output its bias. Inputs come as whole numbers of `1 / steps`.
    ///
    /// # Errors
    /// The part ends before, or holds numbers that are none.
    pub fn read(reader: &mut Reader, inputs: usize, outputs: usize, steps: f32) -> Result<Self, ModelError> {
        if !inputs.is_multiple_of(2) || inputs > MOST as usize {
            return Err(reader.invalid("an even number of inputs, of up to 512"));
        }
        let padded = outputs.div_ceil(PANEL) * PANEL;
        let pad = |mut values: Vec<f32>| {
            values.resize(padded, 0.0);
            values
        };
        let scales = pad(reader.reals(outputs)?);
        let bytes = reader.bytes(inputs * outputs)?;
        let bias = pad(reader.reals(outputs)?);
        let mut panels = vec![Pairs([0; 2 * PANEL]); padded / PANEL * inputs / 2];
        for (at, &byte) in bytes.iter().enumerate() {
            let (input, output) = (at / outputs, at % outputs);
            let pairs = &mut panels[output / PANEL * inputs / 2 + input / 2];
            pairs.0[output % PANEL * 2 + input % 2] = i16::from(byte as i8);
        }
        let steps = scales.as_chunks().0.iter().map(|panel| panel.map(|scale| scale / steps)).collect();
        Ok(Self { inputs, panels, steps, bias: bias.as_chunks().0.to_vec() })
    }

    /// The numbers of a row that comes out, with the padding.
    pub fn width(&self) -> usize {
        self.bias.len() * PANEL
    }

    /// Multiplies each row of `rows` and writes the results, bias included, over `results`.
    pub fn multiply(&self, rows: &[i16], results: &mut Vec<f32>) {
        results.resize(rows.len() / self.inputs * self.width(), 0.0);
        fastest(Product { matrix: self, rows, results });
    }

    /// Multiplies each row of `rows` and writes the results, bias included, into `results`.
    ///
    /// The rows pass by some panels at a time, whose weights stay near the processor meanwhile.
    #[inline(always)]
    pub fn product<L: Lanes>(&self, lanes: L, rows: &[i16], results: &mut [f32]) {
        let (rows, _) = rows.as_chunks::<2>();
        let mut panel = 0;
        while panel < self.steps.len() {
            if L::ROOMY && panel + PANELS <= self.steps.len() {
                self.panels::<PANELS>(lanes, panel, rows, results);
                panel += PANELS;
            } else {
                self.panels::<1>(lanes, panel, rows, results);
                panel += 1;
            }
        }
    }

    /// Writes the results of `P` panels.
    #[inline(always)]
    fn panels<const P: usize>(
        &self,
        lanes: impl Lanes,
        first: usize,
        rows: &[[i16; 2]],
        results: &mut [f32],
    ) {
        let pairs = self.inputs / 2;
        let results = results.chunks_mut(ROWS * self.width());
        for (rows, results) in rows.chunks(ROWS * pairs).zip(results) {
            match rows.len() / pairs {
                ROWS => self.block::<ROWS, P>(lanes, first, rows, results),
                3 => self.block::<3, P>(lanes, first, rows, results),
                2 => self.block::<2, P>(lanes, first, rows, results),
                _ => self.block::<1, P>(lanes, first, rows, results),
            }
        }
    }

    /// Writes the results of `P` panels for `R` rows.
    #[inline(always)]
    fn block<const R: usize, const P: usize>(
        &self,
        lanes: impl Lanes,
        first: usize,
        rows: &[[i16; 2]],
        results: &mut [f32],
    ) {
        let pairs = self.inputs / 2;
        let rows: [_; R] = array::from_fn(|row| &rows[row * pairs..][..pairs]);
        let panels: [_; P] = array::from_fn(|panel| &self.panels[(first + panel) * pairs..][..pairs]);
        let mut sums = [[lanes.zero(); P]; R];
        for pair in 0..pairs {
            for (sums, row) in sums.iter_mut().zip(rows) {
                for (sum, panel) in sums.iter_mut().zip(panels) {
                    *sum = lanes.add(*sum, &panel[pair], row[pair]);
                }
            }
        }
        let columns = first..first + P;
        let (results, _) = results.as_chunks_mut::<PANEL>();
        for (results, sums) in results.chunks_exact_mut(self.steps.len()).zip(sums) {
            let worth = self.steps[columns.clone()].iter().zip(&self.bias[columns.clone()]);
            for ((result, sum), (steps, bias)) in results[columns.clone()].iter_mut().zip(sums).zip(worth) {
                *result = lanes.result(sum, steps, bias);
            }
        }
    }
}

struct Product<'m> {
    matrix: &'m Matrix,
    rows: &'m [i16],
    results: &'m mut [f32],
}

impl Work for Product<'_> {
    #[inline(always)]
    fn run(self, lanes: impl Lanes) {
        self.matrix.product(lanes, self.rows, self.results);
    }
}

#[cfg(test)]
mod tests {
    use super::super::lanes::Portable;
    use super::*;

    /// A matrix whose weights are small whole numbers.
    fn matrix(inputs: usize, outputs: usize) -> Matrix {
        let mut bytes: Vec<u8> = (0..outputs).flat_map(|_| 1.0_f32.to_le_bytes()).collect();
        bytes.extend((0..inputs * outputs).map(|at| weight(at) as i8 as u8));
        bytes.extend((0..outputs).flat_map(|output| (output as f32).to_le_bytes()));
        Matrix::read(&mut Reader::new("test", &bytes), inputs, outputs, 1.0).unwrap()
    }

    fn weight(at: usize) -> i32 {
        (at * 7 % 11) as i32 - 5
    }

    #[test]
    fn multiplies_blocks_and_what_is_left_alike_on_every_machine() {
        for (rows, inputs, outputs) in [(1, 4, 5), (4, 8, 16), (9, 20, 70), (6, 34, 130), (11, 6, 48)] {
            let matrix = matrix(inputs, outputs);
            let input: Vec<i16> = (0..rows * inputs).map(|at| (at % 13) as i16 - 6).collect();
            let mut results = Vec::new();
            matrix.multiply(&input, &mut results);
            let mut portable = vec![0.0; rows * matrix.width()];
            Product { matrix: &matrix, rows: &input, results: &mut portable }.run(Portable);
            assert_eq!(results, portable);
            for row in 0..rows {
                for output in 0..outputs {
                    let product =
                        |at: usize| i32::from(input[row * inputs + at]) * weight(at * outputs + output);
                    let sum: i32 = (0..inputs).map(product).sum::<i32>() + output as i32;
                    assert_eq!(results[row * matrix.width() + output], sum as f32);
                }
            }
        }
    }
}
