//! How to analyze: what `analyze` and `analyze_many` can be told.

use std::collections::BTreeMap;

use notaverbale::{Analyzer, Attribution};
use pyo3::prelude::*;

use crate::error::Error;
use crate::expressions::Expressions;
use crate::names::{Mapping, Names};

/// What a caller says of how to analyze. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Options {
    attribution: Attribution,
    min_confidence: f32,
    aliases: Names,
    parties: Names,
    expressions: Expressions,
}

/// The options as Python has them: attribution, least confidence, aliases, parties, expressions.
pub type Given<'o> = (
    &'static str,
    f32,
    &'o BTreeMap<String, String>,
    &'o BTreeMap<String, String>,
    Vec<BTreeMap<&'o str, &'o str>>,
);

impl Options {
    /// The options of these names and numbers.
    ///
    /// # Errors
    /// An option has a value that it does not know; a `TypeError` where one that maps names does not, or one that holds rows
    /// has none.
    pub fn new(
        attribution: &str,
        min_confidence: f32,
        aliases: Option<&Bound<'_, PyAny>>,
        parties: Option<&Bound<'_, PyAny>>,
        expressions: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let attribution = match attribution {
            "learned" => Attribution::Learned,
            "rules" => Attribution::Rules,
            found => {
                let expected = "'learned' or 'rules'";
                return Err(Error::Choice { option: "attribution", found: found.into(), expected }.into());
            }
        };
        if !(0.0..=1.0).contains(&min_confidence) {
            let (option, expected) = ("min_confidence", "a number from 0 to 1");
            return Err(Error::Choice { option, found: min_confidence.to_string(), expected }.into());
        }
        let aliases = Names::read(aliases, Mapping::Aliases)?;
        let parties = Names::read(parties, Mapping::Parties)?;
        let expressions = Expressions::read(expressions)?;
        Ok(Self { attribution, min_confidence, aliases, parties, expressions })
    }

    /// What [`Options::new`] was given.
    pub fn given(&self) -> Given<'_> {
        let attribution = if self.attribution == Attribution::Rules { "rules" } else { "learned" };
        let (aliases, parties) = (self.aliases.pairs(), self.parties.pairs());
        (attribution, self.min_confidence, aliases, parties, self.expressions.rows())
    }

    /// An analyzer with these options, its models loaded.
    ///
    /// Call it attached to the interpreter: nobody can fork then, so a child never finds them half loaded.
    ///
    /// # Errors
    /// The core refuses an expression.
    pub fn analyzer(&self) -> Result<Analyzer, Error> {
        let mut analyzer = Analyzer::default()
            .attribution(self.attribution)
            .min_confidence(self.min_confidence)
            .aliases(self.aliases.pairs().clone());
        // An analyzer with parties or expressions has a lexicon of its own.
        if !self.parties.pairs().is_empty() {
            analyzer = analyzer.parties(self.parties.pairs().clone());
        }
        if !self.expressions.entries().is_empty() {
            let refused = |fault| Error::Expression { place: "expressions".to_owned(), fault };
            analyzer = analyzer.expressions(self.expressions.entries().iter().cloned()).map_err(refused)?;
        }
        analyzer.load();
        Ok(analyzer)
    }
}
