//! Scores on the annotated corpora, by the corpora's own scorers.

use std::collections::{HashMap, HashSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use notaverbale::{Analyzer, Metadata, SentenceSplitter};
use serde_json::Value;

use crate::corpus::{Corpora, Error, Text};
use crate::train::attribution::READOUTS;

/// Readouts in which nearly every sentence is a statement: first-person texts, transcripts, joint statements, KCNA.
const EVERY_SENTENCE: [&str; 5] = ["us-statement", "press-remarks", "joint-statement", "korea", "qa"];

/// A score, with the name of the set and the measure.
#[derive(Clone, Debug)]
pub struct Score {
    /// Which texts.
    pub set: String,
    /// Which measure.
    pub measure: &'static str,
    /// Percent, or a count of cases.
    pub value: f64,
}

/// Analyzes the corpora and returns every score, in a fixed order. Predictions are left in `folder`.
///
/// # Errors
/// A corpus is missing or a scorer fails.
pub fn evaluate(corpora: &Corpora, folder: &Path) -> Result<Vec<Score>, Error> {
    let mut scores = sentences(corpora, folder)?;
    scores.extend(crate::treebank::scores(corpora)?);
    scores.extend(crate::coreference::scores(corpora)?);
    scores.extend(statements(corpora, folder, &Analyzer::default())?);
    Ok(scores)
}

/// Every score of statements and stances by one analyzer.
///
/// # Errors
/// As [`evaluate`].
pub fn statements(corpora: &Corpora, folder: &Path, analyzer: &Analyzer) -> Result<Vec<Score>, Error> {
    let mut scores = readouts(corpora, folder, &|text| analyzed(text, analyzer))?;
    scores.extend(by_source(corpora, analyzer)?);
    scores.extend(polnear(corpora, folder, analyzer)?);
    Ok(scores)
}

/// The scores of readouts, each of which is analyzed by the analyzer that did not see it; `analyzers` are those of the
/// folds of [`crate::train::attribution`].
///
/// # Errors
/// As [`evaluate`].
pub fn held_out(corpora: &Corpora, folder: &Path, analyzers: &[Analyzer]) -> Result<Vec<Score>, Error> {
    let texts = corpora.texts(&READOUTS)?;
    let numbers: HashMap<String, usize> =
        texts.into_iter().enumerate().map(|(number, text)| (text.id, number)).collect();
    let own = |text: &Text| &analyzers[numbers.get(&text.id).copied().unwrap_or(0) % analyzers.len()];
    readouts(corpora, folder, &|text| analyzed(text, own(text)))
}

fn sentences(corpora: &Corpora, folder: &Path) -> Result<Vec<Score>, Error> {
    let mut scores = Vec::new();
    for set in ["golden-en", "hard-dev", "ewt-dev", "gum-dev"] {
        let gold = format!("sentences/{set}.jsonl");
        let texts = corpora.texts(&[&gold])?;
        let predicted = folder.join(format!("{set}.jsonl"));
        let splitter = SentenceSplitter::default();
        write(&predicted, &texts, |text| {
            let map = notaverbale::OffsetMap::new(&text.text);
            let point = |byte| map.to_code_point(&text.text, byte);
            let spans: Vec<[usize; 2]> = splitter
                .split(&text.text)
                .iter()
                .map(|sentence| [point(sentence.span.start), point(sentence.span.end)])
                .collect();
            serde_json::json!({"id": text.id, "sentences": spans})
        })?;
        let gold = corpora.path(&gold);
        let json = score(corpora, "score_sentences.py", &[gold.as_path(), &predicted, Path::new("--json")])?;
        let mut add = |measure, value| scores.push(Score { set: set.into(), measure, value });
        if set == "golden-en" || set == "hard-dev" {
            add("cases right", number(&json, &["cases_right"]));
        }
        add("boundary F1", 100.0 * number(&json, &["boundary", "f1"]));
        add("coverage", 100.0 * number(&json, &["coverage"]));
    }
    Ok(scores)
}

/// What an analysis of a text says.
type Analysis<'a> = &'a dyn Fn(&Text) -> Value;

fn readouts(corpora: &Corpora, folder: &Path, analysis: Analysis) -> Result<Vec<Score>, Error> {
    let mut scores = Vec::new();
    let sets: [(&str, &[&str]); 4] = [
        ("seed", &["readouts/seed.gold.jsonl"]),
        ("dev", &["readouts/dev.gold.jsonl"]),
        ("style-dev", &["readouts/style-dev.gold.jsonl"]),
        ("dev + style-dev", &["readouts/dev.gold.jsonl", "readouts/style-dev.gold.jsonl"]),
    ];
    for (set, files) in sets {
        let paths: Vec<PathBuf> = files.iter().map(|file| corpora.path(file)).collect();
        scores.extend(readout_set(corpora, folder, set, &corpora.texts(files)?, &paths, analysis)?);
    }
    // The sentences that are statements only by a cue are told apart from texts that are statements throughout.
    let (gold, kept) = without_every_sentence(corpora, folder)?;
    let texts: Vec<Text> = corpora
        .texts(&["readouts/dev.gold.jsonl"])?
        .into_iter()
        .filter(|text| kept.contains(&text.id))
        .collect();
    scores.extend(readout_set(corpora, folder, "dev, reports only", &texts, &[gold], analysis)?);
    Ok(scores)
}

/// How often the speaker is right, by the kind of source.
fn by_source(corpora: &Corpora, analyzer: &Analyzer) -> Result<Vec<Score>, Error> {
    let mut counts = crate::speakers::Counts::default();
    for name in ["readouts/dev.gold.jsonl", "readouts/style-dev.gold.jsonl"] {
        let path = corpora.path(name);
        let lines = std::fs::read_to_string(&path).map_err(|source| Error::File { path, source })?;
        for value in lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
            let mut metadata = Metadata::default();
            metadata.author = value["author"].as_str().map(str::to_owned);
            let document = analyzer.analyze_with(value["text"].as_str().unwrap_or_default(), &metadata);
            counts.add(&document, &value);
        }
    }
    Ok(counts.scores("dev + style-dev"))
}

/// Writes the gold of the readouts that are reports, and returns the file and their ids.
fn without_every_sentence(corpora: &Corpora, folder: &Path) -> Result<(PathBuf, HashSet<String>), Error> {
    let source = corpora.path("readouts/dev.gold.jsonl");
    let lines =
        std::fs::read_to_string(&source).map_err(|error| Error::File { path: source, source: error })?;
    let path = folder.join("reports.gold.jsonl");
    let mut kept = HashSet::new();
    let mut gold = String::new();
    for line in lines.lines() {
        let value: Value = serde_json::from_str(line).unwrap_or_default();
        let style = value["style"].as_str().unwrap_or("");
        let own_words = !value["author"].is_null() || EVERY_SENTENCE.contains(&style);
        if let Some(id) = value["id"].as_str().filter(|_| !own_words) {
            kept.insert(id.to_owned());
            gold.push_str(line);
            gold.push('\n');
        }
    }
    std::fs::write(&path, gold).map_err(|source| Error::File { path: path.clone(), source })?;
    Ok((path, kept))
}

fn readout_set(
    corpora: &Corpora,
    folder: &Path,
    set: &str,
    texts: &[Text],
    gold: &[PathBuf],
    analysis: Analysis,
) -> Result<Vec<Score>, Error> {
    let predicted = folder.join(format!("{}.jsonl", set.replace([' ', ',', '+'], "-")));
    write(&predicted, texts, analysis)?;
    let gold = gold.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(",");
    let json = score(corpora, "score_readouts.py", &[Path::new(&gold), &predicted, Path::new("--json")])?;
    let mut scores = Vec::new();
    let mut add =
        |measure, path: &[&str]| scores.push(Score { set: set.into(), measure, value: number(&json, path) });
    add("content F1", &["statements", "content", "f1"]);
    add("joint F1", &["statements", "joint", "f1"]);
    add("who-what F1", &["statements", "who-what", "f1"]);
    add("speaker, of matched", &["statements", "speaker", "matched"]);
    add("party, of matched", &["statements", "party", "matched"]);
    add("stance expression F1", &["stances", "expression", "f1"]);
    add("stance F1", &["stances", "stance", "f1"]);
    add("position F1", &["stances", "position", "f1"]);
    Ok(scores)
}

fn polnear(corpora: &Corpora, folder: &Path, analyzer: &Analyzer) -> Result<Vec<Score>, Error> {
    let texts = corpora.texts(&["polnear/dev.jsonl"])?;
    let predicted = folder.join("polnear-dev.jsonl");
    write(&predicted, &texts, |text| analyzed(text, analyzer))?;
    let out = folder.join("polnear-dev.score.json");
    let gold = corpora.path("polnear/dev.jsonl");
    run(corpora, "score_attribution.py", &[gold.as_path(), &predicted, Path::new("--json"), &out])?;
    let json = std::fs::read_to_string(&out).map_err(|source| Error::File { path: out, source })?;
    let json: Value = serde_json::from_str(&json).unwrap_or_default();
    let add = |measure, path: &[&str]| Score {
        set: "PolNeAR dev".into(),
        measure,
        value: 100.0 * number(&json, path),
    };
    Ok(vec![
        add("joint P", &["joint", "p"]),
        add("joint R", &["joint", "r"]),
        add("joint F1", &["joint", "f1"]),
        add("content overlap F1", &["content", "overlap", "f1"]),
        add("content token F1", &["tokens", "content", "f1"]),
        add("joint R, direct", &["by_type", "direct", "joint_recall"]),
        add("joint R, mixed", &["by_type", "mixed", "joint_recall"]),
        add("joint R, indirect", &["by_type", "indirect", "joint_recall"]),
    ])
}

fn analyzed(text: &Text, analyzer: &Analyzer) -> Value {
    let mut metadata = Metadata::default().id(&text.id);
    metadata.author.clone_from(&text.author);
    let document = analyzer.analyze_with(&text.text, &metadata);
    serde_json::to_value(document.record()).unwrap_or_default()
}

fn write(path: &Path, texts: &[Text], line: impl Fn(&Text) -> Value) -> Result<(), Error> {
    let error = |source| Error::File { path: path.to_owned(), source };
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).map_err(error)?);
    for text in texts {
        writeln!(file, "{}", line(text)).map_err(error)?;
    }
    file.flush().map_err(error)
}

fn score(corpora: &Corpora, scorer: &str, arguments: &[&Path]) -> Result<Value, Error> {
    let out = run(corpora, scorer, arguments)?;
    serde_json::from_str(&out)
        .map_err(|error| Error::Scorer { scorer: scorer.into(), message: error.to_string() })
}

fn run(corpora: &Corpora, scorer: &str, arguments: &[&Path]) -> Result<String, Error> {
    let failed = |message: String| Error::Scorer { scorer: scorer.into(), message };
    let output = Command::new("python3")
        .arg(corpora.tool(scorer))
        .args(arguments)
        .output()
        .map_err(|error| failed(error.to_string()))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(failed(String::from_utf8_lossy(&output.stderr).into_owned()))
    }
}

fn number(json: &Value, path: &[&str]) -> f64 {
    path.iter().fold(json, |value, key| &value[*key]).as_f64().unwrap_or(f64::NAN)
}
