//! A document up to its phrases: what attribution and stance read.

mod view;

pub(crate) use view::{SentenceView, extend_right};

use std::ops::Range;

use crate::layout::Layout;
use crate::lexicon::Lexicon;
use crate::lexicon::party::{PartyId, PartyKind};
use crate::mention::{Cast, Description};
use crate::reading::{Reader, Reading};
use crate::sentence::Sentence;
use crate::span::Span;
use crate::syntax::{Phrases, Tokens};
use crate::token::{Tokenizer, compound};

/// The stages up to phrases, for a whole text.
pub(crate) struct Parsed<'d> {
    pub lexicon: &'d Lexicon,
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
}

impl<'d> Parsed<'d> {
    /// Tokenizes, tags and chunks the sentences of `text`; linear in its length.
    pub fn new(lexicon: &'d Lexicon, text: &'d str, layout: Layout, sentences: &[Sentence]) -> Self {
        let sentences = in_pieces(text, sentences);
        let tokenizer = Tokenizer::default();
        let reader = Reader::new(lexicon);
        let mut parsed = Self {
            lexicon,
            text,
            layout,
            tokens: Vec::with_capacity(text.len() / 5),
            ranges: Vec::with_capacity(sentences.len()),
            words: Vec::with_capacity(text.len() / 5),
            word_ranges: Vec::with_capacity(sentences.len()),
            phrases: Vec::with_capacity(sentences.len()),
            quoted: Vec::new(),
            bodies: Vec::with_capacity(sentences.len()),
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
            lexicon: self.lexicon,
            text: self.text,
            tokens: &self.tokens[range.clone()],
            phrases: &self.phrases[index],
            quoted: &self.quoted[range],
            body: self.bodies[index],
        }
    }

    /// The people that the document names.
    pub fn cast(&self) -> Cast {
        let mut cast = Cast::default();
        for index in 0..self.sentences.len() {
            let view = self.view(index);
            let mut people = Vec::new();
            let mut at = view.body;
            while at < view.end() {
                let Some(noun) = view.phrases.noun_at(at) else {
                    at += 1;
                    continue;
                };
                let whole = self.with_complements(&view, noun);
                let description = Description::new(self.lexicon, self.text, view.tokens, whole);
                people.extend(cast.add(self.lexicon, self.text, view.tokens, &description));
                at = noun.end.max(at + 1);
            }
            cast.note_sentence(&people);
        }
        cast
    }

    /// A noun phrase with the `of` and `for` phrases that end in a name (`President of Mongolia X Y`, `X, foreign
    /// minister of Y`).
    fn with_complements(&self, view: &SentenceView, noun: Tokens) -> Tokens {
        let words = &self.lexicon.words;
        let mut whole = noun;
        while let Some(next) = view.tokens.get(whole.end).filter(|_| whole.end - whole.first < 40) {
            // `Minister of the Republic of Korea (ROK) Bae Ji-won`
            if view.word(whole.end) == "("
                && view.word(whole.end + 2) == ")"
                && let Some(more) = view.phrases.noun_at(whole.end + 3)
            {
                whole.end = more.end;
                continue;
            }
            let joins = next.word == words.of
                || next.word == words.and
                || view.is_comma(whole.end) && whole.end > noun.first;
            let Some(more) = view.phrases.noun_at(whole.end + 1).filter(|_| joins) else { break };
            if next.word == words.and || view.is_comma(whole.end) {
                // `Foreign Minister and Vice President Lind`, `X Y, foreign minister of Z`: only titles join.
                let first = Description::new(self.lexicon, self.text, view.tokens, whole);
                let second = Description::new(self.lexicon, self.text, view.tokens, more);
                let one = (first.name.is_none() || second.name.is_none())
                    && !first.titles.is_empty() | !second.titles.is_empty()
                    && (first.name.is_some() && second.name.is_none() && !second.titles.is_empty()
                        || first.name.is_none() && !first.titles.is_empty());
                if !one || whole.end - whole.first > 20 {
                    break;
                }
            }
            whole.end = more.end;
        }
        whole
    }

    /// The first two states or organisations that the document names: its sides.
    pub fn sides(&self) -> Vec<PartyId> {
        let mut sides: Vec<PartyId> = Vec::new();
        for index in 0..self.sentences.len().min(12) {
            let view = self.view(index);
            let mut at = view.body;
            while at < view.end() {
                match self.lexicon.parties.at(self.text, view.tokens, at) {
                    Some((length, form)) => {
                        let side = !form.ambiguous && form.kind != PartyKind::Seat;
                        if side && !sides.contains(&form.party) {
                            sides.push(form.party);
                        }
                        if sides.len() == 2 {
                            return sides;
                        }
                        at += length;
                    }
                    None => at += 1,
                }
            }
        }
        sides
    }

    /// The party that a first-person text speaks for: the one that is the subject of most of its sentences.
    pub fn acting_party(&self) -> Option<PartyId> {
        let mut counts: Vec<(PartyId, usize)> = Vec::new();
        for index in 0..self.sentences.len() {
            let view = self.view(index);
            for group in
                view.phrases.verbs(Tokens::new(view.body, view.end())).filter(|group| group.is_finite())
            {
                let Some(subject) = crate::attribution::subject(&view, &group, view.body) else { continue };
                let description = Description::new(self.lexicon, self.text, view.tokens, subject);
                let whole = description.parties.iter().find(|party| party.tokens.end == subject.end);
                if let Some(party) = whole.map(|mention| mention.party) {
                    match counts.iter_mut().find(|(known, _)| *known == party) {
                        Some((_, count)) => *count += 1,
                        None => counts.push((party, 1)),
                    }
                }
            }
        }
        let most = counts.iter().map(|&(_, count)| count).max()?;
        counts.into_iter().find(|&(_, count)| count == most && most > 1).map(|(party, _)| party)
    }

    /// The party that a caller's author line names.
    pub fn describe_alone(&self, words: &str) -> Option<PartyId> {
        let mut tokens: Vec<Reading> =
            Tokenizer::default().phrase(words).into_iter().map(Reading::new).collect();
        Reader::new(self.lexicon).read(words, &mut tokens);
        Description::new(self.lexicon, words, &tokens, Tokens::new(0, tokens.len())).party()
    }

    /// The name in a turn label, with its case restored from the text (`SECRETARY LIND` → `Lind`).
    pub fn label_name(&self, label: &str) -> Option<String> {
        let mut tokens: Vec<Reading> =
            Tokenizer::default().phrase(label).into_iter().map(Reading::new).collect();
        Reader::new(self.lexicon).read(label, &mut tokens);
        let mut at = 0;
        while let Some((length, _)) = self.lexicon.titles.phrases.longest(&tokens, at) {
            at += length;
        }
        let name = tokens.get(at..).filter(|rest| !rest.is_empty() && at > 0 || label.contains(' '))?;
        let parts: Vec<String> = name.iter().map(|token| title_case(token.span.text(label))).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

/// `LIND` → `Lind`, `LIM-VILLAREAL` → `Lim-Villareal`; a word with small letters stays.
fn title_case(word: &str) -> String {
    if word.chars().any(char::is_lowercase) {
        return word.to_owned();
    }
    let mut start = true;
    word.chars()
        .map(|letter| {
            let cased = if start { letter.to_string() } else { letter.to_lowercase().to_string() };
            start = !letter.is_alphabetic();
            cased
        })
        .collect()
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
