//! What can go wrong at the edges. Analysis itself never fails.

/// A lexicon or model that could not be read.
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
    /// A model that could not be read.
    #[error("{file}: {found}, expected {expected}")]
    Model {
        /// The model's file name.
        file: String,
        /// What stands there.
        found: String,
        /// What should stand there.
        expected: String,
    },
}
