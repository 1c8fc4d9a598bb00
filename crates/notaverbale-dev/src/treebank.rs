//! What the stages reach on the treebanks.

use std::path::Path;

use notaverbale::{Lemmatizer, Parser, SentenceSplitter, Span, Token, Tokenizer};

use crate::conll::{self, Score, Scores};
use crate::conllu::{self, Sentence, Word};
use crate::corpus::{Corpora, Error};
use crate::evaluate;

/// The scores on EWT dev and GUM dev: over the running text, with our own sentences and words; over the treebank's
/// sentences, with our own words; and over the treebank's words.
///
/// # Errors
/// A treebank can't be read, or the words are not of its text.
pub fn scores(corpora: &Corpora) -> Result<Vec<evaluate::Score>, Error> {
    let mut scores = Vec::new();
    for (set, file) in [("EWT dev", "ud/ewt-dev.conllu.gz"), ("GUM dev", "ud/gum-dev.conllu.gz")] {
        let path = corpora.path(file);
        let gold = conllu::read(&path)?;
        let raw = compare(&path, &gold, &from_text(&conllu::running_text(&gold).0))?;
        let tokens = compare(&path, &gold, &tokenized(&gold))?;
        let given = compare(&path, &gold, &from_words(&gold))?;
        let mut add = |kind: &str, measure, score: Score| {
            scores.push(evaluate::Score { set: format!("{set}, {kind}"), measure, value: score.f1() });
        };
        add("raw text", "sentences F1", raw.sentences);
        add("raw text", "words F1", raw.words);
        for (measure, score) in learned(&raw) {
            add("raw text", measure, score);
        }
        add("gold sentences", "words F1", tokens.words);
        for (measure, score) in learned(&given) {
            add("gold words", measure, score);
        }
    }
    Ok(scores)
}

/// The scores of what is learned.
fn learned(scores: &Scores) -> [(&'static str, Score); 5] {
    [
        ("UPOS", scores.upos),
        ("XPOS", scores.xpos),
        ("lemmas", scores.lemmas),
        ("UAS", scores.uas),
        ("LAS", scores.las),
    ]
}

fn compare(path: &Path, gold: &[Sentence], predicted: &[Sentence]) -> Result<Scores, Error> {
    conll::score(gold, predicted).map_err(|mismatch| Error::Words { path: path.to_owned(), source: mismatch })
}

/// The sentences of a text as our stages find them.
fn from_text(text: &str) -> Vec<Sentence> {
    let sentences = SentenceSplitter::default().split(text);
    let tokens = Parser::embedded().tokens(text, &sentences);
    let words = |number: usize| -> Vec<Word> {
        let first = tokens.partition_point(|token| token.sentence < number);
        let end = tokens.partition_point(|token| token.sentence <= number);
        let start = sentences[number].span.start;
        tokens[first..end].iter().map(|token| word(text, token, start, first)).collect()
    };
    let sentence = |number: usize| Sentence {
        text: sentences[number].span.text(text).to_owned(),
        words: words(number),
        ..Sentence::default()
    };
    (0..sentences.len()).map(sentence).collect()
}

/// A token as a treebank has it, in a sentence that begins at byte `start` with the token of the number `first`.
fn word(text: &str, token: &Token, start: usize, first: usize) -> Word {
    Word {
        form: token.span.text(text).to_owned(),
        span: Span::new(token.span.start - start, token.span.end - start),
        lemma: token.lemma.to_string(),
        upos: token.upos.as_str().to_owned(),
        xpos: token.xpos.as_str().to_owned(),
        head: token.head.map_or(0, |head| head - first + 1),
        deprel: token.deprel.as_str().to_owned(),
        entity: String::new(),
    }
}

/// The treebank's sentences with our own words, which have no tags.
fn tokenized(gold: &[Sentence]) -> Vec<Sentence> {
    let word = |text: &str, span: Span| Word {
        form: span.text(text).to_owned(),
        span,
        lemma: String::new(),
        upos: String::new(),
        xpos: String::new(),
        head: 0,
        deprel: String::new(),
        entity: String::new(),
    };
    let words =
        |text: &str| Tokenizer::default().spans(text).into_iter().map(|span| word(text, span)).collect();
    gold.iter().map(|sentence| Sentence { words: words(&sentence.text), ..sentence.clone() }).collect()
}

/// The treebank's words with our tags, lemmas and trees.
fn from_words(gold: &[Sentence]) -> Vec<Sentence> {
    let (parser, lemmatizer) = (Parser::embedded(), Lemmatizer::embedded());
    gold.iter()
        .map(|sentence| {
            let spans: Vec<Span> = sentence.words.iter().map(|word| word.span).collect();
            let tree = parser.parse(&sentence.text, &spans);
            let words = sentence.words.iter().zip(tree).map(|(word, dependency)| Word {
                lemma: lemmatizer.lemma(&word.form, dependency.tag).into_owned(),
                upos: dependency.tag.upos.as_str().to_owned(),
                xpos: dependency.tag.xpos.as_str().to_owned(),
                head: dependency.head.map_or(0, |head| head + 1),
                deprel: dependency.deprel.as_str().to_owned(),
                ..word.clone()
            });
            Sentence { words: words.collect(), ..sentence.clone() }
        })
        .collect()
}
