//! Files that the command line reads: texts and tables of them, names, and stance expressions. The first byte of the
//! input says what the rest is.
//!
//! The whole program runs in this process, with one thread, from a file to a file. Run it with `-close_fd_mask=2`, for
//! it tells every broken record on standard error.
#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

/// A folder of this process.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("notaverbale-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the files");
    fs::write(folder.join("text.txt"), "EAM said that Ruritania greenlights the dam.").expect("a text");
    folder
});

/// Runs the program with `arguments`, in which `@` stands before files of the folder, and returns its exit status and
/// what it wrote.
fn run(arguments: &[&str]) -> (u8, String) {
    let place = |argument: &str| match argument.strip_prefix('@') {
        Some(file) => FOLDER.join(file).into_os_string(),
        None => argument.into(),
    };
    let fixed = ["notaverbale", arguments[0], "--threads", "1", "--output", "@output"];
    let status = notaverbale_cli::run(fixed.into_iter().chain(arguments[1..].iter().copied()).map(place));
    let output = fs::read_to_string(FOLDER.join("output")).unwrap_or_default();
    let _ = fs::remove_file(FOLDER.join("output"));
    (status, output)
}

/// Asserts that CSV can be read again.
fn check_csv(table: &str) {
    for row in csv::Reader::from_reader(table.as_bytes()).records() {
        row.expect("every row is as wide as the header");
    }
}

fuzz_target!(|input: (u8, &[u8])| {
    let (kind, bytes) = input;
    fs::write(FOLDER.join("input"), bytes).expect("the file is written");
    let analyze = |option| run(&["analyze", "@text.txt", "--attribution", "rules", option, "@input"]);
    let split = |kind, format| run(&["sentences", "@input", "--input", kind, "--format", format]);
    let (status, output) = match kind % 8 {
        0 => split("jsonl", "jsonl"),
        1 => split("csv", "jsonl"),
        2 => split("tsv", "csv"),
        3 => split("text", "csv"),
        4 => run(&["analyze", "@input", "--input", "jsonl", "--attribution", "rules", "--format", "csv"]),
        5 => analyze("--aliases"),
        6 => analyze("--parties"),
        _ => analyze("--expressions"),
    };
    match kind % 8 {
        2..=4 => check_csv(&output),
        _ => {
            for line in output.lines() {
                serde_json::from_str::<serde_json::Value>(line).expect("a line is JSON");
            }
        }
    }
    let expected: &[u8] = if kind % 8 < 5 { &[0, 1] } else { &[0, 2] };
    assert!(expected.contains(&status), "exit status {status}");
});
