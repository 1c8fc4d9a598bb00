//! JSON Lines: one object a document.

use std::io;

use notaverbale::Document;
use serde::Serialize;

use super::{Output, Split};

/// Writes [`Document::record`], or a document's sentences, a line each.
pub struct Jsonl;

impl Output<Document> for Jsonl {
    fn item(&self, document: &Document) -> io::Result<Vec<u8>> {
        line(&document.record())
    }
}

#[derive(Serialize)]
struct Sentences<'s> {
    id: &'s str,
    sentences: Vec<[usize; 2]>,
}

impl Output<Split> for Jsonl {
    fn item(&self, split: &Split) -> io::Result<Vec<u8>> {
        line(&Sentences { id: &split.id, sentences: split.points() })
    }
}

fn line(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}
