//! The parts of a small neural network, as the tagger and the parser run them.

pub mod activation;
pub mod lanes;
pub mod lstm;
pub mod matrix;
pub mod table;

use lanes::whole;

/// Negative values count a tenth (a leaky rectifier).
pub fn leaky(values: &mut [f32]) {
    for value in values {
        *value = value.max(0.1 * *value);
    }
}

/// Writes the values as whole numbers of `1 / steps` over `numbers`.
pub fn in_steps(values: &[f32], steps: f32, numbers: &mut Vec<i16>) {
    numbers.clear();
    numbers.extend(values.iter().map(|&value| whole(value, steps)));
}

/// The place of the highest value, the first of equals; 0 where there is none.
pub fn highest(values: &[f32]) -> usize {
    let mut best = (0, f32::NEG_INFINITY);
    for (at, &value) in values.iter().enumerate() {
        if value > best.1 {
            best = (at, value);
        }
    }
    best.0
}
