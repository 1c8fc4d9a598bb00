//! Every format, to standard output and to a file.
#![allow(clippy::unwrap_used)]

mod support;

use notaverbale::table::{STANCE_COLUMNS, STATEMENT_COLUMNS};
use support::{Folder, READOUT, ids};

#[test]
fn csv_has_its_header_and_a_row_for_each_row_of_the_library() {
    let folder = Folder::new().with("a.txt", READOUT);
    let document = notaverbale::Analyzer::default().analyze(READOUT);
    let (statements, stances) = (document.statements().len(), document.stances().count());
    assert!(statements > 0 && stances > 0);
    for (rows, columns, count) in
        [("statements", STATEMENT_COLUMNS, statements), ("stances", STANCE_COLUMNS, stances)]
    {
        let table = folder.run(&["analyze", "a.txt", "--format", "csv", "--rows", rows]).success();
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), columns);
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), count);
        assert!(rows.iter().all(|row| &row[0] == "a.txt"));
    }
    assert_eq!(
        folder.run(&["analyze", "a.txt", "--format", "csv"]).success(),
        folder.run(&["analyze", "a.txt", "--format", "csv", "--rows", "stances"]).success()
    );
}

#[test]
fn csv_without_rows_is_its_header() {
    let table = Folder::new().run_with(&["analyze", "--format", "csv"], "").success();
    assert_eq!(table, STANCE_COLUMNS.join(",") + "\n");
}

#[test]
fn csv_offsets_slice_the_text_by_code_points() {
    let folder = Folder::new().with("a.txt", READOUT);
    let table = folder.run(&["analyze", "a.txt", "--format", "csv", "--rows", "statements"]).success();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    for row in reader.deserialize::<std::collections::HashMap<String, String>>() {
        let row = row.unwrap();
        let [start, end] =
            ["content_start", "content_end"].map(|column| row[column].parse::<usize>().unwrap());
        let words: String = READOUT.chars().skip(start).take(end - start).collect();
        if !row["content"].contains(notaverbale::table::JOIN) {
            assert_eq!(words, row["content"]);
        }
    }
}

#[test]
fn the_table_fits_120_columns_where_there_is_no_terminal() {
    let folder =
        Folder::new().with("a.jsonl", serde_json::json!({"text": READOUT, "date": "2031-05-02"}).to_string());
    let table = folder.run(&["analyze", "a.jsonl", "--format", "table"]).success();
    assert!(table.starts_with("1  2031-05-02\n"), "{table}");
    for head in ["speaker", "content", "addressee", "target"] {
        assert!(table.contains(head), "{head} in\n{table}");
    }
    assert!(table.lines().all(|line| line.chars().count() <= 120), "{table}");
    assert!(!table.contains('\u{1b}'), "{table}");
}

#[test]
fn html_is_one_page_without_scripts() {
    let text = "</style><script>alert(\"1\")</script> said 'a' & <b>.\n\n\"Quoted\" words thanked Norland.";
    let record = serde_json::json!({"id": "<i>\"x\"</i>", "date": "<2031>", "text": text}).to_string();
    let folder = Folder::new().with("a.jsonl", format!("{record}\n{record}\n"));
    let page = folder.run(&["analyze", "a.jsonl", "--format", "html"]).success();
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"), "{page}");
    assert_eq!(page.matches("<article class=\"notaverbale\">").count(), 2);
    for forbidden in ["<script", "<b>", "<i>", "<2031", "http:", "https:"] {
        assert!(!page.contains(forbidden), "{forbidden} in\n{page}");
    }
    for (open, close) in [("<style", "</style"), ("<span", "</span"), ("<p", "</p"), ("<div", "</div")] {
        let count =
            |tag: &str| page.matches(&format!("{tag} ")).count() + page.matches(&format!("{tag}>")).count();
        assert_eq!(count(open), count(close), "{open}");
    }
    assert!(page.contains("&lt;/style&gt;&lt;script&gt;alert(&quot;1&quot;)"), "{page}");
}

#[test]
fn sentences_in_every_format() {
    let text = "“Né à Aster.”";
    let folder = Folder::new().with("a.txt", text);
    let run = |format| folder.run(&["sentences", "a.txt", "--format", format]).success();
    assert_eq!(run("jsonl"), "{\"id\":\"a.txt\",\"sentences\":[[0,13]]}\n");
    assert_eq!(run("csv"), format!("id,sentence,start,end,text\na.txt,0,0,13,{text}\n"));
    assert_eq!(run("table"), format!("a.txt\n0  {text}\n\n"));
    assert_eq!(folder.run(&["sentences", "a.txt"]).success(), run("jsonl"));
    assert_eq!(folder.run(&["sentences", "a.txt", "--format", "html"]).status, Some(2));
    assert_eq!(
        folder.run_with(&["sentences", "--format", "csv"], "").success(),
        "id,sentence,start,end,text\n"
    );
}

#[test]
fn sentences_by_option() {
    let folder = Folder::new().with("a.txt", "Ask Verw. Lind. “It is late. We go,” she said.\nHe\nstays.");
    let run = |args: &[&str]| {
        let out = folder.run(&[&["sentences", "a.txt", "--format", "table"], args].concat()).success();
        out.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_digit())).count()
    };
    assert_eq!(run(&[]), 5);
    assert_eq!(run(&["--quotations", "whole"]), 4);
    assert_eq!(run(&["--line-breaks", "always"]), 6);
    assert_eq!(run(&["--abbreviation", "Verw.", "--abbreviation", "x"]), 4);
    assert_eq!(folder.run(&["sentences", "a.txt", "--quotations", "no"]).status, Some(2));
}

#[test]
fn the_output_file_says_its_format() {
    let folder = Folder::new().with("a.txt", READOUT);
    for (file, format) in [("o.html", "html"), ("o.csv", "csv"), ("o.jsonl", "jsonl"), ("o.txt", "jsonl")] {
        assert_eq!(folder.run(&["analyze", "a.txt", "--output", file]).success(), "");
        assert_eq!(
            folder.read(file),
            folder.run(&["analyze", "a.txt", "--format", format]).success(),
            "{file}"
        );
    }
    folder.run(&["analyze", "a.txt", "--output", "o.html", "--format", "table"]).success();
    assert!(folder.read("o.html").starts_with("a.txt\n"));
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let lines: String = (0..700)
        .map(|number| {
            serde_json::json!({"id": number, "text": READOUT.repeat(number % 7)}).to_string() + "\n"
        })
        .collect();
    let folder = Folder::new().with("a.jsonl", lines);
    for format in ["jsonl", "csv", "html", "table"] {
        let run = |threads| folder.run(&["analyze", "a.jsonl", "-f", format, "--threads", threads]).success();
        let one = run("1");
        assert_eq!(one, run("2"));
        assert_eq!(one, run("8"));
        if format == "jsonl" {
            assert_eq!(ids(&one), (0..700).map(|number| number.to_string()).collect::<Vec<_>>());
        }
    }
}

#[test]
fn help_and_version() {
    let folder = Folder::new();
    assert_eq!(
        folder.run(&["--version"]).success(),
        concat!("notaverbale ", env!("CARGO_PKG_VERSION"), "\n")
    );
    for args in [&["--help"][..], &["analyze", "--help"], &["sentences", "--help"]] {
        let help = folder.run(args).success();
        assert!(help.contains("Examples:\n  notaverbale"), "{help}");
    }
}

#[test]
fn parse_writes_a_block_of_conllu_for_each_sentence() {
    let folder = Folder::new().with("a.txt", "Peru’s envoy can't come. She thanked Chile.\n\nIt\nagreed.");
    let conllu = folder.run(&["parse", "a.txt"]).success();
    let lines: Vec<&str> = conllu.lines().collect();
    assert_eq!(lines[0], "# newdoc id = a.txt");
    let comments = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
    assert_eq!(
        (comments("# newpar"), comments("# sent_id = a.txt-"), comments("# text = It agreed.")),
        (2, 3, 1)
    );
    let rows: Vec<Vec<&str>> =
        lines.iter().filter(|line| line.contains('\t')).map(|line| line.split('\t').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == 10), "{conllu}");
    let wholes: Vec<&[&str]> = rows.iter().filter(|row| row[0].contains('-')).map(|row| &row[..2]).collect();
    assert_eq!(wholes, [["1-2", "Peru’s"], ["4-5", "can't"]]);
    let row = |form: &str| rows.iter().find(|row| row[1] == form && !row[0].contains('-')).unwrap();
    assert_eq!(row("n't")[2..5], ["not", "PART", "RB"]);
    assert_eq!(row("thanked")[2..4], ["thank", "VERB"]);
    assert_eq!(row("come")[9], "SpaceAfter=No");
    assert!(conllu.ends_with("\n\n"), "an empty line stands behind the last sentence");
}

#[test]
fn parse_gives_what_the_library_gives() {
    let folder = Folder::new().with("a.txt", READOUT);
    let metadata = notaverbale::Metadata::default().id("a.txt");
    let document = notaverbale::Analyzer::default().analyze_with(READOUT, &metadata);
    assert_eq!(folder.run(&["parse", "a.txt", "--output", "a.conllu"]).success(), "");
    assert_eq!(folder.read("a.conllu"), document.to_conllu());
}

#[test]
fn statements_of_less_confidence_are_left_out() {
    let folder = Folder::new().with("a.txt", READOUT);
    let confidences = |options: &[&str]| -> Vec<f32> {
        let arguments = [&["analyze", "a.txt", "--format", "csv", "--rows", "statements"], options].concat();
        let table = folder.run(&arguments).success();
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let column = reader.headers().unwrap().iter().position(|name| name == "confidence").unwrap();
        reader.records().map(|row| row.unwrap()[column].parse().unwrap()).collect()
    };
    let all = confidences(&[]);
    let most = all.iter().copied().fold(0.0, f32::max);
    let sure = confidences(&["--min-confidence", &most.to_string()]);
    assert_eq!(sure, all.iter().copied().filter(|&one| one >= most).collect::<Vec<_>>());
    assert_ne!(confidences(&["--attribution", "rules"]), all);
}

#[test]
fn a_confidence_is_a_share() {
    let outcome = Folder::new().run(&["analyze", "--min-confidence", "2"]);
    assert_eq!(outcome.status, Some(2));
    assert!(outcome.stderr.contains("expected a number from 0 to 1"), "{}", outcome.stderr);
}
