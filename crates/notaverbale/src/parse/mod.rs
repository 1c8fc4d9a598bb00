//! A document up to its phrases: what attribution and stance read.

mod coordination;
mod party;
mod reparse;
mod tree;
mod view;

pub(crate) use party::NamedParty;
pub(crate) use reparse::Reparsed;
pub(crate) use tree::Tree;
pub(crate) use view::{SentenceView, extend_right};

use std::ops::Range;

use crate::dependency::Parser;
use crate::layout::Layout;
use crate::lexicon::Lexicon;
use crate::lexicon::party::PartyId;
use crate::mention::{Description, Names, cased};
use crate::reading::{Reader, Reading};
use crate::sentence::Sentence;
use crate::span::Span;
use crate::syntax::{Phrases, Tokens};
use crate::token::{Tokenizer, compound};

/// The stages up to phrases, for a whole text.
pub(crate) struct Parsed<'d> {
    pub lexicon: &'d Lexicon,
    pub names: &'d Names,
    pub text: &'d str,
    pub layout: Layout,
    /// The sentences as they are analyzed: one of more than [`LONGEST`] bytes in pieces, so that time stays linear.
    pub sentences: Vec<Sentence>,
    /// Words, with compounds as one.
    pub tokens: Vec<Reading>,
    ranges: Vec<Range<usize>>,
    /// Words as treebanks have them, for what is learned.
    words: Vec<Span>,
    word_ranges: Vec<Range<usize>>,
    phrases: Vec<Phrases>,
    quoted: Vec<Option<u32>>,
    bodies: Vec<usize>,
    /// The parties that the document names without doubt.
    pub parties: Vec<NamedParty>,
}

impl<'d> Parsed<'d> {
    /// Tokenizes, tags and chunks the sentences of `text`; linear in its length.
    pub fn new(
        lexicon: &'d Lexicon,
        names: &'d Names,
        text: &'d str,
        layout: Layout,
        sentences: &[Sentence],
    ) -> Self {
        let sentences = in_pieces(text, sentences);
        let tokenizer = Tokenizer::default();
        let reader = Reader::new(lexicon);
        let mut parsed = Self {
            lexicon,
            names,
            text,
            layout,
            tokens: Vec::with_capacity(text.len() / 5),
            ranges: Vec::with_capacity(sentences.len()),
            words: Vec::with_capacity(text.len() / 5),
            word_ranges: Vec::with_capacity(sentences.len()),
            phrases: Vec::with_capacity(sentences.len()),
            quoted: Vec::new(),
            bodies: Vec::with_capacity(sentences.len()),
            parties: Vec::new(),
            sentences,
        };
        let mut spans = Vec::new();
        for sentence in &parsed.sentences {
            spans.clear();
            tokenizer.append(text, sentence.span, &mut spans);
            parsed.word_ranges.push(parsed.words.len()..parsed.words.len() + spans.len());
            parsed.words.extend_from_slice(&spans);
            compound::join(text, &mut spans, 0);
            let first = parsed.tokens.len();
            parsed.tokens.extend(spans.iter().copied().map(Reading::new));
            let tokens = &mut parsed.tokens[first..];
            reader.read(text, tokens);
            parsed.phrases.push(Phrases::new(lexicon, text, tokens));
            parsed.ranges.push(first..parsed.tokens.len());
        }
        parsed.mark_quotations();
        for index in 0..parsed.sentences.len() {
            let body = parsed.body(index);
            parsed.bodies.push(body);
        }
        parsed.parties = party::named(&parsed);
        parsed
    }

    /// Numbers the outermost quotation of each token.
    fn mark_quotations(&mut self) {
        self.quoted = vec![None; self.tokens.len()];
        for (number, quotation) in
            self.layout.quotations.iter().enumerate().filter(|(_, quotation)| quotation.depth == 0)
        {
            let first = self.tokens.partition_point(|token| token.span.start < quotation.span.start);
            let count =
                self.tokens[first..].iter().take_while(|token| token.span.end <= quotation.span.end).count();
            for place in &mut self.quoted[first..first + count] {
                *place = u32::try_from(number).ok();
            }
        }
    }

    /// The first token of a sentence behind the dateline, the turn label or the list mark.
    fn body(&self, index: usize) -> usize {
        let sentence = self.sentences[index];
        let tokens = &self.tokens[self.ranges[index].clone()];
        let head = self.layout.head_end(self.text, sentence.paragraph);
        let start =
            if sentence.span.start < head && head <= sentence.span.end { head } else { sentence.span.start };
        tokens.partition_point(|token| token.span.start < start).min(tokens.len())
    }

    /// Whether the sentence before this one ends with a colon.
    pub fn follows_colon(&self, index: usize) -> bool {
        index > 0 && self.sentences[index - 1].span.text(self.text).ends_with(':')
    }

    /// The words of a sentence as treebanks have them.
    pub fn words(&self, index: usize) -> &[Span] {
        &self.words[self.word_ranges[index].clone()]
    }

    /// One sentence.
    pub fn view(&self, index: usize) -> SentenceView<'_> {
        let range = self.ranges[index].clone();
        SentenceView {
            index,
            parties: &self.parties,
            lexicon: self.lexicon,
            text: self.text,
            tokens: &self.tokens[range.clone()],
            phrases: &self.phrases[index],
            quoted: &self.quoted[range],
            body: self.bodies[index],
            tree: None,
        }
    }

    /// Some of the sentences read once more, with dependency trees, which the parser makes side by side.
    pub fn reparse(&self, parser: &Parser, sentences: &[usize]) -> Vec<Reparsed> {
        let ranges = sentences.iter().map(|&index| self.word_ranges[index].clone());
        let words: Vec<Span> = ranges.clone().flat_map(|range| &self.words[range]).copied().collect();
        let lengths: Vec<usize> = ranges.map(|range| range.len()).collect();
        let dependencies = parser.trees(self.text, &words, &lengths);
        let mut first = 0;
        let one = |(&index, &length): (&usize, &usize)| {
            let range = first..first + length;
            first = range.end;
            let tokens = &self.tokens[self.ranges[index].clone()];
            let tree = Tree::new(tokens, &words[range.clone()], &dependencies[range.clone()], range.start);
            Reparsed::new(self.lexicon, self.text, tokens, tree)
        };
        sentences.iter().zip(&lengths).map(one).collect()
    }

    /// One sentence, as it was read once more.
    pub fn view_of<'v>(&'v self, index: usize, reparsed: &'v Reparsed) -> SentenceView<'v> {
        let Reparsed { tokens, phrases, tree } = reparsed;
        SentenceView { tokens, phrases, tree: Some(tree), ..self.view(index) }
    }

    /// Words that stand outside the text, as the lexicon reads them.
    pub fn read_alone(&self, words: &str) -> Vec<Reading> {
        let mut tokens: Vec<Reading> =
            Tokenizer::default().phrase(words).into_iter().map(Reading::new).collect();
        Reader::new(self.lexicon).read(words, &mut tokens);
        tokens
    }

    /// The name in a caller's author line (`Ana Lima, Foreign Minister of Brazil`), and the party that it tells.
    pub fn describe_alone(&self, words: &str) -> (String, Option<PartyId>) {
        let tokens = self.read_alone(words);
        let description = Description::new(self.lexicon, words, &tokens, Tokens::new(0, tokens.len()));
        let titled = description.heads_person();
        let name = description.name.filter(|_| titled).map(|name| name.of(&tokens)).unwrap_or_default();
        let name = match name {
            [first, .., last] => first.span.cover(last.span).text(words),
            [only] => only.span.text(words),
            [] => words,
        };
        (name.to_owned(), description.party())
    }

    /// The name in a turn label, with its case restored from the text (`SECRETARY LIND` → `Lind`).
    pub fn label_name(&self, label: &str) -> Option<String> {
        let tokens = self.read_alone(label);
        let mut at = 0;
        while let Some((length, _)) = self.lexicon.titles.phrases.longest(&tokens, at) {
            at += length;
        }
        let name = tokens.get(at..).filter(|rest| !rest.is_empty() && at > 0 || label.contains(' '))?;
        let parts: Vec<String> = name.iter().map(|token| cased(token.span.text(label))).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

/// The longest sentence, in bytes, that is analyzed as one.
const LONGEST: usize = 4000;

/// Cuts sentences of more than [`LONGEST`] bytes, at white space where there is some.
fn in_pieces(text: &str, sentences: &[Sentence]) -> Vec<Sentence> {
    let mut pieces = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let mut rest = sentence.span;
        while rest.len() > LONGEST {
            let mut end = LONGEST;
            let words = rest.text(text);
            while !words.is_char_boundary(end) {
                end -= 1;
            }
            let cut =
                rest.start + words[..end].rfind(char::is_whitespace).filter(|&cut| cut > 0).unwrap_or(end);
            pieces.push(Sentence { span: Span::new(rest.start, cut).trim(text), ..*sentence });
            rest = Span::new(cut, rest.end).trim(text);
        }
        pieces.push(Sentence { span: rest, ..*sentence });
    }
    pieces.retain(|piece| !piece.span.is_empty());
    pieces
}
