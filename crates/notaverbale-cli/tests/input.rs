//! Every kind of input, by file and by standard input.
#![allow(clippy::unwrap_used)]

mod support;

use support::{Folder, READOUT, ids};

/// What the library says of `text`, as a line of JSON.
fn analyzed(text: &str, id: &str, author: Option<&str>, date: Option<&str>) -> String {
    let mut metadata = notaverbale::Metadata::default().id(id);
    (metadata.author, metadata.date) = (author.map(str::to_owned), date.map(str::to_owned));
    let document = notaverbale::Analyzer::default().analyze_with(text, &metadata);
    serde_json::to_string(&document.record()).unwrap() + "\n"
}

#[test]
fn text_files_are_named_by_their_paths() {
    let folder = Folder::new().with("talks.txt", READOUT).with("notes", "\u{feff}Sudmark said so.");
    let expected = analyzed(READOUT, "talks.txt", None, None)
        + &analyzed("\u{feff}Sudmark said so.", "./notes", None, None);
    assert_eq!(folder.run(&["analyze", "talks.txt", "./notes"]).success(), expected);
}

#[test]
fn standard_input_is_text() {
    let folder = Folder::new().with("b.txt", "B.");
    let expected = analyzed(READOUT, "-", None, None);
    assert_eq!(folder.run_with(&["analyze"], READOUT).success(), expected);
    assert_eq!(ids(&folder.run_with(&["analyze", "b.txt", "-"], READOUT).success()), ["b.txt", "-"]);
}

#[test]
fn json_lines_bring_their_author_and_date() {
    let lines = "\u{feff}{\"id\": \"n-1\", \"text\": \"Norland said so.\", \"date\": \"2031-05-02\", \"url\": {}}\n\
        {\"id\": 7, \"text\": \"We object.\", \"author\": \"Norland\"}\n\n{\"text\": \"No id.\"}";
    let expected = analyzed("Norland said so.", "n-1", Some("Sudmark"), Some("2031-05-02"))
        + &analyzed("We object.", "7", Some("Norland"), Some("2031"))
        + &analyzed("No id.", "4", Some("Sudmark"), Some("2031"));
    let folder = Folder::new().with("a.jsonl", lines).with("b.ndjson", lines);
    let usual = ["--author", "Sudmark", "--date", "2031"];
    for file in ["a.jsonl", "b.ndjson"] {
        assert_eq!(folder.run(&[&["analyze", file], &usual[..]].concat()).success(), expected);
    }
    assert_eq!(
        folder.run_with(&[&["analyze", "--input", "jsonl"], &usual[..]].concat(), lines).success(),
        expected
    );
}

#[test]
fn csv_columns_can_be_named() {
    let table =
        "\u{feff}url,body,by,day\n/1,\"Norland said,\n\n\"\"no.\"\"\",Ana Lima,2031-05-02\n/2,Yes.,,\n";
    let folder = Folder::new().with("a.csv", table).with("a.tsv", table.replace(',', "\t"));
    let columns = ["--column", "body", "--id-column", "url", "--author-column", "by", "--date-column", "day"];
    let expected = |comma: &str| {
        analyzed(&format!("Norland said{comma}\n\n\"no.\""), "/1", Some("Ana Lima"), Some("2031-05-02"))
            + &analyzed("Yes.", "/2", None, None)
    };
    assert_eq!(folder.run(&[&["analyze", "a.csv"], &columns[..]].concat()).success(), expected(","));
    assert_eq!(folder.run(&[&["analyze", "a.tsv"], &columns[..]].concat()).success(), expected("\t"));
}

#[test]
fn usual_csv_columns_need_no_names() {
    let folder = Folder::new()
        .with("a.csv", "text,id,date\r\nYes.,n-1,2031\r\nNo.,,\r\n")
        .with("b.csv", "text\nYes.\nNo.\n");
    let expected = analyzed("Yes.", "n-1", None, Some("2031")) + &analyzed("No.", "2", None, None);
    assert_eq!(folder.run(&["analyze", "a.csv"]).success(), expected);
    assert_eq!(ids(&folder.run(&["analyze", "b.csv"]).success()), ["1", "2"]);
}

#[test]
fn the_kind_can_be_said_in_place_of_the_ending() {
    let folder = Folder::new().with("a.csv", "{\"text\": \"Yes.\", \"id\": \"x\"}\n");
    assert_eq!(ids(&folder.run(&["analyze", "--input", "jsonl", "a.csv"]).success()), ["x"]);
    assert_eq!(ids(&folder.run(&["analyze", "--input", "text", "a.csv"]).success()), ["a.csv"]);
}

#[test]
fn empty_input_is_no_fault() {
    let folder = Folder::new().with("a.jsonl", "").with("a.txt", "").with("a.csv", "text\n");
    assert_eq!(folder.run(&["analyze", "a.jsonl", "a.csv"]).success(), "");
    assert_eq!(folder.run(&["analyze", "a.txt"]).success(), analyzed("", "a.txt", None, None));
}
