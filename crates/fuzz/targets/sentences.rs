//! Sentences, with every option of the splitter: the first byte says which, and the text's first word may be an
//! abbreviation of the caller's.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notaverbale::{LineBreaks, Quotations, SentenceSplitter};
use notaverbale_fuzz::laws;

fuzz_target!(|input: (u8, &str)| {
    let (options, text) = input;
    let mut splitter = SentenceSplitter::default();
    if options & 1 > 0 {
        splitter = splitter.quotations(Quotations::Whole);
    }
    if options & 2 > 0 {
        splitter = splitter.line_breaks(LineBreaks::Always);
    } else if options & 4 > 0 {
        splitter = splitter.line_breaks(LineBreaks::Never);
    }
    if options & 8 > 0 {
        splitter = splitter.abbreviations(text.split_whitespace().next());
    }
    let sentences = splitter.split(text);
    laws::check_sentences(text, &sentences);
    assert_eq!(splitter.split(text), sentences, "the same text has the same sentences");
});
