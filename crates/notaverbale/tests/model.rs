//! Files of models that are cut or changed: an error says what is wrong, and none is read.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::Path;

use notaverbale::{Analyzer, Lemmatizer, Model, ModelError, Parser, Tagger};

/// The files that ship, and their parts.
const FILES: [(&str, &[&str]); 3] = [
    ("english.nvm", &["words", "tagger", "parser", "lemmas"]),
    ("attribution.nvm", &["labels", "links", "sure"]),
    ("sentence.nvm", &["ends"]),
];

fn file(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/model").join(name)).unwrap()
}

/// Where the parts begin.
fn head(parts: &[&str]) -> usize {
    16 + 32 * parts.len()
}

/// Reads all parts of the bytes.
fn read(bytes: &[u8], parts: &[&'static str]) -> Result<(), ModelError> {
    let model = Model::new(bytes)?;
    parts.iter().try_for_each(|part| model.part(part).map(drop))
}

/// The error that the bytes give when a bit of them is another; they are whole again behind.
#[track_caller]
fn flipped(bytes: &mut [u8], place: usize, bit: u32, parts: &[&'static str]) -> ModelError {
    bytes[place] ^= 1 << bit;
    let error = read(bytes, parts).expect_err(&format!("bit {bit} of byte {place} is another"));
    bytes[place] ^= 1 << bit;
    error
}

/// Places that are spread over `from..to`, the same in every run.
fn places(from: usize, to: usize) -> impl Iterator<Item = usize> {
    (0_u64..64)
        .map(move |step| from + (step.wrapping_mul(0x9e37_79b9_7f4a_7c15) % (to - from) as u64) as usize)
}

#[test]
fn shipped_files_are_whole() {
    for (name, parts) in FILES {
        assert_eq!(read(&file(name), parts), Ok(()), "{name}");
    }
}

#[test]
fn a_file_that_is_cut_is_refused_wherever_it_is_cut() {
    for (name, parts) in FILES {
        let file = file(name);
        for end in (0..=head(parts)).chain(places(head(parts), file.len())).chain([file.len() - 1]) {
            let error = read(&file[..end], parts).expect_err(&format!("{name} ends at byte {end}"));
            let said = if end < 8 { "the first eight bytes are not" } else { "cut off" };
            assert!(error.to_string().contains(said), "{name} ends at byte {end}: {error}");
        }
        let longer = [file.as_slice(), &[0]].concat();
        assert!(matches!(read(&longer, parts), Err(ModelError::Invalid { part: "contents", .. })), "{name}");
    }
}

#[test]
fn a_file_whose_head_has_another_bit_is_refused() {
    for (name, parts) in FILES {
        let mut file = file(name);
        for place in 0..head(parts) {
            for bit in 0..8 {
                let error = flipped(&mut file, place, bit, parts);
                let fits = match error {
                    ModelError::Foreign => place < 8,
                    ModelError::Version { .. } => (8..12).contains(&place),
                    ModelError::Missing { part } | ModelError::Damaged { part } => parts.contains(&part),
                    ModelError::Truncated { .. } | ModelError::Invalid { part: "contents", .. } => {
                        place >= 12
                    }
                    _ => false,
                };
                assert!(fits, "{name}, bit {bit} of byte {place}: {error}");
            }
        }
    }
}

#[test]
fn a_part_of_which_a_bit_is_another_is_named() {
    for (name, parts) in FILES {
        let mut file = file(name);
        let mut end = head(parts);
        for (number, part) in parts.iter().enumerate() {
            let length = file[head(&parts[..number]) + 16..][..8].try_into().unwrap();
            let start = end;
            end += u64::from_le_bytes(length) as usize;
            for place in places(start, end).take(16).chain([start, end - 1]) {
                let error = flipped(&mut file, place, place as u32 % 8, parts);
                assert_eq!(error, ModelError::Damaged { part }, "{name}, byte {place}");
            }
        }
        assert_eq!(end, file.len());
    }
}

#[test]
fn stages_refuse_what_is_damaged() {
    let damaged = |name: &str, at: usize| {
        let mut file = file(name);
        file[at] ^= 1;
        file
    };
    // A byte of the words' table, which the tagger and so the parser read.
    let english = damaged("english.nvm", 1_000);
    let model = Model::new(&english).unwrap();
    let expected = ModelError::Damaged { part: "words" };
    assert_eq!(Tagger::new(&model), Err(expected.clone()));
    assert_eq!(Parser::new(&model), Err(expected));
    let english = file("english.nvm");
    let last = damaged("english.nvm", english.len() - 1);
    let lemmas = Lemmatizer::new(&Model::new(&last).unwrap());
    assert_eq!(lemmas, Err(ModelError::Damaged { part: "lemmas" }));
    let attribution = damaged("attribution.nvm", 1_000);
    let analyzer = Analyzer::default().attribution_model(&Model::new(&attribution).unwrap());
    assert_eq!(analyzer.err(), Some(ModelError::Damaged { part: "labels" }));
    // A model of another kind lacks what is asked for.
    let analyzer = Analyzer::default().attribution_model(&Model::embedded().unwrap());
    assert_eq!(analyzer.err(), Some(ModelError::Missing { part: "labels" }));
}
