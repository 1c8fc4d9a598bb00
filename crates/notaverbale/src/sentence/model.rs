//! The weights that answer a question.

use std::sync::{Arc, LazyLock};

use super::question::Question;
use crate::model::{self, ModelError, Reader, shipped};

/// How many weights there are; a power of two.
const WEIGHTS: usize = 1 << 15;

/// A linear model over hashed features: an end where the weights sum to more than the threshold of the question's kind.
/// Most questions are answered by the two words about the place: where their weights sum to less than the kind's floor,
/// nothing ends, whatever the rest may say.
///
/// The part `ends` of the file holds three thresholds and three floors, `i16`, little endian; then the weights, a signed
/// byte each.
#[derive(Debug)]
pub(super) struct Model {
    thresholds: [i16; 3],
    floors: [i16; 3],
    weights: &'static [u8; WEIGHTS],
}

impl Model {
    /// The model that ships with the crate.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Arc<Model>> = LazyLock::new(|| {
            let file = include_bytes!("../../data/model/sentence.nvm");
            shipped(model::Model::new(file).and_then(|model| Model::read(model.part("ends")?)))
        });
        &EMBEDDED
    }

    /// Reads the part `ends`.
    fn read(mut reader: Reader<'static>) -> Result<Self, ModelError> {
        let levels = reader.bytes(12)?;
        let level = |at: usize| i16::from_le_bytes([levels[2 * at], levels[2 * at + 1]]);
        let weights = reader.bytes(reader.left())?.try_into();
        let weights = weights.map_err(|_| reader.invalid("a weight for each of 32,768 features"))?;
        Ok(Self { thresholds: [0, 1, 2].map(level), floors: [3, 4, 5].map(level), weights })
    }

    /// Whether a sentence ends there.
    pub fn answer(&self, question: &Question) -> bool {
        let weight = |feature: u32| i32::from(self.weights[feature as usize % WEIGHTS].cast_signed());
        let mut sum = 0;
        question.near_features(|feature| sum += weight(feature));
        if sum < i32::from(self.floors[question.kind as usize]) {
            return false;
        }
        question.far_features(|feature| sum += weight(feature));
        sum > i32::from(self.thresholds[question.kind as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_weights_as_features() {
        let read = |bytes: &'static [u8]| Model::read(Reader::new("ends", bytes));
        static BYTES: [u8; 13 + WEIGHTS] = [0; 13 + WEIGHTS];
        assert!(read(&BYTES[1..]).is_ok());
        for wrong in [&BYTES, &BYTES[2..], &BYTES[..12], &BYTES[..11]] {
            assert!(read(wrong).is_err(), "{} bytes", wrong.len());
        }
    }

    #[test]
    fn the_shipped_model_is_whole() {
        Model::embedded();
    }
}
