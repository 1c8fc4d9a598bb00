//! Whole texts under `tests/texts` against what the analyzer finds in them, as `tests/snapshots` shows it.
//!
//! After a change, run `UPDATE_SNAPSHOTS=1 cargo test -p notaverbale --test snapshot` and read the difference. A
//! snapshot shows what is found, right or wrong.
#![allow(clippy::unwrap_used)]

mod support;

use std::ffi::OsStr;
use std::fmt::Write;

use notaverbale::{Analyzer, Document, Span, Stance, Statement};
use similar::TextDiff;

use support::laws;

/// The document, a block for each sentence: its text with `[source]`, `<cue>` and `{content}` marked, then a line for
/// each statement that begins in it and one for each stance.
fn render(document: &Document) -> String {
    let mut page = String::new();
    let mut paragraph = 0;
    let mut statements = document.statements().iter().enumerate().peekable();
    for sentence in document.sentences() {
        if sentence.paragraph != paragraph {
            page.push('\n');
            paragraph = sentence.paragraph;
        }
        writeln!(page, "{}", marked(document, sentence.span)).unwrap();
        while let Some((number, statement)) =
            statements.next_if(|(_, statement)| statement.content[0].start < sentence.span.end)
        {
            writeln!(page, "    {}", statement_line(number, statement)).unwrap();
            for stance in &statement.stances {
                writeln!(page, "       {}", stance_line(document, stance)).unwrap();
            }
        }
    }
    page
}

/// A sentence on one line, with the spans of all statements marked; equal spans are marked once.
fn marked(document: &Document, sentence: Span) -> String {
    let mut spans: Vec<(Span, char, char)> = Vec::new();
    for statement in document.statements() {
        for (pieces, open, close) in
            [(&statement.source, '[', ']'), (&statement.cue, '<', '>'), (&statement.content, '{', '}')]
        {
            let inside = pieces.iter().filter(|span| sentence.contains(**span));
            spans.extend(inside.map(|&span| (span, open, close)));
        }
    }
    spans.sort_by_key(|&(span, open, _)| (span.start, std::cmp::Reverse(span.end), open));
    spans.dedup();
    let mut line = String::new();
    for (at, character) in sentence.text(document.text()).char_indices() {
        let at = sentence.start + at;
        close_marks(&spans, at, &mut line);
        line.extend(spans.iter().filter(|(span, ..)| span.start == at).map(|&(_, open, _)| open));
        line.push(if character == '\n' { ' ' } else { character });
    }
    close_marks(&spans, sentence.end, &mut line);
    line
}

/// The closing marks of the spans that end at `at`, the innermost first.
fn close_marks(spans: &[(Span, char, char)], at: usize, line: &mut String) {
    line.extend(spans.iter().rev().filter(|(span, ..)| span.end == at).map(|&(.., close)| close));
}

fn statement_line(number: usize, statement: &Statement) -> String {
    let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let mut line = format!(
        "#{number} {} / {} / {}",
        or_none(&statement.speaker),
        or_none(&statement.party),
        statement.kind.as_str()
    );
    if statement.continued {
        line.push_str(" / continued");
    }
    if let Some(continues) = statement.continues {
        write!(line, " from #{continues}").unwrap();
    }
    line
}

fn stance_line(document: &Document, stance: &Stance) -> String {
    let holder = stance.holder.as_deref().unwrap_or("–");
    let mut line = format!(
        "{holder}: {} ({}, {}",
        stance.act.as_str(),
        stance.polarity.as_str(),
        stance.strength.as_str()
    );
    if stance.negated {
        line.push_str(", negated");
    }
    write!(line, ") “{}” → ", document.words(&stance.expression)).unwrap();
    match &stance.target[..] {
        [] => line.push('–'),
        target => write!(line, "“{}”", document.words(target)).unwrap(),
    }
    if let Some(addressee) = &stance.addressee {
        write!(line, ", to {addressee}").unwrap();
    }
    line
}

/// Compares what was found with the snapshot of this name, or writes it; returns the difference, if there is one.
fn compare(name: &OsStr, found: &str) -> String {
    let snapshot = support::folder("snapshots").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&snapshot, found).unwrap();
    }
    let expected = support::read(&snapshot);
    if expected == found {
        return String::new();
    }
    let diff = TextDiff::from_lines(expected.as_str(), found);
    format!("{}\n{}\n", snapshot.display(), diff.unified_diff().context_radius(1))
}

#[track_caller]
fn check(report: &str) {
    assert!(
        report.is_empty(),
        "{report}\nIf the new output is better: UPDATE_SNAPSHOTS=1 cargo test -p notaverbale --test snapshot"
    );
}

#[test]
fn texts_give_their_snapshots() {
    let analyzer = Analyzer::default();
    let mut report = String::new();
    for text in support::files("texts", "txt") {
        let document = analyzer.analyze(&support::read(&text));
        laws::check_document(&document);
        report += &compare(text.file_name().unwrap(), &render(&document));
    }
    check(&report);
}

#[test]
fn a_text_gives_its_trees() {
    let text = support::folder("texts").join("readout.txt");
    let document = Analyzer::default().analyze(&support::read(&text));
    laws::check_trees(document.text(), document.sentences(), document.tokens());
    laws::check_conllu(&document);
    check(&compare(OsStr::new("readout.conllu"), &document.to_conllu()));
}

#[test]
fn every_snapshot_has_its_text() {
    let names = |folder| -> Vec<_> {
        support::files(folder, "txt").iter().map(|path| path.file_name().unwrap().to_owned()).collect()
    };
    assert_eq!(names("texts"), names("snapshots"));
}
