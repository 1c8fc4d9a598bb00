//! Learning tagger, parser and lemmatizer from the treebanks.

use std::path::{Path, PathBuf};

use notaverbale::training::model::write;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::descent::Descent;
use super::example::{Example, Vocabulary};
use super::lemma::LemmaModel;
use super::model::{Dropout, Model, Prediction, Sizes};
use super::network::weights::Weights;
use super::step::{Losses, Step};
use super::{export, vectors};
use crate::conllu::{self, Sentence};
use crate::corpus::{Corpora, Error};

/// The sizes that ship; `LEARNING.md` says what others gave.
const SIZES: Sizes =
    Sizes { word: 32, prefix: 16, suffix: 32, shape: 16, first: 96, second: 96, arc: 96, label: 96 };

const DROPOUT: Dropout = Dropout { input: 0.2, layer: 0.33, arc: 0.25, vector: 0.05 };

/// Times that every sentence is seen for the model that ships.
pub const EPOCHS: usize = 36;
/// Where chance begins for the model that ships.
pub const SEED: u64 = 1;

/// Words of a batch.
const BATCH: usize = 700;

/// What a run of training is given.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// Times that every sentence is seen.
    pub epochs: usize,
    /// Where chance begins.
    pub seed: u64,
    /// The vectors of words.
    pub vectors: PathBuf,
    /// The file to write.
    pub output: PathBuf,
}

/// Trains on the training sentences of EWT and GUM, says after each pass how it went, and writes the model.
///
/// The same recipe gives the same file on machines of the same kind.
///
/// # Errors
/// A corpus or the vectors can't be read, or the model can't be written.
pub fn train(corpora: &Corpora, recipe: &Recipe, say: &mut dyn FnMut(&str)) -> Result<(), Error> {
    let load = |name: &str| conllu::read(&corpora.path(&format!("ud/{name}.conllu.gz")));
    let mut sentences = load("ewt-train")?;
    sentences.extend(load("gum-train")?);
    let (names, vectors) = vectors::read(&recipe.vectors)?;
    let vocabulary = Vocabulary::new(&sentences, names);
    let examples = |sentences: &[Sentence]| -> Vec<Example> {
        sentences.iter().map(|sentence| Example::new(sentence, &vocabulary)).collect()
    };
    let dev = [("EWT", examples(&load("ewt-dev")?)), ("GUM", examples(&load("gum-dev")?))];
    let examples = examples(&sentences);
    let words = examples.iter().map(|example| example.inputs.len()).sum::<usize>();

    let mut random = ChaCha8Rng::seed_from_u64(recipe.seed);
    let mut weights = Weights::default();
    let model = Model::new(&mut weights, SIZES, &vocabulary, vectors, &mut random);
    say(&format!("{} sentences, {words} words, {} weights", examples.len(), weights.count()));
    let mut descent = Descent::new(weights, recipe.epochs * words, BATCH);
    let all: Vec<&Example> = examples.iter().collect();
    for epoch in 1..=recipe.epochs {
        let losses: Losses = descent.pass(&all, &mut random, |weights, gradients, part, random| {
            Step::new(&model, weights, gradients, part, DROPOUT, random).run(&vocabulary.counts)
        });
        let mut line = format!("pass {epoch}: loss {}", losses.of(words));
        if epoch % 5 == 0 || epoch == recipe.epochs {
            for (name, examples) in &dev {
                line +=
                    &format!("; {name} dev {}", Right::of(&model, descent.average(), examples, &vocabulary));
            }
        }
        say(&line);
    }
    let mut parts = export::parts(&model, descent.average(), &vocabulary);
    parts.push(("lemmas", LemmaModel::train(&sentences).to_bytes()));
    let file = write(&parts);
    std::fs::write(&recipe.output, &file)
        .map_err(|source| Error::File { path: recipe.output.clone(), source })?;
    say(&format!("{}: {} bytes", recipe.output.display(), file.len()));
    Ok(())
}

/// How many words of some sentences are right.
#[derive(Clone, Copy, Debug, Default)]
struct Right {
    words: usize,
    upos: usize,
    xpos: usize,
    heads: usize,
    relations: usize,
}

impl Right {
    /// Of the answers with gold words, where relations are compared without subtypes.
    fn of(model: &Model, weights: &Weights, examples: &[Example], vocabulary: &Vocabulary) -> Self {
        let universal = |relation: usize| {
            let name = vocabulary.relations.names().get(relation).map(String::as_str);
            name.and_then(|name| name.split(':').next())
        };
        let mut right = Self::default();
        for example in examples {
            let Prediction { upos, xpos, heads, relations } = model.predict(weights, example);
            right.words += heads.len();
            for at in 0..heads.len() {
                let head = heads[at] == example.heads[at];
                right.upos += usize::from(upos[at] == example.upos[at]);
                right.xpos += usize::from(xpos[at] == example.xpos[at]);
                right.heads += usize::from(head);
                right.relations +=
                    usize::from(head && universal(relations[at]) == universal(example.relations[at]));
            }
        }
        right
    }
}

impl std::fmt::Display for Right {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        let percent = |count: usize| 100.0 * count as f64 / self.words as f64;
        write!(
            formatter,
            "UPOS {:.2} XPOS {:.2} UAS {:.2} LAS {:.2}",
            percent(self.upos),
            percent(self.xpos),
            percent(self.heads),
            percent(self.relations)
        )
    }
}

/// Where the vectors and the model lie in the repository.
pub fn recipe(epochs: usize, seed: u64) -> Recipe {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    Recipe {
        epochs,
        seed,
        vectors: here.join("data/vectors.nvm"),
        output: here.join("../notaverbale/data/model/english.nvm"),
    }
}
