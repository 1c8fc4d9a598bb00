//! Where a token begins and ends.

use crate::span::Span;
use crate::token::form::{Forms, Kind};
use crate::token::{address, clitic, compound, mark, number, word};

/// Splits text into tokens: the syntactic words of Universal Dependencies, and marks.
///
/// # Examples
/// ```
/// let text = "Lind's vice-president can't agree: it's 3.5% in the U.S.";
/// let words: Vec<&str> = notaverbale::Tokenizer::default().spans(text).iter().map(|span| span.text(text)).collect();
/// assert_eq!(words[..9], ["Lind", "'s", "vice", "-", "president", "ca", "n't", "agree", ":"]);
/// assert_eq!(words[9..], ["it", "'s", "3.5", "%", "in", "the", "U.S."]);
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Tokenizer {}

impl Tokenizer {
    /// The tokens of `text`, a sentence or more, in order, as byte spans. Only white space lies outside them.
    ///
    /// The end of `text` is taken for the end of a sentence: a stop there is a token of its own after `etc`, but not after
    /// `U.S`. Never fails; linear in `text.len()`.
    ///
    /// # Examples
    /// ```
    /// let text = "Lind can't come.";
    /// let words: Vec<&str> = notaverbale::Tokenizer::default().spans(text).iter().map(|span| span.text(text)).collect();
    /// assert_eq!(words, ["Lind", "ca", "n't", "come", "."]);
    /// ```
    pub fn spans(&self, text: &str) -> Vec<Span> {
        let mut spans = Vec::with_capacity(text.len() / 5);
        append(text, Span::new(0, text.len()), Kind::Sentences, &mut spans);
        spans
    }

    /// The words of a name, a title or a label, with compounds as one.
    pub(crate) fn phrase(&self, text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        append(text, Span::new(0, text.len()), Kind::Phrase, &mut spans);
        compound::join(text, &mut spans, 0);
        spans
    }

    /// Appends the tokens of the part of `text` under `within`; none where that does not fit the text.
    pub(crate) fn append(&self, text: &str, within: Span, spans: &mut Vec<Span>) {
        let within = if within.text(text).is_empty() { Span::new(0, 0) } else { within };
        append(text, within, Kind::Sentences, spans);
    }
}

fn append(text: &str, within: Span, kind: Kind, spans: &mut Vec<Span>) {
    let forms = Forms::embedded();
    let mut at = within.start;
    let mut before = None;
    let mut chunk = Chunk::default();
    // Brackets that are open.
    let mut open = 0_usize;
    while at < within.end {
        let rest = &text[at..within.end];
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            at += first.len_utf8();
            before = None;
            continue;
        }
        if at >= chunk.end {
            chunk = Chunk::new(rest, at);
        }
        let attached = before.is_some_and(char::is_alphanumeric);
        let whole = (chunk.has_address && !attached)
            .then(|| address::length(rest, forms))
            .flatten()
            .or_else(|| mark::face_length(rest, before, open > 0, forms));
        let word = || {
            let digits = || first.is_ascii_digit().then(|| number::length(rest, forms)).flatten();
            let letters = || first.is_alphanumeric().then(|| word::length(rest, forms, kind));
            opening_length(rest, first, attached, forms).or_else(digits).or_else(letters)
        };
        let length = if let Some(length) = whole {
            spans.push(Span::new(at, at + length));
            length
        } else if let Some(length) = word() {
            clitic::split(text, Span::new(at, at + length), forms, spans);
            length
        } else {
            let length = mark::length(rest, first);
            spans.push(Span::new(at, at + length));
            length
        };
        match first {
            '(' => open += 1,
            ')' => open = open.saturating_sub(1),
            _ => {}
        }
        before = rest[..length].chars().next_back();
        at += length;
    }
}

/// The length of a word that a mark opens: `'em`, `.5`, `+44`, `#talks`, `@lind`. `attached` says whether a letter or digit
/// stands right before it.
fn opening_length(rest: &str, first: char, attached: bool, forms: &Forms) -> Option<usize> {
    let behind = &rest[first.len_utf8()..];
    match first {
        _ if clitic::is_apostrophe(first) => clitic::opening_length(rest, attached, forms),
        '.' | '+' if !attached => {
            let digits = word::digits_length(behind);
            (digits > 0).then_some(1 + digits)
        }
        '#' | '@' if !attached && behind.starts_with(char::is_alphabetic) => {
            let name = behind.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(behind.len());
            Some(1 + name)
        }
        _ => None,
    }
}

/// A stretch without white space.
#[derive(Clone, Copy, Default)]
struct Chunk {
    end: usize,
    /// Whether it can hold an address: an `@`, a stop or a colon inside it.
    has_address: bool,
}

impl Chunk {
    /// The stretch at the head of `rest`, which begins at the byte `at`.
    fn new(rest: &str, at: usize) -> Self {
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let bytes = &rest.as_bytes()[..length];
        let has_address = bytes.contains(&b'@')
            || bytes.windows(2).any(|pair| {
                matches!(pair[0], b'.' | b':') && (pair[1].is_ascii_alphanumeric() || pair[1] == b'/')
            });
        Self { end: at + length, has_address }
    }
}
