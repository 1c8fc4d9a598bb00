//! What the trainer takes from the labeller.

use super::passage::{Buffer, Passage, read};
use crate::Layout;
use crate::lexicon::Lexicon;
use crate::mention::Names;
use crate::parse::Parsed;
use crate::sentence::SentenceSplitter;
use crate::tag::Tagger;

pub use super::confidence::{Confidence, SIGNS, Signs};
pub use super::label::{Fragment, LABELS, Role, Transitions, best_fragments, constrain, fragments};
pub use super::link::{Features, Linker, WEIGHTS, candidates, sought};
pub use super::mark::{Family, ROWS};
pub use super::passage::STEPS;
pub use super::{Linked, attributions, passage};

/// How many numbers of a passage's row the tagger says; the word's vector follows.
pub fn tagger_width() -> usize {
    Tagger::embedded().width()
}

/// The passages of a text.
pub fn passages(text: &str) -> Vec<Passage> {
    let (lexicon, tagger) = (Lexicon::embedded(), Tagger::embedded());
    let layout = Layout::new(text);
    let sentences = SentenceSplitter::default().split_layout(text, &layout);
    let names = Names::default();
    let parsed = Parsed::new(&lexicon, &names, text, layout, &sentences);
    let mut buffer = Buffer::default();
    let mut found = Vec::new();
    let mut first = 0;
    while first < parsed.sentences.len() {
        let read = read(&parsed, &tagger, first, &mut buffer);
        first += read.rules.len();
        found.push(read.passage);
    }
    found
}
