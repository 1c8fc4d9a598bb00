//! Sentences of a treebank as numbers.

use std::collections::HashMap;

use notaverbale::training::feature::{Features, normal};

use super::descent::Length;
use crate::conllu::Sentence;

/// Names and their numbers, in the order of first use.
#[derive(Clone, Debug, Default)]
pub struct Index {
    names: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Index {
    /// Adds a name if it is new.
    pub fn add(&mut self, name: &str) -> usize {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), self.names.len() - 1);
        self.names.len() - 1
    }

    /// The number of a name.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }

    /// The names in order.
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// What the words and labels of the network are called.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Words with a vector learned elsewhere; the first is none.
    pub vectors: Index,
    /// Words with a vector of their own; the first stands for all others.
    pub words: Index,
    /// How often each of `words` stands in the training sentences.
    pub counts: Vec<usize>,
    /// Universal parts of speech.
    pub upos: Index,
    /// The Penn Treebank's parts of speech.
    pub xpos: Index,
    /// Relations, with subtypes.
    pub relations: Index,
}

/// The fewest times that a word must stand in the training sentences to get a vector of its own.
const FEWEST: usize = 2;

impl Vocabulary {
    /// The vocabulary of the training sentences.
    pub fn new(sentences: &[Sentence], vectors: Index) -> Self {
        let mut vocabulary = Self { vectors, ..Self::default() };
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut lower = String::new();
        for word in sentences.iter().flat_map(|sentence| &sentence.words) {
            normal(&word.form, &mut lower);
            *seen.entry(lower.clone()).or_default() += 1;
        }
        vocabulary.words.add("");
        vocabulary.counts.push(0);
        for word in sentences.iter().flat_map(|sentence| &sentence.words) {
            vocabulary.upos.add(&word.upos);
            vocabulary.xpos.add(&word.xpos);
            vocabulary.relations.add(&word.deprel);
            normal(&word.form, &mut lower);
            if seen[&lower] >= FEWEST && vocabulary.words.add(&lower) == vocabulary.counts.len() {
                vocabulary.counts.push(seen[&lower]);
            }
        }
        vocabulary
    }
}

/// A word as the network sees it.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// The number of its vector.
    pub vector: u32,
    /// The number of its word.
    pub word: u32,
    /// Hashed features.
    pub features: Features,
}

/// A sentence as the network sees it, with the answers.
#[derive(Clone, Debug)]
pub struct Example {
    /// The words.
    pub inputs: Vec<Input>,
    /// Universal parts of speech.
    pub upos: Vec<usize>,
    /// The Penn Treebank's.
    pub xpos: Vec<usize>,
    /// From 1, 0 for the root.
    pub heads: Vec<usize>,
    /// Relations.
    pub relations: Vec<usize>,
}

impl Length for Example {
    fn length(&self) -> usize {
        self.inputs.len()
    }
}

impl Example {
    /// Numbers a sentence. A label that the training sentences lack counts as none that can be right.
    pub fn new(sentence: &Sentence, vocabulary: &Vocabulary) -> Self {
        let mut lower = String::new();
        let label = |index: &Index, name: &str| index.get(name).unwrap_or(usize::MAX);
        let inputs = sentence
            .words
            .iter()
            .map(|word| {
                normal(&word.form, &mut lower);
                Input {
                    vector: vocabulary.vectors.get(&lower).unwrap_or(0) as u32,
                    word: vocabulary.words.get(&lower).unwrap_or(0) as u32,
                    features: Features::new(&word.form, &lower),
                }
            })
            .collect();
        let words = &sentence.words;
        Self {
            inputs,
            upos: words.iter().map(|word| label(&vocabulary.upos, &word.upos)).collect(),
            xpos: words.iter().map(|word| label(&vocabulary.xpos, &word.xpos)).collect(),
            heads: words.iter().map(|word| word.head).collect(),
            relations: words.iter().map(|word| label(&vocabulary.relations, &word.deprel)).collect(),
        }
    }
}
