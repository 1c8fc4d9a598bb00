//! The table of stances as CSV, a row for each, with the columns of the command line and of Python.
//!
//! `cargo run --example stances_csv [FILES…] > stances.csv`

use std::error::Error;
use std::path::PathBuf;

use notaverbale::{Analyzer, Metadata};

fn main() -> Result<(), Box<dyn Error>> {
    let mut files: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if files.is_empty() {
        files.push(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/readout.txt").into());
    }
    let analyzer = Analyzer::default();
    let mut table = csv::Writer::from_writer(std::io::stdout());
    for file in files {
        let id = file.file_stem().unwrap_or_default().to_string_lossy();
        let text = std::fs::read_to_string(&file)?;
        // Offsets in tables are code points, so that any language can slice the text by them.
        for row in analyzer.analyze_with(&text, &Metadata::default().id(id)).stance_rows() {
            table.serialize(row)?;
        }
    }
    table.flush()?;
    Ok(())
}
