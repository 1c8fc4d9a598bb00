//! Learning links: an averaged perceptron over hashed features.

use notaverbale::training::attribution::{
    Features, Fragment, Linker, Role, WEIGHTS, candidates, fragments, sought,
};

use super::example::{Example, Words};

/// Times that every passage is seen.
const PASSES: usize = 5;

/// Learns to link the annotated fragments.
///
/// # References
/// Collins (2002), EMNLP.
pub fn train(examples: &[&Example]) -> Linker {
    let mut perceptron = Perceptron { weights: vec![0.0; WEIGHTS], sums: vec![0.0; WEIGHTS], step: 0.0 };
    for _ in 0..PASSES {
        for example in examples {
            let fragments = fragments(&example.labels);
            for from in 0..fragments.len() {
                perceptron.see(example, &fragments, from);
            }
        }
    }
    Linker::new(perceptron.rounded())
}

/// The share of annotated contents and cues, in percent, that a choice links as annotated.
pub fn share_right(
    examples: &[Example],
    choose: impl Fn(&Example, &[Fragment], usize) -> Option<usize>,
) -> f64 {
    let (mut right, mut all) = (0, 0);
    for example in examples {
        let fragments = fragments(&example.labels);
        for (from, fragment) in fragments.iter().enumerate() {
            let Some(wanted) = sought(fragment.role) else { continue };
            let own = owners(example, fragment.role, &fragment.words);
            let linked = |to: usize| {
                owners(example, wanted, &fragments[to].words).iter().any(|owner| own.contains(owner))
            };
            let none = || !candidates(&fragments, from).any(linked);
            all += 1;
            right += usize::from(choose(example, &fragments, from).map_or_else(none, linked));
        }
    }
    100.0 * f64::from(right as u32) / f64::from(all.max(1))
}

/// The candidate with the fewest words between, the first of equals.
pub fn nearest(fragments: &[Fragment], from: usize) -> Option<usize> {
    let gap = |to: &usize| {
        let (low, high) = (from.min(*to), from.max(*to));
        fragments[high].words.start.saturating_sub(fragments[low].words.end)
    };
    candidates(fragments, from).min_by_key(gap)
}

struct Perceptron {
    weights: Vec<f32>,
    /// Changes, each times the step at which it was made.
    sums: Vec<f32>,
    step: f32,
}

impl Perceptron {
    /// Chooses a link, and learns where the choice is wrong.
    fn see(&mut self, example: &Example, fragments: &[Fragment], from: usize) {
        let Some(wanted) = sought(fragments[from].role) else { return };
        let own = owners(example, fragments[from].role, &fragments[from].words);
        let choices: Vec<Option<usize>> = candidates(fragments, from).map(Some).chain([None]).collect();
        let linked =
            |to: usize| owners(example, wanted, &fragments[to].words).iter().any(|owner| own.contains(owner));
        let any = choices.iter().flatten().any(|&to| linked(to));
        let right: Vec<bool> = choices.iter().map(|choice| choice.map_or(!any, linked)).collect();
        let features: Vec<Features> =
            choices.iter().map(|&to| Features::new(&example.passage, fragments, from, to)).collect();
        let scores: Vec<f32> = features.iter().map(|features| self.score(features)).collect();
        let best = |among: &dyn Fn(usize) -> bool| {
            (0..scores.len()).filter(|&at| among(at)).max_by(|&a, &b| scores[a].total_cmp(&scores[b]))
        };
        self.step += 1.0;
        if let (Some(chosen), Some(gold)) = (best(&|_| true), best(&|at| right[at]))
            && !right[chosen]
        {
            self.change(&features[gold], 1.0);
            self.change(&features[chosen], -1.0);
        }
    }

    fn score(&self, features: &Features) -> f32 {
        features.rows().iter().map(|&row| self.weights[usize::from(row)]).sum()
    }

    fn change(&mut self, features: &Features, by: f32) {
        for &row in features.rows() {
            self.weights[usize::from(row)] += by;
            self.sums[usize::from(row)] += by * self.step;
        }
    }

    /// The average of the weights over all steps, as bytes.
    fn rounded(&self) -> Vec<i8> {
        let average = |(weight, sum): (&f32, &f32)| weight - sum / self.step.max(1.0);
        let averages: Vec<f32> = self.weights.iter().zip(&self.sums).map(average).collect();
        let most = averages.iter().fold(1e-6_f32, |most, weight| most.max(weight.abs()));
        averages.iter().map(|weight| (127.0 * weight / most).round() as i8).collect()
    }
}

/// The numbers of the attributions that have a fragment of this role there.
fn owners(example: &Example, role: Role, words: &Words) -> Vec<usize> {
    (0..example.gold.len()).filter(|&number| example.gold[number].holds(role, words)).collect()
}
