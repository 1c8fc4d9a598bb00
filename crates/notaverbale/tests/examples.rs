//! What the examples print, against `tests/snapshots/examples`.
//!
//! `cargo test` builds the examples, but not where one test alone is named. After a change, run
//! `cargo build -p notaverbale --examples --profile test`, then
//! `UPDATE_SNAPSHOTS=1 cargo test -p notaverbale --test examples`, and read the difference.
#![allow(clippy::unwrap_used)]

mod support;

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program of an example, which lies beside the folder of this test's own.
fn program(name: &str) -> PathBuf {
    let own = std::env::current_exe().unwrap();
    own.parent().unwrap().with_file_name("examples").join(format!("{name}{EXE_SUFFIX}"))
}

#[test]
fn examples_print_what_they_printed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut run = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        let output = Command::new(program(name)).output().unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let printed = String::from_utf8(output.stdout).unwrap();
        let snapshot = support::folder("snapshots/examples").join(format!("{name}.txt"));
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&snapshot, &printed).unwrap();
        }
        assert_eq!(support::read(&snapshot), printed, "{name}");
        run += 1;
    }
    assert_eq!(run, 6, "every example was run");
}
