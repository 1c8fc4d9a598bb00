//! Ministry style: `Wang said that A. China will B.`

use crate::attribution::Kind;
use crate::attribution::draft::{Draft, DraftSource, Pattern};
use crate::attribution::rule::source;
use crate::attribution::scribe::Scribe;
use crate::lexicon::party::PartyId;
use crate::parse::SentenceView;
use crate::syntax::Tokens;
use crate::tag::Upos;

/// How many sentences ahead ministry style looks for the speaker's own side.
const MINISTRY: usize = 12;

impl Scribe<'_> {
    /// Whether all that a sentence attributes are acts of the side whose words `before` are: `China supports …` right
    /// after `Wang said that …` is what Wang said.
    pub(super) fn are_own_acts(&self, view: &SentenceView, drafts: &[Draft], before: usize) -> bool {
        let own = self.own_side(before);
        drafts.iter().all(|draft| match draft.source {
            DraftSource::Phrase(source) => {
                let who = view.describe(source);
                // A thing (`Solar power offers …`) takes no position, whatever its verb.
                let thing = who.name.is_none_or(|name| name.end < source.end)
                    && who.titles.is_empty()
                    && view.tokens[source.first].upos != Upos::Pron;
                draft.pattern == Pattern::Act && who.party().map_or(thing, |party| Some(party) == own)
            }
            DraftSource::SameAs(_) => draft.pattern == Pattern::Act,
            DraftSource::Elsewhere(..) => false,
            DraftSource::Missing => true,
        })
    }

    /// Ministry style: `Wang said that A. China will B.` A sentence in the present or future that follows an indirect
    /// statement in its paragraph goes on with it, if the paragraph speaks of the speaker's own side.
    pub(super) fn ministry_style(&self, view: &SentenceView, index: usize) -> Option<usize> {
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
                main_subject(&view).is_some_and(|subject| view.describe(subject).party() == Some(party))
                    || view.tokens.get(view.body).is_some_and(|first| first.word == view.lexicon.words.it)
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
        view.describe(subject).party()
    }

    /// Whether the sentence's main verb stands in the present or with a modal.
    fn is_present(&self, view: &SentenceView) -> bool {
        let main = view.phrases.verbs(Tokens::new(view.body, view.end())).find(|group| group.is_finite());
        main.is_some_and(|group| group.modal || !group.is_past())
    }
}

fn main_subject(view: &SentenceView) -> Option<Tokens> {
    let main = view.phrases.verbs(Tokens::new(view.body, view.end())).find(|group| group.is_finite())?;
    source::before(view, &main, view.body)
}
