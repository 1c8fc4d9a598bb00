//! What the stages reach on the treebanks.

use std::path::Path;

use notaverbale::{SentenceSplitter, Span, Tokenizer};

use crate::conll::{self, Scores};
use crate::conllu::{self, Sentence, Word};
use crate::corpus::{Corpora, Error};
use crate::evaluate::Score;

/// The scores of the tokenizer on EWT dev and GUM dev: over the running text with our own sentences, and over the
/// treebank's sentences.
///
/// # Errors
/// A treebank can't be read, or the tokens are not of its text.
pub fn tokens(corpora: &Corpora) -> Result<Vec<Score>, Error> {
    let mut scores = Vec::new();
    for (set, file) in [("EWT dev", "ud/ewt-dev.conllu.gz"), ("GUM dev", "ud/gum-dev.conllu.gz")] {
        let path = corpora.path(file);
        let gold = conllu::read(&path)?;
        let text = conllu::running_text(&gold);
        let spans = SentenceSplitter::default().split(&text);
        let raw = scored(&path, &gold, spans.iter().map(|sentence| sentence.span.text(&text)))?;
        let given = scored(&path, &gold, gold.iter().map(|sentence| sentence.text.as_str()))?;
        let mut add = |kind: &str, value| {
            scores.push(Score { set: format!("{set}, {kind}"), measure: "words F1", value });
        };
        add("raw text", raw.words.f1());
        add("gold sentences", given.words.f1());
    }
    Ok(scores)
}

/// Scores the tokens of `sentences`.
fn scored<'t>(
    path: &Path,
    gold: &[Sentence],
    sentences: impl Iterator<Item = &'t str>,
) -> Result<Scores, Error> {
    let predicted: Vec<Sentence> = sentences.map(tokenized).collect();
    conll::score(gold, &predicted)
        .map_err(|mismatch| Error::Words { path: path.to_owned(), source: mismatch })
}

/// A sentence of words that have no tags yet.
fn tokenized(text: &str) -> Sentence {
    let word = |span: Span| Word {
        form: span.text(text).to_owned(),
        span,
        lemma: String::new(),
        upos: String::new(),
        xpos: String::new(),
        head: 0,
        deprel: String::new(),
    };
    let words = Tokenizer::default().spans(text).into_iter().map(word).collect();
    Sentence { text: text.to_owned(), words, ..Sentence::default() }
}
