//! The model of the sentence splitter: where a sentence ends that no stop ends, or that a small letter follows.
//!
//! Logistic regression over hashed features, by stochastic gradient descent with AdaGrad steps (Duchi et al. 2011),
//! weights rounded to a signed byte. Same corpora, same bytes.

use std::collections::HashSet;

use notaverbale::OffsetMap;
use notaverbale::training::model;
use notaverbale::training::sentence::{Asked, questions};
use serde_json::Value;

use crate::conllu::{self, Sentence};
use crate::corpus::{Corpora, Error};

/// Binary logarithm of the number of weights.
const BITS: u8 = 15;
/// How many steps a weight of 1 has.
const SCALE: f32 = 24.0;
/// Passes over the questions.
const PASSES: usize = 6;
/// The size of the first steps, and how strongly weights are drawn to 0.
const RATE: f32 = 0.05;
const DECAY: f32 = 1e-2;
/// The least probability of an end, by kind.
const LEAST: [f32; 3] = [0.45, 0.5, 0.5];

/// One in so many ends may be lost for speed: the two words about it speak too much against it.
const KEPT: usize = 100;

/// A text with where its sentences end, in bytes.
#[derive(Clone, Debug)]
pub struct Annotated {
    text: String,
    ends: HashSet<usize>,
}

/// The trained model, and what it was learned from.
#[derive(Clone, Debug)]
pub struct Trained {
    /// The bytes of the model file.
    pub model: Vec<u8>,
    /// How many texts there were.
    pub texts: usize,
    /// How many questions they asked, by kind.
    pub questions: [usize; 3],
    /// Right, wrong and missed ends, by kind, on texts left out of training: five folds.
    pub folds: [[usize; 3]; 3],
}

/// Learns from the training parts of EWT and GUM.
///
/// # Errors
/// A corpus is missing or broken.
pub fn train(corpora: &Corpora) -> Result<Trained, Error> {
    let mut texts = documents(&conllu::read(&corpora.path("ud/ewt-train.conllu.gz"))?);
    texts.extend(split_texts(corpora, "sentences/gum-train.jsonl")?);
    let asked: Vec<Vec<Asked>> =
        texts.iter().map(|text| questions(&text.text, |end| text.ends.contains(&end))).collect();
    let mut folds = [[0; 3]; 3];
    for fold in 0..5 {
        let part = |held: bool| {
            let texts = asked.iter().enumerate().filter(move |(number, _)| (number % 5 == fold) == held);
            texts.flat_map(|(_, asked)| asked)
        };
        let seen: Vec<_> = part(false).collect();
        let weights = quantized(&learn(&seen));
        let floors = floors(&weights, &seen);
        for one in part(true) {
            let ends = near(&weights, one) >= i32::from(floors[one.kind]) && is_end(&weights, one);
            let [right, wrong, missed] = &mut folds[one.kind];
            match (ends, one.ends) {
                (true, true) => *right += 1,
                (true, false) => *wrong += 1,
                (false, true) => *missed += 1,
                (false, false) => {}
            }
        }
    }
    let all: Vec<&Asked> = asked.iter().flatten().collect();
    let count = |kind| all.iter().filter(|one| one.kind == kind).count();
    let weights = quantized(&learn(&all));
    Ok(Trained {
        model: file(&weights, floors(&weights, &all)),
        texts: texts.len(),
        questions: [0, 1, 2].map(count),
        folds,
    })
}

/// The bytes of the model file, as `notaverbale` reads it.
fn file(weights: &[i8], floors: [i16; 3]) -> Vec<u8> {
    let levels = [0, 1, 2].map(threshold).into_iter().chain(floors).flat_map(i16::to_le_bytes);
    let weights = weights.iter().map(|weight| weight.cast_unsigned());
    model::write(&[("ends", levels.chain(weights).collect())])
}

/// The least sum of weights that is an end.
fn threshold(kind: usize) -> i16 {
    let least = LEAST[kind];
    (SCALE * (least / (1.0 - least)).ln()).round() as i16
}

fn slot(feature: u32) -> usize {
    feature as usize & ((1 << BITS) - 1)
}

/// By kind, the sum of the near words' weights that but one in [`KEPT`] of the ends found reaches.
fn floors(weights: &[i8], asked: &[&Asked]) -> [i16; 3] {
    [0, 1, 2].map(|kind| {
        let found = asked.iter().filter(|one| one.kind == kind && one.ends && is_end(weights, one));
        let mut sums: Vec<i32> = found.map(|one| near(weights, one)).collect();
        sums.sort_unstable();
        sums.get(sums.len() / KEPT).map_or(0, |&sum| sum as i16)
    })
}

fn is_end(weights: &[i8], asked: &Asked) -> bool {
    sum(weights, &asked.features) > i32::from(threshold(asked.kind))
}

fn near(weights: &[i8], asked: &Asked) -> i32 {
    sum(weights, &asked.features[..asked.near])
}

fn sum(weights: &[i8], features: &[u32]) -> i32 {
    features.iter().map(|&feature| i32::from(weights[slot(feature)])).sum()
}

fn quantized(weights: &[f32]) -> Vec<i8> {
    weights.iter().map(|weight| (weight * SCALE).round().clamp(-127.0, 127.0) as i8).collect()
}

/// The weights that tell the ends among the questions.
fn learn(asked: &[&Asked]) -> Vec<f32> {
    let mut weights = vec![0.0_f32; 1 << BITS];
    let mut squares = vec![1e-4_f32; 1 << BITS];
    let mut order: Vec<usize> = (0..asked.len()).collect();
    let mut random = Random(20_26);
    for _ in 0..PASSES {
        for last in (1..order.len()).rev() {
            order.swap(last, random.below(last + 1));
        }
        for &number in &order {
            let one = asked[number];
            let sum: f32 = one.features.iter().map(|&feature| weights[slot(feature)]).sum();
            let slope = 1.0 / (1.0 + (-sum).exp()) - if one.ends { 1.0 } else { 0.0 };
            for &feature in &one.features {
                let slot = slot(feature);
                let step = slope + DECAY * weights[slot];
                squares[slot] += step * step;
                weights[slot] -= RATE * step / squares[slot].sqrt();
            }
        }
    }
    weights
}

/// A generator of numbers that look random and are always the same (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }
}

/// The texts of a file with sentences in code points.
fn split_texts(corpora: &Corpora, name: &str) -> Result<Vec<Annotated>, Error> {
    let path = corpora.path(name);
    let lines =
        std::fs::read_to_string(&path).map_err(|source| Error::File { path: path.clone(), source })?;
    let mut texts = Vec::new();
    for (at, line) in lines.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        let value: Value = serde_json::from_str(line).unwrap_or_default();
        let (Some(text), Some(sentences)) = (value["text"].as_str(), value["sentences"].as_array()) else {
            return Err(Error::Line { path, line: at + 1 });
        };
        let map = OffsetMap::new(text);
        let end = |span: &Value| map.to_byte(text, span[1].as_u64().unwrap_or(0) as usize);
        texts.push(Annotated { text: text.to_owned(), ends: sentences.iter().map(end).collect() });
    }
    Ok(texts)
}

/// The documents of a treebank.
fn documents(treebank: &[Sentence]) -> Vec<Annotated> {
    let documents = treebank.chunk_by(|_, next| !next.opens_document).map(conllu::running_text);
    documents.map(|(text, ends)| Annotated { text, ends: ends.into_iter().collect() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_treebank_becomes_texts() {
        let word = |form: &str, misc: &str| format!("1\t{form}\t_\t_\t_\t_\t0\troot\t_\t{misc}\n");
        let (joined, spaced) = ("SpaceAfter=No", "_");
        let treebank = "# newdoc id = a\n# newpar id = p\n# text = It is.\n".to_owned()
            + &(word("It", spaced) + &word("is", joined) + &word(".", spaced))
            + "\n# text = Why?\n"
            + &(word("Why", joined) + &word("?", spaced))
            + "\n# newpar id = q\n# text = So.\n"
            + &word("So.", spaced);
        let texts = documents(&conllu::parse(&treebank).unwrap());
        assert_eq!(texts[0].text, "It is. Why?\n\nSo.");
        assert_eq!(texts[0].ends, HashSet::from([6, 11, 16]));
    }

    #[test]
    fn the_same_questions_give_the_same_weights() {
        let asked = |kind, ends, feature| Asked { kind, end: 0, features: vec![7, feature], near: 1, ends };
        let all = [asked(0, true, 1), asked(0, false, 2), asked(1, true, 1)];
        let all: Vec<&Asked> = all.iter().collect();
        let weights = quantized(&learn(&all));
        assert_eq!(weights, quantized(&learn(&all)));
        assert!(weights[1] > 0 && weights[2] < 0);
    }
}
