//! What a noun phrase says: a name, titles, parties.

use crate::lexicon::Lexicon;
use crate::lexicon::name::{Title, TitleKind};
use crate::lexicon::party::{PartyForm, PartyId, PartyKind};
use crate::lexicon::vocabulary::{Feature, WordId};
use crate::lexicon::word_class::WordClass;
use crate::reading::Reading;
use crate::syntax::Tokens;
use crate::tag::Upos;

/// A party as a phrase names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct PartyMention {
    pub party: PartyId,
    pub kind: PartyKind,
    pub ambiguous: bool,
    pub tokens: Tokens,
}

impl PartyMention {
    fn new(form: &PartyForm, at: usize, length: usize) -> Self {
        let tokens = Tokens::new(at, at + length);
        Self { party: form.party, kind: form.kind, ambiguous: form.ambiguous, tokens }
    }
}

/// A title as a phrase names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct TitleMention {
    pub title: Title,
    pub tokens: Tokens,
}

/// What a noun phrase, with what hangs on it, says of who it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Description {
    /// The first run of capitalised words that is neither title nor party.
    pub name: Option<Tokens>,
    pub titles: Vec<TitleMention>,
    pub parties: Vec<PartyMention>,
}

/// The most tokens of a name.
const LONGEST_NAME: usize = 10;

impl Description {
    /// Reads the tokens of `range`.
    pub fn new(lexicon: &Lexicon, text: &str, tokens: &[Reading], range: Tokens) -> Self {
        let mut found = Self::default();
        let mut at = range.first;
        let mut runs: Vec<Tokens> = Vec::new();
        let mut last_name: Option<Tokens> = None;
        while at < range.end {
            let token = &tokens[at];
            let title = lexicon.titles.phrases.longest(&tokens[..range.end], at);
            // `Ngo Quang Vinh` is no NGO.
            let cased = token.span.text(text);
            let short = cased.len() <= 3 && cased.chars().skip(1).any(char::is_lowercase);
            let title = title.filter(|(length, title)| {
                !(short && *length == 1 && title.kind == TitleKind::Institution && token.upos == Upos::Propn)
            });
            let party = lexicon.parties.at(text, &tokens[..range.end], at);
            let party_length = party.map_or(0, |(length, _)| length);
            let title_length = title.map_or(0, |(length, _)| length);
            let name_goes_on = last_name.is_some_and(|name| name.end == at) && token.upos == Upos::Propn;
            if title_length > 0
                && title_length >= party_length
                && !(name_goes_on && title_length == 1)
                && let Some((length, &title)) = title
            {
                found.titles.push(TitleMention { title, tokens: Tokens::new(at, at + length) });
                // `EU officials`, `the Pentagon`: a party inside.
                let end = at + length;
                let inside = (at..end).find_map(|at| {
                    let (length, form) = lexicon.parties.at(text, &tokens[..end], at)?;
                    Some(PartyMention::new(form, at, length))
                });
                found.parties.extend(inside);
                at += length;
                continue;
            }
            // `Ana Lima` and `Foreign Minister Lima` are no capitals: a place right behind a given name or a title is a
            // surname.
            let given = |name: Tokens| lexicon.given_names.contains_key(&tokens[name.first].word);
            let behind_title = found
                .titles
                .last()
                .is_some_and(|title| title.tokens.end == at && title.title.kind != TitleKind::Institution);
            let capital = party.is_some_and(|(_, form)| form.kind == PartyKind::Capital);
            // `envoy Jordan Lind`: a given name that is a state's too.
            let first_name = behind_title
                && tokens.get(at + 1).filter(|_| at + 1 < range.end).is_some_and(|next| {
                    next.upos == Upos::Propn
                        && lexicon.titles.phrases.longest(&tokens[..range.end], at + 1).is_none()
                        && lexicon.parties.at(text, &tokens[..range.end], at + 1).is_none()
                });
            let surname = party_length == 1
                && (name_goes_on && last_name.is_some_and(given)
                    || first_name
                    || behind_title && capital && at + 1 == range.end);
            if let Some((length, form)) =
                party.filter(|(_, form)| !(surname || name_goes_on && form.ambiguous))
            {
                found.parties.push(PartyMention::new(form, at, length));
                at += length;
                continue;
            }
            let named = token.upos == Upos::Propn
                && token.feature != Feature::Time
                && !is_generation(token.span.text(text))
                || last_name.is_some_and(|name| name.end == at)
                    && joins_name(lexicon, text, tokens, at, range.end);
            if named {
                match &mut last_name {
                    Some(name) if name.end == at => name.end = at + 1,
                    _ => {
                        runs.extend(last_name.take());
                        last_name = Some(Tokens::new(at, at + 1));
                    }
                }
            }
            at += 1;
        }
        runs.extend(last_name);
        found.name = found.choose(lexicon, tokens, range, &runs);
        found
    }

    /// The first run of capitalised words that names somebody: one behind a title and a preposition is the field of the
    /// office (`Minister of Foreign Affairs`), unless it is the last, and then the name is its end (`Minister of Planning
    /// Ana Lima`). A longer run than any name is none.
    fn choose(
        &self,
        lexicon: &Lexicon,
        tokens: &[Reading],
        range: Tokens,
        runs: &[Tokens],
    ) -> Option<Tokens> {
        let is_field = |run: &Tokens| {
            let before = (range.first..run.first).rev().find(|&at| tokens[at].upos != Upos::Adj)?;
            let joins = matches!(tokens[before].upos, Upos::Adp | Upos::Cconj | Upos::Punct);
            let titled = self
                .titles
                .iter()
                .any(|title| title.tokens.end <= before && title.title.kind == TitleKind::Role);
            Some(joins && titled)
        };
        let short = |run: &&Tokens| run.end - run.first <= LONGEST_NAME;
        let name = *runs
            .iter()
            .filter(short)
            .find(|run| is_field(run) != Some(true))
            .or_else(|| runs.iter().rfind(short))?;
        if is_field(&name) != Some(true) || name.end - name.first < 3 {
            return Some(name);
        }
        let given = |at: &usize| lexicon.given_names.contains_key(&tokens[*at].word);
        let first = (name.first..name.end - 1).find(given).unwrap_or(name.end - 2);
        Some(Tokens::new(first, name.end))
    }

    /// The last title, which heads the phrase where no name follows.
    pub fn head_title(&self) -> Option<TitleMention> {
        self.titles.last().copied()
    }

    /// The words of the roles beside a name.
    pub fn role_words(&self, tokens: &[Reading]) -> Vec<WordId> {
        let roles = self.titles.iter().filter(|title| title.title.kind == TitleKind::Role);
        roles.flat_map(|title| title.tokens.of(tokens)).map(|token| token.word).collect()
    }

    /// Whether a title says that it is a person: a role in the singular.
    pub fn heads_person(&self) -> bool {
        self.titles.iter().any(|title| {
            matches!(title.title.kind, TitleKind::Role | TitleKind::Honorific) && !title.title.plural
        })
    }

    /// Whether a title or honorific stands before the name.
    pub fn is_titled(&self) -> bool {
        self.name.is_some_and(|name| {
            self.titles.iter().any(|title| {
                title.tokens.end <= name.first
                    && matches!(title.title.kind, TitleKind::Honorific | TitleKind::Role)
            })
        })
    }

    /// Every party that the phrase names, once, in order.
    pub fn all_parties(&self) -> Vec<PartyId> {
        let mut parties: Vec<PartyId> = Vec::new();
        for mention in &self.parties {
            if !parties.contains(&mention.party) {
                parties.push(mention.party);
            }
        }
        parties
    }

    /// The first party that a phrase names.
    pub fn party(&self) -> Option<PartyId> {
        self.parties.first().map(|mention| mention.party)
    }
}

/// A particle between two parts of a name, a part with one before it, or a generation mark behind a name.
fn joins_name(lexicon: &Lexicon, text: &str, tokens: &[Reading], at: usize, end: usize) -> bool {
    let word = tokens[at].span.text(text);
    let name = |token: &Reading| token.upos == Upos::Propn || has_particle(lexicon, token.span.text(text));
    let more = tokens[at + 1..end].iter().take(3).any(name);
    let generation = |at: usize| at < end && is_generation(tokens[at].span.text(text));
    more && is_particle(lexicon, text, &tokens[at])
        || has_particle(lexicon, word)
        || generation(at)
        || word == "," && generation(at + 1)
}

/// Whether a word joins the parts of a name (`Mohammed bin Salman`, `Joris van der Meulen`).
pub(crate) fn is_particle(lexicon: &Lexicon, text: &str, token: &Reading) -> bool {
    lexicon.classes.holds(WordClass::NameParticle, token.word)
        && token.span.text(text).starts_with(char::is_lowercase)
}

/// Whether a word is a part of a name with a particle before it (`al-Hourani`, `d'Este`).
pub(crate) fn has_particle(lexicon: &Lexicon, word: &str) -> bool {
    let Some(cut) = word.find(['-', '\'', '’']) else { return false };
    let (particle, rest) = word.split_at(cut);
    let name = rest.chars().nth(1).is_some_and(char::is_uppercase);
    name && particle.starts_with(char::is_lowercase)
        && lexicon.classes.holds(WordClass::NameParticle, lexicon.vocabulary.look_up(particle))
}

/// Whether a word tells generations of one name apart.
pub(crate) fn is_generation(word: &str) -> bool {
    matches!(word, "Jr." | "Sr." | "Jr" | "Sr" | "II" | "III")
}
