//! Input: files, or standard input, as records.

mod csv;
mod encoding;
pub mod expressions;
mod jsonl;
pub mod names;
mod rows;
mod text;

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use clap::ValueEnum;

use crate::error::Error;

/// A text to analyze, and what its file says of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Record {
    pub id: String,
    pub text: String,
    pub author: Option<String>,
    pub date: Option<String>,
}

/// How a file holds its texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Kind {
    /// One text a file
    Text,
    /// One JSON object a line: "text" and, where known, "id", "author", "date"
    Jsonl,
    /// Comma-separated values with a header row
    Csv,
    /// Tab-separated values with a header row
    Tsv,
}

impl Kind {
    /// What the ending of `path` says.
    fn of(path: &Path) -> Self {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        match ending.as_deref() {
            Some("jsonl" | "ndjson") => Self::Jsonl,
            Some("csv") => Self::Csv,
            Some("tsv") => Self::Tsv,
            _ => Self::Text,
        }
    }
}

/// Which CSV columns hold what. A column that is named must be there; of those that aren't, only `text` must.
#[derive(Clone, Debug)]
pub struct Columns {
    pub text: String,
    pub id: Option<String>,
    pub author: Option<String>,
    pub date: Option<String>,
}

/// What to read, and how.
#[derive(Clone, Debug)]
pub struct Source {
    pub files: Vec<PathBuf>,
    pub kind: Option<Kind>,
    pub columns: Columns,
    /// Author and date of records that name none.
    pub author: Option<String>,
    pub date: Option<String>,
}

/// Takes a record, or what is wrong with one, and says whether more are wanted.
type Sink<'s> = &'s mut dyn FnMut(Result<Record, Error>) -> bool;

impl Source {
    /// Hands every record to `sink`, in order, until it wants no more, and counts the bytes read in `read`.
    pub fn read(&self, read: &Arc<AtomicU64>, sink: Sink<'_>) {
        let mut sink = |outcome: Result<Record, Error>| {
            sink(outcome.map(|record| Record {
                author: record.author.or_else(|| self.author.clone()),
                date: record.date.or_else(|| self.date.clone()),
                ..record
            }))
        };
        for path in &self.files {
            let wanted = if is_standard_input(path) {
                let kind = self.kind.unwrap_or(Kind::Text);
                self.read_from(io::stdin().lock(), path, kind, read, &mut sink)
            } else if self.kind.is_none() && path.extension().is_some_and(|ending| ending == "json") {
                // Read as text it would give nonsense, and one JSON value a file is nothing we read.
                let found = "a .json file".to_owned();
                let expected = "JSON lines (.jsonl), or --input to say what it is".to_owned();
                Ok(sink(Err(Error::Record { file: name(path), line: 1, found, expected })))
            } else {
                let kind = self.kind.unwrap_or_else(|| Kind::of(path));
                File::open(path).and_then(|file| self.read_from(file, path, kind, read, &mut sink))
            };
            if !wanted.unwrap_or_else(|source| sink(Err(Error::Read { file: name(path), source }))) {
                return;
            }
        }
    }

    /// Reads one file. Returns whether more is wanted.
    fn read_from(
        &self,
        file: impl Read,
        path: &Path,
        kind: Kind,
        read: &Arc<AtomicU64>,
        sink: Sink<'_>,
    ) -> io::Result<bool> {
        let mut file = BufReader::with_capacity(1 << 16, Counted { inner: file, read: Arc::clone(read) });
        let name = name(path);
        match kind {
            Kind::Text => text::read(&mut file, &path.display().to_string(), &name, sink),
            Kind::Jsonl => jsonl::read(&mut file, &name, sink),
            Kind::Csv => csv::read(&mut file, &name, b',', &self.columns, sink),
            Kind::Tsv => csv::read(&mut file, &name, b'\t', &self.columns, sink),
        }
    }

    /// How many bytes there are to read; `None` where that can't be known.
    pub fn len(&self) -> Option<u64> {
        self.files
            .iter()
            .map(|path| {
                let data = if is_standard_input(path) { None } else { path.metadata().ok() };
                data.filter(|data| data.is_file()).map(|data| data.len())
            })
            .sum()
    }
}

/// What the input at `path` is called in messages.
pub fn name(path: &Path) -> String {
    if is_standard_input(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// Whether `path` is the sign for standard input.
pub fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A reader that counts what passes.
struct Counted<R> {
    inner: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The records and the error lines that `read` gives.
    pub fn collect(read: impl FnOnce(Sink<'_>) -> io::Result<bool>) -> (Vec<Record>, Vec<String>) {
        let (mut records, mut errors) = (Vec::new(), Vec::new());
        let wanted = read(&mut |outcome| {
            match outcome {
                Ok(record) => records.push(record),
                Err(error) => errors.push(error.to_string()),
            }
            true
        });
        assert!(wanted.unwrap());
        (records, errors)
    }

    #[test]
    fn the_ending_says_what_a_file_holds() {
        let kinds =
            ["a.jsonl", "a.NDJSON", "a.csv", "a.tsv", "a.txt", "a"].map(|name| Kind::of(Path::new(name)));
        assert_eq!(kinds, [Kind::Jsonl, Kind::Jsonl, Kind::Csv, Kind::Tsv, Kind::Text, Kind::Text]);
    }
}
