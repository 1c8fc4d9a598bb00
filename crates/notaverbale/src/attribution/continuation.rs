//! The statements of a document: each sentence's own, and the sentences that go on with somebody's words.

use std::collections::HashSet;

use crate::attribution::draft::{Draft, DraftSource, Pattern};
use crate::attribution::rule::{self, source};
use crate::attribution::{Kind, Statement, kind, voice};
use crate::lexicon::party::PartyId;
use crate::mention::{Cast, Description, Resolver, Speaker};
use crate::parse::{Parsed, SentenceView};
use crate::span::Span;
use crate::syntax::Tokens;
use crate::tag::Upos;

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
}

/// Finds the statements of a parsed document, in the order of the text.
pub(crate) fn attribute(parsed: &Parsed, cast: &Cast, author: Option<&str>) -> Vec<Attributed> {
    let sides = parsed.sides();
    let mut scribe = Scribe {
        parsed,
        resolver: Resolver::new(parsed.lexicon, parsed.text, cast, sides),
        found: Vec::new(),
        waiting: Vec::new(),
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
            && let Some(speaker) = voice::introduces_author(&mut scribe.resolver, &view, sentence, index)
        {
            let parties = match speaker.parties[..] {
                [] => parsed.acting_party().into_iter().collect(),
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
    scribe.found
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

struct Scribe<'d> {
    parsed: &'d Parsed<'d>,
    resolver: Resolver<'d>,
    found: Vec<Attributed>,
    /// Quoted sentences whose cue is still to come, with their quotation.
    waiting: Vec<(usize, u32)>,
    /// The paragraphs that end inside a quotation which the next one opens again.
    runs_on: HashSet<usize>,
}

/// How many sentences ahead ministry style looks for the speaker's own side.
const MINISTRY: usize = 12;

impl Scribe<'_> {
    fn author(&self, name: &str) -> Speaker {
        let party = self.parsed.describe_alone(name).or_else(|| self.parsed.acting_party());
        Speaker { name: Some(name.to_owned()), parties: party.into_iter().collect() }
    }

    fn turn_speaker(&self, label: Span) -> Speaker {
        let words = label.text(self.parsed.text);
        let name = self.parsed.label_name(words);
        name.and_then(|name| {
            self.resolver.by_name(&name).or(Some(Speaker { name: Some(name), parties: Vec::new() }))
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
        self.note_all(view, 0, view.end());
    }

    /// A sentence of a text that is somebody's own: theirs, unless it reports a third person's words.
    fn author_sentence(&mut self, view: &SentenceView, index: usize, author: &Speaker) {
        let drafts: Vec<Draft> = rule::statements(view)
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
            self.note_all(view, 0, view.end());
        } else {
            self.add_drafts(view, index, drafts);
        }
    }

    /// A sentence of a report.
    fn reported_sentence(&mut self, view: &SentenceView, index: usize) {
        let drafts = rule::statements(view);
        let own_side =
            self.ministry_style(view, index).filter(|&before| self.are_own_acts(view, &drafts, before));
        if !drafts.is_empty() && own_side.is_none() {
            self.add_drafts(view, index, drafts);
            self.release_waiting(view, index);
            return;
        }
        let content = view.trim(Tokens::new(view.body, view.end()));
        if content.is_empty() {
            return;
        }
        if let Some(quotation) = wholly_quoted(view, content) {
            match self.goes_on_with(index, quotation) {
                Some(before) => self.continue_from(view, index, before, content),
                None => self.waiting.push((index, quotation)),
            }
        } else if let Some(before) = own_side {
            self.continue_from(view, index, before, content);
        }
        self.note_all(view, 0, view.end());
    }

    fn continue_from(&mut self, view: &SentenceView, index: usize, before: usize, content: Tokens) {
        if content.is_empty() {
            return;
        }
        let speaker = self.found[before].speaker.clone();
        let number = self.push(view, index, Pattern::Continuation, &speaker, vec![], vec![content]);
        let own_words = self.found[before].own_words;
        let continues = self.cued(before);
        let added = &mut self.found[number];
        added.own_words = own_words || added.statement.kind == Kind::Direct;
        added.statement.continued = true;
        added.statement.continues = continues;
    }

    /// The cued statement that `statement` is or goes on with.
    fn cued(&self, statement: usize) -> Option<usize> {
        if self.found[statement].statement.continued {
            self.found[statement].statement.continues
        } else {
            Some(statement)
        }
    }

    /// The statement whose quotation a wholly quoted sentence goes on with.
    fn goes_on_with(&self, index: usize, quotation: u32) -> Option<usize> {
        let last_sentence = self.found.last()?.sentence;
        let colon = self.ends_with_colon(index);
        let mut latest =
            (0..self.found.len()).rev().take_while(|&at| self.found[at].sentence == last_sentence);
        let last = latest.find(|&at| colon || self.found[at].statement.kind != Kind::Indirect)?;
        let before = &self.found[last];
        let adjacent = index - before.sentence <= 3
            && (before.sentence + 1..index).all(|between| self.is_empty(between));
        let same = self.parsed.view(before.sentence).quoted.contains(&Some(quotation));
        let paragraph = |sentence: usize| self.parsed.sentences[sentence].paragraph;
        let runs_on = self.runs_on.contains(&paragraph(before.sentence));
        (same
            || adjacent
                && (paragraph(before.sentence) == paragraph(index) || runs_on || self.ends_with_colon(index)))
        .then_some(last)
    }

    /// Whether a sentence has no word (`…`).
    fn is_empty(&self, index: usize) -> bool {
        let view = self.parsed.view(index);
        view.trim(Tokens::new(view.body, view.end())).is_empty()
    }

    fn ends_with_colon(&self, index: usize) -> bool {
        index > 0 && self.parsed.sentences[index - 1].span.text(self.parsed.text).ends_with(':')
    }

    /// Quoted sentences that waited for the cue of their quotation get the speaker of the sentence's first statement.
    fn release_waiting(&mut self, view: &SentenceView, index: usize) {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return;
        }
        let first = self.found.partition_point(|found| found.sentence < index);
        let released: Vec<(usize, u32)> =
            waiting.into_iter().filter(|(_, quotation)| view.quoted.contains(&Some(*quotation))).collect();
        if released.is_empty() {
            return;
        }
        let speaker = self.found[first].speaker.clone();
        let tail = self.found.split_off(first);
        for &(waited, _) in &released {
            let earlier = self.parsed.view(waited);
            let content = earlier.trim(Tokens::new(earlier.body, earlier.end()));
            let number = self.push(&earlier, waited, Pattern::Continuation, &speaker, vec![], vec![content]);
            self.found[number].own_words = true;
            self.found[number].statement.continued = true;
            self.found[number].statement.continues = Some(first + released.len());
        }
        self.found.extend(tail);
        // The statements behind moved by as many places.
        for found in &mut self.found[first + released.len()..] {
            if let Some(continues) = &mut found.statement.continues
                && *continues >= first
            {
                *continues += released.len();
            }
        }
    }

    /// Whether all that a sentence attributes are acts of the side whose words `before` are: `China supports …` right
    /// after `Wang said that …` is what Wang said.
    fn are_own_acts(&self, view: &SentenceView, drafts: &[Draft], before: usize) -> bool {
        let own = self.own_side(before);
        drafts.iter().all(|draft| match draft.source {
            DraftSource::Phrase(source) => {
                let who = Description::new(view.lexicon, view.text, view.tokens, source);
                // A thing (`Solar power offers …`) takes no position, whatever its verb.
                let thing = who.name.is_none_or(|name| name.end < source.end)
                    && who.titles.is_empty()
                    && view.tokens[source.first].upos != Upos::Pron;
                draft.pattern == Pattern::Act && who.party().map_or(thing, |party| Some(party) == own)
            }
            DraftSource::SameAs(_) => draft.pattern == Pattern::Act,
            DraftSource::Missing => true,
        })
    }

    /// Ministry style: `Wang said that A. China will B.` A sentence in the present or future that follows an indirect
    /// statement in its paragraph goes on with it, if the paragraph speaks of the speaker's own side.
    fn ministry_style(&self, view: &SentenceView, index: usize) -> Option<usize> {
        let last = self.found.len().checked_sub(1)?;
        let before = &self.found[last];
        if before.sentence + 1 != index
            || self.parsed.sentences[before.sentence].paragraph != self.parsed.sentences[index].paragraph
        {
            return None;
        }
        let cued = self.cued(last)?;
        // After `China thanked Peru` the next sentence is China's own, not what it said.
        let said = matches!(self.found[cued].pattern, Pattern::Clause | Pattern::Parenthetical);
        if !said || self.found[cued].statement.kind != Kind::Indirect || !self.is_present(view) {
            return None;
        }
        let party = self.own_side(last)?;
        let paragraph = self.parsed.sentences[index].paragraph;
        let own_side = (index..self.parsed.sentences.len())
            .take(MINISTRY)
            .take_while(|&other| self.parsed.sentences[other].paragraph == paragraph)
            .map(|other| self.parsed.view(other))
            .take_while(|view| self.is_present(view))
            .any(|view| {
                main_subject(&view).is_some_and(|subject| {
                    Description::new(view.lexicon, view.text, view.tokens, subject).party() == Some(party)
                }) || view.tokens.get(view.body).is_some_and(|first| first.word == view.lexicon.words.it)
            });
        own_side.then_some(last)
    }

    /// The party whose positions a statement, or the cued one that it goes on with, is about.
    fn own_side(&self, statement: usize) -> Option<PartyId> {
        let known = self.found[statement].speaker.parties.first().copied();
        known.or_else(|| self.spoken_for(self.cued(statement)?))
    }

    /// The party that is the subject of a statement's content: a minister of no stated country who says what China does
    /// goes on with what China does.
    fn spoken_for(&self, statement: usize) -> Option<PartyId> {
        let statement = &self.found[statement];
        let view = self.parsed.view(statement.sentence);
        let content = *statement.content.first()?;
        let main = view.phrases.verbs(content).find(|group| group.is_finite())?;
        let subject = source::before(&view, &main, content.first)?;
        Description::new(view.lexicon, view.text, view.tokens, subject).party()
    }

    /// Whether the sentence's main verb stands in the present or with a modal.
    fn is_present(&self, view: &SentenceView) -> bool {
        let main = view.phrases.verbs(Tokens::new(view.body, view.end())).find(|group| group.is_finite());
        main.is_some_and(|group| group.modal || !group.is_past())
    }

    fn add_drafts(&mut self, view: &SentenceView, index: usize, drafts: Vec<Draft>) {
        let mut speakers: Vec<(Speaker, Option<Tokens>)> = Vec::with_capacity(drafts.len());
        // Sources are resolved in the order of the text, so that a pronoun finds the name before it.
        let mut order: Vec<usize> = (0..drafts.len()).collect();
        order.sort_by_key(|&number| match &drafts[number].source {
            DraftSource::Phrase(phrase) => phrase.first,
            DraftSource::Missing => 0,
            DraftSource::SameAs(_) => usize::MAX,
        });
        speakers.resize(drafts.len(), (Speaker::default(), None));
        let mut noted = 0;
        for number in order {
            speakers[number] = match &drafts[number].source {
                DraftSource::Phrase(phrase) => {
                    self.note_all(view, noted, phrase.first);
                    noted = phrase.end.max(noted);
                    (self.resolver.resolve(view.tokens, *phrase), Some(*phrase))
                }
                DraftSource::Missing => (self.resolver.both(), None),
                DraftSource::SameAs(other) => speakers[*other].clone(),
            };
        }
        self.note_all(view, noted, view.end());
        let mut order: Vec<usize> = (0..drafts.len()).collect();
        order.sort_by_key(|&number| drafts[number].content.first().map_or(0, |piece| piece.first));
        for number in order {
            let draft = &drafts[number];
            let (speaker, source) = &speakers[number];
            let added =
                self.push(view, index, draft.pattern, speaker, draft.cue.clone(), draft.content.clone());
            self.found[added].statement.source = source.iter().map(|&source| view.span(source)).collect();
        }
    }

    /// Adds a statement and gives its number.
    fn push(
        &mut self,
        view: &SentenceView,
        sentence: usize,
        pattern: Pattern,
        speaker: &Speaker,
        cue: Vec<Tokens>,
        content: Vec<Tokens>,
    ) -> usize {
        let kind = kind::of(view, &content);
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
                stances: Vec::new(),
            },
            speaker: speaker.clone(),
            sentence,
            cue,
            content,
            pattern,
            own_words: kind == Kind::Direct,
            by_person: speaker.name.as_deref().is_some_and(|name| self.resolver.by_name(name).is_some()),
        });
        self.found.len() - 1
    }

    /// Notes the noun phrases between two tokens as possible antecedents.
    fn note_all(&mut self, view: &SentenceView, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            match view.phrases.noun_at(at) {
                Some(noun) => {
                    let subject = view.phrases.verb_at(noun.end).is_some_and(|group| group.is_finite());
                    self.resolver.note(view.tokens, noun, subject);
                    at = noun.end.max(at + 1);
                }
                None => at += 1,
            }
        }
    }
}

fn main_subject(view: &SentenceView) -> Option<Tokens> {
    let main = view.phrases.verbs(Tokens::new(view.body, view.end())).find(|group| group.is_finite())?;
    source::before(view, &main, view.body)
}

/// The quotation that holds the first word of `content`, where all its words are quoted.
fn wholly_quoted(view: &SentenceView, content: Tokens) -> Option<u32> {
    let mut words = content.of(view.tokens).iter().enumerate().filter(|(_, token)| !token.is_mark());
    let quotation = view.quoted_by(content.first)?;
    words.all(|(at, _)| view.quoted_by(content.first + at).is_some()).then_some(quotation)
}
