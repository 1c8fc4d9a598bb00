//! What `notaverbale-dev train sentences` learns from; no part of the API.

use super::splitter::SentenceSplitter;
use crate::layout::Layout;

/// A place where rules don't tell whether a sentence ends, and whether one does.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What is asked: 0 where a small letter follows a stop, 1 behind another sign, 2 behind a word.
    pub kind: usize,
    /// Where the sentence would end, in bytes of the text.
    pub end: usize,
    /// A hash of each feature: first those of the two words about the place.
    pub features: Vec<u32>,
    /// How many features are of those two words.
    pub near: usize,
    /// Whether the sentence ends there.
    pub ends: bool,
}

/// What is asked on the way through `text`, answered by `ends`: whether a sentence ends at a byte of the text.
pub fn questions(text: &str, ends: impl Fn(usize) -> bool) -> Vec<Asked> {
    let mut asked = Vec::new();
    SentenceSplitter::default().split_by(text, &Layout::new(text), |paragraph, question| {
        let mut features = Vec::new();
        question.near_features(|feature| features.push(feature));
        let near = features.len();
        question.far_features(|feature| features.push(feature));
        let end = paragraph + question.before;
        asked.push(Asked { kind: question.kind as usize, end, features, near, ends: ends(end) });
        ends(end)
    });
    asked
}
