//! What goes into the network for each word.

use rustc_hash::FxHashMap;

use super::feature::{Features, PREFIXES, SHAPES, SUFFIXES};
use crate::model::{ModelError, Reader};
use crate::network::table::Table;

/// What goes into the network is given in steps of one by this.
pub(crate) const STEPS: f32 = 2_048.0;

/// The tables of vectors, with the words that have some of their own.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Input {
    /// For each known word its row among the vectors learned from plain text and among those learned with the network;
    /// the first row of each stands for all other words.
    words: FxHashMap<Box<str>, [u32; 2]>,
    vectors: Table,
    own: Table,
    prefixes: Table,
    suffixes: Table,
    shapes: Table,
}

impl Input {
    /// Reads the part `words`.
    pub fn read(reader: &mut Reader) -> Result<Self, ModelError> {
        let vectors = reader.size(1 << 20, "up to a million vectors")?;
        let own = reader.size(1 << 20, "up to a million words")?;
        let mut words: FxHashMap<Box<str>, [u32; 2]> =
            FxHashMap::with_capacity_and_hasher(vectors, Default::default());
        for (row, name) in reader.text()?.split('\n').enumerate().take(vectors) {
            words.insert(name.into(), [row as u32, 0]);
        }
        for (row, name) in reader.text()?.split('\n').enumerate().take(own) {
            words.entry(name.into()).or_default()[1] = row as u32;
        }
        let mut table = |rows| Table::read(reader, rows);
        Ok(Self {
            words,
            vectors: table(vectors)?,
            own: table(own)?,
            prefixes: table(PREFIXES)?,
            suffixes: table(SUFFIXES)?,
            shapes: table(SHAPES)?,
        })
    }

    /// The numbers of a word's vector, which come first in a row.
    pub fn vector_width(&self) -> usize {
        self.vectors.width()
    }

    /// The numbers of a row.
    pub fn width(&self) -> usize {
        [&self.vectors, &self.own, &self.prefixes, &self.suffixes, &self.shapes]
            .map(Table::width)
            .iter()
            .sum()
    }

    /// The rows of a word's vectors, by the word as vocabularies have it.
    pub fn names(&self, normal: &str) -> [u32; 2] {
        self.words.get(normal).copied().unwrap_or_default()
    }

    /// The words of the first `count` vectors, which are the commonest, each with its rows. The first stands for all others.
    pub fn commonest(&self, count: u32) -> impl Iterator<Item = (&str, [u32; 2])> {
        let named = self.words.iter().map(|(word, &names)| (&**word, names));
        named.filter(move |(_, [vector, _])| (1..count).contains(vector))
    }

    /// Appends the vector of that row.
    pub fn append_vector(&self, vector: u32, vectors: &mut Vec<f32>) {
        let first = vectors.len();
        vectors.resize(first + self.vectors.width(), 0.0);
        self.vectors.add(vector, &mut vectors[first..]);
    }

    /// Appends the row of a word, given as it is written and as vocabularies have it.
    pub fn append(&self, word: &str, normal: &str, [vector, own]: [u32; 2], rows: &mut Vec<f32>) {
        let features = Features::new(word, normal);
        let tables: [(&Table, &[u32]); 5] = [
            (&self.vectors, &[vector]),
            (&self.own, &[own]),
            (&self.prefixes, &features.prefixes),
            (&self.suffixes, &features.suffixes),
            (&self.shapes, &features.shapes),
        ];
        for (table, names) in tables {
            let first = rows.len();
            rows.resize(first + table.width(), 0.0);
            for &name in names {
                table.add(name, &mut rows[first..]);
            }
        }
    }
}
