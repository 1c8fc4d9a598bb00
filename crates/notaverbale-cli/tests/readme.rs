//! The README's command line example prints what it shows.

use std::path::Path;
use std::process::Command;

#[test]
fn example_prints_what_it_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let block = readme.split("```console\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let (command, expected) = block.split_once('\n').unwrap();
    let words: Vec<&str> = command.strip_prefix("$ notaverbale ").unwrap().split(' ').collect();
    let output =
        Command::new(env!("CARGO_BIN_EXE_notaverbale")).args(words).current_dir(root).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}
