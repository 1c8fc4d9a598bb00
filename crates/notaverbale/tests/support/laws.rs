//! What holds for every text, whatever stands in it: what the documentation promises of each stage and of the whole.
//!
//! Every check takes time linear in the length of the text, but for that of trees, where it is the length times the depth.
//! The tests and the fuzz targets share them.
#![allow(dead_code, reason = "each test and each fuzz target uses what it needs")]
#![allow(clippy::unwrap_used, reason = "what can't be unwrapped breaks a law")]

use notaverbale::{
    Deprel, Document, Layout, OffsetMap, Sentence, SentenceSplitter, Span, Statement, Token, Tokenizer,
};
use serde_json::Value;

/// Asserts what the documentation promises of the cast.
#[track_caller]
fn check_cast(document: &Document) {
    let mut spoken = vec![0; document.cast().len()];
    // By member, the party of the first statement that has one.
    let mut parties: Vec<Option<&str>> = vec![None; document.cast().len()];
    for (number, statement) in document.statements().iter().enumerate() {
        assert_eq!(
            statement.member.is_some(),
            statement.speaker.is_some(),
            "statement {number} has a speaker"
        );
        if let Some(member) = statement.member {
            spoken[member] += 1;
            parties[member] = parties[member].or(statement.party.as_deref());
        }
        if let Some(mention) = statement.mention {
            check_span(document.text(), mention, "the mention of a speaker");
        }
    }
    let mut before = 0;
    for (number, member) in document.cast().iter().enumerate() {
        assert!(!member.name.is_empty(), "member {number} has a name");
        assert!(spoken[number] > 0 || !member.mentions.is_empty(), "member {number} speaks or is mentioned");
        if member.mentions.is_empty() {
            assert_eq!(member.party.as_deref(), parties[number], "member {number} has its statements' party");
        }
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
    check_sentences(text, document.sentences());
    let alone = SentenceSplitter::default().split(text);
    assert_eq!(document.sentences(), &alone, "the splitter alone finds the same sentences");
    if let Some(span) = document.dateline() {
        check_span(text, span, "dateline");
    }
    check_cast(document);
    let mut before = 0;
    for (number, statement) in document.statements().iter().enumerate() {
        check_statement(document, number, statement);
        let first = statement.content[0].start;
        assert!(before <= first, "statement {number} stands in the order of its first content");
        before = first;
    }
    let stored = serde_json::to_string(document).unwrap();
    assert_eq!(serde_json::from_str::<Document>(&stored).unwrap(), *document, "what is stored comes back");
    for (statement, stance) in document.stances() {
        assert!(document.statements()[statement].stances.contains(stance), "a stance is its statement's");
    }
}

#[track_caller]
fn check_statement(document: &Document, number: usize, statement: &Statement) {
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
    if let Some(continues) = statement.continues {
        assert!(statement.continued, "statement {number} goes on with one, so it is continued");
        let cued = document.statements().get(continues);
        let cued = cued.unwrap_or_else(|| panic!("statement {number} goes on with one that is there"));
        assert!(!cued.continued, "statement {number} goes on with a cued one");
    }
    if statement.continued {
        assert!(statement.source.is_empty() && statement.cue.is_empty(), "statement {number} has no cue");
    }
    let own_words = || statement.cue.iter().chain(&statement.content);
    let mut before = 0;
    for stance in &statement.stances {
        check_words(document, &stance.expression, "expression");
        let own =
            |span: &Span| own_words().any(|own| sentence_of(document, *own) == sentence_of(document, *span));
        assert!(stance.expression.iter().all(own), "a stance stands in a sentence of its statement");
        check_words(document, &stance.target, "target");
        assert!(!stance.expression.is_empty(), "a stance has an expression");
        assert!((0.0..=1.0).contains(&stance.confidence), "a stance has a confidence");
        assert!(before <= stance.expression[0].start, "stances stand in the order of their expressions");
        before = stance.expression[0].start;
    }
}

/// Asserts what holds for sentences, whatever the options of the splitter.
#[track_caller]
pub fn check_sentences(text: &str, sentences: &[Sentence]) {
    check_pieces(text, sentences.iter().map(|sentence| sentence.span), "sentence");
    for sentence in sentences {
        assert_eq!(sentence.span.trim(text), sentence.span, "a sentence is trimmed");
    }
    assert!(sentences.is_sorted_by_key(|sentence| sentence.paragraph), "the numbers of paragraphs rise");
}

/// Asserts what holds for tokens.
#[track_caller]
pub fn check_tokens(text: &str) {
    check_pieces(text, Tokenizer::default().spans(text).into_iter(), "token");
}

/// Asserts what holds for the tokens of sentences and their trees.
#[track_caller]
pub fn check_trees(text: &str, sentences: &[Sentence], tokens: &[Token]) {
    check_pieces(text, tokens.iter().map(|token| token.span), "token");
    let mut roots = vec![0; sentences.len()];
    for (place, token) in tokens.iter().enumerate() {
        assert!(sentences[token.sentence].span.contains(token.span), "a token stands in its sentence");
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
}

/// Asserts that the CoNLL-U of a document has a line of ten columns for each token.
#[track_caller]
pub fn check_conllu(document: &Document) {
    let conllu = document.to_conllu();
    let rows = conllu.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    let cells: Vec<Vec<&str>> = rows.map(|row| row.split('\t').collect()).collect();
    assert!(cells.iter().all(|cells| cells.len() == 10), "a row has ten columns:\n{conllu}");
    let words = cells.iter().filter(|cells| !cells[0].contains('-')).count();
    assert_eq!(words, document.tokens().len(), "CoNLL-U has a line for each token");
}

/// Asserts what holds for the layout of a page.
#[track_caller]
pub fn check_layout(text: &str) {
    let layout = Layout::new(text);
    check_pieces(text, layout.paragraphs.iter().map(|paragraph| paragraph.span), "paragraph");
    if let Some(dateline) = &layout.dateline {
        check_span(text, dateline.span, "dateline");
        assert!(
            layout.paragraphs[0].span.contains(dateline.span),
            "a dateline stands in the first paragraph"
        );
    }
    assert_eq!(layout.labels.len(), layout.paragraphs.len(), "a label or none for each paragraph");
    for (paragraph, label) in layout.paragraphs.iter().zip(&layout.labels) {
        if let Some(label) = label {
            check_span(text, *label, "label");
            assert!(paragraph.span.contains(*label), "a label stands in its paragraph");
        }
    }
    let mut around: Vec<Span> = Vec::new();
    let mut before = 0;
    for quotation in &layout.quotations {
        check_span(text, quotation.span, "quotation");
        check_span(text, quotation.inner, "what is quoted");
        assert!(quotation.span.contains(quotation.inner), "a quotation holds what it quotes");
        assert!(before <= quotation.span.start, "quotations stand in the order of their opening marks");
        before = quotation.span.start;
        around.retain(|outer| outer.overlaps(quotation.span));
        assert!(around.iter().all(|outer| outer.contains(quotation.span)), "quotations nest");
        assert_eq!(quotation.depth, around.len(), "the depth counts the quotations around");
        around.push(quotation.span);
        let paragraph =
            layout.paragraphs.partition_point(|paragraph| paragraph.span.end <= quotation.span.start);
        let paragraph = layout.paragraphs[paragraph].span;
        assert!(paragraph.contains(quotation.span), "a quotation stands in one paragraph");
        if quotation.runs_on {
            assert_eq!(quotation.span.end, paragraph.end, "what runs on ends with its paragraph");
        }
    }
}

/// Asserts that code points and bytes lead to each other.
#[track_caller]
pub fn check_offsets(text: &str) {
    let map = OffsetMap::new(text);
    let bytes = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
    let mut points = 0;
    for (point, byte) in bytes.enumerate() {
        assert_eq!(map.to_code_point(text, byte), point, "the code point of byte {byte}");
        assert_eq!(map.to_byte(text, point), byte, "the byte of code point {point}");
        points = point;
    }
    assert_eq!(map.to_byte(text, points + 7), text.len(), "what is past the end is the end");
    assert_eq!(map.to_code_point(text, text.len() + 7), points, "what is past the end is the end");
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
        let sentence = document.sentences().get(sentence_of(document, span));
        let within = sentence.is_some_and(|sentence| sentence.span.contains(span));
        assert!(within, "{what} {span:?} stands in one sentence");
    }
}

/// The number of the sentence that a span begins in.
fn sentence_of(document: &Document, span: Span) -> usize {
    document.sentences().partition_point(|sentence| sentence.span.end <= span.start)
}

/// Asserts that the offsets of the JSON record are code points that slice the words out of the text.
#[track_caller]
pub fn check_record(document: &Document) {
    let text = document.text();
    let characters: Vec<char> = text.chars().collect();
    let map = OffsetMap::new(text);
    let record = written(document);
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
    let statements = record["statements"].as_array().unwrap();
    assert_eq!(statements.len(), document.statements().len());
    for (found, statement) in statements.iter().zip(document.statements()) {
        check_all(&found["source"], &statement.source);
        check_all(&found["cue"], &statement.cue);
        check_all(&found["content"], &statement.content);
        let stances = found["stances"].as_array().unwrap();
        assert_eq!(stances.len(), statement.stances.len());
        for (found, stance) in stances.iter().zip(&statement.stances) {
            check_all(&found["expression"], &stance.expression);
            check_all(&found["target"], &stance.target);
        }
    }
}

/// Asserts that trimming takes white space at both ends of a span that fits the text, and nothing else.
#[track_caller]
pub fn check_trim(text: &str, span: Span) {
    let trimmed = span.trim(text);
    assert!(span.contains(trimmed));
    assert_eq!(trimmed.text(text), span.text(text).trim());
    assert_eq!(trimmed.trim(text), trimmed);
}

/// The JSON record of a document, as who reads the line gets it.
fn written(document: &Document) -> Value {
    let line = serde_json::to_string(&document.record()).unwrap();
    assert!(!line.contains('\n'), "a record is one line");
    serde_json::from_str(&line).unwrap()
}

/// Asserts that the tables say what the record does.
#[track_caller]
pub fn check_tables(document: &Document) {
    let record = written(document);
    let edges = |points: &Value| {
        let points = points.as_array()?;
        Some([points.first()?[0].as_u64()?, points.last()?[1].as_u64()?])
    };
    let pair = |start: Option<u32>, end: Option<u32>| Some([start?.into(), end?.into()]);
    let mut rows = 0;
    for (number, row) in document.statement_rows().enumerate() {
        let statement = &record["statements"][number];
        assert_eq!(row.statement as usize, number);
        assert_eq!(pair(row.source_start, row.source_end), edges(&statement["source"]));
        assert_eq!(pair(row.cue_start, row.cue_end), edges(&statement["cue"]));
        assert_eq!(pair(row.content_start, row.content_end), edges(&statement["content"]));
        let content = &document.statements()[number].content;
        assert_eq!(row.content, Some(document.words(content)));
        rows += 1;
    }
    assert_eq!(rows, document.statements().len(), "a row for each statement");
    let mut stances = document.stances();
    for (number, row) in document.stance_rows().enumerate() {
        let (statement, stance) = stances.next().unwrap();
        assert_eq!((row.stance as usize, row.statement as usize), (number, statement));
        let [start, end] =
            [row.expression_start.unwrap(), row.expression_end.unwrap()].map(|point| point as usize);
        let [first, last] = [stance.expression[0], *stance.expression.last().unwrap()];
        assert_eq!([start, end], [document.code_points(first)[0], document.code_points(last)[1]]);
        assert_eq!(row.target.is_some(), !stance.target.is_empty());
    }
    assert!(stances.next().is_none(), "a row for each stance");
}
