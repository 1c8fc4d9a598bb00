//! From the core's values to Python's: bytes become code points here, and nowhere else.

use crate::mention::Mention;
use crate::span::{Sentence, Span};
use crate::token::Token;

/// The span, in code points and with its words.
pub fn span(document: &notaverbale::Document, span: notaverbale::Span) -> Span {
    let [start_char, end_char] = document.code_points(span);
    Span { start_char, end_char, text: span.text(document.text()).to_owned() }
}

/// The pieces of a span list, in order.
pub fn spans(document: &notaverbale::Document, spans: &[notaverbale::Span]) -> Vec<Span> {
    spans.iter().map(|&piece| span(document, piece)).collect()
}

/// The mention, in code points and with its words.
pub fn mention(document: &notaverbale::Document, mention: &notaverbale::Mention) -> Mention {
    let Span { start_char, end_char, text } = span(document, mention.span);
    Mention { start_char, end_char, text, form: mention.form.as_str().to_owned() }
}

/// The words of a span list, its pieces joined as in the tables; `None` where there are none.
pub fn words(document: &notaverbale::Document, spans: &[notaverbale::Span]) -> Option<String> {
    (!spans.is_empty()).then(|| document.words(spans))
}

/// The sentences of `text`, in code points and with their words.
pub fn sentences(text: &str, sentences: &[notaverbale::Sentence]) -> Vec<Sentence> {
    // Sentences come in order, so that one pass over the text counts for all of them.
    let (mut byte, mut point) = (0, 0);
    let mut count = |end: usize| {
        point += text.get(byte..end).map_or(0, |piece| piece.chars().count());
        byte = end;
        point
    };
    sentences
        .iter()
        .map(|sentence| Sentence {
            start_char: count(sentence.span.start),
            end_char: count(sentence.span.end),
            text: sentence.span.text(text).to_owned(),
            paragraph: sentence.paragraph,
        })
        .collect()
}

/// The tokens of a document, in code points and with their words.
pub fn tokens(document: &notaverbale::Document) -> Vec<Token> {
    document
        .tokens()
        .iter()
        .map(|token| {
            let [start_char, end_char] = document.code_points(token.span);
            Token {
                start_char,
                end_char,
                text: token.span.text(document.text()).to_owned(),
                sentence: token.sentence,
                upos: token.upos.as_str().to_owned(),
                xpos: token.xpos.as_str().to_owned(),
                lemma: token.lemma.to_string(),
                head: token.head,
                deprel: token.deprel.as_str().to_owned(),
            }
        })
        .collect()
}

/// The `f64` that reads as the `f32` does: 0.9 stays 0.9 and does not become 0.8999999761581421.
pub fn decimal(number: f32) -> f64 {
    number.to_string().parse().unwrap_or_else(|_| f64::from(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_count_code_points() {
        let text = "’é中😀\r\ne\u{301}\u{feff}x";
        let found = sentences(text, &notaverbale::SentenceSplitter::default().split(text));
        assert_eq!((found[0].start_char, found[0].end_char), (0, text.chars().count()));
        assert_eq!(found[0].text, text);
    }

    #[test]
    fn decimals_stay_short() {
        assert_eq!(decimal(0.9), 0.9);
        assert_eq!(decimal(1.0), 1.0);
    }
}
