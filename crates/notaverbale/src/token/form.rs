//! The written forms that the tokenizer knows: `data/lexicon/token.tsv`, and the abbreviations that end in a stop.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

use crate::error::Error;
use crate::lexicon::tsv;

/// What a form is to the tokenizer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Class {
    /// Several words in one (`cannot`).
    Contraction,
    /// Opens with an apostrophe (`'em`).
    Elision,
    /// Holds a slash (`w/o`).
    Shorthand,
    /// A face made of marks (`:-)`).
    Emoticon,
    /// Several marks in one (`->`).
    Symbol,
    /// Leaves the number before it (`kg` in `5kg`).
    Unit,
    /// Keeps the hyphen behind it (`non-binding`).
    Prefix,
    /// Keeps the hyphen before it (`career-wise`).
    Suffix,
    /// How the name of a site ends.
    Domain,
    /// How the name of a file ends.
    File,
}

/// The longest emoticon or symbol, in characters.
pub(super) const LONGEST_FACE: usize = 5;

/// The longest form that is looked up, in bytes.
const LONGEST: usize = 16;

/// All forms.
pub(super) struct Forms {
    classes: FxHashMap<Class, FxHashSet<Box<str>>>,
    /// The lengths in bytes of the words that a contraction is made of.
    contractions: FxHashMap<Box<str>, Box<[usize]>>,
    /// Without the last stop.
    abbreviations: FxHashSet<Box<str>>,
    /// Those that are abbreviations only before a number (`No. 5`).
    references: FxHashSet<Box<str>>,
}

impl Forms {
    /// Those that ship with the crate.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Forms> = LazyLock::new(|| {
            #[expect(
                clippy::expect_used,
                reason = "the files are part of the program, and a test reads them"
            )]
            Forms::read().expect("the shipped forms are well formed")
        });
        &EMBEDDED
    }

    fn read() -> Result<Self, Error> {
        let mut forms = Self {
            classes: FxHashMap::default(),
            contractions: FxHashMap::default(),
            abbreviations: FxHashSet::default(),
            references: FxHashSet::default(),
        };
        let text = include_str!("../../data/lexicon/token.tsv");
        for row in tsv::read("token.tsv", text, &["class", "form", "tokens"])? {
            let class = row.parse(0, "a class of forms", class)?;
            if class == Class::Contraction {
                if row.cell(2).replace(' ', "") != row.cell(1) {
                    return Err(row.error(row.cells.fault(2, "the form with spaces in it")));
                }
                let lengths = row.cell(2).split(' ').map(str::len).collect();
                forms.contractions.insert(row.cell(1).into(), lengths);
            } else {
                forms.classes.entry(class).or_default().insert(row.cell(1).into());
            }
        }
        let text = include_str!("../../data/lexicon/abbreviation.tsv");
        for row in tsv::read("abbreviation.tsv", text, &["form", "kind"])? {
            // Of `et al` and `Maj. Gen` the last word keeps the stop.
            let last = row.cell(0).rsplit(' ').next().unwrap_or_default();
            let reference = matches!(row.cell(1), "reference" | "number");
            let set = if reference { &mut forms.references } else { &mut forms.abbreviations };
            set.insert(last.into());
        }
        Ok(forms)
    }

    /// Whether `form` is of the class, as it stands.
    pub fn is(&self, class: Class, form: &str) -> bool {
        form.len() <= LONGEST && self.classes.get(&class).is_some_and(|forms| forms.contains(form))
    }

    /// Whether `form` is of the class, in small letters and with straight apostrophes.
    pub fn is_folded(&self, class: Class, form: &str) -> bool {
        form.len() <= LONGEST && self.is(class, &crate::lexicon::vocabulary::fold(form))
    }

    /// The lengths in bytes of the words that make up the contraction `form`, whatever its case; none where it is none.
    /// Forms with curly apostrophes are none: their lengths would differ.
    pub fn contraction(&self, form: &str) -> Option<&[usize]> {
        let mut buffer = [0; LONGEST];
        let lower = buffer.get_mut(..form.len())?;
        lower.copy_from_slice(form.as_bytes());
        lower.make_ascii_lowercase();
        self.contractions.get(std::str::from_utf8(lower).ok()?).map(|lengths| &**lengths)
    }

    /// Whether a stop behind `word` belongs to it, given what follows the stop.
    pub fn abbreviates(&self, word: &str, behind: &str, kind: Kind) -> bool {
        if word.len() > LONGEST {
            return false;
        }
        let number = || behind.trim_start().starts_with(|next: char| next.is_ascii_digit());
        let known =
            |word: &str| self.abbreviations.contains(word) || self.references.contains(word) && number();
        // `JAN. 5`; the phrases of a lexicon are written in small letters.
        let shouted = word.len() > 2 && word.bytes().all(|letter| letter.is_ascii_uppercase());
        known(word) || (shouted || kind == Kind::Phrase) && title_case(word).is_some_and(|word| known(&word))
    }
}

/// `JAN`, `jan` → `Jan`.
fn title_case(word: &str) -> Option<String> {
    let mut letters = word.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters.as_str().to_lowercase().chars()).collect())
}

/// What is split into tokens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Running text, which ends where a sentence ends.
    Sentences,
    /// A name, a title or a label, perhaps in small letters; a stop at its end is no full stop.
    Phrase,
}

fn class(name: &str) -> Option<Class> {
    Some(match name {
        "contraction" => Class::Contraction,
        "elision" => Class::Elision,
        "shorthand" => Class::Shorthand,
        "emoticon" => Class::Emoticon,
        "symbol" => Class::Symbol,
        "unit" => Class::Unit,
        "prefix" => Class::Prefix,
        "suffix" => Class::Suffix,
        "domain" => Class::Domain,
        "file" => Class::File,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_forms_are_read_and_short_enough_to_be_found() {
        let forms = Forms::read().unwrap();
        let all = forms.classes.values().flatten().chain(forms.contractions.keys());
        assert!(all.clone().all(|form| form.len() <= LONGEST));
        let faces = [Class::Emoticon, Class::Symbol].into_iter().flat_map(|class| &forms.classes[&class]);
        assert!(faces.into_iter().all(|face| face.chars().count() <= LONGEST_FACE));
        assert_eq!(forms.contraction("Cannot"), Some(&[3, 3][..]));
    }

    #[test]
    fn a_reference_wants_a_number() {
        let forms = Forms::embedded();
        assert!(forms.abbreviates("No", " 5", Kind::Sentences));
        assert!(!forms.abbreviates("No", " they", Kind::Sentences));
        assert!(forms.abbreviates("JAN", " 5", Kind::Sentences));
        assert!(!forms.abbreviates("mr", " lind", Kind::Sentences));
        assert!(forms.abbreviates("mr", "", Kind::Phrase));
    }
}
