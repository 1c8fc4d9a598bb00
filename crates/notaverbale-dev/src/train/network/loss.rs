//! How far a distribution is from the answer.

/// Turns scores into their cross entropy with the answer, which is returned, and its gradient, which takes their place.
///
/// Scores of negative infinity stand for what can't be, and get no gradient.
pub fn cross_entropy(scores: &mut [f32], answer: usize) -> f32 {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - most).exp();
        sum += *score;
    }
    for score in scores.iter_mut() {
        *score /= sum;
    }
    let loss = -scores[answer].max(1e-10).ln();
    scores[answer] -= 1.0;
    loss
}
