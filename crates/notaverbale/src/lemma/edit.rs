//! What makes a lemma of a form: some characters leave the end, others are added.

use std::borrow::Cow;

/// An edit at the end of a word.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Edit {
    /// How many characters leave the end.
    pub strip: u16,
    /// What is added then.
    pub add: Box<str>,
}

impl Edit {
    /// The edit that makes `lemma` of `form` and leaves the longest head that both share.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::training::Edit;
    /// let edit = Edit::between("parties", "party");
    /// assert_eq!((edit.strip, &*edit.add), (3, "y"));
    /// assert_eq!(edit.apply("bodies".into()), "body");
    /// ```
    pub fn between(form: &str, lemma: &str) -> Self {
        let shared: usize = form
            .chars()
            .zip(lemma.chars())
            .take_while(|(one, other)| one == other)
            .map(|(one, _)| one.len_utf8())
            .sum();
        let strip = u16::try_from(form[shared..].chars().count()).unwrap_or(u16::MAX);
        Self { strip, add: lemma[shared..].into() }
    }

    /// The word with the edit made. A word that is too short keeps nothing of its own; one of which nothing would be left
    /// stays as it is.
    pub fn apply<'f>(&self, form: Cow<'f, str>) -> Cow<'f, str> {
        let kept = match usize::from(self.strip).checked_sub(1) {
            Some(last) => form.char_indices().rev().nth(last).map_or(0, |(at, _)| at),
            None => form.len(),
        };
        if self.add.is_empty() {
            if kept == 0 {
                return form;
            }
            return match form {
                Cow::Borrowed(form) => Cow::Borrowed(&form[..kept]),
                Cow::Owned(mut form) => {
                    form.truncate(kept);
                    Cow::Owned(form)
                }
            };
        }
        let mut lemma = form.into_owned();
        lemma.truncate(kept);
        lemma.push_str(&self.add);
        Cow::Owned(lemma)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_never_becomes_nothing() {
        let edit = Edit { strip: 2, add: "".into() };
        assert_eq!(edit.apply("ab".into()), "ab");
        assert_eq!(edit.apply(Cow::Owned("a".to_owned())), "a");
        assert_eq!(edit.apply("abc".into()), "a");
        assert_eq!(Edit { strip: 2, add: "be".into() }.apply("is".into()), "be");
    }
}
