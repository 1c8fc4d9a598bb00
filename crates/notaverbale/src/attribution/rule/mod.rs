//! Statements by rules over one sentence.
//!
//! Cues come from a lexicon with the complements they take; the source is the noun phrase before or behind the cue, the
//! content the complement, or what stands before a parenthetical cue (compare Krestel et al. 2008, LREC).

mod content;
mod cue;
mod extent;
mod frame;
mod indirect;
mod nominal;
mod parenthetical;
mod phrase;
pub(super) mod source;

pub(super) use cue::candidates;
pub(super) use indirect::statements;
