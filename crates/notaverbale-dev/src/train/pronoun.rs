//! The weights by which pronouns find their antecedents, from GUM train and from the pronouns that are sources in the
//! annotated readouts.
//!
//! A log-linear ranking of the candidates (Denis and Baldridge 2008, EMNLP), by gradient descent over all pronouns at once.
//! What a pronoun finds changes what later ones can find, so the candidates are collected anew a few times.

use std::fmt::Write;
use std::path::Path;

use notaverbale::Span;
use notaverbale::training::mention::{Candidate, FEATURES, Pronoun, Row, WIDTH, pronouns};
use serde_json::Value;

use crate::coreference::{self, Annotated};
use crate::corpus::{Corpora, Error, Places};
use crate::speakers::is_same;
use crate::train::attribution::READOUTS;

/// How often candidates are collected.
const ROUNDS: usize = 4;
/// How many steps a round takes.
const STEPS: usize = 2000;
/// The length of a step.
const RATE: f64 = 0.5;
/// The weight of the squares of the weights.
const PENALTY: f64 = 0.004;

/// How much more a pronoun of a readout counts than one of GUM: there are few.
const OF_READOUT: f64 = 3.0;

/// A pronoun's candidates, and which of them are right.
struct Example {
    weight: f64,
    candidates: Vec<(Row, bool)>,
}

type Weights = [f64; WIDTH];

/// Learns the weights and writes them to `output`.
///
/// # Errors
/// The treebank can't be read or the file not written.
pub fn learn(corpora: &Corpora, output: &Path, report: &mut dyn FnMut(String)) -> Result<(), Error> {
    let documents = coreference::documents(&corpora.path("ud/gum-train.conllu.gz"))?;
    let readouts = readouts(corpora)?;
    let mut weights = [[0.0; WIDTH]; 2];
    for round in 0..ROUNDS {
        let table = table(&weights);
        let mut examples = [Vec::new(), Vec::new()];
        for document in &documents {
            for pronoun in coreference::choices(document, Some(&table))? {
                examples[usize::from(pronoun.plural)].extend(example(document, &pronoun));
            }
        }
        for readout in &readouts {
            for pronoun in pronouns(&readout.text, Some(&table)).map_err(Error::Weights)? {
                let speaker = readout.sources.iter().find(|(span, _)| *span == pronoun.span);
                let right = |candidate: &Candidate| {
                    speaker.is_some_and(|(_, speaker)| is_same(&candidate.name, speaker))
                };
                examples[usize::from(pronoun.plural)].extend(ranked(&pronoun, OF_READOUT, right));
            }
        }
        weights = examples.each_ref().map(|examples| fit(examples));
        let right = examples.iter().zip(&weights).map(|(examples, weights)| {
            format!("{} of {}", examples.iter().filter(|one| is_right(one, weights)).count(), examples.len())
        });
        report(format!(
            "round {}: singular and plural right: {}",
            round + 1,
            right.collect::<Vec<_>>().join(", ")
        ));
    }
    std::fs::write(output, table(&weights)).map_err(|source| Error::File { path: output.to_owned(), source })
}

/// The candidates of an annotated pronoun, where one is right and another is not.
fn example(document: &Annotated, pronoun: &Pronoun) -> Option<Example> {
    let gold = document.person_of(pronoun.span)?;
    let right = |candidate: &Candidate| {
        document.mention(candidate.mention).is_some_and(|mention| mention.entity == gold.entity)
    };
    ranked(pronoun, 1.0, right)
}

/// The candidates of a pronoun, where one is right and another is not.
fn ranked(pronoun: &Pronoun, weight: f64, right: impl Fn(&Candidate) -> bool) -> Option<Example> {
    let candidates: Vec<(Row, bool)> =
        pronoun.candidates.iter().map(|candidate| (candidate.features, right(candidate))).collect();
    let (some, all) = (candidates.iter().any(|one| one.1), candidates.iter().all(|one| one.1));
    (some && !all).then_some(Example { weight, candidates })
}

/// An annotated readout.
struct Readout {
    text: String,
    /// The sources of one word, with the speaker's name.
    sources: Vec<(Span, String)>,
}

fn readouts(corpora: &Corpora) -> Result<Vec<Readout>, Error> {
    let mut readouts = Vec::new();
    for name in READOUTS {
        let path = corpora.path(name);
        let lines = std::fs::read_to_string(&path).map_err(|source| Error::File { path, source })?;
        for value in lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
            let text = value["text"].as_str().unwrap_or_default().to_owned();
            let places = Places::new(&text);
            let source = |statement: &Value| {
                let span = *places.spans(&statement["source"]).first()?;
                Some((span, statement["speaker"].as_str()?.to_owned()))
            };
            let statements = value["statements"].as_array().into_iter().flatten();
            let sources = statements.filter_map(source).collect();
            readouts.push(Readout { text, sources });
        }
    }
    Ok(readouts)
}

fn score(weights: &Weights, row: &Row) -> f64 {
    weights.iter().zip(row).filter(|(_, has)| **has).map(|(weight, _)| weight).sum()
}

fn is_right(example: &Example, weights: &Weights) -> bool {
    let best = example
        .candidates
        .iter()
        .rev()
        .max_by(|one, other| score(weights, &one.0).total_cmp(&score(weights, &other.0)));
    best.is_some_and(|best| best.1)
}

/// The weights under which right candidates are likeliest.
fn fit(examples: &[Example]) -> Weights {
    let mut weights = [0.0; WIDTH];
    for _ in 0..STEPS {
        let mut slope = [0.0; WIDTH];
        for example in examples {
            let likely: Vec<f64> =
                example.candidates.iter().map(|(row, _)| score(&weights, row).exp()).collect();
            let all: f64 = likely.iter().sum();
            let right: f64 = likely
                .iter()
                .zip(&example.candidates)
                .filter(|(_, one)| one.1)
                .map(|(likely, _)| likely)
                .sum();
            for (likely, (row, is_right)) in likely.iter().zip(&example.candidates) {
                let pull = example.weight * (if *is_right { likely / right } else { 0.0 } - likely / all);
                for (slope, _) in slope.iter_mut().zip(row).filter(|(_, has)| **has) {
                    *slope += pull;
                }
            }
        }
        for (weight, slope) in weights.iter_mut().zip(slope) {
            *weight += RATE * (slope / examples.len().max(1) as f64 - PENALTY * *weight);
        }
    }
    weights
}

/// The weights as the crate reads them.
fn table([singular, plural]: &[Weights; 2]) -> String {
    let mut table = String::from(HEAD);
    for (feature, (singular, plural)) in FEATURES.iter().zip(singular.iter().zip(plural)) {
        let _ = writeln!(table, "{feature}\t{singular:.3}\t{plural:.3}");
    }
    table
}

const HEAD: &str = "\
# pronoun.tsv: weights by which he, she and they find whom they stand for; written by `notaverbale-dev train pronouns`.
# feature: as named in src/mention/pronoun.rs; singular: for he and she; plural: for they; log-odds, added up
# source: learned from GUM train (texts CC BY, CC BY-SA or public domain; package CC BY-NC-SA; Zeldes 2017) and the
#   annotated readouts
# licence: CC BY-SA 4.0
# date: 2026-11-27
feature\tsingular\tplural
";
