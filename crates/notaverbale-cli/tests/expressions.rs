//! Files of entries for the stance lexicon.
#![allow(clippy::unwrap_used)]

mod support;

use support::{Folder, help_says, refuses_a_missing_file};

const NOTE: &str = "Peru greenlighted the canal. Chile said that it welcomes the plan.";

/// Act, polarity and strength of each stance in JSON Lines.
fn stances(lines: &str) -> Vec<String> {
    let values = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let statements = values.flat_map(|document| document["statements"].as_array().unwrap().clone());
    let stances = statements.flat_map(|statement| statement["stances"].as_array().unwrap().clone());
    let labels = |stance: serde_json::Value| {
        ["act", "polarity", "strength"].map(|key| stance[key].as_str().unwrap().to_owned())
    };
    stances.map(|stance| labels(stance).join("/")).collect()
}

#[track_caller]
fn check(content: impl AsRef<[u8]>, expected: &[&str]) {
    let folder = Folder::new().with("a.txt", NOTE).with("own.csv", content);
    let found = folder.run(&["analyze", "a.txt", "--expressions", "own.csv"]).success();
    assert_eq!(stances(&found), expected);
}

#[test]
fn entries_come_from_a_file() {
    check("pattern,act\n", &["praise/favor/plain"]);
    check("pattern,act\ngreenlight,agree\n", &["agree/favor/plain", "praise/favor/plain"]);
    check(
        "strength,act,note,pattern\nstrong,request,x,greenlight\n",
        &["request/favor/strong", "praise/favor/plain"],
    );
    check("pattern,act\nwelcome,assert\n", &[]);
}

#[test]
fn a_spreadsheet_writes_such_a_file_too() {
    let table = "\u{feff}pattern,act,frame,polarity\r\n Greenlight ,oppose,\"obj,ing\",\r\nwelcome,agree,,against\r\n";
    check(table, &["oppose/against/plain", "agree/against/plain"]);
}

/// The first fault is one line on standard error, and nothing is analyzed.
#[track_caller]
fn refuse(content: impl AsRef<[u8]>, fault: &str) {
    let folder = Folder::new().with("a.txt", NOTE).with("own.csv", content);
    let outcome = folder.run(&["analyze", "a.txt", "--expressions", "own.csv", "--output", "o.jsonl"]);
    assert_eq!(outcome.stderr, format!("error: --expressions own.csv, {fault}\n"));
    assert_eq!((outcome.status, outcome.stdout.as_str()), (Some(2), ""));
    assert!(!folder.path("o.jsonl").exists());
}

#[test]
fn the_first_fault_of_a_file_is_said() {
    refuse("", r#"line 1: no header row, expected a column "pattern""#);
    refuse(
        "pattern,polarity\nback,favor\n",
        r#"line 1: the columns "pattern", "polarity", expected a column "act""#,
    );
    refuse(
        "pattern,act,strenght\nback,support,weak\n",
        "line 2: the column \"strenght\", expected one of pattern, pos, act, polarity, strength, target, addressee, cameo, \
         plover, frame, subtype, example, note",
    );
    refuse("pattern,act\nback,support\ncry foul\n", "line 3: 1 field, expected 2 fields as in the header");
    refuse(
        "pattern,act\nback,support\n\ncry foul,grumble\n,\n",
        "line 4: act \"grumble\", expected support, oppose, praise, criticize, agree, commit, request, concern, warn, or \
         assert for no stance",
    );
    refuse(
        "pattern,act,polarity\nback,support,good\n",
        "line 2: polarity \"good\", expected favor or against",
    );
    refuse("pattern,act\n~ back,support\n", "line 2: pattern \"~ back\", expected a word at its head");
    refuse(b"pattern,act\nren\xE9,support\n", "line 2: byte 0xE9, which is not UTF-8, expected UTF-8 text");
}

#[test]
fn a_file_that_is_not_there() {
    refuses_a_missing_file("--expressions");
}

#[test]
fn help_names_the_columns() {
    help_says(&[
        "--expressions <FILE>",
        "columns pattern and act",
        "polarity, strength, frame, target, addressee",
    ]);
}
