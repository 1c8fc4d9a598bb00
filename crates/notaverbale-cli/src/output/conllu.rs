//! CoNLL-U: a block of lines for each sentence.

use std::io;

use notaverbale::Document;

use super::Output;

/// Writes [`Document::to_conllu`].
pub struct Conllu;

impl Output<Document> for Conllu {
    fn item(&self, document: &Document) -> io::Result<Vec<u8>> {
        Ok(document.to_conllu().into_bytes())
    }
}
