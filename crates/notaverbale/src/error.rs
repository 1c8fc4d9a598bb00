//! What can go wrong at the edges. Analysis itself never fails.

/// A lexicon that could not be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// A line of a lexicon does not say what its columns need.
    #[error("{file}, line {line}: {found}, expected {expected}")]
    Lexicon {
        /// The lexicon's file name.
        file: String,
        /// The line, counted from 1.
        line: usize,
        /// What stands there.
        found: String,
        /// What should stand there.
        expected: String,
    },
}
