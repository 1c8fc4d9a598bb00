//! A chain of labels, each depending on the one before.

use ndarray::{Array2, ArrayView2};

/// Turns the scores of a sequence's labels, a row for each place, into gradients of the negative log probability of the
/// answers, which is returned; adds the gradient of the transitions (from row to column; the last row is the beginning).
///
/// # References
/// Lafferty, McCallum and Pereira (2001), ICML.
pub fn chain_loss(
    scores: &mut Array2<f32>,
    transitions: ArrayView2<f32>,
    answers: &[usize],
    gradient: &mut Array2<f32>,
) -> f32 {
    let (length, labels) = scores.dim();
    if length == 0 {
        return 0.0;
    }
    let forward = forward(scores, transitions);
    let mut backward: Array2<f32> = Array2::zeros((length, labels));
    for at in (0..length - 1).rev() {
        for from in 0..labels {
            let sum = log_sum(
                (0..labels).map(|to| transitions[[from, to]] + scores[[at + 1, to]] + backward[[at + 1, to]]),
            );
            backward[[at, from]] = sum;
        }
    }
    let total = log_sum(forward.row(length - 1).iter().copied());
    let mut gold = 0.0;
    let mut before = labels;
    for (at, &answer) in answers.iter().enumerate() {
        gold += scores[[at, answer]] + transitions[[before, answer]];
        gradient[[before, answer]] -= 1.0;
        before = answer;
    }
    for at in 1..length {
        for from in 0..labels {
            for to in 0..labels {
                let both =
                    forward[[at - 1, from]] + transitions[[from, to]] + scores[[at, to]] + backward[[at, to]]
                        - total;
                gradient[[from, to]] += both.exp();
            }
        }
    }
    for at in 0..length {
        for label in 0..labels {
            let marginal = (forward[[at, label]] + backward[[at, label]] - total).exp();
            if at == 0 {
                gradient[[labels, label]] += marginal;
            }
            scores[[at, label]] = marginal;
        }
        scores[[at, answers[at]]] -= 1.0;
    }
    total - gold
}

fn forward(scores: &Array2<f32>, transitions: ArrayView2<f32>) -> Array2<f32> {
    let (length, labels) = scores.dim();
    let mut forward: Array2<f32> = Array2::zeros((length, labels));
    for label in 0..labels {
        forward[[0, label]] = transitions[[labels, label]] + scores[[0, label]];
    }
    for at in 1..length {
        for to in 0..labels {
            forward[[at, to]] = scores[[at, to]]
                + log_sum((0..labels).map(|from| forward[[at - 1, from]] + transitions[[from, to]]));
        }
    }
    forward
}

fn log_sum(values: impl Iterator<Item = f32> + Clone) -> f32 {
    let most = values.clone().fold(f32::NEG_INFINITY, f32::max);
    if most == f32::NEG_INFINITY {
        return most;
    }
    most + values.map(|value| (value - most).exp()).sum::<f32>().ln()
}

#[cfg(test)]
mod tests {
    use ndarray::Array2;

    use super::*;

    fn loss(scores: &Array2<f32>, transitions: &Array2<f32>, answers: &[usize]) -> f32 {
        let mut gradient = Array2::zeros(transitions.raw_dim());
        chain_loss(&mut scores.clone(), transitions.view(), answers, &mut gradient)
    }

    #[test]
    fn gradients_are_those_of_the_loss() {
        let mut number = 0.0_f32;
        let mut next = |_| {
            number += 1.7;
            number.sin()
        };
        let scores: Array2<f32> = Array2::from_shape_fn((4, 3), &mut next);
        let transitions: Array2<f32> = Array2::from_shape_fn((4, 3), &mut next);
        let answers = [2, 0, 0, 1];
        let (mut by_score, mut by_transition) = (scores.clone(), Array2::zeros((4, 3)));
        chain_loss(&mut by_score, transitions.view(), &answers, &mut by_transition);
        let step = 1e-2;
        for place in ndarray::indices((4, 3)) {
            let changed = |array: &Array2<f32>, by: f32| {
                let mut changed = array.clone();
                changed[place] += by;
                changed
            };
            let slope = |up: f32, down: f32| (up - down) / (2.0 * step);
            let measured = slope(
                loss(&changed(&scores, step), &transitions, &answers),
                loss(&changed(&scores, -step), &transitions, &answers),
            );
            assert!((measured - by_score[place]).abs() < 2e-3, "score {place:?}: {measured}");
            let measured = slope(
                loss(&scores, &changed(&transitions, step), &answers),
                loss(&scores, &changed(&transitions, -step), &answers),
            );
            assert!((measured - by_transition[place]).abs() < 2e-3, "transition {place:?}: {measured}");
        }
    }

    #[test]
    fn a_sure_answer_costs_nothing() {
        let scores = ndarray::arr2(&[[20.0, 0.0], [0.0, 20.0]]);
        assert!(loss(&scores, &Array2::zeros((3, 2)), &[0, 1]) < 1e-3);
        assert!(loss(&scores, &Array2::zeros((3, 2)), &[1, 0]) > 30.0);
    }
}
