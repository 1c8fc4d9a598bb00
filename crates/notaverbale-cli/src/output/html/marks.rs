//! Marks on a text, and the segments between their edges.
//!
//! Statements nest (a speaker quotes another), stances overlap, and spans are in pieces, so marks can't be elements:
//! the text is cut at every edge, and each segment knows all marks that lie over it.

use std::ops::Range;

use notaverbale::{Span, Statement};

/// What a mark says of the words under it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    Source,
    Cue,
    Content,
    /// The expression of the statement's stance with this index.
    Expression(usize),
}

/// A span of text with a role in a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    pub span: Span,
    /// The index of the statement.
    pub statement: usize,
    pub role: Role,
}

/// The marks of all statements. Spans that are empty or do not fit `text` give none.
pub fn marks(text: &str, statements: &[Statement]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (number, statement) in statements.iter().enumerate() {
        let mut add = |spans: &[Span], role| {
            let fitting = spans.iter().filter(|span| !span.text(text).is_empty());
            marks.extend(fitting.map(|&span| Mark { span, statement: number, role }));
        };
        add(&statement.source, Role::Source);
        add(&statement.cue, Role::Cue);
        add(&statement.content, Role::Content);
        for (index, stance) in statement.stances.iter().enumerate() {
            add(&stance.expression, Role::Expression(index));
        }
    }
    marks
}

/// A stretch of text over which the marks do not change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Segment {
    pub span: Span,
    /// Indices of the marks over it, in the order of their starts.
    pub marks: Vec<usize>,
}

/// Cuts the `paragraphs` at every edge of `marks`. Each paragraph gives its segments in order; together they are the
/// whole paragraph.
pub fn segments(paragraphs: &[Span], marks: &[Mark]) -> Vec<Vec<Segment>> {
    let edges = |span: &Span| [span.start, span.end];
    let mut cuts: Vec<usize> = marks.iter().flat_map(|mark| edges(&mark.span)).collect();
    cuts.extend(paragraphs.iter().flat_map(edges));
    cuts.sort_unstable();
    cuts.dedup();

    let mut by_start: Vec<usize> = (0..marks.len()).collect();
    by_start.sort_by_key(|&mark| marks[mark].span.start);
    let mut waiting = by_start.into_iter().peekable();
    let mut active: Vec<usize> = Vec::new();
    let mut stretches = cuts.windows(2).map(|pair| Span::new(pair[0], pair[1])).peekable();
    let mut step = |until: usize| {
        let span = stretches.next_if(|span| span.end <= until)?;
        active.retain(|&mark| marks[mark].span.end > span.start);
        while let Some(mark) = waiting.next_if(|&mark| marks[mark].span.start <= span.start) {
            active.push(mark);
        }
        Some(Segment { span, marks: active.clone() })
    };
    paragraphs
        .iter()
        .map(|paragraph| {
            let all = std::iter::from_fn(|| step(paragraph.end));
            all.filter(|segment| paragraph.contains(segment.span)).collect()
        })
        .collect()
}

/// The paragraphs of `text`: what stands between runs of white space that hold an empty line.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut paragraphs = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            paragraphs.extend(open.take());
        } else {
            let end = at + line.trim_end().len();
            open = Some(open.map_or(at, |paragraph| paragraph.start)..end);
        }
        at += line.len();
    }
    paragraphs.extend(open);
    paragraphs.into_iter().map(|range| Span::new(range.start, range.end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize) -> Mark {
        Mark { span: Span::new(start, end), statement: 0, role: Role::Content }
    }

    /// Segments as `start-end:marks`, paragraphs apart by `|`.
    #[track_caller]
    fn check(paragraphs: &[(usize, usize)], marks: &[Mark], expected: &str) {
        let paragraphs: Vec<Span> = paragraphs.iter().map(|&(start, end)| Span::new(start, end)).collect();
        let shown: Vec<String> = segments(&paragraphs, marks)
            .iter()
            .map(|segments| {
                let shown = segments.iter().map(|segment| {
                    let marks: Vec<_> = segment.marks.iter().map(usize::to_string).collect();
                    format!("{}-{}:{}", segment.span.start, segment.span.end, marks.join(","))
                });
                shown.collect::<Vec<_>>().join(" ")
            })
            .collect();
        assert_eq!(shown.join(" | "), expected);
    }

    #[test]
    fn marks_nest() {
        check(&[(0, 10)], &[mark(1, 9), mark(3, 5)], "0-1: 1-3:0 3-5:0,1 5-9:0 9-10:");
    }

    #[test]
    fn marks_overlap_and_touch() {
        check(&[(0, 8)], &[mark(0, 5), mark(3, 8), mark(5, 6)], "0-3:0 3-5:0,1 5-6:1,2 6-8:1");
    }

    #[test]
    fn a_mark_runs_over_paragraphs() {
        check(&[(0, 4), (6, 9)], &[mark(2, 8)], "0-2: 2-4:0 | 6-8:0 8-9:");
    }

    #[test]
    fn a_text_without_marks_is_one_segment() {
        check(&[(0, 4)], &[], "0-4:");
        check(&[], &[], "");
    }

    #[test]
    fn paragraphs_stand_between_empty_lines() {
        let text = "\n One.\nTwo. \r\n \r\n\r\nThree.\n\n";
        let found: Vec<_> = paragraphs(text).iter().map(|span| span.text(text)).collect();
        assert_eq!(found, [" One.\nTwo.", "Three."]);
        assert_eq!(paragraphs(" \n\n"), []);
    }
}
