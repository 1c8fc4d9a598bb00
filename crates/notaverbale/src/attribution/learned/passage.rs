//! A paragraph as the labeller sees it: its words, and for each a row of numbers and some marks.

use super::mark::{self, Marks};
use crate::attribution::draft::Draft;
use crate::attribution::rule;
use crate::parse::Parsed;
use crate::span::Span;
use crate::tag::feature;
use crate::tag::tagger::{self, Tagger, Workspace};

/// The most words of a passage, but for the last sentence; a longer paragraph is read in passages.
const LONGEST: usize = 400;

/// What a row's numbers are worth: whole steps of one by this.
pub const STEPS: f32 = 4_096.0;

/// The words of a paragraph, or of a part of a long one, in whole sentences.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Passage {
    /// Where the words stand, in bytes.
    pub words: Vec<Span>,
    /// The number of each word's sentence.
    pub sentences: Vec<usize>,
    /// A number that stands for each word in small letters.
    pub forms: Vec<u32>,
    /// What page and lexicons say of each word.
    pub marks: Vec<Marks>,
    /// What the tagger says of each word and the word's vector, in steps of `1 / STEPS`.
    pub rows: Vec<i16>,
}

/// Memory that is used again for each passage.
#[derive(Clone, Debug, Default)]
pub(crate) struct Buffer {
    tagging: Workspace,
    lower: String,
}

/// A passage, and what the rules find in its sentences.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    pub passage: Passage,
    /// The drafts of each sentence.
    pub rules: Vec<Vec<Draft>>,
}

/// Reads the passage that begins with the sentence of this number.
pub(crate) fn read(parsed: &Parsed, tagger: &Tagger, first: usize, buffer: &mut Buffer) -> Reading {
    let Reading { mut passage, mut rules } = Reading::default();
    let mut lengths = Vec::new();
    let paragraph = parsed.sentences[first].paragraph;
    let of_paragraph = parsed.sentences.iter().enumerate().skip(first);
    for (index, _) in of_paragraph.take_while(|(_, sentence)| sentence.paragraph == paragraph) {
        if passage.words.len() > LONGEST {
            break;
        }
        let words = parsed.words(index);
        lengths.extend(tagger::pieces(words.len()));
        let view = parsed.view(index);
        let cues = rule::candidates(&view);
        let drafts = rule::statements(&view, &cues);
        passage.marks.extend(mark::of(parsed, index, &cues, &drafts));
        rules.push(drafts);
        for &word in words {
            passage.words.push(word);
            passage.sentences.push(index);
            feature::normal(word.text(parsed.text), &mut buffer.lower);
            passage.forms.push(feature::hash(0, buffer.lower.bytes()) as u32);
        }
    }
    tagger.encode(parsed.text, &passage.words, &lengths, &mut buffer.tagging);
    tagger.append_rows(&buffer.tagging, STEPS, &mut passage.rows);
    Reading { passage, rules }
}
