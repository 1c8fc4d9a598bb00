//! The commands: from arguments to results in their place.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use notaverbale::{Analyzer, Document, Metadata, SentenceSplitter};
use same_file::Handle;

use crate::args::{Analyze, AnalyzeFormat, Cli, Command, Input, Parse, Sentences, SentencesFormat};
use crate::error::Error;
use crate::input::names::{self, Heads};
use crate::input::{self, Columns, Record, Source, expressions, is_standard_input};
use crate::output::conllu::Conllu;
use crate::output::csv::{Csv, SentenceCsv};
use crate::output::html::Html;
use crate::output::jsonl::Jsonl;
use crate::output::table::Tables;
use crate::output::{Output, Split};
use crate::progress::Progress;
use crate::{FAILURE, SUCCESS, USAGE, args, parallel};

/// Does what `cli` asks for and returns the exit status.
pub fn execute(cli: Cli) -> u8 {
    status(match cli.command {
        Command::Analyze(args) => analyze(args),
        Command::Sentences(args) => sentences(args),
        Command::Parse(args) => parse(args),
    })
}

/// The exit status of an outcome; what ended the run is said on standard error.
pub fn status(outcome: Result<Failures, Error>) -> u8 {
    match outcome {
        Ok(0) => SUCCESS,
        Ok(_) => FAILURE,
        Err(error) if error.is_closed_pipe() => SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr().lock(), "error: {error}");
            if matches!(error, Error::Option { .. }) { USAGE } else { FAILURE }
        }
    }
}

/// How many records or files could not be read.
pub type Failures = u64;

fn analyze(args: Analyze) -> Result<Failures, Error> {
    let format = args.format.unwrap_or_else(|| match args.output.ending().as_deref() {
        Some("html" | "htm") => AnalyzeFormat::Html,
        Some("csv") => AnalyzeFormat::Csv,
        None if io::stdout().is_terminal() => AnalyzeFormat::Table,
        _ => AnalyzeFormat::Jsonl,
    });
    let output: &dyn Output<Document> = match format {
        AnalyzeFormat::Table => &Tables::for_terminal(args.output.output.is_some()),
        AnalyzeFormat::Jsonl => &Jsonl,
        AnalyzeFormat::Csv => &Csv { rows: args.rows },
        AnalyzeFormat::Html => &Html,
    };
    let mut analyzer =
        Analyzer::default().attribution(args.attribution.into()).min_confidence(args.min_confidence);
    if let Some(path) = &args.names.aliases {
        analyzer = analyzer.aliases(pairs("aliases", path, Heads { from: "alias", to: "name" })?);
    }
    if let Some(path) = &args.names.parties {
        analyzer = analyzer.parties(pairs("parties", path, Heads { from: "name", to: "party" })?);
    }
    if let Some(path) = &args.expressions {
        analyzer = with_expressions(analyzer, path)
            .map_err(|fault| Error::Option { option: "expressions", fault: Box::new(fault) })?;
    }
    let work = |record: Record| {
        let mut metadata = Metadata::default().id(record.id);
        (metadata.author, metadata.date) = (record.author, record.date);
        analyzer.analyze_with(&record.text, &metadata)
    };
    write(source(args.input, Some(args.metadata)), args.output, work, output)
}

fn sentences(args: Sentences) -> Result<Failures, Error> {
    let format = args.format.unwrap_or_else(|| match args.output.ending().as_deref() {
        Some("csv") => SentencesFormat::Csv,
        None if io::stdout().is_terminal() => SentencesFormat::Table,
        _ => SentencesFormat::Jsonl,
    });
    let output: &dyn Output<Split> = match format {
        SentencesFormat::Table => &Tables::for_terminal(args.output.output.is_some()),
        SentencesFormat::Jsonl => &Jsonl,
        SentencesFormat::Csv => &SentenceCsv,
    };
    let splitter = SentenceSplitter::default()
        .quotations(args.quotations.into())
        .line_breaks(args.line_breaks.into())
        .abbreviations(args.abbreviations);
    write(source(args.input, None), args.output, |record| Split::new(&splitter, record), output)
}

fn parse(args: Parse) -> Result<Failures, Error> {
    // Statements are not asked for.
    let analyzer = Analyzer::default().attribution(notaverbale::Attribution::Rules);
    let work = |record: Record| analyzer.analyze_with(&record.text, &Metadata::default().id(record.id));
    write(source(args.input, None), args.output, work, &Conllu)
}

/// The pairs of names in the file of an option.
fn pairs(option: &'static str, path: &Path, heads: Heads) -> Result<Vec<(String, String)>, Error> {
    names::read(path, heads).map_err(|fault| Error::Option { option, fault: Box::new(fault) })
}

/// The analyzer with the entries of a file.
fn with_expressions(analyzer: Analyzer, path: &Path) -> Result<Analyzer, Error> {
    let refused = |fault| Error::Read { file: path.display().to_string(), source: io::Error::other(fault) };
    analyzer.expressions(expressions::read(path)?).map_err(refused)
}

/// Where the records come from.
fn source(input: Input, metadata: Option<args::Metadata>) -> Source {
    let (author_column, date_column, author, date) = metadata
        .map(|metadata| (metadata.author_column, metadata.date_column, metadata.author, metadata.date))
        .unwrap_or_default();
    let files = if input.files.is_empty() { vec![PathBuf::from("-")] } else { input.files };
    let columns =
        Columns { text: input.column, id: input.id_column, author: author_column, date: date_column };
    Source { files, kind: input.input, columns, author, date }
}

/// Reads `source`, turns each record into a result by `work`, and writes the results to where `target` says.
///
/// What is written at once is whole results, some times a second, so that whoever stops a run keeps what it had. Only an
/// end in the midst of such a write can cut a line.
fn write<T: Send>(
    source: Source,
    target: args::Output,
    work: impl Fn(Record) -> T + Sync,
    output: &dyn Output<T>,
) -> Result<Failures, Error> {
    let name = target.name();
    let failed = |error| Error::Write { file: name.clone(), source: error };
    let pool = parallel::pool(target.threads)?;
    refuse_same_file(&source, target.output.as_deref())?;
    let mut sink: Box<dyn Write> = match &target.output {
        Some(path) => Box::new(File::create(path).map_err(failed)?),
        None => Box::new(io::stdout().lock()),
    };

    if io::stdin().is_terminal() && source.files.iter().any(|path| is_standard_input(path)) {
        let _ = writeln!(io::stderr().lock(), "Reading from the terminal; Ctrl-D ends the text.");
    }
    let read = Arc::new(AtomicU64::new(0));
    let wanted = io::stderr().is_terminal() && (target.output.is_some() || !io::stdout().is_terminal());
    let mut progress = Progress::new(source.len(), wanted, Arc::clone(&read));
    let mut failures = 0;

    put(&mut *sink, &output.head().map_err(failed)?).map_err(failed)?;
    parallel::each(
        move |push| source.read(&read, push),
        &pool,
        |record| output.item(&work(record)).map_err(failed),
        |batch| {
            let mut documents = 0;
            let mut bytes = Vec::new();
            for result in batch {
                match result {
                    Ok(item) => {
                        documents += 1;
                        bytes.extend(item);
                    }
                    Err(error) => {
                        failures += 1;
                        progress.say(&format!("error: {error}"));
                    }
                }
            }
            put(&mut *sink, &bytes).map_err(failed)?;
            progress.advance(documents);
            Ok(())
        },
    )?;
    put(&mut *sink, &output.foot().map_err(failed)?).map_err(failed)?;
    Ok(failures)
}

fn put(sink: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    sink.write_all(bytes)?;
    sink.flush()
}

/// Fails where what is written, by whatever name, is one of the files that are read.
fn refuse_same_file(source: &Source, output: Option<&Path>) -> Result<(), Error> {
    let is_file = |handle: &Handle| handle.as_file().metadata().is_ok_and(|data| data.is_file());
    let written = match output {
        Some(path) => file(path),
        None => Handle::stdout().ok().filter(is_file),
    };
    let Some(written) = written else { return Ok(()) };
    let read = |path: &&PathBuf| if is_standard_input(path) { Handle::stdin().ok() } else { file(path) };
    match source.files.iter().find(|path| read(path).is_some_and(|read| read == written)) {
        Some(path) => Err(Error::SameFile { file: input::name(path) }),
        None => Ok(()),
    }
}

/// The file at `path`, if there is one. Nothing else is opened: a named pipe would wait, and then be closed.
fn file(path: &Path) -> Option<Handle> {
    path.metadata().ok().filter(|data| data.is_file()).and_then(|_| Handle::from_path(path).ok())
}

impl args::Output {
    /// What the output is called in messages.
    fn name(&self) -> String {
        self.output.as_ref().map_or_else(|| "standard output".to_owned(), |path| path.display().to_string())
    }

    /// The ending of the output file, in lower case; empty where the file has none, `None` on standard output.
    fn ending(&self) -> Option<String> {
        let ending = self.output.as_ref()?.extension().unwrap_or_default();
        Some(ending.to_string_lossy().to_ascii_lowercase())
    }
}
