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
#[cfg(unix)]
#[allow(clippy::print_stdout)]
fn a_file_that_may_not_be_read_is_passed_over() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new().with("a.txt", "A.").with("b.txt", "B.");
    let closed = folder.path("a.txt");
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::File::open(&closed).is_ok() {
        println!("skipped: this user reads every file");
        return;
    }
    let outcome = folder.run(&["analyze", "a.txt", "b.txt"]);
    assert_eq!(ids(&outcome.failure(&["a.txt: permission denied"])), ["b.txt"]);
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
fn a_file_of_another_kind_is_one_fault() {
    let folder = Folder::new()
        .with("a.jsonl", b"\x1F\x8B\x08\0\n\xFF\n\xFE\n")
        .with("a.csv", b"\xFF\xFEi\0d\0\n\0")
        .with("a.txt", b"\xFE\xFF\0A\0\n")
        .with("a.docx", b"PK\x03\x04\n\n")
        .with("a.pdf", "%PDF-1.7\n");
    let errors = [
        "a.jsonl, line 1: gzip data, expected UTF-8 text",
        "a.csv, line 1: text in UTF-16, expected UTF-8 text",
        "a.txt, line 1: text in UTF-16, expected UTF-8 text",
        "a.docx, line 1: a zip archive, as .docx and .xlsx files are, expected UTF-8 text",
        "a.pdf, line 1: a PDF, expected UTF-8 text",
    ];
    let outcome = folder.run(&["analyze", "a.jsonl", "a.csv", "a.txt", "a.docx", "a.pdf"]);
    assert_eq!(outcome.failure(&errors), "");
    let outcome = folder.run(&["analyze", "a.txt", "--parties", "a.csv"]);
    assert_eq!(outcome.stderr, format!("error: --parties {}\n", errors[1]));
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
    for args in [
        &[][..],
        &["read"],
        &["analyze", "--format", "xml"],
        &["analyze", "--threads", "0"],
        &["analyze", "--threads", "1025"],
    ] {
        assert_eq!(folder.run(args).status, Some(2), "{args:?}");
    }
}

#[test]
fn output_does_not_destroy_its_input() {
    let folder = Folder::new().with("a.txt", READOUT);
    std::fs::hard_link(folder.path("a.txt"), folder.path("b.txt")).unwrap();
    for output in ["./a.txt", "b.txt"] {
        let outcome = folder.run(&["analyze", "a.txt", "--output", output]);
        outcome.failure(&["a.txt: is both input and output, expected another file to write"]);
        assert_eq!(folder.read("a.txt"), READOUT);
    }
    folder
        .run(&["analyze", "a.txt", "--output", "none/a.html"])
        .failure(&["none/a.html: no such file or directory"]);
}

/// `notaverbale analyze a.jsonl >> a.jsonl` would read what it writes, without end.
#[test]
fn a_stream_is_known_as_a_file_that_is_read() {
    let folder = Folder::new().with("a.jsonl", serde_json::json!({"text": READOUT}).to_string() + "\n");
    let before = folder.read("a.jsonl");
    let open = || std::fs::OpenOptions::new().read(true).append(true).open(folder.path("a.jsonl")).unwrap();
    let same = "is both input and output, expected another file to write";
    for (args, name) in
        [(&["analyze", "a.jsonl"][..], "a.jsonl"), (&["analyze", "-i", "jsonl"], "standard input")]
    {
        let output = folder.command(args).stdin(open()).stdout(open()).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), format!("error: {name}: {same}\n"));
        assert_eq!((output.status.code(), folder.read("a.jsonl")), (Some(1), before.clone()));
    }
    let output = folder.command(&["analyze", "-i", "jsonl", "--output", "a.jsonl"]).stdin(open()).output();
    assert_eq!(String::from_utf8_lossy(&output.unwrap().stderr), format!("error: standard input: {same}\n"));
    assert_eq!(folder.read("a.jsonl"), before);
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
    let commands: [&[&str]; 6] = [
        &["analyze", "a.txt", "--format", "jsonl"],
        &["analyze", "a.txt", "--format", "csv"],
        &["analyze", "a.txt", "--format", "html"],
        &["analyze", "a.txt", "--format", "table"],
        &["sentences", "a.txt"],
        &["parse", "a.txt"],
    ];
    for args in commands {
        folder
            .run(&[args, &["--output", "/dev/full"]].concat())
            .failure(&["/dev/full: no space left on device"]);
    }
    let help = ["analyze", "--help"];
    for args in commands.into_iter().chain([&help[..]]) {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = folder.command(args).stdout(full).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(said, "error: standard output: no space left on device\n", "{args:?}");
        assert_eq!(output.status.code(), Some(1));
    }
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

/// Records with ids of their own, and what an uninterrupted run makes of them.
#[cfg(unix)]
fn records_and_results(folder: &Folder, count: usize, format: &str) -> (String, String) {
    let records: String = (0..count)
        .map(|number| serde_json::json!({"id": format!("n-{number}"), "text": READOUT}).to_string() + "\n")
        .collect();
    let args = ["analyze", "--input", "jsonl", "--format", format];
    let results = folder.run_with(&args, &records).success();
    (records, results)
}

/// Ends a run as `kill -SIGNAL` does; whatever the signal, the program says nothing and dies by it.
#[cfg(unix)]
#[track_caller]
fn kill(mut child: std::process::Child, signal: i32) {
    use std::os::unix::process::ExitStatusExt;
    let process = child.id().to_string();
    std::process::Command::new("kill").args([&format!("-{signal}"), &process]).status().unwrap();
    assert_eq!(child.wait().unwrap().signal(), Some(signal));
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(said, "");
}

/// Kill, terminate. Not interrupt and hangup, for who runs the tests may have them ignored, as shells do in the
/// background.
#[cfg(unix)]
const SIGNALS: [i32; 2] = [9, 15];

/// Results are in the file as soon as they are there, whole, and stay when the run is killed.
#[test]
#[cfg(unix)]
fn a_killed_run_keeps_all_that_it_found() {
    let folder = Folder::new();
    for format in ["jsonl", "csv", "html"] {
        let (records, results) = records_and_results(&folder, 20, format);
        let expected = results.trim_end_matches("</body>\n</html>\n");
        for signal in SIGNALS {
            let args = ["analyze", "--input", "jsonl", "--format", format, "--output", "o"];
            let mut command = folder.command(&args);
            let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
            let mut input = child.stdin.take().unwrap();
            input.write_all(records.as_bytes()).unwrap();
            // The next record is on its way, but never ends.
            input.write_all(b"{\"id\": \"n-20\", ").unwrap();
            folder.wait_for("o", expected.len());
            kill(child, signal);
            assert_eq!(folder.read("o"), expected);
            std::fs::remove_file(folder.path("o")).unwrap();
        }
    }
}

/// At whatever moment a run is killed, what it has written is how the uninterrupted run begins.
#[test]
#[cfg(unix)]
fn a_killed_run_leaves_the_beginning_of_the_whole() {
    let folder = Folder::new();
    let (records, results) = records_and_results(&folder, 1_000, "jsonl");
    for signal in SIGNALS {
        for to_file in [true, false] {
            let _ = std::fs::remove_file(folder.path("o.jsonl"));
            let mut command = folder.command(&["analyze", "--input", "jsonl"]);
            if to_file {
                command.args(["--output", "o.jsonl"]);
            }
            let mut child =
                command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
            let (mut input, mut output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
            let records = records.clone();
            // Standard input stays open, so that the run does not come to its end.
            let feeding = std::thread::spawn(move || {
                let _ = input.write_all(records.as_bytes());
                input
            });
            let mut written = vec![0; if to_file { 0 } else { 1 << 15 }];
            if to_file {
                folder.wait_for("o.jsonl", 1);
            } else {
                output.read_exact(&mut written).unwrap();
            }
            kill(child, signal);
            output.read_to_end(&mut written).unwrap();
            let _ = feeding.join();
            if to_file {
                written = std::fs::read(folder.path("o.jsonl")).unwrap();
            }
            // Bytes, for the last line may be cut, if the signal fell into a write.
            assert!(!written.is_empty() && results.as_bytes().starts_with(&written));
        }
    }
}

/// The commands of `docs/machines.md`, after an end in the midst of a line.
#[test]
#[cfg(unix)]
fn a_killed_run_goes_on_as_the_page_says() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/machines.md");
    let page = std::fs::read_to_string(page).unwrap();
    let block =
        page.split("```").find(|block| block.starts_with("console\n") && block.contains("tail")).unwrap();
    let commands: Vec<_> = block.lines().filter_map(|line| line.strip_prefix("$ ")).collect();

    let folder = Folder::new();
    let (records, results) = records_and_results(&folder, 20, "jsonl");
    let folder = folder.with("archive.jsonl", records).with("found.jsonl", &results[..results.len() / 2]);
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_notaverbale")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut shell = std::process::Command::new("sh");
    shell.args(["-e", "-c", &commands.join("\n")]).env("PATH", path).current_dir(folder.path(""));
    assert!(shell.status().unwrap().success(), "{commands:?}");
    assert_eq!(folder.read("whole.jsonl"), results);
}
