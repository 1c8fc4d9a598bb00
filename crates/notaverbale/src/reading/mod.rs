//! What the lexicon says of a word where it stands.
//!
//! Input: the words and compounds of a sentence. Output: for each its entry in the vocabulary, its part of speech, and for
//! verbs the lemma and form. Function words have one tag; names are known by their capitals; words that can be verbs are
//! decided by the word before and after. Known limit: `The plans fail` and other noun and verb pairs without a function word
//! near them.

use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Feature, Nominal, VerbForm, VerbReading, WordId};
use crate::span::Span;
use crate::tag::Upos;

/// A word, a number or a mark, or a compound, as the lexicon reads it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Reading {
    /// In bytes, half open; never empty.
    pub span: Span,
    /// The part of speech, by lexicon and rules.
    pub upos: Upos,
    pub word: WordId,
    /// The lemma, where the token is a verb or an auxiliary that the lexicon knows; else the word itself.
    pub lemma: WordId,
    pub feature: Feature,
    /// What form of its verb the token is; none for other parts of speech.
    pub form: VerbForm,
}

impl Reading {
    pub fn new(span: Span) -> Self {
        Self {
            span,
            upos: Upos::X,
            word: WordId::UNKNOWN,
            lemma: WordId::UNKNOWN,
            feature: Feature::None,
            form: VerbForm::NONE,
        }
    }

    /// Whether the token is a mark, not a word.
    pub fn is_mark(&self) -> bool {
        self.upos == Upos::Punct
    }
}

/// Reads the tokens of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'l> {
    lexicon: &'l Lexicon,
}

impl<'l> Reader<'l> {
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon }
    }

    /// Sets word, lemma, UPOS and verb form of every token.
    pub fn read(&self, text: &str, tokens: &mut [Reading]) {
        for token in tokens.iter_mut() {
            token.word = self.lexicon.vocabulary.look_up(token.span.text(text));
            token.lemma = token.word;
        }
        for at in 0..tokens.len() {
            let decided = self.decide(text, tokens, at);
            let token = &mut tokens[at];
            (token.upos, token.feature, token.form) = (decided.upos, decided.feature, decided.form);
            if let Some(lemma) = decided.lemma {
                token.lemma = lemma;
            }
        }
    }

    fn decide(&self, text: &str, tokens: &[Reading], at: usize) -> Decision {
        let token = &tokens[at];
        let word = token.span.text(text);
        let Some(first) = word.chars().next() else { return Decision::plain(Upos::X) };
        let known = self.lexicon.vocabulary.word(token.word);
        if !first.is_alphanumeric() && !matches!(first, '\'' | '’') {
            let symbol = matches!(first, '$' | '€' | '£' | '¥' | '%' | '+' | '=' | '#' | '@' | '<' | '>');
            return Decision::plain(if symbol { Upos::Sym } else { Upos::Punct });
        }
        if first.is_numeric() {
            return Decision::plain(Upos::Num);
        }
        // `no longer` negates as one.
        let words = &self.lexicon.words;
        if token.word == words.no && tokens.get(at + 1).is_some_and(|next| next.word == words.longer) {
            return Decision { feature: Feature::Negation, ..Decision::plain(Upos::Part) };
        }
        if token.word == words.longer && at > 0 && tokens[at - 1].word == words.no {
            return Decision::plain(Upos::Adv);
        }
        let capital = first.is_uppercase();
        let head = starts_sentence(tokens, at);
        if let Some((upos, feature)) = known.function {
            // `May`, `US`, `IT` and `Will` inside a sentence are names, `An` in a title is not.
            let shouted = word.len() > 1 && word.chars().all(char::is_uppercase);
            let modal_name = capital && feature == Feature::Modal && !head;
            // `Do Thanh Long`, `Dang My Linh`: a short word between names is one.
            let between = capital && !head && word.len() <= 3 && is_capital(text, tokens, at + 1) && {
                let before = &tokens[at - 1];
                is_capital(text, tokens, at - 1) && before.feature == Feature::None && !before.is_mark()
            };
            let name = (shouted && matches!(word, "US" | "IT" | "WHO")) || modal_name || between && !shouted;
            if !name && !matches!(feature, Feature::Time) {
                return self.function(text, tokens, at, upos, feature);
            }
            if feature == Feature::Time && (upos == Upos::Noun || capital) {
                return Decision { upos, feature, ..Decision::plain(upos) };
            }
            return Decision::plain(Upos::Propn);
        }
        if matches!(first, '\'' | '’') {
            if word.len() > first.len_utf8() {
                return Decision::plain(Upos::Part);
            }
            // `the ministers' view`: a bare mark that touches a plural.
            let plural = at > 0
                && tokens[at - 1].span.end == token.span.start
                && tokens[at - 1].span.text(text).ends_with('s');
            let feature = if plural { Feature::Possessive } else { Feature::None };
            return Decision { feature, ..Decision::plain(Upos::Punct) };
        }
        if capital && !head {
            return Decision::plain(Upos::Propn);
        }
        if capital && known.verb.is_none() {
            let noun = self.lexicon.is_common_noun(token.word) || word.ends_with("tion");
            return Decision::plain(if noun { Upos::Noun } else { Upos::Propn });
        }
        if let Some(reading) = known.verb {
            return self.verb_or_noun(text, tokens, at, reading, capital);
        }
        Decision::plain(match word {
            _ if word.ends_with("ly") => Upos::Adv,
            _ if word.contains('-')
                || ["ous", "ful", "able", "ible", "ive", "ish", "less"]
                    .iter()
                    .any(|end| word.ends_with(end)) =>
            {
                Upos::Adj
            }
            _ => Upos::Noun,
        })
    }

    /// A function word; the few with two tags look at their neighbours.
    fn function(&self, text: &str, tokens: &[Reading], at: usize, upos: Upos, feature: Feature) -> Decision {
        let next = tokens.get(at + 1).map(|token| self.lexicon.vocabulary.word(token.word));
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        let (upos, feature) = match feature {
            // `to visit` against `to Peru`.
            Feature::None if upos == Upos::Adp && tokens[at].word == self.lexicon.words.to => {
                let base = next.is_some_and(|word| {
                    word.verb
                        .is_some_and(|verb| verb.form.has(VerbForm::BASE) && verb.nominal != Nominal::Mostly)
                        || word.function.is_some_and(|(upos, feature)| {
                            upos == Upos::Aux && feature != Feature::Modal
                                || upos == Upos::Adv && self.verb_follows(tokens, at + 2)
                        })
                        || word.verb.is_none()
                            && word.function.is_none()
                            && self.adverb_then_verb(text, tokens, at + 1)
                });
                (if base { Upos::Part } else { Upos::Adp }, feature)
            }
            // `that` as a determiner stands before a noun and after a verb or preposition.
            Feature::That => {
                let pronoun = next.is_some_and(|word| matches!(word.function, Some((Upos::Aux, _))));
                let opens = before.is_none_or(|before| before.is_mark());
                (if pronoun && opens { Upos::Pron } else { Upos::Sconj }, feature)
            }
            Feature::Demonstrative | Feature::Quantity => {
                let alone = next.is_some_and(|word| {
                    matches!(word.function, Some((Upos::Aux | Upos::Adp | Upos::Part, _)))
                });
                (if alone { Upos::Pron } else { Upos::Det }, feature)
            }
            // `'s` is a verb after a pronoun and a possessive mark after a name.
            Feature::Be if tokens[at].word == self.lexicon.words.apostrophe_s => {
                let pronoun = before.is_some_and(|before| {
                    before.upos == Upos::Pron
                        || matches!(before.feature, Feature::Interrogative | Feature::That)
                });
                if pronoun { (Upos::Aux, feature) } else { (Upos::Part, Feature::Possessive) }
            }
            _ => (upos, feature),
        };
        let form = if upos == Upos::Aux { self.auxiliary_form(tokens[at].word) } else { VerbForm::NONE };
        let words = &self.lexicon.words;
        let lemma = match feature {
            Feature::Have if upos == Upos::Aux => Some(words.have),
            Feature::Do if upos == Upos::Aux => Some(words.do_),
            _ => None,
        };
        Decision { upos, feature, form, lemma }
    }

    fn auxiliary_form(&self, word: WordId) -> VerbForm {
        let words = &self.lexicon.words;
        if word == words.being || word == words.having || word == words.doing {
            VerbForm::GERUND
        } else if word == words.be {
            VerbForm::BASE
        } else if word == words.been || word == words.done {
            VerbForm::PARTICIPLE
        } else if [words.was, words.were, words.had, words.did].contains(&word) {
            VerbForm::PAST
        } else {
            VerbForm::THIRD.with(VerbForm::BASE)
        }
    }

    fn adverb_then_verb(&self, text: &str, tokens: &[Reading], at: usize) -> bool {
        // An unknown word between `to` and a base form is an adverb, as is one in -ly.
        let adverb = !tokens[at].word.is_known() || tokens[at].span.text(text).ends_with("ly");
        adverb && self.verb_follows(tokens, at + 1)
    }

    fn verb_follows(&self, tokens: &[Reading], at: usize) -> bool {
        tokens.get(at).is_some_and(|token| {
            let word = self.lexicon.vocabulary.word(token.word);
            word.verb.is_some_and(|verb| verb.form.has(VerbForm::BASE) && verb.nominal != Nominal::Mostly)
        })
    }

    /// A word that is a form of a verb, and perhaps a noun or an adjective.
    fn verb_or_noun(
        &self,
        text: &str,
        tokens: &[Reading],
        at: usize,
        reading: VerbReading,
        capital: bool,
    ) -> Decision {
        let left =
            tokens[..at].iter().rposition(|token| !matches!(token.upos, Upos::Adv)).map(|left| &tokens[left]);
        let verb = |form: VerbForm| Decision {
            upos: Upos::Verb,
            feature: Feature::None,
            form: reading.form.only(form),
            lemma: Some(reading.lemma),
        };
        let finite = VerbForm::BASE.with(VerbForm::THIRD).with(VerbForm::PAST);
        let any = finite.with(VerbForm::PARTICIPLE).with(VerbForm::GERUND);
        let participial = reading.form.has(VerbForm::PARTICIPLE.with(VerbForm::GERUND).with(VerbForm::PAST));
        let noun = Decision::plain(Upos::Noun);
        let Some(left) = left.filter(|left| !left.is_mark() || left.feature == Feature::Possessive) else {
            // `…, following the meeting`: a preposition.
            if tokens[at].word == self.lexicon.words.following {
                return Decision::plain(Upos::Adp);
            }
            // At the head of a sentence or clause: `Noting that`, `Called to order`, `Talks began`, `Urge him to`.
            if participial {
                return verb(any);
            }
            // `Trump said` opens with a name that is also a verb.
            if capital && self.predicate_follows(tokens, at) {
                return Decision::plain(if reading.nominal == Nominal::Hardly {
                    Upos::Propn
                } else {
                    noun.upos
                });
            }
            if reading.nominal == Nominal::Hardly || self.object_follows(tokens, at) && !capital {
                return verb(any);
            }
            return if capital
                && reading.nominal == Nominal::Mostly
                && !self.lexicon.is_common_noun(tokens[at].word)
            {
                Decision::plain(Upos::Propn)
            } else {
                noun
            };
        };
        match left.upos {
            Upos::Aux => match left.feature {
                Feature::Be if reading.form.has(VerbForm::PARTICIPLE.with(VerbForm::GERUND)) => {
                    verb(VerbForm::PARTICIPLE.with(VerbForm::GERUND))
                }
                Feature::Be => noun,
                Feature::Have if reading.form.has(VerbForm::PARTICIPLE) => verb(VerbForm::PARTICIPLE),
                Feature::Have => noun,
                _ if reading.form.has(VerbForm::BASE) => verb(VerbForm::BASE),
                _ => verb(any),
            },
            Upos::Part | Upos::Punct if left.feature == Feature::Possessive => {
                self.inside_noun_phrase(tokens, at, reading)
            }
            Upos::Part if left.feature == Feature::Negation && reading.form.has(VerbForm::BASE) => verb(any),
            Upos::Part if reading.form.has(VerbForm::BASE) => verb(VerbForm::BASE),
            Upos::Pron if matches!(left.feature, Feature::Possessive) => {
                self.inside_noun_phrase(tokens, at, reading)
            }
            Upos::Pron => verb(any),
            Upos::Det => self.inside_noun_phrase(tokens, at, reading),
            Upos::Adj | Upos::Num if !participial => noun,
            Upos::Adp if reading.form.has(VerbForm::GERUND) => verb(VerbForm::GERUND),
            Upos::Adp => self.inside_noun_phrase(tokens, at, reading),
            Upos::Verb if !participial && reading.nominal != Nominal::Hardly => noun,
            Upos::Noun | Upos::Propn | Upos::Sym => {
                let plural = left.upos == Upos::Noun && looks_plural(left.span.text(text));
                let agrees = participial
                    || reading.form.has(VerbForm::THIRD) && !plural
                    || reading.form.has(VerbForm::BASE) && plural;
                let sure = reading.nominal == Nominal::Hardly;
                if sure || agrees && (participial || self.object_follows(tokens, at)) {
                    verb(any)
                } else {
                    noun
                }
            }
            _ if participial || reading.nominal == Nominal::Hardly || self.object_follows(tokens, at) => {
                verb(any)
            }
            _ => noun,
        }
    }

    /// Whether a verb that cannot be a complement follows.
    fn predicate_follows(&self, tokens: &[Reading], at: usize) -> bool {
        tokens.get(at + 1).is_some_and(|next| {
            let word = self.lexicon.vocabulary.word(next.word);
            matches!(word.function, Some((Upos::Aux, _)))
                || next.word == self.lexicon.words.apostrophe_s
                || word.function.is_none()
                    && word.verb.is_some_and(|verb| verb.form.has(VerbForm::PAST.with(VerbForm::THIRD)))
        })
    }

    /// After a determiner or a preposition: a participle may stand before its noun (`the proposed plan`).
    fn inside_noun_phrase(&self, tokens: &[Reading], at: usize, reading: VerbReading) -> Decision {
        if reading.form.has(VerbForm::BASE.with(VerbForm::THIRD)) {
            return Decision::plain(Upos::Noun);
        }
        let ends = tokens.get(at + 1).is_none_or(|next| {
            let word = self.lexicon.vocabulary.word(next.word);
            matches!(word.function, Some((Upos::Aux | Upos::Adp | Upos::Sconj | Upos::Pron | Upos::Cconj, _)))
        });
        Decision::plain(if ends { Upos::Noun } else { Upos::Adj })
    }

    /// Whether what follows looks like a verb's complement rather than a verb that has this word as its subject.
    fn object_follows(&self, tokens: &[Reading], at: usize) -> bool {
        let Some(next) = tokens.get(at + 1) else { return false };
        let word = self.lexicon.vocabulary.word(next.word);
        match word.function {
            Some((Upos::Aux, _)) => false,
            Some((Upos::Det | Upos::Sconj | Upos::Pron, _)) => true,
            Some((Upos::Adp, Feature::Of)) => false,
            Some((Upos::Adp, _)) => next.word != self.lexicon.words.between,
            Some((Upos::Adv | Upos::Part, _)) => true,
            Some((Upos::Cconj, _)) => false,
            Some(_) => true,
            None => match word.verb {
                Some(verb) => !verb.form.has(VerbForm::PAST) && verb.nominal != Nominal::Hardly,
                None => next.word.is_known() || tokens.len() > at + 2,
            },
        }
    }
}

/// What a token was found to be.
struct Decision {
    upos: Upos,
    feature: Feature,
    form: VerbForm,
    lemma: Option<WordId>,
}

impl Decision {
    fn plain(upos: Upos) -> Self {
        Self { upos, feature: Feature::None, form: VerbForm::NONE, lemma: None }
    }
}

/// Whether a token begins with a capital and goes on with small letters.
fn is_capital(text: &str, tokens: &[Reading], at: usize) -> bool {
    let word = tokens.get(at).map_or("", |token| token.span.text(text));
    word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// Whether a capital says nothing about the token: it opens the sentence, or touches an opening mark.
fn starts_sentence(tokens: &[Reading], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let touches = tokens[before].upos == Upos::Punct && tokens[before].span.end == tokens[at].span.start;
    let apart = before.checked_sub(1).is_none_or(|first| tokens[first].span.end < tokens[before].span.start);
    touches && apart || tokens[..at].iter().all(Reading::is_mark)
}

/// Whether a noun has the ending of a plural.
fn looks_plural(word: &str) -> bool {
    word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) || word == "people"
}
