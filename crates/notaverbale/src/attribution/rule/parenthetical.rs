//! Cues that follow their content: `…, X said`, `…,” said X`, `…, X said, …`.

use crate::attribution::rule::content;
use crate::attribution::rule::cue::{self, Candidate};
use crate::attribution::rule::extent::quotation_end;
use crate::attribution::rule::frame;
use crate::attribution::rule::indirect::source_of;
use crate::attribution::rule::source;
use crate::lexicon::cue::{CueClass, Frames};
use crate::lexicon::vocabulary::Feature;
use crate::parse::{SentenceView, extend_right};
use crate::syntax::{Chunk, Tokens};
use crate::tag::Upos;

/// A cue behind its content, with what was decided of it.
pub(super) struct Parenthetical {
    pub candidate: usize,
    pub source: Option<Tokens>,
    /// Source and cue, with the adjuncts behind them.
    pub whole: Tokens,
}

/// Cues that follow their content: `…, X said`, `…,” said X`, `…, X said, …`.
pub(super) fn parentheticals(view: &SentenceView, candidates: &[Candidate]) -> Vec<Parenthetical> {
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
        // A cue inside a quotation belongs to what is quoted.
        let inside = view.quoted_by(start).is_some() && view.quoted_by(start) == view.quoted_by(border);
        if inside || !(after_quotation || after_comma) {
            continue;
        }
        let quoted = after_quotation || border > from && view.is_quotation_mark(border - 1);
        let before = Tokens::new(from, border);
        let inverted = subject.is_none();
        let (source, attribution_end) = match subject {
            Some(subject) => (Some(subject), candidate.cue.end),
            // An inverted cue stands right behind its content: `…,” said Lind`.
            None => match source::after(view, candidate.cue.end, view.end()) {
                Some(source) if inverts(view, candidate, border, source) => (Some(source), source.end),
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

/// Whether a cue may stand before its source: a verb of speech behind a mark, before somebody (`The “summit” began late`
/// has neither).
fn inverts(view: &SentenceView, candidate: &Candidate, border: usize, source: Tokens) -> bool {
    let marked = view.is_comma(border) || border > 0 && view.tokens[border - 1].is_mark();
    let somebody = source
        .of(view.tokens)
        .iter()
        .any(|token| matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Pron));
    candidate.entry.class == CueClass::Speech && marked && somebody
}

/// The end of what may follow a parenthetical cue: a listener, times, means, and phrases that close the sentence.
fn listener_and_adjuncts(view: &SentenceView, candidate: &Candidate, mut at: usize, inverted: bool) -> usize {
    if (!inverted && candidate.entry.frames.has(Frames::OBJECT)
        || view.tokens[candidate.group.head].lemma == view.lexicon.words.tell)
        && let Some(listener) = view.phrases.noun_at(at).filter(|noun| noun.first == at)
    {
        at = extend_right(view, listener.end, view.end());
    }
    at = content::skip_adjuncts(view, at, view.end());
    // `said at a meeting with reporters in Oslo.`
    let mut end = at;
    while let Some(token) = view.tokens.get(end) {
        let phrase = token.upos == Upos::Adp
            || token.upos == Upos::Adv
            || view.phrases.at(end).is_some_and(|chunk| !matches!(chunk, Chunk::Verb(_)) && end > at);
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
pub(super) fn rest_of_interrupted(
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

/// Where the content of a parenthetical begins, if another statement stands before it in its region:
/// `Wang said that A, and B, he added` → at `B`.
pub(super) fn own_start(view: &SentenceView, candidates: &[Candidate], region: Tokens) -> usize {
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
