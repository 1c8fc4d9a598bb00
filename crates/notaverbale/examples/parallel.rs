//! Many documents at once: one analyzer, all processors, and a count of who is for and against what.
//!
//! `cargo run --example parallel`
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::collections::BTreeMap;

use notaverbale::{Analyzer, Polarity};
use rayon::prelude::*;

const TEXTS: [&str; 4] = [
    "Peru thanked Chile for its help. Peru said that it firmly supports the lake fund.",
    "Chile condemned the raid. “We welcome the lake fund,” Foreign Minister Ana Lima of Chile said.",
    "It rained in Lima.",
    "Peru called on all sides to stop the raid, and Chile reiterated its opposition to the tariff.",
];

fn main() {
    let analyzer = Analyzer::default();
    // The models are read once, before the threads start.
    analyzer.load();
    // A document belongs to its text alone: the order of the work changes nothing.
    let documents: Vec<_> = TEXTS.par_iter().map(|text| analyzer.analyze(text)).collect();

    let mut counts: BTreeMap<(String, String), i32> = BTreeMap::new();
    for document in &documents {
        for (_, stance) in document.stances() {
            let holder = stance.holder.clone().unwrap_or_default();
            let sign = if stance.polarity == Polarity::Favor { 1 } else { -1 };
            *counts.entry((holder, document.words(&stance.target))).or_default() += sign;
        }
    }
    for ((holder, target), count) in counts {
        println!("{holder:8} {count:+} {target}");
    }
}
