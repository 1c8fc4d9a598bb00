//! All of a document: whose text each part of it is.

use std::collections::HashMap;
use std::sync::Arc;

use crate::attribution::draft::{Draft, Pattern};
use crate::attribution::learned::Attributor;
use crate::attribution::learned::paragraph::Paragraphs;
use crate::attribution::scribe::{Attributed, Scribe};
use crate::attribution::{order, rule, voice};
use crate::mention::{Chain, Resolver, Speaker};
use crate::parse::{Parsed, SentenceView};
use crate::span::Span;
use crate::syntax::Tokens;

/// Finds the statements of a parsed document, in the order of the text, but for those of less confidence.
pub(crate) fn attribute(
    parsed: &Parsed,
    chain: &Chain,
    author: Option<&str>,
    learned: Option<Arc<Attributor>>,
    min_confidence: f32,
) -> Vec<Attributed> {
    let mut scribe = Scribe {
        parsed,
        resolver: Resolver::new(chain),
        found: Vec::new(),
        waiting: Vec::new(),
        paragraphs: learned.map(Paragraphs::new),
        homes: HashMap::new(),
        runs_on: parsed.layout.paragraphs_that_run_on(),
    };
    let named_author = author.map(|name| scribe.author(name));
    let mut voice = named_author.clone().map_or(Voice::Reporter, Voice::Author);
    let mut turn: Option<Turn> = None;
    for index in 0..parsed.sentences.len() {
        let view = parsed.view(index);
        let paragraph = parsed.sentences[index].paragraph;
        let first = index == 0 || parsed.sentences[index - 1].paragraph != paragraph;
        if let Some(label) = parsed.layout.labels.get(paragraph).copied().flatten().filter(|_| first) {
            turn = Some(Turn { label, speaker: scribe.turn_speaker(label), opening: None });
        }
        if let Some(turn) = &mut turn {
            scribe.turn_sentence(&view, index, turn);
            continue;
        }
        let sentence = parsed.sentences[index].span.text(parsed.text);
        if matches!(voice, Voice::Reporter)
            && let Some(speaker) = voice::introduces_author(&scribe.resolver, &view, sentence, index)
        {
            let parties = match speaker.parties[..] {
                [] => scribe.resolver.acting_party().into_iter().collect(),
                _ => speaker.parties,
            };
            voice = Voice::Author(Speaker { parties, ..speaker });
            continue;
        }
        match &voice {
            Voice::Author(speaker) => scribe.author_sentence(&view, index, speaker),
            Voice::Reporter => scribe.reported_sentence(&view, index),
        }
    }
    order::in_order(scribe.found, min_confidence)
}

/// Whose text it is.
enum Voice {
    Reporter,
    Author(Speaker),
}

/// A turn of a transcript.
struct Turn {
    label: Span,
    speaker: Speaker,
    /// The statement that its first real sentence made.
    opening: Option<usize>,
}

impl Scribe<'_> {
    fn author(&self, name: &str) -> Speaker {
        let (alone, party) = self.parsed.describe_alone(name);
        let party = party.or_else(|| self.resolver.acting_party());
        let parties = party.into_iter().collect();
        match self.resolver.by_name(&alone) {
            Some(known) => Speaker {
                name: Some(alone),
                parties: if known.parties.is_empty() { parties } else { known.parties },
                ..known
            },
            None => Speaker { name: Some(alone), parties, member: None },
        }
    }

    fn turn_speaker(&self, label: Span) -> Speaker {
        let words = label.text(self.parsed.text);
        let name = self.parsed.label_name(words);
        name.and_then(|name| {
            self.resolver.by_name(&name).or(Some(Speaker { name: Some(name), ..Speaker::default() }))
        })
        .unwrap_or_default()
    }

    /// A sentence of a turn.
    fn turn_sentence(&mut self, view: &SentenceView, index: usize, turn: &mut Turn) {
        let content = view.trim(Tokens::new(view.body, view.end()));
        if content.is_empty() || voice::is_greeting(view, content) {
            return;
        }
        let pattern = if turn.opening.is_none() { Pattern::Label } else { Pattern::Continuation };
        let number = self.push(view, index, pattern, &turn.speaker, vec![], vec![content]);
        let added = &mut self.found[number];
        added.own_words = true;
        match turn.opening {
            None => {
                added.statement.source = vec![turn.label];
                turn.opening = Some(number);
            }
            opening => {
                added.statement.continued = true;
                added.statement.continues = opening;
            }
        }
    }

    /// A sentence of a text that is somebody's own: theirs, unless it reports a third person's words.
    fn author_sentence(&mut self, view: &SentenceView, index: usize, author: &Speaker) {
        let drafts: Vec<Draft> = rule::statements(view, &rule::candidates(view))
            .into_iter()
            .filter(|draft| voice::reports_third_person(view, draft))
            .collect();
        if drafts.is_empty() {
            let content = view.trim(Tokens::new(view.body, view.end()));
            if content.is_empty() || voice::is_greeting(view, content) {
                return;
            }
            let number = self.push(view, index, Pattern::Author, author, vec![], vec![content]);
            self.found[number].statement.continued = true;
            self.found[number].own_words = true;
        } else {
            self.add_drafts(view, index, drafts);
        }
    }
}
