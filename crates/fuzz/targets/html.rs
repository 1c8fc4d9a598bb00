//! The HTML view: what the text says stays text, what is opened is closed, and all of the text can be copied.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notaverbale::{Analyzer, Attribution, Metadata};
use notaverbale_fuzz::markup;

fuzz_target!(|input: (u8, &str)| {
    let (length, text) = input;
    // The title, id and date of the page are words of the text, too.
    let title: String = text.chars().take(length.into()).collect();
    let metadata = Metadata::default().id(&title).date(&title);
    let document = Analyzer::default().attribution(Attribution::Rules).analyze_with(text, &metadata);
    let copied = markup::check(&notaverbale_cli::html::article(&document));
    // White space at the ends of paragraphs is not shown, and control characters are shown as U+FFFD.
    let shown = |letter: &char| !letter.is_whitespace() && !letter.is_control() && *letter != '\u{fffd}';
    let letters = |text: &str| text.chars().filter(shown).collect::<String>();
    let note = if document.statements().is_empty() {
        "No statements."
    } else if document.stances().next().is_none() {
        "No stances."
    } else {
        ""
    };
    assert_eq!(letters(&copied), letters(&format!("{text}{note}")), "all of the text can be copied");
    markup::check(&notaverbale_cli::html::page(&title, [&document]));
});
