//! What a noun phrase says: a name, titles, parties.

use crate::lexicon::Lexicon;
use crate::lexicon::name::{Title, TitleKind};
use crate::lexicon::party::{PartyId, PartyKind};
use crate::lexicon::vocabulary::Feature;
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
        let mut last_name: Option<Tokens> = None;
        while at < range.end {
            let token = &tokens[at];
            let title = lexicon.titles.phrases.longest(&tokens[..range.end], at);
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
            let surname = party_length == 1
                && (name_goes_on && last_name.is_some_and(given)
                    || behind_title && capital && at + 1 == range.end);
            if let Some((length, form)) =
                party.filter(|(_, form)| !(surname || name_goes_on && form.ambiguous))
            {
                let tokens = Tokens::new(at, at + length);
                found.parties.push(PartyMention {
                    party: form.party,
                    kind: form.kind,
                    ambiguous: form.ambiguous,
                    tokens,
                });
                at += length;
                continue;
            }
            let named = token.upos == Upos::Propn
                && token.feature != Feature::Time
                && !is_generation(token.span.text(text))
                || last_name.is_some_and(|name| name.end == at) && joins_name(text, tokens, at, range.end);
            if named {
                match &mut last_name {
                    Some(name) if name.end == at => name.end = at + 1,
                    _ => {
                        found.keep(last_name.take());
                        last_name = Some(Tokens::new(at, at + 1));
                    }
                }
            }
            at += 1;
        }
        found.keep(last_name);
        found
    }

    /// Keeps the first name; a longer run of capitals than any name is none.
    fn keep(&mut self, name: Option<Tokens>) {
        self.name = self.name.or(name.filter(|name| name.end - name.first <= LONGEST_NAME));
    }

    /// The last title, which heads the phrase where no name follows.
    pub fn head_title(&self) -> Option<TitleMention> {
        self.titles.last().copied()
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

/// A particle between two parts of a name, or a generation mark behind it.
fn joins_name(text: &str, tokens: &[Reading], at: usize, end: usize) -> bool {
    let word = tokens[at].span.text(text);
    let more = tokens[at + 1..end].iter().take(2).any(|next| next.upos == Upos::Propn);
    let generation = |at: usize| at < end && is_generation(tokens[at].span.text(text));
    more && is_particle(word) || generation(at) || word == "," && generation(at + 1)
}

/// Whether a word joins the parts of a name (`Mohammed bin Salman`, `Joris van der Meulen`).
pub(crate) fn is_particle(word: &str) -> bool {
    const PARTICLES: [&str; 18] = [
        "bin", "ibn", "al", "el", "van", "von", "der", "den", "de", "da", "di", "dos", "du", "la", "le", "y",
        "e", "ter",
    ];
    PARTICLES.contains(&word)
}

/// Whether a word tells generations of one name apart.
pub(crate) fn is_generation(word: &str) -> bool {
    matches!(word, "Jr." | "Sr." | "Jr" | "Sr" | "II" | "III")
}
