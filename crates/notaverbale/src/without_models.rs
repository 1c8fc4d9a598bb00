//! What stands in for the learned stages where the feature `models` is off: types without a value, so that the stages that
//! may ask a model stay as they are, and go by rules.

use std::sync::Arc;

use crate::analyzer::Analyzer;
use crate::dependency::Dependency;
use crate::span::Span;

/// No parser.
#[derive(Debug)]
pub enum Parser {}

impl Parser {
    /// No trees.
    pub(crate) fn trees(&self, _: &str, _: &[Span], _: &[usize]) -> Vec<Dependency> {
        match *self {}
    }
}

/// No model of attribution.
#[derive(Debug)]
pub(crate) enum Attributor {}

impl Analyzer {
    /// None: statements and stances are found by rules.
    pub(crate) fn models(&self) -> Option<(Arc<Attributor>, Arc<Parser>)> {
        None
    }
}

/// What no model says of sentences.
pub(crate) mod sentence {
    /// Where rules leave open whether a sentence ends, none does.
    pub(crate) struct Model;

    impl Model {
        /// No numbers.
        pub fn embedded() -> Self {
            Self
        }

        /// No.
        pub fn answer<Question>(&self, _: &Question) -> bool {
            false
        }
    }
}

/// What no model finds in a paragraph.
pub(crate) mod paragraph {
    use std::sync::Arc;

    use super::Attributor;
    use crate::attribution::draft::Found;
    use crate::parse::Parsed;

    /// No paragraphs.
    pub(crate) enum Paragraphs {}

    impl Paragraphs {
        /// Of no model.
        pub fn new(attributor: Arc<Attributor>) -> Self {
            match *attributor {}
        }

        /// Nothing.
        pub fn sentence(&mut self, _: &Parsed, _: usize) -> Found {
            match *self {}
        }
    }
}
