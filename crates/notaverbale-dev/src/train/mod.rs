//! Learning the models that ship with the core crate.

pub mod attribution;
pub mod lemma;
pub mod pronoun;
pub mod sentences;
pub mod syntax;
pub mod vectors;

mod descent;
mod example;
mod export;
mod model;
mod network;
mod step;
