//! The stages and the whole pipeline over the texts under `tests/texts`, in bytes a second, on one thread.
//!
//! `cargo bench -p notaverbale` measures; `cargo test -p notaverbale --benches` runs each bench once.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use divan::{Bencher, black_box, counter::BytesCount};
use notaverbale::{Analyzer, Document, Layout, SentenceSplitter, Tokenizer};

fn main() {
    divan::main();
}

/// A text with the name of its file.
#[derive(Clone)]
struct Text {
    name: String,
    words: String,
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

/// The texts in the order of their names; `all` is all of them, one after the other, 20 times.
fn texts() -> Vec<Text> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/texts");
    let mut texts: Vec<Text> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| Text {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            words: std::fs::read_to_string(&path).unwrap(),
        })
        .collect();
    texts.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(!texts.is_empty());
    let words: Vec<&str> = texts.iter().map(|text| text.words.as_str()).collect();
    let all = (words.join("\n\n") + "\n\n").repeat(20);
    texts.push(Text { name: "all".to_owned(), words: all });
    texts
}

#[divan::bench(args = texts())]
fn layout(bencher: Bencher, text: &Text) {
    bencher.counter(BytesCount::of_str(&text.words)).bench(|| Layout::new(black_box(&text.words)));
}

#[divan::bench(args = texts())]
fn sentences(bencher: Bencher, text: &Text) {
    let splitter = SentenceSplitter::default();
    bencher.counter(BytesCount::of_str(&text.words)).bench(|| splitter.split(black_box(&text.words)));
}

#[divan::bench(args = texts())]
fn tokens(bencher: Bencher, text: &Text) {
    let tokenizer = Tokenizer::default();
    bencher.counter(BytesCount::of_str(&text.words)).bench(|| tokenizer.spans(black_box(&text.words)));
}

#[divan::bench(args = texts())]
fn analyze(bencher: Bencher, text: &Text) {
    let analyzer = Analyzer::default();
    bencher.counter(BytesCount::of_str(&text.words)).bench(|| analyzer.analyze(black_box(&text.words)));
}

/// From a document to the JSON that the command line writes.
#[divan::bench(args = texts())]
fn record(bencher: Bencher, text: &Text) {
    let document: Document = Analyzer::default().analyze(&text.words);
    bencher
        .counter(BytesCount::of_str(&text.words))
        .bench(|| serde_json::to_string(&black_box(&document).record()).unwrap());
}
