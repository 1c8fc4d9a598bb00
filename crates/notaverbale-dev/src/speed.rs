//! How fast the whole pipeline and the sentence splitter run on one thread, and whether their cost stays flat.

use std::time::Instant;

use notaverbale::{Analyzer, Layout, SentenceSplitter, Tagger, Tokenizer};

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

/// Times the whole pipeline over the texts: once to warm up, then the best of some runs.
pub fn corpus(texts: &[Text]) -> Speed {
    let analyzer = Analyzer::default();
    let run = || texts.iter().map(|text| analyzer.analyze(&text.text).statements().len()).sum::<usize>();
    let found = run();
    let again = || {
        let again = run();
        assert_eq!(found, again, "the same texts gave other statements");
        again
    };
    let seconds = best(again);
    let tokens = texts.iter().map(|text| Tokenizer::default().spans(&text.text).len()).sum();
    Speed { tokens, bytes: texts.iter().map(|text| text.text.len()).sum(), seconds }
}

/// Times what the pipeline does behind sentences, tokens and tags: the time of the whole less that of these three, each
/// the best of some runs.
pub fn statements(texts: &[Text]) -> Speed {
    let (analyzer, splitter, tagger) = (Analyzer::default(), SentenceSplitter::default(), Tagger::embedded());
    let tagged = |text: &Text| {
        let sentences = splitter.split(&text.text);
        let words = sentences.iter().map(|sentence| {
            let spans = Tokenizer::default().spans(sentence.span.text(&text.text));
            tagger.tag(sentence.span.text(&text.text), &spans).len()
        });
        words.sum::<usize>()
    };
    let analyzed = |text: &Text| analyzer.analyze(&text.text).statements().len();
    let before = best(|| texts.iter().map(tagged).sum());
    let whole = best(|| texts.iter().map(analyzed).sum());
    let tokens = texts.iter().map(|text| Tokenizer::default().spans(&text.text).len()).sum();
    Speed { tokens, bytes: texts.iter().map(|text| text.text.len()).sum(), seconds: whole - before }
}

/// The shortest time of some runs.
fn best(work: impl Fn() -> usize) -> f64 {
    let run = |_| {
        let started = Instant::now();
        std::hint::black_box(work());
        started.elapsed().as_secs_f64()
    };
    (0..5).map(run).fold(f64::INFINITY, f64::min)
}

/// Times one document of about each of `sizes` bytes, made of the texts one after the other.
pub fn scaling(texts: &[Text], sizes: &[usize]) -> Vec<Speed> {
    // In somebody's own text nothing searches for cues: only reports cost what reports cost. A heading with a colon becomes
    // a turn label where it comes again.
    let analyzer = Analyzer::default();
    let is_report = |text: &&Text| {
        let twice = format!("{}\n\n{}", text.text, text.text);
        let document = analyzer.analyze(&twice);
        document.statements().iter().all(|one| !one.cue.is_empty() || one.continues.is_some())
            && Layout::new(&twice).labels.iter().all(Option::is_none)
    };
    let reports: Vec<&str> = texts.iter().filter(is_report).map(|text| text.text.as_str()).collect();
    let joined = reports.join("\n\n");
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

/// Splits the texts into sentences, some times over, and returns how many million characters a second the best run took
/// in.
pub fn sentences(texts: &[Text]) -> f64 {
    let splitter = SentenceSplitter::default();
    let characters: usize = texts.iter().map(|text| text.text.chars().count()).sum();
    let seconds = best(|| texts.iter().map(|text| splitter.split(&text.text).len()).sum());
    characters as f64 / seconds / 1e6
}

/// A text of about `size` bytes that is hard on sentence splitters.
pub type Hostile = (&'static str, fn(usize) -> String);

/// Texts that some splitters need minutes for, or swallow whole.
pub const HOSTILE: [Hostile; 3] = [
    ("one line without stops", |size| "the port is open and ".repeat(size / 21)),
    ("stops and spaces", |size| ". ".repeat(size / 2)),
    ("unbalanced quotation marks", |size| "\"The port is open. Ships \"come \"and go. ".repeat(size / 39)),
];

/// Seconds to split a hostile text, and how many sentences it gave.
pub fn hostile(text: &str) -> (f64, usize) {
    let started = Instant::now();
    let found = SentenceSplitter::default().split(text).len();
    (started.elapsed().as_secs_f64(), found)
}
