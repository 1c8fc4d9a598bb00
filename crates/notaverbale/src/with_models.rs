//! What the feature `models` brings to the analyzer and to its documents.

use std::sync::Arc;

use crate::analyzer::{Analyzer, Attribution};
use crate::attribution::Attributor;
use crate::dependency::{Parser, Token};
use crate::document::Document;
use crate::model::{Model, ModelError};
use crate::tag::Tagger;

impl Analyzer {
    /// The same analyzer with another model of attribution, such as `notaverbale-dev train attribution` writes.
    ///
    /// # Errors
    /// The model is damaged, or does not fit the tagger that ships.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Analyzer, Model, ModelError};
    /// let other = Model::new(b"no model at all").map(|model| Analyzer::default().attribution_model(&model));
    /// assert_eq!(other.err(), Some(ModelError::Foreign));
    /// ```
    pub fn attribution_model(mut self, model: &Model) -> Result<Self, ModelError> {
        self.attributor = Some(Arc::new(Attributor::new(Tagger::embedded(), model)?));
        self.attribution = Attribution::Learned;
        Ok(self)
    }

    /// By which statements are found, and stances read, where it is not done by rules.
    pub(crate) fn models(&self) -> Option<(Arc<Attributor>, Arc<Parser>)> {
        let attributor = || self.attributor.clone().unwrap_or_else(Attributor::embedded);
        (self.attribution == Attribution::Learned).then(|| (attributor(), Parser::embedded()))
    }
}

impl Document {
    /// The tokens of all sentences, in order, with tags, lemmas and dependencies. Only white space lies outside them.
    ///
    /// Parsed when first asked for, and kept.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Analyzer, Upos};
    /// let document = Analyzer::default().analyze("Peru thanked Chile.");
    /// let tags: Vec<Upos> = document.tokens().iter().map(|token| token.upos).collect();
    /// assert_eq!(tags, [Upos::Propn, Upos::Verb, Upos::Propn, Upos::Punct]);
    /// ```
    pub fn tokens(&self) -> &[Token] {
        self.tokens.0.get_or_init(|| Parser::embedded().tokens(&self.text, &self.sentences))
    }

    /// The tokens of the sentence of this number; none where there is no such sentence.
    ///
    /// # Examples
    /// ```
    /// let document = notaverbale::Analyzer::default().analyze("Peru agreed. Chile did not.");
    /// assert_eq!(document.sentence_tokens(1).len(), 4);
    /// assert!(document.sentence_tokens(2).is_empty());
    /// ```
    pub fn sentence_tokens(&self, sentence: usize) -> &[Token] {
        let tokens = self.tokens();
        let first = tokens.partition_point(|token| token.sentence < sentence);
        let end = tokens.partition_point(|token| token.sentence <= sentence);
        &tokens[first..end]
    }
}
