//! A recurrent layer that reads a sentence from both ends.

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

/// Memory that is used again for each sentence.
#[derive(Clone, Debug, Default)]
pub struct Buffer {
    gates: Vec<f32>,
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

    /// The numbers of a word that goes in.
    pub fn inputs(&self) -> usize {
        self.input.inputs()
    }

    /// The numbers of a word that comes out: forwards, then backwards.
    pub fn outputs(&self) -> usize {
        2 * self.width
    }

    /// Reads the words in the rows of `words`, and writes a row for each over `outputs`, in steps of `1 / STEPS`.
    pub fn run(&self, words: &[i16], buffer: &mut Buffer, outputs: &mut Vec<i16>) {
        self.input.multiply(words, &mut buffer.gates);
        outputs.clear();
        outputs.resize(words.len() / self.inputs() * self.outputs(), 0);
        buffer.memory.clear();
        buffer.memory.resize(2 * self.width, 0.0);
        buffer.last.clear();
        buffer.last.resize(2 * self.width, 0);
        fastest(Reading { layer: self, buffer, outputs });
    }
}

struct Reading<'l> {
    layer: &'l Lstm,
    buffer: &'l mut Buffer,
    outputs: &'l mut [i16],
}

impl Work for Reading<'_> {
    #[inline(always)]
    fn run(self, lanes: impl Lanes) {
        let Self { layer, buffer, outputs } = self;
        let width = layer.width;
        let (forwards, backwards) = buffer.memory.split_at_mut(width);
        let (last_forwards, last_backwards) = buffer.last.split_at_mut(width);
        let count = outputs.len() / layer.outputs();
        for at in 0..count {
            let place = 2 * at;
            layer.forwards.add_row(lanes, last_forwards, &mut buffer.gates[place * 3 * width..][..3 * width]);
            step(&buffer.gates[place * 3 * width..][..3 * width], forwards, last_forwards);
            outputs[place * width..][..width].copy_from_slice(last_forwards);
            let place = 2 * (count - 1 - at) + 1;
            layer.backwards.add_row(
                lanes,
                last_backwards,
                &mut buffer.gates[place * 3 * width..][..3 * width],
            );
            step(&buffer.gates[place * 3 * width..][..3 * width], backwards, last_backwards);
            outputs[place * width..][..width].copy_from_slice(last_backwards);
        }
    }
}

/// Reads one word in one direction: changes the memory, and says what is in it.
#[inline(always)]
fn step(gates: &[f32], memory: &mut [f32], last: &mut [i16]) {
    let (forget, rest) = gates.split_at(memory.len());
    let (show, candidate) = rest.split_at(memory.len());
    let gates = forget.iter().zip(show).zip(candidate);
    for ((memory, last), ((&forget, &show), &candidate)) in memory.iter_mut().zip(last).zip(gates) {
        let forget = sigmoid(forget);
        *memory = forget * *memory + (1.0 - forget) * tanh(candidate);
        *last = whole(sigmoid(show) * tanh(*memory), STEPS);
    }
}
