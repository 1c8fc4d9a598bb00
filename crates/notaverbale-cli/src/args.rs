//! What a user can type.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::input::Kind;
use crate::output::csv::Rows;

const EXAMPLES: &str = "\
Examples:
  notaverbale analyze readout.txt                       both tables, on the terminal
  notaverbale analyze *.txt --format html --output readouts.html
  notaverbale analyze archive.jsonl --format csv > stances.csv
  notaverbale analyze archive.csv --column body --id-column url --date-column published
  notaverbale sentences readout.txt
  notaverbale parse readout.txt > readout.conllu
  cat readout.txt | notaverbale analyze --author 'Foreign Ministry of Norland'";

const ANALYZE_EXAMPLES: &str = "\
Examples:
  notaverbale analyze readout.txt
  notaverbale analyze archive.jsonl --format csv --rows statements --output statements.csv
  notaverbale analyze archive.csv --column body --id-column url --date-column published
  notaverbale analyze *.txt --aliases aliases.csv --parties parties.csv
  notaverbale analyze *.txt --expressions expressions.csv
  zcat archive.jsonl.gz | notaverbale analyze --input jsonl --threads 8 > archive.analyzed.jsonl

Input is read as its file's ending says: .jsonl and .ndjson hold one object a line with the keys \"text\" and, where \
known, \"id\", \"author\" and \"date\"; .csv and .tsv begin with a header row; anything else is one text. Offsets in \
every output are code points, counted from 0, half open.

A record that can't be read is reported on standard error with its file and line, and the rest goes on. The exit \
status is 0 when all was read and written, 1 when something failed, 2 when the arguments, or the files of --aliases, \
--parties and --expressions, make no sense; where the reader of the output goes away (| head), it is 0. Results are \
written as they come: a run that is stopped keeps what it had.";

const SENTENCES_EXAMPLES: &str = "\
Examples:
  notaverbale sentences readout.txt
  notaverbale sentences archive.jsonl --format csv --output sentences.csv
  notaverbale sentences --quotations whole --line-breaks always --abbreviation Verw. notes.txt";

const PARSE_EXAMPLES: &str = "\
Examples:
  notaverbale parse readout.txt
  notaverbale parse archive.jsonl --threads 8 --output archive.conllu

The output is CoNLL-U (https://universaldependencies.org/format.html): a block for each sentence; for each word its \
form, lemma, universal and Penn Treebank part of speech, head and relation; an empty line behind each sentence.";

/// Reads diplomatic readouts and political news and returns who said what, and with what stance.
#[derive(Debug, Parser)]
#[command(name = "notaverbale", bin_name = "notaverbale", version)]
#[command(after_help = EXAMPLES, max_term_width = 110)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find statements and stances: who said what, and with what stance
    #[command(after_help = ANALYZE_EXAMPLES)]
    Analyze(Analyze),
    /// Split texts into sentences
    #[command(after_help = SENTENCES_EXAMPLES)]
    Sentences(Sentences),
    /// Tag and parse texts: parts of speech, lemmas and dependencies, as CoNLL-U
    #[command(after_help = PARSE_EXAMPLES)]
    Parse(Parse),
}

#[derive(Debug, Args)]
pub struct Analyze {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub metadata: Metadata,
    /// What to write [default: by the ending of --output; else table on a terminal, jsonl anywhere else]
    #[arg(long, short, value_enum)]
    pub format: Option<AnalyzeFormat>,
    /// Which of the two tables CSV holds
    #[arg(long, value_enum, default_value_t = Rows::Stances)]
    pub rows: Rows,
    /// How statements are found
    #[arg(long, value_enum, default_value_t = Attribution::Learned)]
    pub attribution: Attribution,
    /// Leave out statements of less confidence, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share)]
    pub min_confidence: f32,
    #[command(flatten)]
    pub names: Names,
    /// A CSV file with the columns pattern and act, and any of polarity, strength, frame, target, addressee, cameo,
    /// plover and pos: entries for the stance lexicon, each in place of those of its pattern; the act assert makes its
    /// pattern silent
    #[arg(long, value_name = "FILE")]
    pub expressions: Option<PathBuf>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Sentences {
    #[command(flatten)]
    pub input: Input,
    /// What to write [default: by the ending of --output; else table on a terminal, jsonl anywhere else]
    #[arg(long, short, value_enum)]
    pub format: Option<SentencesFormat>,
    /// What becomes of a quotation of several sentences
    #[arg(long, value_enum, default_value_t = Quotations::Split)]
    pub quotations: Quotations,
    /// Where single line breaks end sentences
    #[arg(long, value_enum, default_value_t = LineBreaks::Layout)]
    pub line_breaks: LineBreaks,
    /// An abbreviation of your own, whose stop ends no sentence; may be given several times
    #[arg(long = "abbreviation", value_name = "FORM")]
    pub abbreviations: Vec<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Parse {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub output: Output,
}

/// Where texts come from; the same for each command.
#[derive(Debug, Args)]
pub struct Input {
    /// Files to read; none, or -, is standard input
    pub files: Vec<PathBuf>,
    /// What the files hold [default: by each file's ending; text for standard input]
    #[arg(long, short, value_enum, value_name = "KIND")]
    pub input: Option<Kind>,
    /// The CSV column that holds the text
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub column: String,
    /// The CSV column that names each document [default: id, where there is one; else the row's number]
    #[arg(long, value_name = "NAME")]
    pub id_column: Option<String>,
}

/// What is known of the texts beside their words.
#[derive(Debug, Args)]
pub struct Metadata {
    /// The CSV column that says who wrote a first-person text [default: author, where there is one]
    #[arg(long, value_name = "NAME")]
    pub author_column: Option<String>,
    /// The CSV column that holds the date [default: date, where there is one]
    #[arg(long, value_name = "NAME")]
    pub date_column: Option<String>,
    /// Who wrote the texts whose record does not say so
    #[arg(long, value_name = "NAME")]
    pub author: Option<String>,
    /// The date of the texts whose record does not say so
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
}

/// What is known of names beside the texts.
#[derive(Debug, Args)]
pub struct Names {
    /// A CSV file with the columns alias and name: other names of people, each with the name that results show
    #[arg(long, value_name = "FILE")]
    pub aliases: Option<PathBuf>,
    /// A CSV file with the columns name and party: the parties of people and bodies, whatever the texts say, and of
    /// single words (Ruritanian,Ruritania)
    #[arg(long, value_name = "FILE")]
    pub parties: Option<PathBuf>,
}

/// Where results go; the same for each command.
#[derive(Debug, Args)]
pub struct Output {
    /// How many threads analyze [default: as many as the machine has]
    #[arg(long, short = 'j', value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    /// The file to write, in place of standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AnalyzeFormat {
    /// Both tables of each document, for people
    Table,
    /// One JSON object a document, with every offset
    Jsonl,
    /// One table over all documents; see --rows
    Csv,
    /// A page that shows the texts with statements and stances marked
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SentencesFormat {
    /// The sentences, numbered, for people
    Table,
    /// One JSON object a document, with the offsets
    Jsonl,
    /// A row for each sentence, with its words
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Attribution {
    /// By a model that was learned from annotated news and readouts
    Learned,
    /// By rules over lexicons alone: faster, finds less
    Rules,
}

impl From<Attribution> for notaverbale::Attribution {
    fn from(attribution: Attribution) -> Self {
        match attribution {
            Attribution::Learned => Self::Learned,
            Attribution::Rules => Self::Rules,
        }
    }
}

fn share(typed: &str) -> Result<f32, String> {
    let share = typed.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| "expected a number from 0 to 1".to_owned())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Quotations {
    /// It is split
    Split,
    /// It stays in one sentence, up to 2,000 bytes
    Whole,
}

impl From<Quotations> for notaverbale::Quotations {
    fn from(quotations: Quotations) -> Self {
        match quotations {
            Quotations::Split => Self::Split,
            Quotations::Whole => Self::Whole,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LineBreaks {
    /// Before list items and turn labels, after headings
    Layout,
    /// Everywhere
    Always,
    /// Nowhere; a blank line still ends one
    Never,
}

impl From<LineBreaks> for notaverbale::LineBreaks {
    fn from(line_breaks: LineBreaks) -> Self {
        match line_breaks {
            LineBreaks::Layout => Self::Layout,
            LineBreaks::Always => Self::Always,
            LineBreaks::Never => Self::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_are_consistent() {
        super::Cli::command().debug_assert();
    }
}
