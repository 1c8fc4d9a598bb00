//! How fast the whole pipeline runs on one thread, and whether its cost for a token stays flat.

use std::time::Instant;

use notaverbale::{Analyzer, Tokenizer};

use crate::corpus::Text;

/// What a run over some texts took.
#[derive(Clone, Copy, Debug)]
pub struct Speed {
    /// Tokens as the tokenizer counts them.
    pub tokens: usize,
    /// Bytes of text.
    pub bytes: usize,
    /// Wall time.
    pub seconds: f64,
}

impl Speed {
    /// Tokens a second.
    pub fn rate(&self) -> f64 {
        self.tokens as f64 / self.seconds
    }
}

/// Times the whole pipeline over the texts, once to warm up and once to measure.
pub fn corpus(texts: &[Text]) -> Speed {
    let analyzer = Analyzer::default();
    let run = || texts.iter().map(|text| analyzer.analyze(&text.text).statements().len()).sum::<usize>();
    let found = run();
    let started = Instant::now();
    let again = run();
    let seconds = started.elapsed().as_secs_f64();
    assert_eq!(found, again, "the same texts gave other statements");
    let tokens = texts.iter().map(|text| Tokenizer::default().spans(&text.text).len()).sum();
    Speed { tokens, bytes: texts.iter().map(|text| text.text.len()).sum(), seconds }
}

/// Times one document of about each of `sizes` bytes, made of the texts one after the other.
pub fn scaling(texts: &[Text], sizes: &[usize]) -> Vec<Speed> {
    let joined: String = texts.iter().map(|text| text.text.as_str()).collect::<Vec<_>>().join("\n\n");
    sizes
        .iter()
        .map(|&size| {
            let mut text = joined.repeat(size / joined.len() + 1);
            let mut end = size.min(text.len());
            while !text.is_char_boundary(end) {
                end += 1;
            }
            text.truncate(end);
            // Short texts are timed over many runs.
            let rounds = (1_000_000 / text.len()).max(1);
            let analyzer = Analyzer::default();
            let started = Instant::now();
            for _ in 0..rounds {
                analyzer.analyze(&text);
            }
            let seconds = started.elapsed().as_secs_f64() / rounds as f64;
            Speed { tokens: Tokenizer::default().spans(&text).len(), bytes: text.len(), seconds }
        })
        .collect()
}

/// Times tokens, tags, lemmas and trees over the texts, which are split into sentences before.
pub fn syntax(texts: &[Text]) -> Speed {
    let parser = notaverbale::Parser::embedded();
    let splitter = notaverbale::SentenceSplitter::default();
    let split: Vec<_> = texts.iter().map(|text| (&text.text, splitter.split(&text.text))).collect();
    let started = Instant::now();
    let tokens = split.iter().map(|(text, sentences)| parser.tokens(text, sentences).len()).sum();
    let seconds = started.elapsed().as_secs_f64();
    Speed { tokens, bytes: texts.iter().map(|text| text.text.len()).sum(), seconds }
}
