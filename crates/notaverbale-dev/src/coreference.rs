//! Pronouns and whom they stand for, against the mentions that GUM annotates.
//!
//! Counted are pronouns of the third person that GUM annotates as mentions of a person whom an earlier mention stands for. One
//! is right where the mention that it was resolved to is, by its words, one of the same entity. The baseline takes the nearest
//! annotated person before the pronoun.

use std::collections::HashMap;
use std::path::Path;

use notaverbale::Span;
use notaverbale::training::mention::{Pronoun, pronouns};

use crate::conllu::{self, Sentence};
use crate::corpus::{Corpora, Error};
use crate::evaluate::Score;

/// The genres whose pronouns are counted.
const GENRES: [&str; 4] = ["news", "interview", "speech", "bio"];

/// The pronouns of the third person.
const THIRD: [&str; 4] = ["he", "she", "they", "it"];

/// A mention that GUM annotates.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gold {
    /// Which entity of its document it stands for.
    pub entity: String,
    /// Whether the entity is a person, or people.
    pub person: bool,
    /// Where it stands, in bytes of the document.
    pub span: Span,
    /// Whether it is a pronoun of the third person.
    pub pronoun: bool,
}

/// A document of GUM.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Annotated {
    /// Its name, which has the genre in it.
    pub name: String,
    /// The running text.
    pub text: String,
    /// The mentions, in order of their ends.
    pub mentions: Vec<Gold>,
}

impl Annotated {
    /// The mention of whom a span's words are: the annotated one that shares most with it.
    pub fn mention(&self, span: Span) -> Option<&Gold> {
        let shared = |gold: &Gold| {
            let start = gold.span.start.max(span.start);
            let end = gold.span.end.min(span.end);
            end.saturating_sub(start) as f64 / gold.span.cover(span).len() as f64
        };
        let best = self.mentions.iter().max_by(|one, other| shared(one).total_cmp(&shared(other)))?;
        (shared(best) > 0.0).then_some(best)
    }

    /// The annotated person of a pronoun that has an earlier mention.
    pub fn person_of(&self, pronoun: Span) -> Option<&Gold> {
        let gold = self.mentions.iter().find(|gold| gold.span == pronoun && gold.pronoun && gold.person)?;
        self.before(gold).any(|other| other.entity == gold.entity).then_some(gold)
    }

    /// The people before a mention.
    fn before<'s>(&'s self, mention: &'s Gold) -> impl Iterator<Item = &'s Gold> {
        self.mentions.iter().filter(|gold| gold.person && gold.span.end <= mention.span.start)
    }
}

/// Reads the documents of a file of GUM.
///
/// # Errors
/// The file can't be read.
pub fn documents(path: &Path) -> Result<Vec<Annotated>, Error> {
    let sentences = conllu::read(path)?;
    let mut documents = Vec::new();
    let mut first = 0;
    for end in 1..=sentences.len() {
        if end == sentences.len() || sentences[end].opens_document {
            documents.push(document(&sentences[first..end]));
            first = end;
        }
    }
    Ok(documents)
}

fn document(sentences: &[Sentence]) -> Annotated {
    let (text, ends) = conllu::running_text(sentences);
    let mut mentions = Vec::new();
    let mut open: HashMap<String, Vec<Gold>> = HashMap::new();
    for (sentence, end) in sentences.iter().zip(ends) {
        let start = end - sentence.text.len();
        for word in &sentence.words {
            let span = Span::new(start + word.span.start, start + word.span.end);
            for (name, opens, closes) in entries(&word.entity) {
                let mut columns = name.split('-');
                let entity = columns.next().unwrap_or_default().to_owned();
                if opens {
                    let person = columns.next() == Some("person");
                    let pronoun = closes && word.upos == "PRON" && THIRD.contains(&third(&word.lemma));
                    open.entry(entity.clone()).or_default().push(Gold {
                        entity: entity.clone(),
                        person,
                        span,
                        pronoun,
                    });
                }
                if closes && let Some(gold) = open.get_mut(&entity).and_then(Vec::pop) {
                    mentions.push(Gold { span: gold.span.cover(span), ..gold });
                }
            }
        }
    }
    let name = sentences.first().and_then(|sentence| sentence.document.clone()).unwrap_or_default();
    Annotated { name, text, mentions }
}

/// The lemma of a pronoun: of `her` and `his` too.
fn third(lemma: &str) -> &str {
    match lemma {
        "his" | "him" | "himself" => "he",
        "her" | "hers" | "herself" => "she",
        "their" | "theirs" | "them" | "themselves" | "themself" => "they",
        other => other,
    }
}

/// The entries of a word: each with its columns, whether it begins and whether it ends there (`(1-person-new)`, `2)`).
fn entries(column: &str) -> Vec<(&str, bool, bool)> {
    let mut found = Vec::new();
    let mut rest = column;
    while !rest.is_empty() {
        let opens = rest.starts_with('(');
        let body = rest.trim_start_matches('(');
        let end = body.find(['(', ')']).unwrap_or(body.len());
        let closes = body[end..].starts_with(')');
        found.push((&body[..end], opens, closes));
        rest = &body[end + usize::from(closes)..];
    }
    found
}

/// How many pronouns are right, by what was found and by the nearest person.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Counts {
    all: usize,
    found: usize,
    nearest: usize,
}

/// The share of pronouns on GUM dev that are resolved to the right person, and that of the nearest person before.
///
/// # Errors
/// The treebank can't be read.
pub fn scores(corpora: &Corpora) -> Result<Vec<Score>, Error> {
    let mut counts = Counts::default();
    for document in documents(&corpora.path("ud/gum-dev.conllu.gz"))? {
        if GENRES.iter().any(|genre| document.name.contains(&format!("_{genre}_"))) {
            count(&document, &choices(&document, None)?, &mut counts);
        }
    }
    let share = |right: usize| 100.0 * right as f64 / counts.all.max(1) as f64;
    let score = |measure, value| Score { set: "GUM dev, pronouns".into(), measure, value };
    Ok(vec![
        score("right person", share(counts.found)),
        score("nearest person before", share(counts.nearest)),
        score("pronouns", counts.all as f64),
    ])
}

/// The pronouns of a document, by these weights.
///
/// # Errors
/// The weights are not well formed.
pub fn choices(document: &Annotated, weights: Option<&str>) -> Result<Vec<Pronoun>, Error> {
    pronouns(&document.text, weights).map_err(Error::Weights)
}

fn count(document: &Annotated, choices: &[Pronoun], counts: &mut Counts) {
    for gold in &document.mentions {
        if document.person_of(gold.span) != Some(gold) {
            continue;
        }
        counts.all += 1;
        let choice = choices.iter().find(|choice| choice.span == gold.span);
        let found = choice.and_then(|choice| choice.found).and_then(|found| document.mention(found));
        counts.found += usize::from(found.is_some_and(|found| found.entity == gold.entity));
        let nearest = document.before(gold).max_by_key(|other| (other.span.end, other.span.start));
        counts.nearest += usize::from(nearest.is_some_and(|nearest| nearest.entity == gold.entity));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_begin_and_end() {
        assert_eq!(
            entries("(1-person-new(2-place)"),
            [("1-person-new", true, false), ("2-place", true, true)]
        );
        assert_eq!(entries("3)1)"), [("3", false, true), ("1", false, true)]);
        assert_eq!(entries(""), []);
    }
}
