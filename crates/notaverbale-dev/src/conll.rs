//! Scores of words, tags, lemmas and trees as the CoNLL 2018 shared task defines them.
//!
//! Gold and predicted words are aligned by the characters that they cover, white space left out; a word of one that
//! covers the same characters as a word of the other is matched. Precision is the share of the predicted words, recall
//! the share of the gold words, that are matched and right (Zeman et al. 2018, CoNLL; the task's `conll18_ud_eval.py`).
//! The task aligns the words inside a multiword token by their forms; here they are aligned as all others are, which is
//! the same where the forms make up the token, as in the English treebanks.

use crate::conllu::{Sentence, Word};

/// How many words there are, and how many of them are right.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Score {
    /// In the gold standard.
    pub gold: usize,
    /// In what is scored.
    pub predicted: usize,
    /// Matched, and right.
    pub correct: usize,
}

impl Score {
    /// Precision, in percent.
    pub fn precision(&self) -> f64 {
        percent(self.correct, self.predicted)
    }

    /// Recall, in percent.
    pub fn recall(&self) -> f64 {
        percent(self.correct, self.gold)
    }

    /// The harmonic mean of both, in percent; 0 where there is nothing.
    pub fn f1(&self) -> f64 {
        percent(2 * self.correct, self.gold + self.predicted)
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// The scores of one prediction.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Scores {
    /// Sentences that begin and end where a gold one does.
    pub sentences: Score,
    /// Syntactic words that begin and end where a gold one does.
    pub words: Score,
    /// Words with the right universal part of speech.
    pub upos: Score,
    /// Words with the right Penn Treebank tag.
    pub xpos: Score,
    /// Words with the right lemma; any is right where the gold one is `_`.
    pub lemmas: Score,
    /// Words with the right head.
    pub uas: Score,
    /// Words with the right head and the right relation, subtypes left out.
    pub las: Score,
}

/// The gold standard and the prediction are not of one text.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("gold and predicted words differ behind {at} characters that are not white space")]
pub struct Mismatch {
    /// How many characters they share from the beginning, white space left out.
    pub at: usize,
}

/// Scores predicted sentences against gold ones of the same text. Spans and texts of the sentences are not looked at: the
/// words' forms, one behind the other, say which characters each covers.
///
/// # Errors
/// [`Mismatch`] where the forms are not made of the same characters.
pub fn score(gold: &[Sentence], predicted: &[Sentence]) -> Result<Scores, Mismatch> {
    let (gold, predicted) = (Row::new(gold), Row::new(predicted));
    if gold.characters != predicted.characters {
        let shared =
            gold.characters.iter().zip(&predicted.characters).take_while(|(one, other)| one == other);
        return Err(Mismatch { at: shared.count() });
    }
    let pairs = aligned(&gold.words, &predicted.words);
    // The gold word of each predicted one.
    let mut gold_of = vec![None; predicted.words.len()];
    for &(one, other) in &pairs {
        gold_of[other] = Some(one);
    }
    let right = |is_right: &dyn Fn(usize, usize) -> bool| Score {
        gold: gold.words.len(),
        predicted: predicted.words.len(),
        correct: pairs.iter().filter(|&&(one, other)| is_right(one, other)).count(),
    };
    let (one_of, other_of) = (|at: usize| gold.words[at].word, |at: usize| predicted.words[at].word);
    let same_head = |one: usize, other: usize| match (gold.words[one].head, predicted.words[other].head) {
        (None, None) => true,
        (Some(one), Some(other)) => gold_of.get(other).copied().flatten() == Some(one),
        _ => false,
    };
    let same_relation =
        |one: usize, other: usize| universal(&one_of(one).deprel) == universal(&other_of(other).deprel);
    Ok(Scores {
        sentences: Score {
            gold: gold.sentences.len(),
            predicted: predicted.sentences.len(),
            correct: aligned(&gold.sentences, &predicted.sentences).len(),
        },
        words: right(&|_, _| true),
        upos: right(&|one, other| one_of(one).upos == other_of(other).upos),
        xpos: right(&|one, other| one_of(one).xpos == other_of(other).xpos),
        lemmas: right(&|one, other| one_of(one).lemma == "_" || one_of(one).lemma == other_of(other).lemma),
        uas: right(&same_head),
        las: right(&|one, other| same_head(one, other) && same_relation(one, other)),
    })
}

/// A relation without its subtype (`nsubj:pass` → `nsubj`).
fn universal(deprel: &str) -> &str {
    deprel.split(':').next().unwrap_or(deprel)
}

/// The words of a text, one behind the other.
struct Row<'s> {
    characters: Vec<char>,
    words: Vec<Placed<'s>>,
    sentences: Vec<(usize, usize)>,
}

/// A word with the characters that it covers.
struct Placed<'s> {
    word: &'s Word,
    covers: (usize, usize),
    /// The number of the head in the whole row; none for a root.
    head: Option<usize>,
}

impl<'s> Row<'s> {
    fn new(sentences: &'s [Sentence]) -> Self {
        let mut row = Self { characters: Vec::new(), words: Vec::new(), sentences: Vec::new() };
        for sentence in sentences.iter().filter(|sentence| !sentence.words.is_empty()) {
            let (first, opens) = (row.words.len(), row.characters.len());
            for word in &sentence.words {
                let start = row.characters.len();
                row.characters.extend(word.form.chars().filter(|character| !character.is_whitespace()));
                let head = word.head.checked_sub(1).map(|head| first + head);
                row.words.push(Placed { word, covers: (start, row.characters.len()), head });
            }
            row.sentences.push((opens, row.characters.len()));
        }
        row
    }
}

/// What covers characters.
trait Covers {
    fn covers(&self) -> (usize, usize);
}

impl Covers for Placed<'_> {
    fn covers(&self) -> (usize, usize) {
        self.covers
    }
}

impl Covers for (usize, usize) {
    fn covers(&self) -> (usize, usize) {
        *self
    }
}

/// The pairs that cover the same characters, in order.
fn aligned<T: Covers>(gold: &[T], predicted: &[T]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut one, mut other) = (0, 0);
    while let (Some(left), Some(right)) = (gold.get(one), predicted.get(other)) {
        let (left, right) = (left.covers(), right.covers());
        if left == right {
            pairs.push((one, other));
        }
        // The one that ends first goes on; both where they end together.
        one += usize::from(left.1 <= right.1);
        other += usize::from(right.1 <= left.1);
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use notaverbale::Span;

    /// A sentence of words `form/lemma/UPOS/head/relation`.
    fn sentence(words: &str) -> Sentence {
        let word = |cells: &str| {
            let [form, lemma, upos, head, deprel] = cells.split('/').collect::<Vec<_>>()[..] else {
                panic!("five cells: {cells}")
            };
            Word {
                form: form.into(),
                span: Span::new(0, 0),
                lemma: lemma.into(),
                upos: upos.into(),
                xpos: String::new(),
                head: head.parse().unwrap(),
                deprel: deprel.into(),
                entity: String::new(),
            }
        };
        Sentence { words: words.split(' ').map(word).collect(), ..Sentence::default() }
    }

    #[test]
    fn a_prediction_like_the_gold_is_right_throughout() {
        let gold = [sentence("They/they/PRON/2/nsubj met/meet/VERB/0/root"), sentence("Yes/yes/INTJ/0/root")];
        let scores = score(&gold, &gold).unwrap();
        for one in
            [scores.sentences, scores.words, scores.upos, scores.xpos, scores.lemmas, scores.uas, scores.las]
        {
            assert!((one.f1() - 100.0).abs() < 1e-9, "{one:?}");
        }
    }

    #[test]
    fn a_word_that_is_cut_otherwise_is_wrong_and_so_is_who_hangs_on_it() {
        let gold = [sentence("We/we/PRON/2/nsubj can/can/VERB/0/root not/not/PART/2/advmod")];
        let predicted = [sentence("We/we/PRON/2/nsubj cannot/can/VERB/0/root")];
        let scores = score(&gold, &predicted).unwrap();
        assert_eq!(scores.words, Score { gold: 3, predicted: 2, correct: 1 });
        assert_eq!(scores.uas.correct, 0);
        assert!((scores.words.precision() - 50.0).abs() < 1e-9);
        assert!((scores.words.recall() - 100.0 / 3.0).abs() < 1e-9);
        assert!((scores.words.f1() - 40.0).abs() < 1e-9);
    }

    #[test]
    fn subtypes_of_relations_are_left_out_and_an_empty_lemma_is_never_missed() {
        let gold = [sentence("It/_/PRON/2/nsubj:pass fell/fall/VERB/0/root")];
        let predicted = [sentence("It/they/PRON/2/nsubj fell/fell/VERB/0/root")];
        let scores = score(&gold, &predicted).unwrap();
        assert_eq!((scores.las.correct, scores.lemmas.correct), (2, 1));
    }

    #[test]
    fn words_match_over_sentences_that_are_cut_otherwise() {
        let gold = [sentence("Yes/yes/INTJ/0/root"), sentence("No/no/INTJ/0/root")];
        let predicted = [sentence("Yes/yes/INTJ/0/root No/no/INTJ/1/conj")];
        let scores = score(&gold, &predicted).unwrap();
        assert_eq!((scores.sentences.correct, scores.words.correct, scores.uas.correct), (0, 2, 1));
    }

    #[test]
    fn another_text_is_refused() {
        let gold = [sentence("Yes/yes/INTJ/0/root")];
        assert_eq!(score(&gold, &[sentence("Yet/yet/ADV/0/root")]), Err(Mismatch { at: 2 }));
        assert_eq!(score(&gold, &[]), Err(Mismatch { at: 0 }));
    }
}
