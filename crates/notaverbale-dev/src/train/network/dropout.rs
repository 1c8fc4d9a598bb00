//! Values left out at random while learning.

use ndarray::{Array2, Ix2, s};
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::batch::Packing;

/// Sets a share of the values to zero and scales up the rest; returns the factors, for the way back. Nothing happens
/// without a source of chance.
pub fn dropout(values: &mut Array2<f32>, share: f32, random: Option<&mut ChaCha8Rng>) -> Option<Array2<f32>> {
    let factors = factors(values.raw_dim(), share, random?);
    *values *= &factors;
    Some(factors)
}

/// The same, where all words of a sentence lose the same columns.
///
/// # References
/// Gal and Ghahramani (2016), NIPS.
pub fn dropout_by_sentence(
    values: &mut Array2<f32>,
    packing: &Packing,
    share: f32,
    random: Option<&mut ChaCha8Rng>,
) -> Option<Array2<f32>> {
    let shape = Ix2(if packing.longest() > 0 { packing.step(0).len() } else { 0 }, values.ncols());
    let by_sentence = factors(shape, share, random?);
    let mut factors = Array2::zeros(values.raw_dim());
    for place in 0..packing.longest() {
        let rows = packing.step(place);
        factors.slice_mut(s![rows.clone(), ..]).assign(&by_sentence.slice(s![..rows.len(), ..]));
    }
    *values *= &factors;
    Some(factors)
}

/// Zeros for a share of the places, and for the others what keeps the sum as it was.
fn factors(shape: Ix2, share: f32, random: &mut ChaCha8Rng) -> Array2<f32> {
    let kept = 1.0 / (1.0 - share);
    let most = (share * 65536.0) as u32;
    let mut factors = Array2::zeros(shape);
    // Sixteen bits of chance serve for a place.
    let mut bits = 0_u32;
    let mut half = false;
    for factor in &mut factors {
        bits = if half { bits >> 16 } else { random.random() };
        half = !half;
        *factor = if bits & 0xffff < most { 0.0 } else { kept };
    }
    factors
}

/// The gradient in front of [`dropout`].
pub fn backward(gradient: &mut Array2<f32>, factors: Option<&Array2<f32>>) {
    if let Some(factors) = factors {
        *gradient *= factors;
    }
}
