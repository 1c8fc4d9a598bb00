//! Where a pronoun stands, and what becomes of it.

use crate::lexicon::vocabulary::Feature;
use crate::mention::chain::Choice;
use crate::mention::member::{Form, Function, MemberId};
use crate::mention::pronoun::{self, Place, PronounKind};
use crate::mention::sieve::Sentence;
use crate::syntax::Tokens;
use crate::tag::Upos;

impl Sentence<'_, '_> {
    pub(super) fn pronoun(&mut self, range: Tokens) {
        let token = &self.view.tokens[range.first];
        let Some(kind) = PronounKind::of(self.view.lexicon, token.word) else { return };
        let possessive = self
            .view
            .phrases
            .noun_at(range.first)
            .is_some_and(|noun| noun.first == range.first && noun.end > range.end);
        let function = if possessive { Function::Possessor } else { self.function(range) };
        let place = Place {
            view: &self.view,
            sentence: self.index,
            at: range.first,
            function,
            reflexive: token.feature == Feature::Reflexive,
            ahead: self.subject_ahead(range.first),
        };
        let candidates = pronoun::candidates(self.chain, self.parsed, kind, &place);
        let found = pronoun::resolve(self.chain, kind, &place, &candidates);
        if let Some(choices) = &mut self.chain.choices {
            let span = |member: MemberId| match self.chain.members[member].latest {
                Some(latest) => {
                    let mention = &self.chain.mentions[latest];
                    Some(self.parsed.view(mention.sentence).span(mention.tokens))
                }
                None => self
                    .names
                    .iter()
                    .find(|(_, named)| *named == member)
                    .map(|&(first, _)| self.view.span(Tokens::new(first, first + 1))),
            };
            choices.push(Choice {
                span: token.span,
                kind,
                candidates: candidates.iter().filter_map(|&(id, row)| Some((span(id)?, id, row))).collect(),
                found: found.and_then(span),
            });
        }
        if let Some(member) = found {
            self.note(member, range, Form::Pronoun, function);
        }
    }

    /// The person named as the subject of a main clause that a phrase or clause with the pronoun stands before (`After
    /// his talks, Wang said`).
    fn subject_ahead(&self, at: usize) -> Option<MemberId> {
        let opens = self.view.tokens.get(self.view.body)?;
        let adverbial = matches!(opens.upos, Upos::Adp | Upos::Sconj) || opens.upos == Upos::Verb;
        if !adverbial || self.mentioned_before(at) {
            return None;
        }
        let subject = self.subjects.iter().find(|subject| {
            subject.first > at && subject.first > 0 && self.view.is_comma(subject.first - 1)
        })?;
        self.names.iter().find(|(first, _)| subject.holds(*first)).map(|&(_, person)| person)
    }

    fn mentioned_before(&self, at: usize) -> bool {
        self.names.iter().any(|(first, _)| *first < at)
    }
}
