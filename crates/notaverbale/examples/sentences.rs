//! Sentences alone: no model, no other stage.
//!
//! `cargo run --example sentences`
#![allow(clippy::print_stdout, reason = "an example prints")]

use notaverbale::{Quotations, SentenceSplitter};

const TEXT: &str = "\
Mr. Otieno met Lt. Col. Salo at 6 p.m. in Washington, D.C. They agreed.

“We will go on. It is time,” the Verw. Rat said.";

fn main() {
    // Spans are bytes of the text, half open, and slice it; only white space lies between them.
    for sentence in SentenceSplitter::default().split(TEXT) {
        let span = sentence.span;
        println!(
            "{:3}..{:3}, paragraph {}: {}",
            span.start,
            span.end,
            sentence.paragraph,
            &TEXT[span.range()]
        );
    }

    // A splitter with options: quotations stay whole, and an abbreviation of one's own ends no sentence.
    let splitter = SentenceSplitter::default().quotations(Quotations::Whole).abbreviations(["Verw."]);
    println!("\nwith options:");
    for sentence in splitter.split(TEXT) {
        println!("{}", sentence.span.text(TEXT));
    }
}
