//! Which cue a content belongs to, and which source a cue has.

use std::ops::Range;

use super::label::{Fragment, Role};
use super::mark::Family;
use super::passage::Passage;
use crate::model::{ModelError, Reader};

/// Weights of hashed features.
pub const WEIGHTS: usize = 1 << 15;

/// Fragments to either side that are looked at, so that time stays linear.
const REACH: usize = 24;

/// The most features of a pair.
const MOST: usize = 20;

/// What a content looks for, or a cue.
pub const fn sought(role: Role) -> Option<Role> {
    match role {
        Role::Content => Some(Role::Cue),
        Role::Cue => Some(Role::Source),
        Role::Source => None,
    }
}

/// The candidates that the fragment `from` may be linked to, in order.
pub fn candidates(fragments: &[Fragment], from: usize) -> impl Iterator<Item = usize> {
    let wanted = sought(fragments[from].role);
    (from.saturating_sub(REACH)..fragments.len().min(from + REACH + 1))
        .filter(move |&to| Some(fragments[to].role) == wanted)
}

/// The features of a link from a fragment to another, or to none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Features {
    rows: [u16; MOST],
    count: usize,
    seed: u32,
}

impl Features {
    /// The rows of the weights.
    pub fn rows(&self) -> &[u16] {
        &self.rows[..self.count]
    }

    /// The features of the link `from` → `to`.
    pub fn new(passage: &Passage, fragments: &[Fragment], from: usize, to: Option<usize>) -> Self {
        let one = &fragments[from];
        let mut features = Self { seed: 2 * one.role as u32, ..Self::default() };
        match to {
            Some(to) => features.pair(passage, fragments, from, to),
            None => features.none(passage, fragments, from),
        }
        features
    }

    fn add(&mut self, kind: u32, values: &[u32]) {
        let start = (0x811c_9dc5 ^ self.seed).wrapping_mul(0x0100_0193) ^ kind.wrapping_mul(0x9e37_79b1);
        let hash = values.iter().fold(start, |hash, &value| {
            let next = (hash ^ value).wrapping_mul(0x0100_0193);
            next ^ (next >> 15)
        });
        let mixed = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
        if let Some(row) = self.rows.get_mut(self.count) {
            *row = (mixed >> 16) as u16 & (WEIGHTS - 1) as u16;
            self.count += 1;
        }
    }

    /// That there is nothing to link to.
    fn none(&mut self, passage: &Passage, fragments: &[Fragment], from: usize) {
        self.seed += 1;
        let one = &fragments[from];
        let offers = candidates(fragments, from).take(3).count() as u32;
        self.add(0, &[]);
        self.add(1, &[offers]);
        if one.role == Role::Cue {
            let words = &one.words;
            self.add(2, &[form(passage, words.end - 1)]);
            self.add(3, &[form(passage, words.start)]);
            self.add(4, &[before(passage, words.start)]);
            self.add(5, &[after(passage, words.end)]);
            self.add(6, &[form(passage, words.end - 1), offers]);
        }
    }

    fn pair(&mut self, passage: &Passage, fragments: &[Fragment], from: usize, to: usize) {
        let (one, two) = (&fragments[from], &fragments[to]);
        let back = to < from;
        let (low, high) = if back { (to, from) } else { (from, to) };
        let (left, right) = (&fragments[low].words, &fragments[high].words);
        let between = |role: Role| {
            fragments[low + 1..high].iter().filter(|other| other.role == role).count().min(3) as u32
        };
        let counts = Role::ALL.map(between).iter().fold(0, |all, count| 4 * all + count);
        let apart = (passage.sentences[right.start] - passage.sentences[left.end - 1]).min(3) as u32;
        let gap = right.start.saturating_sub(left.end);
        let join = join(passage, left.end..right.start);
        let quoted =
            2 * u32::from(is_quoted(passage, &one.words)) + u32::from(is_quoted(passage, &two.words));
        let way = u32::from(back);
        let cue = if one.role == Role::Cue { &one.words } else { &two.words };
        let (first, last) = (form(passage, cue.start), form(passage, cue.end - 1));
        let (earlier, later) = (before(passage, cue.start), after(passage, cue.end));
        self.add(10, &[way]);
        self.add(11, &[way, bucket(gap)]);
        self.add(12, &[way, apart]);
        self.add(13, &[way, counts]);
        self.add(14, &[way, counts, apart]);
        self.add(15, &[way, counts, quoted]);
        self.add(16, &[way, join]);
        self.add(17, &[way, join, counts]);
        self.add(18, &[way, quoted, apart]);
        self.add(19, &[way, last]);
        self.add(20, &[way, last, counts]);
        self.add(21, &[way, first]);
        self.add(22, &[way, earlier]);
        self.add(23, &[way, later]);
        self.add(24, &[way, earlier, counts]);
        self.add(25, &[way, two.words.len().min(8) as u32]);
        if two.role == Role::Source {
            self.add(26, &[way, form(passage, two.words.end - 1)]);
            self.add(27, &[way, form(passage, two.words.start)]);
        }
    }
}

fn form(passage: &Passage, at: usize) -> u32 {
    passage.forms.get(at).copied().unwrap_or_default()
}

/// The word before one, or a number of its own at the beginning.
fn before(passage: &Passage, at: usize) -> u32 {
    at.checked_sub(1).map_or(1, |before| form(passage, before))
}

/// The word at the end of a fragment, or a number of its own at the end of the passage.
fn after(passage: &Passage, at: usize) -> u32 {
    passage.forms.get(at).copied().unwrap_or(1)
}

/// The words between two fragments as one number; the same for all that are long.
fn join(passage: &Passage, words: Range<usize>) -> u32 {
    let words = passage.forms.get(words).unwrap_or_default();
    if words.len() > 3 {
        return 2;
    }
    words.iter().fold(3, |joined, word| (joined ^ word).wrapping_mul(0x0100_0193))
}

fn is_quoted(passage: &Passage, words: &Range<usize>) -> bool {
    let outside = Family::Quotation.first();
    words.clone().all(|at| passage.marks[at][Family::Quotation as usize] > outside)
}

fn bucket(count: usize) -> u32 {
    match count {
        0..=3 => count as u32,
        4..=5 => 4,
        6..=8 => 5,
        9..=14 => 6,
        15..=29 => 7,
        _ => 8,
    }
}

/// A link that was chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link {
    /// The fragment that is linked to, or none.
    pub to: Option<usize>,
    /// How much more the choice scores than the next best.
    pub margin: i32,
}

/// Chooses links by weights of hashed features.
///
/// # References
/// Collins (2002), EMNLP, for the averaged perceptron that learns them; Newell et al. (2018), LREC, for the task.
#[derive(Clone, PartialEq, Debug)]
pub struct Linker {
    weights: Vec<i8>,
}

impl Linker {
    /// The linker of these weights, [`WEIGHTS`] of them.
    pub fn new(weights: Vec<i8>) -> Self {
        Self { weights }
    }

    /// The weights.
    pub fn weights(&self) -> &[i8] {
        &self.weights
    }

    /// Reads the weights from a part of a model.
    pub(super) fn read(reader: &mut Reader) -> Result<Self, ModelError> {
        Ok(Self { weights: reader.bytes(WEIGHTS)?.iter().map(|&byte| byte as i8).collect() })
    }

    fn score(&self, features: &Features) -> i32 {
        features.rows().iter().map(|&row| i32::from(self.weights[usize::from(row)])).sum()
    }

    /// What the fragment `from` is linked to.
    pub fn choose(&self, passage: &Passage, fragments: &[Fragment], from: usize) -> Link {
        let (mut best, mut next) = ((None, i32::MIN), i32::MIN);
        for to in candidates(fragments, from).map(Some).chain([None]) {
            let score = self.score(&Features::new(passage, fragments, from, to));
            if score > best.1 {
                next = best.1;
                best = (to, score);
            } else {
                next = next.max(score);
            }
        }
        // Where there is no other, the choice is as sure as can be.
        Link { to: best.0, margin: best.1.saturating_sub(next) }
    }
}
