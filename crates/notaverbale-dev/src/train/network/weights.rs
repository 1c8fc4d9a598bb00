//! The numbers that are learned, and how a gradient changes them.

use ndarray::{Array2, Zip};
use rand::Rng;
use rand_chacha::ChaCha8Rng;

/// The number of a matrix among the [`Weights`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Id(usize);

/// Every matrix that is learned, or a gradient for each.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    matrices: Vec<Array2<f32>>,
}

impl Weights {
    /// Adds a matrix of values drawn evenly from `-scale` to `scale`.
    pub fn add(&mut self, rows: usize, columns: usize, scale: f32, random: &mut ChaCha8Rng) -> Id {
        let draw = |_| (random.random::<f32>() * 2.0 - 1.0) * scale;
        self.push(Array2::from_shape_simple_fn((rows, columns), {
            let mut draw = draw;
            move || draw(())
        }))
    }

    /// Adds a matrix for a layer, at the scale that keeps the variance of what goes through.
    pub fn add_layer(&mut self, rows: usize, columns: usize, random: &mut ChaCha8Rng) -> Id {
        self.add(rows, columns, (6.0 / (rows + columns) as f32).sqrt(), random)
    }

    /// Adds a matrix of zeros.
    pub fn add_zeros(&mut self, rows: usize, columns: usize) -> Id {
        self.push(Array2::zeros((rows, columns)))
    }

    fn push(&mut self, matrix: Array2<f32>) -> Id {
        self.matrices.push(matrix);
        Id(self.matrices.len() - 1)
    }

    /// Zeros of the same shapes.
    pub fn zeros(&self) -> Self {
        Self { matrices: self.matrices.iter().map(|matrix| Array2::zeros(matrix.raw_dim())).collect() }
    }

    /// Sets every value to zero.
    pub fn clear(&mut self) {
        for matrix in &mut self.matrices {
            matrix.fill(0.0);
        }
    }

    /// Adds the values of `other`.
    pub fn accumulate(&mut self, other: &Self) {
        for (own, other) in self.matrices.iter_mut().zip(&other.matrices) {
            *own += other;
        }
    }

    /// How many numbers there are.
    pub fn count(&self) -> usize {
        self.matrices.iter().map(Array2::len).sum()
    }
}

impl std::ops::Index<Id> for Weights {
    type Output = Array2<f32>;

    fn index(&self, id: Id) -> &Array2<f32> {
        &self.matrices[id.0]
    }
}

impl std::ops::IndexMut<Id> for Weights {
    fn index_mut(&mut self, id: Id) -> &mut Array2<f32> {
        &mut self.matrices[id.0]
    }
}

/// Adam, with the average of the weights over the last steps.
///
/// # References
/// Kingma and Ba (2015), ICLR. Dozat and Manning (2017), ICLR, for the second moment's short memory.
#[derive(Debug)]
pub struct Adam {
    first: Weights,
    second: Weights,
    average: Weights,
    step: i32,
}

const FIRST: f32 = 0.9;
const SECOND: f32 = 0.98;
const AVERAGE: f32 = 0.999;
const LONGEST: f32 = 5.0;

impl Adam {
    /// For these weights, which have taken no step yet.
    pub fn new(weights: &Weights) -> Self {
        Self { first: weights.zeros(), second: weights.zeros(), average: weights.clone(), step: 0 }
    }

    /// The average of the weights, the last ones counting most.
    pub fn average(&self) -> &Weights {
        &self.average
    }

    /// Moves the weights against the gradient, which is scaled first, and clipped to a norm of 5.
    pub fn step(&mut self, weights: &mut Weights, gradient: &Weights, scale: f32, rate: f32) {
        self.step += 1;
        let squares: f32 =
            gradient.matrices.iter().map(|matrix| matrix.iter().map(|g| g * g).sum::<f32>()).sum();
        let norm = squares.sqrt() * scale;
        let scale = if norm > LONGEST { scale * LONGEST / norm } else { scale };
        let rate = rate * (1.0 - SECOND.powi(self.step)).sqrt() / (1.0 - FIRST.powi(self.step));
        let keep = AVERAGE.min((1.0 + self.step as f32) / (10.0 + self.step as f32));
        for at in 0..weights.matrices.len() {
            Zip::from(&mut weights.matrices[at])
                .and(&gradient.matrices[at])
                .and(&mut self.first.matrices[at])
                .and(&mut self.second.matrices[at])
                .and(&mut self.average.matrices[at])
                .for_each(|value, gradient, first, second, average| {
                    let gradient = gradient * scale;
                    *first = FIRST * *first + (1.0 - FIRST) * gradient;
                    *second = SECOND * *second + (1.0 - SECOND) * gradient * gradient;
                    *value -= rate * *first / (second.sqrt() + 1e-8);
                    *average = keep * *average + (1.0 - keep) * *value;
                });
        }
    }
}
