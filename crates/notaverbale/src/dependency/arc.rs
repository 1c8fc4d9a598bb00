//! Scores of arcs and of their relations.

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

    /// Writes over `scores` a row for each word with a score for the root and each word as its head.
    pub fn score(&self, words: &[i16], buffer: &mut Buffer, scores: &mut Vec<f32>) {
        self.dependent.multiply(words, &mut buffer.dependents);
        self.head.multiply(words, &mut buffer.heads);
        leaky(&mut buffer.dependents);
        leaky(&mut buffer.heads);
        in_steps(&buffer.dependents, STEPS, &mut buffer.steps);
        self.asked.multiply(&buffer.steps, &mut buffer.asked);
        scores.clear();
        fastest(Products { arcs: self, buffer, scores });
    }
}

struct Products<'a> {
    arcs: &'a Arcs,
    buffer: &'a Buffer,
    scores: &'a mut Vec<f32>,
}

impl Work for Products<'_> {
    #[inline(always)]
    fn run(self, lanes: impl Lanes) {
        let width = self.arcs.root.len();
        for asked in self.buffer.asked.chunks_exact(width) {
            self.scores.push(lanes.product(asked, &self.arcs.root));
            self.scores.extend(self.buffer.heads.chunks_exact(width).map(
                #[inline(always)]
                |head| lanes.product(asked, head),
            ));
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

    /// Appends the best relation of each word to its head, where heads count from 1 and 0 is the root.
    pub fn label(&self, words: &[i16], heads: &[usize], buffer: &mut Buffer, relations: &mut Vec<Deprel>) {
        self.dependent.multiply(words, &mut buffer.dependents);
        self.head.multiply(words, &mut buffer.heads);
        let width = self.dependent.width();
        for (dependent, &head) in buffer.dependents.chunks_exact_mut(width).zip(heads) {
            let head = head
                .checked_sub(1)
                .map_or(self.root.as_slice(), |head| &buffer.heads[head * width..][..width]);
            for (value, head) in dependent.iter_mut().zip(head) {
                *value += head;
            }
        }
        leaky(&mut buffer.dependents);
        in_steps(&buffer.dependents, STEPS, &mut buffer.steps);
        self.scores.multiply(&buffer.steps, &mut buffer.asked);
        for (scores, &head) in buffer.asked.chunks_exact(self.scores.width()).zip(heads) {
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
            relations.push(match (head == 0, name == Deprel::ROOT) {
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
