//! The phrase around a noun phrase that tells who it is.

use crate::lexicon::Lexicon;
use crate::lexicon::party::{PartyId, PartyKind};
use crate::lexicon::vocabulary::Feature;
use crate::lexicon::word_class::WordClass;
use crate::parse::SentenceView;
use crate::reading::Reading;
use crate::syntax::Tokens;
use crate::tag::Upos;

/// The most tokens that complements may make of a noun phrase.
const LONGEST: usize = 40;

/// A noun phrase with what hangs on it and leads to a name or from it (`President of Mongolia X Y`, `Peru's envoy to the
/// talks, X Y,`, `X Y, foreign minister of Z`).
pub(super) fn with_complements(view: &SentenceView, noun: Tokens) -> Tokens {
    let words = &view.lexicon.words;
    let describe = |range| view.describe(range);
    let mut whole = noun;
    while let Some(next) = view.tokens.get(whole.end).filter(|_| whole.end - whole.first < LONGEST) {
        // `Minister of the Republic of Korea (ROK) Bae Ji-won`
        if view.word(whole.end) == "("
            && view.word(whole.end + 2) == ")"
            && let Some(more) = view.phrases.noun_at(whole.end + 3)
        {
            whole.end = more.end;
            continue;
        }
        let Some(more) = view.phrases.noun_at(whole.end + 1) else { break };
        if next.word == words.of {
            whole.end = more.end;
            continue;
        }
        let first = describe(whole);
        let relative =
            view.lexicon.roles.noun(view.tokens[whole.end - 1].word).is_some_and(|noun| !noun.plural);
        let titled = first.name.is_none() && (first.heads_person() || relative);
        // `Foreign Minister and Vice President Lind`, but not `the minister and the president`.
        if next.word == words.and && titled && view.tokens[more.first].upos != Upos::Det {
            let second = describe(more);
            if second.heads_person() && whole.end - whole.first <= 20 {
                whole.end = more.end;
                continue;
            }
        }
        if titled && let Some(end) = name_behind(view, whole.end) {
            return Tokens::new(whole.first, end);
        }
        break;
    }
    whole
}

/// The end of the name that a description without one leads to, over the phrases that hang on it and a comma.
fn name_behind(view: &SentenceView, from: usize) -> Option<usize> {
    let describe = |range| view.describe(range);
    let mut end = from;
    for _ in 0..5 {
        let next = view.tokens.get(end)?;
        let more = view.phrases.noun_at(end + 1).filter(|more| more.first == end + 1)?;
        let named = describe(more);
        let at_end = named.name.filter(|name| name.end == more.end);
        if view.is_comma(end) {
            return (at_end.is_some() && closes(view, more.end)).then_some(more.end);
        }
        if next.upos != Upos::Adp || matches!(next.feature, Feature::Subordinating | Feature::Comparative) {
            return None;
        }
        // `in the Ministry of Foreign Affairs Neema Kisanga`
        if at_end.is_some_and(|name| name.first > more.first) && !named.titles.is_empty() {
            return Some(more.end);
        }
        end = more.end;
    }
    None
}

/// Whether an apposition can end at a token.
fn closes(view: &SentenceView, at: usize) -> bool {
    view.tokens.get(at).is_none_or(|token| token.is_mark() && token.feature != Feature::Possessive)
}

/// The most tokens of an apposition.
const APPOSITION: usize = 25;

/// What stands behind a name and a comma and says who it is (`X, Peru's envoy to the talks,`, `X, 44, who heads the Peruvian
/// delegation,`).
pub(super) fn apposition(view: &SentenceView, name_end: usize) -> Option<Tokens> {
    if !view.is_comma(name_end) {
        return None;
    }
    let mut first = name_end + 1;
    // An age.
    if view.tokens.get(first).is_some_and(|token| token.upos == Upos::Num) && view.is_comma(first + 1) {
        first += 2;
    }
    let open = view.tokens.get(first)?;
    let relative = open.feature == Feature::Relative;
    let until = view.end().min(first + APPOSITION);
    let end = (first + 1..until)
        .find(|&at| view.tokens[at].is_mark() && view.tokens[at].feature != Feature::Possessive)
        .unwrap_or(until);
    if relative {
        let verb = view.phrases.verbs(Tokens::new(first, end)).next()?;
        return view.is_of(verb.head, WordClass::Leads).then(|| Tokens::new(verb.tokens.end, end));
    }
    let noun = view.phrases.noun_at(first).filter(|noun| noun.first == first)?;
    let description = view.describe(noun);
    // `Piotr Gawlik, Poland's, said`
    let owned = possessive(view.tokens, noun).is_some_and(|mark| mark + 1 == noun.end);
    let describes = description.name.is_none()
        && (description.heads_person() || owned && !description.parties.is_empty());
    let verb = view.phrases.verbs(Tokens::new(noun.end, end)).find(|group| group.is_finite());
    let stop = verb.map_or(end, |group| group.tokens.first);
    // `X, the minister said` is no apposition.
    (describes && verb.is_none_or(|group| group.tokens.first > noun.end)).then(|| Tokens::new(first, stop))
}

/// A description with the phrases that belong to it: `spokesman for the ministry of X`, `embassy in Dublin`.
pub(super) fn full_description(view: &SentenceView, range: Tokens) -> Tokens {
    let words = &view.lexicon.words;
    let mut whole = range;
    let mission = view.is_of(range.end - 1, WordClass::Mission);
    while let Some(next) = view.tokens.get(whole.end).filter(|_| whole.end - whole.first < LONGEST) {
        let joins = next.word == words.of
            || next.word == words.for_
            || mission && matches!(view.word(whole.end), "in" | "to");
        let Some(more) = view.phrases.noun_at(whole.end + 1).filter(|_| joins) else { break };
        whole.end = more.end;
    }
    whole
}

/// The list of its members behind a bloc and `of` (`the G7 ministers [of Canada, France and Japan]`), where it names three or
/// more.
pub(super) fn members_of_bloc(view: &SentenceView, range: Tokens) -> Option<Tokens> {
    let words = &view.lexicon.words;
    let of = (range.first..range.end).find(|&at| view.tokens[at].word == words.of)?;
    let bloc = view.describe(Tokens::new(range.first, of));
    bloc.parties.iter().find(|party| party.kind == PartyKind::Organisation)?;
    let (end, parties) = listed(view, of + 1, range.end);
    (parties.len() > 2).then_some(Tokens::new(of, end))
}

/// The parties of a list (`Kenya, Uganda and Rwanda`) from a token on, and its end.
pub(super) fn listed(view: &SentenceView, from: usize, to: usize) -> (usize, Vec<PartyId>) {
    let words = &view.lexicon.words;
    let (mut at, mut end, mut parties) = (from, from, Vec::new());
    while at < to {
        if let Some((length, form)) = view.lexicon.parties.at(view.text, view.tokens, at) {
            at += length;
            end = at;
            parties.push(form.party);
        } else if view.is_comma(at) || [words.and, words.the].contains(&view.tokens[at].word) {
            at += 1;
        } else {
            break;
        }
    }
    (end, parties)
}

/// The token of the last possessive mark of a noun phrase: what stands behind it is the head (`Japan's [prime minister]`).
pub(super) fn possessive(tokens: &[Reading], range: Tokens) -> Option<usize> {
    (range.first..range.end).rev().find(|&at| {
        let token = &tokens[at];
        token.feature == Feature::Possessive && matches!(token.upos, Upos::Part | Upos::Punct)
    })
}

/// Whether a possessive mark is part of a party's name (`the People's Republic of China`).
pub(super) fn in_party(view: &SentenceView, range: Tokens, mark: usize) -> bool {
    (range.first..mark).any(|at| {
        view.lexicon.parties.at(view.text, view.tokens, at).is_some_and(|(length, _)| at + length > mark)
    })
}

/// The phrase's own words, without a leading article, an apposition or what is said of it: `a note seen by Reuters` is
/// the `note`, but a `spokesman for the ministry of X` stays whole.
pub(crate) fn bare_phrase(lexicon: &Lexicon, text: &str, tokens: &[Reading], range: Tokens) -> String {
    let words = &lexicon.words;
    let mut first = range.first;
    if tokens.get(first).is_some_and(|token| [words.the, words.a, words.an].contains(&token.word))
        && first + 1 < range.end
    {
        first += 1;
    }
    // A name may hold what else would end it (`… Co-operation in Europe`).
    let name = lexicon.parties.at(text, &tokens[..range.end], first).map_or(1, |(length, _)| length);
    let list = (first..range.end).any(|at| tokens[at].word == words.and);
    let ends = |at: &usize| {
        let token = &tokens[*at];
        let said_of_it = token.upos == Upos::Verb
            || token.feature == Feature::Relative
            || token.upos == Upos::Adp && ![words.of, words.for_, words.to].contains(&token.word);
        let mark = token.span.text(text);
        *at >= first + name && (said_of_it || mark == "(" || !list && mark == ",")
    };
    let end = (first..range.end).find(ends).unwrap_or(range.end);
    let start = tokens.get(first).map_or(0, |token| token.span.start);
    let stop = tokens.get(end.wrapping_sub(1)).map_or(start, |token| token.span.end);
    text.get(start..stop).unwrap_or("").to_owned()
}
