//! The text with its marks, and the legend that explains them.

use std::fmt::Write;

use notaverbale::{Stance, Statement};

use super::escape;
use super::marks::{Mark, Role, Segment, marks, paragraphs, segments};
use super::style::PALETTE;
use crate::output::view::View;

/// The speakers of a document, in the order of their first statements; each has a colour.
pub struct Speakers<'d> {
    /// Name and party; the party is that of the first statement that has one.
    names: Vec<(&'d str, Option<&'d str>)>,
    /// The colour of each statement.
    colours: Vec<usize>,
    unknown: bool,
}

impl<'d> Speakers<'d> {
    pub fn of(statements: &'d [Statement]) -> Self {
        let mut names: Vec<(&str, Option<&str>)> = Vec::new();
        let mut colours = Vec::with_capacity(statements.len());
        let mut places = std::collections::HashMap::new();
        for statement in statements {
            let Some(name) = statement.speaker.as_deref() else {
                colours.push(0);
                continue;
            };
            let place = *places.entry(name).or_insert(names.len());
            if place == names.len() {
                names.push((name, None));
            }
            let party = &mut names[place].1;
            *party = party.or(statement.party.as_deref());
            colours.push(1 + place % PALETTE);
        }
        let unknown = colours.contains(&0);
        Self { names, colours, unknown }
    }

    /// Who has which colour, and what the marks mean.
    pub fn push_legend(&self, html: &mut String) {
        html.push_str("<ul>");
        for (place, (name, party)) in self.names.iter().enumerate() {
            let colour = 1 + place % PALETTE;
            let _ = write!(html, "<li class=\"ink-{colour} tint-{colour}\">");
            escape::push(html, name);
            if let Some(party) = party.filter(|party| party != name) {
                html.push_str(" (");
                escape::push(html, party);
                html.push(')');
            }
            html.push_str("</li>");
        }
        if self.unknown {
            html.push_str("<li class=\"ink-0 tint-0\">unknown speaker</li>");
        }
        html.push_str(
            "</ul>\n<ul class=\"key\"><li><span class=\"source\">source</span></li>\
             <li><span class=\"cue\">cue</span></li><li><span class=\"content tint-0\">content</span></li>\
             <li><span class=\"favor\">stance</span><sup class=\"favor\">+act</sup> in favor</li>\
             <li><span class=\"against\">stance</span><sup class=\"against\">−act</sup> against</li>\
             <li><sup>0</sup>number of the statement</li></ul>\n",
        );
    }
}

/// Appends the text of `view`, a `<p>` a paragraph.
pub fn push(html: &mut String, view: &View<'_>, speakers: &Speakers<'_>) {
    let marks = marks(view.text, view.statements);
    let marked = Marked { view, speakers, firsts: firsts(&marks, view.statements.len()), marks };
    html.push_str("<div class=\"text\">\n");
    for segments in segments(&paragraphs(view.text), &marked.marks) {
        html.push_str("<p>");
        for segment in &segments {
            marked.push_segment(html, segment);
        }
        html.push_str("</p>\n");
    }
    html.push_str("</div>\n");
}

/// Where each statement's number stands: the byte where its first mark begins.
fn firsts(marks: &[Mark], statements: usize) -> Vec<usize> {
    let mut firsts = vec![usize::MAX; statements];
    for mark in marks {
        let first = &mut firsts[mark.statement];
        *first = mark.span.start.min(*first);
    }
    firsts
}

struct Marked<'v> {
    view: &'v View<'v>,
    speakers: &'v Speakers<'v>,
    marks: Vec<Mark>,
    firsts: Vec<usize>,
}

impl Marked<'_> {
    fn push_segment(&self, html: &mut String, segment: &Segment) {
        let over: Vec<Mark> = segment.marks.iter().map(|&index| self.marks[index]).collect();
        let words = segment.span.text(self.view.text);
        if over.is_empty() {
            escape::push(html, words);
            return;
        }
        let _ = write!(html, "<span class=\"{}\" title=\"", self.classes(&over).join(" "));
        escape::push(html, &self.title(&over));
        html.push_str("\">");
        self.push_numbers(html, segment, &over);
        match self.underline(&over) {
            // An element of its own, or the line would run on under the label.
            Some(polarity) => {
                let _ = write!(html, "<span class=\"{polarity}\">");
                escape::push(html, words);
                html.push_str("</span>");
            }
            None => escape::push(html, words),
        }
        self.push_labels(html, segment, &over);
        html.push_str("</span>");
    }

    /// The roles of a segment, the paper in the colour of the innermost content, and the ink in that of the innermost
    /// source or cue.
    fn classes(&self, over: &[Mark]) -> Vec<String> {
        let innermost = |wanted: fn(Role) -> bool| {
            let fitting = over.iter().filter(|mark| wanted(mark.role));
            fitting.min_by_key(|mark| mark.span.len()).map(|mark| self.speakers.colours[mark.statement])
        };
        let mut classes = Vec::new();
        for (role, name) in [(Role::Source, "source"), (Role::Cue, "cue"), (Role::Content, "content")] {
            if over.iter().any(|mark| mark.role == role) {
                classes.push(name.to_owned());
            }
        }
        if let Some(colour) = innermost(|role| role == Role::Content) {
            classes.push(format!("tint-{colour}"));
        }
        if let Some(colour) = innermost(|role| matches!(role, Role::Source | Role::Cue)) {
            classes.push(format!("ink-{colour}"));
        }
        classes
    }

    /// The polarity of the stance whose expression a segment belongs to; of the innermost one where there are more.
    fn underline(&self, over: &[Mark]) -> Option<&'static str> {
        let expressions = over.iter().filter(|mark| self.stance(mark).is_some());
        let innermost = expressions.min_by_key(|mark| mark.span.len())?;
        self.stance(innermost).map(|stance| stance.polarity.as_str())
    }

    /// What a pointer at rest shows: stances where there are any, else whose words these are.
    fn title(&self, over: &[Mark]) -> String {
        let mut lines: Vec<String> =
            over.iter().filter_map(|mark| self.stance(mark)).map(|stance| self.describe(stance)).collect();
        if lines.is_empty() {
            let mut numbers: Vec<usize> = over.iter().map(|mark| mark.statement).collect();
            numbers.sort_unstable();
            numbers.dedup();
            lines.extend(numbers.into_iter().map(|number| {
                let statement = &self.view.statements[number];
                let speaker = statement.speaker.as_deref().unwrap_or("unknown speaker");
                let party = statement.party.as_ref().filter(|party| *party != speaker);
                let party = party.map(|party| format!(" ({party})")).unwrap_or_default();
                let continued = if statement.continued { ", continued" } else { "" };
                format!("{number}: {speaker}{party}, {}{continued}", statement.kind.as_str())
            }));
        }
        lines.join("\n")
    }

    fn describe(&self, stance: &Stance) -> String {
        let holder = stance.holder.as_deref().unwrap_or("unknown holder");
        let (act, polarity) = (stance.act.as_str(), stance.polarity.as_str());
        let mut line = format!("{holder}: {act} ({polarity}, {})", stance.strength.as_str());
        if let Some(addressee) = &stance.addressee {
            let _ = write!(line, ", to {addressee}");
        }
        if !stance.target.is_empty() {
            let _ = write!(line, ", target: {}", self.view.words(&stance.target));
        }
        line
    }

    fn push_numbers(&self, html: &mut String, segment: &Segment, over: &[Mark]) {
        let mut numbers: Vec<usize> = over.iter().map(|mark| mark.statement).collect();
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers.into_iter().filter(|&number| self.firsts[number] == segment.span.start) {
            let _ = write!(html, "<sup class=\"ink-{}\">{number}</sup>", self.speakers.colours[number]);
        }
    }

    /// Labels the stances whose expression ends with this segment.
    fn push_labels(&self, html: &mut String, segment: &Segment, over: &[Mark]) {
        let ending = over.iter().filter(|mark| mark.span.end == segment.span.end);
        for stance in ending.filter_map(|mark| self.stance(mark)) {
            if stance.expression.iter().any(|span| span.end > segment.span.end) {
                continue;
            }
            let sign = if stance.polarity == notaverbale::Polarity::Favor { '+' } else { '−' };
            let (polarity, act) = (stance.polarity.as_str(), stance.act.as_str());
            let _ = write!(html, "<sup class=\"{polarity}\">{sign}{act}</sup>");
        }
    }

    /// The stance that `mark` is the expression of.
    fn stance(&self, mark: &Mark) -> Option<&Stance> {
        match mark.role {
            Role::Expression(index) => self.view.statements[mark.statement].stances.get(index),
            _ => None,
        }
    }
}
