//! What can go wrong, as one line for the person at the terminal.

use std::io;

/// A failure that the program reports and, where it concerns one record, goes on after.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file that can't be opened or read.
    #[error("{file}: {}", plain(source))]
    Read { file: String, source: io::Error },
    /// A record that is not what its kind of input asks for.
    #[error("{file}, line {line}: {found}, expected {expected}")]
    Record { file: String, line: u64, found: String, expected: String },
    /// Output that can't be written.
    #[error("{file}: {}", plain(source))]
    Write { file: String, source: io::Error },
    /// A file that an option names and that is not what the option needs.
    #[error("--{option} {fault}")]
    Option { option: &'static str, fault: Box<Error> },
    /// The output is one of the inputs, which writing would destroy before it is read, or make endless.
    #[error("{file}: is both input and output, expected another file to write")]
    SameFile { file: String },
    /// The threads that `--threads` asks for can't be had.
    #[error("{count} threads: {reason}, expected a number that this machine can start")]
    Threads { count: usize, reason: String },
}

impl Error {
    /// Whether whoever read our output has gone away (`| head`), which is no failure.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Write { source, .. } if source.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// The system's words in lower case, without the number that only a programmer can look up.
fn plain(error: &io::Error) -> String {
    let mut words = error.to_string();
    if let Some(number) = words.find(" (os error") {
        words.truncate(number);
    }
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_file_reads_as_a_sentence() {
        let source = io::Error::from_raw_os_error(2);
        let error = Error::Read { file: "talks.txt".into(), source };
        assert_eq!(error.to_string(), "talks.txt: no such file or directory");
    }

    #[test]
    fn only_a_closed_pipe_is_quiet() {
        let closed = |kind: io::ErrorKind| Error::Write { file: "-".into(), source: kind.into() };
        assert!(closed(io::ErrorKind::BrokenPipe).is_closed_pipe());
        assert!(!closed(io::ErrorKind::StorageFull).is_closed_pipe());
    }
}
