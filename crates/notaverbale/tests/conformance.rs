//! The cases under `tests/cases`, which Python runs too: what the annotation guideline says of a short text.
//!
//! A case that is known to go wrong has a `fixme` that says why; it has to go wrong, so that a cure is noticed.
#![allow(clippy::unwrap_used)]

mod support;

use std::collections::HashSet;

use notaverbale::{Analyzer, Document, Metadata, Span};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use support::laws;

/// One line of a case file. What a case does not name is not compared.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    author: Option<String>,
    fixme: Option<String>,
    tokens: Option<Vec<Value>>,
    /// Word, lemma, part of speech, number of the head in the text from 1 (0 for a root), relation.
    tree: Option<Vec<Value>>,
    sentences: Option<Vec<Value>>,
    statements: Option<Vec<Value>>,
    stances: Option<Vec<Value>>,
    /// Whose words they are, for some of the statements: content, speaker, party and, where there is one stance, its holder.
    speakers: Option<Vec<Value>>,
}

/// The spans of `points`, each with the words that stand there.
fn with_words(text: &[char], points: &Value) -> Value {
    let Some(points) = points.as_array() else { return Value::Null };
    let words = |span: &Value| {
        let (start, end) = (span[0].as_u64().unwrap() as usize, span[1].as_u64().unwrap() as usize);
        json!([start, end, text[start..end].iter().collect::<String>()])
    };
    points.iter().map(words).collect()
}

/// The document's tokens and trees, and the record's sentences, statements and stances, in the shape of the cases.
fn found(document: &Document) -> [Vec<Value>; 5] {
    let text: Vec<char> = document.text().chars().collect();
    let record = serde_json::to_value(document.record()).unwrap();
    let points: Value =
        document.tokens().iter().map(|token| json!(document.code_points(token.span))).collect();
    let tokens = with_words(&text, &points).as_array().unwrap().clone();
    let tree = document.tokens().iter().map(|token| {
        let head = token.head.map_or(0, |head| head + 1);
        json!([
            token.span.text(document.text()),
            token.lemma,
            token.upos.as_str(),
            head,
            token.deprel.as_str()
        ])
    });
    let tree = tree.collect();
    let sentences = with_words(&text, &record["sentences"]).as_array().unwrap().clone();
    let (mut statements, mut stances) = (Vec::new(), Vec::new());
    for (number, statement) in record["statements"].as_array().unwrap().iter().enumerate() {
        let mut shaped = statement.as_object().unwrap().clone();
        for stance in shaped.remove("stances").unwrap().as_array().unwrap() {
            let mut stance = stance.as_object().unwrap().clone();
            stance.insert("statement".to_owned(), number.into());
            spans_with_words(&text, &mut stance, &["expression", "target"]);
            stances.push(Value::Object(stance));
        }
        spans_with_words(&text, &mut shaped, &["source", "cue", "content"]);
        statements.push(Value::Object(shaped));
    }
    [tokens, tree, sentences, statements, stances]
}

fn spans_with_words(text: &[char], row: &mut Map<String, Value>, keys: &[&str]) {
    for &key in keys {
        row[key] = with_words(text, &row[key]);
    }
}

/// What differs between the rows that a case expects and those found, a line for each value.
fn differences(what: &str, expected: &[Value], found: &[Value]) -> Vec<String> {
    let mut lines = Vec::new();
    for number in 0..expected.len().max(found.len()) {
        match (expected.get(number), found.get(number)) {
            (Some(Value::Object(expected)), Some(Value::Object(found))) => {
                for (key, value) in expected.iter().filter(|(key, value)| found.get(*key) != Some(value)) {
                    let got = found.get(key).unwrap_or(&Value::Null);
                    lines.push(format!("  {what} {number}, {key}: expected {value}, found {got}"));
                }
            }
            (expected, found) if expected != found => {
                let show = |row: Option<&Value>| row.map_or("none".to_owned(), Value::to_string);
                lines.push(format!("  {what} {number}: expected {}, found {}", show(expected), show(found)));
            }
            _ => {}
        }
    }
    lines
}

/// For each expected speaker the statement with that content, in the shape of the case.
fn speakers(document: &Document, expected: &[Value]) -> Vec<Value> {
    let find = |row: &Value| {
        let content = |spans: &[Span]| document.words(spans);
        let mut all = document.statements().iter();
        let Some(statement) = all.find(|one| content(&one.content) == row["content"].as_str().unwrap())
        else {
            return Value::Null;
        };
        let mut found = json!({
            "content": row["content"], "speaker": statement.speaker, "party": statement.party,
        });
        if row.get("holder").is_some() {
            let holders: Vec<_> = statement.stances.iter().map(|stance| stance.holder.as_deref()).collect();
            found["holder"] = holders.first().copied().flatten().into();
        }
        found
    };
    expected.iter().map(find).collect()
}

fn check_file(name: &str) {
    let path = support::folder("cases").join(name);
    let file = support::read(&path);
    let analyzer = Analyzer::default();
    let mut names = HashSet::new();
    let mut problems = Vec::new();
    for (number, line) in file.lines().enumerate() {
        let place = format!("{name}, line {}", number + 1);
        let case: Case = serde_json::from_str(line).unwrap_or_else(|error| panic!("{place}: {error}"));
        assert!(names.insert(case.name.clone()), "{place}: {:?} names two cases", case.name);
        let mut metadata = Metadata::default();
        metadata.author = case.author;
        let document = analyzer.analyze_with(&case.text, &metadata);
        laws::check_document(&document);
        let expected = [
            ("token", case.tokens),
            ("word", case.tree),
            ("sentence", case.sentences),
            ("statement", case.statements),
            ("stance", case.stances),
        ];
        let speakers = case.speakers.map(|rows| differences("speaker", &rows, &speakers(&document, &rows)));
        assert!(
            speakers.is_some() || expected.iter().any(|(_, rows)| rows.is_some()),
            "{place}: {:?} expects nothing",
            case.name
        );
        let lines: Vec<String> = expected
            .iter()
            .zip(found(&document))
            .filter_map(|((what, rows), found)| Some(differences(what, rows.as_ref()?, &found)))
            .flatten()
            .chain(speakers.into_iter().flatten())
            .collect();
        match (case.fixme, lines.is_empty()) {
            (None, false) => {
                problems.push(format!("{place}, {}: {:?}\n{}", case.name, case.text, lines.join("\n")));
            }
            (Some(why), true) => {
                problems.push(format!("{place}, {}: right now, so take out its `fixme` ({why})", case.name))
            }
            _ => {}
        }
    }
    assert!(problems.is_empty(), "{} of {} cases:\n{}", problems.len(), names.len(), problems.join("\n"));
}

#[test]
fn tokens() {
    check_file("tokens.jsonl");
}

#[test]
fn trees() {
    check_file("trees.jsonl");
}

#[test]
fn sentences() {
    check_file("sentences.jsonl");
}

#[test]
fn statements() {
    check_file("statements.jsonl");
}

#[test]
fn speakers_and_parties() {
    check_file("speakers.jsonl");
}

#[test]
fn stances() {
    check_file("stances.jsonl");
}

#[test]
fn every_case_file_is_run() {
    let files = support::files("cases", "jsonl");
    let names: Vec<_> = files.iter().filter_map(|path| path.file_name()?.to_str()).collect();
    assert_eq!(
        names,
        [
            "sentences.jsonl",
            "speakers.jsonl",
            "stances.jsonl",
            "statements.jsonl",
            "tokens.jsonl",
            "trees.jsonl"
        ]
    );
}
