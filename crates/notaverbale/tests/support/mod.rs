//! What the tests share: the files under `tests/`, and what must hold for every document.
#![allow(dead_code, reason = "each test file uses what it needs")]

use std::path::{Path, PathBuf};

use notaverbale::{Deprel, Document, Layout, OffsetMap, SentenceSplitter, Span, Tokenizer};
use serde_json::Value;

/// A folder under the repository's `tests/`, which Rust and Python share.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests").join(name)
}

/// The text files of a folder under `tests/`, in the order of their names; never none.
pub fn files(name: &str, ending: &str) -> Vec<PathBuf> {
    let folder = folder(name);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no .{ending} file in {}", folder.display());
    files
}

/// What a file holds; never nothing.
pub fn read(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(!text.trim().is_empty(), "{} is empty", path.display());
    text
}

/// Asserts what the documentation promises of the cast.
#[track_caller]
fn check_cast(document: &Document) {
    let mut spoken = vec![0; document.cast().len()];
    for (number, statement) in document.statements().iter().enumerate() {
        assert_eq!(
            statement.member.is_some(),
            statement.speaker.is_some(),
            "statement {number} has a speaker"
        );
        if let Some(member) = statement.member {
            spoken[member] += 1;
            let named = &document.cast()[member];
            assert!(
                statement.party == named.party || !named.mentions.is_empty(),
                "statement {number}: one party"
            );
        }
        if let Some(mention) = statement.mention {
            check_span(document.text(), mention, "the mention of a speaker");
        }
    }
    let mut before = 0;
    for (number, member) in document.cast().iter().enumerate() {
        assert!(!member.name.is_empty(), "member {number} has a name");
        assert!(spoken[number] > 0 || !member.mentions.is_empty(), "member {number} speaks or is mentioned");
        for mention in &member.mentions {
            check_span(document.text(), mention.span, "mention");
        }
        assert!(member.mentions.is_sorted_by_key(|mention| mention.span.start), "mentions are in order");
        let first = member.mentions.first().map_or(usize::MAX, |mention| mention.span.start);
        assert!(before <= first, "members are in the order of their first mentions");
        before = first;
    }
}

/// Asserts what the documentation promises of any document, in time linear in its length.
#[track_caller]
pub fn check_document(document: &Document) {
    let text = document.text();
    check_pieces(text, document.sentences().iter().map(|sentence| sentence.span), "sentence");
    for sentence in document.sentences() {
        assert_eq!(sentence.span.trim(text), sentence.span, "a sentence is trimmed");
    }
    let alone = SentenceSplitter::default().split(text);
    assert_eq!(document.sentences(), &alone, "the splitter alone finds the same sentences");
    if let Some(span) = document.dateline() {
        check_span(text, span, "dateline");
    }
    check_cast(document);
    let mut before = 0;
    for (number, statement) in document.statements().iter().enumerate() {
        assert!(!statement.content.is_empty(), "statement {number} has content");
        assert!((0.0..=1.0).contains(&statement.confidence), "statement {number} has a confidence");
        check_words(document, &statement.cue, "cue");
        check_words(document, &statement.content, "content");
        // FIXME: the stop of a title in capitals (`MR. LIND: Yes.`) ends a sentence inside the label.
        let label = statement.cue.is_empty() && !statement.continued;
        if !label {
            check_words(document, &statement.source, "source");
        }
        let apart = |ones: &[Span], others: &[Span]| {
            !ones.iter().any(|one| others.iter().any(|other| one.overlaps(*other)))
        };
        assert!(apart(&statement.cue, &statement.content), "statement {number}: cue and content are apart");
        assert!(apart(&statement.cue, &statement.source), "statement {number}: cue and source are apart");
        let first = statement.content[0].start;
        assert!(before <= first, "statement {number} stands in the order of its first content");
        before = first;
        if let Some(continues) = statement.continues {
            assert!(statement.continued, "statement {number} goes on with one, so it is continued");
            let cued = document.statements().get(continues);
            let cued = cued.unwrap_or_else(|| panic!("statement {number} goes on with one that is there"));
            assert!(!cued.continued, "statement {number} goes on with a cued one");
        }
        if statement.continued {
            assert!(statement.source.is_empty() && statement.cue.is_empty(), "statement {number} has no cue");
        }
        let mut before = 0;
        for stance in &statement.stances {
            check_words(document, &stance.expression, "expression");
            check_words(document, &stance.target, "target");
            assert!(!stance.expression.is_empty(), "a stance has an expression");
            assert!((0.0..=1.0).contains(&stance.confidence), "a stance has a confidence");
            assert!(before <= stance.expression[0].start, "stances stand in the order of their expressions");
            before = stance.expression[0].start;
        }
    }
    for (statement, stance) in document.stances() {
        assert!(document.statements()[statement].stances.contains(stance), "a stance is its statement's");
    }
}

/// Asserts what holds for tokens.
#[track_caller]
pub fn check_tokens(text: &str) {
    check_pieces(text, Tokenizer::default().spans(text).into_iter(), "token");
}

/// Asserts what holds for the tokens of a document and their trees.
#[track_caller]
pub fn check_trees(document: &Document) {
    let (text, tokens) = (document.text(), document.tokens());
    check_pieces(text, tokens.iter().map(|token| token.span), "token");
    let mut roots = vec![0; document.sentences().len()];
    for (place, token) in tokens.iter().enumerate() {
        assert!(
            document.sentences()[token.sentence].span.contains(token.span),
            "a token stands in its sentence"
        );
        assert_eq!(token.head.is_none(), token.deprel == Deprel::ROOT, "who has no head is the root");
        assert!(!token.lemma.is_empty(), "a token has a lemma");
        if token.head.is_none() {
            roots[token.sentence] += 1;
        }
        // The heads lead to the root, in no more steps than there are tokens.
        let mut above = place;
        for _ in 0..tokens.len() {
            let Some(head) = tokens[above].head else { break };
            assert_eq!(tokens[head].sentence, token.sentence, "a head stands in the same sentence");
            above = head;
        }
        assert!(tokens[above].head.is_none(), "the heads of token {place} lead to the root");
    }
    assert!(roots.iter().all(|&count| count == 1), "a sentence has one root: {roots:?}");
    let words = document
        .to_conllu()
        .lines()
        .filter(|line| line.contains("\t") && !line.split('\t').next().unwrap().contains('-'))
        .count();
    assert_eq!(words, tokens.len(), "CoNLL-U has a line for each token");
}

/// Asserts what holds for the stages that can be used alone.
#[track_caller]
pub fn check_stages(text: &str) {
    check_tokens(text);
    let layout = Layout::new(text);
    check_pieces(text, layout.paragraphs.iter().map(|paragraph| paragraph.span), "paragraph");
    assert_eq!(layout.labels.len(), layout.paragraphs.len(), "a label or none for each paragraph");
    for (paragraph, label) in layout.paragraphs.iter().zip(&layout.labels) {
        if let Some(label) = label {
            check_span(text, *label, "label");
            assert!(paragraph.span.contains(*label), "a label stands in its paragraph");
        }
    }
    for quotation in &layout.quotations {
        check_span(text, quotation.span, "quotation");
        assert!(quotation.span.contains(quotation.inner), "a quotation holds what it quotes");
    }
}

/// Asserts that the spans are ordered, disjoint and not empty, with only white space outside them.
#[track_caller]
fn check_pieces(text: &str, spans: impl Iterator<Item = Span>, what: &str) {
    let mut end = 0;
    for span in spans {
        check_span(text, span, what);
        assert!(end <= span.start, "{what} {span:?} begins behind the one before it, which ends at {end}");
        let gap = Span::new(end, span.start);
        assert!(gap.text(text).trim().is_empty(), "only white space stands before {what} {span:?}");
        end = span.end;
    }
    assert!(text[end..].trim().is_empty(), "only white space stands behind the last {what}");
}

#[track_caller]
fn check_span(text: &str, span: Span, what: &str) {
    assert!(!span.is_empty(), "{what} {span:?} is not empty");
    assert!(text.get(span.range()).is_some(), "{what} {span:?} fits the text on char boundaries");
}

/// Asserts that the pieces are ordered and disjoint, and that each stands within one sentence.
#[track_caller]
fn check_words(document: &Document, spans: &[Span], what: &str) {
    let mut end = 0;
    for &span in spans {
        check_span(document.text(), span, what);
        assert!(end <= span.start, "{what} pieces are ordered and disjoint: {spans:?}");
        end = span.end;
        let sentences = document.sentences();
        let sentence = sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let within = sentences.get(sentence).is_some_and(|sentence| sentence.span.contains(span));
        assert!(within, "{what} {span:?} stands in one sentence");
    }
}

/// Asserts that the offsets of the JSON record are code points that slice the words out of the text.
#[track_caller]
pub fn check_record(document: &Document) {
    let text = document.text();
    let characters: Vec<char> = text.chars().collect();
    let map = OffsetMap::new(text);
    let record = serde_json::to_value(document.record()).unwrap();
    let check = |points: &Value, span: Span| {
        let [start, end] = [points[0].as_u64().unwrap() as usize, points[1].as_u64().unwrap() as usize];
        assert_eq!(characters[start..end].iter().collect::<String>(), span.text(text));
        assert_eq!([map.to_byte(text, start), map.to_byte(text, end)], [span.start, span.end]);
    };
    let check_all = |points: &Value, spans: &[Span]| {
        let points: &[Value] = points.as_array().map_or(&[], |points| points);
        assert_eq!(points.len(), spans.len());
        points.iter().zip(spans).for_each(|(points, &span)| check(points, span));
    };
    let sentences: Vec<Span> = document.sentences().iter().map(|sentence| sentence.span).collect();
    check_all(&record["sentences"], &sentences);
    for (found, statement) in record["statements"].as_array().unwrap().iter().zip(document.statements()) {
        check_all(&found["source"], &statement.source);
        check_all(&found["cue"], &statement.cue);
        check_all(&found["content"], &statement.content);
        for (found, stance) in found["stances"].as_array().unwrap().iter().zip(&statement.stances) {
            check_all(&found["expression"], &stance.expression);
            check_all(&found["target"], &stance.target);
        }
    }
}
