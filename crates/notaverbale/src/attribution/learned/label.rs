//! The labels of words, and the best of them for a passage.

use std::ops::Range;

/// What a fragment of text is in an attribution.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// Who.
    Source,
    /// The words that attribute.
    Cue,
    /// What.
    Content,
}

impl Role {
    /// Every role, in the order of their labels.
    pub const ALL: [Self; 3] = [Self::Source, Self::Cue, Self::Content];

    /// The label of the first word of a fragment.
    pub const fn begin(self) -> usize {
        1 + 2 * self as usize
    }

    /// The label of its further words.
    pub const fn inside(self) -> usize {
        2 + 2 * self as usize
    }

    /// The role that a label stands for, and whether it begins a fragment; none for label 0.
    pub fn of(label: usize) -> Option<(Self, bool)> {
        let role = *Self::ALL.get(label.checked_sub(1)? / 2)?;
        Some((role, label == role.begin()))
    }
}

/// How many labels there are: none, and two for each role (beginning, inside).
pub const LABELS: usize = 7;

/// From a label (the last row: the beginning of a passage) to the next.
pub type Transitions = [[f32; LABELS]; LABELS + 1];

/// The score of what can't be.
pub const NEVER: f32 = -1e4;

/// Bars what can't be: a fragment has a beginning.
pub fn constrain(transitions: &mut Transitions) {
    for (from, row) in transitions.iter_mut().enumerate() {
        for role in Role::ALL {
            if from != role.begin() && from != role.inside() {
                row[role.inside()] = NEVER;
            }
        }
    }
}

/// A run of words with one role.
#[derive(Clone, PartialEq, Debug)]
pub struct Fragment {
    /// The role.
    pub role: Role,
    /// The words, as numbers in the passage.
    pub words: Range<usize>,
    /// How much worse the whole passage's best labels are in which the least sure word has another role.
    pub margin: f32,
    /// The mean of that over its words.
    pub mean_margin: f32,
}

/// Margins above this say no more.
pub const SURE: f32 = 12.0;

/// The fragments of labels without margins.
pub fn fragments(labels: &[usize]) -> Vec<Fragment> {
    let mut found: Vec<Fragment> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        let Some((role, begins)) = Role::of(label) else { continue };
        match found.last_mut().filter(|last| !begins && last.role == role && last.words.end == at) {
            Some(last) => last.words.end += 1,
            None => found.push(Fragment { role, words: at..at + 1, margin: SURE, mean_margin: SURE }),
        }
    }
    found
}

/// The fragments of the best labels, for scores of each word's labels (`stride` numbers a word).
///
/// # References
/// Viterbi (1967); Lafferty, McCallum and Pereira (2001), ICML, for chains of labels.
pub fn best_fragments(scores: &[f32], stride: usize, transitions: &Transitions) -> Vec<Fragment> {
    let rows = || scores.chunks_exact(stride);
    // The best score of all that ends, and of all that begins, in each label of each word.
    let mut ending: Vec<[f32; LABELS]> = Vec::with_capacity(scores.len() / stride.max(1));
    for row in rows() {
        let mut next = [0.0; LABELS];
        for (to, next) in next.iter_mut().enumerate() {
            let before = match ending.last() {
                Some(last) => most((0..LABELS).map(|from| last[from] + transitions[from][to])),
                None => transitions[LABELS][to],
            };
            *next = before + row[to];
        }
        ending.push(next);
    }
    let mut following = vec![[0.0; LABELS]; ending.len()];
    for at in (1..ending.len()).rev() {
        let row = &scores[at * stride..][..LABELS];
        let next = following[at];
        for (from, before) in following[at - 1].iter_mut().enumerate() {
            *before = most((0..LABELS).map(|to| transitions[from][to] + row[to] + next[to]));
        }
    }
    let mut labels = vec![0; ending.len()];
    let mut after = None;
    for at in (0..ending.len()).rev() {
        let score = |label: usize| ending[at][label] + after.map_or(0.0, |after| transitions[label][after]);
        let best = (1..LABELS).fold(0, |best, label| if score(label) > score(best) { label } else { best });
        labels[at] = best;
        after = Some(best);
    }
    let mut found = fragments(&labels);
    for fragment in &mut found {
        let margins = fragment.words.clone().map(|at| {
            let all = |label: usize| ending[at][label] + following[at][label];
            let own = [fragment.role.begin(), fragment.role.inside()];
            let best = own.iter().map(|&label| all(label)).fold(f32::NEG_INFINITY, f32::max);
            let other = most((0..LABELS).filter(|label| !own.contains(label)).map(all));
            (best - other).clamp(0.0, SURE)
        });
        fragment.margin = margins.clone().fold(SURE, f32::min);
        fragment.mean_margin = margins.sum::<f32>() / fragment.words.len() as f32;
    }
    found
}

fn most(values: impl Iterator<Item = f32>) -> f32 {
    values.fold(f32::NEG_INFINITY, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores that favour some labels by 2, and no transition but the barred ones.
    fn found(favoured: &[usize]) -> Vec<(Role, Range<usize>)> {
        let mut scores = vec![0.0; favoured.len() * LABELS];
        for (at, &label) in favoured.iter().enumerate() {
            scores[at * LABELS + label] = 2.0;
        }
        let mut transitions = [[0.0; LABELS]; LABELS + 1];
        constrain(&mut transitions);
        let found = best_fragments(&scores, LABELS, &transitions);
        found.into_iter().map(|fragment| (fragment.role, fragment.words)).collect()
    }

    #[test]
    fn labels_become_fragments() {
        assert_eq!(
            found(&[1, 2, 3, 0, 5, 6, 6]),
            [(Role::Source, 0..2), (Role::Cue, 2..3), (Role::Content, 4..7)]
        );
        assert_eq!(found(&[5, 5]), [(Role::Content, 0..1), (Role::Content, 1..2)]);
        assert_eq!(found(&[]), []);
    }

    #[test]
    fn a_fragment_has_a_beginning() {
        // `inside` alone can't be: it gets a beginning, or nothing.
        for found in [found(&[6, 0]), found(&[0, 6, 6])] {
            assert!(found.iter().all(|(role, _)| *role == Role::Content));
        }
    }

    #[test]
    fn a_margin_is_what_another_label_costs() {
        let mut scores = vec![0.0; LABELS];
        scores[Role::Cue.begin()] = 3.0;
        scores[0] = 1.0;
        let found = best_fragments(&scores, LABELS, &[[0.0; LABELS]; LABELS + 1]);
        assert_eq!((found[0].margin, found[0].mean_margin), (2.0, 2.0));
    }
}
