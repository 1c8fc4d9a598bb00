//! What holds for any string: analysis survives it, and spans, records and conversions fit it.
#![allow(clippy::unwrap_used)]

mod support;

use notaverbale::{Analyzer, Metadata, OffsetMap, Span};
use proptest::prelude::*;

/// Pieces that go wrong when they meet: marks of every style, stops, line breaks, invisible characters, and the words
/// that the stages look for.
const PIECES: &[&str] = &[
    ". ",
    ".",
    "! ",
    "?",
    "?!",
    "...",
    "…",
    "。",
    "！",
    ", ",
    ",",
    "; ",
    ": ",
    ":",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\u{0b}",
    "\u{85}",
    "\u{a0}",
    "\u{2028}",
    "\u{2029}",
    "\u{3000}",
    "\u{feff}",
    "\0",
    "\u{1b}",
    "\u{301}",
    "\u{200d}",
    "\u{200b}",
    "\u{ad}",
    "\u{202e}",
    "\u{200f}",
    "👩‍👩‍👧",
    "🇨🇳",
    "é",
    "ß",
    "İ",
    "ǆ",
    "中",
    "ﬁ",
    "א",
    "\"",
    "“",
    "”",
    "„",
    "‘",
    "’",
    "'",
    "''",
    "``",
    "«",
    "»",
    "‹",
    "›",
    "「",
    "」",
    "『",
    "(",
    ")",
    "[",
    "]",
    "[1]",
    "{",
    "<",
    "- ",
    "-",
    "--",
    "–",
    " — ",
    "• ",
    "1. ",
    "(a) ",
    "2)",
    "No. ",
    "Art. ",
    "Mr. ",
    "U.S. ",
    "Inc.",
    "a.m.",
    "J. ",
    "e.g. ",
    "Nov. 16",
    "3.5",
    "1,000",
    "$",
    "%",
    "http://a.b/c?d=e.f",
    "x@y.org",
    "www.",
    "date 2020-11-17 ",
    "OSLO, May 2 (NTB) -- ",
    "BRUSSELS The ",
    "MR. LIND: ",
    "Q: ",
    "QUESTION (Via interpreter): ",
    "he ",
    "He ",
    "she ",
    "they ",
    "it ",
    "It ",
    "we ",
    "We ",
    "I ",
    "who ",
    "which ",
    "that ",
    "Peru ",
    "Peru",
    "China ",
    "U.S.",
    "Chinese ",
    "Ana Lima",
    "Wang Yi ",
    "Lima ",
    "Foreign Minister ",
    "Ministers ",
    "President ",
    "spokesman ",
    "the two sides ",
    "Both sides ",
    "his ",
    "their country ",
    "said",
    "said ",
    "said that ",
    "said, ",
    "says ",
    "told reporters ",
    "asked ",
    "added",
    "adding that ",
    "noting ",
    "Noting that ",
    "according to ",
    "According to ",
    "agreed to ",
    "agreed ",
    "thanked ",
    "urged ",
    "called on ",
    "called for ",
    "an end to ",
    "stop ",
    "refrain from ",
    "condemned ",
    "supports ",
    "support ",
    "oppose ",
    "will ",
    "will not ",
    "never ",
    "not ",
    "n't ",
    "should ",
    "must ",
    "would ",
    "may ",
    "is ",
    "is ready to ",
    "was ",
    "been ",
    "has ",
    "to ",
    "of ",
    "for ",
    "by ",
    "on ",
    "and ",
    ", and ",
    "while ",
    "as ",
    "the ",
    "a ",
    "'s ",
    "s' ",
    "don't ",
    "firmly ",
    "deeply ",
    "concern ",
    "expressed ",
    "its ",
    "great ",
    "importance ",
    "on Monday ",
    "in a statement ",
    "plan ",
    "talks ",
    "ban",
    "peace ",
    "The following statement was released by ",
    "released the following statement:",
    "Statement by ",
    "Thank you. ",
    "Reuters ",
    "cited ",
    "as saying ",
    "calling ",
    "Calling ",
    "a priority ",
];

fn glued() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// Any string, strings of nasty pieces, and pieces between arbitrary characters.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => any::<String>(),
        6 => glued(),
        1 => (glued(), any::<String>(), glued()).prop_map(|(one, two, three)| one + &two + &three),
        1 => "[a-zA-Z'.]{200,600}".prop_map(|word| format!("He said {word} that {word}.")),
    ]
}

fn metadata() -> impl Strategy<Value = Metadata> {
    prop::option::weighted(0.2, prop_oneof![glued(), any::<String>()])
        .prop_map(|author| Metadata { author, ..Metadata::default() })
}

/// Texts on which a law failed once.
const WENT_WRONG: &[&str] = &["! é-agreed to Chinese concern No. "];

#[test]
fn texts_that_went_wrong_are_right() {
    for text in WENT_WRONG {
        support::check_document(&Analyzer::default().analyze(text));
    }
}

/// 1500 cases each, or as many as `PROPTEST_CASES` says.
fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { default.cases } else { 1500 };
    ProptestConfig { cases, failure_persistence: None, ..default }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_string_is_survived(text in texts(), metadata in metadata()) {
        let analyzer = Analyzer::default();
        let document = analyzer.analyze_with(&text, &metadata);
        prop_assert_eq!(document.text(), &text);
        support::check_document(&document);
        support::check_stages(&text);
        support::check_record(&document);
        // Another analyzer of the same kind, so that nothing hangs on state or on the order of a hash map.
        prop_assert_eq!(Analyzer::default().analyze_with(&text, &metadata), document);
    }

    #[test]
    fn any_string_has_its_trees(text in texts()) {
        let document = Analyzer::default().analyze(&text);
        support::check_trees(&document);
        let again = Analyzer::default().analyze(&text);
        prop_assert_eq!(again.tokens(), document.tokens());
    }

    #[test]
    fn tables_repeat_the_record(text in glued()) {
        let document = Analyzer::default().analyze(&text);
        let record = serde_json::to_value(document.record()).unwrap();
        for (number, row) in document.statement_rows().enumerate() {
            let statement = &record["statements"][number];
            prop_assert_eq!(row.statement as usize, number);
            prop_assert_eq!(row.content_start.map(u64::from), statement["content"][0][0].as_u64());
            let pieces = statement["content"].as_array().unwrap();
            prop_assert_eq!(row.content_end.map(u64::from), pieces.last().unwrap()[1].as_u64());
        }
        let stances: usize = document.statements().iter().map(|statement| statement.stances.len()).sum();
        prop_assert_eq!(document.stance_rows().count(), stances);
        for (number, row) in document.stance_rows().enumerate() {
            prop_assert_eq!(row.stance as usize, number);
            prop_assert!((row.statement as usize) < document.statements().len());
        }
    }

    #[test]
    fn offsets_go_there_and_back(text in texts()) {
        let map = OffsetMap::new(&text);
        let bytes = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
        for (point, byte) in bytes.enumerate() {
            prop_assert_eq!(map.to_code_point(&text, byte), point);
            prop_assert_eq!(map.to_byte(&text, point), byte);
        }
        prop_assert_eq!(map.to_byte(&text, text.chars().count() + 7), text.len());
        prop_assert_eq!(map.to_code_point(&text, text.len() + 7), text.chars().count());
    }

    #[test]
    fn spans_are_half_open(a in 0usize..12, b in 0usize..12, c in 0usize..12, d in 0usize..12) {
        let (one, other) = (Span::new(a, b), Span::new(c, d));
        let bytes = |span: Span| span.range().collect::<Vec<usize>>();
        let shared = bytes(one).iter().any(|byte| bytes(other).contains(byte));
        prop_assert_eq!(one.len(), bytes(one).len());
        prop_assert_eq!(one.is_empty(), bytes(one).is_empty());
        prop_assert_eq!(one.overlaps(other), shared);
        prop_assert_eq!(other.overlaps(one), shared);
        if !one.is_empty() && !other.is_empty() {
            prop_assert_eq!(one.contains(other), bytes(other).iter().all(|byte| bytes(one).contains(byte)));
            prop_assert!(one.cover(other).contains(one) && one.cover(other).contains(other));
            prop_assert_eq!(one.cover(other), other.cover(one));
            prop_assert_eq!(one.cover(other).len(), b.max(d) - a.min(c));
        }
        if a <= b {
            prop_assert!(one.contains(one));
            prop_assert_eq!(one.cover(one), one);
        }
    }

    #[test]
    fn trimming_takes_white_space_only(text in texts(), a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let ends: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
        let (a, b) = (*a.get(&ends), *b.get(&ends));
        let span = Span::new(a.min(b), a.max(b));
        let trimmed = span.trim(&text);
        prop_assert!(span.contains(trimmed));
        prop_assert_eq!(trimmed.text(&text), span.text(&text).trim());
        prop_assert_eq!(trimmed.trim(&text), trimmed);
    }
}
