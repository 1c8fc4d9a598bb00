//! Files of models: an error names what is wrong with one, and none is read that was damaged behind its checksums.
//!
//! Most inputs are edits of a model that is whole, so that they come past the first bytes.
#![no_main]

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use notaverbale::training::model;
use notaverbale::{Analyzer, Lemmatizer, Model, ModelError, Parser, Sentence, SentenceSplitter, Tagger};
use notaverbale_fuzz::{laws, tiny};

#[derive(Arbitrary, Debug)]
enum Input<'i> {
    /// Any bytes.
    Bytes(&'i [u8]),
    /// Two small parts.
    Small(Damage),
    /// A tagger, a parser and a lemmatizer.
    Tiny(Damage),
    /// The model of attribution that ships.
    Attribution(Damage),
    /// A part of the tiny model, by its number, under a checksum that fits.
    Lie(u8, Damage),
}

#[derive(Arbitrary, Debug)]
struct Damage {
    cut: Option<u32>,
    /// Places, and what is changed there.
    edits: Vec<(u32, u8)>,
}

impl Damage {
    fn to(&self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for &(place, change) in &self.edits {
            let place = place as usize % bytes.len();
            bytes[place] ^= change;
        }
        if let Some(cut) = self.cut {
            bytes.truncate(cut as usize % (bytes.len() + 1));
        }
        bytes
    }

    /// Asserts that `read` takes the whole bytes, and no others.
    fn check<T>(&self, whole: &[u8], read: impl Fn(&Model) -> Result<T, ModelError>) {
        let bytes = self.to(whole);
        let outcome = Model::new(&bytes).and_then(|model| read(&model));
        assert_eq!(outcome.is_ok(), bytes == whole, "{:?}", outcome.err().map(|error| error.to_string()));
    }
}

const TEXT: &str = "Men met. Peru’s talks: 3 Talks!";

static SENTENCES: LazyLock<Vec<Sentence>> = LazyLock::new(|| SentenceSplitter::default().split(TEXT));
static SMALL: LazyLock<Vec<u8>> =
    LazyLock::new(|| model::write(&[("one", vec![1, 0, 0, 0]), ("two", b"abc".to_vec())]));
static TINY: LazyLock<Vec<u8>> = LazyLock::new(tiny::file);
static ATTRIBUTION: &[u8] = include_bytes!("../../notaverbale/data/model/attribution.nvm");

/// Reads all that the tiny model holds.
fn read(model: &Model) -> Result<(Tagger, Parser, Lemmatizer), ModelError> {
    Ok((Tagger::new(model)?, Parser::new(model)?, Lemmatizer::new(model)?))
}

/// Whatever its numbers are, what is read can be used.
fn check_use((tagger, parser, lemmatizer): &(Tagger, Parser, Lemmatizer)) {
    laws::check_trees(TEXT, &SENTENCES, &parser.tokens(TEXT, &SENTENCES));
    let words = notaverbale::Tokenizer::default().spans(TEXT);
    for (word, tag) in words.iter().zip(tagger.tag(TEXT, &words)) {
        assert!(!lemmatizer.lemma(word.text(TEXT), tag).is_empty());
    }
}

fuzz_target!(|input: Input| match input {
    Input::Bytes(bytes) => {
        if let Ok(read) = Model::new(bytes).and_then(|model| read(&model)) {
            check_use(&read);
        }
    }
    Input::Small(damage) => {
        damage.check(&SMALL, |model| model.part("one").and(model.part("two")).map(drop));
    }
    Input::Tiny(damage) => damage.check(&TINY, read),
    Input::Attribution(damage) => {
        damage.check(ATTRIBUTION, |model| Analyzer::default().attribution_model(model).map(drop));
    }
    Input::Lie(part, damage) => {
        let mut parts = tiny::parts();
        let number = usize::from(part) % parts.len();
        parts[number].1 = damage.to(&parts[number].1);
        let bytes = model::write(&parts);
        if let Ok(read) = Model::new(&bytes).and_then(|model| read(&model)) {
            check_use(&read);
        }
    }
});
