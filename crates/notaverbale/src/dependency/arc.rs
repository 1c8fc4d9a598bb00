//! Scores of arcs and of their relations.

use std::ops::Range;

use super::Deprel;
use crate::model::{ModelError, Reader};
use crate::network::lanes::{Lanes, PANEL, Work, fastest};
use crate::network::lstm;
use crate::network::matrix::{MOST, Matrix};
use crate::network::{highest, in_steps, leaky};

/// What words are as heads and dependents is given in steps of one by this.
const STEPS: f32 = 1_024.0;

/// Reads the numbers of a word as head or dependent.
fn width(reader: &mut Reader) -> Result<usize, ModelError> {
    let width = reader.size(MOST, "a width of up to 512")?;
    if width % PANEL == 0 { Ok(width) } else { Err(reader.invalid("a width in whole panels")) }
}

/// Scores every pair of words as dependent and head.
///
/// # References
/// Dozat and Manning (2017), ICLR.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Arcs {
    /// What a word is as a dependent, and as a head.
    dependent: Matrix,
    head: Matrix,
    /// What the root is as a head.
    root: Vec<f32>,
    /// What a dependent looks for; the bias is what makes a head likely for any.
    asked: Matrix,
}

impl Arcs {
    pub fn read(reader: &mut Reader, inputs: usize) -> Result<Self, ModelError> {
        let width = width(reader)?;
        Ok(Self {
            dependent: Matrix::read(reader, inputs, width, lstm::STEPS)?,
            head: Matrix::read(reader, inputs, width, lstm::STEPS)?,
            root: reader.reals(width)?,
            asked: Matrix::read(reader, width, width, STEPS)?,
        })
    }

    /// Makes ready to score the arcs of sentences, whose words lie in the rows of `words`.
    pub fn read_words(&self, words: &[i16], buffer: &mut Buffer) {
        self.dependent.multiply(words, &mut buffer.dependents);
        self.head.multiply(words, &mut buffer.heads);
        leaky(&mut buffer.dependents);
        leaky(&mut buffer.heads);
        in_steps(&buffer.dependents, STEPS, &mut buffer.steps);
        self.asked.multiply(&buffer.steps, &mut buffer.asked);
    }

    /// Writes over `scores` a row for each word of the sentence in these rows, with a score for the root and each word as
    /// its head.
    pub fn score(&self, sentence: Range<usize>, buffer: &Buffer, scores: &mut Vec<f32>) {
        let width = self.root.len();
        let rows = sentence.start * width..sentence.end * width;
        scores.resize(sentence.len() * (sentence.len() + 1), 0.0);
        fastest(Products {
            root: &self.root,
            asked: &buffer.asked[rows.clone()],
            heads: &buffer.heads[rows],
            scores,
        });
    }
}

struct Products<'a> {
    root: &'a [f32],
    asked: &'a [f32],
    heads: &'a [f32],
    scores: &'a mut [f32],
}

impl Work for Products<'_> {
    #[inline(always)]
    fn run(self, lanes: impl Lanes) {
        let width = self.root.len();
        let heads = self.heads.len() / width;
        for (asked, scores) in self.asked.chunks_exact(width).zip(self.scores.chunks_exact_mut(heads + 1)) {
            scores[0] = lanes.product(asked, self.root);
            for (head, score) in self.heads.chunks_exact(width).zip(&mut scores[1..]) {
                *score = lanes.product(asked, head);
            }
        }
    }
}

/// Scores the relations of an arc.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Relations {
    dependent: Matrix,
    head: Matrix,
    root: Vec<f32>,
    scores: Matrix,
    names: Vec<Deprel>,
}

impl Relations {
    pub fn read(reader: &mut Reader, inputs: usize) -> Result<Self, ModelError> {
        let width = width(reader)?;
        let dependent = Matrix::read(reader, inputs, width, lstm::STEPS)?;
        let head = Matrix::read(reader, inputs, width, lstm::STEPS)?;
        let root = reader.reals(width)?;
        let names: Option<Vec<Deprel>> = reader.text()?.split('\n').map(Deprel::from_name).collect();
        let names = names.ok_or_else(|| reader.invalid("names of known relations"))?;
        let scores = Matrix::read(reader, width, names.len(), STEPS)?;
        Ok(Self { dependent, head, root, scores, names })
    }

    /// Appends the best relation of each word to its head, which is a row of `words` too, or the root.
    pub fn label(
        &self,
        words: &[i16],
        heads: &[Option<usize>],
        buffer: &mut Buffer,
        relations: &mut Vec<Deprel>,
    ) {
        self.dependent.multiply(words, &mut buffer.dependents);
        self.head.multiply(words, &mut buffer.heads);
        let width = self.dependent.width();
        for (dependent, head) in buffer.dependents.chunks_exact_mut(width).zip(heads) {
            let head = head.map_or(self.root.as_slice(), |head| &buffer.heads[head * width..][..width]);
            for (value, head) in dependent.iter_mut().zip(head) {
                *value += head;
            }
        }
        leaky(&mut buffer.dependents);
        in_steps(&buffer.dependents, STEPS, &mut buffer.steps);
        self.scores.multiply(&buffer.steps, &mut buffer.asked);
        for (scores, head) in buffer.asked.chunks_exact(self.scores.width()).zip(heads) {
            let name = self.names[highest(&scores[..self.names.len()])];
            // The root is the only word that is called so.
            let other = || {
                let others = self.names.iter().zip(scores).filter(|&(&name, _)| name != Deprel::ROOT);
                others
                    .fold((Deprel::ROOT, f32::NEG_INFINITY), |best, (&name, &score)| {
                        if score > best.1 { (name, score) } else { best }
                    })
                    .0
            };
            relations.push(match (head.is_none(), name == Deprel::ROOT) {
                (true, _) => Deprel::ROOT,
                (false, false) => name,
                (false, true) => other(),
            });
        }
    }
}

/// Memory that is used again for each sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Buffer {
    dependents: Vec<f32>,
    heads: Vec<f32>,
    asked: Vec<f32>,
    steps: Vec<i16>,
}
