//! Runs the program, as a shell would, in a folder of its own.
#![allow(dead_code, reason = "each test file uses what it needs")]

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

pub const READOUT: &str = "ASTER, May 2 -- Norland thanked Sudmark for its help.\n\n\
    “We will never accept the dam,” Foreign Minister Ana Lima said. She urged Sudmark to stop work – at once.\n";

/// A folder for one test, removed when the test is done.
pub struct Folder(PathBuf);

/// What a run of the program left behind.
pub struct Outcome {
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Folder {
    pub fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("notaverbale-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Writes a file.
    pub fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(name), content).unwrap();
        self
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Waits until a file has `bytes` bytes or more; a minute at most.
    #[track_caller]
    pub fn wait_for(&self, name: &str, bytes: usize) {
        let started = Instant::now();
        while fs::metadata(self.path(name)).map_or(0, |file| file.len()) < bytes as u64 {
            assert!(started.elapsed() < Duration::from_secs(60), "{name} stays below {bytes} bytes");
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_notaverbale"));
        command.args(args).current_dir(&self.0).stdin(Stdio::null());
        command
    }

    #[track_caller]
    pub fn run(&self, args: &[&str]) -> Outcome {
        self.run_with(args, "")
    }

    /// Runs the program with `input` on standard input.
    #[track_caller]
    pub fn run_with(&self, args: &[&str], input: impl AsRef<[u8]>) -> Outcome {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // The program may end before it has read all.
        let _ = child.stdin.take().unwrap().write_all(input.as_ref());
        let output = child.wait_with_output().unwrap();
        Outcome {
            status: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Outcome {
    /// What stands on standard output, when all went well.
    #[track_caller]
    pub fn success(self) -> String {
        assert_eq!((self.status, self.stderr.as_str()), (Some(0), ""), "stdout: {}", self.stdout);
        self.stdout
    }

    /// What stands on standard output, when `errors` are all that went wrong.
    #[track_caller]
    pub fn failure(self, errors: &[&str]) -> String {
        let expected: String = errors.iter().map(|error| format!("error: {error}\n")).collect();
        assert_eq!((self.status, self.stderr.as_str()), (Some(1), expected.as_str()));
        self.stdout
    }
}

/// The ids in JSON Lines, in order.
#[track_caller]
pub fn ids(lines: &str) -> Vec<String> {
    lines
        .lines()
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            value["id"].as_str().unwrap().to_owned()
        })
        .collect()
}

/// An option whose file is not there ends the run with one line.
#[track_caller]
pub fn refuses_a_missing_file(option: &str) {
    let outcome = Folder::new().run(&["analyze", option, "none.csv"]);
    assert_eq!(outcome.stderr, format!("error: {option} none.csv: no such file or directory\n"));
    assert_eq!(outcome.status, Some(2));
}

/// The help of `analyze` says all of `parts`, however it breaks its lines.
#[track_caller]
pub fn help_says(parts: &[&str]) {
    let help = Folder::new().run(&["analyze", "--help"]).success();
    let words = help.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in parts {
        assert!(words.contains(part), "{part} is not in\n{help}");
    }
}
