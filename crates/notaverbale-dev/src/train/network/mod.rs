//! The parts of a neural network, forward and backward.
//!
//! Each layer holds the numbers of its weights; `forward` returns what `backward` needs again, and `backward` adds to
//! the gradients and returns the gradient of the input.

pub mod batch;
pub mod both;
pub mod chain;
pub mod dense;
pub mod dropout;
pub mod embedding;
pub mod loss;
pub mod lstm;
pub mod weights;
