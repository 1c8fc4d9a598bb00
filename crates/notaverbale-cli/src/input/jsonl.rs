//! JSON Lines: one object a line.

use std::io::{self, BufRead};

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Record, Sink, encoding};
use crate::error::Error;

const EXPECTED: &str = r#"a JSON object with "text""#;

/// The keys that are read. Values stay raw, so that an id of twenty digits keeps every digit.
#[derive(Deserialize)]
struct Line<'l> {
    #[serde(borrow)]
    id: Option<&'l RawValue>,
    #[serde(borrow)]
    text: Option<&'l RawValue>,
    #[serde(borrow)]
    author: Option<&'l RawValue>,
    #[serde(borrow)]
    date: Option<&'l RawValue>,
}

/// Reads a record a line; empty lines hold none. A missing id is the line's number, counted from 1.
pub fn read(file: &mut impl BufRead, name: &str, sink: Sink<'_>) -> io::Result<bool> {
    if let Some(fault) = encoding::refuse(file, name)? {
        return Ok(sink(Err(fault)));
    }
    encoding::skip_bom(file)?;
    let mut bytes = Vec::new();
    let mut number = 0;
    while file.read_until(b'\n', &mut bytes)? > 0 {
        number += 1;
        if !bytes.trim_ascii().is_empty() {
            let outcome = record(&bytes, number).map_err(|(found, expected)| Error::Record {
                file: name.to_owned(),
                line: number,
                found,
                expected: expected.to_owned(),
            });
            if !sink(outcome) {
                return Ok(false);
            }
        }
        bytes.clear();
    }
    Ok(true)
}

/// What was found, and what was expected.
type Complaint = (String, &'static str);

fn record(bytes: &[u8], number: u64) -> Result<Record, Complaint> {
    let line = std::str::from_utf8(bytes.trim_ascii_end())
        .map_err(|error| (encoding::broken(bytes, error), encoding::EXPECTED))?;
    if !line.trim_start().starts_with('{') {
        // serde would take an array for a struct.
        let value: &RawValue = serde_json::from_str(line).map_err(broken)?;
        return Err((kind(value).to_owned(), EXPECTED));
    }
    let line: Line<'_> = serde_json::from_str(line).map_err(broken)?;
    let text = match line.text {
        Some(text) => string(text).ok_or_else(|| (format!("\"text\" is {}", kind(text)), "a string"))?,
        None => return Err((r#"no "text""#.to_owned(), EXPECTED)),
    };
    Ok(Record {
        id: scalar("id", line.id)?.unwrap_or_else(|| number.to_string()),
        text,
        author: scalar("author", line.author)?.filter(|author| !author.is_empty()),
        date: scalar("date", line.date)?.filter(|date| !date.is_empty()),
    })
}

/// A string, or a number as it is written.
fn scalar(key: &str, value: Option<&RawValue>) -> Result<Option<String>, Complaint> {
    let Some(value) = value else { return Ok(None) };
    match kind(value) {
        "a number" => Ok(Some(value.get().to_owned())),
        kind => match string(value) {
            Some(string) => Ok(Some(string)),
            None => Err((format!("{key:?} is {kind}"), "a string or a number")),
        },
    }
}

fn string(value: &RawValue) -> Option<String> {
    serde_json::from_str(value.get()).ok()
}

fn kind(value: &RawValue) -> &'static str {
    match value.get().as_bytes().first() {
        Some(b'{') => "an object",
        Some(b'[') => "an array",
        Some(b'"') => "a string",
        Some(b't' | b'f') => "a boolean",
        Some(b'n') | None => "null",
        Some(_) => "a number",
    }
}

/// What the parser says, without its line: it sees one only.
fn broken(error: serde_json::Error) -> Complaint {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    (format!("broken JSON at byte {} ({said})", error.column()), EXPECTED)
}

#[cfg(test)]
mod tests {
    use super::super::tests::collect;
    use super::*;

    #[track_caller]
    fn check_error(line: &str, expected: &str) {
        let (records, errors) = collect(|sink| read(&mut line.as_bytes(), "a.jsonl", sink));
        assert_eq!(records, [], "{line}");
        assert_eq!(errors, [format!("a.jsonl, line 1: {expected}")], "{line}");
    }

    #[test]
    fn ids_are_strings_numbers_or_the_line() {
        let lines = "\u{feff}{\"id\": \"n-1\", \"text\": \"A\", \"url\": [1]}\r\n\n\
                     {\"id\": 12345678901234567890123, \"text\": \"B\"}\n{\"text\": \"C\\n\", \"id\": null}";
        let (records, errors) = collect(|sink| read(&mut lines.as_bytes(), "a.jsonl", sink));
        let found: Vec<_> = records.iter().map(|record| (&*record.id, &*record.text)).collect();
        assert_eq!(found, [("n-1", "A"), ("12345678901234567890123", "B"), ("4", "C\n")]);
        assert_eq!(errors, [""; 0]);
    }

    #[test]
    fn author_and_date_may_be_missing_or_null() {
        let line = r#"{"text": "", "author": "Ana Lima", "date": 2031}
{"text": "", "author": null, "date": ""}"#;
        let (records, _) = collect(|sink| read(&mut line.as_bytes(), "a.jsonl", sink));
        assert_eq!(
            (records[0].author.as_deref(), records[0].date.as_deref()),
            (Some("Ana Lima"), Some("2031"))
        );
        assert_eq!((&records[1].author, &records[1].date), (&None, &None));
    }

    #[test]
    fn each_fault_is_named() {
        let object = r#"expected a JSON object with "text""#;
        check_error(r#"{"id": "x"}"#, &format!(r#"no "text", {object}"#));
        check_error(r#"{"text": null}"#, &format!(r#"no "text", {object}"#));
        check_error(r#"{"text": 5}"#, r#""text" is a number, expected a string"#);
        check_error(r#"{"text": "a", "id": [1]}"#, r#""id" is an array, expected a string or a number"#);
        check_error(r#"["a", "b", "c", "d"]"#, &format!("an array, {object}"));
        check_error(
            r#"{"text": "a"#,
            &format!("broken JSON at byte 11 (EOF while parsing a string), {object}"),
        );
        check_error(r#"{"text": "a"} x"#, &format!("broken JSON at byte 15 (trailing characters), {object}"));
    }

    #[test]
    fn a_fault_does_not_stop_the_rest() {
        let lines = b"{\"text\": \"\xFF\"}\n{\"text\": \"whole\"}\n";
        let (records, errors) = collect(|sink| read(&mut &lines[..], "a.jsonl", sink));
        assert_eq!(errors, ["a.jsonl, line 1: byte 0xFF, which is not UTF-8, expected UTF-8 text"]);
        assert_eq!((records[0].id.as_str(), records[0].text.as_str()), ("2", "whole"));
    }
}
