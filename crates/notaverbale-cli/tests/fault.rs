//! What goes wrong is said once, and the rest goes on.
#![allow(clippy::unwrap_used)]

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;

use support::{Folder, READOUT, ids};

const OBJECT: &str = r#"expected a JSON object with "text""#;

#[test]
fn a_missing_file_is_passed_over() {
    let folder = Folder::new().with("a.txt", "A.").with("b.txt", "B.");
    let outcome = folder.run(&["analyze", "a.txt", "none.txt", "b.txt"]);
    assert_eq!(ids(&outcome.failure(&["none.txt: no such file or directory"])), ["a.txt", "b.txt"]);
    folder.run(&["analyze", "."]).failure(&[".: is a directory"]);
}

#[test]
fn bytes_that_are_not_utf8() {
    let folder = Folder::new()
        .with("a.txt", b"One.\r\nTw\xFF.")
        .with("a.jsonl", b"{\"text\": \"A\"}\n{\"text\": \"\xC3\"}\n{\"text\": \"C\"}\n")
        .with("a.csv", b"text\nA\n\xE9\nC\n");
    let outcome = folder.run(&["analyze", "a.txt", "a.jsonl", "a.csv"]);
    let errors = [
        "a.txt, line 2: byte 0xFF, which is not UTF-8, expected UTF-8 text",
        "a.jsonl, line 2: byte 0xC3, which is not UTF-8, expected UTF-8 text",
        "a.csv, line 3: byte 0xE9, which is not UTF-8, expected UTF-8 text",
    ];
    assert_eq!(ids(&outcome.failure(&errors)), ["1", "3", "1", "3"]);
}

#[test]
fn broken_lines_of_json() {
    let lines =
        "{\"text\": \"A\"}\n{\"text\": \n{\"body\": \"B\"}\n{\"text\": 3}\n[\"D\"]\n{\"text\": \"E\"}\n";
    let folder = Folder::new().with("a.jsonl", lines);
    let errors = [
        &format!("a.jsonl, line 2: broken JSON at byte 8 (EOF while parsing a value), {OBJECT}"),
        &format!("a.jsonl, line 3: no \"text\", {OBJECT}"),
        "a.jsonl, line 4: \"text\" is a number, expected a string",
        &format!("a.jsonl, line 5: an array, {OBJECT}"),
    ];
    assert_eq!(ids(&folder.run(&["analyze", "a.jsonl"]).failure(&errors)), ["1", "6"]);
}

#[test]
fn csv_without_the_column_and_rows_of_another_width() {
    let folder =
        Folder::new().with("a.csv", "id,body\n1,Text.\n").with("b.csv", "id,text\n1,A\n2,B,C\n3\n4,D\n");
    let errors = [
        r#"a.csv, line 1: the columns "id", "body", expected a column "text""#,
        "b.csv, line 3: 3 fields, expected 2 fields as in the header",
        "b.csv, line 4: 1 field, expected 2 fields as in the header",
    ];
    assert_eq!(ids(&folder.run(&["sentences", "a.csv", "b.csv"]).failure(&errors)), ["1", "4"]);
    folder
        .run(&["analyze", "b.csv", "--date-column", "day"])
        .failure(&[r#"b.csv, line 1: the columns "id", "text", expected a column "day""#]);
    folder
        .run_with(&["analyze", "--input", "csv"], "")
        .failure(&[r#"standard input, line 1: no header row, expected a column "text""#]);
}

#[test]
fn arguments_that_make_no_sense() {
    let folder = Folder::new();
    for args in [&[][..], &["read"], &["analyze", "--format", "xml"], &["analyze", "--threads", "0"]] {
        assert_eq!(folder.run(args).status, Some(2), "{args:?}");
    }
}

#[test]
fn output_does_not_destroy_its_input() {
    let folder = Folder::new().with("a.txt", READOUT);
    let outcome = folder.run(&["analyze", "a.txt", "--output", "./a.txt"]);
    outcome.failure(&["a.txt: is both input and output, expected another name for --output"]);
    assert_eq!(folder.read("a.txt"), READOUT);
    folder
        .run(&["analyze", "a.txt", "--output", "none/a.html"])
        .failure(&["none/a.html: no such file or directory"]);
}

#[test]
fn json_that_is_no_lines_is_refused() {
    let folder =
        Folder::new().with("all.json", "[{\"text\": \"A\"}]").with("note.txt", "Peru thanked Chile.");
    let error = "all.json, line 1: a .json file, expected JSON lines (.jsonl), or --input to say what it is";
    assert_eq!(ids(&folder.run(&["analyze", "all.json", "note.txt"]).failure(&[error])), ["note.txt"]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said() {
    let folder = Folder::new().with("a.txt", READOUT);
    folder
        .run(&["analyze", "a.txt", "--output", "/dev/full"])
        .failure(&["/dev/full: no space left on device"]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = folder.command(&["analyze", "a.txt"]).stdout(full).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "error: standard output: no space left on device\n");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_closed_pipe_ends_all_in_silence() {
    let line = serde_json::json!({"text": READOUT}).to_string() + "\n";
    let folder = Folder::new().with("a.jsonl", line.repeat(20_000));
    let mut child = folder
        .command(&["analyze", "a.jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    output.read_line(&mut first).unwrap();
    drop(output);
    let output = child.wait_with_output().unwrap();
    assert_eq!(ids(&first), ["1"]);
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

/// `tail -f archive.jsonl | notaverbale analyze --input jsonl | head -1`: results come as lines do, and a closed
/// output ends the program though its input stays open.
#[test]
fn a_slow_input_is_answered_at_once() {
    let folder = Folder::new();
    let mut command = folder.command(&["analyze", "--input", "jsonl"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for id in ["first", "second"] {
        let mut answer = String::new();
        writeln!(input, "{}", serde_json::json!({"id": id, "text": READOUT})).unwrap();
        output.read_line(&mut answer).unwrap();
        assert_eq!(ids(&answer), [id]);
    }
    drop(output);
    writeln!(input, "{}", serde_json::json!({"text": READOUT})).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// Whoever stops a long run keeps whole lines.
#[test]
#[cfg(unix)]
fn a_stopped_run_leaves_whole_lines() {
    let line = serde_json::json!({"text": READOUT}).to_string() + "\n";
    let folder = Folder::new();
    let mut command = folder.command(&["analyze", "--input", "jsonl", "--output", "o.jsonl"]);
    let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(line.repeat(500).as_bytes()).unwrap();
    while folder.try_read("o.jsonl").is_none_or(|written| written.is_empty()) {
        std::thread::yield_now();
    }
    // Not INT: a shell starts what it puts into the background with INT ignored.
    std::process::Command::new("kill").arg(child.id().to_string()).status().unwrap();
    assert!(!child.wait().unwrap().success());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(said, "");
    let written = folder.read("o.jsonl");
    assert!(written.ends_with('\n') && !ids(&written).is_empty());
}
