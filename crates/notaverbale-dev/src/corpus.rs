//! The annotated corpora: where they are, and their texts.

use std::path::{Path, PathBuf};

use notaverbale::Span;
use serde_json::Value;

use crate::conll::Mismatch;

/// Where corpora and scorers lie.
#[derive(Clone, Debug)]
pub struct Corpora {
    data: PathBuf,
}

/// What can go wrong with a corpus.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder is not there.
    #[error(
        "no corpora at {0}: set NOTAVERBALE_DATA to the folder that holds readouts, polnear and sentences"
    )]
    Missing(PathBuf),
    /// A file can't be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A line is not what it should be.
    #[error("{path}, line {line}: expected a JSON object with a text")]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// What was measured is not within its budgets.
    #[error("missed: {0}")]
    Budgets(String),
    /// A file of learned numbers can't be used.
    #[error("{path}: {source}")]
    Model {
        /// The file.
        path: PathBuf,
        /// Why.
        source: notaverbale::ModelError,
    },
    /// A table of weights can't be used.
    #[error("weights of pronouns: {0}")]
    Weights(String),
    /// A line of a treebank is not what it should be.
    #[error(
        "{path}, line {line}: expected ten columns of CoNLL-U, a word of the sentence's text and a number as its head"
    )]
    Treebank {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// The words that were found are not of a treebank's text.
    #[error("{path}: {source}")]
    Words {
        /// The file.
        path: PathBuf,
        /// Where they differ.
        source: Mismatch,
    },
    /// A scorer failed.
    #[error("{scorer} failed: {message}")]
    Scorer {
        /// Which.
        scorer: String,
        /// What it printed.
        message: String,
    },
}

/// Where the code points of a text stand: corpora count these.
#[derive(Clone, Debug)]
pub struct Places(Vec<usize>);

impl Places {
    /// The places of a text.
    pub fn new(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    /// The bytes of a list of spans in code points, as corpora write them; those that are no spans of the text are left out.
    pub fn spans(&self, value: &Value) -> Vec<Span> {
        let byte = |point: &Value| self.0.get(usize::try_from(point.as_u64()?).ok()?).copied();
        let pairs = value.as_array().into_iter().flatten();
        pairs.filter_map(|pair| Some(Span::new(byte(&pair[0])?, byte(&pair[1])?))).collect()
    }
}

/// A text of a corpus.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its id.
    pub id: String,
    /// Its words.
    pub text: String,
    /// Who wrote it, where the corpus says.
    pub author: Option<String>,
}

impl Corpora {
    /// The corpora under `NOTAVERBALE_DATA`, or under `../shared/data`.
    ///
    /// # Errors
    /// [`Error::Missing`] where the folder is not there.
    pub fn find() -> Result<Self, Error> {
        Self::find_from("../shared/data")
    }

    /// The corpora under `NOTAVERBALE_DATA` if it names a folder, or under `default`.
    ///
    /// # Errors
    /// [`Error::Missing`] where neither is there.
    pub fn find_from(default: &str) -> Result<Self, Error> {
        let named = std::env::var_os("NOTAVERBALE_DATA").map(PathBuf::from).filter(|data| data.is_dir());
        let data = named.unwrap_or_else(|| PathBuf::from(default));
        if data.is_dir() { Ok(Self { data }) } else { Err(Error::Missing(data)) }
    }

    /// A file of the corpora.
    pub fn path(&self, name: &str) -> PathBuf {
        self.data.join(name)
    }

    /// A scorer.
    pub fn tool(&self, name: &str) -> PathBuf {
        self.data.parent().unwrap_or(Path::new(".")).join("tools").join(name)
    }

    /// The texts of the named files, in order.
    ///
    /// # Errors
    /// A file can't be read, or a line is no object with a text.
    pub fn texts(&self, names: &[&str]) -> Result<Vec<Text>, Error> {
        let mut texts = Vec::new();
        for name in names {
            let path = self.path(name);
            let lines = std::fs::read_to_string(&path)
                .map_err(|source| Error::File { path: path.clone(), source })?;
            for (at, line) in lines.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
                let value: Value = serde_json::from_str(line).unwrap_or_default();
                let field = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
                let (Some(id), Some(text)) = (field("id"), field("text")) else {
                    return Err(Error::Line { path, line: at + 1 });
                };
                texts.push(Text { id, text, author: field("author") });
            }
        }
        Ok(texts)
    }
}
