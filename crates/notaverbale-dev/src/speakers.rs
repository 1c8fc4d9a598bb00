//! Whose words statements are, by the kind of their source.
//!
//! A statement counts where one is found whose content shares at least half of its bytes with it; its speaker is right where the
//! names are the same or one is the other's surname, as the corpora's scorer has it.

use notaverbale::{Document, Span, Statement};
use serde_json::Value;

use crate::corpus::Places;
use crate::evaluate::Score;

/// A source, by the words that it names the speaker with.
const KINDS: [&str; 6] = ["by name", "by surname", "by role", "by pronoun", "of groups", "continued"];

/// Of the statements of each kind that were found, how many have the right speaker.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    found: [usize; KINDS.len()],
    right: [usize; KINDS.len()],
}

impl Counts {
    /// Counts the annotated statements of a document, a line of the corpus.
    pub fn add(&mut self, document: &Document, gold: &Value) {
        let text = document.text();
        let places = Places::new(text);
        for statement in gold["statements"].as_array().into_iter().flatten() {
            let Some(speaker) = statement["speaker"].as_str() else { continue };
            let content = places.spans(&statement["content"]);
            let best = document.statements().iter().map(|one| (shared(&content, &one.content), one));
            let best = best.max_by(|one, other| one.0.total_cmp(&other.0)).filter(|best| best.0 >= 0.5);
            let Some((_, Statement { speaker: found, .. })) = best else { continue };
            let source = places.spans(&statement["source"]);
            let kind = kind(&document.words(&source), speaker);
            self.found[kind] += 1;
            self.right[kind] += usize::from(found.as_deref().is_some_and(|found| is_same(found, speaker)));
        }
    }

    /// The share of each kind that is right, in percent.
    pub fn scores(&self, set: &str) -> Vec<Score> {
        let share = |kind: usize| 100.0 * self.right[kind] as f64 / self.found[kind].max(1) as f64;
        let score =
            |kind| Score { set: format!("{set}, right speaker"), measure: KINDS[kind], value: share(kind) };
        (0..KINDS.len()).map(score).collect()
    }
}

/// The bytes that two lists of spans share, of those that either has.
fn shared(one: &[Span], other: &[Span]) -> f64 {
    let length = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<usize>();
    let both: usize = one
        .iter()
        .flat_map(|one| {
            other.iter().map(|other| one.end.min(other.end).saturating_sub(one.start.max(other.start)))
        })
        .sum();
    both as f64 / (length(one) + length(other) - both).max(1) as f64
}

/// The kind of a source, as a place in [`KINDS`].
fn kind(source: &str, speaker: &str) -> usize {
    const PRONOUNS: [&str; 5] = ["he", "she", "it", "they", "i"];
    let words = |text: &str| text.to_lowercase();
    let surname = speaker.split(' ').any(|part| part.len() > 2 && source.contains(part));
    match () {
        () if source.is_empty() => 5,
        () if PRONOUNS.contains(&words(source).as_str()) => 3,
        () if speaker.contains(" and ") || speaker.ends_with("sides") => 4,
        () if words(source).contains(&words(speaker)) => 0,
        () if surname => 1,
        () => 2,
    }
}

/// Whether two names are the same, or one is the other's surname.
pub fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short == long
        || !short.contains(' ') && !long.contains(" and ") && long.rsplit(' ').next() == Some(short.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_sources() {
        let of = |source, speaker| KINDS[kind(source, speaker)];
        assert_eq!(of("Foreign Minister Ana Lima", "Ana Lima"), "by name");
        assert_eq!(of("Minister Lima", "Ana Lima"), "by surname");
        assert_eq!(of("the minister", "Ana Lima"), "by role");
        assert_eq!(of("She", "Ana Lima"), "by pronoun");
        assert_eq!(of("They", "Ana Lima and Jo Lind"), "by pronoun");
        assert_eq!(of("Both ministers", "Ana Lima and Jo Lind"), "of groups");
        assert_eq!(of("", "Ana Lima"), "continued");
    }
}
