//! The whole, by the learned model: the laws of the document and of its record, and the same again from the same text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notaverbale::Analyzer;
use notaverbale_fuzz::laws;

fuzz_target!(|text: &str| {
    let document = Analyzer::default().analyze(text);
    assert_eq!(document.text(), text);
    laws::check_document(&document);
    laws::check_record(&document);
    assert_eq!(Analyzer::default().analyze(text), document, "the same text gives the same document");
});
