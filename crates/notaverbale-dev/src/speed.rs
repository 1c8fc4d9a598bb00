//! How fast the whole pipeline and its stages run on one thread, what they need, and whether their cost stays flat.

use std::hint::black_box;

use notaverbale::{Analyzer, Layout, SentenceSplitter, Tagger, Tokenizer};
use rustix::time::{ClockId, clock_gettime};

use crate::corpus::Text;

/// What a run over some texts took.
#[derive(Clone, Copy, Debug)]
pub struct Speed {
    /// Tokens as the tokenizer counts them.
    pub tokens: usize,
    /// Bytes of text.
    pub bytes: usize,
    /// Time of the processor, in which other work has no part.
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

/// What the pipeline takes behind sentences, tokens and tags: the time of the `whole` less that of these three, the best of
/// some runs.
pub fn statements(texts: &[Text], whole: Speed) -> Speed {
    let (splitter, tagger) = (SentenceSplitter::default(), Tagger::embedded());
    let tagged = |text: &Text| {
        let sentences = splitter.split(&text.text);
        let words = sentences.iter().map(|sentence| {
            let spans = Tokenizer::default().spans(sentence.span.text(&text.text));
            tagger.tag(sentence.span.text(&text.text), &spans).len()
        });
        words.sum::<usize>()
    };
    let before = best(|| texts.iter().map(tagged).sum());
    Speed { seconds: whole.seconds - before, ..whole }
}

/// The seconds that this thread had the processor for some work.
fn seconds(work: impl Fn() -> usize) -> f64 {
    let now = || {
        let now = clock_gettime(ClockId::ThreadCPUTime);
        now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
    };
    let started = now();
    black_box(work());
    now() - started
}

/// The shortest time of some runs.
fn best(work: impl Fn() -> usize) -> f64 {
    (0..5).map(|_| seconds(&work)).fold(f64::INFINITY, f64::min)
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
            let all = seconds(|| (0..rounds).map(|_| analyzer.analyze(&text).statements().len()).sum());
            let seconds = all / rounds as f64;
            Speed { tokens: Tokenizer::default().spans(&text).len(), bytes: text.len(), seconds }
        })
        .collect()
}

/// Times tokens, tags, lemmas and trees over the texts, which are split into sentences before.
pub fn syntax(texts: &[Text]) -> Speed {
    let parser = notaverbale::Parser::embedded();
    let splitter = notaverbale::SentenceSplitter::default();
    let split: Vec<_> = texts.iter().map(|text| (&text.text, splitter.split(&text.text))).collect();
    let run = || split.iter().map(|(text, sentences)| parser.tokens(text, sentences).len()).sum();
    let (tokens, seconds) = (run(), best(run));
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

/// Seconds until a first analysis has ended, lexicons and models read: it has to be the first in the process.
pub fn load() -> f64 {
    let analyze = || Analyzer::default().analyze("Peru welcomed that Chile supports the ceasefire.");
    seconds(|| analyze().stances().count())
}

/// The most memory that the process has held so far, in MB; none where the system does not tell it as Linux does.
pub fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1024.0)
}

/// The bytes of the models that the core crate holds.
pub fn models() -> usize {
    const MODELS: [&[u8]; 4] = [
        include_bytes!("../../notaverbale/data/model/english.nvm"),
        include_bytes!("../../notaverbale/data/model/attribution.nvm"),
        include_bytes!("../../notaverbale/data/model/sentence.nvm"),
        include_bytes!("../../notaverbale/data/model/pronoun.tsv"),
    ];
    MODELS.map(<[u8]>::len).iter().sum()
}

/// A text of about `size` bytes that is hard on readers of texts.
pub type Hostile = (&'static str, fn(usize) -> String);

/// Texts that some tools need minutes for, or swallow whole.
pub const HOSTILE: [Hostile; 10] = [
    ("one line without stops", |size| repeat("the port is open and ", size)),
    ("stops and spaces", |size| repeat(". ", size)),
    ("unbalanced quotation marks", |size| repeat("\"The port is open. Ships \"come \"and go. ", size)),
    ("quotation marks", |size| repeat("\"", size)),
    ("opening brackets", |size| repeat("(", size)),
    ("commas", |size| repeat("a, ", size)),
    ("one word", |size| repeat("a", size)),
    ("line breaks", |size| repeat("\n", size)),
    ("combining marks", |size| repeat("e\u{301}\u{301}", size)),
    ("zero bytes", |size| repeat("\0", size)),
];

/// A text of at least `size` bytes.
pub fn repeat(words: &str, size: usize) -> String {
    words.repeat(size / words.len() + 1)
}

/// Seconds to split a text into sentences, and to analyze it.
pub fn once(text: &str) -> [f64; 2] {
    let (splitter, analyzer) = (SentenceSplitter::default(), Analyzer::default());
    let works: [&dyn Fn() -> usize; 2] =
        [&|| splitter.split(text).len(), &|| analyzer.analyze(text).statements().len()];
    works.map(seconds)
}
