//! Ministries, embassies, states: the same body again, or a new one.

use crate::lexicon::party::PartyId;
use crate::lexicon::vocabulary::{Feature, WordId};
use crate::lexicon::word_class::WordClass;
use crate::mention::chain::Key;
use crate::mention::description::Description;
use crate::mention::member::{Member, MemberId, MemberKind};
use crate::mention::sieve::Sentence;
use crate::mention::{name, people, phrase, pronoun};
use crate::syntax::Tokens;
use crate::tag::Upos;

impl Sentence<'_, '_> {
    /// A ministry, an embassy, a side: one that was described alike before, or whose name ends alike.
    pub(super) fn body(&mut self, noun: Tokens, whole: Tokens, description: &Description) -> MemberId {
        let view = self.view;
        let range = phrase::full_description(&view, Tokens::new(whole.first, noun.end));
        let parties = view.describe(range).party().into_iter().collect();
        let words = phrase::bare_phrase(view.lexicon, view.text, view.tokens, range).to_lowercase();
        if !people::is_indefinite(view.tokens, noun)
            && description.parties.is_empty()
            && let Some(&id) = self.chain.bodies.get(&Key::Words(words.clone()))
        {
            return id;
        }
        let head = view.tokens[noun.end - 1].word;
        let short = noun.end - noun.first <= 3;
        let party = description.party();
        let bare: Vec<WordId> = noun
            .of(view.tokens)
            .iter()
            .filter(|token| token.upos != Upos::Det)
            .filter(|token| party.is_none() || token.word == head)
            .map(|token| token.word)
            .collect();
        let known = self.chain.by_head.get(&head).into_iter().flatten().rev().take(8).copied().find(|&id| {
            let body = &self.chain.members[id];
            let side = party.is_none() || body.parties.first().copied() == party;
            side && bare.iter().all(|word| body.roles.contains(word))
        });
        if let Some(known) = known.filter(|_| short && head.is_known()) {
            return known;
        }
        // `The agency` is the latest body that acts, whatever it is called.
        let generic = view.is_of(noun.end - 1, WordClass::GenericBody) && noun.end - noun.first == 2;
        if generic
            && description.parties.is_empty()
            && view.tokens[noun.first].feature == Feature::Definite
            && let Some(latest) = pronoun::body(self.chain)
        {
            return latest;
        }
        self.body_of(Key::Words(words), range, head, parties)
    }

    pub(super) fn body_of(
        &mut self,
        key: Key,
        range: Tokens,
        head: WordId,
        parties: Vec<PartyId>,
    ) -> MemberId {
        let view = self.view;
        let name = phrase::bare_phrase(view.lexicon, view.text, view.tokens, range);
        if let Some(&id) = self.chain.bodies.get(&key) {
            let known = &mut self.chain.members[id].name;
            if name::abbreviates(known, &name) {
                *known = name;
            }
            return id;
        }
        let roles: Vec<WordId> = range.of(view.tokens).iter().map(|token| token.word).collect();
        let named = matches!(key, Key::Party(_));
        let id = self.chain.add(Member { parties, roles, named, ..Member::new(MemberKind::Body, name) });
        self.chain.bodies.insert(key, id);
        if head.is_known() {
            self.chain.by_head.entry(head).or_default().push(id);
        }
        id
    }
}
