//! Reads the part `lemmas` of a model.

use rustc_hash::FxHashMap;

use crate::lemma::{Edit, Lemmatizer, Table};
use crate::model::{ModelError, Reader};
use crate::tag::{Tag, Upos, Xpos};

pub(super) fn read(mut reader: Reader) -> Result<Lemmatizer, ModelError> {
    let tags = reader.packed_list(|reader| {
        let (upos, xpos) = (Upos::from_name(reader.packed_text()?), Xpos::from_name(reader.packed_text()?));
        let tag = upos.zip(xpos).map(|(upos, xpos)| Tag { upos, xpos });
        tag.ok_or_else(|| reader.invalid("names of known tags"))
    })?;
    if tags.is_empty() {
        return Err(reader.invalid("a tag"));
    }
    let edits = reader.packed_list(|reader| {
        let strip = u16::try_from(reader.packed()?).map_err(|_| reader.invalid("a number of characters"))?;
        Ok(Edit { strip, add: reader.packed_text()?.into() })
    })?;
    let capitals = table(&mut reader, tags.len(), 2)?;
    let rules = table(&mut reader, tags.len(), edits.len())?;
    let forms = table(&mut reader, tags.len(), edits.len())?;
    if reader.left() > 0 {
        return Err(reader.invalid("the end"));
    }
    Ok(Lemmatizer { tags, edits, capitals, rules, forms })
}

fn table(reader: &mut Reader, tags: usize, values: usize) -> Result<Table, ModelError> {
    let count = reader.packed()?;
    let mut table = FxHashMap::with_capacity_and_hasher(count.min(reader.left()), Default::default());
    let mut key = String::new();
    for _ in 0..count {
        let shared = reader.packed()?;
        if !key.is_char_boundary(shared) {
            return Err(reader.invalid("a length that the key before has"));
        }
        key.truncate(shared);
        key.push_str(reader.packed_text()?);
        let pairs = reader.packed_list(|reader| {
            let mut below = |most: usize| {
                let number = reader.packed()?;
                let fits = u16::try_from(number).ok().filter(|&number| usize::from(number) < most);
                fits.ok_or_else(|| reader.invalid("the number of a tag or a value"))
            };
            Ok((below(tags)?, below(values)?))
        })?;
        table.insert(key.as_str().into(), pairs.into());
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One tag, two edits, capitals that go, one rule (`s`), one form (`men`).
    const TINY: &[u8] = b"\x01\x04NOUN\x03NNS\x02\x01\x00\x02\x02an\x01\x00\x00\x01\x00\x00\x01\x00\x01s\x01\x00\x00\x01\x00\x03men\x01\x00\x01";

    fn tiny(bytes: &[u8]) -> Result<Lemmatizer, ModelError> {
        read(Reader::new("lemmas", bytes))
    }

    fn plural() -> Tag {
        Tag { upos: Upos::Noun, xpos: Xpos::from_name("NNS").unwrap() }
    }

    #[test]
    fn a_model_is_read_and_used() {
        let lemmatizer = tiny(TINY).unwrap();
        assert_eq!(lemmatizer.lemma("talks", plural()), "talk");
        assert_eq!(lemmatizer.lemma("Men", plural()), "man");
        assert_eq!(lemmatizer.lemma("people", plural()), "people");
        assert_eq!(lemmatizer.lemma("", plural()), "");
    }

    #[test]
    fn a_cut_model_is_refused_wherever_it_is_cut() {
        for end in 0..TINY.len() {
            assert!(tiny(&TINY[..end]).is_err(), "cut at {end}");
        }
        let longer = [TINY, b"\0"].concat();
        assert!(matches!(tiny(&longer), Err(ModelError::Invalid { .. })));
    }

    #[test]
    fn other_bytes_are_read_or_refused() {
        for at in 0..TINY.len() {
            for byte in [0, 1, 0x7f, 0xff] {
                let mut bytes = TINY.to_vec();
                bytes[at] = byte;
                // Read or refused, never a panic.
                if let Ok(lemmatizer) = tiny(&bytes) {
                    lemmatizer.lemma("talks", plural());
                }
            }
        }
    }
}
