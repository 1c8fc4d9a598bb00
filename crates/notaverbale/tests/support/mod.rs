//! What the tests share: the files under `tests/`, and the laws.
#![allow(dead_code, reason = "each test file uses what it needs")]

pub mod laws;

use std::path::{Path, PathBuf};

/// A folder under the repository's `tests/`, which Rust and Python share.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests").join(name)
}

/// The text files of a folder under `tests/`, in the order of their names; never none.
pub fn files(name: &str, ending: &str) -> Vec<PathBuf> {
    let folder = folder(name);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no .{ending} file in {}", folder.display());
    files
}

/// What a file holds; never nothing.
pub fn read(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(!text.trim().is_empty(), "{} is empty", path.display());
    text
}
