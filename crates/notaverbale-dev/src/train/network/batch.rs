//! Sentences side by side, without padding.

use std::ops::Range;

/// How the words of some sentences, longest first, lie in the rows of a matrix: all first words, then all second
/// words, and so on.
#[derive(Clone, Debug)]
pub struct Packing {
    /// For each place in a sentence, the first row of the words there, and how many sentences have a word there.
    steps: Vec<(usize, usize)>,
    rows: usize,
}

impl Packing {
    /// For sentences of these lengths, which never grow.
    pub fn new(lengths: &[usize]) -> Self {
        let longest = lengths.first().copied().unwrap_or(0);
        let mut steps = Vec::with_capacity(longest);
        let mut rows = 0;
        for place in 0..longest {
            let count = lengths.partition_point(|&length| length > place);
            steps.push((rows, count));
            rows += count;
        }
        Self { steps, rows }
    }

    /// The number of words.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The number of words of the longest sentence.
    pub fn longest(&self) -> usize {
        self.steps.len()
    }

    /// The rows of the words at a place.
    pub fn step(&self, place: usize) -> Range<usize> {
        let (first, count) = self.steps[place];
        first..first + count
    }

    /// The row of a word.
    pub fn row(&self, sentence: usize, place: usize) -> usize {
        self.steps[place].0 + sentence
    }
}
