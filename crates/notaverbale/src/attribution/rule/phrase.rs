//! Statements by a fixed phrase: `according to X, …`.

use crate::attribution::draft::{Draft, DraftSource, Pattern};
use crate::attribution::rule::source;
use crate::lexicon::cue::Frames;
use crate::parse::SentenceView;
use crate::syntax::Tokens;

/// `according to X`, with the rest of the sentence as content.
pub(super) fn statement(view: &SentenceView) -> Option<Draft> {
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
        let before = Tokens::new(view.body, cue.first);
        let opens = before.is_empty() || view.is_comma(cue.first - 1) && !view.phrases.has_finite(before);
        let content = if opens {
            let comma =
                (source.end..view.end()).find(|&at| view.is_comma(at)).map_or(source.end, |comma| comma + 1);
            Tokens::new(comma, view.end())
        } else {
            Tokens::new(view.body, cue.first)
        };
        let content = view.trim(content);
        if !content.is_empty() && view.phrases.has_finite(content) {
            return Some(Draft::new(Pattern::Phrase, DraftSource::Phrase(source), vec![cue], vec![content]));
        }
    }
    None
}
