//! The statements of one sentence: each cue with its source and content.

use crate::attribution::content;
use crate::attribution::cue::{self, Candidate};
use crate::attribution::draft::{Draft, DraftSource, Pattern};
use crate::attribution::frame::{self, Complement};
use crate::attribution::nominal;
use crate::attribution::source;
use crate::lexicon::cue::{CueClass, Frames};
use crate::lexicon::vocabulary::{Feature, VerbForm};
use crate::mention::Description;
use crate::parse::SentenceView;
use crate::syntax::Tokens;
use crate::tag::Upos;

/// A cue behind its content, with what was decided of it.
struct Parenthetical {
    candidate: usize,
    source: Option<Tokens>,
    /// Source and cue, with the adjuncts behind them.
    whole: Tokens,
}

/// The statements of a sentence, in the order of their cues.
pub(super) fn statements(view: &SentenceView) -> Vec<Draft> {
    let candidates = cue::candidates(view);
    let mut drafts = phrases(view);
    if let Some(whole) = drafts.first().map(|draft| draft.content.clone()) {
        // `According to X, Y said …`: what stands inside is the content of X.
        if whole.iter().any(|piece| piece.end - piece.first > 3) {
            return drafts;
        }
    }
    let parentheticals = parentheticals(view, &candidates);
    let mut from = view.body;
    for (number, parenthetical) in parentheticals.iter().enumerate() {
        let region = Tokens::new(from, parenthetical.whole.first);
        let next = parentheticals.get(number + 1).map_or(view.end(), |next| next.whole.first);
        let start = own_start(view, &candidates, region);
        let mut content = vec![Tokens::new(start, region.end)];
        let mut end = parenthetical.whole.end;
        if let Some(rest) = rest_of_interrupted(view, &candidates, start, parenthetical, next) {
            end = rest.end;
            content.push(rest);
        }
        if start > from {
            regular(view, &candidates, Tokens::new(from, start), &mut drafts);
        }
        let quoted = content.iter().any(|piece| (piece.first..piece.end).any(|at| view.opens_quotation(at)));
        let content: Vec<Tokens> =
            content.into_iter().map(|piece| view.trim(piece)).filter(|piece| !piece.is_empty()).collect();
        if !content.is_empty() {
            drafts.push(Draft {
                pattern: if quoted { Pattern::Quotation } else { Pattern::Parenthetical },
                source: parenthetical.source.map_or(DraftSource::Missing, DraftSource::Phrase),
                cue: vec![candidates[parenthetical.candidate].cue],
                content,
            });
        }
        from = end;
    }
    regular(view, &candidates, Tokens::new(from, view.end()), &mut drafts);
    drafts.extend(nominal::statements(view, &drafts));
    drafts
}

/// Cues that follow their content: `…, X said`, `…,” said X`, `…, X said, …`.
fn parentheticals(view: &SentenceView, candidates: &[Candidate]) -> Vec<Parenthetical> {
    let mut found: Vec<Parenthetical> = Vec::new();
    let mut from = view.body;
    for (number, candidate) in candidates.iter().enumerate() {
        let group = &candidate.group;
        let frames = candidate.entry.frames;
        if !frames.has(Frames::AFTER.union(Frames::QUOTE))
            || !group.is_finite()
            || group.passive
            || group.tokens.first <= from
        {
            continue;
        }
        let subject = source::before(view, group, from);
        let start = subject.map_or(group.tokens.first, |subject| subject.first);
        let Some(border) = start
            .checked_sub(1)
            .filter(|&border| border > from || border == from && view.is_quotation_mark(border))
        else {
            continue;
        };
        let after_quotation = view.is_quotation_mark(border)
            && view.quoted_by(border).is_some()
            && view.quoted_by(start) != view.quoted_by(border);
        let after_comma = view.is_comma(border) || matches!(view.word(border), "—" | "–" | "--" | "-");
        if !(after_quotation || after_comma)
            || view.quoted_by(start).is_some()
                && view.quoted_by(start) == view.quoted_by(border)
                && !after_comma
        {
            continue;
        }
        let quoted = after_quotation || border > from && view.is_quotation_mark(border - 1);
        let before = Tokens::new(from, border);
        let inverted = subject.is_none();
        let (source, attribution_end) = match subject {
            Some(subject) => (Some(subject), candidate.cue.end),
            // An inverted cue stands right behind its content: `…,” said Lind`.
            None => match source::after(view, candidate.cue.end, view.end()) {
                Some(source) if candidate.entry.class == CueClass::Speech => (Some(source), source.end),
                _ => continue,
            },
        };
        let behind = listener_and_adjuncts(view, candidate, attribution_end, inverted);
        let closes = behind >= view.end()
            || view.tokens[behind].is_mark() && view.word(behind) != ":"
            || (quoted
                && (view.phrases.verb_at(behind).is_some_and(|group| group.is_gerund())
                    || view.tokens[behind].upos == Upos::Adp
                    || matches!(view.tokens[behind].upos, Upos::Sconj | Upos::Cconj)
                        && view.tokens[behind].feature != Feature::That));
        if !closes {
            continue;
        }
        let statement_before = quoted || view.phrases.has_finite(before);
        let interrupts = view.tokens.get(behind).is_some()
            && view.is_comma(behind)
            && interrupted(view, before, Tokens::new(behind + 1, view.end()));
        if !statement_before && !interrupts {
            continue;
        }
        let end = if behind < view.end() && view.is_comma(behind) { behind + 1 } else { behind };
        found.push(Parenthetical { candidate: number, source, whole: Tokens::new(start, end) });
        from = end;
    }
    found
}

/// The end of what may follow a parenthetical cue: a listener, times, means, and phrases that close the sentence.
fn listener_and_adjuncts(view: &SentenceView, candidate: &Candidate, mut at: usize, inverted: bool) -> usize {
    if (!inverted && candidate.entry.frames.has(Frames::OBJECT)
        || view.tokens[candidate.group.head].lemma == view.lexicon.words.tell)
        && let Some(listener) = view.phrases.noun_at(at).filter(|noun| noun.first == at)
    {
        at = crate::parse::extend_right(view, listener.end, view.end());
    }
    at = content::skip_adjuncts(view, at, view.end());
    // `said at a meeting with reporters in Oslo.`
    let mut end = at;
    while let Some(token) = view.tokens.get(end) {
        let phrase = token.upos == Upos::Adp
            || token.upos == Upos::Adv
            || view
                .phrases
                .at(end)
                .is_some_and(|chunk| !matches!(chunk, crate::syntax::Chunk::Verb(_)) && end > at);
        if !phrase {
            break;
        }
        end = view.phrases.at(end).map_or(end + 1, |chunk| chunk.tokens().end.max(end + 1));
    }
    let closes = view.tokens.get(end).is_none_or(|token| token.is_mark());
    if closes && end > at && view.tokens[at].upos == Upos::Adp { end } else { at }
}

/// Whether the words on both sides of a parenthetical make one clause: `Decoupling, he warned, would fail`.
fn interrupted(view: &SentenceView, before: Tokens, after: Tokens) -> bool {
    let first = view.phrases.verb_at(after.first);
    first.is_some_and(|group| group.is_finite() && group.tokens.first == after.first)
        || !view.phrases.has_finite(before) && view.phrases.has_finite(after)
}

/// The content behind a parenthetical that stands in the middle of it.
fn rest_of_interrupted(
    view: &SentenceView,
    candidates: &[Candidate],
    start: usize,
    parenthetical: &Parenthetical,
    to: usize,
) -> Option<Tokens> {
    let first = parenthetical.whole.end;
    if first >= to || !view.is_comma(first - 1) {
        // `“A,” he said. “B.”` is another sentence; `…,” he said “B”` goes on.
        let goes_on = first < to && view.opens_quotation(first) && view.quoted_by(start).is_some();
        return goes_on.then(|| Tokens::new(first, quotation_end(view, first)));
    }
    let rest = Tokens::new(first, to);
    if view.opens_quotation(first) {
        return Some(Tokens::new(first, quotation_end(view, first)));
    }
    let before = Tokens::new(start, parenthetical.whole.first);
    let own_cue =
        candidates.iter().any(|other| other.group.tokens.first == first && cue::is_subordinate(&other.group));
    let conjunction = matches!(view.tokens[first].upos, Upos::Cconj);
    let subordinate = view.phrases.verb_at(first).is_some_and(|group| group.is_gerund());
    let quoted_only = view.quoted_by(start).is_some();
    (!own_cue
        && !conjunction
        && !subordinate
        && !quoted_only
        && (interrupted(view, before, rest) || view.phrases.has_finite(rest)))
    .then_some(rest)
}

/// The token behind the quotation that opens at `first`.
fn quotation_end(view: &SentenceView, first: usize) -> usize {
    let quotation = view.quoted_by(first);
    (first..view.end()).find(|&at| view.quoted_by(at) != quotation).unwrap_or(view.end())
}

/// Where the content of a parenthetical begins, if another statement stands before it in its region:
/// `Wang said that A, and B, he added` → at `B`.
fn own_start(view: &SentenceView, candidates: &[Candidate], region: Tokens) -> usize {
    let earlier = candidates.iter().find(|candidate| {
        region.holds(candidate.group.head)
            && (candidate.group.is_finite()
                || candidate.group.is_gerund() && candidate.group.tokens.first == region.first)
            && source_of(view, candidate, candidates, region).is_some()
            && candidate.entry.class == CueClass::Speech
            && view.quoted_by(candidate.group.head).is_none()
            && frame::complement(view, candidate, region.end).is_some_and(|complement| complement.clausal)
            && candidate.group.is_past()
    });
    let Some(earlier) = earlier else { return region.first };
    let boundary = (earlier.cue.end..region.end).rev().find(|&at| {
        let opens = view.tokens[at].upos == Upos::Cconj || matches!(view.word(at), "while" | ";");
        let apart = at > 0 && (view.is_comma(at - 1) || view.word(at) == ";");
        opens && apart && content::is_clause(view, at + 1, region.end)
    });
    boundary.map_or(region.first, |at| at + 1)
}

/// `according to X`, with the rest of the sentence as content.
fn phrases(view: &SentenceView) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut at = view.body;
    while at < view.end() {
        let Some((length, entry)) = view.lexicon.cues.phrases.longest(view.tokens, at) else {
            at += 1;
            continue;
        };
        let cue = Tokens::new(at, at + length);
        at = cue.end;
        let Some(source) = source::after(view, cue.end, view.end()) else { continue };
        if !entry.frames.has(Frames::CLAUSE.union(Frames::QUOTE)) || view.quoted_by(cue.first).is_some() {
            continue;
        }
        let opens = cue.first == view.body || view.is_comma(cue.first - 1) && cue.first <= view.body + 6;
        let content = if opens {
            let comma =
                (source.end..view.end()).find(|&at| view.is_comma(at)).map_or(source.end, |comma| comma + 1);
            Tokens::new(comma, view.end())
        } else {
            Tokens::new(view.body, cue.first)
        };
        let content = view.trim(content);
        if !content.is_empty() && view.phrases.has_finite(content) {
            drafts.push(Draft {
                pattern: Pattern::Phrase,
                source: DraftSource::Phrase(source),
                cue: vec![cue],
                content: vec![content],
            });
            at = source.end;
        }
    }
    drafts.truncate(1);
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
        let end = content_end(view, candidates, number, &complement, region.end);
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
        drafts.push(Draft { pattern, source, cue: vec![candidate.cue], content: vec![range] });
    }
}

/// `The move was welcomed by Beijing`, `It was agreed that …`.
fn passive(view: &SentenceView, candidate: &Candidate, region: Tokens) -> Option<Draft> {
    let words = &view.lexicon.words;
    let draft = |source, content: Tokens| {
        let content = view.trim(content);
        (!content.is_empty()).then(|| Draft {
            pattern: Pattern::Act,
            source,
            cue: vec![candidate.cue],
            content: vec![content],
        })
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
    if view.tokens.get(candidate.cue.end)?.word == words.by && candidate.entry.frames.has(Frames::OBJECT) {
        let source = source::after(view, candidate.cue.end + 1, region.end)?;
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
fn source_of(
    view: &SentenceView,
    candidate: &Candidate,
    candidates: &[Candidate],
    region: Tokens,
) -> Option<Tokens> {
    let group = &candidate.group;
    if group.is_finite() {
        let bare_participle = group.form == VerbForm::PARTICIPLE;
        let source = source::before(view, group, region.first)?;
        let expletive = view.tokens[source.first].word == view.lexicon.words.it && group.copula;
        return (!bare_participle && !expletive).then_some(source);
    }
    let opening = group.tokens.first == region.first
        || group.tokens.first == region.first + 1
            && matches!(view.tokens[region.first].upos, Upos::Sconj | Upos::Adv | Upos::Adp)
            && candidate.entry.class != CueClass::Thought;
    if group.is_gerund() && opening {
        let main = view.phrases.verbs(Tokens::new(candidate.cue.end, region.end)).find(|other| {
            other.is_finite()
                && source::before(view, other, candidate.cue.end)
                    .is_some_and(|source| source.first > 0 && view.is_comma(source.first - 1))
        });
        let said = candidates.iter().find(|other| main.is_some_and(|main| main.head == other.group.head));
        let main = said.map(|said| said.group).or(main)?;
        return source::before(view, &main, candidate.cue.end);
    }
    None
}

/// Where the content of `candidates[number]` ends: at `to`, or before a cue that is not inside it.
fn content_end(
    view: &SentenceView,
    candidates: &[Candidate],
    number: usize,
    complement: &Complement,
    to: usize,
) -> usize {
    let matrix = &candidates[number];
    if complement.pattern == Pattern::Quotation && view.opens_quotation(complement.first) {
        let end = quotation_end(view, complement.first);
        // `said “A” and that B` goes on in the reporter's words.
        let more =
            view.phrases.has_finite(Tokens::new(end, to)) || (end..to).any(|at| view.opens_quotation(at));
        if !more {
            return end;
        }
    }
    let opening_participle = matrix.group.is_gerund()
        && (matrix.group.tokens.first <= view.body + 1)
        && view.phrases.verbs(Tokens::new(complement.first, to)).next().is_some();
    if opening_participle && let Some(comma) = main_clause_comma(view, matrix, to) {
        return comma;
    }
    for later in &candidates[number + 1..] {
        if later.group.tokens.first <= complement.first || later.group.head >= to {
            continue;
        }
        if let Some(end) = split_before(view, matrix, later, complement) {
            return end;
        }
    }
    // An act does not reach into the next main clause: `thanked X, and the talks went on`.
    if !complement.clausal {
        for group in view.phrases.verbs(Tokens::new(complement.first, to)) {
            let first = group.tokens.first;
            let conjunction = first.checked_sub(1).filter(|&at| view.tokens[at].upos == Upos::Cconj);
            let same = group.is_finite() && group.is_past() == matrix.group.is_past();
            if let Some(at) = conjunction.filter(|&at| same && at > complement.first) {
                return strip_comma(view, at);
            }
            if group.is_gerund()
                && view.is_comma(first.saturating_sub(1))
                && first > complement.first + 1
                && !listed_gerund(view, complement.first)
            {
                return first - 1;
            }
            if let Some(end) = new_clause(view, &group, complement.first) {
                return end;
            }
        }
    }
    to
}

/// `urging A, warning B`: a list of gerunds is one object.
fn listed_gerund(view: &SentenceView, first: usize) -> bool {
    view.phrases.verb_at(first).is_some_and(|group| group.is_gerund())
}

/// The end of the content before a later cue which is the speaker's or another one's new statement.
fn split_before(
    view: &SentenceView,
    matrix: &Candidate,
    later: &Candidate,
    complement: &Complement,
) -> Option<usize> {
    let first = later.group.tokens.first;
    let before = first.checked_sub(1)?;
    if view.quoted_by(first).is_some() {
        return None;
    }
    let says = frame::complement(view, later, view.end());
    if later.group.is_gerund() && view.is_comma(before) {
        let own = says.is_some_and(|complement| complement.clausal || later.entry.class != CueClass::Thought);
        return (own && (later.entry.class == CueClass::Speech || !complement.clausal)).then_some(before);
    }
    if !later.same_tense(matrix) {
        return None;
    }
    let inner_past = complement.clausal
        && view
            .phrases
            .verbs(Tokens::new(complement.first, before))
            .any(|group| group.is_past() && !group.copula);
    if view.tokens[before].upos == Upos::Cconj {
        let splits = says.is_some() && (!complement.clausal || matrix.group.is_past() && !inner_past);
        return splits.then(|| strip_comma(view, before));
    }
    let subject = source::before(view, &later.group, complement.first)?;
    let join = subject.first.checked_sub(1)?;
    let conjunction = view.tokens[join].upos == Upos::Cconj
        || view.tokens[join].word == view.lexicon.words.while_
        || view.word(join) == ";";
    let apart = view.word(join) == ";" || join > 0 && view.is_comma(join - 1);
    (conjunction && apart && says.is_some() && (matrix.group.is_past() || !complement.clausal))
        .then(|| strip_comma(view, join))
}

/// The comma behind which the main clause of an opening participle begins: before the subject of its verb.
fn main_clause_comma(view: &SentenceView, matrix: &Candidate, to: usize) -> Option<usize> {
    view.phrases.verbs(Tokens::new(matrix.cue.end, to)).filter(|group| group.is_finite()).find_map(|group| {
        let subject = source::before(view, &group, matrix.cue.end)?;
        let comma = subject.first.checked_sub(1)?;
        // The subject of the content's own verb follows the cue, not a comma.
        let marked =
            view.is_comma(comma) || view.is_quotation_mark(comma) && view.is_comma(comma.saturating_sub(1));
        (marked && comma > matrix.cue.end).then_some(comma)
    })
}

/// The end of an act's object before `, and` with a clause of its own.
fn new_clause(view: &SentenceView, group: &crate::syntax::VerbGroup, from: usize) -> Option<usize> {
    if !group.is_finite() {
        return None;
    }
    let subject = source::before(view, group, from)?;
    let join = subject.first.checked_sub(1).filter(|&join| join > from)?;
    let conjunction =
        view.tokens[join].upos == Upos::Cconj || view.tokens[join].word == view.lexicon.words.while_;
    (conjunction && view.is_comma(join - 1)).then_some(join - 1)
}

fn strip_comma(view: &SentenceView, at: usize) -> usize {
    if at > 0 && view.is_comma(at - 1) { at - 1 } else { at }
}

/// Whether a source is somebody who can take a position: a pronoun, a name, a title or a party.
fn is_actor(view: &SentenceView, source: &DraftSource) -> bool {
    let DraftSource::Phrase(range) = source else { return true };
    let tokens = range.of(view.tokens);
    let person = tokens.len() == 1 && tokens[0].feature == Feature::Nominative;
    let description = Description::new(view.lexicon, view.text, view.tokens, *range);
    let head = description.head_title().is_some_and(|title| title.tokens.end == range.end);
    let party = description.parties.iter().any(|party| party.tokens.end == range.end);
    person || head || party || description.name.is_some_and(|name| name.end == range.end)
}
