//! Plurals and lists: `the two sides`, `both ministers`, `A and B`.

use crate::mention::description::Description;
use crate::mention::member::{Form, Function, Member, MemberId, MemberKind};
use crate::mention::sieve::Sentence;
use crate::mention::{group, phrase};
use crate::syntax::Tokens;

impl Sentence<'_, '_> {
    /// `the two sides`, `both ministers`, `officials`.
    pub(super) fn plural(
        &mut self,
        noun: Tokens,
        whole: Tokens,
        description: &Description,
    ) -> Option<MemberId> {
        let view = self.view;
        if let Some(members) = group::of_roles(self.chain, &view, noun, description) {
            return Some(members);
        }
        let range = Tokens::new(whole.first, noun.end);
        let name = phrase::bare_phrase(view.lexicon, view.text, view.tokens, range);
        let of = view.tokens.get(noun.end).filter(|next| next.word == view.lexicon.words.of);
        let mut parties = match of {
            Some(_) => phrase::listed(&view, noun.end + 1, view.end()).1,
            None => Vec::new(),
        };
        if parties.len() < 2 {
            parties = description.all_parties();
        }
        let mut of_sides = group::is_of_sides(&view, noun, description);
        if of_sides && let Some(named) = group::parties_together(self.chain, &view, noun) {
            parties = named;
            of_sides = false;
        }
        Some(self.chain.add(Member { parties, of_sides, ..Member::new(MemberKind::Group, name) }))
    }

    /// `A and B`: a group, once its last member was noted.
    pub(super) fn coordinate(&mut self) {
        let from = *self.chain.starts.last().unwrap_or(&0);
        let mentions = &self.chain.mentions[from..];
        let Some(last) = mentions.last().filter(|last| last.form != Form::Pronoun) else { return };
        let and = last
            .tokens
            .first
            .checked_sub(1)
            .filter(|&at| self.view.tokens[at].word == self.view.lexicon.words.and);
        let Some(and) = and else { return };
        let mut parts = vec![last.member];
        let mut first = last.tokens.first;
        let mut joint = and;
        for mention in mentions[..mentions.len() - 1].iter().rev() {
            let end = mention.tokens.end;
            if !(end == joint || end + 1 == joint && self.view.is_comma(end)) {
                continue;
            }
            if mention.form == Form::Pronoun || self.chain.members[mention.member].kind == MemberKind::Group {
                break;
            }
            parts.push(mention.member);
            first = mention.tokens.first;
            match first.checked_sub(1).filter(|&at| self.view.is_comma(at)) {
                Some(comma) => joint = comma,
                None => break,
            }
        }
        if parts.len() < 2 || parts.len() > 4 {
            return;
        }
        let tokens = Tokens::new(first, last.tokens.end);
        parts.reverse();
        let kinds = parts.iter().map(|&part| self.chain.members[part].kind);
        if kinds.clone().any(|kind| kind == MemberKind::Group) || parts[1..].contains(&parts[0]) {
            return;
        }
        self.respective(first, &parts);
        let member = group::joined(self.chain, &parts);
        let function = self.function(tokens);
        self.note(member, tokens, Form::Name, function);
    }

    /// `the presidents of Malawi and Mozambique, X and Y`: each on one side, in order.
    fn respective(&mut self, first: usize, parts: &[MemberId]) {
        let view = self.view;
        let Some(comma) = first.checked_sub(1).filter(|&at| view.is_comma(at)) else { return };
        let plural = self.chain.mentions.iter().rev().take(8).find(|mention| {
            mention.sentence == self.index
                && mention.tokens.end < comma
                && self.chain.members[mention.member].kind == MemberKind::Group
        });
        let Some(plural) = plural else { return };
        if view.tokens[plural.tokens.end].word != view.lexicon.words.of {
            return;
        }
        let (end, parties) = phrase::listed(&view, plural.tokens.end + 1, comma);
        if end == comma && parties.len() == parts.len() {
            for (&part, party) in parts.iter().zip(parties) {
                let member = &mut self.chain.members[part];
                if member.kind == MemberKind::Person && member.parties.is_empty() {
                    member.parties = vec![party];
                }
            }
        }
    }

    /// `Both intend to go`
    pub(super) fn both(&mut self, at: usize) {
        if let Some(member) = group::of_two(self.chain) {
            self.note(member, Tokens::new(at, at + 1), Form::Description, Function::Subject);
        }
    }
}
