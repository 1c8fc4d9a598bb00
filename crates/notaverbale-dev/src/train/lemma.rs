//! Trains the lemmatizer: suffix rules for the regular forms of each tag, and a lexicon of the others.
//!
//! Every form counts once for each tag, whatever its frequency, so that rules follow the regular words. A rule of a longer
//! suffix is kept where it is right for more forms than the rule of the shorter one. What the rules then get wrong goes
//! into the lexicon. Deterministic: ties go to what comes first in order.

use std::collections::BTreeMap;

use notaverbale::Upos;
use notaverbale::training::{Edit, LONGEST_SUFFIX, lexicon_verbs, plain};

use crate::conllu::Sentence;

/// Forms that a suffix rule must get right more than the rule of the shorter suffix does.
const GAIN: usize = 2;

/// What is trained: the content of the bytes that [`notaverbale::Lemmatizer`] reads.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LemmaModel {
    /// The tags, the commonest first.
    tags: Vec<Tags>,
    /// Whether words with capitals keep them, by suffix and tag.
    capitals: Table<bool>,
    /// By suffix and tag.
    rules: Table<Edit>,
    /// By form and tag.
    forms: Table<Edit>,
}

/// UPOS and XPOS.
type Tags = (String, String);

/// Values by key and the number of the tag.
type Table<V> = BTreeMap<(String, usize), V>;

/// Counts of lemmas by form and the number of the tag.
type Counts<'t> = BTreeMap<(&'t str, usize), BTreeMap<&'t str, usize>>;

impl LemmaModel {
    /// Trains on the words of treebanks and the verbs of the lexicon; lemmas `_` are left out.
    pub fn train(sentences: &[Sentence]) -> Self {
        let words = || {
            let words = sentences.iter().flat_map(|sentence| &sentence.words);
            words.filter(|word| word.lemma != "_" && Upos::from_name(&word.upos).is_some())
        };
        let mut frequencies: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for word in words() {
            *frequencies.entry((&word.upos, &word.xpos)).or_default() += 1;
        }
        let mut pairs: Vec<_> = frequencies.into_iter().collect();
        pairs.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        let numbers: BTreeMap<(&str, &str), usize> =
            pairs.iter().enumerate().map(|(number, &(pair, _))| (pair, number)).collect();
        let mut seen = Counts::new();
        for word in words() {
            let tag = numbers[&(word.upos.as_str(), word.xpos.as_str())];
            *seen.entry((&word.form, tag)).or_default().entry(&word.lemma).or_default() += 1;
        }
        let tags = pairs.iter().map(|((upos, xpos), _)| ((*upos).to_owned(), (*xpos).to_owned()));
        let mut model = Self { tags: tags.collect(), ..Self::default() };
        model.learn(&seen);
        model
    }

    /// Learns rules and forms.
    fn learn(&mut self, seen: &Counts) {
        let capital = seen.iter().filter(|((form, _), _)| form.contains(char::is_uppercase));
        self.capitals = rules(
            capital.filter_map(|(&(form, tag), lemmas)| {
                Some((form, tag, commonest(lemmas)?.contains(char::is_uppercase)))
            }),
            true,
        );
        // The lemmas of each form as the rules see it.
        let mut bases: BTreeMap<(String, usize), BTreeMap<&str, usize>> = BTreeMap::new();
        for (&(form, tag), lemmas) in seen {
            let counts = bases.entry((self.base(form, tag), tag)).or_default();
            for (&lemma, count) in lemmas {
                *counts.entry(lemma).or_default() += count;
            }
        }
        let mut best: BTreeMap<(String, usize), &str> =
            bases.into_iter().filter_map(|(key, lemmas)| Some((key, commonest(&lemmas)?))).collect();
        let verbs = lexicon_verbs();
        for (form, xpos, lemma) in &verbs {
            if let Some(tag) = self.tags.iter().position(|(upos, tag)| upos == "VERB" && tag == xpos) {
                best.entry((form.clone(), tag)).or_insert(lemma);
            }
        }
        let edits = best.iter().map(|((base, tag), lemma)| (base.as_str(), *tag, Edit::between(base, lemma)));
        self.rules = rules(edits, Edit::default());
        for ((base, tag), lemma) in &best {
            if self.by_rule(base, *tag) != *lemma {
                self.forms.insert((base.clone(), *tag), Edit::between(base, lemma));
            }
        }
        // Forms with capitals whose lemma is not that of the form in small letters (`CEO`).
        for (&(form, tag), lemmas) in seen {
            let base = self.base(form, tag);
            let Some(lemma) = commonest(lemmas).filter(|_| base != form) else { continue };
            let found = match self.forms.get(&(base.clone(), tag)) {
                Some(edit) => edit.apply((&base).into()).into_owned(),
                None => self.by_rule(&base, tag),
            };
            if found != lemma && found.to_lowercase() == lemma.to_lowercase() {
                self.forms.insert((form.to_owned(), tag), Edit::between(form, lemma));
            }
        }
    }

    /// The form as the rules see it, as the core makes it.
    fn base(&self, form: &str, tag: usize) -> String {
        let plain = plain(form);
        let keeps =
            !plain.contains(char::is_uppercase) || by_suffix(&self.capitals, &plain, tag) != Some(&false);
        if keeps { plain.into_owned() } else { plain.to_lowercase() }
    }

    fn by_rule(&self, base: &str, tag: usize) -> String {
        let edit = by_suffix(&self.rules, base, tag);
        edit.map_or_else(|| base.to_owned(), |edit| edit.apply(base.into()).into_owned())
    }

    /// The part `lemmas` of a model file, as the core's lemmatizer reads it; the same model gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut edits: Vec<&Edit> = self.rules.values().chain(self.forms.values()).collect();
        edits.sort();
        edits.dedup();
        let mut bytes = Vec::new();
        put_number(&mut bytes, self.tags.len());
        for (upos, xpos) in &self.tags {
            put_text(&mut bytes, upos);
            put_text(&mut bytes, xpos);
        }
        put_number(&mut bytes, edits.len());
        for edit in &edits {
            put_number(&mut bytes, usize::from(edit.strip));
            put_text(&mut bytes, &edit.add);
        }
        put_table(&mut bytes, &self.capitals, |keeps| usize::from(*keeps));
        for table in [&self.rules, &self.forms] {
            put_table(&mut bytes, table, |edit| edits.partition_point(|other| *other < edit));
        }
        bytes
    }
}

/// The commonest lemma; of several the first in order.
fn commonest<'t>(lemmas: &BTreeMap<&'t str, usize>) -> Option<&'t str> {
    let most = lemmas.values().max()?;
    lemmas.iter().find(|(_, count)| *count == most).map(|(lemma, _)| *lemma)
}

/// The suffixes of a word, the empty one first.
fn suffixes(word: &str) -> impl DoubleEndedIterator<Item = &str> {
    let starts: Vec<usize> = word.char_indices().rev().take(LONGEST_SUFFIX).map(|(at, _)| at).collect();
    std::iter::once("").chain(starts.into_iter().map(|at| &word[at..]))
}

/// The value of the longest suffix of `word` that the table has for the tag.
fn by_suffix<'m, V>(table: &'m Table<V>, word: &str, tag: usize) -> Option<&'m V> {
    suffixes(word).rev().find_map(|suffix| table.get(&(suffix.to_owned(), tag)))
}

/// The rules that words with their tags and values teach, where no rule stands for `usual`.
fn rules<'w, V: Clone + Ord>(words: impl Iterator<Item = (&'w str, usize, V)>, usual: V) -> Table<V> {
    let mut tallies: BTreeMap<(usize, String, usize), BTreeMap<V, usize>> = BTreeMap::new();
    for (word, tag, value) in words {
        for (length, suffix) in suffixes(word).enumerate() {
            let tally = tallies.entry((length, suffix.to_owned(), tag)).or_default();
            *tally.entry(value.clone()).or_default() += 1;
        }
    }
    let mut rules = Table::new();
    // Shorter suffixes come first, so that the rule that holds so far is known.
    for ((_, suffix, tag), tally) in tallies {
        let best = tally.iter().max_by_key(|&(value, right)| (*right, std::cmp::Reverse(value)));
        let Some((value, right)) = best else { continue };
        let so_far = by_suffix(&rules, &suffix, tag).unwrap_or(&usual);
        if right - tally.get(so_far).unwrap_or(&0) >= GAIN {
            rules.insert((suffix, tag), value.clone());
        }
    }
    rules
}

fn put_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_number(bytes, text.len());
    bytes.extend_from_slice(text.as_bytes());
}

fn put_table<V>(bytes: &mut Vec<u8>, table: &Table<V>, number: impl Fn(&V) -> usize) {
    let mut by_key: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for ((key, tag), value) in table {
        by_key.entry(key).or_default().push((*tag, number(value)));
    }
    put_number(bytes, by_key.len());
    let mut before = "";
    for (key, pairs) in by_key {
        let shared = key.chars().zip(before.chars()).take_while(|(one, other)| one == other);
        let shared = shared.map(|(one, _)| one.len_utf8()).sum();
        put_number(bytes, shared);
        put_text(bytes, &key[shared..]);
        put_number(bytes, pairs.len());
        for (tag, value) in pairs {
            put_number(bytes, tag);
            put_number(bytes, value);
        }
        before = key;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notaverbale::Model;
    use notaverbale::training::model::write;
    use notaverbale::{Lemmatizer, Tag, Xpos};

    /// Sentences of words `form/lemma/UPOS/XPOS`.
    fn treebank(words: &str) -> Vec<Sentence> {
        let rows = words.split_whitespace().enumerate().map(|(at, cells)| {
            let [form, lemma, upos, xpos] = cells.split('/').collect::<Vec<_>>()[..] else {
                panic!("four cells: {cells}")
            };
            format!("{}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t0\troot\t_\t_\n", at + 1)
        });
        let rows: String = rows.collect();
        let text: Vec<&str> = words.split_whitespace().filter_map(|cells| cells.split('/').next()).collect();
        crate::conllu::parse(&format!("# text = {}\n{rows}", text.join(" "))).unwrap()
    }

    fn trained() -> LemmaModel {
        LemmaModel::train(&treebank(
            "plans/plan/NOUN/NNS talks/talk/NOUN/NNS cities/city/NOUN/NNS parties/party/NOUN/NNS men/man/NOUN/NNS \
             The/the/DET/DT This/this/DET/DT An/a/DET/DT an/a/DET/DT n't/not/PART/RB not/not/PART/RB \
             Lima/Lima/PROPN/NNP Ito/Ito/PROPN/NNP CEO/CEO/NOUN/NN plan/plan/NOUN/NN Plan/plan/NOUN/NN \
             Talk/talk/NOUN/NN City/city/NOUN/NN",
        ))
    }

    #[test]
    fn what_is_learned_is_written_read_and_used() {
        let file = write(&[("lemmas", trained().to_bytes())]);
        let lemmatizer = Lemmatizer::new(&Model::new(&file).unwrap()).unwrap();
        let lemma = |form, upos, xpos| {
            let tag = Tag::new(upos, Xpos::from_name(xpos).unwrap());
            lemmatizer.lemma(form, tag).into_owned()
        };
        assert_eq!(lemma("bodies", Upos::Noun, "NNS"), "body");
        assert_eq!(lemma("ports", Upos::Noun, "NNS"), "port");
        assert_eq!(lemma("men", Upos::Noun, "NNS"), "man");
        assert_eq!(lemma("n’t", Upos::Part, "RB"), "not");
        assert_eq!(lemma("AN", Upos::Det, "DT"), "a");
        assert_eq!(lemma("CEO", Upos::Noun, "NN"), "CEO");
        assert_eq!(lemma("Dhaka", Upos::Propn, "NNP"), "Dhaka");
        assert_eq!(lemma("1,500", Upos::Num, "CD"), "1500");
    }

    #[test]
    fn the_same_words_give_the_same_bytes() {
        assert_eq!(trained().to_bytes(), trained().to_bytes());
    }
}
