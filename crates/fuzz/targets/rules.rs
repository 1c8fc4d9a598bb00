//! Statements and stances by rules alone.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notaverbale::{Analyzer, Attribution};
use notaverbale_fuzz::laws;

fuzz_target!(|text: &str| {
    laws::check_document(&Analyzer::default().attribution(Attribution::Rules).analyze(text));
});
