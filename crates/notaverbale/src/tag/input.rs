//! What goes into the network for each word.

use rustc_hash::FxHashMap;

use super::feature::{Features, PREFIXES, SHAPES, SUFFIXES, normal};
use crate::model::{ModelError, Reader};
use crate::network::table::Table;
use crate::span::Span;

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

    /// Writes a row for each word over `rows`.
    pub fn embed(&self, text: &str, words: &[Span], rows: &mut Vec<f32>) {
        rows.clear();
        rows.resize(words.len() * self.width(), 0.0);
        let mut lower = String::new();
        for (word, row) in words.iter().zip(rows.chunks_exact_mut(self.width())) {
            let word = word.text(text);
            normal(word, &mut lower);
            let [vector, own] = self.words.get(lower.as_str()).copied().unwrap_or_default();
            let features = Features::new(word, &lower);
            let tables: [(&Table, &[u32]); 5] = [
                (&self.vectors, &[vector]),
                (&self.own, &[own]),
                (&self.prefixes, &features.prefixes),
                (&self.suffixes, &features.suffixes),
                (&self.shapes, &features.shapes),
            ];
            let mut rest = row;
            for (table, names) in tables {
                let (into, others) = rest.split_at_mut(table.width());
                for &name in names {
                    table.add(name, into);
                }
                rest = others;
            }
        }
    }
}
