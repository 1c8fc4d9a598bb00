//! Matrices of weights, and rows of numbers multiplied with them.

use super::lanes::{Lanes, PANEL, Pairs, Work, fastest};
use crate::model::{ModelError, Reader};

/// Rows or panels that are worked on together.
const BLOCK: usize = 4;

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
    bias: Vec<f32>,
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
        let mut panels = vec![[0; 2 * PANEL]; padded / PANEL * inputs / 2];
        for (at, &byte) in bytes.iter().enumerate() {
            let (input, output) = (at / outputs, at % outputs);
            let pairs = &mut panels[output / PANEL * inputs / 2 + input / 2];
            pairs[output % PANEL * 2 + input % 2] = i16::from(byte as i8);
        }
        let steps = scales.as_chunks().0.iter().map(|panel| panel.map(|scale| scale / steps)).collect();
        Ok(Self { inputs, panels, steps, bias })
    }

    /// The numbers of a row that goes in.
    pub fn inputs(&self) -> usize {
        self.inputs
    }

    /// The numbers of a row that comes out, with the padding.
    pub fn width(&self) -> usize {
        self.bias.len()
    }

    /// Multiplies each row of `rows` and writes the results, bias included, over `results`.
    pub fn multiply(&self, rows: &[i16], results: &mut Vec<f32>) {
        results.clear();
        for _ in rows.chunks_exact(self.inputs) {
            results.extend_from_slice(&self.bias);
        }
        fastest(Product { matrix: self, rows, results });
    }

    /// Adds the product of four rows to `results`.
    #[inline(always)]
    fn add_rows(&self, lanes: impl Lanes, rows: &[i16], results: &mut [f32]) {
        let (pairs, _) = rows.as_chunks::<2>();
        let (first, rest) = pairs.split_at(self.inputs / 2);
        let (second, rest) = rest.split_at(self.inputs / 2);
        let (third, fourth) = rest.split_at(self.inputs / 2);
        let (results, _) = results.as_chunks_mut::<PANEL>();
        for (number, (panel, steps)) in self.panels.chunks_exact(self.inputs / 2).zip(&self.steps).enumerate()
        {
            let mut sums = [lanes.zero(); BLOCK];
            for ((((weights, a), b), c), d) in panel.iter().zip(first).zip(second).zip(third).zip(fourth) {
                sums[0] = lanes.add(sums[0], weights, *a);
                sums[1] = lanes.add(sums[1], weights, *b);
                sums[2] = lanes.add(sums[2], weights, *c);
                sums[3] = lanes.add(sums[3], weights, *d);
            }
            let rows = results.iter_mut().skip(number).step_by(self.steps.len());
            for (results, sums) in rows.zip(sums) {
                lanes.store(sums, steps, results);
            }
        }
    }

    /// Adds the product of one row to `results`.
    #[inline(always)]
    pub fn add_row(&self, lanes: impl Lanes, row: &[i16], results: &mut [f32]) {
        let (inputs, _) = row.as_chunks::<2>();
        let (results, _) = results.as_chunks_mut::<PANEL>();
        let mut columns = results.iter_mut().zip(&self.steps);
        let mut groups = self.panels.chunks_exact(inputs.len() * BLOCK);
        for group in groups.by_ref() {
            let (first, rest) = group.split_at(inputs.len());
            let (second, rest) = rest.split_at(inputs.len());
            let (third, fourth) = rest.split_at(inputs.len());
            let mut sums = [lanes.zero(); BLOCK];
            for ((((input, a), b), c), d) in inputs.iter().zip(first).zip(second).zip(third).zip(fourth) {
                sums[0] = lanes.add(sums[0], a, *input);
                sums[1] = lanes.add(sums[1], b, *input);
                sums[2] = lanes.add(sums[2], c, *input);
                sums[3] = lanes.add(sums[3], d, *input);
            }
            for (sums, (results, steps)) in sums.into_iter().zip(columns.by_ref()) {
                lanes.store(sums, steps, results);
            }
        }
        for (panel, (results, steps)) in groups.remainder().chunks_exact(inputs.len()).zip(columns) {
            let sums = panel.iter().zip(inputs);
            let sums = sums.fold(lanes.zero(), |sums, (weights, input)| lanes.add(sums, weights, *input));
            lanes.store(sums, steps, results);
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
        let Self { matrix, rows, results } = self;
        let (inputs, width) = (matrix.inputs, matrix.width());
        let mut blocks = rows.chunks_exact(inputs * BLOCK);
        let mut outputs = results.chunks_exact_mut(width * BLOCK);
        for (block, output) in blocks.by_ref().zip(outputs.by_ref()) {
            matrix.add_rows(lanes, block, output);
        }
        let rest = outputs.into_remainder().chunks_exact_mut(width);
        for (row, output) in blocks.remainder().chunks_exact(inputs).zip(rest) {
            matrix.add_row(lanes, row, output);
        }
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
        for (rows, inputs, outputs) in [(1, 4, 5), (4, 8, 16), (9, 20, 70), (6, 34, 130)] {
            let matrix = matrix(inputs, outputs);
            let input: Vec<i16> = (0..rows * inputs).map(|at| (at % 13) as i16 - 6).collect();
            let mut results = Vec::new();
            matrix.multiply(&input, &mut results);
            let mut portable = matrix.bias.repeat(rows);
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
