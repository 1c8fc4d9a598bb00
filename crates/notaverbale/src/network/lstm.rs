//! A recurrent layer that reads a sentence from both ends.

use std::cmp::Reverse;
use std::ops::Range;

use super::activation::{sigmoid, tanh};
use super::lanes::{Lanes, PANEL, Work, fastest, whole};
use super::matrix::Matrix;
use crate::model::{ModelError, Reader};

/// What the layer says lies between -1 and 1, in steps of one by this.
pub const STEPS: f32 = 16_384.0;

/// A bidirectional long short-term memory whose input gate is what the forget gate leaves.
///
/// # References
/// Hochreiter and Schmidhuber (1997). Greff et al. (2017) for the coupled gates.
#[derive(Clone, PartialEq, Debug)]
pub struct Lstm {
    width: usize,
    /// From a word to forget gate, output gate and candidate, forwards; then the same backwards.
    input: Matrix,
    /// From the last output to the same.
    forwards: Matrix,
    backwards: Matrix,
}

/// Memory that is used again for each group of sentences.
#[derive(Clone, Debug, Default)]
pub struct Buffer {
    /// The rows of each sentence, the longest first.
    sentences: Vec<Range<usize>>,
    /// What the words add to the gates.
    pub gates: Vec<f32>,
    /// What the last output adds to the gates.
    recurrent: Vec<f32>,
    /// For each sentence, what is remembered and what was said last.
    memory: Vec<f32>,
    last: Vec<i16>,
}

impl Lstm {
    /// Reads a layer with this many inputs, in whole numbers of `1 / steps`: its width, then its three matrices.
    ///
    /// # Errors
    /// The part ends before, or its width is none that can be worked on.
    pub fn read(reader: &mut Reader, inputs: usize, steps: f32) -> Result<Self, ModelError> {
        let width = reader.size(256, "a width of up to 256")?;
        if width % PANEL != 0 {
            return Err(reader.invalid("a width in whole panels"));
        }
        let input = Matrix::read(reader, inputs, 6 * width, steps)?;
        let forwards = Matrix::read(reader, width, 3 * width, STEPS)?;
        let backwards = Matrix::read(reader, width, 3 * width, STEPS)?;
        Ok(Self { width, input, forwards, backwards })
    }

    /// The numbers of a word that comes out: forwards, then backwards.
    pub fn outputs(&self) -> usize {
        2 * self.width
    }

    /// Reads sentences side by side, and writes a row for each word over `outputs`, in steps of `1 / STEPS`.
    ///
    /// `words` has a row for each word, one sentence behind the other; `lengths` are the sentences' lengths in words. What
    /// comes out for a sentence does not depend on the others.
    pub fn run(&self, words: &[i16], lengths: &[usize], buffer: &mut Buffer, outputs: &mut Vec<i16>) {
        self.gates(words, &mut buffer.gates);
        self.read_gates(lengths, buffer, outputs);
    }

    /// Writes what each word adds to the gates, a row of [`gate_width`](Self::gate_width) numbers, over `gates`.
    pub fn gates(&self, words: &[i16], gates: &mut Vec<f32>) {
        self.input.multiply(words, gates);
    }

    /// The numbers that a word adds to the gates.
    pub fn gate_width(&self) -> usize {
        self.input.width()
    }

    /// Does what [`run`](Self::run) does, with what the words add to the gates in `buffer.gates`.
    pub fn read_gates(&self, lengths: &[usize], buffer: &mut Buffer, outputs: &mut Vec<i16>) {
        outputs.resize(buffer.gates.len() / self.gate_width() * self.outputs(), 0);
        let mut end = 0;
        buffer.sentences.clear();
        buffer.sentences.extend(lengths.iter().map(|length| {
            end += length;
            end - length..end
        }));
        buffer.sentences.sort_by_key(|rows| Reverse(rows.len()));
        for direction in [Direction::Forwards, Direction::Backwards] {
            buffer.memory.clear();
            buffer.memory.resize(lengths.len() * self.width, 0.0);
            buffer.last.clear();
            buffer.last.resize(lengths.len() * self.width, 0);
            buffer.recurrent.resize(lengths.len() * 3 * self.width, 0.0);
            fastest(Reading { layer: self, direction, buffer, outputs });
        }
    }
}

/// The way through a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Direction {
    Forwards,
    Backwards,
}

struct Reading<'l> {
    layer: &'l Lstm,
    direction: Direction,
    buffer: &'l mut Buffer,
    outputs: &'l mut [i16],
}

impl Work for Reading<'_> {
    #[inline(always)]
    fn run(self, lanes: impl Lanes) {
        let Self { layer, direction, buffer, outputs } = self;
        let Buffer { sentences, gates, recurrent, memory, last } = buffer;
        let width = layer.width;
        let matrix = match direction {
            Direction::Forwards => &layer.forwards,
            Direction::Backwards => &layer.backwards,
        };
        // A word of each sentence at a time; the shortest, which come last, end first.
        let mut open = sentences.len();
        for at in 0..sentences.first().map_or(0, Range::len) {
            while sentences[open - 1].len() <= at {
                open -= 1;
            }
            matrix.product(lanes, &last[..open * width], recurrent);
            let states = memory.chunks_exact_mut(width).zip(last.chunks_exact_mut(width));
            let recurrent = recurrent.chunks_exact(3 * width);
            for ((rows, recurrent), (memory, last)) in sentences[..open].iter().zip(recurrent).zip(states) {
                let place = match direction {
                    Direction::Forwards => 2 * (rows.start + at),
                    Direction::Backwards => 2 * (rows.end - 1 - at) + 1,
                };
                step(&gates[place * 3 * width..][..3 * width], recurrent, memory, last);
                outputs[place * width..][..width].copy_from_slice(last);
            }
        }
    }
}

/// Reads one word in one direction: changes the memory, and says what is in it.
#[inline(always)]
fn step(input: &[f32], recurrent: &[f32], memory: &mut [f32], last: &mut [i16]) {
    let width = memory.len();
    let gate = |number: usize| {
        let columns = number * width..(number + 1) * width;
        input[columns.clone()].iter().zip(&recurrent[columns])
    };
    let gates = gate(0).zip(gate(1)).zip(gate(2));
    for ((memory, last), ((forget, show), candidate)) in memory.iter_mut().zip(last).zip(gates) {
        let forget = sigmoid(forget.0 + forget.1);
        *memory = forget * *memory + (1.0 - forget) * tanh(candidate.0 + candidate.1);
        *last = whole(sigmoid(show.0 + show.1) * tanh(*memory), STEPS);
    }
}
