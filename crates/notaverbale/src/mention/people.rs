//! The named people of a document: every name that stands with a title, a given name or a turn label.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::Lexicon;
use crate::lexicon::cue::{CueClass, CueEntry};
use crate::lexicon::name::{Gender, TitleKind};
use crate::lexicon::party::PartyId;
use crate::lexicon::vocabulary::{Feature, WordId, fold};
use crate::mention::description::Description;
use crate::mention::{name, phrase};
use crate::parse::{Parsed, SentenceView};
use crate::reading::Reading;
use crate::span::Span;
use crate::syntax::{Tokens, VerbGroup};
use crate::tag::Upos;

/// How many people who share a name or a role are told apart.
const NAMESAKES: usize = 64;

/// The number of a person.
pub(crate) type PersonId = usize;

/// A person with a name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Person {
    /// The fullest name, as it stands in the text.
    pub name: String,
    pub party: Option<PartyId>,
    /// The side that the person's office names, where no word beside the name does.
    pub office: Vec<PartyId>,
    pub gender: Option<Gender>,
    /// The words of the person's titles, and of what else their holder is called.
    pub roles: Vec<WordId>,
    /// The first title, in bytes.
    pub role: Option<Span>,
    /// Whether the caller gave the name.
    pub given: bool,
}

/// The people of a document, found by any part of their names.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct People {
    people: Vec<Person>,
    /// The people who have a name part, in order of mention.
    by_part: FxHashMap<String, Vec<PersonId>>,
    /// The people who have a role, by each of its words, in order of mention.
    by_role: FxHashMap<WordId, Vec<PersonId>>,
}

impl People {
    /// Reads the sentences and turn labels of a document, in order.
    pub fn read(parsed: &Parsed) -> Self {
        let mut people = Self::default();
        let speakers: FxHashSet<String> =
            (0..parsed.sentences.len()).flat_map(|index| speakers(&parsed.view(index))).collect();
        for index in 0..parsed.sentences.len() {
            people.read_aliases(parsed, &parsed.view(index));
            people.read_sentence(&parsed.view(index), &speakers);
        }
        for &label in parsed.layout.labels.iter().flatten() {
            people.read_label(parsed, label);
        }
        people
    }

    fn read_sentence(&mut self, view: &SentenceView, speakers: &FxHashSet<String>) {
        let mut named: Vec<PersonId> = Vec::new();
        for noun in view.phrases.nouns(view.whole()) {
            let whole = phrase::with_complements(view, noun);
            let description = view.describe(whole);
            let apposition = phrase::apposition(view, whole.end);
            let told =
                apposition.is_some() || speaks(view, noun) || is_spoken_of(view, &description, speakers);
            if let Some(id) = self.add(view, &description, told) {
                if let Some(apposition) = apposition {
                    let more = view.describe(apposition);
                    let more = Description { name: None, ..more };
                    self.describe(view.lexicon, view.tokens, &more, id, 0);
                    self.share_role(view, &more, named.iter().copied().find(|&other| other != id), id);
                }
                self.share_role(view, &description, named.iter().copied().find(|&other| other != id), id);
                named.push(id);
            }
        }
    }

    /// The people whom the caller knows by other names (`EAM`), under the names that the caller gives them.
    fn read_aliases(&mut self, parsed: &Parsed, view: &SentenceView) {
        if parsed.names.aliases.is_empty() {
            return;
        }
        for noun in view.phrases.nouns(view.whole()) {
            let words = phrase::bare_phrase(view.lexicon, view.text, view.tokens, noun);
            let Some(name) = parsed.names.aliases.get(&words) else { continue };
            let id = self.find(name).unwrap_or_else(|| self.push(Person::default()));
            self.people[id].name.clone_from(name);
            self.people[id].given = true;
            self.index(name, id);
        }
    }

    /// `his Kyrgyz counterpart X`: X is what the other one is.
    fn share_role(
        &mut self,
        view: &SentenceView,
        description: &Description,
        other: Option<PersonId>,
        id: PersonId,
    ) {
        let words = &view.lexicon.words;
        let counterpart = description
            .titles
            .iter()
            .any(|title| title.tokens.of(view.tokens).iter().any(|token| token.word == words.counterpart));
        if let Some(other) = other.filter(|_| counterpart) {
            let roles = self.people[other].roles.clone();
            self.add_roles(view.lexicon, id, &roles);
        }
    }

    /// A turn label names a person, with a title: its bearer if known, else a new one.
    fn read_label(&mut self, parsed: &Parsed, label: Span) {
        let words = label.text(parsed.text);
        let Some(name) = parsed.label_name(words) else { return };
        let id = self.find(&name).unwrap_or_else(|| self.push(Person { name, ..Person::default() }));
        let tokens = parsed.read_alone(words);
        let description = Description::new(parsed.lexicon, words, &tokens, Tokens::new(0, tokens.len()));
        self.describe(parsed.lexicon, &tokens, &description, id, label.start);
    }

    /// The person of that number.
    pub fn person(&self, id: PersonId) -> &Person {
        &self.people[id]
    }

    /// All people, in the order of their first mention.
    pub fn all(&self) -> &[Person] {
        &self.people
    }

    /// The first people with a word in their roles, in order of mention.
    pub fn with_role(&self, word: WordId) -> impl Iterator<Item = PersonId> {
        self.by_role.get(&word).into_iter().flatten().take(NAMESAKES).copied()
    }

    /// Adds what `description` says of a person; gives the person's number. `told`: what stands around the name says that
    /// it is a person's.
    fn add(&mut self, view: &SentenceView, description: &Description, told: bool) -> Option<PersonId> {
        let (lexicon, tokens) = (view.lexicon, view.tokens);
        let range = description.name?;
        let written = name::written(view.text, tokens, range);
        let known = self.find_titled(&written, &description.role_words(tokens));
        let given = range.of(tokens).first().and_then(|token| lexicon.given_names.get(&token.word)).copied();
        let several = range.end - range.first > 1;
        let body = description.titles.iter().any(|title| title.title.kind == TitleKind::Institution);
        let person = description.is_titled() || several && (given.is_some() || told && !body);
        if known.is_none() && !person {
            return None;
        }
        let id = known.unwrap_or_else(|| self.push(Person { name: written.clone(), ..Person::default() }));
        let fuller = {
            let person = &self.people[id];
            written.split(' ').count() > person.name.split(' ').count()
                && name::last_part(&written) == name::last_part(&person.name)
                || written.ends_with(&format!(" {}", person.name))
        };
        if fuller && !self.people[id].given {
            self.people[id].name.clone_from(&written);
        }
        self.index(&written, id);
        self.describe(lexicon, tokens, description, id, 0);
        let person = &mut self.people[id];
        person.gender = person.gender.or(given.filter(|_| several));
        Some(id)
    }

    fn push(&mut self, person: Person) -> PersonId {
        let id = self.people.len();
        let name = person.name.clone();
        self.people.push(person);
        self.index(&name, id);
        id
    }

    fn index(&mut self, name: &str, id: PersonId) {
        for part in name::parts(name) {
            let people = self.by_part.entry(part).or_default();
            if people.len() < NAMESAKES && !people.contains(&id) {
                people.push(id);
            }
        }
    }

    /// Notes the titles and the party of a description; the tokens' bytes count from `start`.
    fn describe(
        &mut self,
        lexicon: &Lexicon,
        tokens: &[Reading],
        description: &Description,
        id: PersonId,
        start: usize,
    ) {
        let name = description.name.unwrap_or(Tokens::new(tokens.len(), tokens.len()));
        // `Georgia Lind` is no state, `Lind of Georgia` has one.
        let side = description.parties.iter().find(|party| {
            let of = party.tokens.first > 0 && tokens[party.tokens.first - 1].word == lexicon.words.of;
            !party.ambiguous || party.tokens.first < name.first || of
        });
        let titles = description
            .titles
            .iter()
            .filter(|title| title.tokens.end <= name.first || name.end <= title.tokens.first);
        for title in titles {
            let words: Vec<WordId> = title.tokens.of(tokens).iter().map(|token| token.word).collect();
            let person = &mut self.people[id];
            person.gender = person.gender.or(title.title.gender);
            if title.title.kind == TitleKind::Role || title.title.kind == TitleKind::Honorific {
                if title.title.kind == TitleKind::Role && person.role.is_none() {
                    let words = title.tokens.of(tokens);
                    person.role = words
                        .first()
                        .zip(words.last())
                        .map(|(first, last)| Span::new(start + first.span.start, start + last.span.end));
                }
                // `Secretary of State for Defence` is another office.
                let goes_on = tokens
                    .get(title.tokens.end)
                    .is_some_and(|next| next.word == lexicon.words.for_ || next.word == lexicon.words.of);
                if person.office.is_empty() && !goes_on {
                    person.office = lexicon.roles.office(&words).unwrap_or_default().to_vec();
                }
                self.add_roles(lexicon, id, &words);
            }
        }
        let person = &mut self.people[id];
        person.party = person.party.or(side.map(|party| party.party));
    }

    fn add_roles(&mut self, lexicon: &Lexicon, id: PersonId, words: &[WordId]) {
        let person = &mut self.people[id];
        if words.iter().all(|word| !word.is_known() || person.roles.contains(word)) {
            return;
        }
        let mut held = person.roles.clone();
        held.extend(words.iter().copied().filter(|word| word.is_known()));
        let also: Vec<WordId> = lexicon.roles.also(&held).collect();
        for word in held.into_iter().chain(also) {
            if !person.roles.contains(&word) {
                person.roles.push(word);
                self.by_role.entry(word).or_default().push(id);
            }
        }
    }

    /// The person a name stands for: the same name, a surname or a given name of theirs.
    pub fn find(&self, name: &str) -> Option<PersonId> {
        self.find_titled(name, &[])
    }

    /// The same, for a name with titles: of several people with the name, the one who has them.
    pub fn find_titled(&self, name: &str, titles: &[WordId]) -> Option<PersonId> {
        let parts = name::parts(name);
        let candidates = parts.iter().rev().find_map(|part| self.by_part.get(part))?;
        // Every part of the shorter name must be in the longer one, initials apart.
        let fits = |id: &&PersonId| {
            let theirs = name::parts(&self.people[**id].name);
            let (short, long) =
                if parts.len() <= theirs.len() { (&parts, &theirs) } else { (&theirs, &parts) };
            short.iter().all(|part| name::is_initial(part) || long.contains(part))
        };
        let holds = |id: &&PersonId| titles.iter().all(|word| self.people[**id].roles.contains(word));
        let mut fitting = candidates.iter().filter(fits);
        let first = fitting.next()?;
        if titles.is_empty() || holds(&first) {
            return Some(*first);
        }
        Some(*fitting.find(holds).unwrap_or(first))
    }
}

/// The single names that are subjects of verbs of saying (`Wang said`): one of a longer name elsewhere is a person's.
fn speakers(view: &SentenceView) -> Vec<String> {
    let mut found = Vec::new();
    for noun in view.phrases.nouns(view.whole()) {
        let [only] = noun.of(view.tokens) else { continue };
        if only.upos == Upos::Propn
            && speaks(view, noun)
            && view.lexicon.titles.phrases.longest(view.tokens, noun.first).is_none()
            && view.lexicon.parties.at(view.text, view.tokens, noun.first).is_none()
        {
            found.push(fold(only.span.text(view.text)));
        }
    }
    found
}

/// Whether the first or last part of a longer name speaks elsewhere.
fn is_spoken_of(view: &SentenceView, description: &Description, speakers: &FxHashSet<String>) -> bool {
    let Some(name) = description.name else { return false };
    let part = |token: &Reading| speakers.contains(&fold(token.span.text(view.text)));
    let words = name.of(view.tokens);
    words.first().is_some_and(part) || words.last().is_some_and(part)
}

/// Whether a noun phrase is the subject of a verb of saying, before or behind it.
fn speaks(view: &SentenceView, noun: Tokens) -> bool {
    let says = |group: VerbGroup| {
        let speech = |(_, entry): (usize, &CueEntry)| entry.class == CueClass::Speech;
        view.lexicon.cues.verbs.at(view.tokens, group.head, view.tokens[group.head].lemma).any(speech)
    };
    let behind = view.phrases.verb_at(noun.end).filter(|group| group.is_finite());
    let before = noun.first.checked_sub(1).and_then(|at| view.phrases.verb_at(at));
    let inverted = before.filter(|group| {
        group.is_finite() && group.tokens.first > 0 && {
            let at = group.tokens.first - 1;
            view.is_comma(at) || view.is_quotation_mark(at)
        }
    });
    behind.or(inverted).is_some_and(says)
}

/// Whether a phrase is indefinite (`a minister`).
pub(super) fn is_indefinite(tokens: &[Reading], range: Tokens) -> bool {
    range.of(tokens).first().is_some_and(|first| {
        matches!(first.feature, Feature::Indefinite | Feature::Quantity | Feature::Pronominal)
    })
}
