//! Stance expressions, their patterns and modifiers.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::error::Error;
use crate::lexicon::crosswalk;
use crate::lexicon::phrase::PhraseTable;
use crate::lexicon::stance_pattern;
use crate::lexicon::tsv::{self, Cells, Fault};
use crate::lexicon::vocabulary::{Vocabulary, WordId};
use crate::stance::{Act, Polarity, Strength};

/// The columns of an entry.
pub(crate) const COLUMNS: [&str; 10] =
    ["pattern", "pos", "act", "polarity", "strength", "target", "addressee", "cameo", "plover", "frame"];

const ACTS: &str =
    "support, oppose, praise, criticize, agree, commit, request, concern, warn, or assert for no stance";
const SLOTS: &str = "obj, subj, slot, pp:X, to-VP, that-S, ing, VP, rest or none, with / between them";
const FRAMES: &str = "obj, to-VP, that-S, ing, pp:X, obj+to-VP, obj+pp:X or none, with commas between them";

/// One item of a pattern.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Item {
    /// A verb in any form, by its lemma.
    Verb(WordId),
    /// One of these words, in any form if `inflected`; may be left out if `optional`.
    Words { any: Box<[WordId]>, inflected: bool, optional: bool },
    /// Up to so many words of a noun phrase (`~`).
    Modifiers,
    /// An object (`*`).
    Object,
    /// One of a closed class of words.
    Class(Class),
}

/// The closed classes of pattern items.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Class {
    /// A verb that lends itself to a noun (`express`): `SV`.
    Support,
    /// A verb of saying before `the importance of`: `SAYV`.
    Say,
    /// `be`, `remain`, `feel`, `stand`: `BE`.
    Be,
    /// A negation: `NOT`.
    Not,
}

/// An argument of an expression.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Slot {
    Object,
    Subject,
    /// What stands after this preposition.
    Preposition(WordId),
    /// A clause with `that`.
    Clause,
    /// An infinitive or whatever else follows.
    Rest,
    /// The object inside the pattern.
    Inside,
}

/// What may follow an expression.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Frame {
    /// A noun phrase.
    Object,
    /// A `to` infinitive.
    Infinitive,
    /// A clause, with or without `that`.
    Clause,
    /// A verb in -ing.
    Gerund,
    /// A phrase with this preposition.
    Preposition(WordId),
    /// A noun phrase with its own infinitive (`A to release B`).
    ObjectInfinitive,
    /// A noun phrase with its own verb in -ing (`A releasing B`).
    ObjectGerund,
    /// A noun phrase and a clause with `that` (`A that B acts`).
    ObjectClause,
    /// Nothing.
    Nothing,
}

impl Frame {
    /// How many constituents it names: of two that fit, the one that names more says more.
    pub fn constituents(&self) -> usize {
        match self {
            Self::ObjectInfinitive | Self::ObjectGerund | Self::ObjectClause => 2,
            _ => 1,
        }
    }
}

/// What an expression does: `None` for one that makes no stance (`took note of`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Effect {
    pub act: Act,
    pub polarity: Polarity,
    pub strength: Strength,
}

/// An entry of the stance lexicon.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct StanceEntry {
    /// The pattern as it is written: an entry of a caller's own replaces those of the same one.
    written: Box<str>,
    /// Whether it is a caller's own.
    pub own: bool,
    pub pattern: Box<[Item]>,
    /// Ends with a word that judges, which may stand before a noun (`is a dangerous act`).
    pub evaluates: bool,
    /// A bare modal (`will`, `should`), which yields to what stands inside its verb group.
    pub modal: bool,
    pub frames: Box<[Frame]>,
    pub effect: Option<Effect>,
    pub targets: Box<[Slot]>,
    pub addressees: Box<[Slot]>,
    pub cameo: Option<Box<str>>,
    pub plover: Option<Box<str>>,
}

impl StanceEntry {
    /// How many items of the pattern are words rather than gaps.
    pub fn fixed_words(&self) -> usize {
        self.pattern.iter().filter(|item| !matches!(item, Item::Modifiers | Item::Object)).count()
    }
}

/// What a modifier does to an expression.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Modifier {
    Strong,
    Weak,
    Negator,
    NotFlip,
}

/// The stance lexicon, indexed by the word that a pattern can be found by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stances {
    entries: Vec<StanceEntry>,
    by_verb: FxHashMap<WordId, Vec<usize>>,
    by_class: FxHashMap<(Class, WordId), Vec<usize>>,
    classes: FxHashSet<(Class, WordId)>,
    /// Intensifiers, hedges, negators and what only looks like one (`not only`).
    pub modifiers: PhraseTable<Modifier>,
    /// Verbs and nouns of stopping, with the preposition that a verb takes before what is to stop.
    pub desist: FxHashMap<WordId, Option<WordId>>,
    /// The words that judge what they are said of, by what they do.
    evaluations: FxHashMap<Act, Vec<WordId>>,
}

impl Stances {
    pub fn new(
        vocabulary: &mut Vocabulary,
        stances: &str,
        support: &str,
        modifiers: &str,
        evaluations: &str,
    ) -> Result<Self, Error> {
        let mut lexicon = Self::default();
        for row in tsv::read("evaluation.tsv", evaluations, &["act", "word", "strength"])? {
            let act = row.parse(0, ACTS, Act::from_name)?;
            let forms = [row.cell(1).to_owned(), super::inflection::third_person(row.cell(1))];
            let words = lexicon.evaluations.entry(act).or_default();
            words.extend(forms.iter().map(|form| vocabulary.intern(form)));
            if row.parse(2, "plain or strong", Strength::from_name)? == Strength::Strong {
                lexicon.modifiers.insert(vocabulary, row.cell(1), Modifier::Strong);
            }
        }
        for row in tsv::read("support-verb.tsv", support, &["lemma", "class"])? {
            let class = row.parse(1, "support or say", |cell| match cell {
                "support" => Some(Class::Support),
                "say" => Some(Class::Say),
                _ => None,
            })?;
            lexicon.classes.insert((class, vocabulary.intern(row.cell(0))));
        }
        for row in tsv::read("modifier.tsv", modifiers, &["form", "class"])? {
            let modifier = match row.cell(1) {
                "strong" => Modifier::Strong,
                "weak" => Modifier::Weak,
                "negator" => Modifier::Negator,
                "not-flip" => Modifier::NotFlip,
                "desist" | "desist-noun" => {
                    let (word, preposition) = match row.cell(0).split_once(' ') {
                        Some((word, preposition)) => (word, Some(vocabulary.intern(preposition))),
                        None => (row.cell(0), None),
                    };
                    lexicon.desist.insert(vocabulary.intern(word), preposition);
                    continue;
                }
                _ => {
                    let expected = "strong, weak, negator, not-flip, desist or desist-noun";
                    return Err(row.error(row.cells.fault(1, expected)));
                }
            };
            lexicon.modifiers.insert(vocabulary, row.cell(0), modifier);
        }
        for row in tsv::read("stance.tsv", stances, &COLUMNS)? {
            lexicon.add(vocabulary, &row.cells).map_err(|fault| row.error(fault))?;
        }
        Ok(lexicon)
    }

    /// Adds the entry that these cells, in the order of [`COLUMNS`], describe.
    pub fn add(&mut self, vocabulary: &mut Vocabulary, row: &Cells) -> Result<(), Fault> {
        stance_pattern::check(row.cell(0)).map_err(|expected| row.fault(0, expected))?;
        let verbal = row.parse(1, "V, N, ADJ, AUX or MWE", |cell| match cell {
            "V" | "MWE" => Some(true),
            "N" | "ADJ" | "AUX" => Some(false),
            _ => None,
        })?;
        let pattern: Box<[Item]> = row
            .cell(0)
            .split(' ')
            .enumerate()
            .map(|(at, item)| match item.strip_prefix('@') {
                Some(act) => {
                    let words = Act::from_name(act).and_then(|act| self.evaluations.get(&act));
                    let any = words.ok_or_else(|| row.fault(0, "an act of evaluation.tsv behind @"))?;
                    Ok(Item::Words { any: any.as_slice().into(), inflected: false, optional: false })
                }
                None => Ok(read_item(
                    vocabulary,
                    item,
                    verbal && at == 0,
                    at == 0 || row.cell(0).starts_with("NOT "),
                )),
            })
            .collect::<Result<_, Fault>>()?;
        let evaluates = row.cell(0).contains('@');
        let effect = match row.cell(2) {
            "assert" => None,
            _ => Some(Effect {
                act: row.parse(2, ACTS, Act::from_name)?,
                polarity: row.parse(3, "favor or against", |cell| {
                    Polarity::ALL.iter().copied().find(|polarity| polarity.as_str() == cell)
                })?,
                strength: row.parse(4, "weak, plain or strong", Strength::from_name)?,
            }),
        };
        let mut slots = |column: usize| -> Result<Box<[Slot]>, Fault> {
            let cell = row.cell(column);
            let named = cell.split('/').filter(|name| !matches!(*name, "" | "none"));
            named.map(|name| read_slot(vocabulary, name).ok_or_else(|| row.fault(column, SLOTS))).collect()
        };
        let (targets, addressees) = (slots(5)?, slots(6)?);
        let code = |column: usize, expected, code: fn(&str) -> Option<&str>| match row.cell(column) {
            "" => Ok(None),
            _ => row.parse(column, expected, code).map(|code| Some(code.into())),
        };
        let (cameo, plover) =
            (code(7, crosswalk::CAMEO, crosswalk::cameo)?, code(8, crosswalk::PLOVER, crosswalk::plover)?);
        let frames = row
            .cell(9)
            .split(',')
            .map(|name| read_frame(vocabulary, name).ok_or_else(|| row.fault(9, FRAMES)));
        let frames: Box<[Frame]> = frames.collect::<Result<_, _>>()?;
        let index = self.entries.len();
        let literal = pattern.iter().skip(1).find_map(|item| match item {
            Item::Words { any, optional: false, .. } => Some(any.clone()),
            Item::Verb(lemma) => Some(Box::from([*lemma])),
            _ => None,
        });
        match &pattern[0] {
            Item::Verb(lemma) => self.by_verb.entry(*lemma).or_default().push(index),
            Item::Words { any, .. } => {
                for word in any {
                    self.by_verb.entry(*word).or_default().push(index);
                }
            }
            Item::Class(class) => {
                for word in literal.ok_or_else(|| row.fault(0, "a word after the class"))? {
                    self.by_class.entry((*class, word)).or_default().push(index);
                }
            }
            Item::Modifiers | Item::Object => {
                return Err(row.fault(0, "a pattern that begins with a word"));
            }
        }
        self.entries.push(StanceEntry {
            written: row.cell(0).into(),
            own: false,
            pattern,
            evaluates,
            modal: row.cell(1) == "AUX"
                && *frames == [Frame::Nothing]
                && effect.as_ref().is_some_and(|effect| effect.act != Act::Warn),
            frames,
            effect,
            targets,
            addressees,
            cameo,
            plover,
        });
        Ok(())
    }

    /// A lexicon without entries that knows the same words of evaluation.
    pub fn without_entries(&self) -> Self {
        Self { evaluations: self.evaluations.clone(), ..Self::default() }
    }

    /// Adds entries in place of those of the same pattern; where two entries fit alike, theirs is taken.
    ///
    /// # Errors
    /// The place of the entry that can't be read, and why.
    pub fn replace(&mut self, vocabulary: &mut Vocabulary, rows: &[Cells]) -> Result<(), (usize, Fault)> {
        let own: FxHashSet<&str> = rows.iter().map(|row| row.cell(0)).collect();
        let before = self.entries.len();
        let stays: Vec<bool> = self.entries.iter().map(|entry| !own.contains(&*entry.written)).collect();
        for (at, row) in rows.iter().enumerate() {
            self.add(vocabulary, row).map_err(|fault| (at, fault))?;
        }
        for entry in &mut self.entries[before..] {
            entry.own = true;
        }
        for indices in self.by_verb.values_mut().chain(self.by_class.values_mut()) {
            indices.retain(|&index| index >= before || stays[index]);
            // Of entries that fit alike the first is taken.
            indices.sort_by_key(|&index| index < before);
        }
        Ok(())
    }

    /// Whether a verb lends itself to a noun (`Support`) or to a clause (`Say`).
    pub fn is_of(&self, class: Class, lemma: WordId) -> bool {
        self.classes.contains(&(class, lemma))
    }

    /// The entries whose pattern begins with this verb or word.
    pub fn by_first(&self, lemma: WordId) -> impl Iterator<Item = &StanceEntry> {
        self.by_verb.get(&lemma).into_iter().flatten().map(|&index| &self.entries[index])
    }

    /// The entries whose pattern begins with `class` and has `word` as its first fixed word.
    pub fn by_class(&self, class: Class, word: WordId) -> impl Iterator<Item = &StanceEntry> {
        self.by_class.get(&(class, word)).into_iter().flatten().map(|&index| &self.entries[index])
    }
}

fn read_item(vocabulary: &mut Vocabulary, item: &str, verbal: bool, inflected: bool) -> Item {
    match item {
        "~" => Item::Modifiers,
        "*" => Item::Object,
        "SV" => Item::Class(Class::Support),
        "SAYV" => Item::Class(Class::Say),
        "BE" => Item::Class(Class::Be),
        "NOT" => Item::Class(Class::Not),
        _ => {
            let optional = item.ends_with('?');
            let words = item.trim_end_matches('?').split('|');
            if verbal && !optional && !item.contains('|') {
                return Item::Verb(vocabulary.intern(item));
            }
            let any = words.flat_map(|word| [word.to_owned(), super::inflection::third_person(word)]);
            let any = any.map(|word| vocabulary.intern(&word)).collect();
            Item::Words { any, inflected, optional }
        }
    }
}

fn read_frame(vocabulary: &mut Vocabulary, name: &str) -> Option<Frame> {
    Some(match name {
        "obj" => Frame::Object,
        "to-VP" => Frame::Infinitive,
        "that-S" => Frame::Clause,
        "ing" => Frame::Gerund,
        "obj+to-VP" => Frame::ObjectInfinitive,
        "obj+ing" => Frame::ObjectGerund,
        "obj+that-S" => Frame::ObjectClause,
        "none" => Frame::Nothing,
        // `thank A for T`: the object is what follows first.
        _ if name.starts_with("obj+") => Frame::Object,
        _ => Frame::Preposition(preposition(vocabulary, name)?),
    })
}

fn read_slot(vocabulary: &mut Vocabulary, name: &str) -> Option<Slot> {
    Some(match name {
        "obj" | "iobj" => Slot::Object,
        "subj" => Slot::Subject,
        "slot" => Slot::Inside,
        "that-S" => Slot::Clause,
        "to-VP" | "ing" | "VP" | "rest" => Slot::Rest,
        _ => Slot::Preposition(preposition(vocabulary, name)?),
    })
}

/// The preposition of `pp:about`.
fn preposition(vocabulary: &mut Vocabulary, name: &str) -> Option<WordId> {
    let word = name.strip_prefix("pp:")?;
    let plain = !word.is_empty() && word.chars().all(char::is_lowercase);
    plain.then(|| vocabulary.intern(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every expression's example gives a stance of its act, and a blocker's example gives none.
    #[test]
    fn examples() {
        let text = include_str!("../../data/lexicon/stance.tsv");
        let analyzer = crate::Analyzer::default().attribution(crate::Attribution::Rules);
        let mut failed = Vec::new();
        for row in tsv::read("stance.tsv", text, &["pattern", "act", "example"]).unwrap() {
            let document = analyzer.analyze(row.cell(2));
            let acts: Vec<&str> = document.stances().map(|(_, stance)| stance.act.as_str()).collect();
            let right = if row.cell(1) == "assert" { acts.is_empty() } else { acts.contains(&row.cell(1)) };
            if !right {
                failed.push(format!("{} / {}: {acts:?}: {}", row.cell(0), row.cell(1), row.cell(2)));
            }
        }
        assert!(failed.is_empty(), "{} of the examples fail:\n{}", failed.len(), failed.join("\n"));
    }
}
