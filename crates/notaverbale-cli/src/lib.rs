//! The command line of notaverbale, as a library: [`run`] is the whole program, and [`html`] shows one document.
//!
//! ```text
//! files → records (input) → queue → documents, by all threads (parallel) → bytes (output) → one writer
//! ```
//!
//! Records are read by a thread of their own, analyzed by a pool, and written in the order in which they were read.
//! What waits between reading and analysis is bounded in bytes, so memory does not grow with the input.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod args;
mod command;
mod error;
mod input;
mod output;
mod parallel;
mod progress;
mod queue;

use std::ffi::OsString;

use clap::Parser;

pub use output::html;

/// Exit status when all went well, or when the reader of our output went away.
const SUCCESS: u8 = 0;
/// Exit status when a record could not be read or the output could not be written.
const FAILURE: u8 = 1;

/// Exit status when the arguments make no sense.
const USAGE: u8 = 2;

/// Runs the program with `args`, the program's own name first, and returns its exit status.
///
/// The status is 0 when everything was read and written, 1 when something failed (each failure is a line on standard
/// error, and the rest goes on), and 2 when the arguments make no sense. It reads and writes the process's own
/// standard streams, never panics and never ends the process. It installs no signal handler: a caller that has one
/// for Ctrl-C (such as Python) restores the default before it calls, so that a long run can be stopped.
///
/// # Examples
/// ```
/// let status = notaverbale_cli::run(["notaverbale", "--version"].map(Into::into));
/// assert_eq!(status, 0);
/// ```
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    match args::Cli::try_parse_from(args) {
        Ok(cli) => command::execute(cli),
        Err(said) => match said.print() {
            Err(source) if !said.use_stderr() => {
                command::status(Err(error::Error::Write { file: "standard output".to_owned(), source }))
            }
            _ => u8::try_from(said.exit_code()).unwrap_or(FAILURE),
        },
    }
}
