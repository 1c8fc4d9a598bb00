//! Learning in passes over examples: batches of about the same length, worked on side by side, a step for each.

use std::cmp::Reverse;
use std::ops::AddAssign;

use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::network::weights::{Adam, Weights};

/// Parts of a batch that are worked on side by side. Their number is part of the recipe: sums depend on it.
const SHARDS: usize = 2;

/// The highest learning rate; it climbs there in the first twentieth of all steps and falls to nothing by the last.
const RATE: f32 = 0.006;
const CLIMB: f32 = 0.05;

/// What has a length in words.
pub trait Length {
    /// The words.
    fn length(&self) -> usize;
}

/// Weights on their way, and how far.
pub struct Descent {
    weights: Weights,
    adam: Adam,
    shards: Vec<Weights>,
    seen: usize,
    words: usize,
    batch: usize,
}

impl Descent {
    /// From these weights, over `words` words in all passes together, in batches of `batch` words.
    pub fn new(weights: Weights, words: usize, batch: usize) -> Self {
        let adam = Adam::new(&weights);
        let shards = (0..SHARDS).map(|_| weights.zeros()).collect();
        Self { weights, adam, shards, seen: 0, words, batch }
    }

    /// The average of the weights, the last ones counting most.
    pub fn average(&self) -> &Weights {
        self.adam.average()
    }

    /// One pass over all examples in a new order. `learn` adds the gradients of some examples, longest first.
    pub fn pass<T: Length + Sync, L: Default + AddAssign + Send>(
        &mut self,
        examples: &[&T],
        random: &mut ChaCha8Rng,
        learn: impl Fn(&Weights, &mut Weights, &[&T], ChaCha8Rng) -> L + Sync,
    ) -> L {
        let mut losses = L::default();
        for batch in batches(examples, self.batch, random) {
            let seeds: Vec<u64> = (0..SHARDS).map(|_| random.random()).collect();
            losses += self.gradients(&batch, &seeds, &learn);
            let (total, others) = self.shards.split_at_mut(1);
            for other in others {
                total[0].accumulate(other);
            }
            let count = batch.iter().map(|example| example.length()).sum::<usize>();
            let rate = rate(self.seen as f32 / self.words as f32);
            self.adam.step(&mut self.weights, &total[0], 1.0 / count as f32, rate);
            self.seen += count;
        }
        losses
    }

    /// Fills the gradients of each shard of a batch.
    fn gradients<T: Length + Sync, L: Default + AddAssign + Send>(
        &mut self,
        batch: &[&T],
        seeds: &[u64],
        learn: &(impl Fn(&Weights, &mut Weights, &[&T], ChaCha8Rng) -> L + Sync),
    ) -> L {
        let mut losses = L::default();
        let weights = &self.weights;
        std::thread::scope(|scope| {
            let work = self.shards.iter_mut().zip(seeds).enumerate().map(|(number, (gradients, &seed))| {
                let mut part: Vec<&T> = batch.iter().copied().skip(number).step_by(SHARDS).collect();
                part.sort_by_key(|example| Reverse(example.length()));
                scope.spawn(move || {
                    gradients.clear();
                    learn(weights, gradients, &part, ChaCha8Rng::seed_from_u64(seed))
                })
            });
            for part in work.collect::<Vec<_>>() {
                // A panic in a part is a panic of the whole.
                losses += part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            }
        });
        losses
    }
}

/// The learning rate after this share of all words.
fn rate(done: f32) -> f32 {
    RATE * if done < CLIMB { done / CLIMB } else { (1.0 - done) / (1.0 - CLIMB) }
}

/// All examples in batches, those of about the same length together, in a new order each time.
fn batches<'e, T: Length>(examples: &[&'e T], most: usize, random: &mut ChaCha8Rng) -> Vec<Vec<&'e T>> {
    let mut order = examples.to_vec();
    order.shuffle(random);
    order.sort_by_cached_key(|example| example.length() * 4 + random.random_range(0..8));
    let mut batches = vec![Vec::new()];
    let mut words = 0;
    for example in order {
        words += example.length();
        if words > most {
            batches.push(Vec::new());
            words = example.length();
        }
        if let Some(batch) = batches.last_mut() {
            batch.push(example);
        }
    }
    // The first one of all may be longer than a batch.
    batches.retain(|batch| !batch.is_empty());
    batches.shuffle(random);
    batches
}
