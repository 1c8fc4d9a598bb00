//! The statements of a file: who says what, by which words.
//!
//! `cargo run --example statements [FILE]`
#![allow(clippy::print_stdout, reason = "an example prints")]

use notaverbale::{Analyzer, Metadata};

fn main() -> std::io::Result<()> {
    let readout = || concat!(env!("CARGO_MANIFEST_DIR"), "/examples/readout.txt").to_owned();
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap_or_else(readout))?;

    // An analyzer holds lexicons and models: make one, and keep it. Any text is a document, without `Result`.
    let document = Analyzer::default().analyze_with(&text, &Metadata::default().date("2024-06-03"));

    println!("{} sentences, on {}", document.sentences().len(), document.date().unwrap_or("no day"));
    for member in document.cast() {
        let role = member.role.as_deref().unwrap_or("no title");
        let party = member.party.as_deref().unwrap_or("no party");
        println!("{} ({role}, {party}): {} mentions", member.name, member.mentions.len());
    }
    for statement in document.statements() {
        // What the text does not tell is `None`, or a list without spans.
        let speaker = statement.speaker.as_deref().unwrap_or("somebody");
        println!("\n{speaker}, {}, {:.2} sure:", statement.kind.as_str(), statement.confidence);
        println!("  source  {}", document.words(&statement.source));
        println!("  cue     {}", document.words(&statement.cue));
        println!("  content {}", document.words(&statement.content));
    }
    Ok(())
}
