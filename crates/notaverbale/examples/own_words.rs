//! What only you know: other names of people, their parties, and words that carry a stance.
//!
//! `cargo run --example own_words`
#![allow(clippy::print_stdout, reason = "an example prints")]

use notaverbale::{Act, Analyzer, Document, ExpressionError, StanceExpression};

const TEXT: &str = "\
Ruritanian envoy Rudolf Elphberg met EAM. He said that Ruritania stands tall with the lake states. \
EAM voiced misgivings about the dam and welcomed the guests.";

fn main() -> Result<(), ExpressionError> {
    let plain = Analyzer::default();
    println!("as it ships:");
    print(&plain.analyze(TEXT));

    let analyzer = Analyzer::default()
        .aliases([("EAM", "Ravi Menon")])
        .parties([("Ruritanian", "Ruritania"), ("Ravi Menon", "India")])
        .expressions([
            StanceExpression::new("stand tall with", Act::Support),
            StanceExpression::new("SV ~ misgivings", Act::Concern).frame("pp:about").target("pp:about"),
            // Silent: no stance of these words any more.
            StanceExpression::blocker("welcome"),
        ])?;
    println!("\nwith names and words of your own:");
    print(&analyzer.analyze(TEXT));

    // An entry that can't be read says what is wrong with it.
    let error =
        Analyzer::default().expressions([StanceExpression::new("cry foul", Act::Criticize).target("who")]);
    if let Err(error) = error {
        println!("\n{error}");
    }
    Ok(())
}

fn print(document: &Document) {
    for (number, stance) in document.stances() {
        let statement = &document.statements()[number];
        println!(
            "{} ({}): {} | {} | {}",
            statement.speaker.as_deref().unwrap_or("–"),
            statement.party.as_deref().unwrap_or("–"),
            stance.act.as_str(),
            document.words(&stance.expression),
            document.words(&stance.target),
        );
    }
}
