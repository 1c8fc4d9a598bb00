//! The file of learned numbers: named parts, checked when they are read.
//!
//! Layout, all numbers little endian: the eight bytes `nvmodel\n`; the version and the number of parts, four bytes each;
//! for each part its name (eight bytes, padded with zeros), its first byte, its length and its checksum (eight bytes
//! each); then the parts, one behind the other, and nothing else. A part is read only when a stage asks for it.

#[cfg(test)]
pub(crate) mod damage;
mod reader;

pub use reader::Reader;

use std::ops::Range;
use std::sync::Arc;

/// What every file begins with.
const MAGIC: [u8; 8] = *b"nvmodel\n";

/// The version of the format that this version of the crate reads.
const VERSION: u32 = 1;

/// How many bytes tell of a part in front of all.
const ENTRY: usize = 32;

/// A file of learned numbers that can't be used.
///
/// # Examples
/// ```
/// use notaverbale::{Model, Parser};
/// let error = Parser::new(&Model::attribution()?).unwrap_err();
/// assert_eq!(error.to_string(), "the model has no part \"words\"");
/// # Ok::<(), notaverbale::ModelError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// It does not begin as such files do.
    #[error("not a notaverbale model: the first eight bytes are not \"nvmodel\\n\"")]
    Foreign,
    /// It was written for another version of the crate.
    #[error("model format {found}, expected {VERSION}")]
    Version {
        /// The version that the file names.
        found: u32,
    },
    /// It ends before what it announces.
    #[error("the model is cut off: {expected} bytes expected at byte {at}")]
    Truncated {
        /// The byte, from 0.
        at: usize,
        /// How many bytes should follow there.
        expected: usize,
    },
    /// A part is not there.
    #[error("the model has no part {part:?}")]
    Missing {
        /// The name of the part.
        part: &'static str,
    },
    /// The bytes of a part are not those that were written.
    #[error("the part {part:?} of the model is damaged: its checksum does not fit")]
    Damaged {
        /// The name of the part.
        part: &'static str,
    },
    /// A part says what the crate does not understand.
    #[error("the part {part:?} of the model is not as expected: {expected}")]
    Invalid {
        /// The name of the part.
        part: &'static str,
        /// What should stand there.
        expected: &'static str,
    },
}

/// A file of learned numbers.
///
/// # Examples
/// ```
/// use notaverbale::{Model, Tagger};
/// let model = Model::embedded()?;
/// assert_eq!(Tagger::new(&model)?, *Tagger::embedded());
/// # Ok::<(), notaverbale::ModelError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Model<'m> {
    bytes: &'m [u8],
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
struct Part {
    name: [u8; 8],
    range: Range<usize>,
    checksum: u64,
}

impl Model<'static> {
    /// The model that ships with the crate.
    ///
    /// # Errors
    /// None, unless the crate was built from a damaged file.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Model, Parser};
    /// assert!(Parser::new(&Model::embedded()?).is_ok());
    /// # Ok::<(), notaverbale::ModelError>(())
    /// ```
    pub fn embedded() -> Result<Self, ModelError> {
        Self::new(include_bytes!("../../data/model/english.nvm"))
    }

    /// The model of attribution that ships with the crate, over the tagger of [`Model::embedded`].
    ///
    /// # Errors
    /// As there.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Analyzer, Model};
    /// let analyzer = Analyzer::default().attribution_model(&Model::attribution()?)?;
    /// assert_eq!(analyzer.analyze("Peru thanked Chile.").statements().len(), 1);
    /// # Ok::<(), notaverbale::ModelError>(())
    /// ```
    pub fn attribution() -> Result<Self, ModelError> {
        Self::new(include_bytes!("../../data/model/attribution.nvm"))
    }
}

/// What is read from a model that ships.
///
/// # Panics
/// The crate was built from a damaged file. A test reads each.
#[expect(clippy::expect_used, reason = "the model is part of the program, and a test reads it")]
pub(crate) fn shipped<T>(read: Result<T, ModelError>) -> Arc<T> {
    Arc::new(read.expect("the shipped model is whole"))
}

impl<'m> Model<'m> {
    /// Reads the list of parts.
    ///
    /// # Errors
    /// The bytes are no model, or one of another version, or cut off, or hold more than the parts.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Model, ModelError};
    /// assert_eq!(Model::new(b"PK").err(), Some(ModelError::Foreign));
    /// ```
    pub fn new(bytes: &'m [u8]) -> Result<Self, ModelError> {
        if !bytes.starts_with(&MAGIC) {
            return Err(ModelError::Foreign);
        }
        let mut reader = Reader::new("contents", bytes);
        reader.bytes(MAGIC.len())?;
        let found = reader.number()?;
        if found != VERSION {
            return Err(ModelError::Version { found });
        }
        let count = reader.number()? as usize;
        let mut parts = Vec::new();
        // Where the part before ends.
        let mut end = MAGIC.len() + 8 + count.saturating_mul(ENTRY);
        for _ in 0..count {
            let mut name = [0; 8];
            name.copy_from_slice(reader.bytes(8)?);
            let [first, length] =
                [reader.long()?, reader.long()?].map(|long| usize::try_from(long).unwrap_or(usize::MAX));
            if first != end {
                return Err(reader.invalid("parts one behind the other"));
            }
            end = end.saturating_add(length);
            if end > bytes.len() {
                return Err(ModelError::Truncated { at: bytes.len(), expected: end - bytes.len() });
            }
            parts.push(Part { name, range: first..end, checksum: reader.long()? });
        }
        if end < bytes.len() {
            return Err(reader.invalid("nothing behind the parts"));
        }
        Ok(Self { bytes, parts })
    }

    /// Reads a part from its beginning.
    ///
    /// # Errors
    /// The part is not there, or damaged.
    #[doc(hidden)]
    pub fn part(&self, name: &'static str) -> Result<Reader<'m>, ModelError> {
        let part = self.parts.iter().find(|part| part.name == padded(name));
        let part = part.ok_or(ModelError::Missing { part: name })?;
        let bytes = &self.bytes[part.range.clone()];
        if checksum(bytes) != part.checksum {
            return Err(ModelError::Damaged { part: name });
        }
        Ok(Reader::new(name, bytes))
    }
}

/// The file that holds these parts, named and in this order.
pub fn write(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut file = Vec::from(MAGIC);
    file.extend(VERSION.to_le_bytes());
    file.extend((parts.len() as u32).to_le_bytes());
    let mut first = file.len() + parts.len() * ENTRY;
    for (name, bytes) in parts {
        file.extend(padded(name));
        for number in [first as u64, bytes.len() as u64, checksum(bytes)] {
            file.extend(number.to_le_bytes());
        }
        first += bytes.len();
    }
    for (_, bytes) in parts {
        file.extend(bytes);
    }
    file
}

fn padded(name: &str) -> [u8; 8] {
    let mut padded = [0; 8];
    for (into, byte) in padded.iter_mut().zip(name.bytes()) {
        *into = byte;
    }
    padded
}

/// The FNV-1a hash of the bytes, eight at a time.
fn checksum(bytes: &[u8]) -> u64 {
    let words = bytes.chunks(8).map(|chunk| {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        u64::from_le_bytes(word)
    });
    words.fold(0xcbf2_9ce4_8422_2325 ^ bytes.len() as u64, |hash, word| {
        let next = (hash ^ word).wrapping_mul(0x0000_0100_0000_01b3);
        next ^ (next >> 32)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Vec<u8> {
        write(&[("one", vec![1, 0, 0, 0]), ("two", b"abc".to_vec())])
    }

    #[test]
    fn parts_come_back() {
        let file = file();
        let model = Model::new(&file).unwrap();
        assert_eq!(model.part("one").unwrap().number(), Ok(1));
        assert_eq!(model.part("two").unwrap().bytes(3), Ok(&b"abc"[..]));
        assert_eq!(model.part("three").unwrap_err(), ModelError::Missing { part: "three" });
    }

    #[test]
    fn what_is_cut_off_or_damaged_anywhere_is_refused() {
        let file = file();
        for end in 0..file.len() {
            assert!(Model::new(&file[..end]).is_err(), "cut at {end}");
        }
        for at in 0..file.len() {
            let mut damaged = file.clone();
            damaged[at] ^= 0x10;
            let read =
                Model::new(&damaged).and_then(|model| model.part("one").and(model.part("two")).map(drop));
            assert!(read.is_err(), "damaged at {at}");
        }
    }
}
