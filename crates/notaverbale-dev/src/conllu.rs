//! Treebanks in the CoNLL-U format: sentences of words with tags, lemmas, heads and relations.
//!
//! See <https://universaldependencies.org/format.html>. Empty nodes (`8.1`) are left out; a multiword token (`1-2
//! don't`) only says how its words stand in the text: their forms have to make up its own (`do` `n't`), as they do in
//! the English treebanks.

use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use notaverbale::Span;

use crate::corpus::Error;

/// A syntactic word of a treebank.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word {
    /// As it is written.
    pub form: String,
    /// Where it stands in the sentence's text, in bytes, half open.
    pub span: Span,
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
    /// The mentions that begin or end at it, as GUM writes them; empty where there are none.
    pub entity: String,
}

/// A sentence of a treebank.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sentence {
    /// The sentence as it stands in the source.
    pub text: String,
    /// The words, in order.
    pub words: Vec<Word>,
    /// The name of the document that begins with it.
    pub document: Option<String>,
    /// Whether a document begins with it.
    pub opens_document: bool,
    /// Whether a document or paragraph begins with it.
    pub opens_paragraph: bool,
    /// Whether the next sentence follows without a space.
    pub joins_next: bool,
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
    // Where the next word is looked for in the sentence's text.
    let mut from = 0;
    for (at, line) in text.lines().enumerate() {
        if line.is_empty() {
            if !sentence.words.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
            from = 0;
        } else if let Some(comment) = line.strip_prefix('#') {
            let comment = comment.trim_start();
            if let Some(text) = comment.strip_prefix("text = ") {
                text.clone_into(&mut sentence.text);
            }
            if let Some(name) = comment.strip_prefix("newdoc id = ") {
                sentence.document = Some(name.to_owned());
            }
            sentence.opens_document |= comment.starts_with("newdoc");
            sentence.opens_paragraph |= sentence.opens_document || comment.starts_with("newpar");
        } else {
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, form, lemma, upos, xpos, _, head, deprel, _, misc] = columns[..] else {
                return Err(at + 1);
            };
            let joins = misc.split('|').any(|entry| entry == "SpaceAfter=No");
            if id.contains('-') {
                sentence.joins_next = joins;
            }
            if id.contains(['-', '.']) {
                continue;
            }
            let head = head.parse().map_err(|_| at + 1)?;
            let span = find(&sentence.text, from, form).ok_or(at + 1)?;
            from = span.end;
            sentence.joins_next = joins;
            let own = |column: &str| column.to_owned();
            let entity =
                misc.split('|').find_map(|entry| entry.strip_prefix("Entity=")).map_or_else(String::new, own);
            let (form, lemma, upos, xpos, deprel) =
                (own(form), own(lemma), own(upos), own(xpos), own(deprel));
            sentence.words.push(Word { form, span, lemma, upos, xpos, head, deprel, entity });
        }
    }
    if !sentence.words.is_empty() {
        sentences.push(sentence);
    }
    Ok(sentences)
}

/// Where `form` stands in `text`, with nothing but white space before it from the byte `from`.
fn find(text: &str, from: usize, form: &str) -> Option<Span> {
    let rest = text.get(from..)?;
    let start = from + rest.len() - rest.trim_start().len();
    text[start..].starts_with(form).then(|| Span::new(start, start + form.len()))
}

/// The running text of a treebank: a space between sentences, a blank line before a paragraph or document. With it, where
/// each sentence ends in it, in bytes.
pub fn running_text(sentences: &[Sentence]) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut ends = Vec::with_capacity(sentences.len());
    let mut joined = true;
    for sentence in sentences {
        if !text.is_empty() && sentence.opens_paragraph {
            text.push_str("\n\n");
        } else if !joined {
            text.push(' ');
        }
        text.push_str(&sentence.text);
        ends.push(text.len());
        joined = sentence.joins_next;
    }
    (text, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "# newpar\n# text = We don't.\n1\tWe\twe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\
                        2\tdo\tdo\tVERB\tVBP\t_\t0\troot\t_\t_\n3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n\
                        4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

    #[test]
    fn multiword_tokens_and_empty_nodes_add_no_words() {
        let sentences = parse(TREE).unwrap();
        let forms: Vec<&str> = sentences[0].words.iter().map(|word| word.form.as_str()).collect();
        assert_eq!(forms, ["We", "do", "n't", "."]);
        assert!(sentences[0].opens_paragraph);
    }

    #[test]
    fn each_word_knows_where_it_stands() {
        let sentences = parse(TREE).unwrap();
        let spans: Vec<Span> = sentences[0].words.iter().map(|word| word.span).collect();
        assert_eq!(spans, [Span::new(0, 2), Span::new(3, 5), Span::new(5, 8), Span::new(8, 9)]);
    }

    #[test]
    fn paragraphs_are_apart_and_sentences_are_not() {
        let again = TREE.replace("# newpar\n", "");
        let sentences = parse(&format!("{TREE}{again}{TREE}")).unwrap();
        let (text, ends) = running_text(&sentences);
        assert_eq!(text, "We don't. We don't.\n\nWe don't.");
        assert_eq!(ends, [9, 19, 30]);
    }

    #[test]
    fn a_broken_line_is_named() {
        assert_eq!(parse("# text = We\n1\tWe\twe\n"), Err(2));
        assert_eq!(
            parse(&TREE.replace("# text = We don't", "# text = We do n't")).map(|read| read.len()),
            Ok(1)
        );
        assert_eq!(parse(&TREE.replace("# text = We don't", "# text = We did")), Err(5));
    }
}
