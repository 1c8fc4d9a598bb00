//! Tokens.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notaverbale_fuzz::laws;

fuzz_target!(|text: &str| laws::check_tokens(text));
