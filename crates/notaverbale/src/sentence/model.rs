//! The weights that answer a question.

use std::sync::LazyLock;

use super::question::Question;
use crate::error::Error;

/// What the file begins with.
const MAGIC: &[u8; 4] = b"NVSB";
/// The layout that this version reads.
const VERSION: u8 = 1;

/// A linear model over hashed features: an end where the weights sum to more than the threshold of the question's kind.
/// Most questions are answered by the two words about the place: where their weights sum to less than the kind's floor,
/// nothing ends, whatever the rest may say.
///
/// The file holds, one after the other: the magic `NVSB`; the version, a byte; the binary logarithm of the number of
/// weights, a byte; three thresholds and three floors, `i16`, little endian; the weights, a signed byte each.
#[derive(Debug)]
pub(super) struct Model {
    thresholds: [i16; 3],
    floors: [i16; 3],
    weights: &'static [u8],
}

impl Model {
    /// The model that ships with the crate.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Model> = LazyLock::new(|| {
            #[expect(clippy::expect_used, reason = "the file is part of the program, and a test reads it")]
            Model::read(include_bytes!("../../data/model/sentence.bin")).expect("the shipped model is whole")
        });
        &EMBEDDED
    }

    /// Reads the bytes of a model.
    ///
    /// # Errors
    /// They begin with another magic, are of another version, or are too few or too many.
    pub fn read(bytes: &'static [u8]) -> Result<Self, Error> {
        let error = |found: String, expected: &str| Error::Model {
            file: "sentence.bin".into(),
            found,
            expected: expected.into(),
        };
        let Some((head, weights)) = bytes.split_first_chunk::<18>() else {
            return Err(error(format!("{} bytes", bytes.len()), "a head of 18 bytes"));
        };
        let [m0, m1, m2, m3, version, bits, levels @ ..] = *head;
        if [m0, m1, m2, m3] != *MAGIC {
            return Err(error(format!("{:?}", [m0, m1, m2, m3]), "the magic NVSB"));
        }
        if version != VERSION {
            return Err(error(format!("version {version}"), "version 1"));
        }
        if bits > 20 || weights.len() != 1 << bits {
            return Err(error(format!("{} weights", weights.len()), "as many as the head says"));
        }
        let level = |at: usize| i16::from_le_bytes([levels[2 * at], levels[2 * at + 1]]);
        Ok(Self { thresholds: [0, 1, 2].map(level), floors: [3, 4, 5].map(level), weights })
    }

    /// Whether a sentence ends there.
    pub fn answer(&self, question: &Question) -> bool {
        let mask = self.weights.len() - 1;
        let weight = |feature: u32| i32::from(self.weights[feature as usize & mask].cast_signed());
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
    fn foreign_and_broken_files_are_named() {
        let message = |bytes| Model::read(bytes).unwrap_err().to_string();
        assert_eq!(message(b"NVS"), "sentence.bin: 3 bytes, expected a head of 18 bytes");
        assert_eq!(
            message(b"PK\x03\x04______________"),
            "sentence.bin: [80, 75, 3, 4], expected the magic NVSB"
        );
        assert_eq!(
            message(b"NVSB\x02\x01\0\0\0\0\0\0\0\0\0\0\0\0"),
            "sentence.bin: version 2, expected version 1"
        );
        assert_eq!(
            message(b"NVSB\x01\x01\0\0\0\0\0\0\0\0\0\0\0\0\0"),
            "sentence.bin: 1 weights, expected as many as the head says"
        );
        assert!(Model::read(b"NVSB\x01\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0").is_ok());
    }

    #[test]
    fn the_shipped_model_is_whole() {
        Model::embedded();
    }
}
