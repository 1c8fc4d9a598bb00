//! Tags, lemmas and trees of the tokens of each sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notaverbale::{Parser, SentenceSplitter, Span, Tagger};
use notaverbale_fuzz::laws;

fuzz_target!(|text: &str| {
    let sentences = SentenceSplitter::default().split(text);
    let tokens = Parser::embedded().tokens(text, &sentences);
    laws::check_trees(text, &sentences, &tokens);
    // The parser reads sentences side by side; one alone has the same tags.
    let words: Vec<Span> =
        tokens.iter().filter(|token| token.sentence == 0).map(|token| token.span).collect();
    for (tag, token) in Tagger::embedded().tag(text, &words).iter().zip(&tokens) {
        assert_eq!((tag.upos, tag.xpos), (token.upos, token.xpos), "a sentence alone has the same tags");
    }
});
