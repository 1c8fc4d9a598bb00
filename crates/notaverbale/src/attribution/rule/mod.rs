//! Statements by rules over one sentence.
//!
//! Cues come from a lexicon with the complements they take; the source is the noun phrase before or behind the cue, the
//! content the complement, or what stands before a parenthetical cue (compare Krestel et al. 2008,
//! LREC; Pareti et al. 2013, EMNLP). Known limit: a clause inside the content that the reporter adds (`said the plan, which
//! is new, would work`).

mod content;
mod cue;
mod extent;
mod frame;
mod indirect;
mod nominal;
mod parenthetical;
mod phrase;
pub(super) mod source;

pub(super) use cue::{Candidate, candidates};
pub(super) use indirect::statements;
