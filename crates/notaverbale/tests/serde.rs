//! What serde stores comes back, and what it reads from others is a document or an error.
#![allow(clippy::unwrap_used)]

mod support;

use std::fmt::Debug;

use notaverbale::{
    Act, Analyzer, Attribution, Dependency, Deprel, Document, Kind, Layout, LineBreaks, MemberKind,
    MentionForm, Metadata, Parser, Polarity, Quotations, Span, StanceExpression, Strength, Tokenizer, Upos,
    Xpos, table,
};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A text with everything that a document can hold.
const TEXT: &str = "OSLO, May 2 (NTB) -- Foreign Minister Ana Lima of Brazil said that Brazil firmly supports the “new” \
ceasefire. “It must last. We won’t wait,” she told Peru’s envoy.\n\nPeru thanked Chile for its help and urged it to stay.";

fn document() -> Document {
    Analyzer::default().analyze_with(TEXT, &Metadata::default().id("note").author(""))
}

#[track_caller]
fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
}

/// The label is stored by the name that tables show.
#[track_caller]
fn check_names<T: Copy + Serialize + DeserializeOwned + PartialEq + Debug>(
    all: &[T],
    name: fn(T) -> &'static str,
) {
    for &one in all {
        assert_eq!(serde_json::to_value(one).unwrap(), name(one));
        check(&one);
    }
}

#[test]
fn every_value_comes_back() {
    let document = document();
    check(&document);
    check(&document.sentences().to_vec());
    check(&document.cast().to_vec());
    check(&document.statements().to_vec());
    check(&document.tokens().to_vec());
    check(&document.statement_rows().collect::<Vec<table::StatementRow>>());
    check(&document.stance_rows().collect::<Vec<table::StanceRow>>());
    check(&Layout::new(TEXT));
    check(&Metadata::default().date("2 May"));
    check::<Vec<Dependency>>(&Parser::embedded().parse(TEXT, &Tokenizer::default().spans(TEXT)));
    check(&StanceExpression::new("SV ~ misgivings", Act::Concern).frame("pp:about").target("pp:about"));
    check(&[Attribution::Learned, Attribution::Rules]);
}

#[test]
fn labels_are_stored_by_their_names() {
    check_names(Act::ALL, Act::as_str);
    check_names(Kind::ALL, Kind::as_str);
    check_names(LineBreaks::ALL, LineBreaks::as_str);
    check_names(MemberKind::ALL, MemberKind::as_str);
    check_names(MentionForm::ALL, MentionForm::as_str);
    check_names(Polarity::ALL, Polarity::as_str);
    check_names(Quotations::ALL, Quotations::as_str);
    check_names(Strength::ALL, Strength::as_str);
    check_names(Upos::ALL, Upos::as_str);
    check_names(&[Deprel::ROOT, Deprel::PARATAXIS], |label| label.as_str());
    check_names(&[Xpos::from_name("PRP$").unwrap()], |label| label.as_str());
}

#[test]
fn values_that_are_none_are_refused() {
    let message = |error: serde_json::Error| error.to_string();
    let relation = serde_json::from_value::<Deprel>(json!("subj")).map_err(message);
    assert_eq!(relation, Err(r#""subj", expected a relation of Universal Dependencies"#.to_owned()));
    let tag = serde_json::from_value::<Xpos>(json!("VVV")).map_err(message);
    assert_eq!(tag, Err(r#""VVV", expected a tag of the Penn Treebank"#.to_owned()));
    let entry = serde_json::from_value::<StanceExpression>(json!({"pattern": "cry foul", "act": "grumble"}));
    assert!(
        message(entry.unwrap_err())
            .starts_with(r#"expression "cry foul": act "grumble", expected support, "#)
    );
}

/// The JSON of a stored document, so that it does not change unnoticed.
#[test]
fn the_json_of_a_document_stays() {
    let text = support::read(&support::folder("texts").join("note.txt"));
    let document = Analyzer::default().analyze_with(&text, &Metadata::default().id("note"));
    let found = serde_json::to_string_pretty(&document).unwrap() + "\n";
    let path = support::folder("snapshots").join("note.json");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    assert_eq!(support::read(&path), found);
}

/// Puts a value in a place of the stored document, and reads it.
#[track_caller]
fn check_refused(place: &str, value: Value, expected: &str) {
    let mut stored = serde_json::to_value(document()).unwrap();
    *stored.pointer_mut(place).unwrap() = value;
    let error = serde_json::from_value::<Document>(stored).unwrap_err().to_string();
    assert_eq!(error, format!("not a document: {expected}"));
}

#[test]
fn a_document_that_lies_is_refused() {
    let span = |start: usize, end: usize| json!({"start": start, "end": end});
    check_refused("/dateline", span(0, 999), "dateline 0..999 does not fit the text");
    check_refused("/sentences/1/span", span(3, 9), "sentence 3..9 begins before byte 114");
    check_refused("/sentences/3/span", span(183, 231), r#"no sentence holds "\n\nPeru ""#);
    check_refused("/sentences/3/span", span(177, 231), "sentence 177..231 begins or ends with white space");
    check_refused("/sentences/0/paragraph", json!(7), "paragraphs of sentences are out of order");
    check_refused("/cast/0/name", json!(""), "member 0 has no name");
    check_refused("/cast/0/mentions/0/span", span(7, 7), "mention 7..7 does not fit the text");
    let statement = |key: &str, value: Value, expected: &str| {
        check_refused(&format!("/statements/0/{key}"), value, &format!("statement 0: {expected}"));
    };
    statement("content", json!([]), "no content");
    statement("confidence", json!(1.5), "confidence 1.5 is not from 0 to 1");
    statement("member", json!(99), "no member 99 in the cast");
    statement("speaker", json!(null), "speaker and member, one without the other");
    statement("continues", json!(1), "can't go on with statement 1");
    statement("continued", json!(true), "goes on with another, and has source or cue");
    statement("stances/0/expression", json!([]), "no expression");
    // A byte inside of a letter.
    statement("cue/0", span(139, 142), "cue 139..142 does not fit the text");
}

/// The places of all values in a value.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(at, value)| places(value, &format!("{here}/{at}"), found));
        }
        Value::Object(values) => {
            values.iter().for_each(|(key, value)| places(value, &format!("{here}/{key}"), found));
        }
        _ => {}
    }
}

/// What a stored value is damaged by.
fn damage() -> impl Strategy<Value = Value> {
    prop_oneof![
        6 => (0..300_u64).prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => (0.0..1.5).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => ".{0,9}".prop_map(Value::from),
        1 => Just(json!(null)),
        1 => Just(json!([])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a stored document, what is read keeps the promises of a document, and nothing panics.
    #[test]
    fn a_damaged_document_is_refused_or_whole(
        damages in prop::collection::vec((any::<prop::sample::Index>(), damage(), any::<bool>()), 1..4),
    ) {
        static STORED: std::sync::LazyLock<Value> = std::sync::LazyLock::new(|| serde_json::to_value(document()).unwrap());
        let mut stored = STORED.clone();
        for (at, value, twice) in damages {
            let mut all = Vec::new();
            places(&stored, "", &mut all);
            let place = stored.pointer_mut(&all[at.index(all.len())]).unwrap();
            match place {
                // A second copy of a row, or one that is gone.
                Value::Array(rows) if twice => rows.extend(rows.first().cloned()),
                Value::Array(rows) => drop(rows.pop()),
                _ => *place = value,
            }
        }
        if let Ok(document) = serde_json::from_value::<Document>(stored) {
            check_promises(&document);
        }
    }
}

/// What the documentation of a document's methods promises, and that none of them panics.
fn check_promises(document: &Document) {
    let text = document.text();
    let fits = |span: Span| assert!(!span.is_empty() && text.get(span.range()).is_some(), "{span:?} fits");
    document.dateline().into_iter().for_each(fits);
    let mut end = 0;
    for sentence in document.sentences() {
        fits(sentence.span);
        assert!(text[end..sentence.span.start].trim().is_empty());
        end = sentence.span.end;
    }
    assert!(text[end..].trim().is_empty());
    document.cast().iter().flat_map(|member| &member.mentions).for_each(|mention| fits(mention.span));
    let mut first = 0;
    for statement in document.statements() {
        let spans = statement.source.iter().chain(&statement.cue).chain(&statement.content);
        spans.chain(&statement.mention).copied().for_each(fits);
        assert!(first <= statement.content[0].start);
        first = statement.content[0].start;
        statement.member.into_iter().for_each(|member| assert!(member < document.cast().len()));
        statement.continues.into_iter().for_each(|cued| assert!(!document.statements()[cued].continued));
        let mut first = 0;
        for stance in &statement.stances {
            stance.expression.iter().chain(&stance.target).copied().for_each(fits);
            assert!(first <= stance.expression[0].start);
            first = stance.expression[0].start;
        }
    }
    check(document);
    support::laws::check_record(document);
    support::laws::check_tables(document);
    support::laws::check_trees(text, document.sentences(), document.tokens());
    support::laws::check_conllu(document);
}
