//! The bytes of a part, read from the first to the last.

use super::ModelError;

/// Reads numbers and rows from a part of a model. Lengths are checked before anything is set aside for them.
#[derive(Clone, Debug)]
pub struct Reader<'m> {
    part: &'static str,
    bytes: &'m [u8],
    at: usize,
}

impl<'m> Reader<'m> {
    /// Reads `bytes`, the part of this name.
    pub fn new(part: &'static str, bytes: &'m [u8]) -> Self {
        Self { part, bytes, at: 0 }
    }

    /// The next `count` bytes.
    ///
    /// # Errors
    /// There are fewer.
    pub fn bytes(&mut self, count: usize) -> Result<&'m [u8], ModelError> {
        let rest = &self.bytes[self.at..];
        let taken = rest.get(..count).ok_or(ModelError::Truncated { at: self.at, expected: count })?;
        self.at += count;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        let mut array = [0; N];
        array.copy_from_slice(self.bytes(N)?);
        Ok(array)
    }

    /// The next four bytes as a number.
    ///
    /// # Errors
    /// There are fewer.
    pub fn number(&mut self) -> Result<u32, ModelError> {
        self.array().map(u32::from_le_bytes)
    }

    /// The next number of seven bits a byte, the low ones first (LEB128).
    ///
    /// # Errors
    /// There are fewer bytes, or it has more than 32 bits.
    pub fn packed(&mut self) -> Result<usize, ModelError> {
        let mut number = 0_u64;
        for shift in (0..35).step_by(7) {
            let [byte] = self.array()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                let fits = u32::try_from(number).ok().and_then(|number| usize::try_from(number).ok());
                return fits.ok_or_else(|| self.invalid("a number of 32 bits"));
            }
        }
        Err(self.invalid("a number of 32 bits"))
    }

    /// A packed length, and as many bytes of text.
    ///
    /// # Errors
    /// There are fewer, or they are no UTF-8.
    pub fn packed_text(&mut self) -> Result<&'m str, ModelError> {
        let length = self.packed()?;
        std::str::from_utf8(self.bytes(length)?).map_err(|_| self.invalid("text in UTF-8"))
    }

    /// A packed count, and as many items. Room is made as they come, so that a wrong count takes no memory.
    ///
    /// # Errors
    /// An item can't be read.
    pub fn packed_list<T>(
        &mut self,
        item: impl Fn(&mut Self) -> Result<T, ModelError>,
    ) -> Result<Vec<T>, ModelError> {
        let count = self.packed()?;
        let mut items = Vec::with_capacity(count.min(self.left()));
        for _ in 0..count {
            items.push(item(self)?);
        }
        Ok(items)
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    /// The next eight bytes as a number.
    ///
    /// # Errors
    /// There are fewer.
    pub fn long(&mut self) -> Result<u64, ModelError> {
        self.array().map(u64::from_le_bytes)
    }

    /// The next four bytes as a number between 1 and `most`.
    ///
    /// # Errors
    /// It is another, or there are fewer bytes.
    pub fn size(&mut self, most: u32, expected: &'static str) -> Result<usize, ModelError> {
        let number = self.number()?;
        if (1..=most).contains(&number) { Ok(number as usize) } else { Err(self.invalid(expected)) }
    }

    /// The next four bytes as a finite number.
    ///
    /// # Errors
    /// It is infinite or none, or there are fewer bytes.
    pub fn real(&mut self) -> Result<f32, ModelError> {
        let real = f32::from_le_bytes(self.array()?);
        if real.is_finite() { Ok(real) } else { Err(self.invalid("a finite number")) }
    }

    /// The next `count` finite numbers.
    ///
    /// # Errors
    /// As [`Reader::real`].
    pub fn reals(&mut self, count: usize) -> Result<Vec<f32>, ModelError> {
        (0..count).map(|_| self.real()).collect()
    }

    /// A length in four bytes, and as many bytes of text.
    ///
    /// # Errors
    /// There are fewer, or they are no UTF-8.
    pub fn text(&mut self) -> Result<&'m str, ModelError> {
        let length = self.number()? as usize;
        std::str::from_utf8(self.bytes(length)?).map_err(|_| self.invalid("text in UTF-8"))
    }

    /// The error that something else was expected.
    pub fn invalid(&self, expected: &'static str) -> ModelError {
        ModelError::Invalid { part: self.part, expected }
    }
}
