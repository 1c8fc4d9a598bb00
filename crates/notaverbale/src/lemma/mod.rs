//! Lemmas: the form of a word that stands in the dictionary.
//!
//! Input: a word with its tags. Output: its lemma after the convention of the English treebanks of Universal Dependencies
//! (`talks` → `talk`, `n't` → `not`, `'s` → `be`, `have` or `'s`; names keep their capitals). Method: a lexicon of the forms
//! that rules get wrong, and else the rule of the longest suffix that a rule knows for the tag, each rule an edit at the
//! end of the word (Brill 1995 in spirit; as in UDPipe, Straka and Straková 2017, CoNLL). Known limit: a word in capitals
//! is a name or a shout by its tag and length alone.
//!
//! # Layout of the part `lemmas` of a model
//! Numbers of 7 bits a byte, low first (LEB128), and texts as a length in bytes with their bytes:
//! - tags: a count; for each its UPOS and XPOS, the commonest first;
//! - edits: a count; for each how many characters leave the end, and the text that is added;
//! - capitals, rules, forms: three tables; each a count; for each key (a suffix, a suffix, a form), sorted, how many bytes it
//!   shares with the one before, the rest as a text, a count, and pairs of a tag and a value: 1 where a word with capitals
//!   keeps them, or the number of an edit.

mod edit;
mod plain;
mod read;
mod verbs;

pub use edit::Edit;
pub use plain::plain;
pub use verbs::lexicon_verbs;

use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use crate::model::{Model, ModelError, shipped};
use crate::tag::Tag;

/// The longest suffix that a rule knows, in characters.
pub const LONGEST_SUFFIX: usize = 6;

/// The place of a word's tags among those of the model.
type TagNumber = u16;

/// Gives words their lemmas.
///
/// # Examples
/// ```
/// use notaverbale::{Lemmatizer, Tagger, Tokenizer};
/// let text = "They've sought talks.";
/// let words = Tokenizer::default().spans(text);
/// let tags = Tagger::embedded().tag(text, &words);
/// let lemmatizer = Lemmatizer::embedded();
/// let lemmas: Vec<_> = words.iter().zip(tags).map(|(word, tag)| lemmatizer.lemma(word.text(text), tag)).collect();
/// assert_eq!(lemmas, ["they", "have", "seek", "talk", "."]);
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Lemmatizer {
    tags: Vec<Tag>,
    edits: Vec<Edit>,
    /// By suffix, whether words with capitals keep them: 1 or 0.
    capitals: Table,
    /// By suffix, the numbers of edits.
    rules: Table,
    /// By form, the numbers of edits.
    forms: Table,
}

/// Values by key, each behind the number of the tag that it is for.
type Table = FxHashMap<Box<str>, Box<[(TagNumber, u16)]>>;

impl Lemmatizer {
    /// The lemmatizer that ships with the crate. The first call reads it.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Lemmatizer, Tag, Upos, Xpos};
    /// let plural = Tag::new(Upos::Noun, Xpos::from_name("NNS").unwrap());
    /// assert_eq!(Lemmatizer::embedded().lemma("treaties", plural), "treaty");
    /// ```
    pub fn embedded() -> Arc<Self> {
        static EMBEDDED: LazyLock<Arc<Lemmatizer>> =
            LazyLock::new(|| shipped(Model::embedded().and_then(|model| Lemmatizer::new(&model))));
        Arc::clone(&EMBEDDED)
    }

    /// The lemmatizer of a model.
    ///
    /// # Errors
    /// The model has none, or it is damaged.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Lemmatizer, Model};
    /// let lemmatizer = Lemmatizer::new(&Model::embedded()?)?;
    /// assert_eq!(lemmatizer, *Lemmatizer::embedded());
    /// # Ok::<(), notaverbale::ModelError>(())
    /// ```
    pub fn new(model: &Model) -> Result<Self, ModelError> {
        read::read(model.part("lemmas")?)
    }

    /// The lemma of `form`, a word as it stands in a text, by its tags.
    ///
    /// Tags that the model has not seen together count as the commonest pair with that XPOS, or else with that UPOS, or else
    /// as the commonest of all. The same word and tags always give the same lemma; it is `form` itself, or a head of it,
    /// without allocation wherever it can be. Never fails; only an empty form has an empty lemma.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Lemmatizer, Tag, Upos, Xpos};
    /// let third = Tag::new(Upos::Verb, Xpos::from_name("VBZ").unwrap());
    /// assert_eq!(Lemmatizer::embedded().lemma("says", third), "say");
    /// ```
    pub fn lemma<'f>(&self, form: &'f str, tag: Tag) -> Cow<'f, str> {
        let tag = self.number(tag);
        if let Some(edit) = self.edit(look_up(&self.forms, form, tag)) {
            return edit.apply(Cow::Borrowed(form));
        }
        let base = self.base(form, tag);
        let known = if base == form { None } else { look_up(&self.forms, &base, tag) };
        match self.edit(known.or_else(|| by_suffix(&self.rules, &base, tag))) {
            Some(edit) => edit.apply(base),
            None => base,
        }
    }

    fn number(&self, tag: Tag) -> TagNumber {
        let place = |holds: &dyn Fn(&Tag) -> bool| self.tags.iter().position(holds);
        let found = place(&|known| *known == tag)
            .or_else(|| place(&|known| known.xpos == tag.xpos))
            .or_else(|| place(&|known| known.upos == tag.upos));
        found.and_then(|place| u16::try_from(place).ok()).unwrap_or(0)
    }

    /// The [`plain`] form, in small letters where words of its tag and ending are written so.
    fn base<'f>(&self, form: &'f str, tag: TagNumber) -> Cow<'f, str> {
        let plain = plain(form);
        if plain.contains(char::is_uppercase) && by_suffix(&self.capitals, &plain, tag) == Some(0) {
            return Cow::Owned(plain.to_lowercase());
        }
        plain
    }

    fn edit(&self, number: Option<u16>) -> Option<&Edit> {
        self.edits.get(usize::from(number?))
    }
}

/// The value of the longest suffix of `word` that the table has for the tag.
fn by_suffix(table: &Table, word: &str, tag: TagNumber) -> Option<u16> {
    let mut starts = [word.len(); LONGEST_SUFFIX + 1];
    let mut count = 1;
    for (at, _) in word.char_indices().rev().take(LONGEST_SUFFIX) {
        starts[count] = at;
        count += 1;
    }
    starts[..count].iter().rev().find_map(|&start| look_up(table, &word[start..], tag))
}

fn look_up(table: &Table, key: &str, tag: TagNumber) -> Option<u16> {
    table.get(key)?.iter().find(|(number, _)| *number == tag).map(|&(_, value)| value)
}
