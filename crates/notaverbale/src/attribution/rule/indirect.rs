//! The statements of one sentence: each cue with its source and content.

use crate::attribution::draft::{Draft, DraftSource, Pattern};
use crate::attribution::rule::cue::Candidate;
use crate::attribution::rule::frame::{self, Complement};
use crate::attribution::rule::nominal;
use crate::attribution::rule::{extent, parenthetical, phrase, source};
use crate::expression;
use crate::lexicon::cue::{CueClass, Frames};
use crate::lexicon::stance::{Class, Item};
use crate::lexicon::vocabulary::Feature;
use crate::parse::SentenceView;
use crate::syntax::Tokens;
use crate::tag::Upos;

/// The statements of a sentence, in the order of their cues, which are among `candidates`.
pub(in crate::attribution) fn statements(view: &SentenceView, candidates: &[Candidate]) -> Vec<Draft> {
    // `According to X, Y said …`: what stands inside is the content of X.
    if let Some(draft) = phrase::statement(view) {
        return vec![draft];
    }
    let mut drafts = Vec::new();
    let parentheticals = parenthetical::parentheticals(view, candidates);
    let mut from = view.body;
    for (number, parenthetical) in parentheticals.iter().enumerate() {
        let region = Tokens::new(from, parenthetical.whole.first);
        let next = parentheticals.get(number + 1).map_or(view.end(), |next| next.whole.first);
        let start = parenthetical::own_start(view, candidates, region);
        let mut content = vec![Tokens::new(start, region.end)];
        let mut end = parenthetical.whole.end;
        if let Some(rest) = parenthetical::rest_of_interrupted(view, candidates, start, parenthetical, next) {
            end = rest.end;
            content.push(rest);
        }
        if start > from {
            regular(view, candidates, Tokens::new(from, start), &mut drafts);
        }
        let quoted = content.iter().any(|piece| (piece.first..piece.end).any(|at| view.opens_quotation(at)));
        let content: Vec<Tokens> =
            content.into_iter().map(|piece| view.trim(piece)).filter(|piece| !piece.is_empty()).collect();
        if !content.is_empty() {
            let pattern = if quoted { Pattern::Quotation } else { Pattern::Parenthetical };
            let source = parenthetical.source.map_or(DraftSource::Missing, DraftSource::Phrase);
            drafts.push(Draft::new(pattern, source, vec![candidates[parenthetical.candidate].cue], content));
        }
        from = end;
    }
    regular(view, candidates, Tokens::new(from, view.end()), &mut drafts);
    drafts.extend(nominal::statements(view, &drafts));
    drafts
}

/// Cues before their content, in one stretch of the sentence.
fn regular(view: &SentenceView, candidates: &[Candidate], region: Tokens, drafts: &mut Vec<Draft>) {
    let mut covered = region.first;
    for (number, candidate) in candidates.iter().enumerate() {
        if !region.holds(candidate.group.head) || candidate.group.head < covered {
            continue;
        }
        if view.quoted_by(candidate.group.head).is_some() {
            continue;
        }
        if candidate.group.passive {
            drafts.extend(passive(view, candidate, region));
            continue;
        }
        let Some(complement) = frame::complement(view, candidate, region.end) else { continue };
        let Some(source) = draft_source(view, candidate, candidates, region, drafts, &complement) else {
            continue;
        };
        let end = extent::content_end(view, candidates, number, &complement, region.end);
        if candidate.expression.is_some() && !is_actor(view, &source) {
            continue;
        }
        let range = view.trim(Tokens::new(complement.first, end));
        if range.is_empty() {
            continue;
        }
        let pattern = match complement.pattern {
            Pattern::Clause if candidate.group.is_gerund() => Pattern::Participle,
            pattern => pattern,
        };
        covered = end.max(candidate.cue.end);
        let draft = Draft::new(pattern, source, vec![candidate.cue], vec![range]);
        drafts.push(Draft { own: candidate.own, ..draft });
    }
}

/// `The move was welcomed by Beijing`, `It was agreed that …`.
fn passive(view: &SentenceView, candidate: &Candidate, region: Tokens) -> Option<Draft> {
    let words = &view.lexicon.words;
    let draft = |source, content: Tokens| {
        let content = view.trim(content);
        let draft = || Draft::new(Pattern::Act, source, vec![candidate.cue], vec![content]);
        (!content.is_empty()).then(|| Draft { own: candidate.own, ..draft() })
    };
    let subject = source::before(view, &candidate.group, region.first)?;
    if view.tokens[subject.first].word == words.it {
        let complement = frame::complement(view, candidate, region.end)?;
        let opens = view.tokens[complement.first].feature == Feature::That || !complement.clausal;
        return if opens {
            draft(DraftSource::Missing, Tokens::new(complement.first, region.end))
        } else {
            None
        };
    }
    // `Both leaders were concerned by reports`: what is felt is the subject's.
    let felt = expression::of(view, &candidate.group, region.end).is_some_and(|expression| {
        expression.entry.effect.is_some() && expression.entry.pattern.first() == Some(&Item::Class(Class::Be))
    });
    if felt && is_actor(view, &DraftSource::Phrase(subject)) {
        return draft(DraftSource::Phrase(subject), Tokens::new(candidate.group.tokens.end, region.end));
    }
    // `was praised last week by Lima`
    let by = (candidate.cue.end..region.end.min(candidate.cue.end + 6))
        .find(|&at| view.tokens[at].word == words.by)?;
    if candidate.entry.frames.has(Frames::OBJECT)
        && view.phrases.verbs(Tokens::new(candidate.cue.end, by)).next().is_none()
    {
        let source = source::after(view, by + 1, region.end)?;
        return draft(DraftSource::Phrase(source), subject);
    }
    None
}

/// The source of a cue before its content: its subject, that of the cue it is coordinated with, or that of the main clause.
fn draft_source(
    view: &SentenceView,
    candidate: &Candidate,
    candidates: &[Candidate],
    region: Tokens,
    drafts: &[Draft],
    complement: &Complement,
) -> Option<DraftSource> {
    if let Some(source) = source_of(view, candidate, candidates, region) {
        return Some(DraftSource::Phrase(source));
    }
    let first = candidate.group.tokens.first;
    let before = first.checked_sub(1).filter(|&before| before >= view.body);
    let coordinated = before.is_some_and(|before| view.tokens[before].upos == Upos::Cconj);
    let behind_comma = before.is_some_and(|before| view.is_comma(before));
    let last = drafts.len().checked_sub(1);
    if (candidate.group.is_finite() && coordinated || candidate.group.is_gerund() && behind_comma)
        && let Some(last) = last
    {
        return Some(DraftSource::SameAs(last));
    }
    let gerund = candidate.group.is_gerund() && behind_comma && candidate.entry.class != CueClass::Thought;
    let purpose = candidate.group.infinitive
        && candidate.entry.class == CueClass::Act
        && complement.pattern == Pattern::Act;
    let began = candidate.group.is_gerund()
        && before.is_some_and(|before| view.tokens[before].word == view.lexicon.words.by);
    if gerund || purpose && !coordinated || candidate.group.is_finite() && coordinated || began {
        return main_subject(view, candidate, region.first).map(DraftSource::Phrase);
    }
    None
}

/// The subject of the first finite verb before `candidate`, which a participle or an infinitive shares.
fn main_subject(view: &SentenceView, candidate: &Candidate, from: usize) -> Option<Tokens> {
    let main = view
        .phrases
        .verbs(Tokens::new(from, candidate.group.tokens.first))
        .find(|group| group.is_finite())?;
    source::before(view, &main, from)
}

/// The subject right before the cue; for a participle at the head of the sentence, the subject of the clause behind it.
pub(super) fn source_of(
    view: &SentenceView,
    candidate: &Candidate,
    candidates: &[Candidate],
    region: Tokens,
) -> Option<Tokens> {
    let group = &candidate.group;
    if group.is_finite() {
        let source = source::before(view, group, region.first)?;
        let expletive = view.tokens[source.first].word == view.lexicon.words.it && group.copula;
        return (!expletive).then_some(source);
    }
    let opening = group.tokens.first == region.first
        || group.tokens.first == region.first + 1
            && matches!(view.tokens[region.first].upos, Upos::Sconj | Upos::Adv | Upos::Adp)
            && candidate.entry.class != CueClass::Thought;
    if group.is_gerund() && opening {
        let main = view.phrases.verbs(Tokens::new(candidate.cue.end, region.end)).find(|other| {
            other.is_finite()
                && source::before(view, other, candidate.cue.end)
                    .is_some_and(|source| view.follows_comma(source.first))
        });
        let said = candidates.iter().find(|other| main.is_some_and(|main| main.head == other.group.head));
        let main = said.map(|said| said.group).or(main)?;
        return source::before(view, &main, candidate.cue.end);
    }
    None
}

/// Whether a source is somebody who can take a position: a pronoun, a name, a title or a party.
fn is_actor(view: &SentenceView, source: &DraftSource) -> bool {
    let DraftSource::Phrase(range) = source else { return true };
    let tokens = range.of(view.tokens);
    let person = tokens.len() == 1 && tokens[0].feature == Feature::Nominative;
    let description = view.describe(*range);
    let head = description.head_title().is_some_and(|title| title.tokens.end == range.end);
    let party = description.parties.iter().any(|party| party.tokens.end == range.end);
    person || head || party || description.name.is_some_and(|name| name.end == range.end)
}
