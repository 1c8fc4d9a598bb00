//! A sentence read once more, with its dependency tree: learned parts of speech settle which words are verbs.

use crate::dependency::Deprel;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Feature, Nominal, VerbForm};
use crate::parse::{Tree, coordination};
use crate::reading::Reading;
use crate::syntax::{Phrases, opens_noun_phrase};
use crate::tag::{Upos, Xpos};

/// The relations that clauses have.
const CLAUSES: [Deprel; 9] = [
    Deprel::ROOT,
    Deprel::CCOMP,
    Deprel::XCOMP,
    Deprel::ADVCL,
    Deprel::ACL,
    Deprel::ACL_RELCL,
    Deprel::CONJ,
    Deprel::CSUBJ,
    Deprel::PARATAXIS,
];

/// A sentence's tree, with readings and phrases that agree with it.
pub(crate) struct Reparsed {
    pub tokens: Vec<Reading>,
    pub phrases: Phrases,
    pub tree: Tree,
}

impl Reparsed {
    pub(super) fn new(lexicon: &Lexicon, text: &str, tokens: &[Reading], mut tree: Tree) -> Self {
        let mut tokens = tokens.to_vec();
        for at in 0..tokens.len() {
            let subject = verbal_subject(lexicon, &tokens, &tree, at);
            let upos = if subject.is_some() { Upos::Verb } else { tree.upos(at) };
            settle(lexicon, &mut tokens, &tree, at, upos);
            if let Some(subject) = subject {
                tree.relate(subject, Deprel::NSUBJ);
            }
        }
        let phrases = Phrases::new(lexicon, text, &tokens);
        coordination::mend(&phrases, &tokens, &mut tree);
        Self { tokens, phrases, tree }
    }
}

/// The subject of a word that was taken for a noun and is a verb: a name right before it, and it heads a clause or has one
/// (`Vietnam hopes that`, `Fiji thanks Peru`).
fn verbal_subject(lexicon: &Lexicon, tokens: &[Reading], tree: &Tree, at: usize) -> Option<usize> {
    let third =
        lexicon.vocabulary.word(tokens[at].word).verb.is_some_and(|verb| verb.form.has(VerbForm::THIRD));
    let before = at.checked_sub(1).filter(|_| third && tree.upos(at) == Upos::Noun)?;
    let name = tree.upos(before) == Upos::Propn && tree.head(before) == Some(at);
    let clause = tree.dependent(at, &[Deprel::ACL, Deprel::CCOMP, Deprel::XCOMP]);
    let mark = clause.and_then(|clause| tree.dependent(clause, &[Deprel::MARK]));
    let governs = mark == Some(at + 1);
    let heads = [Deprel::ROOT, Deprel::CCOMP, Deprel::PARATAXIS].contains(&tree.deprel(at))
        && tree.dependent(at, &[Deprel::COP]).is_none()
        && tokens.get(at + 1).is_some_and(opens_noun_phrase);
    (name && (governs || heads)).then_some(before)
}

/// Makes a word a verb, or no verb, where the tree is sure of it.
fn settle(lexicon: &Lexicon, tokens: &mut [Reading], tree: &Tree, at: usize, upos: Upos) {
    let deprel = tree.deprel(at);
    let article = [Feature::Definite, Feature::Indefinite, Feature::Possessive];
    let behind_determiner = at > 0 && article.contains(&tokens[at - 1].feature);
    // `the harvest and hopes to`: a noun has no infinitive or clause right behind a conjunction.
    let next = tokens.get(at + 1).copied();
    let governs = next.is_some_and(|next| next.upos == Upos::Part || next.feature == Feature::That);
    let governs = governs && at > 0 && tokens[at - 1].upos == Upos::Cconj;
    let token = &mut tokens[at];
    let nominal = matches!(token.upos, Upos::Noun | Upos::Adj | Upos::Propn);
    let known = lexicon.vocabulary.word(token.word).verb;
    // `and resume the talks`: what has an object and joins a verb is one.
    let joins = deprel == Deprel::CONJ && tree.dependent(at, &[Deprel::OBJ]).is_some();
    let bare = known.is_some_and(|verb| verb.form.has(VerbForm::BASE));
    let clause = CLAUSES.contains(&deprel) && (known.is_some() || deprel == Deprel::CONJ);
    if nominal && !behind_determiner && clause && (upos == Upos::Verb || joins && bare) {
        token.upos = Upos::Verb;
        match known {
            Some(verb) => (token.lemma, token.form) = (verb.lemma, verb.form),
            None => token.form = tree.xpos(at).map_or(VerbForm::NONE, form),
        }
        return;
    }
    // `support staff`, `threatening moves`
    let noun = matches!(upos, Upos::Noun | Upos::Propn)
        && known.is_none_or(|verb| verb.nominal != Nominal::Hardly || token.form.has(VerbForm::GERUND));
    // `is willing to`
    let adjective = upos == Upos::Adj
        && tree.dependent(at, &[Deprel::COP]).is_some()
        && tree.dependent(at, &[Deprel::XCOMP]).is_some();
    let adjective = deprel == Deprel::AMOD || adjective && token.form.has(VerbForm::GERUND);
    if token.upos == Upos::Verb && (noun || adjective) && !(joins && bare) && !governs {
        token.upos = if noun { Upos::Noun } else { Upos::Adj };
        (token.lemma, token.form) = (token.word, VerbForm::NONE);
    }
}

/// The form that a tag names.
fn form(xpos: Xpos) -> VerbForm {
    match xpos.as_str() {
        "VB" | "VBP" => VerbForm::BASE,
        "VBZ" => VerbForm::THIRD,
        "VBD" => VerbForm::PAST,
        "VBN" => VerbForm::PARTICIPLE,
        "VBG" => VerbForm::GERUND,
        _ => VerbForm::NONE,
    }
}
