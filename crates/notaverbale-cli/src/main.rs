//! The `notaverbale` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(notaverbale_cli::run(std::env::args_os()))
}
