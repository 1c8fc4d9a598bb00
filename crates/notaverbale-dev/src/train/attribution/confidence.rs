//! Fitting confidences: how often attributions with the same signs are right.

use std::collections::HashSet;
use std::fmt::Write;

use nalgebra::{SMatrix, SVector};
use notaverbale::training::attribution::{
    Confidence, Fragment, Linked, Linker, Role, SIGNS, Signs, attributions,
};

use super::example::{Example, Words};

/// The signs of each attribution that is found in an example, and whether it is right: content (Jaccard at least 0.5),
/// source (F1 at least 0.5) and cue (a word at least), as PolNeAR's scorer has it.
pub fn judged(example: &Example, fragments: &[Fragment], linker: &Linker) -> Vec<(Signs, bool)> {
    let found = attributions(linker, &example.passage, fragments);
    found.iter().map(|linked| (linked.signs(fragments), is_right(example, fragments, linked))).collect()
}

fn is_right(example: &Example, fragments: &[Fragment], linked: &Linked) -> bool {
    let words = |numbers: &[usize]| -> HashSet<usize> {
        numbers.iter().flat_map(|&number| fragments[number].words.clone()).collect()
    };
    let gold_words =
        |fragments: &[Words]| -> HashSet<usize> { fragments.iter().cloned().flatten().collect() };
    let found = [words(linked.source.as_slice()), words(linked.cue.as_slice()), words(&linked.content)];
    example.gold.iter().any(|gold| {
        let [source, cue, content] = Role::ALL.map(|role| {
            let gold = gold_words(gold.of(role));
            let both = gold.intersection(&found[role as usize]).count();
            (both, gold.len(), found[role as usize].len())
        });
        let absent = |(_, gold, found): (usize, usize, usize)| gold == 0 && found == 0;
        2 * content.0 >= content.1 + content.2 - content.0
            && content.0 > 0
            && (absent(source) || 4 * source.0 >= source.1 + source.2 && source.0 > 0)
            && (absent(cue) || cue.0 > 0)
    })
}

/// Fits the weights of the signs by Newton's method.
///
/// # References
/// Platt (1999), for scores made into probabilities by a logistic regression.
pub fn fit(judged: &[(Signs, bool)]) -> Signs {
    let mut weights: SVector<f64, SIGNS> = SVector::zeros();
    for _ in 0..30 {
        // A little ridge keeps the solution in bounds.
        let mut curvature: SMatrix<f64, SIGNS, SIGNS> = SMatrix::identity() * 0.1;
        let mut gradient = -0.1 * weights;
        for (signs, right) in judged {
            let signs = SVector::from(signs.map(f64::from));
            let expected = 1.0 / (1.0 + (-weights.dot(&signs)).exp());
            gradient += signs * (f64::from(u8::from(*right)) - expected);
            curvature += signs * signs.transpose() * (expected * (1.0 - expected));
        }
        let Some(step) = curvature.cholesky().map(|curvature| curvature.solve(&gradient)) else { break };
        weights += step;
    }
    std::array::from_fn(|at| weights[at] as f32)
}

/// For each tenth of confidence how many attributions have it, their mean confidence and the share that is right.
pub fn table(judged: &[(Signs, bool)], confidence: &Confidence) -> String {
    let mut table = String::from("confidence  attributions  mean  right");
    for tenth in 0..10 {
        let of_tenth = judged.iter().map(|(signs, right)| (confidence.of(signs), *right));
        let of_tenth: Vec<(f32, bool)> =
            of_tenth.filter(|(sure, _)| ((sure * 10.0) as usize).min(9) == tenth).collect();
        let count = of_tenth.len() as f32;
        let mean = of_tenth.iter().map(|(sure, _)| sure).sum::<f32>() / count.max(1.0);
        let right = of_tenth.iter().filter(|(_, right)| *right).count() as f32 / count.max(1.0);
        let low = tenth as f32 / 10.0;
        let _ = write!(table, "\n{low:.1} to {:.1}  {count:>12}  {mean:.2}  {right:.2}", low + 0.1);
    }
    table
}
