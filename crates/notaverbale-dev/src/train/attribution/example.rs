//! Annotated texts as passages with labels.

use std::ops::Range;

use notaverbale::Span;
use notaverbale::training::attribution::{Role, passage::Passage, passages};
use serde_json::Value;

use crate::corpus::{Corpora, Error, Places};
use crate::train::descent::Length;

/// Words of a passage, by their numbers.
pub type Words = Range<usize>;

/// An annotated attribution, as far as it lies in one passage: its fragments by [`Role`].
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Gold {
    fragments: [Vec<Words>; 3],
}

impl Gold {
    /// The fragments of a role.
    pub fn of(&self, role: Role) -> &[Words] {
        &self.fragments[role as usize]
    }

    /// Whether a fragment of this role shares a word with `words`.
    pub fn holds(&self, role: Role, words: &Words) -> bool {
        self.of(role).iter().any(|own| own.start < words.end && words.start < own.end)
    }
}

/// A passage with its annotation.
#[derive(Clone, Debug)]
pub struct Example {
    /// What the network sees.
    pub passage: Passage,
    /// The label of each word.
    pub labels: Vec<usize>,
    /// The attributions.
    pub gold: Vec<Gold>,
}

impl Length for Example {
    fn length(&self) -> usize {
        self.labels.len()
    }
}

/// The passages of every text of a corpus file.
///
/// # Errors
/// The file can't be read, or a line has no text.
pub fn read(corpora: &Corpora, name: &str) -> Result<Vec<Vec<Example>>, Error> {
    let path = corpora.path(name);
    let lines =
        std::fs::read_to_string(&path).map_err(|source| Error::File { path: path.clone(), source })?;
    let lines: Vec<&str> = lines.lines().collect();
    let document = |(at, line): (usize, &&str)| {
        let value: Value = serde_json::from_str(line).unwrap_or_default();
        let text = value["text"].as_str().ok_or(Error::Line { path: path.clone(), line: at + 1 })?;
        Ok(if is_report(&value) { examples(text, &statements(text, &value)) } else { Vec::new() })
    };
    // Both halves at once: the tagger reads every word.
    let half = lines.len() / 2;
    std::thread::scope(|scope| {
        let first =
            scope.spawn(|| lines[..half].iter().enumerate().map(document).collect::<Result<Vec<_>, _>>());
        let second = lines.iter().enumerate().skip(half).map(document).collect::<Result<Vec<_>, _>>()?;
        let mut all = first.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        all.extend(second);
        Ok(all)
    })
}

/// Whether most statements of a text have a cue: in texts that are somebody's own, all words are.
fn is_report(value: &Value) -> bool {
    let all = value["statements"].as_array().map_or(&[][..], Vec::as_slice);
    2 * all.iter().filter(|one| !one["cue"].is_null()).count() >= all.len()
}

/// The bytes of the source, cue and content of each statement that has a cue, or that goes on in quotation marks.
fn statements(text: &str, value: &Value) -> Vec<[Vec<Span>; 3]> {
    let places = Places::new(text);
    let all = value["statements"].as_array().into_iter().flatten();
    let own = all.filter(|one| {
        // PolNeAR says nothing of `continued`.
        one.get("continued").is_none() || !one["cue"].is_null() || one["kind"] == "direct"
    });
    own.map(|one| ["source", "cue", "content"].map(|role| places.spans(&one[role]))).collect()
}

/// The passages of a text with labels.
fn examples(text: &str, statements: &[[Vec<Span>; 3]]) -> Vec<Example> {
    let with_labels = |passage: Passage| {
        let words = |span: &Span| {
            let first = passage.words.partition_point(|word| word.end <= span.start);
            first..passage.words.partition_point(|word| word.start < span.end)
        };
        let gold = statements.iter().map(|roles| Gold {
            fragments: roles.each_ref().map(|spans| joined(spans.iter().map(words).collect())),
        });
        let gold: Vec<Gold> = gold.filter(|gold| *gold != Gold::default()).collect();
        let mut labels = vec![0; passage.words.len()];
        // Where contents hold the source or cue of another attribution, these win.
        for role in [Role::Content, Role::Source, Role::Cue] {
            for words in gold.iter().flat_map(|gold| gold.of(role)) {
                labels[words.clone()].fill(role.inside());
                labels[words.start] = role.begin();
            }
        }
        Example { passage, labels, gold }
    };
    passages(text).into_iter().map(with_labels).filter(|example| !example.labels.is_empty()).collect()
}

/// Fragments in order, those that touch as one, none empty.
fn joined(mut fragments: Vec<Words>) -> Vec<Words> {
    fragments.retain(|words| !words.is_empty());
    fragments.sort_by_key(|words| words.start);
    let mut joined: Vec<Words> = Vec::new();
    for words in fragments {
        match joined.last_mut().filter(|last| words.start <= last.end) {
            Some(last) => last.end = last.end.max(words.end),
            None => joined.push(words),
        }
    }
    joined
}
