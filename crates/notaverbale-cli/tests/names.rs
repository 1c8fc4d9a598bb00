//! Files of names: aliases and parties.
#![allow(clippy::unwrap_used)]

mod support;

use support::{Folder, help_says, refuses_a_missing_file};

const NOTE: &str = "EAM thanked Peru. Ruritanian envoy Rudolf Elphberg said no.";

/// Speaker and party of each statement in JSON Lines.
fn speakers(lines: &str) -> Vec<(String, String)> {
    let values = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    values
        .flat_map(|document| document["statements"].as_array().unwrap().clone())
        .map(|statement| (text(&statement["speaker"]), text(&statement["party"])))
        .collect()
}

fn folder(file: &str, content: impl AsRef<[u8]>) -> Folder {
    Folder::new().with("a.txt", NOTE).with(file, content)
}

#[test]
fn aliases_and_parties_come_from_files() {
    let folder = folder("aliases.csv", "alias,name\nEAM,Ravi Menon\n")
        .with("parties.csv", "note,party,name\nx,India,Ravi Menon\n,Ruritania,Ruritanian\n");
    let found = folder.run(&["analyze", "a.txt", "--aliases", "aliases.csv", "--parties", "parties.csv"]);
    let expected = [("Ravi Menon", "India"), ("Rudolf Elphberg", "Ruritania")];
    assert_eq!(speakers(&found.success()), expected.map(|(name, party)| (name.into(), party.into())));
}

#[test]
fn a_spreadsheet_writes_such_a_file_too() {
    let folder = folder("aliases.csv", "\u{feff}alias,name\r\n\"EAM\", Ravi Menon \r\n");
    let found = folder.run(&["analyze", "a.txt", "--aliases", "aliases.csv"]).success();
    assert_eq!(speakers(&found)[0].0, "Ravi Menon");
}

#[test]
fn a_file_without_rows_changes_nothing() {
    let folder = folder("parties.csv", "name,party\n");
    let found = folder.run(&["analyze", "a.txt", "--parties", "parties.csv"]).success();
    assert_eq!(found, folder.run(&["analyze", "a.txt"]).success());
}

/// The first fault is one line on standard error, and nothing is analyzed.
#[track_caller]
fn check(option: &str, content: &[u8], fault: &str) {
    let folder = folder("names.csv", content);
    let outcome = folder.run(&["analyze", "a.txt", option, "names.csv", "--output", "o.jsonl"]);
    assert_eq!(outcome.stderr, format!("error: {option} names.csv, {fault}\n"));
    assert_eq!((outcome.status, outcome.stdout.as_str()), (Some(2), ""));
    assert!(!folder.path("o.jsonl").exists());
}

#[test]
fn the_first_fault_of_a_file_is_said() {
    check("--aliases", b"", r#"line 1: no header row, expected a column "alias""#);
    check(
        "--aliases",
        b"EAM,Ravi Menon\n",
        r#"line 1: the columns "EAM", "Ravi Menon", expected a column "alias""#,
    );
    check("--parties", b"name\nAna Lima\n", r#"line 1: the one column "name", expected a column "party""#);
    check(
        "--parties",
        b"name,party\nAna Lima,Brazil\nRavi Menon\n",
        "line 3: 1 field, expected 2 fields as in the header",
    );
    check(
        "--aliases",
        b"alias,name\nEAM,\n,Ana Lima\n",
        r#"line 2: an empty cell below "name", expected a name"#,
    );
    check(
        "--aliases",
        b"alias,name\nFM,Ren\xE9\n",
        "line 2: byte 0xE9, which is not UTF-8, expected UTF-8 text",
    );
}

#[test]
fn a_file_that_is_not_there() {
    refuses_a_missing_file("--parties");
}

#[test]
fn help_names_the_columns() {
    help_says(&["--aliases <FILE>", "columns alias and name", "--parties <FILE>", "columns name and party"]);
}
