//! Treebanks in the CoNLL-U format: sentences of words with tags, lemmas, heads and relations.
//!
//! See <https://universaldependencies.org/format.html>. Empty nodes (`8.1`) are left out; a multiword token (`1-2
//! don't`) only says how its words stand in the text.

use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;

use crate::corpus::Error;

/// A syntactic word of a treebank.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word {
    /// As it is written.
    pub form: String,
    /// As it stands in the dictionary.
    pub lemma: String,
    /// The universal part of speech.
    pub upos: String,
    /// The Penn Treebank's part of speech.
    pub xpos: String,
    /// The number of the head, from 1; 0 for the root.
    pub head: usize,
    /// The relation to the head, with its subtype.
    pub deprel: String,
}

/// A sentence of a treebank.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sentence {
    /// The sentence as it stands in the source.
    pub text: String,
    /// The words, in order.
    pub words: Vec<Word>,
    /// Whether a document or paragraph begins with it.
    pub opens_paragraph: bool,
}

/// Reads a treebank from a gzipped file.
///
/// # Errors
/// The file can't be read, or a line is not as the format says.
pub fn read(path: &Path) -> Result<Vec<Sentence>, Error> {
    let failed = |source| Error::File { path: path.to_owned(), source };
    let mut text = String::new();
    let file = std::fs::File::open(path).map_err(failed)?;
    GzDecoder::new(file).read_to_string(&mut text).map_err(failed)?;
    parse(&text).map_err(|line| Error::Treebank { path: path.to_owned(), line })
}

/// Reads the sentences of a CoNLL-U text; or tells the first line, from 1, that is not as the format says.
///
/// # Errors
/// The number of the line.
pub fn parse(text: &str) -> Result<Vec<Sentence>, usize> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    for (at, line) in text.lines().enumerate() {
        if line.is_empty() {
            if !sentence.words.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
        } else if let Some(comment) = line.strip_prefix('#') {
            let comment = comment.trim_start();
            if let Some(text) = comment.strip_prefix("text = ") {
                text.clone_into(&mut sentence.text);
            }
            sentence.opens_paragraph |= comment.starts_with("newdoc") || comment.starts_with("newpar");
        } else {
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, form, lemma, upos, xpos, _, head, deprel, _, _] = columns[..] else {
                return Err(at + 1);
            };
            if id.contains(['-', '.']) {
                continue;
            }
            let head = head.parse().map_err(|_| at + 1)?;
            let own = |column: &str| column.to_owned();
            let (form, lemma, upos, xpos, deprel) =
                (own(form), own(lemma), own(upos), own(xpos), own(deprel));
            sentence.words.push(Word { form, lemma, upos, xpos, head, deprel });
        }
    }
    if !sentence.words.is_empty() {
        sentences.push(sentence);
    }
    Ok(sentences)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiword_tokens_and_empty_nodes_add_no_words() {
        let text = "# newpar\n# text = We don't.\n1\tWe\twe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n\
                    2\tdo\tdo\tVERB\tVBP\t_\t0\troot\t_\t_\n3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n";
        let sentences = parse(text).unwrap();
        let forms: Vec<&str> = sentences[0].words.iter().map(|word| word.form.as_str()).collect();
        assert_eq!(forms, ["We", "do", "n't"]);
        assert!(sentences[0].opens_paragraph);
    }

    #[test]
    fn a_broken_line_is_named() {
        assert_eq!(parse("# text = We\n1\tWe\twe\n"), Err(2));
    }
}
