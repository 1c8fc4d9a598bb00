//! Output: results as bytes, one file a format.

pub mod conllu;
pub mod csv;
pub mod html;
pub mod jsonl;
mod layout;
pub mod table;
mod view;

use std::io;

use notaverbale::{OffsetMap, Sentence, SentenceSplitter};

use crate::input::Record;

/// How results of type `T` become bytes. Items are made by many threads at once; what they give is written in order.
pub trait Output<T>: Sync {
    /// What stands before the first item.
    fn head(&self) -> io::Result<Vec<u8>> {
        Ok(Vec::new())
    }

    /// One item.
    fn item(&self, item: &T) -> io::Result<Vec<u8>>;

    /// What stands after the last item.
    fn foot(&self) -> io::Result<Vec<u8>> {
        Ok(Vec::new())
    }
}

/// A text with its sentences, and nothing else.
pub struct Split {
    pub id: String,
    pub text: String,
    pub sentences: Vec<Sentence>,
}

impl Split {
    /// Splits the text of `record`.
    pub fn new(splitter: &SentenceSplitter, record: Record) -> Self {
        let sentences = splitter.split(&record.text);
        Self { id: record.id, text: record.text, sentences }
    }

    /// The sentences as code points, half open.
    pub fn points(&self) -> Vec<[usize; 2]> {
        let map = OffsetMap::new(&self.text);
        let point = |byte| map.to_code_point(&self.text, byte);
        self.sentences.iter().map(|sentence| [point(sentence.span.start), point(sentence.span.end)]).collect()
    }

    /// The words of each sentence, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.sentences.iter().map(|sentence| sentence.span.text(&self.text))
    }
}
