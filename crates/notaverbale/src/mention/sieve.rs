//! One sentence: whom each of its noun phrases stands for.
//!
//! An ordered sieve: what the caller says, names, `the former`, roles, plurals, bodies, common nouns for people; pronouns on
//! their own.

use crate::lexicon::name::TitleKind;
use crate::lexicon::party::PartyKind;
use crate::lexicon::vocabulary::Feature;
use crate::mention::chain::{Chain, Key};
use crate::mention::member::{Form, Function, Member, MemberId, MemberKind, Mention};
use crate::mention::{group, name, phrase};
use crate::parse::{Parsed, SentenceView};
use crate::syntax::Tokens;
use crate::tag::Upos;

/// One sentence on its way.
pub(super) struct Sentence<'c, 'd> {
    pub chain: &'c mut Chain,
    pub parsed: &'d Parsed<'d>,
    pub view: SentenceView<'d>,
    pub index: usize,
    /// The ranges of the subjects of finite verbs, in order.
    pub subjects: Vec<Tokens>,
    /// The people whom the sentence names, each with the first token of the name.
    pub names: Vec<(usize, MemberId)>,
}

impl<'c, 'd> Sentence<'c, 'd> {
    pub(super) fn new(chain: &'c mut Chain, parsed: &'d Parsed<'d>, index: usize) -> Self {
        let view = parsed.view(index);
        let subjects = view
            .phrases
            .verbs(Tokens::new(view.body, view.end()))
            .filter(|group| group.is_finite())
            .filter_map(|group| crate::attribution::subject(&view, &group, view.body))
            .collect();
        Self { chain, parsed, view, index, subjects, names: Vec::new() }
    }

    pub(super) fn read(&mut self) {
        self.names = self.named();
        let mut at = self.view.body;
        let mut done = at;
        while at < self.view.end() {
            let Some(noun) = self.view.phrases.noun_at(at) else {
                if self.view.tokens[at].word == self.view.lexicon.words.both
                    && self.view.phrases.verb_at(at + 1).is_some()
                {
                    self.both(at);
                }
                at += 1;
                continue;
            };
            if noun.first >= done {
                done = self.noun_phrase(noun);
                self.coordinate();
            }
            at = noun.end.max(at + 1);
        }
    }

    /// The people whose names stand in the sentence.
    fn named(&self) -> Vec<(usize, MemberId)> {
        let view = &self.view;
        let named = |noun| {
            let name = view.describe(noun).name?;
            let person = self.chain.people.find(&name::written(view.text, view.tokens, name))?;
            Some((name.first, person))
        };
        view.phrases.nouns(view.whole()).filter_map(named).collect()
    }

    pub(super) fn function(&self, range: Tokens) -> Function {
        let subject =
            self.subjects.iter().any(|subject| subject.first == range.first || range.contains(*subject));
        if subject { Function::Subject } else { Function::Other }
    }

    pub(super) fn note(&mut self, member: MemberId, tokens: Tokens, form: Form, function: Function) {
        let quotation = self.view.quoted_by(tokens.first);
        let opening = self.chain.starts.last() == Some(&self.chain.mentions.len());
        let mention = Mention { sentence: self.index, tokens, form, function, member, quotation, opening };
        self.chain.note(mention);
    }

    /// Notes whom a noun phrase mentions; gives its end.
    fn noun_phrase(&mut self, noun: Tokens) -> usize {
        let first = &self.view.tokens[noun.first];
        if noun.end - noun.first == 1 && first.upos == Upos::Pron {
            self.pronoun(noun);
            return noun.end;
        }
        // `his visit`: the possessor first.
        let mut owner = None;
        if first.upos == Upos::Pron && first.feature == Feature::Possessive {
            let before = self.chain.mentions.len();
            self.pronoun(Tokens::new(noun.first, noun.first + 1));
            owner = self.chain.mentions.get(before).map(|mention| mention.member);
        }
        let whole = phrase::with_complements(&self.view, noun);
        let mut end = whole.end;
        if let Some(mark) = phrase::possessive(self.view.tokens, noun)
            .filter(|&mark| !phrase::in_party(&self.view, noun, mark))
        {
            let owner = Tokens::new(noun.first, mark);
            if let Some((member, form)) = self.who(owner, owner, None) {
                self.note(member, owner, form, Function::Possessor);
            }
            let head = Tokens::new(mark + 1, noun.end);
            let Some((member, form)) = self.who(head, whole, Some(mark)) else { return noun.end };
            let person = self.chain.members[member].kind == MemberKind::Person && form == Form::Name;
            let tokens = if person { whole } else { noun };
            let function = self.function(tokens);
            self.note(member, tokens, form, function);
            return tokens.end;
        }
        match self.who(noun, whole, None) {
            Some((member, form)) => {
                // Only a person's complements belong to the mention (`Minister of Defence X`).
                let tokens = if self.chain.members[member].kind == MemberKind::Person { whole } else { noun };
                end = tokens.end;
                let person = self.chain.members[member].kind == MemberKind::Person;
                let counterpart = tokens
                    .of(self.view.tokens)
                    .iter()
                    .any(|token| token.word == self.view.lexicon.words.counterpart);
                self.chain
                    .owners
                    .extend(owner.filter(|_| person && !counterpart).map(|owner| (member, owner)));
                let function = self.function(tokens);
                self.note(member, tokens, form, function);
            }
            None => end = end.min(noun.end),
        }
        end
    }

    /// The person whom the caller calls so.
    pub(super) fn alias(&self, noun: Tokens) -> Option<MemberId> {
        let view = &self.view;
        if self.parsed.names.aliases.is_empty() {
            return None;
        }
        let words = phrase::bare_phrase(view.lexicon, view.text, view.tokens, noun);
        self.parsed.names.aliases.get(&words).and_then(|name| self.chain.people.find(name))
    }

    /// Whom a phrase stands for. `noun` is the noun phrase without its possessor, `whole` has its possessor and
    /// complements.
    pub(super) fn who(
        &mut self,
        noun: Tokens,
        whole: Tokens,
        possessive: Option<usize>,
    ) -> Option<(MemberId, Form)> {
        let view = self.view;
        let (lexicon, tokens) = (view.lexicon, view.tokens);
        if noun.is_empty() {
            return None;
        }
        if let Some(person) = self.alias(noun) {
            return Some((person, Form::Name));
        }
        let head = Tokens::new(noun.first, whole.end.max(noun.end));
        let own = view.describe(head);
        let description = match possessive {
            None => own.clone(),
            Some(_) => view.describe(whole),
        };
        if let Some(name) = own.name {
            let goes_on = name.end < noun.end
                && own.titles.iter().all(|title| title.tokens.first < name.end)
                && !tokens[name.end].is_mark();
            if let Some(person) = self
                .chain
                .people
                .find_titled(&name::written(view.text, tokens, name), &own.role_words(tokens))
                && !goes_on
            {
                return Some((person, Form::Name));
            }
        }
        let last = &tokens[noun.end - 1];
        let words = &lexicon.words;
        if let Some(person) = self.namesake(noun) {
            return Some((person, Form::Name));
        }
        if last.word == words.former || last.word == words.latter {
            let member = group::former_or_latter(self.chain, last.word == words.former)?;
            return Some((member, Form::Description));
        }
        if last.word == words.two || last.word == words.both || last.word == words.pair {
            return group::of_two(self.chain).map(|member| (member, Form::Description));
        }
        let title = own.titles.iter().rev().find(|title| title.tokens.end <= noun.end).copied();
        let heads = title.is_some_and(|title| title.tokens.end == noun.end);
        if let Some(title) = title.filter(|_| heads) {
            let person = matches!(title.title.kind, TitleKind::Role | TitleKind::Honorific);
            if title.title.plural || title.title.kind == TitleKind::Group {
                return self.plural(noun, whole, &description).map(|member| (member, Form::Description));
            }
            if person {
                let member = self.holder(noun, whole, possessive, &description, title.tokens);
                return Some((member, Form::Description));
            }
            if title.title.kind == TitleKind::Institution {
                return Some((self.body(noun, whole, &description), Form::Description));
            }
        }
        if let Some(party) = own.parties.iter().find(|party| party.tokens.end == noun.end) {
            if party.kind == PartyKind::Demonym {
                return None;
            }
            let key = Key::Party(party.party);
            if party.kind == PartyKind::Seat {
                return Some((self.body(noun, whole, &description), Form::Description));
            }
            return Some((self.body_of(key, party.tokens, last.word, vec![party.party]), Form::Name));
        }
        if last.word == words.side && !description.parties.is_empty() {
            return Some((self.body(noun, whole, &description), Form::Description));
        }
        let common = lexicon.roles.noun(last.word)?;
        if common.plural {
            return self.plural(noun, whole, &description).map(|member| (member, Form::Description));
        }
        let member = Member {
            gender: common.gender,
            ..Member::new(
                MemberKind::Person,
                phrase::bare_phrase(lexicon, view.text, tokens, Tokens::new(whole.first, noun.end)),
            )
        };
        Some((self.nameless(last.word, noun, member), Form::Description))
    }

    /// The person mentioned before whose surname is also a state's or a city's (`Jordan said` of Curtis Jordan).
    pub(super) fn namesake(&self, noun: Tokens) -> Option<MemberId> {
        let view = self.view;
        let [only] = noun.of(view.tokens) else { return None };
        let before = noun.first.checked_sub(1).map(|before| &view.tokens[before]);
        let place =
            before.is_some_and(|before| before.upos == Upos::Adp && before.word != view.lexicon.words.to);
        let word = only.span.text(view.text);
        let person = self.chain.people.find(word).filter(|_| only.upos == Upos::Propn && !place)?;
        let known = &self.chain.members[person];
        let surname = name::last_part(&known.name) == word || known.name.starts_with(word);
        (known.latest.is_some() && surname).then_some(person)
    }
}
