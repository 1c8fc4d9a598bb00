//! What every reader of a model has to stand: parts that are missing, cut off or wrong.

use super::{Model, ModelError, write};

/// Parts of a model, by name.
pub type Parts = Vec<(&'static str, Vec<u8>)>;

/// The bytes of the named parts.
pub fn parts(model: &Model, names: &[&'static str]) -> Parts {
    let bytes = |name| {
        let mut part = model.part(name).unwrap();
        part.bytes(part.left()).unwrap().to_vec()
    };
    names.iter().map(|&name| (name, bytes(name))).collect()
}

/// Whether `read` takes the whole parts, and refuses those that are missing or end early.
pub fn check_cut(parts: &Parts, read: impl Fn(&Model) -> Result<(), ModelError>) {
    let read = |parts: &Parts| Model::new(&write(parts)).and_then(|model| read(&model));
    assert_eq!(read(parts), Ok(()));
    for (number, (name, bytes)) in parts.iter().enumerate() {
        for left in [0, 1, 4, 9, 100, bytes.len() - 1] {
            let mut cut = parts.clone();
            cut[number].1.truncate(left.min(bytes.len() - 1));
            assert!(read(&cut).is_err(), "{name} of {left} bytes");
        }
        let mut missing = parts.clone();
        missing.remove(number);
        assert_eq!(read(&missing), Err(ModelError::Missing { part: name }));
    }
}

/// Whether `read` survives parts that lie; it may take or refuse them.
pub fn check_lies(parts: &Parts, read: impl Fn(&Model) -> Result<(), ModelError>) {
    for number in 0..parts.len() {
        for at in 0..12 {
            for byte in [0, 0x7f, 0xff] {
                let mut wrong = parts.clone();
                wrong[number].1[at] = byte;
                let _ = Model::new(&write(&wrong)).and_then(|model| read(&model));
            }
        }
    }
}
