//! A text on the terminal with its statements marked: sources bold, cues blue, contents green where they carry a stance in
//! favor, red where one against, else underlined.
//!
//! `cargo run --example highlight [FILE]`
#![allow(clippy::print_stdout, reason = "an example prints")]

use anstyle::{AnsiColor, Style};
use notaverbale::{Analyzer, Document, Polarity, Span, Statement};

fn main() -> std::io::Result<()> {
    let readout = || concat!(env!("CARGO_MANIFEST_DIR"), "/examples/readout.txt").to_owned();
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap_or_else(readout))?;
    let document = Analyzer::default().analyze(&text);

    // Spans slice the text, so that what stands between two of them is the text, too.
    let mut end = 0;
    for (span, style) in marks(&document) {
        if span.start < end {
            // Another statement has marked these words.
            continue;
        }
        print!("{}{style}{}{style:#}", &text[end..span.start], span.text(&text));
        end = span.end;
    }
    print!("{}", &text[end..]);
    Ok(())
}

/// The spans to mark, in order.
fn marks(document: &Document) -> Vec<(Span, Style)> {
    let mut marks = Vec::new();
    for statement in document.statements() {
        let styles = [
            (&statement.source, Style::new().bold()),
            (&statement.cue, AnsiColor::Blue.on_default()),
            (&statement.content, content_style(statement)),
        ];
        for (spans, style) in styles {
            marks.extend(spans.iter().map(|&span| (span, style)));
        }
    }
    marks.sort_by_key(|(span, _)| span.start);
    marks
}

fn content_style(statement: &Statement) -> Style {
    match statement.stances.first().map(|stance| stance.polarity) {
        Some(Polarity::Favor) => AnsiColor::Green.on_default(),
        Some(_) => AnsiColor::Red.on_default(),
        None => Style::new().underline(),
    }
}
