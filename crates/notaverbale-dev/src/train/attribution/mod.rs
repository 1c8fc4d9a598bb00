//! Learning who said what: the labels of words, their links, and how sure they are.

mod confidence;
mod example;
mod labeller;
mod linker;

pub use labeller::Without;

use notaverbale::training::attribution::{Confidence, Fragment, Role};
use notaverbale::training::model::write;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::descent::Descent;
use super::export::Part;
use super::network::weights::Weights;
use crate::corpus::{Corpora, Error};
use example::Example;
use labeller::Labeller;

/// Times that every passage is seen for the model that ships.
pub const EPOCHS: usize = 12;
/// Where chance begins for the model that ships.
pub const SEED: u64 = 2;

/// Words of a batch.
const BATCH: usize = 1_000;

/// The annotated readouts.
pub const READOUTS: [&str; 3] =
    ["readouts/dev.gold.jsonl", "readouts/style-dev.gold.jsonl", "readouts/seed.gold.jsonl"];
/// They are few: each of their passages is seen this many times in a pass.
const TIMES: usize = 5;

/// What a run of training is given.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// Times that every passage is seen.
    pub epochs: usize,
    /// Where chance begins.
    pub seed: u64,
    /// What is hidden from the network.
    pub without: Vec<Without>,
    /// A part of the readouts that is held out, and of how many parts.
    pub fold: Option<(usize, usize)>,
}

impl Default for Recipe {
    /// The recipe of the model that ships.
    fn default() -> Self {
        Self { epochs: EPOCHS, seed: SEED, without: Vec::new(), fold: None }
    }
}

impl Recipe {
    /// Whether the readout of this number is held out.
    pub fn holds_out(&self, number: usize) -> bool {
        self.fold.is_some_and(|(fold, folds)| number % folds == fold)
    }
}

/// Trains on PolNeAR's training articles and the readouts, says after each pass how it went, and returns the model's file.
///
/// The same recipe gives the same file on machines of the same kind.
///
/// # Errors
/// A corpus can't be read.
pub fn train(corpora: &Corpora, recipe: &Recipe, say: &mut dyn FnMut(&str)) -> Result<Vec<u8>, Error> {
    let hide = |example: &mut Example| recipe.without.iter().for_each(|without| without.hide(example));
    let load = |name: &str| -> Result<Vec<Example>, Error> {
        let mut examples: Vec<Example> = example::read(corpora, name)?.into_iter().flatten().collect();
        examples.iter_mut().for_each(hide);
        Ok(examples)
    };
    let mut examples = load("polnear/train.jsonl")?;
    let mut readouts = Vec::new();
    for name in READOUTS {
        readouts.extend(example::read(corpora, name)?);
    }
    let kept = readouts.into_iter().enumerate().filter(|(number, _)| !recipe.holds_out(*number));
    let mut readouts: Vec<Example> = kept.flat_map(|(_, examples)| examples).collect();
    readouts.iter_mut().for_each(hide);
    examples.extend((0..TIMES).flat_map(|_| readouts.iter().cloned()));
    let dev = load("polnear/dev.jsonl")?;
    let examples: Vec<&Example> = examples.iter().collect();
    let words = examples.iter().map(|example| example.labels.len()).sum::<usize>();
    let row = examples.first().map_or(0, |first| first.passage.rows.len() / first.labels.len());

    let mut random = ChaCha8Rng::seed_from_u64(recipe.seed);
    let mut weights = Weights::default();
    let labeller = Labeller::new(&mut weights, row, &mut random);
    say(&format!("{} passages, {words} words, {} weights", examples.len(), weights.count()));
    let mut descent = Descent::new(weights, recipe.epochs * words, BATCH);
    for epoch in 1..=recipe.epochs {
        let loss: f32 = descent.pass(&examples, &mut random, |weights, gradients, part, random| {
            labeller.learn(weights, gradients, part, random)
        });
        let mut line = format!("pass {epoch}: loss {:.4}", loss / words as f32);
        if epoch % 4 == 0 || epoch == recipe.epochs {
            line += &format!("; dev words, F1: {}", Right::of(&labeller, descent.average(), &dev));
        }
        say(&line);
    }
    let weights = descent.average();
    let linker = linker::train(&examples);
    say(&format!(
        "links of annotated fragments in dev: {:.1} % right, {:.1} % by the nearest",
        linker::share_right(&dev, |example, fragments, from| {
            linker.choose(&example.passage, fragments, from).to
        }),
        linker::share_right(&dev, |_, fragments, from| linker::nearest(fragments, from)),
    ));
    let judged: Vec<_> = dev
        .iter()
        .flat_map(|example| confidence::judged(example, &labeller.fragments(weights, example), &linker))
        .collect();
    let fitted = confidence::fit(&judged);
    say(&confidence::table(&judged, &Confidence::new(fitted)));
    Ok(write(&[
        ("labels", labels(&labeller, weights)),
        ("links", linker.weights().iter().map(|&weight| weight as u8).collect()),
        ("sure", fitted.iter().flat_map(|weight| weight.to_le_bytes()).collect()),
    ]))
}

/// The part `labels`.
fn labels(labeller: &Labeller, weights: &Weights) -> Vec<u8> {
    let mut part = Part::default();
    part.table(weights[labeller.marks.table].view());
    part.layer(&labeller.first, weights);
    part.layer(&labeller.second, weights);
    part.matrix(&weights[labeller.scores.matrix], &weights[labeller.scores.bias]);
    part.reals(&weights[labeller.transitions]);
    part.into_bytes()
}

/// How many words have the right role, by role: right, found, annotated.
#[derive(Clone, Copy, Debug, Default)]
struct Right([[usize; 3]; 3]);

impl Right {
    fn of(labeller: &Labeller, weights: &Weights, examples: &[Example]) -> Self {
        let mut right = Self::default();
        for example in examples {
            let mut found = vec![None; example.labels.len()];
            for Fragment { role, words, .. } in labeller.fragments(weights, example) {
                found[words].fill(Some(role));
            }
            for (found, &label) in found.into_iter().zip(&example.labels) {
                let gold = Role::of(label).map(|(role, _)| role);
                for role in Role::ALL {
                    let counts = &mut right.0[role as usize];
                    counts[0] += usize::from(found == Some(role) && gold == found);
                    counts[1] += usize::from(found == Some(role));
                    counts[2] += usize::from(gold == Some(role));
                }
            }
        }
        right
    }
}

impl std::fmt::Display for Right {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        let [source, cue, content] =
            self.0.map(|[right, found, gold]| 200.0 * right as f64 / (found + gold).max(1) as f64);
        let mean = (source + cue + content) / 3.0;
        write!(formatter, "source {source:.1}, cue {cue:.1}, content {content:.1}, mean {mean:.1}")
    }
}
