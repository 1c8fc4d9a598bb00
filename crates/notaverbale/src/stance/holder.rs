//! The holder: whose stance it is.

use crate::attribution::Attributed;
use crate::expression::Expression;
use crate::lexicon::party::PartyKind;
use crate::lexicon::stance::{Class, Item, Slot};
use crate::lexicon::vocabulary::Feature;
use crate::lexicon::word_class::WordClass;
use crate::mention::{Description, Resolver, Speaker};
use crate::parse::SentenceView;
use crate::stance::Stance;
use crate::stance::predicate::Predicate;
use crate::syntax::{Tokens, VerbGroup};
use crate::tag::Upos;

impl Predicate<'_> {
    /// Whose stance it is: an owner inside the expression, the subject, the holder before, or the source.
    pub fn holder(&self, last: Option<&Stance>) -> Option<String> {
        let view = self.view;
        let who = |range| who(view, self.resolver, self.attributed, range);
        if let Some(named) = owner(view, &self.expression).or_else(|| self.named_holder()) {
            return who(named);
        }
        if self.subject.is_some() && !self.is_cue {
            return speaker_as_holder(view, &self.attributed.speaker);
        }
        match last {
            Some(last) if !self.is_cue && is_coordinated(view, &self.group) => last.holder.clone(),
            _ => source_holder(view, self.resolver, self.attributed),
        }
    }
}

/// Who a noun phrase names as a holder or addressee: a party by its usual name, else the person or the words.
pub(super) fn who(
    view: &SentenceView,
    resolver: &Resolver,
    attributed: &Attributed,
    range: Tokens,
) -> Option<String> {
    let words = &view.lexicon.words;
    let tokens = range.of(view.tokens);
    let first = tokens.first()?;
    let speaker = &attributed.speaker;
    // `We, the ministers of A and B`
    let apposed = tokens.len() == 1 || view.is_comma(range.first + 1);
    if apposed && first.upos == Upos::Pron {
        return match first.word {
            word if word == words.we || word == words.us => own_party(view, speaker),
            word if [words.i, words.he, words.she, words.me, words.it, words.they].contains(&word) => {
                speaker_as_holder(view, speaker)
            }
            _ => None,
        };
    }
    // `his country`, `our government`
    if first.feature == Feature::Possessive
        && tokens.len() == 2
        && view.is_of(range.first + 1, WordClass::Home)
    {
        return own_party(view, speaker);
    }
    // `no country`
    if first.word == words.no {
        return None;
    }
    let description = view.describe(range);
    if description.name.is_none() {
        let states: Vec<&str> = description
            .parties
            .iter()
            .filter(|party| stands_for_party(view, &description, range, party.tokens, party.kind))
            .map(|party| view.lexicon.parties.name(party.party))
            .collect();
        if !states.is_empty() && states.len() <= 3 {
            return Some(states.join(" and "));
        }
    }
    let found = resolver.look_up(view, range);
    if is_sides(view, range) && found.parties.len() == 2 {
        return found.party(view.lexicon);
    }
    found.name
}

/// Who is addressed: as [`who`], but that a pronoun is resolved in the document.
pub(super) fn addressed(
    view: &SentenceView,
    resolver: &Resolver,
    attributed: &Attributed,
    range: Tokens,
) -> Option<String> {
    let pronoun = range.end - range.first == 1 && view.tokens[range.first].upos == Upos::Pron;
    if pronoun { resolver.look_up(view, range).name } else { who(view, resolver, attributed, range) }
}

/// Whether a phrase names somebody who can hold a position or be asked for something: its head is a name, a title, a party, a
/// body, a noun for people, or a pronoun for one of these.
pub(super) fn is_somebody(view: &SentenceView, range: Tokens) -> bool {
    let Some(head) = head(view, range) else { return false };
    let token = &view.tokens[head];
    let lexicon = view.lexicon;
    if lexicon.classes.holds(WordClass::Paper, token.word) {
        return false;
    }
    let covers = |tokens: Tokens| tokens.holds(head);
    let description = view.describe(range);
    let pronoun = matches!(token.feature, Feature::Nominative | Feature::Accusative | Feature::Pronominal)
        || token.upos == Upos::Pron && token.feature == Feature::Neutral
        || token.word == lexicon.words.her && range.end - range.first == 1
        || token.feature == Feature::Quantity;
    pronoun
        || token.upos == Upos::Propn
        || description.titles.iter().any(|title| covers(title.tokens))
        || description.parties.iter().any(|party| covers(party.tokens))
        || description.name.is_some_and(covers)
        || lexicon.roles.noun(token.word).is_some()
        || [
            WordClass::Sides,
            WordClass::StateItself,
            WordClass::GenericBody,
            WordClass::Mission,
            WordClass::Collective,
        ]
        .iter()
        .any(|&class| lexicon.classes.holds(class, token.word))
}

/// The head of a phrase: by the tree, else the last word of its first noun phrase.
fn head(view: &SentenceView, range: Tokens) -> Option<usize> {
    match view.tree {
        Some(tree) => tree.top(range),
        None => Some(view.phrases.nouns(range).next()?.end.min(range.end) - 1),
    }
}

/// Whether the phrase is the party itself: its name, its side or its government, not its minister or its people's view.
fn stands_for_party(
    view: &SentenceView,
    description: &Description,
    range: Tokens,
    party: Tokens,
    kind: PartyKind,
) -> bool {
    let name = matches!(
        kind,
        PartyKind::Name
            | PartyKind::Abbreviation
            | PartyKind::Organisation
            | PartyKind::Capital
            | PartyKind::Seat
    );
    let next_is_end = party.end == range.end || view.tokens[party.end].upos == Upos::Cconj;
    let side = party.end < range.end && view.is_of(range.end - 1, WordClass::StateItself);
    // `the Government and people of Bhutan`
    let of = (range.first..party.first).all(|at| {
        let token = &view.tokens[at];
        token.upos == Upos::Det
            || token.word == view.lexicon.words.of
            || token.word == view.lexicon.words.and
            || view.is_of(at, WordClass::StateItself)
    });
    name && next_is_end && (of || description.titles.is_empty()) || side && range.end - party.end <= 2
}

fn is_sides(view: &SentenceView, range: Tokens) -> bool {
    view.is_of(range.end - 1, WordClass::Sides)
}

/// The speaker as a holder: for `the two sides` their parties, else the name.
pub(super) fn speaker_as_holder(view: &SentenceView, speaker: &Speaker) -> Option<String> {
    let sides = speaker.name.as_deref().is_some_and(|name| {
        let last = name.rsplit(' ').next().unwrap_or(name);
        view.lexicon.classes.holds(WordClass::Sides, view.lexicon.vocabulary.look_up(last))
    });
    if sides && speaker.parties.len() > 1 { own_party(view, speaker) } else { speaker.name.clone() }
}

/// The speaker's side where it is known, else the speaker.
pub(super) fn own_party(view: &SentenceView, speaker: &Speaker) -> Option<String> {
    speaker.party(view.lexicon).or_else(|| speaker.name.clone())
}

/// Whose stance a noun says it is: `reiterated India's commitment to`, `his country's support`, `the readiness of Peru to`.
pub(super) fn owner(view: &SentenceView, expression: &Expression) -> Option<Tokens> {
    let range = expression.found.tokens;
    let object = |at: usize| expression.found.inside.is_some_and(|inside| inside.holds(at));
    let possessor = (range.first..range.end).filter(|&at| !object(at)).find_map(|at| {
        let home = view.tokens[at].feature == Feature::Possessive && view.is_of(at + 1, WordClass::Home);
        let party = view.lexicon.parties.at(view.text, &view.tokens[..range.end], at);
        let (end, attributive) = match party {
            _ if home => (at + 2, false),
            // `the U.S. commitment`, but no party in the object that the pattern holds (`called U.S. actions a threat`).
            Some((length, form)) => (at + length, form.kind == PartyKind::Abbreviation),
            None => return None,
        };
        let possessive = view.tokens.get(end).is_some_and(|next| next.feature == Feature::Possessive);
        (possessive || attributive).then_some(Tokens::new(at, end))
    });
    possessor.or_else(|| owner_behind(view, expression)).or_else(|| owner_apart(view, expression))
}

/// The phrase behind `of` right behind a noun that takes no `of` of its own.
pub(super) fn owner_behind(view: &SentenceView, expression: &Expression) -> Option<Tokens> {
    let words = &view.lexicon.words;
    let end = expression.found.tokens.end;
    let nominal =
        matches!(*expression.entry.pattern, [Item::Class(Class::Support | Class::Say), Item::Modifiers, ..])
            && !takes_of(view, expression)
            && view.tokens[end - 1].upos != Upos::Adp;
    if !nominal || view.tokens.get(end)?.word != words.of {
        return None;
    }
    let noun = view.phrases.noun_at(end + 1)?;
    let owner = Tokens::new(end + 1, noun.end);
    is_somebody(view, owner).then_some(owner)
}

/// The same of a noun apart from its verb (`reiterated the opposition of Cyprus to`).
fn owner_apart(view: &SentenceView, expression: &Expression) -> Option<Tokens> {
    let (tree, noun) = (view.tree?, expression.noun?.end - 1);
    let of = |at: &usize| view.has_case(tree, *at, view.lexicon.words.of);
    let owner = tree.dependents(noun).find(of).filter(|_| !takes_of(view, expression))?;
    let range = view.phrases.noun_at(owner)?;
    is_somebody(view, range).then_some(range)
}

/// Whether the target of an expression stands behind `of`, so that no owner can.
fn takes_of(view: &SentenceView, expression: &Expression) -> bool {
    expression.entry.targets.contains(&Slot::Preposition(view.lexicon.words.of))
}

/// The holder where no subject is nearer: the source's own party if the source is a party, else the speaker.
pub(super) fn source_holder(
    view: &SentenceView,
    resolver: &Resolver,
    attributed: &Attributed,
) -> Option<String> {
    let source = attributed.statement.source.first().and_then(|span| view.range(*span));
    match source {
        Some(range) if range.of(view.tokens).iter().all(|token| token.upos != Upos::Pron) => {
            who(view, resolver, attributed, range).or_else(|| speaker_as_holder(view, &attributed.speaker))
        }
        _ => speaker_as_holder(view, &attributed.speaker),
    }
}

/// Whether a subject is the speaker, the speaker's party or their country.
pub(super) fn is_own_side(view: &SentenceView, attributed: &Attributed, subject: Tokens) -> bool {
    let words = &view.lexicon.words;
    let first = &view.tokens[subject.first];
    if subject.end - subject.first == 1 && first.upos == Upos::Pron {
        // `it` is the speaker's side where the speaker is no person.
        let reported = [words.he, words.she, words.they].contains(&first.word)
            || first.word == words.it && attributed.statement.speaker.is_some() && !attributed.by_person;
        let own = [words.we, words.i].contains(&first.word);
        return own && attributed.own_words || reported && !attributed.own_words;
    }
    if first.feature == Feature::Possessive && subject.end - subject.first == 2 {
        return view.is_of(subject.first + 1, WordClass::Home);
    }
    let description = view.describe(subject);
    description.party().is_some_and(|party| attributed.speaker.parties.contains(&party))
        || is_sides(view, subject) && attributed.speaker.parties.len() > 1
}

/// Whether a group shares its subject with the predicate before it.
pub(super) fn is_coordinated(view: &SentenceView, group: &VerbGroup) -> bool {
    let before = group.tokens.first.checked_sub(1);
    before.is_some_and(|before| view.tokens[before].upos == Upos::Cconj || view.is_comma(before))
}
