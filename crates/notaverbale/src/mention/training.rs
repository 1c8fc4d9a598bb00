//! What learning the weights of pronouns shares with using them.

use std::sync::Arc;

use crate::layout::Layout;
use crate::lexicon::Lexicon;
use crate::mention::Names;
use crate::mention::chain::{Chain, Choice};
pub use crate::mention::pronoun::{FEATURES, Row, WIDTH};
use crate::mention::pronoun::{PronounKind, Weights};
use crate::parse::Parsed;
use crate::sentence::SentenceSplitter;
use crate::span::Span;

/// A pronoun of the third person that can stand for people, with what it could stand for.
#[derive(Clone, PartialEq, Debug)]
pub struct Pronoun {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Whether it is `they` or one of its forms.
    pub plural: bool,
    /// What it could stand for.
    pub candidates: Vec<Candidate>,
    /// The latest mention of the one that was chosen.
    pub found: Option<Span>,
}

/// Somebody whom a pronoun could stand for.
#[derive(Clone, PartialEq, Debug)]
pub struct Candidate {
    /// The latest mention, in bytes.
    pub mention: Span,
    /// The fullest name.
    pub name: String,
    /// What the ranking knows.
    pub features: Row,
}

/// The pronouns of a text by these weights, a table of features (`pronoun.tsv`); by those that ship for `None`.
///
/// # Errors
/// The table of weights is not well formed.
pub fn pronouns(text: &str, weights: Option<&str>) -> Result<Vec<Pronoun>, String> {
    let weights = match weights {
        Some(table) => Arc::new(Weights::read(table).map_err(|error| error.to_string())?),
        None => Weights::shipped(),
    };
    let (lexicon, names) = (Lexicon::embedded(), Names::default());
    let layout = Layout::new(text);
    let sentences = SentenceSplitter::default().split_layout(text, &layout);
    let parsed = Parsed::new(&lexicon, &names, text, layout, &sentences);
    let chain = Chain::read_by(&parsed, weights, Some(Vec::new()));
    let pronoun = |choice: &Choice| Pronoun {
        span: choice.span,
        plural: choice.kind == PronounKind::They,
        candidates: choice
            .candidates
            .iter()
            .map(|&(mention, id, features)| Candidate {
                mention,
                name: chain.members[id].name.clone(),
                features,
            })
            .collect(),
        found: choice.found,
    };
    let choices = chain.choices.iter().flatten();
    Ok(choices.filter(|choice| choice.kind != PronounKind::It).map(pronoun).collect())
}
