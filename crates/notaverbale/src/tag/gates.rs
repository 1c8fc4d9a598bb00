//! What words add to the gates of the tagger's layer: it depends on the word alone, so of the commonest it is kept.

use super::feature::normal;
use super::input::{Input, STEPS};
use crate::network::in_steps;
use crate::network::lstm::Lstm;
use crate::span::Span;

/// The vectors, from the first on, whose words have their gates kept: three in five words of news, in 2.4 MB.
const COMMONEST: u32 = 1_024;

/// The gates of the commonest words.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Gates {
    /// A row for each of the first vectors.
    commonest: Vec<f32>,
}

/// Memory that is used again for each group of sentences.
#[derive(Clone, Debug, Default)]
pub(crate) struct Workspace {
    /// The vector of each word.
    pub vectors: Vec<f32>,
    normal: String,
    places: Vec<Place>,
    /// Of the other words, what goes into the layer, and their gates.
    rows: Vec<f32>,
    input: Vec<i16>,
    others: Vec<f32>,
}

/// Where the gates of a word are found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    /// In this row of the commonest.
    Kept(usize),
    /// In this row of the others.
    Other(usize),
}

impl Gates {
    /// Works out the gates of the commonest words.
    pub fn new(input: &Input, layer: &Lstm) -> Self {
        let mut rows = Vec::new();
        let mut names = Vec::new();
        for (word, [vector, own]) in input.commonest(COMMONEST) {
            input.append(word, word, [vector, own], &mut rows);
            names.push(vector as usize);
        }
        let (mut numbers, mut gates) = (Vec::new(), Vec::new());
        in_steps(&rows, STEPS, &mut numbers);
        layer.gates(&numbers, &mut gates);
        let width = layer.gate_width();
        let mut commonest = vec![0.0; COMMONEST as usize * width];
        for (name, gates) in names.into_iter().zip(gates.chunks_exact(width)) {
            commonest[name * width..][..width].copy_from_slice(gates);
        }
        Self { commonest }
    }

    /// Writes the gates of each word over `gates`, and its vector over `workspace.vectors`.
    pub fn write(
        &self,
        (input, layer): (&Input, &Lstm),
        text: &str,
        words: &[Span],
        workspace: &mut Workspace,
        gates: &mut Vec<f32>,
    ) {
        let Workspace { vectors, normal: lower, places, rows, input: numbers, others } = workspace;
        vectors.clear();
        places.clear();
        rows.clear();
        for word in words {
            let word = word.text(text);
            normal(word, lower);
            let [vector, own] = input.names(lower);
            // A word in capitals has the vector of the word, but other gates.
            places.push(if (1..COMMONEST).contains(&vector) && word == lower {
                input.append_vector(vector, vectors);
                Place::Kept(vector as usize)
            } else {
                let first = rows.len();
                input.append(word, lower, [vector, own], rows);
                vectors.extend_from_slice(&rows[first..][..input.vector_width()]);
                Place::Other(first / input.width())
            });
        }
        in_steps(rows, STEPS, numbers);
        layer.gates(numbers, others);
        gates.clear();
        let width = layer.gate_width();
        for place in places {
            gates.extend_from_slice(match *place {
                Place::Kept(row) => &self.commonest[row * width..][..width],
                Place::Other(row) => &others[row * width..][..width],
            });
        }
    }
}
