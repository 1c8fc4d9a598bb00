//! Whose text it is: a reporter's, or somebody's own.

use crate::attribution::draft::{Draft, DraftSource, Pattern};
use crate::attribution::rule::source;
use crate::lexicon::vocabulary::Feature;
use crate::lexicon::word_class::WordClass;
use crate::mention::{Resolver, Speaker};
use crate::parse::SentenceView;
use crate::syntax::Tokens;
use crate::tag::Upos;

/// Whether a sentence says that somebody's own text follows (`released the following statement:`), and whose.
pub(super) fn introduces_author(
    resolver: &Resolver,
    view: &SentenceView,
    sentence: &str,
    index: usize,
) -> Option<Speaker> {
    let words = &view.lexicon.words;
    let tokens = view.tokens;
    // A heading `Statement by X on …`.
    let heading = !sentence.ends_with(['.', '!', '?', '"', '”']) && index < 3;
    let by = (view.body..view.end()).find(|&at| tokens[at].word == words.by);
    let statement = (view.body..view.end()).find(|&at| tokens[at].word == words.statement);
    if let (true, Some(statement), Some(by)) = (heading, statement, by)
        && by == statement + 1
    {
        let source = source::after(view, by + 1, view.end())?;
        return Some(resolver.look_up(view, source));
    }
    // `The press statement says:`
    let last = view.end().checked_sub(1).is_some_and(|last| view.word(last) == ":");
    let says = view.phrases.verbs(Tokens::new(view.body, view.end())).last().filter(|group| {
        last && group.tokens.end + 1 == view.end()
            && matches!(view.word(group.head), "says" | "said" | "reads" | "read")
    });
    if let Some(subject) = says.and_then(|group| source::before(view, &group, view.body)) {
        return (tokens[subject.end - 1].word == words.statement).then(|| resolver.look_up(view, subject));
    }
    // `the following press statement`, not `an offer following the talks`.
    let following = (view.body..view.end()).find(|&at| {
        tokens[at].word == words.following
            && (at + 1..at + 4).any(|next| view.is_of(next, WordClass::OwnText))
    })?;
    let group = view
        .phrases
        .verbs(Tokens::new(view.body, view.end()))
        .find(|group| group.is_finite() && view.is_of(group.head, WordClass::Release))?;
    if group.passive {
        let by = by.filter(|&by| by > group.head)?;
        let source = source::after(view, by + 1, view.end())?;
        let whole = view.trim(Tokens::new(source.first, view.end()));
        let mut speaker = resolver.look_up(view, source);
        if whole.end > source.end && tokens[source.end].word != words.on {
            speaker = resolver.body_of_parts(view, whole);
        }
        return Some(speaker);
    }
    if following < group.head {
        return None;
    }
    let source = source::before(view, &group, view.body)?;
    Some(resolver.look_up(view, source))
}

/// Whether a draft in a first-person text is about somebody else's words.
pub(super) fn reports_third_person(view: &SentenceView, draft: &Draft) -> bool {
    let DraftSource::Phrase(source) = draft.source else { return false };
    let first = &view.tokens[source.first];
    let words = &view.lexicon.words;
    let own = [words.i, words.we, words.you].contains(&first.word) || first.feature == Feature::Possessive;
    let past = draft.cue.first().is_some_and(|cue| {
        view.phrases
            .verb_at(cue.first)
            .or_else(|| view.phrases.verb_at(cue.end - 1))
            .is_some_and(|group| group.is_past())
    });
    !own && past && matches!(draft.pattern, Pattern::Clause | Pattern::Quotation | Pattern::Parenthetical)
}

/// Whether a turn's sentence is a bare greeting (`Thank you, Minister.`).
pub(super) fn is_greeting(view: &SentenceView, content: Tokens) -> bool {
    let tokens = content.of(view.tokens);
    let short = tokens.iter().filter(|token| !token.is_mark()).count() <= 9;
    let greets = (content.first..content.end).any(|at| view.is_of(at, WordClass::Greeting));
    // `We welcome the vote` says something, `welcome back` and `thank you` do not.
    let says = view.phrases.verbs(content).any(|group| {
        let greeting = view.is_of(group.head, WordClass::Greeting);
        group.is_finite() && (!greeting || source::before(view, &group, content.first).is_some())
    });
    short && greets && !says && tokens.iter().all(|token| token.upos != Upos::Sconj)
}
