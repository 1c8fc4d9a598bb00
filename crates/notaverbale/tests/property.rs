//! What holds for any string: analysis survives it, and spans, records and conversions fit it.
#![allow(clippy::unwrap_used)]

mod support;

use notaverbale::{Analyzer, Attribution, LineBreaks, Metadata, Quotations, SentenceSplitter, Span};
use proptest::prelude::*;

use support::laws;

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
    let author = prop_oneof![glued(), any::<String>()].prop_map(|author| Metadata::default().author(author));
    prop_oneof![4 => Just(Metadata::default()), 1 => author]
}

fn splitters() -> impl Strategy<Value = SentenceSplitter> {
    let quotations = prop::sample::select(vec![Quotations::Split, Quotations::Whole]);
    let line_breaks = prop::sample::select(vec![LineBreaks::Layout, LineBreaks::Always, LineBreaks::Never]);
    let abbreviations = prop::collection::vec(prop::sample::select(PIECES), 0..4);
    (quotations, line_breaks, abbreviations).prop_map(|(quotations, line_breaks, abbreviations)| {
        SentenceSplitter::default()
            .quotations(quotations)
            .line_breaks(line_breaks)
            .abbreviations(abbreviations)
    })
}

/// Texts on which a law failed once.
const WENT_WRONG: &[&str] = &[
    "! é-agreed to Chinese concern No. ",
    "So it is.\nA\u{85}: It was ~stressed.\nA: It was.",
    "Georgnadian diplomat pen. Both mChad Lefroy saithe rescuers was admirable.The 'governmenhatla Pritchard,two suppor\u{2028}eams of the vi*drta, said that the cattle ban was over. Georgia Pritchard added that ships wer",
];

#[test]
fn texts_that_went_wrong_are_right() {
    for text in WENT_WRONG {
        for attribution in [Attribution::Learned, Attribution::Rules] {
            laws::check_document(&Analyzer::default().attribution(attribution).analyze(text));
        }
    }
    let metadata = Metadata::default().author(". Adelheid Kranz of Austria and Kr. Mranz, her husband");
    let text = "as good. Mr. Kranz confir}ed that it was too lo";
    laws::check_document(&Analyzer::default().analyze_with(text, &metadata));
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
        laws::check_document(&document);
        laws::check_layout(&text);
        laws::check_tokens(&text);
        laws::check_record(&document);
        // Another analyzer of the same kind, so that nothing hangs on state or on the order of a hash map.
        prop_assert_eq!(Analyzer::default().analyze_with(&text, &metadata), document);
    }

    #[test]
    fn any_string_is_split_by_any_options(text in texts(), splitter in splitters()) {
        let sentences = splitter.split(&text);
        laws::check_sentences(&text, &sentences);
        prop_assert_eq!(splitter.split(&text), sentences);
    }

    #[test]
    fn any_string_has_its_trees(text in texts()) {
        let document = Analyzer::default().analyze(&text);
        laws::check_trees(&text, document.sentences(), document.tokens());
        laws::check_conllu(&document);
        let again = Analyzer::default().analyze(&text);
        prop_assert_eq!(again.tokens(), document.tokens());
    }

    #[test]
    fn tables_repeat_the_record(text in glued()) {
        let document = Analyzer::default().analyze(&text);
        laws::check_tables(&document);
    }

    #[test]
    fn offsets_go_there_and_back(text in texts()) {
        laws::check_offsets(&text);
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
    fn what_touches_does_not_overlap(a in 0usize..12, first in 0usize..12, second in 0usize..12) {
        let (left, right) = (Span::new(a, a + first), Span::new(a + first, a + first + second));
        prop_assert!(!left.overlaps(right) && !right.overlaps(left));
        prop_assert_eq!(left.cover(right).len(), left.len() + right.len());
        prop_assert!(left.cover(right).contains(left) && left.cover(right).contains(right));
    }

    #[test]
    fn spans_that_hold_spans_hold_what_these_hold(a in 0usize..12, b in 0usize..12, c in 0usize..12, d in 0usize..12) {
        let (outer, inner) = (Span::new(a.min(b), a.max(b)), Span::new(c.min(d), c.max(d)));
        prop_assert_eq!(outer.contains(inner) && inner.contains(outer), outer == inner);
        if outer.contains(inner) {
            prop_assert_eq!(outer.cover(inner), outer);
            prop_assert_eq!(outer.overlaps(inner), !inner.is_empty());
        }
    }

    #[test]
    fn trimming_takes_white_space_only(text in texts(), a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let ends: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
        let (a, b) = (*a.get(&ends), *b.get(&ends));
        laws::check_trim(&text, Span::new(a.min(b), a.max(b)));
    }
}
