//! The statements of a document on their way, and how one is added.

use std::collections::{HashMap, HashSet};

use crate::attribution::continuation::Waiting;
use crate::attribution::draft::{Draft, DraftSource, Pattern};
use crate::attribution::learned::paragraph::Paragraphs;
use crate::attribution::{Kind, Statement, kind};
use crate::mention::{Resolver, Speaker};
use crate::parse::{Parsed, SentenceView};
use crate::span::Span;
use crate::syntax::Tokens;

/// A statement with its place among the tokens, for the stance stage.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Attributed {
    pub statement: Statement,
    pub speaker: Speaker,
    pub sentence: usize,
    pub cue: Vec<Tokens>,
    pub content: Vec<Tokens>,
    pub pattern: Pattern,
    /// Whether the words are the author's own (`we` is the author).
    pub own_words: bool,
    /// Whether the speaker is one of the people of the document.
    pub by_person: bool,
    /// The number of the learned model's relation that it is the home of.
    pub relation: Option<usize>,
}

/// Writes down the statements of a document, sentence by sentence.
pub(super) struct Scribe<'d> {
    pub parsed: &'d Parsed<'d>,
    pub resolver: Resolver<'d>,
    pub found: Vec<Attributed>,
    /// Sentences whose cue is still to come.
    pub waiting: Vec<Waiting>,
    /// The learned model's reading, where it is asked.
    pub paragraphs: Option<Paragraphs>,
    /// The statement that each of its relations is at home in.
    pub homes: HashMap<usize, usize>,
    /// The paragraphs that end inside a quotation which the next one opens again.
    pub runs_on: HashSet<usize>,
}

impl Scribe<'_> {
    /// Adds the statements of a sentence.
    pub(super) fn add_drafts(&mut self, view: &SentenceView, index: usize, drafts: Vec<Draft>) {
        let mut speakers: Vec<(Speaker, Option<Span>)> = Vec::with_capacity(drafts.len());
        for draft in &drafts {
            let speaker = match &draft.source {
                DraftSource::Phrase(phrase) => {
                    (self.resolver.look_up(view, *phrase), Some(view.span(*phrase)))
                }
                DraftSource::Elsewhere(sentence, phrase) => {
                    let other = self.parsed.view(*sentence);
                    (self.resolver.look_up(&other, *phrase), Some(other.span(*phrase)))
                }
                DraftSource::Missing | DraftSource::SameAs(_) => (self.resolver.both(), None),
            };
            speakers.push(speaker);
        }
        for (number, draft) in drafts.iter().enumerate() {
            if let DraftSource::SameAs(other) = draft.source {
                speakers[number] = speakers[other].clone();
            }
        }
        let mut order: Vec<usize> = (0..drafts.len()).collect();
        order.sort_by_key(|&number| drafts[number].content.first().map_or(0, |piece| piece.first));
        for number in order {
            let draft = &drafts[number];
            let (speaker, source) = &speakers[number];
            let added =
                self.push(view, index, draft.pattern, speaker, draft.cue.clone(), draft.content.clone());
            let statement = &mut self.found[added].statement;
            statement.source = source.iter().copied().collect();
            statement.cue.extend(&draft.cue_elsewhere);
            statement.confidence = draft.confidence.unwrap_or(statement.confidence);
            self.settle(added, draft.relation);
        }
    }

    /// Makes a statement the home of a relation.
    pub(super) fn settle(&mut self, statement: usize, relation: Option<usize>) {
        self.found[statement].relation = relation;
        self.homes.extend(relation.map(|relation| (relation, statement)));
    }

    /// Adds a statement and gives its number.
    pub(super) fn push(
        &mut self,
        view: &SentenceView,
        sentence: usize,
        pattern: Pattern,
        speaker: &Speaker,
        cue: Vec<Tokens>,
        content: Vec<Tokens>,
    ) -> usize {
        let kind = kind::of(view, &content);
        let speaker = &self.parsed.names.known(self.parsed.lexicon, speaker.clone());
        self.found.push(Attributed {
            statement: Statement {
                speaker: speaker.name.clone(),
                party: speaker.party(view.lexicon),
                kind,
                continued: false,
                continues: None,
                confidence: pattern.confidence(),
                source: Vec::new(),
                cue: cue.iter().map(|&piece| view.span(piece)).collect(),
                content: content.iter().map(|&piece| view.span(piece)).collect(),
                member: None,
                mention: None,
                stances: Vec::new(),
            },
            speaker: speaker.clone(),
            sentence,
            cue,
            content,
            pattern,
            own_words: kind == Kind::Direct,
            by_person: speaker.member.is_some_and(|member| self.resolver.is_person(member)),
            relation: None,
        });
        self.found.len() - 1
    }
}
